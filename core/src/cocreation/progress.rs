//! How far the process is: each phase, where it is now, and what a next step would need.

use super::Phase;
use super::condition::{ConditionReview, review_all};
use super::history::History;
use super::point::table as points;
use super::readiness::{self, JUDGEMENT, Readiness};
use super::words::Ending;
use crate::events::Moment;
use crate::{Label, Source, Vocabulary};
use chrono::NaiveDate;
use serde::Serialize;

/// Where the process is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Status {
    /// The phase now, `None` before the first and after the end.
    pub phase: Option<Phase>,
    /// Whether it stands still.
    pub suspended: bool,
    /// How it ended, `None` as long as it has not.
    pub ended: Option<Ending>,
    /// The same in words.
    pub text: Label,
    /// The numbers of the events that say so.
    pub evidence: Vec<usize>,
}

/// What the log says of one phase.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PhaseReview {
    /// The phase.
    pub phase: Phase,
    /// Its name.
    pub label: Label,
    /// Each time it was entered; more than once when people went back.
    pub stays: Vec<Stay>,
    /// Whether it is the phase now.
    pub current: bool,
    /// Whether it is the phase now and stands still.
    pub suspended: bool,
    /// The conditions for entering it, as they are on the date of the review.
    pub entry_conditions: Vec<ConditionReview>,
    /// The conditions of the phase itself.
    pub conditions: Vec<ConditionReview>,
    /// Whether it was evaluated together.
    pub co_evaluation: ConditionReview,
}

/// One stay in a phase.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stay {
    /// The number of the event with which it was entered.
    pub entered: usize,
    /// When that was.
    pub since: Option<Moment>,
    /// The number of the event with which it was left.
    pub left: Option<usize>,
    /// When that was.
    pub until: Option<Moment>,
}

/// What is known for a next step; whether to take it is for people to judge.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NextSteps {
    /// The phase now.
    pub phase: Option<Phase>,
    /// The conditions of the phase now, and its co-evaluation.
    pub here: Vec<ConditionReview>,
    /// The entry conditions of the phase that follows; `None` after the last phase and after the end.
    pub readiness: Option<Readiness>,
    /// What to do with it.
    pub text: Label,
    /// Where it comes from.
    pub source: Source,
}

pub(super) fn status(history: &History<'_>) -> Status {
    let state = &history.state;
    let current = state.current();
    let mut evidence: Vec<usize> = current.iter().map(|visit| visit.entered).collect();
    let mut text = match current {
        Some(visit) => {
            let (label, date) = (visit.phase.label(), history.date(visit.entered));
            Label::new(
                format!("fase: {} (sinds {date})", label.nl),
                format!("phase: {} (since {date})", label.en),
            )
        }
        None => Label::of("er is geen fase ingegaan", "no phase has been entered"),
    };
    if let Some(number) = state.suspended {
        evidence.push(number);
        let date = history.date(number);
        let still = Label::new(format!("stilgelegd ({date})"), format!("suspended ({date})"));
        text = Label::join([&text, &still], "; ");
    }
    if let Some((number, ending)) = state.ended {
        evidence = vec![number];
        let (label, date) = (ending.label(), history.date(number));
        text =
            Label::new(format!("afgesloten ({date}): {}", label.nl), format!("ended ({date}): {}", label.en));
    }
    Status {
        phase: current.map(|visit| visit.phase),
        suspended: state.suspended.is_some() && state.ended.is_none(),
        ended: state.ended.map(|(_, ending)| ending),
        text,
        evidence,
    }
}

pub(super) fn phase(history: &History<'_>, phase: Phase) -> PhaseReview {
    let when = |number: usize| history.entry(number).map(|entry| entry.when);
    let visits = history.state.visits.iter().filter(|visit| visit.phase == phase);
    let current = history.state.current().is_some_and(|visit| visit.phase == phase);
    PhaseReview {
        phase,
        label: phase.label(),
        stays: visits
            .map(|visit| Stay {
                entered: visit.entered,
                since: when(visit.entered),
                left: visit.left,
                until: visit.left.and_then(when),
            })
            .collect(),
        current,
        suspended: current && history.state.suspended.is_some(),
        entry_conditions: review_all(phase.entry_conditions(), history),
        conditions: review_all(phase.conditions(), history),
        co_evaluation: phase.co_evaluation().review(history),
    }
}

pub(super) fn next_steps(history: &History<'_>, as_of: NaiveDate) -> NextSteps {
    let state = &history.state;
    let now = state.current().map(|visit| visit.phase);
    let next = match (state.ended, now) {
        (Some(_), _) => None,
        (None, Some(phase)) => phase.succ(),
        (None, None) => Some(Phase::Start),
    };
    let readiness = next.map(|phase| readiness::of(history, phase, as_of));
    let here = now.map(|phase| {
        let mut here = review_all(phase.conditions(), history);
        here.push(phase.co_evaluation().review(history));
        here
    });
    NextSteps {
        phase: now,
        here: here.unwrap_or_default(),
        text: text(history, now, readiness.as_ref()),
        readiness,
        source: Source::facts(&["COC-27", "COC-28", "COC-29", "COC-33", "COC-50"]),
    }
}

fn text(history: &History<'_>, now: Option<Phase>, readiness: Option<&Readiness>) -> Label {
    if history.state.ended.is_some() {
        return Label::of(
            "Het proces is afgesloten. Weer een fase ingaan kan, als mensen oordelen dat dat helpt.",
            "The process has ended. Entering a phase again is possible when people judge that it helps.",
        );
    }
    let mut parts = Vec::new();
    if history.state.suspended.is_some() {
        parts.push(Label::of("Het proces ligt stil.", "The process stands still."));
    }
    if now == Some(Phase::Start) && points::NEED.observe(history).value == Some(false) {
        parts.push(Label::of(
            "Er is vastgelegd dat er geen behoefte is aan co-creatie: niet starten is een goede uitkomst.",
            "It is recorded that there is no need for co-creation: not starting is a good outcome.",
        ));
    }
    parts.push(readiness.map_or(JUDGEMENT, |readiness| readiness.text.clone()));
    Label::join(&parts, " ")
}
