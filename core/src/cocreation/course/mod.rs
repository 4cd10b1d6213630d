//! What co-creation asks throughout, over time: how long each condition held, whose tasks there are, how long the breath
//! was, and what stood in the way.

mod breath;
mod span;
mod task;

pub use breath::{Breath, Quiet};
pub use span::{ConditionCourse, ConditionSpan, Lasted};
pub use task::RecordedTask;

use super::condition::GUARDS;
use super::energy::{SetBack, set_backs};
use super::history::History;
use super::{Log, Phase};
use crate::{Label, Source};
use chrono::NaiveDate;
use serde::Serialize;

/// The conditions of the whole process over time, with evidence and duration, as far as a log says on a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conditions {
    /// The name of the log.
    pub id: String,
    /// The date up to which the log was read.
    pub as_of: NaiveDate,
    /// Each condition that must hold throughout, and that there is time enough.
    pub conditions: Vec<ConditionCourse>,
    /// Which tasks there are, and whether each is of one party or of several together.
    pub tasks: Vec<RecordedTask>,
    /// How long the process has been going.
    pub breath: Breath,
    /// What stood in the way: suspensions, changes of staff.
    pub set_backs: Vec<SetBack>,
    /// What to keep in mind.
    pub cautions: Vec<Label>,
    /// Where it comes from.
    pub source: Source,
}

/// The conditions of the whole process over time, with evidence and duration, as far as a log says on a date.
///
/// A condition is looked at after each day on which something happened, with what was known by then. What is not recorded
/// is unknown, and its span says for how long. A span that is not over has no end.
///
/// ```
/// use meedoen::cocreation::{Entry, Event, Log, conditions};
/// use meedoen::{Label, Perspective};
/// let day = |day: &str| day.parse().unwrap();
/// let named = Event::FacilitatorNamed { name: None, trained: Some(true) };
/// let log = Log::new("square", Label::of("Het plein", "The square"), Label::of("beheer", "upkeep"), vec![])?
///     .append(&Entry::new(day("2019-03-01"), Perspective::Client, Event::FramesSet { text: "budget".into() }))?
///     .append(&Entry::new(day("2019-03-11"), Perspective::Client, named))?;
/// let found = conditions(&log, day("2019-03-31"));
/// let facilitator = found.conditions.iter().find(|one| one.code == "facilitator").unwrap();
/// assert_eq!(facilitator.spans.len(), 2); // ten days unknown, and then met
/// assert_eq!((facilitator.spans[1].lasted.at_most, facilitator.spans[1].until), (20, None));
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// COC-24, COC-26, COC-44, COC-45, COC-71, COC-81, COC-83, COC-93, COC-108
pub fn conditions(log: &Log, as_of: NaiveDate) -> Conditions {
    let history = History::until(log, as_of);
    let set_backs = set_backs(&history, as_of);
    let time = Phase::CoProduction.entry_conditions().iter().filter(|one| one.code == "enough-time");
    let requirements = GUARDS.iter().chain(time);
    let mut cautions = vec![Label::of(
        "Een duur gaat over wat is vastgelegd: een voorwaarde kan eerder zijn vervuld of geschonden dan de dag waarop dat is opgeschreven.",
        "A duration is of what was recorded: a condition may have been met or broken before the day on which that was written down.",
    )];
    if history.certain() < history.entries().len() {
        cautions.push(Label::of(
            "Van sommige gebeurtenissen is niet zeker of zij al waren gebeurd; zij tellen niet mee in de duren.",
            "Of some events it is not certain that they had happened yet; they are left out of the durations.",
        ));
    }
    Conditions {
        id: log.id().to_owned(),
        as_of,
        conditions: span::courses(&history, requirements, as_of),
        tasks: task::tasks(&history, as_of),
        breath: breath::breath(&history, &set_backs, as_of),
        set_backs,
        cautions,
        source: Source::facts(&["COC-24", "COC-26", "COC-71", "COC-81", "COC-83", "COC-93"]),
    }
}

#[cfg(test)]
mod tests;
