//! Where people are after some time, how long they spent where, and how both depend on the intensities.

use super::chain::{Steps, depth, more_ticks, ticks};
use super::{Generator, Square};

/// Beyond this rate times time a series is long and doubling is shorter.
const SHORT: f64 = 16.0;
/// So many doublings bring any time down to a short one; beyond, numbers are no longer numbers.
const MOST_DOUBLINGS: u32 = 2_200;

/// What follows from a generator after some time.
#[derive(Clone, Debug, PartialEq)]
pub struct Evolution {
    /// `P(t)`: the probability to be in the state of the column, from the state of the row.
    pub probabilities: Square,
    /// `∫ P(u) du` from 0 to `t`: the time spent in the state of the column, from the state of the row.
    pub integral: Square,
    /// Per move the derivative of the probabilities with respect to the logarithm of its intensity.
    pub sensitivities: Vec<Square>,
    /// Per move the derivative of the integral with respect to the logarithm of its intensity.
    pub integral_sensitivities: Vec<Square>,
}

impl Generator {
    /// The probabilities `P(t)` after a time of 0 or more, in the unit of the intensities.
    pub fn probabilities(&self, time: f64) -> Square {
        self.evolve(time, 0).probabilities
    }

    /// The time spent in each state up to a time: `∫ P(u) du` from 0 to `t`.
    pub fn integral(&self, time: f64) -> Square {
        self.evolve(time, 0).integral
    }

    /// Per move, how `P(t)` changes with the logarithm of its intensity.
    pub fn sensitivities(&self, time: f64) -> Vec<Square> {
        self.evolution(time).sensitivities
    }

    /// Per move, how the time spent changes with the logarithm of its intensity.
    pub fn integral_sensitivities(&self, time: f64) -> Vec<Square> {
        self.evolution(time).integral_sensitivities
    }

    /// Probabilities, time spent and all derivatives in one go.
    pub fn evolution(&self, time: f64) -> Evolution {
        self.evolve(time, self.moves.len())
    }

    /// With the derivatives for so many moves.
    pub(in crate::multistate) fn evolve(&self, time: f64, moves: usize) -> Evolution {
        let steps = Steps::of(self);
        let (mut short, mut doublings) = (time, 0);
        while steps.rate * short > SHORT && doublings < MOST_DOUBLINGS {
            short /= 2.0;
            doublings += 1;
        }
        let mut evolution = series(&steps, self.size, short, moves);
        for _ in 0..doublings {
            evolution.double();
        }
        evolution
    }
}

/// The series itself, for a short time.
fn series(steps: &Steps, size: usize, time: f64, moves: usize) -> Evolution {
    let reach = steps.rate * time;
    let depth = depth(reach, size);
    let (ticks, powers) = (ticks(reach, depth), steps.powers(depth));
    let spent: Vec<f64> = more_ticks(&ticks).iter().map(|tail| tail / steps.rate).collect();
    let changes: Vec<Vec<Square>> = (0..moves).map(|one| steps.changes(one, &powers)).collect();
    let mut probabilities = sum(&ticks, &powers, size);
    probabilities.normalise_rows();
    Evolution {
        probabilities,
        integral: sum(&spent, &powers, size),
        sensitivities: changes.iter().map(|one| sum(&ticks, one, size)).collect(),
        integral_sensitivities: changes.iter().map(|one| sum(&spent, one, size)).collect(),
    }
}

/// A weighted sum, smallest terms first.
fn sum(weights: &[f64], terms: &[Square], size: usize) -> Square {
    let mut total = Square::zero(size);
    for (weight, term) in weights.iter().zip(terms).rev() {
        total.add_scaled(*weight, term);
    }
    total
}

impl Evolution {
    /// From a time to twice that time: `P(2t) = P(t)²` and `∫` to `2t` is `∫ + P(t) ∫`, and so their derivatives.
    fn double(&mut self) {
        let (p, spent) = (&self.probabilities, &self.integral);
        for (dp, dspent) in self.sensitivities.iter_mut().zip(&mut self.integral_sensitivities) {
            let mut more = dp.times(spent);
            more.add_scaled(1.0, &p.times(dspent));
            dspent.add_scaled(1.0, &more);
            let mut square = dp.times(p);
            square.add_scaled(1.0, &p.times(dp));
            *dp = square;
        }
        let more = p.times(spent);
        self.integral.add_scaled(1.0, &more);
        self.probabilities = p.times(p);
        self.probabilities.normalise_rows();
    }
}
