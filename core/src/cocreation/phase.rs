//! The four phases of co-creation, as the phase table describes them.

use super::condition::{ConditionDescription, Requirement};
use super::words::{EvaluationSubject, ListeningMethod};
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

impl Phase {
    fn activities(self) -> &'static [Sourced] {
        const START: &[Sourced] = &[
            Sourced::new("het probleem beter in kaart brengen", "map the problem better", &["COC-30"]),
            Sourced::new(
                "het eens worden over het werkelijke onderwerp",
                "agree on the real subject",
                &["COC-30", "COC-31"],
            ),
            Sourced::new(
                "partijen betrekken die nog niet meedoen",
                "involve parties that do not take part yet",
                &["COC-30", "COC-34"],
            ),
        ];
        const CO_DESIGN: &[Sourced] =
            &[Sourced::new("samen de dienst ontwerpen", "design the service together", &["COC-35"])];
        const CO_PRODUCTION: &[Sourced] = &[
            Sourced::new("de dienst samen uitvoeren", "carry out the service together", &["COC-41"]),
            Sourced::new(
                "tijdens het uitvoeren steeds opnieuw samen bijsturen",
                "steer together again and again while carrying it out",
                &["COC-42"],
            ),
        ];
        const CONTINUATION: &[Sourced] = &[Sourced::new(
            "politieke, bestuurlijke en organisatorische steun behouden en vergroten",
            "keep and extend political, administrative and organisational support",
            &["COC-51"],
        )];
        match self {
            Self::Start => START,
            Self::CoDesign => CO_DESIGN,
            Self::CoProduction => CO_PRODUCTION,
            Self::Continuation => CONTINUATION,
        }
    }

    fn methods(self) -> Vec<Sourced> {
        const CO_DESIGN: &[Sourced] = &[
            Sourced::new("scrumsessies", "scrum sessions", &["COC-37"]),
            Sourced::new("agile werken", "agile working", &["COC-37"]),
            Sourced::new("design thinking", "design thinking", &["COC-37"]),
            Sourced::new(
                "hackathon: in een vaste tijd samen oplossingen bedenken",
                "hackathon: finding solutions together in a fixed time",
                &["COC-37", "COC-38"],
            ),
            Sourced::new(
                "sociale hackathon: aangepast aan wat de deelnemers kunnen",
                "social hackathon: adapted to what the participants can do",
                &["COC-39", "COC-40"],
            ),
        ];
        match self {
            Self::Start => ListeningMethod::ALL
                .iter()
                .filter(|&&method| method != ListeningMethod::Other)
                .map(|&method| Sourced::of(method))
                .collect(),
            Self::CoDesign => CO_DESIGN.to_vec(),
            Self::CoProduction => {
                vec![Sourced::new("experimenten", "experiments", &["COC-66", "COC-67", "COC-80"])]
            }
            Self::Continuation => Vec::new(),
        }
    }

    fn outcomes(self) -> &'static [Sourced] {
        const START: &[Sourced] = &[
            Sourced::new(
                "er is behoefte aan co-creatie, of juist niet: dan niet starten",
                "there is a need for co-creation, or there is not: then do not start",
                &["COC-33"],
            ),
            Sourced::new(
                "de juiste partijen doen mee, ook de gemeente en de mogelijke gebruikers",
                "the right parties take part, among them the municipality and the potential users",
                &["COC-34"],
            ),
        ];
        const CO_DESIGN: &[Sourced] = &[Sourced::new(
            "een nieuw of verbeterd ontwerp van de dienst",
            "a new or improved design of the service",
            &["COC-35"],
        )];
        const CO_PRODUCTION: &[Sourced] = &[Sourced::new(
            "de dienst past beter bij de brongroep",
            "the service fits the source group better",
            &["COC-41"],
        )];
        const CONTINUATION: &[Sourced] = &[Sourced::new(
            "voortgezet, toegepast op andere diensten, of gestopt",
            "continued, applied to other services, or stopped",
            &["COC-49", "COC-50"],
        )];
        match self {
            Self::Start => START,
            Self::CoDesign => CO_DESIGN,
            Self::CoProduction => CO_PRODUCTION,
            Self::Continuation => CONTINUATION,
        }
    }
}
