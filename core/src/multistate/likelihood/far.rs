//! Intervals so long beside the intensities that their series would be longer still: one by one, by doubling.
//!
//! They say little, and are rare but for intensities far from any that fit. Their second derivatives are differences of the score.

use super::direct::Interval;
use super::evaluation::{Depth, Local};
use crate::math;
use crate::multistate::generator::{Evolution, Generator, axpy};

/// The step of the differences, in the logarithm of an intensity.
const STEP: f64 = 1e-4;

/// Adds the value of these intervals, sorted by time, and as far as asked its derivatives.
pub(super) fn far(generator: &Generator, intervals: &[Interval], asked: Depth, local: &mut Local) {
    let own = first(generator, intervals, asked);
    local.value += own.value;
    axpy(1.0, &own.score, &mut local.score);
    if asked < Depth::Information || intervals.is_empty() {
        return;
    }
    axpy(1.0, &own.outer, &mut local.outer);
    axpy(1.0, &own.outer, &mut local.curvature);
    let moves = own.score.len();
    for place in 0..moves {
        let score =
            |step: f64| first(&generator.scaled(place, math::exp(step)), intervals, Depth::Score).score;
        let (up, down) = (score(STEP), score(-STEP));
        let row = local.curvature.get_mut(place * moves..(place + 1) * moves).unwrap_or_default();
        for (cell, (up, down)) in row.iter_mut().zip(up.iter().zip(down)) {
            *cell += (up - down) / (2.0 * STEP);
        }
    }
}

fn first(generator: &Generator, intervals: &[Interval], asked: Depth) -> Local {
    let mut local = Local::new(generator.moves().count(), asked);
    let mut known: Option<(u64, Evolution)> = None;
    for interval in intervals {
        let bits = interval.time.to_bits();
        if known.as_ref().is_none_or(|(time, _)| *time != bits) {
            known = Some((
                bits,
                generator.evolve(interval.time, if asked == Depth::Value { 0 } else { local.score.len() }),
            ));
        }
        let Some((_, evolution)) = &known else { continue };
        let of = |matrix: &crate::multistate::Square| {
            let entry =
                |(one, rate): (crate::multistate::Move, f64)| rate * matrix.at(interval.from, one.from);
            if interval.entered {
                generator.moves().filter(|(one, _)| one.to == interval.to).map(entry).sum()
            } else {
                matrix.at(interval.from, interval.to)
            }
        };
        let total: f64 = of(&evolution.probabilities);
        local.value += interval.count * math::ln(total);
        if asked == Depth::Value {
            continue;
        }
        let slope = |((one, rate), change): ((crate::multistate::Move, f64), _)| {
            let entered = interval.entered && one.to == interval.to;
            let direct =
                if entered { rate * evolution.probabilities.at(interval.from, one.from) } else { 0.0 };
            (of(change) + direct) / total
        };
        let slope: Vec<f64> = generator.moves().zip(&evolution.sensitivities).map(slope).collect();
        axpy(interval.count, &slope, &mut local.score);
        if asked >= Depth::Information {
            local.add_outer(interval.count, &slope);
        }
    }
    local
}
