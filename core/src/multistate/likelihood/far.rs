//! Intervals so long beside the intensities that their series would be longer still.
//!
//! They occur where intensities run to infinity. Where what goes one way comes back the same way they are found by eigenvalues (see
//! [`Modes`]), else one by one, by doubling; their second derivatives are then differences of the score.

use super::direct::Interval;
use super::evaluation::{Depth, Local};
use super::modes::Modes;
use crate::math;
use crate::multistate::Move;
use crate::multistate::generator::{Evolution, Generator, REACH, Square, axpy};

/// The step of the differences, in the logarithm of an intensity.
const STEP: f64 = 1e-4;

/// Whether an interval of this length goes by doubling.
pub(super) fn slow(generator: &Generator, time: f64) -> bool {
    let fastest = (0..generator.size()).map(|state| generator.exit(state)).fold(0.0, f64::max);
    fastest * time > REACH && Modes::of(generator).is_none()
}

/// Adds the value of these intervals, sorted by time, and as far as asked its derivatives.
pub(super) fn far(generator: &Generator, intervals: &[Interval], asked: Depth, local: &mut Local) {
    if intervals.is_empty() {
        return;
    }
    if let Some(modes) = Modes::of(generator).filter(|_| intervals.iter().all(|one| !one.entered)) {
        modes.add(generator, intervals, asked, local);
        return;
    }
    let own = first(generator, intervals, asked);
    local.value += own.value;
    axpy(1.0, &own.score, &mut local.score);
    if asked < Depth::Information {
        return;
    }
    axpy(1.0, &own.outer, &mut local.outer);
    axpy(1.0, &own.outer, &mut local.curvature);
    let moves = own.score.len();
    for place in 0..moves {
        let score = |step: f64| score(&generator.scaled(place, math::exp(step)), intervals);
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
        let of = |matrix: &Square| {
            let entry = |(one, rate): (Move, f64)| rate * matrix.at(interval.from, one.from);
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
        let slope = |((one, rate), change): ((Move, f64), _)| {
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

/// The score alone, going back from the cells of all intervals of the same length together: its cost does not grow with the moves.
fn score(generator: &Generator, intervals: &[Interval]) -> Vec<f64> {
    let mut score = vec![0.0; generator.moves().count()];
    for together in intervals.chunk_by(|one, next| one.time.to_bits() == next.time.to_bits()) {
        let Some(first) = together.first() else { continue };
        let probabilities = generator.probabilities(first.time);
        let mut by_cell = Square::zero(generator.size());
        for interval in together {
            if !interval.entered {
                let share = interval.count / probabilities.at(interval.from, interval.to);
                by_cell.add(interval.from, interval.to, share);
                continue;
            }
            let ends = || generator.moves().enumerate().filter(|(_, (one, _))| one.to == interval.to);
            let part = |(one, rate): (Move, f64)| rate * probabilities.at(interval.from, one.from);
            let share = interval.count / ends().map(|(_, one)| part(one)).sum::<f64>();
            for (place, (one, rate)) in ends() {
                by_cell.add(interval.from, one.from, share * rate);
                score.get_mut(place).into_iter().for_each(|cell| *cell += share * part((one, rate)));
            }
        }
        axpy(1.0, &generator.pull(first.time, &by_cell), &mut score);
    }
    score
}

#[cfg(test)]
mod tests {
    use super::{Depth, Interval, Local, Modes, Move, far, first, score};
    use crate::multistate::generator::Generator;
    use crate::multistate::likelihood::direct::direct;

    #[test]
    fn eigenvalues_series_and_doubling_agree() {
        let neighbours = [(0, 1), (1, 0), (1, 2), (2, 1), (2, 3), (3, 2)];
        let moves = neighbours.map(|(from, to)| Move { from, to });
        let intervals: Vec<Interval> = (0..160_u32)
            .map(|at| Interval {
                time: 0.3 + f64::from(at / 8) / 9.0,
                from: (at % 4) as usize,
                to: (at * 7 / 3 % 4) as usize,
                entered: false,
                count: 1.0 + f64::from(at % 3),
            })
            .collect();
        let close = |ours: &[f64], theirs: &[f64], within: f64| {
            let largest = theirs.iter().fold(1.0_f64, |largest, one| largest.max(one.abs()));
            assert_eq!(ours.len(), theirs.len());
            for (one, other) in ours.iter().zip(theirs) {
                assert!((one - other).abs() < within * largest, "{ours:?} {theirs:?}");
            }
        };
        // The same throughout, equal eigenvalues nearly, and one pair of states far faster than the rest.
        for (rates, far) in [
            ([0.3, 0.9, 1.1, 0.2, 0.4, 0.8], false),
            ([0.5, 0.5, 0.5, 0.5, 0.5, 0.5], false),
            ([0.2, 0.2, 9.0, 9.0, 0.1, 0.3], false),
            ([3e5, 2e5, 0.3, 0.4, 0.1, 0.3], true),
        ] {
            let generator = Generator::over(4, &moves, &rates);
            let modes = Modes::of(&generator).unwrap();
            let mut own = Local::new(6, Depth::Observed);
            modes.add(&generator, &intervals, Depth::Observed, &mut own);
            let other = if far {
                first(&generator, &intervals, Depth::Information)
            } else {
                direct(&generator, &intervals, Depth::Observed)
            };
            let within = if far { 1e-8 } else { 1e-12 };
            close(&[own.value], &[other.value], within);
            close(&own.score, &other.score, within);
            close(&own.outer, &other.outer, within);
            close(&score(&generator, &intervals), &other.score, 1e-8);
            if !far {
                close(&own.curvature, &other.curvature, within);
            }
        }
        // Entries on their date, which eigenvalues leave to doubling.
        let entries: Vec<Interval> = intervals.iter().map(|one| Interval { entered: true, ..*one }).collect();
        let generator = Generator::over(4, &moves, &[40.0, 30.0, 2.0, 5.0, 7.0, 9.0]);
        let other = direct(&generator, &entries, Depth::Observed);
        close(&score(&generator, &entries), &other.score, 1e-9);
        let mut own = Local::new(6, Depth::Observed);
        far(&generator, &entries, Depth::Observed, &mut own);
        close(&own.curvature, &other.curvature, 1e-6);
        // Round a circle one way only, and out without a way back.
        let circle = [(0, 1), (1, 0), (1, 2), (2, 1), (2, 0), (0, 2)].map(|(from, to)| Move { from, to });
        assert!(Modes::of(&Generator::over(3, &circle, &[1.0, 2.0, 1.0, 1.0, 1.0, 1.0])).is_none());
        assert!(Modes::of(&Generator::over(3, &circle, &[1.0, 2.0, 1.0, 1.0, 2.0, 1.0])).is_some());
        assert!(Modes::of(&Generator::over(4, &moves, &[1.0, 0.0, 1.0, 1.0, 1.0, 1.0])).is_none());
    }
}
