//! Whether the entry conditions of a phase are met, as far as the log says.

use super::condition::{ConditionReview, review_all, together};
use super::history::History;
use super::{Log, Phase};
use crate::decide::Truth;
use crate::{Label, Source, Vocabulary};
use chrono::NaiveDate;
use serde::Serialize;

/// What is known of the entry conditions of a phase. It is advice: whether a next step helps is a judgement that
/// people make and record.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Readiness {
    /// The phase.
    pub phase: Phase,
    /// The name of the phase.
    pub label: Label,
    /// The date up to which the log was read.
    pub as_of: NaiveDate,
    /// The entry conditions together: met, not met, or unknown because something is not recorded.
    pub truth: Truth,
    /// Each entry condition.
    pub conditions: Vec<ConditionReview>,
    /// What to do or find out, for each condition that is not known to be met.
    pub missing: Vec<Label>,
    /// The same in a sentence, and who judges.
    pub text: Label,
    /// Where it comes from.
    pub source: Source,
}

/// What the log says about the entry conditions of a phase on a date.
///
/// ```
/// use meedoen::cocreation::{Entry, Event, Log, Party, PartyKind, Phase, readiness};
/// use meedoen::{Label, Perspective, decide::Truth};
/// let party = |id: &str, kind| Party { id: id.to_owned(), label: Label::new(id.to_owned(), id.to_owned()), kind };
/// let parties = vec![party("residents", PartyKind::SourceGroup), party("town", PartyKind::Municipality)];
/// let log = Log::new("square", Label::of("Het plein", "The square"), Label::of("beheer", "upkeep"), parties)?;
/// let day = "2019-03-01".parse().unwrap();
/// assert_eq!(readiness(&log, Phase::CoDesign, day).truth, Truth::Unknown); // nothing is recorded
///
/// let agreed = |parties: &[&str]| Event::TopicAgreed {
///     parties: parties.iter().map(|&party| party.into()).collect(),
///     topic: "stray waste".to_owned(),
/// };
/// let mut log = log;
/// for party in ["residents", "town"] {
///     log = log.append(&Entry::new(day, Perspective::Policy, Event::PartyJoined { party: party.into() }))?;
/// }
/// let log = log.append(&Entry::new(day, Perspective::Policy, agreed(&["town"])))?;
/// assert_eq!(readiness(&log, Phase::CoDesign, day).truth, Truth::Unmet); // without the source group
/// let log = log.append(&Entry::new(day, Perspective::Policy, agreed(&["residents", "town"])))?;
/// assert_eq!(readiness(&log, Phase::CoDesign, day).truth, Truth::Met);
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// COC-27, COC-31, COC-36, COC-43, COC-44, COC-49, COC-50
pub fn readiness(log: &Log, phase: Phase, as_of: NaiveDate) -> Readiness {
    of(&History::until(log, as_of), phase, as_of)
}

pub(super) fn of(history: &History<'_>, phase: Phase, as_of: NaiveDate) -> Readiness {
    let conditions = review_all(phase.entry_conditions(), history);
    let truth = together(&conditions);
    let label = phase.label();
    let (nl, en) = match truth {
        Truth::Met => ("de voorwaarden zijn vervuld", "the conditions are met"),
        Truth::Unmet => ("niet alle voorwaarden zijn vervuld", "not all conditions are met"),
        Truth::Unknown => (
            "het is niet vastgelegd of alle voorwaarden zijn vervuld",
            "it is not recorded whether all conditions are met",
        ),
    };
    let text = Label::said(
        format_args!("Voor de fase {} geldt: {nl}. {}", label.nl, JUDGEMENT.nl),
        format_args!("For the phase {}: {en}. {}", label.en, JUDGEMENT.en),
    );
    Readiness {
        phase,
        label,
        as_of,
        truth,
        missing: conditions.iter().filter_map(|condition| condition.ask.clone()).collect(),
        conditions,
        text,
        source: Source::facts(&["COC-27", "COC-28", "COC-29"]),
    }
}

/// Who judges.
pub(super) const JUDGEMENT: Label = Label::of(
    "Of een volgende stap helpt, oordelen mensen samen; leg dat oordeel vast. Een datum is geen reden om door te gaan, en teruggaan mag altijd.",
    "People judge together whether a next step helps; record that judgement. A date is no reason to move on, and going back is always allowed.",
);
