//! How far the process is: each phase, where it is now, and what a next step would need.

use super::Phase;
use super::condition::{ConditionReview, review_all};
use super::history::History;
use super::point::table as points;
use super::readiness::{self, JUDGEMENT, Readiness};
use super::words::Ending;
use crate::events::Moment;
use crate::ordered::Ordered;
use crate::{Label, Source, Vocabulary};
use chrono::NaiveDate;
use serde::Serialize;

/// Where the process is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Status {
    /// The phase now; `None` before the first, after the end, and when it is not certain.
    pub phase: Option<Phase>,
    /// The phases it may be in, in order, when it is not certain which: some event may have happened later.
    pub between: Vec<Phase>,
    /// Whether it stands still, `None` when that is not certain.
    pub suspended: Option<bool>,
    /// How it ended; `None` as long as it has not for certain.
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
    /// Whether it is the phase now, `None` when that is not certain.
    pub current: Option<bool>,
    /// Whether it is the phase now and stands still, `None` when that is not certain.
    pub suspended: Option<bool>,
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
    /// Whether it had begun by the date: yes, or `None` when that is not certain.
    pub begun: Option<bool>,
    /// The number of the event with which it was left.
    pub left: Option<usize>,
    /// When that was.
    pub until: Option<Moment>,
    /// Whether it was over by the date, `None` when that is not certain.
    pub over: Option<bool>,
}

/// What is known for a next step; whether to take it is for people to judge.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NextSteps {
    /// The phase now, `None` also when it is not certain.
    pub phase: Option<Phase>,
    /// The conditions of the phase now, and its co-evaluation.
    pub here: Vec<ConditionReview>,
    /// The entry conditions of the phase that follows; `None` after the last phase, after the end, and when
    /// the phase now is not certain.
    pub readiness: Option<Readiness>,
    /// What to do with it.
    pub text: Label,
    /// Where it comes from.
    pub source: Source,
}

/// What is the same in every version of a history; `None` when it differs.
fn agreed<T: PartialEq>(history: &History<'_>, of: impl Fn(&History<'_>) -> T) -> Option<T> {
    let mut versions = history.versions();
    let first = versions.next().map(|version| of(&version))?;
    versions.all(|version| of(&version) == first).then_some(first)
}

/// Where it is in every version of the history, and what may be the case beside what is for certain.
pub(super) fn status(history: &History<'_>) -> Status {
    let versions: Vec<Status> = history.versions().map(|version| exact(&version)).collect();
    let phases: Ordered<Phase> = versions.iter().filter_map(|status| status.phase).collect();
    let mut texts: Vec<&Label> = Vec::new();
    for status in &versions {
        if !texts.contains(&&status.text) {
            texts.push(&status.text);
        }
    }
    let mut text = texts.first().map_or(Label::of("", ""), |text| (*text).clone());
    if let Some(possible) = texts.get(1..).filter(|texts| !texts.is_empty()) {
        let possible = Label::join(possible.iter().copied(), "; ");
        text = Label::said(
            format_args!("zeker: {}; mogelijk: {}", text.nl, possible.nl),
            format_args!("certain: {}; possible: {}", text.en, possible.en),
        );
    }
    let phase = agreed(history, |version| version.state.current().map(|visit| visit.phase));
    let evidence = versions.iter().flat_map(|status| status.evidence.iter().copied());
    Status {
        phase: phase.flatten(),
        between: if phase.is_some() { Vec::new() } else { phases.into_vec() },
        suspended: agreed(history, stands_still),
        ended: agreed(history, |version| version.state.ended.map(|(_, ending)| ending)).flatten(),
        evidence: evidence.collect::<Ordered<usize>>().into_vec(),
        text,
    }
}

fn stands_still(history: &History<'_>) -> bool {
    history.state.suspended.is_some() && history.state.ended.is_none()
}

