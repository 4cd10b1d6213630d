//! Intervals so long beside the intensities that their series would be longer still.
//!
//! They occur where intensities run to infinity. They are found by eigenvalues (see [`Modes`]) where those are certain enough, else one by
//! one, by doubling; their second derivatives are then differences of the score.

use super::direct::Interval;
use super::evaluation::{Depth, Local};
use super::modes::Modes;
use crate::math;
use crate::multistate::Move;
use crate::multistate::generator::{Evolution, Generator, REACH, Square, axpy};

/// The step of the differences, in the logarithm of an intensity.
const STEP: f64 = 1e-4;

/// Whether some of these intervals, sorted by time, go by doubling.
pub(super) fn slow(generator: &Generator, intervals: &[Interval]) -> bool {
    let fastest = (0..generator.size()).map(|state| generator.exit(state)).fold(0.0, f64::max);
    let near = intervals.partition_point(|one| fastest * one.time <= REACH);
    let long = intervals.get(near..).unwrap_or_default();
    !long.is_empty() && Modes::balanced(generator).is_none() && Modes::general(generator, long).is_none()
}

/// Adds the value of these intervals, sorted by time, and as far as asked its derivatives.
pub(super) fn far(generator: &Generator, intervals: &[Interval], asked: Depth, local: &mut Local) {
    if intervals.is_empty() {
        return;
    }
    if intervals.iter().all(|one| !one.entered) {
        if let Some(modes) = Modes::balanced(generator) {
            modes.add(generator, intervals, asked, local);
            return;
        }
        if let Some(modes) = Modes::general(generator, intervals) {
            modes.add(generator, intervals, asked, local);
            return;
        }
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

    fn intervals() -> Vec<Interval> {
        (0..160_u32)
            .map(|at| Interval {
                time: 0.3 + f64::from(at / 8) / 9.0,
                from: (at % 4) as usize,
                to: (at * 7 / 3 % 4) as usize,
                entered: false,
                count: 1.0 + f64::from(at % 3),
            })
            .collect()
    }

    fn close(ours: &[f64], theirs: &[f64], within: f64) {
        let largest = theirs.iter().fold(1.0_f64, |largest, one| largest.max(one.abs()));
        assert_eq!(ours.len(), theirs.len());
        for (one, other) in ours.iter().zip(theirs) {
            assert!((one - other).abs() < within * largest, "{ours:?} {theirs:?}");
        }
    }

    fn ring() -> [Move; 12] {
        let ways =
            [(0, 1), (1, 0), (1, 2), (2, 1), (2, 3), (3, 2), (3, 0), (0, 3), (0, 2), (2, 0), (1, 3), (3, 1)];
        ways.map(|(from, to)| Move { from, to })
    }

    #[test]
    fn complex_eigenvalues_agree_with_the_series_and_with_doubling() {
        let intervals = intervals();
        for (rates, far) in [
            // Round a circle: eigenvalues in complex pairs.
            ([2.0, 0.1, 2.1, 0.2, 2.2, 0.1, 1.9, 0.1, 0.3, 0.2, 0.1, 0.4], None),
            ([0.9, 0.2, 0.4, 1.1, 0.3, 0.8, 1.2, 0.5, 0.3, 0.2, 0.7, 0.4], None),
            // Equal eigenvalues nearly.
            ([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.500_1, 0.5, 0.5, 0.5], None),
            // With the value and the first three of the score in forty digits. Doubling loses some.
            (
                [90.0, 20.0, 40.0, 110.0, 30.0, 80.0, 120.0, 50.0, 30.0, 20.0, 70.0, 40.0],
                Some([
                    -457.753_602_826_540_16,
                    -16.979_980_301_395_618,
                    7.252_242_117_404_285,
                    8.345_181_684_827_26,
                ]),
            ),
            (
                [9e4, 2e4, 4e4, 1e5, 3e4, 8e4, 1e5, 5e4, 3e4, 2e4, 7e4, 4e4],
                Some([
                    -456.347_749_140_659_74,
                    -18.188_820_654_375_257,
                    8.103_446_668_347_538,
                    6.474_773_048_374_534_5,
                ]),
            ),
            // One state left a hundred million times faster than the others.
            (
                [3.0, 0.4, 2.1, 4e8, 3e8, 0.1, 1.9, 0.1, 0.3, 5e7, 0.1, 0.4],
                Some([
                    -1_901.788_565_071_589_1,
                    -12.850_820_138_062_17,
                    3.322_724_549_813_093_8,
                    87.243_061_495_337_51,
                ]),
            ),
        ] {
            let generator = Generator::over(4, &ring(), &rates);
            assert!(Modes::balanced(&generator).is_none());
            let modes = Modes::general(&generator, &intervals).unwrap();
            let mut own = Local::new(12, Depth::Observed);
            modes.add(&generator, &intervals, Depth::Observed, &mut own);
            let (other, within) = if let Some([value, score @ ..]) = far {
                close(&[own.value], &[value], 1e-12);
                close(&own.score[..3], &score, 1e-12);
                (first(&generator, &intervals, Depth::Information), 1e-9)
            } else {
                (direct(&generator, &intervals, Depth::Observed), 1e-12)
            };
            close(&[own.value], &[other.value], within);
            close(&own.score, &other.score, within);
            close(&own.outer, &other.outer, within);
            if far.is_none() {
                close(&own.curvature, &other.curvature, 1e-12);
            }
        }
    }

    #[test]
    fn directions_that_coincide_are_left_to_doubling() {
        let intervals = intervals();
        let along = [(0, 1), (1, 2), (2, 3)].map(|(from, to)| Move { from, to });
        // Equal eigenvalues with one direction, and nearly equal ones with nearly one.
        let ahead: Vec<Interval> = intervals.iter().copied().filter(|one| one.from <= one.to).collect();
        for second in [40.0, 40.0 + 1e-9, f64::NAN] {
            let generator = Generator::over(4, &along, &[40.0, second, 0.1]);
            assert!(Modes::general(&generator, &ahead).is_none(), "{second}");
            let mut own = Local::new(3, Depth::Score);
            far(&generator, &ahead, Depth::Score, &mut own);
            let other = first(&generator, &ahead, Depth::Score);
            assert_eq!(own.value.to_bits(), other.value.to_bits());
        }
        // A state that is left at once and never entered has a probability beyond rounding; the others do not.
        let apart = Generator::over(4, &along, &[40.0, 60.0, 0.1]);
        assert!(Modes::general(&apart, &ahead).is_none());
        let ahead: Vec<Interval> = ahead.into_iter().filter(|one| one.to >= 2).collect();
        let mut own = Local::new(3, Depth::Score);
        Modes::general(&apart, &ahead).unwrap().add(&apart, &ahead, Depth::Score, &mut own);
        let other = first(&apart, &ahead, Depth::Score);
        close(&own.score, &other.score, 1e-11);
    }

    #[test]
    fn eigenvalues_series_and_doubling_agree() {
        let neighbours = [(0, 1), (1, 0), (1, 2), (2, 1), (2, 3), (3, 2)];
        let moves = neighbours.map(|(from, to)| Move { from, to });
        let intervals = intervals();
        // The same throughout, equal eigenvalues nearly, and one pair of states far faster than the rest.
        for (rates, far) in [
            ([0.3, 0.9, 1.1, 0.2, 0.4, 0.8], false),
            ([0.5, 0.5, 0.5, 0.5, 0.5, 0.5], false),
            ([0.2, 0.2, 9.0, 9.0, 0.1, 0.3], false),
            ([3e5, 2e5, 0.3, 0.4, 0.1, 0.3], true),
        ] {
            let generator = Generator::over(4, &moves, &rates);
            let modes = Modes::balanced(&generator).unwrap();
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
        assert!(Modes::balanced(&Generator::over(3, &circle, &[1.0, 2.0, 1.0, 1.0, 1.0, 1.0])).is_none());
        assert!(Modes::balanced(&Generator::over(3, &circle, &[1.0, 2.0, 1.0, 1.0, 2.0, 1.0])).is_some());
        assert!(Modes::balanced(&Generator::over(4, &moves, &[1.0, 0.0, 1.0, 1.0, 1.0, 1.0])).is_none());
    }
}
