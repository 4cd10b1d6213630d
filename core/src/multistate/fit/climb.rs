//! Climbing to the top of a likelihood: Newton steps with safeguards.
//!
//! A step solves `information · step = score`. The observed information serves while it is above zero in every direction,
//! else the sum of outer products with something added to its diagonal. No step changes a parameter by more than two, and it is
//! halved until the likelihood rises. The search ends when the score, measured in standard errors, is next to nothing: not when
//! the likelihood seems to stop rising, which is too early.

use crate::multistate::generator::{axpy, dot};
use crate::multistate::likelihood::{Depth, Evaluation};
use crate::multistate::symmetric::{Rows, factor, solve, times, within};

/// At most so much in one step.
const LONGEST: f64 = 2.0;
/// `score' information⁻¹ score` at which the search ends: the square of an error in units of standard errors.
const CLOSE: f64 = 1e-10;
/// The same measure, at which the observed information is worth its cost.
const NEAR: f64 = 0.01;
/// A tail: so many Newton steps in a row that are long, each promising less than this share of the one before. Then the
/// likelihood levels out like an exponential, without a top.
const TAIL: u32 = 3;
const LESS: f64 = 0.6;
/// The promise at which steps are watched for a tail.
const FAINT: f64 = 1e-3;
/// At most so many steps, and so many when it is one of many searches.
const PATIENCE: usize = 200;
const LITTLE_PATIENCE: usize = 50;

/// Where a search ended.
#[derive(Clone, Debug)]
pub(super) struct Summit {
    pub(super) at: Vec<f64>,
    /// At the last point, or within a step of it that is next to nothing.
    pub(super) evaluation: Evaluation,
    pub(super) iterations: usize,
    pub(super) ending: Ending,
}

/// How a search ended.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ending {
    /// At a top.
    Top,
    /// The likelihood hardly rises, yet the next step is as long as the last: there is no top in this direction.
    Slope(Vec<f64>),
    /// Without reaching a top.
    Lost,
}

/// How far a search goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    /// To the top, with the observed information there.
    Exact,
    /// Near enough to the top to compare values, where the observed information is costly.
    Rough,
}

/// Climbs from a point, along the given directions of length one that are square to each other.
///
/// Where the observed information costs more than the rest (`costly`), outer products lead near the top; there it is found once, and
/// again only when steps with it no longer help.
pub(super) fn climb(
    evaluate: &dyn Fn(&[f64], Depth) -> Evaluation,
    start: &[f64],
    along: &[Vec<f64>],
    costly: bool,
    care: Care,
) -> Summit {
    let mut at = start.to_vec();
    let mut near = !costly;
    let mut evaluation = evaluate(&at, if near { Depth::Observed } else { Depth::Information });
    let (mut fresh, mut last_gain) = (true, f64::INFINITY);
    let (mut iterations, mut tail) = (0, 0);
    let patience = if care == Care::Exact { PATIENCE } else { LITTLE_PATIENCE };
    while iterations < patience {
        let score = times(along, &evaluation.score);
        let (step, newton) = direction(along, &evaluation, &score);
        let gain = dot(&step, &score);
        if costly && newton && gain < NEAR && care == Care::Rough {
            return Summit { at, evaluation, iterations, ending: Ending::Top };
        }
        let renew = near && !fresh && (gain < CLOSE || gain > last_gain / 10.0 || !newton);
        if (!near && newton && gain < NEAR) || renew {
            (near, fresh, last_gain) = (true, true, f64::INFINITY);
            evaluation = evaluate(&at, Depth::Observed);
            iterations += 1;
            continue;
        }
        let less = gain < LESS * last_gain;
        last_gain = gain;
        let mut move_by = vec![0.0; at.len()];
        for (axis, length) in along.iter().zip(&step) {
            axpy(*length, axis, &mut move_by);
        }
        let longest = move_by.iter().fold(0.0_f64, |longest, one| longest.max(one.abs()));
        if newton && near && gain < CLOSE * 1e3 && longest > 0.1 {
            return Summit { at, evaluation, iterations, ending: Ending::Slope(move_by) };
        }
        tail = if newton && near && less && gain < FAINT && longest > 0.5 { tail + 1 } else { 0 };
        if tail >= TAIL {
            return Summit { at, evaluation, iterations, ending: Ending::Slope(move_by) };
        }
        let close = newton && near && gain < CLOSE;
        let mut slope = gain;
        if longest > LONGEST {
            let step = shortened(along, &evaluation, &score, newton);
            slope = dot(&step, &score);
            move_by = vec![0.0; at.len()];
            for (axis, length) in along.iter().zip(&step) {
                axpy(*length, axis, &mut move_by);
            }
        }
        let Some((next, risen)) = ascend(evaluate, &at, &move_by, evaluation.value, slope, close) else {
            // Where a promise this small is not kept, rounding is in the way.
            let top = close || (newton && near && gain < CLOSE * 1e3);
            let ending = if top { Ending::Top } else { Ending::Lost };
            return Summit { at, evaluation, iterations, ending };
        };
        iterations += 1;
        if !near && longest > 0.1 && risen < CLOSE * 1e3 {
            return Summit { at, evaluation, iterations, ending: Ending::Slope(move_by) };
        }
        at = next;
        let asked = match (close, near, costly) {
            (true, ..) | (_, true, true) => Depth::Score,
            (_, false, _) => Depth::Information,
            (_, true, false) => Depth::Observed,
        };
        let new = evaluate(&at, asked);
        fresh = asked != Depth::Score;
        evaluation =
            if fresh { new } else { Evaluation { value: new.value, score: new.score, ..evaluation } };
        if close {
            return Summit { at, evaluation, iterations, ending: Ending::Top };
        }
    }
    Summit { at, evaluation, iterations, ending: Ending::Lost }
}