fn exact(history: &History<'_>) -> Status {
    let state = &history.state;
    let current = state.current();
    let mut evidence: Vec<usize> = current.iter().map(|visit| visit.entered).collect();
    let mut text = match current {
        Some(visit) => {
            let (label, date) = (visit.phase.label(), history.date(visit.entered));
            Label::said(
                format_args!("fase: {} (sinds {date})", label.nl),
                format_args!("phase: {} (since {date})", label.en),
            )
        }
        None => Label::of("er is geen fase ingegaan", "no phase has been entered"),
    };
    if let Some(number) = state.suspended {
        evidence.push(number);
        let date = history.date(number);
        let still = Label::said(format_args!("stilgelegd ({date})"), format_args!("suspended ({date})"));
        text = Label::join([&text, &still], "; ");
    }
    if let Some((number, ending)) = state.ended {
        evidence = vec![number];
        let (label, date) = (ending.label(), history.date(number));
        text = Label::said(
            format_args!("afgesloten ({date}): {}", label.nl),
            format_args!("ended ({date}): {}", label.en),
        );
    }
    Status {
        phase: current.map(|visit| visit.phase),
        between: Vec::new(),
        suspended: Some(stands_still(history)),
        ended: state.ended.map(|(_, ending)| ending),
        text,
        evidence,
    }
}

pub(super) fn phase(history: &History<'_>, phase: Phase) -> PhaseReview {
    let when = |number: usize| history.entry(number).map(|entry| entry.when);
    let visits = history.state.visits.iter().filter(|visit| visit.phase == phase);
    let certain = |number: usize| (number <= history.certain()).then_some(true);
    let current = |version: &History<'_>| version.state.current().is_some_and(|visit| visit.phase == phase);
    PhaseReview {
        phase,
        label: phase.label(),
        stays: visits
            .map(|visit| Stay {
                entered: visit.entered,
                since: when(visit.entered),
                begun: certain(visit.entered),
                left: visit.left,
                until: visit.left.and_then(when),
                over: visit.left.map_or(Some(false), certain),
            })
            .collect(),
        current: agreed(history, current),
        suspended: agreed(history, |version| current(version) && version.state.suspended.is_some()),
        entry_conditions: review_all(phase.entry_conditions(), history),
        conditions: review_all(phase.conditions(), history),
        co_evaluation: phase.co_evaluation().review(history),
    }
}

pub(super) fn next_steps(history: &History<'_>, as_of: NaiveDate) -> NextSteps {
    let place = agreed(history, |version| {
        (version.state.ended.is_some(), version.state.current().map(|visit| visit.phase))
    });
    let now = place.and_then(|(_, phase)| phase);
    let next = match place {
        None | Some((true, _)) => None,
        Some((false, Some(phase))) => phase.succ(),
        Some((false, None)) => Some(Phase::Start),
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
        text: match place {
            Some((ended, _)) => text(history, ended, now, readiness.as_ref()),
            None => Label::join([&UNCERTAIN, &JUDGEMENT], " "),
        },
        readiness,
        source: Source::facts(&["COC-27", "COC-28", "COC-29", "COC-33", "COC-50"]),
    }
}

const UNCERTAIN: Label = Label::of(
    "Het is niet zeker in welke fase het proces op deze datum was: van een fase, of van de afloop, is alleen de maand of het jaar bekend.",
    "It is not certain in which phase the process was on this date: of a phase, or of the end, only the month or the year is known.",
);

fn text(history: &History<'_>, ended: bool, now: Option<Phase>, readiness: Option<&Readiness>) -> Label {
    if ended {
        return Label::of(
            "Het proces is afgesloten. Weer een fase ingaan kan, als mensen oordelen dat dat helpt.",
            "The process has ended. Entering a phase again is possible when people judge that it helps.",
        );
    }
    let mut parts = Vec::new();
    if agreed(history, |version| version.state.suspended.is_some()) == Some(true) {
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
