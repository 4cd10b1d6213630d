//! How long it takes to reach a state, without subtracting numbers that are nearly equal.

use super::course::Course;
use super::varying::Varying;
use crate::multistate::Generator;

/// Whether someone in `from` may come into a state out of which no way leads to any of the targets.
pub(super) fn may_be_missed(generator: &Generator, from: usize, targets: &[usize]) -> bool {
    let open = |state: &usize| !targets.contains(state);
    let reached = reached(generator, from, &open);
    let hits = |state: &usize| targets.contains(state) || reached_any(generator, *state, targets);
    !reached.iter().all(hits)
}

fn reached_any(generator: &Generator, from: usize, targets: &[usize]) -> bool {
    reached(generator, from, &|_| true).iter().any(|state| targets.contains(state))
}

/// The states someone can come into, their own first; those that `goes_on` refuses are not left.
fn reached(generator: &Generator, from: usize, goes_on: &dyn Fn(&usize) -> bool) -> Vec<usize> {
    let (mut reached, mut next) = (vec![from], 0);
    while let Some(&state) = reached.get(next) {
        next += 1;
        if !goes_on(&state) {
            continue;
        }
        for (one, rate) in generator.moves() {
            if one.from == state && rate > 0.0 && !reached.contains(&one.to) {
                reached.push(one.to);
            }
        }
    }
    reached
}

/// The time spent in each state before the targets are reached, from each state: `(−Q)⁻¹` without the targets, rows and
/// columns in the order of `inner`. Every state of `inner` must lead to a target.
///
/// A state is taken out by sharing its way over the others; its total is a sum of what leaves it, never a difference, so
/// rates over nine orders of magnitude keep their digits (Grassmann, Taksar and Heyman 1985).
pub(super) fn spent_before(generator: &Generator, inner: &[usize]) -> Vec<Vec<f64>> {
    let count = inner.len();
    let place = |state: usize| inner.iter().position(|other| *other == state);
    // What leaves each state: to the others, and at the end to a target.
    let mut ways = vec![vec![0.0; count + 1]; count];
    for (one, rate) in generator.moves() {
        let Some(row) = place(one.from).and_then(|row| ways.get_mut(row)) else { continue };
        if let Some(cell) = row.get_mut(place(one.to).unwrap_or(count)) {
            *cell += rate;
        }
    }
    // Time spent: for each state the total it stands for while states are taken out, by where it was spent.
    let mut spent: Vec<Vec<f64>> =
        (0..count).map(|row| (0..count).map(|column| f64::from(u8::from(row == column))).collect()).collect();
    for out in (0..count).rev() {
        let (Some(leaving), Some(time)) = (ways.get(out).cloned(), spent.get(out).cloned()) else { break };
        let total: f64 =
            leaving.iter().enumerate().filter(|(to, _)| *to < out || *to == count).map(|way| way.1).sum();
        for row in 0..out {
            let (Some(own), Some(sum)) = (ways.get_mut(row), spent.get_mut(row)) else { break };
            let share = own.get(out).copied().unwrap_or(0.0) / total;
            for (to, (cell, more)) in own.iter_mut().zip(&leaving).enumerate() {
                if (to < out && to != row) || to == count {
                    *cell += share * more;
                }
            }
            sum.iter_mut().zip(&time).for_each(|(cell, more)| *cell += share * more);
        }
    }
    // Back again: each state spends its own time and then that of those it goes to.
    let mut before: Vec<Vec<f64>> = Vec::with_capacity(count);
    for (row, (own, time)) in ways.iter().zip(&spent).enumerate() {
        let lower = own.iter().take(row);
        let total: f64 = lower.clone().sum::<f64>() + own.last().copied().unwrap_or(0.0);
        let cells = time.iter().enumerate().map(|(column, alone)| {
            let later =
                lower.clone().zip(&before).map(|(rate, row)| rate * row.get(column).copied().unwrap_or(0.0));
            (alone + later.sum::<f64>()) / total
        });
        before.push(cells.collect());
    }
    before
}

/// The expected time from each state to the first visit to one of the targets, from the last piece of time on;
/// `None` from states from which the targets may be missed, 0 in the targets.
pub(super) fn time_to_reach(course: &Course<'_>, piece: usize, targets: &[usize]) -> Vec<Option<Varying>> {
    let generator = course.generator(piece, targets);
    let sure = |state: &usize| !targets.contains(state) && !may_be_missed(&generator, *state, targets);
    let inner: Vec<usize> = (0..course.states()).filter(sure).collect();
    let spent = spent_before(&generator, &inner);
    let times: Vec<f64> = spent.iter().map(|row| row.iter().sum()).collect();
    let time = |state: usize| {
        inner.iter().position(|other| *other == state).and_then(|at| times.get(at).copied()).unwrap_or(0.0)
    };
    let one = |row: usize| {
        let mut sum = Varying::constant(times.get(row).copied().unwrap_or(f64::NAN), course.parameters());
        for (column, state) in inner.iter().enumerate() {
            let stay = spent.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0.0);
            for (one, _) in generator.moves().filter(|(one, rate)| one.from == *state && *rate > 0.0) {
                // A faster move shortens or lengthens the way by what lies between its two states.
                let rate = course.rate_between(one.from, one.to, piece);
                let change = stay * (time(one.to) - time(one.from));
                let change = Varying { value: 0.0, by: rate.by.iter().map(|by| by * change).collect() };
                sum = sum.plus(&change);
            }
        }
        sum
    };
    (0..course.states())
        .map(|state| {
            if targets.contains(&state) {
                return Some(Varying::constant(0.0, course.parameters()));
            }
            inner.iter().position(|other| *other == state).map(one)
        })
        .collect()
}

/// The expected time to the first visit to one of the targets, from a moment on; `None` when they may be missed.
pub(super) fn first_passage(
    course: &Course<'_>,
    from: usize,
    targets: &[usize],
    begin: f64,
) -> Option<Varying> {
    let stretches = course.stretches(super::Span { begin, end: f64::INFINITY });
    let (mut now, mut total) = (begin, Varying::constant(0.0, course.parameters()));
    let mut shares: Vec<Varying> = (0..course.states())
        .map(|state| Varying::constant(f64::from(u8::from(state == from)), course.parameters()))
        .collect();
    for (piece, length) in stretches {
        if length.is_infinite() {
            let times = time_to_reach(course, piece, targets);
            for (share, time) in shares.iter().zip(times) {
                match time {
                    Some(time) => total = total.plus(&share.times(&time)),
                    None if share.value > 0.0 => return None,
                    None => {}
                }
            }
            return Some(total);
        }
        let passage = course.passage(super::Span { begin: now, end: now + length }, targets);
        let states = 0..course.states();
        let open: Vec<usize> = states.clone().filter(|state| !targets.contains(state)).collect();
        for (state, share) in shares.iter().enumerate().filter(|(state, _)| !targets.contains(state)) {
            total = total.plus(&share.times(&passage.spent.total(state, &open)));
        }
        shares = states
            .map(|to| {
                let none = Varying::constant(0.0, course.parameters());
                shares.iter().enumerate().fold(none, |sum, (state, share)| {
                    sum.plus(&share.times(&passage.probabilities.at(state, to)))
                })
            })
            .collect();
        now += length;
    }
    Some(total)
}