/// The step within the free directions, and whether it is Newton's own.
fn direction(along: &[Vec<f64>], evaluation: &Evaluation, score: &[f64]) -> (Vec<f64>, bool) {
    if let Some(factor) = factor(&within(along, &evaluation.observed)) {
        return (solve(&factor, score), true);
    }
    let outer = within(along, &evaluation.outer);
    let largest =
        outer.iter().enumerate().filter_map(|(at, row)| row.get(at)).fold(0.0_f64, |a, b| a.max(*b));
    let mut damping = 1e-6;
    while damping < 1e12 {
        let damped: Rows = outer
            .iter()
            .enumerate()
            .map(|(at, row)| {
                let mut row = row.clone();
                if let Some(cell) = row.get_mut(at) {
                    *cell += damping * (*cell + 1e-3 * largest) + f64::MIN_POSITIVE;
                }
                row
            })
            .collect();
        if let Some(factor) = factor(&damped) {
            return (solve(&factor, score), false);
        }
        damping *= 10.0;
    }
    (score.to_vec(), false)
}

/// A step that is not too long: something is added to the diagonal until it is, so that what the data say little about gives way, and
/// the rest hardly.
fn shortened(along: &[Vec<f64>], evaluation: &Evaluation, score: &[f64], newton: bool) -> Vec<f64> {
    let matrix = within(along, if newton { &evaluation.observed } else { &evaluation.outer });
    let mut damping = 1e-6;
    while damping < 1e15 {
        let mut damped = matrix.clone();
        for (at, row) in damped.iter_mut().enumerate() {
            row.get_mut(at).into_iter().for_each(|cell| *cell += damping);
        }
        if let Some(factor) = factor(&damped) {
            let step = solve(&factor, score);
            if step.iter().all(|one| one.abs() <= LONGEST) {
                return step;
            }
        }
        damping *= 4.0;
    }
    let longest = score.iter().fold(f64::MIN_POSITIVE, |longest, one| longest.max(one.abs()));
    score.iter().map(|one| one * LONGEST / longest).collect()
}

/// The first point on the way back from a step at which the likelihood is higher, and by how much.
fn ascend(
    evaluate: &dyn Fn(&[f64], Depth) -> Evaluation,
    at: &[f64],
    step: &[f64],
    value: f64,
    gain: f64,
    close: bool,
) -> Option<(Vec<f64>, f64)> {
    let mut share = 1.0;
    while share > 1e-10 {
        let mut next = at.to_vec();
        axpy(share, step, &mut next);
        let reached = evaluate(&next, Depth::Value).value;
        // What rounding makes of a value this large is no fall.
        if reached >= value + 1e-4 * share * gain || (close && reached >= value - 1e-12 * value.abs()) {
            return Some((next, reached - value));
        }
        share /= 2.0;
    }
    None
}
