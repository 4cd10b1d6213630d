//! What stood in the way, and how long the breath was.

use super::days;
use crate::cocreation::Event;
use crate::cocreation::history::{History, of};
use crate::events::Moment;
use crate::{Label, Vocabulary};
use chrono::NaiveDate;
use serde::Serialize;

crate::vocabulary! {
    /// A kind of set-back.
    ///
    /// # Source
    /// COC-45, COC-93
    pub enum SetBackKind: "kind of set-back", "soort tegenslag", ["COC-93"] {
        /// The process stood still.
        Suspended = "suspended": "stilgelegd", "suspended", ["COC-93"],
        /// Other people came to work on it for a party.
        StaffChanged = "staff-changed": "andere mensen", "staff changed", ["COC-45", "COC-93"],
    }
}

/// A set-back, and how long it lasted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetBack {
    /// The kind.
    pub kind: SetBackKind,
    /// The kind in words.
    pub label: Label,
    /// What was recorded about it.
    pub text: Option<String>,
    /// When it began.
    pub since: Moment,
    /// When it was over; `None` when that is not recorded, or for what has no length.
    pub until: Option<Moment>,
    /// How many days it lasted, or has lasted so far; `None` for what has no length.
    pub days: Option<u32>,
    /// The numbers of the events it rests on, in order.
    pub evidence: Vec<usize>,
}

pub(in crate::cocreation) fn set_backs(history: &History<'_>, as_of: NaiveDate) -> Vec<SetBack> {
    let found = history.pick(|event| {
        of!(event, Event::Suspended { .. } | Event::Resumed {} | Event::Ended { .. } | Event::StaffChanged { .. } => event)
    });
    let mut set_backs: Vec<SetBack> = Vec::new();
    for (number, event) in found {
        let Some(when) = history.entry(number).map(|entry| entry.when) else { continue };
        let (kind, text) = match event {
            Event::Suspended { reason } => (SetBackKind::Suspended, Some(reason.clone())),
            Event::StaffChanged { text, .. } => (SetBackKind::StaffChanged, text.clone()),
            _ => {
                let still = |one: &&mut SetBack| one.kind == SetBackKind::Suspended && one.until.is_none();
                if let Some(open) = set_backs.iter_mut().rev().find(still) {
                    open.until = Some(when);
                    open.days = Some(days(open.since.date(), when.date()));
                    open.evidence.push(number);
                }
                continue;
            }
        };
        let lasts = kind == SetBackKind::Suspended;
        set_backs.push(SetBack {
            kind,
            label: kind.label(),
            text,
            since: when,
            until: None,
            days: lasts.then(|| days(when.date(), as_of)),
            evidence: vec![number],
        });
    }
    set_backs
}

/// For how many days the process has been going, and for how many of those it stood still.
pub(in crate::cocreation) fn course(
    history: &History<'_>,
    set_backs: &[SetBack],
    as_of: NaiveDate,
) -> (u32, u32) {
    let first = history.entries().first().map_or(as_of, |entry| entry.when.date());
    let ended = history.state.ended.and_then(|(number, _)| history.entry(number));
    let last = ended.map_or(as_of, |entry| entry.when.date());
    (days(first, last), set_backs.iter().filter_map(|one| one.days).sum())
}
