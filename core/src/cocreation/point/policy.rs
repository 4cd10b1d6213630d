//! The points of the policy cycle.

use super::table::{FRAMES_SET, names};
use super::{Observation, Point, own};
use crate::Label;
use crate::cocreation::history::{History, of};
use crate::cocreation::words::ListeningMethod;
use crate::cocreation::{Event, Phase};

pub(in crate::cocreation) const STORIES: Point = Point::with_source_group(
    "stories_collected",
    ("verzamelen van ervaringsverhalen", "collecting stories of experience"),
    |event| {
        let told =
            of!(event, Event::Listening { method, parties, count, .. } => (*method, names(parties), *count));
        let stories = |method| {
            matches!(method, ListeningMethod::CommunityReporting | ListeningMethod::NarrativeConversations)
        };
        told.filter(|(method, _, count)| stories(*method) && *count != Some(0)).map(|(_, parties, _)| parties)
    },
);

pub(in crate::cocreation) const ANALYSED: Point = Point::with_source_group(
    "stories_analysed",
    ("analyseren van wat er is gezegd", "analysing what was said"),
    |event| of!(event, Event::StoriesAnalysed { by, .. } => names(by)),
);

pub(in crate::cocreation) const PRIORITIES: Point = Point::together(
    "priorities_set",
    ("prioriteiten stellen", "setting priorities"),
    |event| of!(event, Event::PrioritiesSet { parties, .. } => names(parties)),
);

pub(in crate::cocreation) const VALUES: Point = Point::together(
    "values_shared",
    ("gedeelde waarden benoemen", "naming shared values"),
    |event| of!(event, Event::ValuesShared { parties, .. } => names(parties)),
);

pub(in crate::cocreation) const DIRECTION: Point = Point::with_source_group(
    "direction_asked",
    ("vragen of het de goede kant op gaat", "asking whether it goes the right way"),
    |event| of!(event, Event::DirectionAsked { parties, .. } => names(parties)),
);

pub(in crate::cocreation) const NOTE: Point =
    Point::recorded("note_written", ("een beleidsnota", "a policy note"), |event| {
        matches!(event, Event::PolicyNoteWritten { .. })
    });

pub(in crate::cocreation) const NOTE_PLAIN: Point = Point::latest(
    "note_plain",
    ("de nota is helder en concreet", "the note is plain and concrete"),
    |event| of!(event, Event::PolicyNoteWritten { plain, .. } => *plain).flatten(),
);

pub(in crate::cocreation) const CO_OWNED: Point = Point::with_source_group(
    "note_co_owned",
    ("mede-eigenaarschap van de nota", "co-ownership of the note"),
    |event| of!(event, Event::PolicyNoteWritten { co_owners: Some(owners), .. } => names(owners)),
);

pub(in crate::cocreation) const DECIDED: Point =
    Point::recorded("decided", ("een besluit", "a decision"), |event| {
        matches!(event, Event::PolicyDecided { .. })
    });

pub(in crate::cocreation) const FITS: Point =
    Point::latest("plan_fits", ("het plan past binnen de kaders", "the plan fits the frames"), |event| {
        of!(event, Event::PolicyDecided { fits_frames, .. } => *fits_frames).flatten()
    });

pub(in crate::cocreation) const FOLLOWS: Point = Point::latest(
    "decision_follows",
    ("het besluit volgt het plan", "the decision follows the plan"),
    |event| of!(event, Event::PolicyDecided { follows_plan, .. } => *follows_plan).flatten(),
);

pub(in crate::cocreation) const EVALUATED: Point = Point::together(
    "evaluated_together",
    ("evalueren", "evaluating"),
    |event| of!(event, Event::Evaluation { parties, .. } => names(parties)),
);

pub(in crate::cocreation) const FRAMES_FIRST: Point = Point::own(
    "frames_first",
    ("kaders voor de co-creatie begint", "frames before the co-creation begins"),
    frames_first,
);

pub(in crate::cocreation) const IN_EXECUTION: Point = Point::own(
    "source_group_in_execution",
    ("de brongroep in de uitvoering", "the source group in carrying out"),
    in_execution,
);

/// The co-creation begins with the first phase that was entered.
fn frames_first(history: &History<'_>) -> Observation {
    let set = FRAMES_SET.observe(history);
    let (Some(&frames), began) =
        (set.evidence.first(), history.state.visits.first().map(|visit| visit.entered))
    else {
        return Observation::nothing();
    };
    match began {
        Some(began) if began < frames => {
            let (date, start) = (history.date(frames), history.date(began));
            let says = Label::said(
                format_args!("pas gesteld ({date}) toen een fase al was ingegaan ({start})"),
                format_args!("set ({date}) only when a phase had been entered already ({start})"),
            );
            Observation::new(Some(false), vec![began, frames], says)
        }
        _ => {
            let date = history.date(frames);
            let says =
                Label::said(format_args!("vooraf gesteld ({date})"), format_args!("set beforehand ({date})"));
            Observation::new(Some(true), vec![frames], says)
        }
    }
}

/// Yes when the source group carries an initiative; otherwise what the sessions of co-production say.
fn in_execution(history: &History<'_>) -> Observation {
    let carriers = history.state.initiatives.iter().flat_map(|initiative| &initiative.carriers);
    let ours = carriers.filter(|(_, carrier)| history.in_source_group(carrier));
    let evidence: Vec<usize> = ours.map(|&(number, _)| number).collect();
    if evidence.is_empty() {
        return own::presence(history, Some(Phase::CoProduction));
    }
    let dates = history.dates(&evidence);
    let says = Label::said(
        format_args!("draagt een initiatief ({dates})"),
        format_args!("carries an initiative ({dates})"),
    );
    Observation::new(Some(true), evidence, says)
}
