//! Which choice is best, where few people are undecided.
#![expect(clippy::indexing_slicing, reason = "people and columns are numbered when the market is made")]

use super::market::{Market, add, dot};
use super::task::SLACK;

/// The most people that may be undecided.
const UNDECIDED: usize = 300;
/// The most steps.
const STEPS: usize = 100_000;

/// The best choice found, and whether every other was looked at or ruled out.
pub(super) struct Best {
    pub(super) columns: Vec<usize>,
    pub(super) proven: bool,
}

/// A person whose column is not settled: the columns that may be in a better choice with what each loses at the prices.
struct Open {
    person: usize,
    columns: Vec<(f64, usize)>,
}

struct Search<'a> {
    market: &'a Market<'a>,
    open: &'a [Open],
    /// For each of the open people the least hours that they and those after them take.
    least: Vec<Vec<f64>>,
    prices: &'a [f64],
    /// What is lost beyond the bound by the best choice so far.
    lost: f64,
    best: Option<Vec<usize>>,
    steps: usize,
}

/// Looks for a better choice than this one; `None` when too many people are undecided.
///
/// A choice loses, of the bound, what each column is worth less than the best at the prices, and the price of hours left
/// over. A column that alone loses more than the choice at hand is in no better one.
pub(super) fn search(
    market: &Market<'_>,
    choice: &[usize],
    costs: &[f64],
    prices: &[f64],
    bound: f64,
) -> Option<Best> {
    let gap = bound - market.value(choice);
    let mut settled = vec![0.0; prices.len()];
    let (mut columns, mut open) = (choice.to_vec(), Vec::new());
    for (person, all) in market.columns.iter().enumerate() {
        let top = all.iter().map(|&column| Market::worth(column, costs)).fold(f64::NEG_INFINITY, f64::max);
        let losses =
            all.iter().enumerate().map(|(index, &column)| (top - Market::worth(column, costs), index));
        let mut losses: Vec<(f64, usize)> = losses.filter(|(loss, _)| *loss < gap).collect();
        losses.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        match losses.as_slice() {
            [] => {}
            [(_, only)] => {
                columns[person] = *only;
                add(&mut settled, market.hours(all[*only]), 1.0);
            }
            _ => open.push(Open { person, columns: losses }),
        }
        if open.len() > UNDECIDED {
            return None;
        }
    }
    if gap <= 0.0 {
        return Some(Best { columns: choice.to_vec(), proven: true });
    }
    // Those for whom it matters most come first.
    let second = |one: &Open| one.columns.get(1).map_or(0.0, |(loss, _)| *loss);
    open.sort_unstable_by(|a, b| second(b).total_cmp(&second(a)).then(a.person.cmp(&b.person)));
    let mut least = vec![vec![0.0; prices.len()]];
    for one in open.iter().rev() {
        let mut hours = least.last().cloned().unwrap_or_default();
        for (role, sum) in hours.iter_mut().enumerate() {
            let takes = |(_, index): &(f64, usize)| market.hours(market.columns[one.person][*index])[role];
            *sum += one.columns.iter().map(takes).fold(f64::INFINITY, f64::min);
        }
        least.push(hours);
    }
    least.reverse();
    let count = open.len();
    let mut search = Search { market, open: &open, least, prices, lost: gap, best: None, steps: 0 };
    search.step(0, 0.0, &settled, &mut vec![0; count]);
    if let Some(best) = &search.best {
        for (one, index) in open.iter().zip(best) {
            columns[one.person] = *index;
        }
    } else {
        columns = choice.to_vec();
    }
    Some(Best { columns, proven: search.steps < STEPS })
}

impl Search<'_> {
    fn step(&mut self, depth: usize, lost: f64, used: &[f64], chosen: &mut Vec<usize>) {
        self.steps += 1;
        if self.steps >= STEPS {
            return;
        }
        let capacity = self.market.capacity;
        let open = self.open;
        let Some(one) = open.get(depth) else {
            let left: Vec<f64> = capacity.iter().zip(used).map(|(given, used)| given - used).collect();
            let lost = lost + dot(&left, self.prices);
            if lost < self.lost - 1e-12 {
                (self.lost, self.best) = (lost, Some(chosen.clone()));
            }
            return;
        };
        for &(loss, index) in &one.columns {
            if lost + loss >= self.lost {
                return;
            }
            let mut after = used.to_vec();
            add(&mut after, self.market.hours(self.market.columns[one.person][index]), 1.0);
            let later = &self.least[depth + 1];
            let fits = after.iter().zip(later).zip(capacity);
            if fits.into_iter().all(|((used, later), given)| used + later <= given + SLACK * given.max(1.0)) {
                chosen[depth] = index;
                self.step(depth + 1, lost + loss, &after, chosen);
            }
        }
    }
}
