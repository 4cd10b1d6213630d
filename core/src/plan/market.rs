//! Choosing for everyone at once: one column a person, as much value as the capacities allow.
//!
//! # Formula
//! Maximise `Σᵢ gain(i, cᵢ)` over one column `cᵢ` a person, with `Σᵢ hours(cᵢ, r) ≤ capacity(r)` for every role `r`. With a
//! price `λ(r) ≥ 0` on each hour no choice is worth more than `Σᵢ maxᶜ (gain − λ·hours) + λ·capacity`: that is the bound.
//! The lowest bound is looked for with the ellipsoid method, the choice at those prices is made to fit, and what is
//! left of the hours is used. Where few people are undecided, a search proves which choice is best.
//!
//! # Source
//! Everett 1963, *Generalized Lagrange multiplier method*; Bland, Goldfarb & Todd 1981, *The ellipsoid method: a survey*.
#![expect(
    clippy::indexing_slicing,
    reason = "people, columns and roles are numbered when the market is made"
)]

use super::sets::Sets;
use super::task::SLACK;

/// Something one person can get: a set of interventions and what it adds to the chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Column {
    pub(super) set: u32,
    pub(super) gain: f64,
}

/// Everyone's columns, and the hours there are.
#[derive(Debug)]
pub(super) struct Market<'a> {
    pub(super) columns: Vec<Vec<Column>>,
    pub(super) capacity: &'a [f64],
    pub(super) sets: &'a Sets,
}

/// What came out.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// For each person which of the columns.
    pub(super) columns: Vec<usize>,
    /// The gains together.
    pub(super) value: f64,
    /// No choice has more.
    pub(super) bound: f64,
    /// What one more hour of each role would add, about.
    pub(super) prices: Vec<f64>,
}

impl Market<'_> {
    pub(super) fn hours(&self, column: Column) -> &[f64] {
        self.sets.hours(column.set as usize)
    }

    /// The cost of every set at these prices.
    pub(super) fn costs(&self, prices: &[f64]) -> Vec<f64> {
        let cost = |set| dot(self.sets.hours(set), prices);
        (0..self.sets.masks.len()).map(cost).collect()
    }

    /// The hours a choice takes of each role.
    pub(super) fn used(&self, choice: &[usize]) -> Vec<f64> {
        let mut used = vec![0.0; self.capacity.len()];
        for (columns, &chosen) in self.columns.iter().zip(choice) {
            add(&mut used, self.hours(columns[chosen]), 1.0);
        }
        used
    }

    pub(super) fn value(&self, choice: &[usize]) -> f64 {
        self.columns.iter().zip(choice).fold(0.0, |sum, (columns, &chosen)| sum + columns[chosen].gain)
    }

    /// Whether so many hours are there.
    pub(super) fn fits(&self, used: &[f64]) -> bool {
        used.iter().zip(self.capacity).all(|(used, given)| *used <= given + SLACK * given.max(1.0))
    }

    /// The best choice that was found, and how much better any could be.
    pub(super) fn choose(&self) -> Choice {
        let priced = super::price::prices(self);
        let costs = self.costs(&priced.prices);
        let mut columns = priced.choice;
        self.repair(&mut columns, &costs);
        self.fill(&mut columns, &costs);
        let mut bound = priced.bound;
        if let Some(best) = super::search::search(self, &columns, &costs, &priced.prices, bound) {
            columns = best.columns;
            if best.proven {
                bound = self.value(&columns);
            }
        }
        let value = self.value(&columns);
        Choice { columns, value, bound: bound.max(value), prices: priced.prices }
    }

    /// Moves people to columns that take less of what is short, at the least loss for what it frees. What is not short
    /// does not become so: each round there is less too much, so it ends.
    fn repair(&self, choice: &mut [usize], costs: &[f64]) {
        loop {
            let mut used = self.used(choice);
            if self.fits(&used) {
                return;
            }
            let mut moves: Vec<(f64, usize, usize)> = Vec::new();
            for (person, columns) in self.columns.iter().enumerate() {
                let now = columns[choice[person]];
                let mut best: Option<(f64, usize)> = None;
                for (index, &column) in columns.iter().enumerate() {
                    let Some(freed) = self.freed(&used, self.hours(now), self.hours(column)) else {
                        continue;
                    };
                    let rate = (Self::worth(now, costs) - Self::worth(column, costs)) / freed;
                    if best.is_none_or(|(least, _)| rate < least) {
                        best = Some((rate, index));
                    }
                }
                moves.extend(best.map(|(rate, index)| (rate, person, index)));
            }
            moves.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            // Nothing to move cannot happen: what is fixed fits, and everyone has a column with no more than that.
            if moves.is_empty() {
                return;
            }
            for (_, person, index) in moves {
                let columns = &self.columns[person];
                let (now, then) = (self.hours(columns[choice[person]]), self.hours(columns[index]));
                if self.freed(&used, now, then).is_some() {
                    used = moved(&used, now, then);
                    choice[person] = index;
                }
            }
        }
    }

    /// How much of what is short a move frees; `None` when it frees nothing or takes more of something than there is.
    fn freed(&self, used: &[f64], now: &[f64], then: &[f64]) -> Option<f64> {
        let mut freed = 0.0;
        for (((used, given), now), then) in used.iter().zip(self.capacity).zip(now).zip(then) {
            if then > now && used - now + then > *given {
                return None;
            }
            freed += (now - then).min(used - given).max(0.0);
        }
        (freed > 0.0).then_some(freed)
    }

    /// Uses hours that are left, those first who gain most beyond the price.
    fn fill(&self, choice: &mut [usize], costs: &[f64]) {
        loop {
            let mut used = self.used(choice);
            let mut moves: Vec<(f64, usize, usize)> = Vec::new();
            for (person, columns) in self.columns.iter().enumerate() {
                let now = columns[choice[person]];
                for (index, &column) in
                    columns.iter().enumerate().filter(|(_, column)| column.gain > now.gain)
                {
                    if self.fits(&moved(&used, self.hours(now), self.hours(column))) {
                        moves.push((Self::worth(column, costs) - Self::worth(now, costs), person, index));
                    }
                }
            }
            moves.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
            if moves.is_empty() {
                return;
            }
            for (_, person, index) in moves {
                let columns = &self.columns[person];
                let (now, then) = (columns[choice[person]], columns[index]);
                let after = moved(&used, self.hours(now), self.hours(then));
                if then.gain > now.gain && self.fits(&after) {
                    used = after;
                    choice[person] = index;
                }
            }
        }
    }

    /// The gain of a column less the price of its hours.
    pub(super) fn worth(column: Column, costs: &[f64]) -> f64 {
        column.gain - costs[column.set as usize]
    }
}

pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (a, b)| sum + a * b)
}

pub(super) fn add(sum: &mut [f64], part: &[f64], times: f64) {
    for (sum, part) in sum.iter_mut().zip(part) {
        *sum += times * part;
    }
}

fn moved(used: &[f64], from: &[f64], to: &[f64]) -> Vec<f64> {
    let mut after = used.to_vec();
    add(&mut after, from, -1.0);
    add(&mut after, to, 1.0);
    after
}
