//! From the derivatives of a number with respect to `P(t)` to those with respect to the logarithms of the intensities.
//!
//! Going back through `P(t) = P(t/2)²` and through the series costs about as much as going forward, however many
//! intensities there are.

use super::chain::{REACH, Steps, depth, ticks};
use super::{Generator, Square, dot};

impl Generator {
    /// The derivatives with respect to the logarithm of each intensity, given those with respect to the cells of `P(t)`.
    pub(in crate::multistate) fn pull(&self, time: f64, by_cell: &Square) -> Vec<f64> {
        let steps = Steps::of(self);
        let (mut short, mut doublings) = (time, 0_u32);
        while steps.rate * short > REACH && doublings < 2_200 {
            short /= 2.0;
            doublings += 1;
        }
        let reach = steps.rate * short;
        let depth = depth(reach, self.size);
        let (ticks, powers) = (ticks(reach, depth), steps.powers(depth));
        let mut probabilities = Square::zero(self.size);
        for (weight, power) in ticks.iter().zip(&powers).rev() {
            probabilities.add_scaled(*weight, power);
        }
        probabilities.normalise_rows();
        let mut halves = Vec::new();
        for _ in 0..doublings {
            let mut double = probabilities.times(&probabilities);
            double.normalise_rows();
            halves.push(std::mem::replace(&mut probabilities, double));
        }
        let mut adjoint = by_cell.clone();
        for half in halves.iter().rev() {
            let transposed = half.transposed();
            let mut previous = adjoint.times(&transposed);
            previous.add_scaled(1.0, &transposed.times(&adjoint));
            adjoint = previous;
        }
        let by_power = ticks.iter().map(|weight| {
            let mut cells = Square::zero(self.size);
            cells.add_scaled(*weight, &adjoint);
            cells
        });
        steps.pull(&powers, by_power.collect())
    }
}

impl Steps {
    /// The derivatives with respect to the logarithm of each intensity of a number whose derivatives with respect to the cells of
    /// each power of `R` are given.
    pub(in crate::multistate) fn pull(&self, powers: &[Square], mut by_power: Vec<Square>) -> Vec<f64> {
        let mut derivatives = vec![0.0; self.moves().len()];
        let Some(mut adjoint) = by_power.pop() else { return derivatives };
        let earlier = powers.get(..by_power.len()).unwrap_or_default();
        for (power, mut own) in earlier.iter().zip(by_power).rev() {
            for (derivative, &(from, to, share)) in derivatives.iter_mut().zip(self.moves()) {
                let column = power.column(from);
                *derivative += share * (dot(column, adjoint.column(to)) - dot(column, adjoint.column(from)));
            }
            self.backward(&adjoint, &mut own);
            adjoint = own;
        }
        derivatives
    }
}
