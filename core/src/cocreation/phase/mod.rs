//! The four phases of co-creation, as the phase table describes them.

mod table;

use super::condition::{ConditionDescription, Requirement};
use super::words::EvaluationSubject;
use crate::{Label, Source, Vocabulary};
use serde::Serialize;

crate::vocabulary! {
    /// A phase of co-creation. Co-evaluation belongs to every phase and is not one of its own.
    ///
    /// A phase is a state with conditions that people judge, not a step of a schedule: moving on needs a judgement
    /// that it helps, and moving back is allowed.
    ///
    /// # Source
    /// COC-27, COC-29, COC-30…52
    pub enum Phase: "phase", "fase", ["COC-29"] {
        /// Map the problem, agree on the real subject, involve who is missing.
        Start = "start": "start", "start", ["COC-30", "COC-31", "COC-33", "COC-34"],
        /// Design the service together.
        CoDesign = "co-design": "co-design", "co-design", ["COC-35", "COC-36"],
        /// Carry out the service together.
        CoProduction = "co-production": "co-productie", "co-production", ["COC-41", "COC-42", "COC-43"],
        /// Continue what was successful, and apply it elsewhere.
        Continuation = "continuation": "continuering", "continuation", ["COC-49", "COC-50", "COC-51"],
    }
}

/// A phase as a document: what a page, a form or a legend shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PhaseDescription {
    /// The code in documents.
    pub code: Phase,
    /// The name.
    pub label: Label,
    /// When it can be entered, as conditions that people judge.
    pub entry_conditions: Vec<ConditionDescription>,
    /// What is looked at during the phase.
    pub conditions: Vec<ConditionDescription>,
    /// What is done.
    pub activities: Vec<Sourced>,
    /// The methods that the sources name.
    pub methods: Vec<Sourced>,
    /// What it can lead to.
    pub outcomes: Vec<Sourced>,
    /// What co-evaluation asks, together with all parties, and how often.
    pub co_evaluation: Vec<Sourced>,
    /// Where the phase comes from.
    pub source: Source,
}

/// A text with its source.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sourced {
    /// The text.
    pub text: Label,
    /// Where it comes from.
    pub source: Source,
}

/// The four phases in order, each with its conditions, activities, methods and questions.
///
/// ```
/// use meedoen::cocreation::{Phase, phases};
/// let co_design = &phases()[1];
/// assert_eq!(co_design.code, Phase::CoDesign);
/// assert_eq!(co_design.entry_conditions[0].source.fact_ids(), ["COC-36"]);
/// ```
///
/// # Source
/// COC-30…52: the phase table.
pub fn phases() -> Vec<PhaseDescription> {
    let describe = |&phase: &Phase| PhaseDescription {
        code: phase,
        label: phase.label(),
        entry_conditions: phase.entry_conditions().iter().map(Requirement::describe).collect(),
        conditions: phase.conditions().iter().map(Requirement::describe).collect(),
        activities: phase.activities().to_vec(),
        methods: phase.methods(),
        outcomes: phase.outcomes().to_vec(),
        co_evaluation: co_evaluation(),
        source: phase.source(),
    };
    Phase::ALL.iter().map(describe).collect()
}

fn co_evaluation() -> Vec<Sourced> {
    let often = Sourced::new(
        "liefst regelmatig, zodat op tijd bijsturen kan",
        "preferably at regular times, so that adjusting in time is possible",
        &["COC-48"],
    );
    EvaluationSubject::ALL.iter().map(|&subject| Sourced::of(subject)).chain([often]).collect()
}

impl Sourced {
    const fn new(nl: &'static str, en: &'static str, facts: &'static [&'static str]) -> Self {
        Self { text: Label::of(nl, en), source: Source::facts(facts) }
    }

    fn of<V: Vocabulary>(member: V) -> Self {
        Self { text: member.label(), source: member.source() }
    }
}
