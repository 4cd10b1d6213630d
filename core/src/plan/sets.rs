//! The sets of interventions that can go together, whoever gets them.

use super::catalogue::Catalogue;
use super::task::Task;
use crate::Label;
use crate::document::Problems;
use crate::error::{Error, Mistake, Place};

/// The most sets that are looked at for each person.
pub(super) const MOST_SETS: usize = 20_000;

/// Sets of interventions in the order of the hours they take together; the first is the empty one.
#[derive(Debug)]
pub(super) struct Sets {
    /// Which interventions are in it: one bit each, in the order of the catalogue.
    pub(super) masks: Vec<u64>,
    /// The hours of each role, one after the other.
    hours: Vec<f64>,
    roles: usize,
}

impl Sets {
    /// Every set of at most `at_most` that can be combined, and besides those every `extra` one.
    pub(super) fn of(task: &Task, extra: &[u64]) -> Result<Self, Error> {
        let mut masks = vec![0];
        let clashes: Vec<u64> = clashes(&task.catalogue);
        let mut first = 0;
        for _ in 0..task.settings.at_most.min(clashes.len()) {
            let last = masks.len();
            for index in first..last {
                let mask: u64 = masks.get(index).copied().unwrap_or_default();
                let above = (u64::BITS - mask.leading_zeros()) as usize;
                for (offer, clash) in clashes.iter().enumerate().skip(above) {
                    if mask & clash == 0 {
                        masks.push(mask | 1 << offer);
                    }
                }
            }
            first = last;
            if masks.len() > MOST_SETS {
                let what = Label::of(
                    "combinaties van interventies: maak de catalogus of `at_most` kleiner",
                    "sets of interventions: make the catalogue or `at_most` smaller",
                );
                let problems = Problems::default();
                problems.add(Mistake::TooMany { what, limit: MOST_SETS }, Place::default().at("at_most"));
                return problems.finish(None);
            }
        }
        masks.extend(extra);
        let roles = task.hours.len();
        let mut sets: Vec<(f64, u64)> =
            masks.iter().map(|&mask| (hours_of(task, mask).iter().sum(), mask)).collect();
        sets.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        sets.dedup_by_key(|(_, mask)| *mask);
        let masks: Vec<u64> = sets.into_iter().map(|(_, mask)| mask).collect();
        let hours = masks.iter().flat_map(|&mask| hours_of(task, mask)).collect();
        Ok(Self { masks, hours, roles })
    }

    /// The hours a set takes of each role.
    pub(super) fn hours(&self, set: usize) -> &[f64] {
        self.hours.get(set * self.roles..(set + 1) * self.roles).unwrap_or_default()
    }

    /// Where a set stands.
    pub(super) fn position(&self, mask: u64) -> Option<usize> {
        self.masks.iter().position(|&other| other == mask)
    }
}

/// The interventions of a set, as positions in the catalogue.
pub(super) fn members(mask: u64) -> impl Iterator<Item = usize> {
    (0..64).filter(move |bit| mask >> bit & 1 == 1)
}

/// With which others each intervention must not be combined.
fn clashes(catalogue: &Catalogue) -> Vec<u64> {
    let offers = catalogue.offers();
    let clash = |one| {
        let mut mask = 0_u64;
        for (bit, other) in offers.iter().enumerate() {
            mask |= u64::from(Catalogue::excludes(one, other)) << bit;
        }
        mask
    };
    offers.iter().map(clash).collect()
}

fn hours_of(task: &Task, mask: u64) -> Vec<f64> {
    let mut hours = vec![0.0; task.hours.len()];
    for offer in members(mask).filter_map(|index| task.catalogue.offers().get(index)) {
        let role = task.hours.iter().position(|one| one.role == offer.role);
        if let Some(place) = role.and_then(|role| hours.get_mut(role)) {
            *place += offer.hours;
        }
    }
    hours
}
