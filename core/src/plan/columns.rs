//! What each person can get that nothing else betters.
#![expect(clippy::indexing_slicing, reason = "sets are numbered when they are made")]

use super::market::Column;
use super::sets::Sets;
use super::sight::{Bounds, Changes, Numbers, Sight};

/// The sets with what they change by one draw of numbers.
pub(super) struct Drawn<'a> {
    pub(super) sight: &'a Sight<'a>,
    pub(super) sets: &'a Sets,
    pub(super) numbers: &'a Numbers,
    pub(super) changes: Vec<Changes>,
}

impl<'a> Drawn<'a> {
    pub(super) fn of(sight: &'a Sight<'a>, sets: &'a Sets, numbers: &'a Numbers) -> Self {
        let changes = sets.masks.iter().map(|&mask| sight.changes(mask, numbers)).collect();
        Self { sight, sets, numbers, changes }
    }

    /// The chance of a person as things are, `None` where it is not known.
    pub(super) fn chance(&self, person: usize) -> Option<f64> {
        self.sight.sum(person, self.numbers).map(|sum| self.sight.task.model.link.chance(sum))
    }

    /// What a set adds to the chance of a person; nothing where the chance is not known.
    pub(super) fn gain(&self, person: usize, set: usize) -> f64 {
        let Some(sum) = self.sight.sum(person, self.numbers) else { return 0.0 };
        let levels = self.sight.levels(person);
        let shift = self.sight.shift(levels, &self.changes[set], self.numbers, &mut Vec::new());
        let link = self.sight.task.model.link;
        link.chance(sum + shift) - link.chance(sum)
    }

    /// The sets a person can get of which no other gives as much for no more hours of any role. What a professional
    /// fixed comes first, alone; without anything fixed that is nothing at all.
    pub(super) fn columns(&self, person: usize, bounds: &Bounds, capacity: &[f64]) -> Vec<Column> {
        let first = if bounds.must == 0 { 0 } else { self.sets.position(bounds.must).unwrap_or_default() };
        let column = |set: usize, gain| Column { set: u32::try_from(set).unwrap_or_default(), gain };
        let Some(sum) = self.sight.sum(person, self.numbers) else { return vec![column(first, 0.0)] };
        let (levels, mut after) = (self.sight.levels(person), Vec::new());
        let mut shift = |set: usize| self.sight.shift(levels, &self.changes[set], self.numbers, &mut after);
        let base = shift(first);
        // By what they shift, the most first: the chance rises with it, whatever the link.
        let mut front: Vec<(f64, usize)> = vec![(base, first)];
        for (set, &mask) in self.sets.masks.iter().enumerate() {
            if !bounds.allows(mask) || set == first {
                continue;
            }
            let (value, hours) = (shift(set), self.sets.hours(set));
            let (mut place, mut bettered) = (0, value <= base);
            while let Some((other, index)) =
                front.get(place).filter(|(other, _)| !bettered && *other >= value)
            {
                bettered = self.sets.hours(*index).iter().zip(hours).all(|(less, more)| less <= more);
                place += usize::from(*other >= value);
            }
            let possible = hours.iter().zip(capacity).all(|(hours, given)| hours <= given);
            if !bettered && possible {
                front.insert(place, (value, set));
            }
        }
        let link = self.sight.task.model.link;
        let now = link.chance(sum);
        front.into_iter().rev().map(|(shift, set)| column(set, link.chance(sum + shift) - now)).collect()
    }
}
