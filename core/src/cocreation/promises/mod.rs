//! The ledger of promises: who promised what to whom, what became of it, and the golden rule in its two parts.

mod entry;
mod keeping;
mod rule;

pub use entry::{PromiseEntry, PromiseState};
pub use keeping::{Keeping, PartyKeeping};
pub use rule::GoldenRulePart;

use super::history::History;
use super::{Log, Settings};
use crate::Label;
use chrono::NaiveDate;
use serde::Serialize;

/// Every promise of a log on a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PromiseLedger {
    /// The name of the log.
    pub id: String,
    /// The date up to which the log was read.
    pub as_of: NaiveDate,
    /// Every promise, in the order in which they were made.
    pub promises: Vec<PromiseEntry>,
    /// The names of the open promises that are past their date, or, without a date, open longer than the period;
    /// the one that is longest past it first.
    pub overdue: Vec<String>,
    /// How many promises each party made, and what became of them.
    pub by_party: Vec<PartyCount>,
    /// The golden rule: promise only what can be delivered, and what is promised, realise as soon as possible.
    pub golden_rule: Vec<GoldenRulePart>,
    /// How long it takes until a promise is kept.
    pub keeping: Keeping,
    /// The periods used, with where they come from.
    pub settings: Settings,
}

/// The promises of one party.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "PromisesOfParty"))]
pub struct PartyCount {
    /// The party.
    pub party: String,
    /// What people call it.
    pub label: Label,
    /// How many it made.
    pub made: usize,
    /// How many of those it kept.
    pub kept: usize,
    /// How many it withdrew.
    pub withdrawn: usize,
    /// How many are open.
    pub open: usize,
    /// How many of the open ones are overdue.
    pub overdue: usize,
}

/// The ledger of promises of a log on a date.
///
/// ```
/// use meedoen::cocreation::{Entry, Event, Log, Party, PartyKind, PromiseState, Settings, promises};
/// use meedoen::{Label, Perspective, decide::Truth};
/// let party = |id: &str, kind| Party { id: id.to_owned(), label: Label::new(id.to_owned(), id.to_owned()), kind };
/// let parties = vec![party("residents", PartyKind::SourceGroup), party("town", PartyKind::Municipality)];
/// let mut log = Log::new("square", Label::of("Het plein", "The square"), Label::of("beheer", "upkeep"), parties)?;
/// let on = |day: &str, event| Entry::new(day.parse().unwrap(), Perspective::Policy, event);
/// log = log.append(&on("2019-03-01", Event::PartyJoined { party: "town".into() }))?;
/// log = log.append(&on("2019-03-01", Event::PromiseMade {
///     id: "bins".into(),
///     by: "town".into(),
///     to: "residents".into(),
///     text: "open the containers".to_owned(),
///     capacity: Some(true),
///     due: Some("2019-04-01".parse().unwrap()),
/// }))?;
/// let on_time = promises(&log, "2019-04-01".parse().unwrap(), &Settings::default());
/// assert!(on_time.overdue.is_empty());
/// let ledger = promises(&log, "2019-04-08".parse().unwrap(), &Settings::default());
/// assert_eq!(ledger.overdue, ["bins"]);
/// assert_eq!(ledger.promises[0].days_overdue, Some(7));
/// assert_eq!(ledger.golden_rule[0].holds, Truth::Met); // it can be delivered
/// assert_eq!(ledger.golden_rule[1].holds, Truth::Unmet); // it is not, in time
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// COC-90, COC-91: the golden rule. That a promise without a date is late after a period is a labelled setting.
pub fn promises(log: &Log, as_of: NaiveDate, settings: &Settings) -> PromiseLedger {
    let history = History::until(log, as_of);
    let all = &history.state.promises;
    let promises: Vec<PromiseEntry> =
        all.iter().filter_map(|promise| PromiseEntry::of(&history, promise, as_of, settings)).collect();
    let mut late: Vec<&PromiseEntry> =
        promises.iter().filter(|promise| promise.days_overdue.is_some()).collect();
    late.sort_by_key(|promise| (std::cmp::Reverse(promise.days_overdue), promise.made));
    PromiseLedger {
        id: log.id().to_owned(),
        as_of,
        overdue: late.iter().map(|promise| promise.id.clone()).collect(),
        by_party: by_party(log, &promises),
        golden_rule: rule::parts(&promises),
        keeping: keeping::keeping(&promises),
        promises,
        settings: settings.clone(),
    }
}

fn by_party(log: &Log, promises: &[PromiseEntry]) -> Vec<PartyCount> {
    let of = |party: &super::Party| {
        let own: Vec<&PromiseEntry> = promises.iter().filter(|promise| promise.by == party.id).collect();
        let number = |state| own.iter().filter(|promise| promise.state == state).count();
        PartyCount {
            party: party.id.clone(),
            label: party.label.clone(),
            made: own.len(),
            kept: number(PromiseState::Kept),
            withdrawn: number(PromiseState::Withdrawn),
            open: number(PromiseState::Open),
            overdue: own.iter().filter(|promise| promise.days_overdue.is_some()).count(),
        }
    };
    log.parties().iter().map(of).filter(|count| count.made > 0).collect()
}
