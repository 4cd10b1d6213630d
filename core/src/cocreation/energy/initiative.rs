//! Initiatives: who owns and carries them, and whether they move.

use super::days;
use crate::cocreation::history::{History, of};
use crate::cocreation::reference::Attendance;
use crate::cocreation::state::Initiative;
use crate::cocreation::{Event, Settings};
use crate::events::Moment;
use crate::{Label, Vocabulary};
use chrono::NaiveDate;
use serde::Serialize;

crate::vocabulary! {
    /// Whether an initiative moves.
    ///
    /// # Source
    /// COC-85, COC-86, BUU-39
    pub enum Momentum: "momentum", "de vaart", ["COC-85", "COC-86"] {
        /// There was a sign of life within the period.
        Moving = "moving": "beweegt", "moving", ["COC-85"],
        /// No sign of life is recorded for longer than the period.
        Quiet = "quiet": "stil, niets vastgelegd", "quiet, nothing recorded", ["COC-86"],
        /// It is recorded that it stands still.
        Stalled = "stalled": "gestald", "stalled", ["BUU-39", "COC-86"],
        /// Carried out.
        Completed = "completed": "uitgevoerd", "completed", ["COC-87"],
        /// Stopped or let go.
        Stopped = "stopped": "gestopt", "stopped", ["COC-86"],
    }
}

/// An initiative, its owner and its momentum.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InitiativeEnergy {
    /// Its name in the events.
    pub id: String,
    /// What it is.
    pub text: String,
    /// Who carries it now.
    pub carried_by: String,
    /// Whether it is carried by the source group.
    pub by_source_group: bool,
    /// Whose task it is; `None` when that is not recorded.
    pub owner: Option<String>,
    /// Whether it moves.
    pub momentum: Momentum,
    /// The same in words.
    pub label: Label,
    /// The events that are its signs of life, in order.
    pub signs: Vec<usize>,
    /// When the last sign of life was.
    pub last_sign: Moment,
    /// For how many days it has been going, until it was closed or until the date.
    pub days: u32,
    /// How many days ago the last sign of life was, from the last day it can have been.
    pub days_since_sign: u32,
}

pub(super) fn initiatives(
    history: &History<'_>,
    as_of: NaiveDate,
    settings: &Settings,
) -> Vec<InitiativeEnergy> {
    let all = &history.state.initiatives;
    all.iter().filter_map(|initiative| energy(history, initiative, as_of, settings)).collect()
}

fn energy(
    history: &History<'_>,
    initiative: &Initiative,
    as_of: NaiveDate,
    settings: &Settings,
) -> Option<InitiativeEnergy> {
    let id = initiative.id.as_str();
    let signs = history.numbers(|event| match event {
        Event::InitiativeStarted { id: own, .. } => own.as_str() == id,
        Event::InitiativeCarriedBy { id: own, .. }
        | Event::InitiativeResumed { id: own }
        | Event::InitiativeCompleted { id: own } => own.as_str() == id,
        Event::Session { initiative: Some(own), attendance } => {
            own.as_str() == id && attendance.iter().any(Attendance::present)
        }
        _ => false,
    });
    let started = history.entry(initiative.started)?.when;
    let last_sign = history.entry(*signs.last()?)?.when;
    let days_since_sign = days(last_sign.last(), as_of);
    let momentum = match initiative.closed {
        Some(_) if initiative.stopped => Momentum::Stopped,
        Some(_) => Momentum::Completed,
        None if initiative.stalled.is_some() => Momentum::Stalled,
        None if settings.initiative_quiet.is_exceeded_by(days_since_sign.into()) => Momentum::Quiet,
        None => Momentum::Moving,
    };
    let end =
        initiative.closed.and_then(|number| history.entry(number)).map_or(as_of, |entry| entry.when.date());
    let (_, carrier) = initiative.carriers.last()?;
    let owners = history.pick(|event| {
        of!(event, Event::InitiativeStarted { id, owner: Some(owner), .. } => (id.as_str(), owner.as_str()))
    });
    Some(InitiativeEnergy {
        id: initiative.id.clone(),
        text: initiative.text.clone(),
        carried_by: carrier.clone(),
        by_source_group: history.in_source_group(carrier),
        owner: owners.iter().find(|(_, (own, _))| *own == id).map(|(_, (_, owner))| (*owner).to_owned()),
        momentum,
        label: momentum.label(),
        signs,
        last_sign,
        days: days(started.date(), end),
        days_since_sign,
    })
}
