//! One promise and what became of it.

use crate::Label;
use crate::cocreation::Settings;
use crate::cocreation::history::History;
use crate::cocreation::state::Promise;
use crate::events::Moment;
use chrono::NaiveDate;
use serde::Serialize;

crate::vocabulary! {
    /// What became of a promise.
    ///
    /// # Source
    /// COC-90, COC-91
    pub enum PromiseState: "state of a promise", "de stand van een belofte", ["COC-90", "COC-91"] {
        /// Neither kept nor withdrawn, as far as is recorded.
        Open = "open": "open", "open", [],
        /// Kept.
        Kept = "kept": "nagekomen", "kept", ["COC-91"],
        /// Withdrawn.
        Withdrawn = "withdrawn": "ingetrokken", "withdrawn", ["COC-90"],
    }
}

/// A promise, as far as it is recorded on a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PromiseEntry {
    /// Its name in the events.
    pub id: String,
    /// What was promised.
    pub text: String,
    /// Who promised.
    pub by: String,
    /// What people call who promised.
    pub by_label: Label,
    /// To whom.
    pub to: String,
    /// What people call to whom.
    pub to_label: Label,
    /// The number of the event with which it was made.
    pub made: usize,
    /// When it was made.
    pub made_on: Moment,
    /// Whether the party can deliver it; `None` when that is not recorded.
    pub capacity: Option<bool>,
    /// By when at the latest, when that was said.
    pub due: Option<NaiveDate>,
    /// What became of it.
    pub state: PromiseState,
    /// The number of the event with which it was kept or withdrawn.
    pub closed: Option<usize>,
    /// When it was kept or withdrawn.
    pub closed_on: Option<Moment>,
    /// For how many days it was open, until it was closed or until the date of the ledger. Of dates that are not known
    /// to the day, the first days are used.
    pub days: u32,
    /// The fewest days it can have been open, as precisely as the dates are known.
    pub days_at_least: u32,
    /// The most days it can have been open.
    pub days_at_most: u32,
    /// Whether it was kept by its date; `None` when it was not kept, had no date, or the day is not known well enough.
    pub kept_in_time: Option<bool>,
    /// For how many days an open promise is past its date, or past the period without a date; `None` when it is not.
    pub days_overdue: Option<u32>,
}

impl PromiseEntry {
    pub(super) fn of(
        history: &History<'_>,
        promise: &Promise,
        as_of: NaiveDate,
        settings: &Settings,
    ) -> Option<Self> {
        let made_on = history.entry(promise.made)?.when;
        let closed_on = promise.closed.and_then(|number| history.entry(number)).map(|entry| entry.when);
        let (end, last_end) = closed_on.map_or((as_of, as_of), |moment| (moment.date(), moment.last()));
        let state = match promise.closed {
            None => PromiseState::Open,
            Some(_) if promise.kept => PromiseState::Kept,
            Some(_) => PromiseState::Withdrawn,
        };
        let days_at_least = days(made_on.last(), end);
        let limit = match promise.due {
            Some(due) => Some(due),
            None => made_on.last().checked_add_days(chrono::Days::new(settings.promise_open.days.into())),
        };
        let days_overdue = limit
            .filter(|limit| state == PromiseState::Open && *limit < as_of)
            .map(|limit| days(limit, as_of));
        let kept_in_time = promise
            .due
            .filter(|_| state == PromiseState::Kept)
            .and_then(|due| if last_end <= due { Some(true) } else { (end > due).then_some(false) });
        Some(Self {
            id: promise.id.clone(),
            text: promise.text.clone(),
            by: promise.by.clone(),
            by_label: history.name(&promise.by),
            to: promise.to.clone(),
            to_label: history.name(&promise.to),
            made: promise.made,
            made_on,
            capacity: promise.capacity,
            due: promise.due,
            state,
            closed: promise.closed,
            closed_on,
            days: days(made_on.date(), end),
            days_at_least,
            days_at_most: days(made_on.date(), last_end),
            kept_in_time,
            days_overdue,
        })
    }

    /// Whether the dates leave more than one number of days open.
    pub(super) fn imprecise(&self) -> bool {
        self.days_at_least != self.days_at_most
    }
}

/// The days from one date to another, 0 when it is not later.
fn days(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from(to.signed_duration_since(from).num_days()).unwrap_or(0)
}
