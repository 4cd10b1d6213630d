//! The roadmaps that the sources describe, and a log beside one.

use super::{Event, Log};
use crate::conformance::{Report, Roadmap, Trace, TraceEvent, Traces, check};
use crate::document::Document;
use crate::events::Event as _;

const TEXTS: [&str; 3] =
    [include_str!("co-creation.json"), include_str!("houten.json"), include_str!("co-creation-lab.json")];

/// The roadmaps that come with the library: that of the sources' figure 1 with what it asks of each phase, the four steps
/// of Houten, and the three parts of the co-creation lab of formal and informal parties. An organisation's own is a document
/// of the same form.
///
/// Which steps a phase needs follows the conditions of the sources: a subject agreed on, a design, a shared goal, a
/// judgement of success, and evaluation in every phase. Within a phase their order is free, and every phase can be gone
/// back to. That an event of a log stands for a step of Houten, or for a part of the lab, is a reading of this
/// library.
///
/// A phase that was entered weighs as ten steps: people judged it (COC-27, COC-29), so a way is looked for on which it lies,
/// also where nobody recorded the steps before it. The number is ours; it is more than the steps of the whole road.
///
/// Of the lab the source gives the three parts with their subjects, and no order, no duration and nothing by which a part is
/// done: here every part is needed once, in any order, and each subject is another name of its part. A lab that wants an
/// order, or its subjects one by one, changes the document. What a log has no kind of event for, it records as a step taken.
///
/// ```
/// assert_eq!(meedoen::cocreation::roadmaps()[1].id(), "houten");
/// ```
///
/// # Source
/// COC-27, COC-30…52; COC-58, COC-63, COC-66, COC-69; BUU-71…74
pub fn roadmaps() -> Vec<Roadmap> {
    TEXTS.iter().filter_map(|text| Roadmap::from_json(text).ok()).collect()
}

/// Holds a log against a roadmap. A step is the kind of an event, the phase that it enters, or the step that was recorded by
/// name; events keep their numbers.
///
/// ```
/// use meedoen::cocreation::{Log, follow, roadmaps};
/// use meedoen::Label;
/// let log = Log::new("square", Label::of("Het plein", "The square"), Label::of("beheer", "upkeep"), vec![])?;
/// let report = follow(&log, &roadmaps()[1]);
/// assert_eq!(report.traces[0].cost, 4); // nothing was recorded, and the shortest way has four steps
/// # Ok::<(), meedoen::Error>(())
/// ```
pub fn follow(log: &Log, roadmap: &Roadmap) -> Report {
    let event = |entry: &super::Entry| {
        let step = match &entry.event {
            Event::PhaseEntered { phase, .. } => crate::Vocabulary::code(*phase),
            Event::StepTaken { step, .. } => step,
            other => other.code(),
        };
        TraceEvent { step: step.to_owned(), date: Some(entry.when.date()) }
    };
    let events = log.events().entries().iter().map(event).collect();
    check(roadmap, &Traces { traces: vec![Trace { case: log.id().to_owned(), events }] })
}
