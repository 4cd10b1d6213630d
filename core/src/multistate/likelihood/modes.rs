//! Intervals of any length, by the eigenvalues of the intensities.
//!
//! Where every move has its return, and the product of the intensities round any circle of moves is the same both ways (as between
//! neighbouring rungs, where there are no circles), `√(s_i/s_j) q_ij` is symmetric, with `s` the shares that people come to. So the
//! generator has real eigenvalues `λ ≤ 0`, which are found safely, and with the directions that belong to them
//!
//! ```text
//! P_ab(t) = Σ_j r_aj e^(λ_j t) l_bj
//! ```
//!
//! whatever the time. Other generators have complex eigenvalues too (see [`Spectrum`]), and serve where rounding leaves enough digits of
//! every probability that was seen. The derivatives have the same form, with divided differences of `e^(λt)` between two and three of the `λ`;
//! since a move changes its intensity in two cells of one row, what they need of the data are two sums for all intervals together.

use super::direct::Interval;
use super::divided::Divided;
use super::evaluation::{Depth, Local};
use super::number::{Number, add_times};
use super::spectrum::Spectrum;
use crate::math;
use crate::multistate::Move;
use crate::multistate::generator::{Generator, axpy};
use crate::multistate::symmetric::{Rows, directions, transposed};
use crate::ordered::sort;
use nalgebra::Complex;

/// Shares further apart than this, as a logarithm, leave no certain digits.
const WIDEST: f64 = 40.0;
/// Products round a circle of moves are the same when they differ by less.
const SAME: f64 = 1e-12;
/// The largest share of a probability that rounding may have made.
const UNSURE: f64 = 1e-9;

/// A generator by its eigenvalues.
pub(super) struct Modes<N> {
    decay: Vec<N>,
    /// Per state, a number for each eigenvalue.
    right: Vec<Vec<N>>,
    left: Vec<Vec<N>>,
}

impl Modes<f64> {
    /// `None` unless what goes one way comes back the same way.
    pub(super) fn balanced(generator: &Generator) -> Option<Self> {
        let shares = shares(generator)?;
        let mut matrix = vec![vec![0.0; generator.size()]; generator.size()];
        for (one, rate) in generator.moves() {
            let row = matrix.get_mut(one.from)?;
            *row.get_mut(one.from)? += rate;
            *row.get_mut(one.to)? -= rate * math::exp((shares.get(one.from)? - shares.get(one.to)?) / 2.0);
        }
        for state in 0..matrix.len() {
            for other in 0..state {
                // The same but for rounding.
                let cell = *matrix.get(state)?.get(other)?;
                *matrix.get_mut(other)?.get_mut(state)? = cell;
            }
        }
        let mut modes = directions(&matrix);
        sort(&mut modes, |one, other| one.0.total_cmp(&other.0));
        let (decay, axes): (Vec<f64>, Rows) =
            modes.into_iter().map(|(value, axis)| (-value.max(0.0), axis)).unzip();
        let scaled = |sign: f64| {
            let row = |(row, share): (Vec<f64>, &f64)| {
                row.iter().map(|cell| cell * math::exp(sign * share / 2.0)).collect()
            };
            transposed(&axes).into_iter().zip(&shares).map(row).collect()
        };
        Some(Self { decay, right: scaled(-1.0), left: scaled(1.0) })
    }
}

impl Modes<Complex<f64>> {
    /// Of any generator; `None` where rounding leaves too few digits of the probability of one of these intervals.
    pub(super) fn general(generator: &Generator, intervals: &[Interval]) -> Option<Self> {
        let Spectrum { values, right, left, errors, rests, exits } = Spectrum::of(generator)?;
        let decay = values.into_iter().map(|value| Complex::new(value.re.min(0.0), value.im)).collect();
        let modes = Self { decay, right, left };
        let mut divided = Divided::new(errors.len());
        for interval in intervals {
            divided.at(&modes.decay, interval.time, Depth::Value);
            let (from, to) = (modes.right.get(interval.from)?, modes.left.get(interval.to)?);
            let (fast, slow) = (*exits.get(interval.from)?, *exits.get(interval.to)?);
            let unsure = errors.iter().zip(&rests).zip(from.iter().zip(to)).zip(divided.stays());
            let error = unsure.map(|(((error, rest), (a, b)), stay)| {
                stay.size() * (rest.between(fast, slow) + interval.time * error * (*a * *b).size())
            });
            let error: f64 = error.sum();
            // Not where either is NaN.
            let sure = error <= UNSURE * modes.probability(interval, &divided)?;
            if !sure {
                return None;
            }
        }
        Some(modes)
    }
}

impl<N: Number> Modes<N> {
    fn probability(&self, interval: &Interval, divided: &Divided<N>) -> Option<f64> {
        let (from, to) = (self.right.get(interval.from)?, self.left.get(interval.to)?);
        let parts = from.iter().zip(divided.stays()).zip(to).map(|((a, stay), b)| (*a * *stay * *b).real());
        Some(parts.sum())
    }

