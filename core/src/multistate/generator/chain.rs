//! The chain that moves at the ticks of a steady clock: what uniformisation turns a generator into.

use super::Generator;
use super::square::{Square, axpy};
use crate::math;

/// The largest rate times time that is summed as one series; what is longer is doubled up to.
pub(in crate::multistate) const REACH: f64 = 64.0;
/// Smaller than this, the rest of a series changes no digit.
const NEGLIGIBLE: f64 = 1e-17;

/// The step `R = I + Q / L` of a chain that moves at the ticks of a clock of rate `L`.
pub(in crate::multistate) struct Steps {
    size: usize,
    /// The rate of the clock: no state is left faster.
    pub(in crate::multistate) rate: f64,
    // Every cell of R that can be above zero: (from, to, probability).
    cells: Vec<(usize, usize, f64)>,
    // Per move the cells that change with the logarithm of its rate: (from, to, rate / L).
    moves: Vec<(usize, usize, f64)>,
}

impl Steps {
    /// The chain of a generator, on the slowest clock that will do.
    pub(in crate::multistate) fn of(generator: &Generator) -> Self {
        let size = generator.size();
        let mut exits = vec![0.0; size];
        for (one, rate) in generator.moves() {
            if let Some(exit) = exits.get_mut(one.from) {
                *exit += rate;
            }
        }
        let fastest = exits.iter().copied().fold(0.0, f64::max);
        let rate = if fastest > 0.0 { fastest } else { 1.0 };
        let moves: Vec<_> = generator.moves().map(|(one, pace)| (one.from, one.to, pace / rate)).collect();
        let stays = exits.iter().enumerate().map(|(state, exit)| (state, state, (rate - exit) / rate));
        let cells = stays.chain(moves.iter().copied()).collect();
        Self { size, rate, cells, moves }
    }

    /// `power * R` into `next`, which must be zero.
    pub(in crate::multistate) fn forward(&self, power: &Square, next: &mut Square) {
        for &(from, to, probability) in &self.cells {
            axpy(probability, power.column(from), next.column_mut(to));
        }
    }

    /// Adds `adjoint * R'` to `previous`.
    pub(in crate::multistate) fn backward(&self, adjoint: &Square, previous: &mut Square) {
        for &(from, to, probability) in &self.cells {
            axpy(probability, adjoint.column(to), previous.column_mut(from));
        }
    }

    /// Adds `power * dR` to `next`, with `dR` the change of R with the logarithm of the rate of one move.
    pub(in crate::multistate) fn change(&self, one: usize, power: &Square, next: &mut Square) {
        if let Some(&(from, to, share)) = self.moves.get(one) {
            axpy(share, power.column(from), next.column_mut(to));
            axpy(-share, power.column(from), next.column_mut(from));
        }
    }

    /// Adds `adjoint * dR'` to `previous`.
    pub(in crate::multistate) fn change_back(&self, one: usize, adjoint: &Square, previous: &mut Square) {
        if let Some(&(from, to, share)) = self.moves.get(one) {
            axpy(share, adjoint.column(to), previous.column_mut(from));
            axpy(-share, adjoint.column(from), previous.column_mut(from));
        }
    }

    /// Per move `(from, to, rate / L)`.
    pub(in crate::multistate) fn moves(&self) -> &[(usize, usize, f64)] {
        &self.moves
    }

    /// The powers of R from 0 up to `depth`.
    pub(in crate::multistate) fn powers(&self, depth: usize) -> Vec<Square> {
        let mut powers = Vec::with_capacity(depth + 1);
        let mut power = Square::identity(self.size);
        for _ in 0..depth {
            let mut next = Square::zero(self.size);
            self.forward(&power, &mut next);
            powers.push(std::mem::replace(&mut power, next));
        }
        powers.push(power);
        powers
    }

    /// How the powers of R change with the logarithm of the rate of one move.
    pub(in crate::multistate) fn changes(&self, one: usize, powers: &[Square]) -> Vec<Square> {
        let mut changes = Vec::with_capacity(powers.len());
        let mut change = Square::zero(self.size);
        for power in powers {
            let mut next = Square::zero(self.size);
            self.forward(&change, &mut next);
            self.change(one, power, &mut next);
            changes.push(std::mem::replace(&mut change, next));
        }
        changes
    }
}

/// How many powers give every cell of `P(t)` its own relative precision, with `reach` the rate times the longest time.
///
/// The largest way from one state to another takes at most `size - 1` moves; after those, a term is at most
/// `reach^n / n!` of what is there already.
pub(in crate::multistate) fn depth(reach: f64, size: usize) -> usize {
    let (mut term, mut count) = (1.0, 0.0);
    let mut terms = size;
    while term > NEGLIGIBLE || count < reach {
        count += 1.0;
        term *= reach / count;
        terms += 1;
    }
    terms
}

/// The probabilities of 0, 1, 2… ticks up to `depth`, when `reach` are expected.
pub(in crate::multistate) fn ticks(reach: f64, depth: usize) -> Vec<f64> {
    let mut weight = math::exp(-reach);
    let mut count = 0.0;
    (0..=depth)
        .map(|_| {
            count += 1.0;
            let now = weight;
            weight *= reach / count;
            now
        })
        .collect()
}

/// The probabilities of more than 0, 1, 2… ticks: sums from the far end, so that small ones keep their digits.
pub(in crate::multistate) fn more_ticks(ticks: &[f64]) -> Vec<f64> {
    let mut tail = 0.0;
    let mut tails: Vec<f64> = ticks
        .iter()
        .rev()
        .map(|weight| {
            let beyond = tail;
            tail += weight;
            beyond
        })
        .collect();
    tails.reverse();
    tails
}
