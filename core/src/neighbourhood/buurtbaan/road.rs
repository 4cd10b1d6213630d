//! The way of a buurtbaan as a roadmap, and a record beside it.

use super::Buurtbaan;
use crate::conformance::{Report, Roadmap, Trace, TraceEvent, Traces, check};
use crate::document::Document;
use crate::events::Event;

/// The roadmaps that come with the library: that of a buurtbaan, with development, a vacancy, the job, and what comes after.
///
/// That a job is preceded by own goals and a vacancy, and asks for a task in the neighbourhood and for others who take over,
/// are rules of the source. That they make four stages, and which steps can occur in each, is a reading of this library:
/// the source has no such figure. Walls can be met in any stage and in any order.
///
/// ```
/// let roadmaps = meedoen::neighbourhood::buurtbaan_roadmaps();
/// assert_eq!((roadmaps[0].id(), roadmaps[0].shortest_run()), ("buurtbaan", 7));
/// ```
///
/// # Source
/// BUU-04, BUU-07, BUU-20, BUU-26, BUU-31, BUU-41, BUU-69
pub fn buurtbaan_roadmaps() -> Vec<Roadmap> {
    Roadmap::from_json(include_str!("buurtbaan.json")).into_iter().collect()
}

/// Holds the record of a buurtbaan against a roadmap, up to its date. A step is the kind of an event; events keep their
/// numbers.
///
/// ```
/// use meedoen::document::Document;
/// use meedoen::neighbourhood::{Buurtbaan, buurtbaan_roadmaps, follow_buurtbaan};
/// let nothing = Buurtbaan::from_json(r#"{"as_of": "2023-06-01", "events": []}"#)?;
/// let report = follow_buurtbaan(&nothing, &buurtbaan_roadmaps()[0]);
/// assert_eq!(report.traces[0].cost, 7); // nothing was recorded, and the shortest way has seven steps
/// # Ok::<(), meedoen::Error>(())
/// ```
pub fn follow_buurtbaan(record: &Buurtbaan, roadmap: &Roadmap) -> Report {
    let entries = record.events.until(record.as_of).iter();
    let events = entries
        .map(|entry| TraceEvent { step: entry.event.code().to_owned(), date: Some(entry.when.date()) })
        .collect();
    check(roadmap, &Traces { traces: vec![Trace { case: "buurtbaan".to_owned(), events }] })
}
