//! Adding parts up.

use super::{Circumstance, Row, Summary, Transitions};
use std::cmp::Ordering;

impl Transitions {
    /// Adds a part with other people, of the same specification and the same unit of time.
    ///
    /// The result does not depend on the order in which parts are added, to the last bit.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        let offset = u32::try_from(self.circumstances.len()).unwrap_or(u32::MAX);
        self.circumstances.extend(other.circumstances);
        self.rows
            .extend(other.rows.into_iter().map(|row| Row { circumstance: row.circumstance + offset, ..row }));
        self.summary = self.summary.plus(other.summary);
        self.tidy();
        self
    }

    /// Sorts everything and takes together what is the same.
    pub(super) fn tidy(&mut self) {
        let mut order: Vec<(usize, Circumstance)> =
            std::mem::take(&mut self.circumstances).into_iter().enumerate().collect();
        order.sort_by(|(_, left), (_, right)| left.order(right));
        let mut places = vec![0_u32; order.len()];
        for (old, circumstance) in order {
            if self.circumstances.last().is_none_or(|last| last.order(&circumstance).is_ne()) {
                self.circumstances.push(circumstance);
            }
            if let Some(place) = places.get_mut(old) {
                *place = u32::try_from(self.circumstances.len() - 1).unwrap_or(u32::MAX);
            }
        }
        for row in &mut self.rows {
            row.circumstance = places.get(row.circumstance as usize).copied().unwrap_or(u32::MAX);
        }
        self.rows.sort_unstable_by(|left, right| left.key().cmp(&right.key()));
        self.rows.dedup_by(|later, kept| {
            let same = later.key() == kept.key();
            if same {
                kept.count += later.count;
            }
            same
        });
    }
}

impl Circumstance {
    fn order(&self, other: &Self) -> Ordering {
        let values = self.values.iter().zip(&other.values).map(|(left, right)| left.total_cmp(right));
        self.piece.cmp(&other.piece).then_with(|| values.fold(Ordering::Equal, Ordering::then))
    }
}

impl Row {
    // Gaps and weights are not below zero, so their bits are in their order.
    fn key(&self) -> (u32, u64, u8, u8, super::End, bool, u64) {
        let gap = self.gap.to_bits();
        (self.circumstance, gap, self.from, self.to, self.end, self.opens, self.weight.to_bits())
    }
}

impl Summary {
    fn plus(self, other: Self) -> Self {
        Self {
            people: self.people + other.people,
            visits: self.visits + other.visits,
            intervals: self.intervals + other.intervals,
            changes: self.changes + other.changes,
            single: self.single + other.single,
            without_covariates: self.without_covariates + other.without_covariates,
        }
    }
}
