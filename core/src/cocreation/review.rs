//! The whole picture of a co-creation process on a date.

use super::condition::{ConditionReview, GUARDS, review_all};
use super::findings::{Finding, findings};
use super::history::History;
use super::progress::{self, NextSteps, PhaseReview, Status};
use super::remarks::{Remark, remarks};
use super::{Log, Phase, Settings};
use crate::{Label, Perspective, Vocabulary};
use chrono::NaiveDate;
use serde::Serialize;

/// What a log says on a date: how far the process is, which conditions are met, and what asks for attention.
///
/// Everything in it is advice with its reasons. A number in a list of evidence is the number of an event, counted
/// from 1.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Review {
    /// The name of the log.
    pub id: String,
    /// What people call it.
    pub title: Label,
    /// The date up to which the log was read.
    pub as_of: NaiveDate,
    /// How many events that are, with those that may have happened later.
    pub events: usize,
    /// How many of those may have happened after the date: of them, or of what came before them, only the month or
    /// the year is known. What rests on them is possible, not certain.
    pub possible_events: usize,
    /// How many events come after the date; they are left out.
    pub later_events: usize,
    /// Where the process is.
    pub status: Status,
    /// Each phase, in order.
    pub phases: Vec<PhaseReview>,
    /// The conditions of the whole process.
    pub guards: Vec<ConditionReview>,
    /// What is known for a next step.
    pub next_steps: NextSteps,
    /// What asks for attention, with advice.
    pub findings: Vec<Finding>,
    /// What is good to know, and asks for nothing.
    pub remarks: Vec<Remark>,
    /// From whose perspectives the log is written, in order.
    pub perspectives: Vec<PerspectiveCount>,
    /// The periods used, with where they come from.
    pub settings: Settings,
}

/// How many events were recorded from a perspective.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PerspectiveCount {
    /// The perspective.
    pub perspective: Perspective,
    /// The perspective in words.
    pub label: Label,
    /// How many events.
    pub events: usize,
}

/// Reviews a log on a date.
///
/// ```
/// use meedoen::cocreation::{Entry, Event, FindingCode, Log, Phase, Settings, review};
/// use meedoen::{Label, Perspective};
/// let log = Log::new("square", Label::of("Het plein", "The square"), Label::of("beheer", "upkeep"), vec![])?;
/// let day = "2019-03-01".parse().unwrap();
/// let entered = Event::PhaseEntered {
///     phase: Phase::CoDesign,
///     judgement: Some("everybody wants to begin".to_owned()),
///     judged_by: None,
/// };
/// let log = log.append(&Entry::new(day, Perspective::Policy, entered))?;
/// let review = review(&log, day, &Settings::default());
/// assert_eq!(review.findings[0].code, FindingCode::CoDesignWithoutAgreement);
/// assert!(review.findings[0].text.en.contains("not recorded"));
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// COC-20…52, COC-63, COC-81…94, COC-98, COC-108; GEN-12
pub fn review(log: &Log, as_of: NaiveDate, settings: &Settings) -> Review {
    let history = History::until(log, as_of);
    let events = history.entries().len();
    Review {
        id: log.id().to_owned(),
        title: log.title().clone(),
        as_of,
        events,
        possible_events: events - history.certain(),
        later_events: log.events().len() - events,
        status: progress::status(&history),
        phases: Phase::ALL.iter().map(|&phase| progress::phase(&history, phase)).collect(),
        guards: review_all(GUARDS, &history),
        next_steps: progress::next_steps(&history, as_of),
        findings: findings(&history, as_of, settings),
        remarks: remarks(&history),
        perspectives: perspectives(&history),
        settings: settings.clone(),
    }
}

pub(super) fn perspectives(history: &History<'_>) -> Vec<PerspectiveCount> {
    let count = |&perspective: &Perspective| PerspectiveCount {
        perspective,
        label: perspective.label(),
        events: history.entries().iter().filter(|entry| entry.perspective == perspective).count(),
    };
    Perspective::ALL.iter().map(count).filter(|count| count.events > 0).collect()
}
