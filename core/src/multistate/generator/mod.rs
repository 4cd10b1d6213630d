//! Generators: the intensities of all moves, and what follows from them after any time.
//!
//! A generator `Q` has the intensity of each move in its cell, and rows that add up to zero. After a time `t` the
//! probabilities are `P(t) = exp(Qt)`. They are found by *uniformisation*: with `L` the fastest exit and `R = I + Q/L`,
//!
//! ```text
//! P(t) = Σ_n  e^(-Lt) (Lt)^n / n!  R^n
//! ```
//!
//! Every term is a product of numbers above zero, so nothing cancels: a probability of 1e-18 has as many good digits as
//! one of a half, and equal, nearly equal or complex eigenvalues need no care because none are taken. Where `Lt` is
//! large, `P(t) = P(t/2)²` brings it down; each row is divided by its sum after a doubling.
//!
//! The same series gives the time spent, `∫ P(u) du = 1/L Σ_n Pr(more than n ticks) R^n`, and, because only two cells
//! of `R` change with the rate of a move, the derivatives: `d(R^(n+1)) = d(R^n) R + R^n dR`.

mod adjoint;
mod chain;
mod evolution;
mod square;

pub use evolution::Evolution;
pub use square::Square;

pub(super) use chain::{REACH, Steps, depth, ticks};
pub(super) use square::{axpy, dot};

use super::{Move, StateSpace};

/// The intensities of all moves between the states of a space.
///
/// ```
/// use meedoen::multistate::{Generator, Move, State, StateSpace};
/// use meedoen::Label;
/// let state = |code: &str| State { code: code.to_owned(), label: Label::new(code.to_owned(), code.to_owned()) };
/// let moves = vec![Move { from: 0, to: 1 }, Move { from: 1, to: 0 }];
/// let space = StateSpace::new(vec![state("out"), state("in")], moves)?;
/// let generator = Generator::of(&space, &[0.3, 0.7]);
/// let after = generator.probabilities(2.0);
/// assert!((after.at(0, 1) - 0.3 * (1.0 - meedoen::math::exp(-2.0))).abs() < 1e-15);
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Generator {
    size: usize,
    moves: Vec<Move>,
    rates: Vec<f64>,
}

impl Generator {
    /// The generator of a space with these intensities, one for each move in their order; 0 or more, per unit of time.
    /// A move for which none is given does not happen.
    pub fn of(space: &StateSpace, rates: &[f64]) -> Self {
        Self::over(space.states().len(), space.moves(), rates)
    }

    /// The generator over so many states; the same as [`Generator::of`].
    pub(in crate::multistate) fn over(size: usize, moves: &[Move], rates: &[f64]) -> Self {
        let mut rates = rates.to_vec();
        rates.resize(moves.len(), 0.0);
        Self { size, moves: moves.to_vec(), rates }
    }

    /// With the intensity of one move multiplied.
    pub(in crate::multistate) fn scaled(&self, place: usize, factor: f64) -> Self {
        let mut scaled = self.clone();
        scaled.rates.get_mut(place).into_iter().for_each(|rate| *rate *= factor);
        scaled
    }

    /// How many states there are.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Each move with its intensity.
    pub fn moves(&self) -> impl Iterator<Item = (Move, f64)> {
        self.moves.iter().copied().zip(self.rates.iter().copied())
    }

    /// How fast a state is left: the sum of the intensities of the moves out of it.
    pub fn exit(&self, state: usize) -> f64 {
        self.moves().filter(|(one, _)| one.from == state).map(|(_, rate)| rate).sum()
    }

    /// The matrix `Q`.
    pub fn matrix(&self) -> Square {
        let mut matrix = Square::zero(self.size);
        for (one, rate) in self.moves() {
            matrix.add(one.from, one.to, rate);
            matrix.add(one.from, one.from, -rate);
        }
        matrix
    }
}
