//! Whose voice counts: who was there, who spoke, whose ideas were taken up, who set the subject, how much influence.

#[cfg(feature = "charts")]
mod chart;
mod influence;
mod measure;
mod step;

#[cfg(feature = "charts")]
pub use chart::voice_chart;
pub use influence::{InfluenceMoment, Influences};
pub use measure::{PartyVoice, VoiceMeasure, VoicePart, VoiceShares};
pub use step::{StepKind, StepPresence, TopicSetting, Verb, VerbInvolvement};

use super::history::History;
use super::{Log, Phase};
use crate::{Label, Source, Vocabulary};
use chrono::NaiveDate;
use serde::Serialize;

/// Whose voice counts, as far as a log says on a date. It describes what is recorded and judges nobody.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Voice {
    /// The name of the log.
    pub id: String,
    /// What people call it.
    pub title: Label,
    /// The date up to which the log was read.
    pub as_of: NaiveDate,
    /// The whole process.
    pub whole: VoicePart,
    /// Each phase that was entered, in order.
    pub phases: Vec<VoicePart>,
    /// Whether the source group was there, at each kind of step.
    pub source_group: Vec<StepPresence>,
    /// Who set the subject.
    pub topic: TopicSetting,
    /// Which of the four verbs of co-creation the source group had a part in.
    pub verbs: Vec<VerbInvolvement>,
    /// How much influence was recorded, on each ladder by itself.
    pub influence: Influences,
    /// What to keep in mind.
    pub cautions: Vec<Label>,
    /// Where it comes from.
    pub source: Source,
}

/// Whose voice counts, as far as a log says on a date.
///
/// ```
/// use meedoen::cocreation::{Attendance, Entry, Event, Log, Party, PartyKind, VoiceMeasure, voice};
/// use meedoen::{Label, Perspective};
/// let party = |id: &str, kind| Party { id: id.to_owned(), label: Label::new(id.to_owned(), id.to_owned()), kind };
/// let parties = vec![party("residents", PartyKind::SourceGroup), party("town", PartyKind::Municipality)];
/// let day = "2019-03-01".parse().unwrap();
/// let mut log = Log::new("square", Label::of("Het plein", "The square"), Label::of("beheer", "upkeep"), parties)?;
/// for party in ["residents", "town"] {
///     log = log.append(&Entry::new(day, Perspective::Policy, Event::PartyJoined { party: party.into() }))?;
/// }
/// let spoke = |party: &str, count, minutes| Attendance { minutes: Some(minutes), ..Attendance::counted(party, count) };
/// let attendance = vec![spoke("residents", 12, 15), spoke("town", 4, 45)];
/// let log = log.append(&Entry::new(day, Perspective::Policy, Event::Session { attendance, initiative: None }))?;
/// let voice = voice(&log, day);
/// let minutes = voice.whole.shares.iter().find(|one| one.measure == VoiceMeasure::Minutes).unwrap();
/// assert_eq!(minutes.shares.parts[0].share, Some(0.25));
/// assert_eq!(minutes.shares.parts[0].expected, Some(0.75)); // twelve of sixteen people
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// COC-02, COC-06, COC-20…23, COC-31; PUB-50…54
pub fn voice(log: &Log, as_of: NaiveDate) -> Voice {
    let history = History::until(log, as_of);
    let entered = |phase: &&Phase| history.state.visits.iter().any(|visit| visit.phase == **phase);
    let whole = measure::part(&history, None);
    let mut cautions = measure::cautions(&whole);
    if history.parties_of(super::PartyKind::SourceGroup).next().is_none() {
        cautions.push(Label::of(
            "In dit logboek staat geen partij die de brongroep is.",
            "No party in this log is the source group.",
        ));
    }
    cautions.push(Label::of(
        "Geen trede is beter dan een andere: welke past, hangt af van het onderwerp en de fase.",
        "No rung is better than another: which one fits depends on the subject and the phase.",
    ));
    Voice {
        id: log.id().to_owned(),
        title: log.title().clone(),
        as_of,
        phases: Phase::ALL
            .iter()
            .filter(entered)
            .map(|&phase| measure::part(&history, Some(phase)))
            .collect(),
        whole,
        source_group: StepKind::ALL.iter().map(|&kind| step::presence(&history, kind)).collect(),
        topic: step::topic(&history),
        verbs: Verb::ALL.iter().map(|&verb| step::verb(&history, verb)).collect(),
        influence: influence::influences(&history),
        cautions,
        source: Source::facts(&["COC-02", "COC-06", "COC-20", "COC-21", "COC-31", "PUB-53"]),
    }
}
