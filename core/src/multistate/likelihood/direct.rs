//! The likelihood of intervals between certain states under one set of circumstances, as a function of the logarithms `η` of the
//! intensities.
//!
//! With `x = L t` the probability of an interval is `P = e^(-x) Σ_n x^n/n! M_n`, where `M_n` is the cell of `R^n`
//! (see [`Generator`]). The powers of `R` and their derivatives are found once; after that an interval costs a
//! sum of some thirty products, whatever the number of states. All derivatives follow from three such sums:
//!
//! ```text
//! log-likelihood   Σ n log P
//! score            Σ_j <C_j, dR^j>           with C_j = Σ n/P x^j/j!  in the cell of the interval
//! information      Σ n (∂P/P)(∂P/P)'  −  Σ_j <C_j, ∂²R^j>
//! ```
//!
//! The sums with `C_j` run over the powers of `R`, not over the data. An entry on a known date from a state that
//! is not known has `Σ_k P_rk q_ks`, which is another column beside those of `M_n`.

use super::curvature::{Adjoints, curvature};
use super::evaluation::{Depth, Local};
use super::far::far;
use crate::math;
use crate::multistate::generator::{Generator, REACH, Square, Steps, axpy, depth, dot};

/// Intervals of the same length between the same states.
#[derive(Clone, Copy, Debug)]
pub(super) struct Interval {
    pub(super) time: f64,
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether the end is an entry on that date.
    pub(super) entered: bool,
    /// How many, by weight.
    pub(super) count: f64,
}

/// Terms `x^n / n!` up to where they no longer matter, padded with zeros to whole blocks.
fn terms(reach: f64, size: usize, inverse: &[f64], into: &mut Vec<f64>) {
    into.clear();
    let (mut term, mut left) = (1.0, size);
    into.push(1.0);
    for (inverse, count) in inverse.iter().zip(1_u32..) {
        term *= reach * inverse;
        into.push(term);
        if term < 1e-17 && f64::from(count) > reach {
            left -= 1;
            if left == 0 {
                break;
            }
        }
    }
    into.resize(into.len().next_multiple_of(4), 0.0);
}

/// A table with a stretch of numbers for each cell, one a power.
struct Stretches {
    length: usize,
    numbers: Vec<f64>,
}

impl Stretches {
    fn new(cells: usize, length: usize) -> Self {
        Self { length, numbers: vec![0.0; cells * length] }
    }

    fn of(&self, cell: usize) -> &[f64] {
        self.numbers.get(cell * self.length..(cell + 1) * self.length).unwrap_or_default()
    }

    fn of_mut(&mut self, cell: usize) -> &mut [f64] {
        self.numbers.get_mut(cell * self.length..(cell + 1) * self.length).unwrap_or_default()
    }

    fn put(&mut self, first: usize, power: usize, cells: &[f64]) {
        let from = first * self.length + power;
        let places = self.numbers.get_mut(from..).unwrap_or_default().iter_mut().step_by(self.length);
        for (place, cell) in places.zip(cells) {
            *place = *cell;
        }
    }

    fn take(&self, first: usize, power: usize, cells: &mut [f64]) {
        let from = first * self.length + power;
        let places = self.numbers.get(from..).unwrap_or_default().iter().step_by(self.length);
        for (cell, place) in cells.iter_mut().zip(places) {
            *cell = *place;
        }
    }
}

/// The columns of entries: `power * (Q without its diagonal)`, and with a change of `power` along with it.
fn entries(generator: &Generator, power: &Square) -> Square {
    let mut entries = Square::zero(generator.size());
    for (one, rate) in generator.moves() {
        axpy(rate, power.column(one.from), entries.column_mut(one.to));
    }
    entries
}

/// The value of these intervals and, as far as asked, its derivatives to the logarithm of each intensity.
pub(super) fn direct(generator: &Generator, intervals: &[Interval], asked: Depth) -> Local {
    let (size, moves) = (generator.size(), generator.moves().count());
    let cells = size * size;
    let steps = Steps::of(generator);
    let mut local = Local::new(moves, asked);
    let (intervals, long) =
        intervals.split_at(intervals.partition_point(|one| steps.rate * one.time <= REACH));
    far(generator, long, asked, &mut local);
    let longest = intervals.last().map_or(0.0, |interval| interval.time);
    let last = depth(steps.rate * longest, size);
    let length = (last + 1).next_multiple_of(4);
    let inverse: Vec<f64> = (1_u32..).take(last).map(|count| 1.0 / f64::from(count)).collect();
    let has_entries = intervals.iter().any(|interval| interval.entered);
    let kinds = if has_entries { 2 } else { 1 };

    let powers = steps.powers(last);
    let mut values = Stretches::new(kinds * cells, length);
    for (n, power) in powers.iter().enumerate() {
        values.put(0, n, power.cells());
        if has_entries {
            values.put(cells, n, entries(generator, power).cells());
        }
    }
    let changes: Vec<Vec<Square>> = if asked >= Depth::Information {
        (0..moves).map(|one| steps.changes(one, &powers)).collect()
    } else {
        Vec::new()
    };
    // For each cell the stretches of all moves after each other.
    let mut slopes = Stretches::new(kinds * cells, length * changes.len());
    for (k, (change, (one, rate))) in changes.iter().zip(generator.moves()).enumerate() {
        for (n, (change, power)) in change.iter().zip(&powers).enumerate() {
            slopes.put(0, k * length + n, change.cells());
            if has_entries {
                let mut entries = entries(generator, change);
                axpy(rate, power.column(one.from), entries.column_mut(one.to));
                slopes.put(cells, k * length + n, entries.cells());
            }
        }
    }

    let mut by_power = Stretches::new(kinds * cells, length);
    let (mut weights, mut time, mut slope) = (Vec::new(), f64::NAN, vec![0.0; moves]);
    for interval in intervals {
        let reach = steps.rate * interval.time;
        if interval.time.to_bits() != time.to_bits() {
            terms(reach, size, &inverse, &mut weights);
            time = interval.time;
        }
        let cell = usize::from(interval.entered) * cells + interval.to * size + interval.from;
        let total = dot(&weights, values.of(cell));
        local.value += interval.count * (math::ln(total) - reach);
        if asked == Depth::Value {
            continue;
        }
        let share = interval.count / total;
        axpy(share, &weights, by_power.of_mut(cell));
        if asked >= Depth::Information {
            for (slope, change) in slope.iter_mut().zip(slopes.of(cell).chunks_exact(length)) {
                *slope = dot(&weights, change) / total;
            }
            local.add_outer(interval.count, &slope);
        }
    }
    if asked > Depth::Value {
        let adjoints =
            Adjoints::of(last, size, has_entries, |first, power, into| by_power.take(first, power, into));
        curvature(generator, &steps, &powers, &changes, adjoints, &mut local);
    }
    local
}
