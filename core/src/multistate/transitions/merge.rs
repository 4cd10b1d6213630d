//! Adding parts up.

use super::places::sort;
use super::{Chain, End, Row, Start, Step, Summary, Transitions};
use crate::Label;
use crate::document::Problems;
use crate::error::{Error, Mistake, Place};
use crate::ordered::sort as in_order;

impl Transitions {
    /// Adds a part with other people, of the same specification and with times of the same kind.
    ///
    /// The result does not depend on the order in which parts are added, to the last bit. Whether someone is in both parts
    /// cannot be seen here: who is, counts twice.
    ///
    /// # Errors
    /// `other-part` for each respect in which the part is about another model, with what it is in both; `other-unit`.
    pub fn merge(mut self, other: Self) -> Result<Self, Error> {
        self.alike(&other, &Place::default())?;
        self.add(other);
        self.tidy();
        Ok(self)
    }

    /// Adds any number of parts up, as [`Transitions::merge`] does two.
    ///
    /// # Errors
    /// `empty` without parts, and what [`Transitions::merge`] refuses, of every part that is not as the first.
    pub fn sum(parts: &[Self]) -> Result<Self, Error> {
        let (problems, place) = (Problems::default(), Place::default().at("parts"));
        let Some((first, others)) = parts.split_first() else {
            return Err(Mistake::Empty { what: Label::of("de lijst van delen", "list of parts") }.into());
        };
        let mut whole = first.clone();
        for (number, part) in (2..).zip(others) {
            match first.alike(part, &place.element(number)) {
                Ok(()) => whole.add(part.clone()),
                Err(error) => problems.extend(error, &Place::default()),
            }
        }
        whole.tidy();
        problems.finish(Some(whole))
    }

    fn add(&mut self, other: Self) {
        let offset = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let (circumstances, sights) = (offset(self.circumstances.len()), offset(self.sights.len()));
        self.circumstances.extend(other.circumstances);
        self.sights.extend(other.sights);
        let (mut rows, mut chains) = (other.rows, other.chains);
        renumber(&mut rows, &mut chains, |one| one + circumstances, |one| one + sights);
        self.rows.append(&mut rows);
        self.chains.append(&mut chains);
        self.entered.iter_mut().zip(other.entered).for_each(|(entered, other)| *entered |= other);
        self.summary = self.summary.plus(other.summary);
    }

    /// Sorts everything and takes together what is the same.
    pub(super) fn tidy(&mut self) {
        let (circumstances, sights) = (sort(&mut self.circumstances), sort(&mut self.sights));
        let find = |places: &[u32], one: u32| places.get(one as usize).copied().unwrap_or(u32::MAX);
        let (rows, chains) = (&mut self.rows, &mut self.chains);
        renumber(rows, chains, |one| find(&circumstances, one), |one| find(&sights, one));
        in_order(rows, |one, other| one.key().cmp(&other.key()));
        rows.dedup_by(|later, kept| {
            let same = later.key() == kept.key();
            kept.count += if same { later.count } else { 0 };
            same
        });
        in_order(chains, |left, right| left.key().cmp(right.key()));
        chains.dedup_by(|later, kept| {
            let same = later.key().eq(kept.key());
            kept.count += if same { later.count } else { 0 };
            same
        });
    }
}

fn renumber(
    rows: &mut [Row],
    chains: &mut [Chain],
    circumstance: impl Fn(u32) -> u32,
    sight: impl Fn(u32) -> u32,
) {
    for row in rows {
        row.circumstance = circumstance(row.circumstance);
    }
    for chain in chains {
        chain.start = match chain.start {
            Start::Known(state) => Start::Known(state),
            Start::Any(at) => Start::Any(sight(at)),
            Start::Initial(at) => Start::Initial(sight(at)),
        };
        for step in &mut chain.steps {
            step.circumstance = circumstance(step.circumstance);
            step.sight = step.sight.map(&sight);
        }
    }
}

impl Row {
    // Gaps and weights are not below zero, so their bits are in their order.
    fn key(&self) -> (u32, u64, u8, u8, End, bool, u64) {
        let gap = self.gap.to_bits();
        (self.circumstance, gap, self.from, self.to, self.end, self.opens, self.weight.to_bits())
    }
}

impl Chain {
    fn key(&self) -> impl Iterator<Item = (Start, u64, u32, End, bool, Option<u32>)> {
        let first = [(self.start, self.weight.to_bits(), 0, End::Seen, false, None)];
        let step = |step: &Step| {
            (self.start, step.gap.to_bits(), step.circumstance, step.end, step.opens, step.sight)
        };
        first.into_iter().chain(self.steps.iter().map(step))
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
        }
    }
}