    /// Adds the value of intervals sorted by time, and as far as asked its derivatives. None of them ends in an entry.
    pub(super) fn add(&self, generator: &Generator, intervals: &[Interval], asked: Depth, local: &mut Local) {
        let size = self.decay.len();
        let mut divided = Divided::new(size);
        let room = |power: u32| vec![N::from(0.0); size.pow(power)];
        let (mut first, mut second) = (room(2), room(3));
        let (changes, mut own) = (self.changes(generator), room(2));
        let mut slope = vec![0.0; changes.len()];
        for interval in intervals {
            let (Some(from), Some(to)) = (self.right.get(interval.from), self.left.get(interval.to)) else {
                continue;
            };
            divided.at(&self.decay, interval.time, asked);
            let Some(total) = self.probability(interval, &divided) else { continue };
            local.value += interval.count * math::ln(total.max(0.0));
            if asked == Depth::Value {
                continue;
            }
            own.fill(N::from(0.0));
            between(1.0 / total, from, divided.pairs(), to, &mut own);
            add_times(N::from(interval.count), &own, &mut first);
            if asked >= Depth::Information {
                slope.iter_mut().zip(slopes(&changes, &own)).for_each(|(cell, slope)| *cell = slope);
                local.add_outer(interval.count, &slope);
                between(interval.count / total, from, divided.triples(), to, &mut second);
            }
        }
        if asked > Depth::Value {
            let score: Vec<f64> = slopes(&changes, &first).collect();
            if asked >= Depth::Information {
                bend(&changes, &second, &score, local);
            }
            axpy(1.0, &score, &mut local.score);
        }
    }

    /// What each move changes.
    fn changes(&self, generator: &Generator) -> Vec<Change<'_, N>> {
        let of = |state: usize| self.right.get(state).map(Vec::as_slice).unwrap_or_default();
        let change = |(one, rate): (Move, f64)| Change {
            left: self.left.get(one.from).map(Vec::as_slice).unwrap_or_default(),
            gain: of(one.to).iter().zip(of(one.from)).map(|(to, from)| (*to - *from) * rate).collect(),
        };
        generator.moves().map(change).collect()
    }
}

/// The change in a generator for one in the logarithm of an intensity: by eigenvalue a column, and the row that it is times.
struct Change<'a, N> {
    left: &'a [N],
    gain: Vec<N>,
}

/// Per move, from a sum over two eigenvalues, the derivative with respect to the logarithm of its intensity.
fn slopes<'a, N: Number>(changes: &'a [Change<'a, N>], sums: &'a [N]) -> impl Iterator<Item = f64> + 'a {
    changes.iter().map(|Change { left, gain }| {
        let rows = left.iter().zip(sums.chunks_exact(gain.len().max(1)));
        rows.map(|(a, row)| (*a * N::dot(row, gain)).real()).sum()
    })
}

/// Adds the second derivatives, from a sum over three eigenvalues and the first derivatives.
fn bend<N: Number>(changes: &[Change<'_, N>], sums: &[N], score: &[f64], local: &mut Local) {
    let moves = changes.len();
    let mut add = |row: usize, column: usize, more: f64| {
        local.curvature.get_mut(row * moves + column).into_iter().for_each(|cell| *cell += more);
    };
    for (row, (Change { left, gain }, score)) in changes.iter().zip(score).enumerate() {
        let size = gain.len().max(1);
        let mut taken = vec![N::from(0.0); size * size];
        for (a, sums) in left.iter().zip(sums.chunks_exact(size * size)) {
            add_times(*a, sums, &mut taken);
        }
        for (column, next) in changes.iter().enumerate() {
            let lines = taken.chunks_exact(size).zip(gain.iter().zip(next.left));
            let part =
                |(line, (gain, left)): (&[N], (&N, &N))| (*gain * *left * N::dot(line, &next.gain)).real();
            let sum: f64 = lines.map(part).sum();
            // Either of the two may come before the other.
            add(row, column, sum);
            add(column, row, sum);
        }
        // An intensity changes in proportion to itself.
        add(row, row, *score);
    }
}

/// Adds `weight from_j numbers_j.._l to_l` to every cell: of two eigenvalues, or of three with nothing taken of the middle one.
fn between<N: Number>(weight: f64, from: &[N], numbers: &[N], to: &[N], into: &mut [N]) {
    let stretch = numbers.len() / from.len().max(1);
    let rows =
        from.iter().zip(numbers.chunks_exact(stretch.max(1))).zip(into.chunks_exact_mut(stretch.max(1)));
    for ((a, numbers), into) in rows {
        let lines = numbers.chunks_exact(to.len()).zip(into.chunks_exact_mut(to.len()));
        for (numbers, into) in lines {
            for ((cell, number), b) in into.iter_mut().zip(numbers).zip(to) {
                *cell = *cell + *a * weight * *number * *b;
            }
        }
    }
}

/// The logarithms of the shares that people come to, each group of states that are connected by itself; `None` unless what goes one
/// way comes back the same way.
fn shares(generator: &Generator) -> Option<Vec<f64>> {
    let steps: Vec<(Move, f64)> = generator
        .moves()
        .map(|(one, rate)| {
            let back = generator.moves().find(|(other, _)| (other.from, other.to) == (one.to, one.from))?.1;
            let step = math::ln(rate) - math::ln(back);
            step.is_finite().then_some((one, step))
        })
        .collect::<Option<_>>()?;
    let mut shares: Vec<Option<f64>> = vec![None; generator.size()];
    for state in 0..shares.len() {
        shares.get_mut(state)?.get_or_insert(0.0);
        // As often as there are states, so that the last of a row of them is reached.
        for _ in 0..generator.size() {
            for (one, step) in &steps {
                if let Some(share) = *shares.get(one.from)? {
                    shares.get_mut(one.to)?.get_or_insert(share + step);
                }
            }
        }
    }
    let shares: Vec<f64> = shares.into_iter().collect::<Option<_>>()?;
    let same = |(one, step): &(Move, f64)| {
        let wanted = shares.get(one.from).map(|share| share + step);
        wanted
            .zip(shares.get(one.to))
            .is_some_and(|(wanted, share)| (wanted - share).abs() < SAME * (1.0 + wanted.abs()))
    };
    let (low, high) =
        shares.iter().fold((0.0_f64, 0.0_f64), |(low, high), one| (low.min(*one), high.max(*one)));
    (steps.iter().all(same) && high - low < WIDEST).then_some(shares)
}
