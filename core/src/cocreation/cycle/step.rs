//! The five steps, each with what is usual and what citizens add.

use super::super::condition::ConditionDescription;
use super::table;
use crate::{Label, Source, Vocabulary};
use serde::Serialize;

crate::vocabulary! {
    /// A step of the policy cycle.
    ///
    /// # Source
    /// COC-95
    pub enum PolicyStep: "step of the policy cycle", "stap van de beleidscyclus", ["COC-95"] {
        /// What is possible is explored.
        Explore = "explore": "verkennen", "exploring", ["COC-95", "COC-96", "COC-97", "COC-98"],
        /// The policy is designed and laid down in a note.
        Design = "design": "ontwerpen", "designing", ["COC-95", "COC-99", "COC-100"],
        /// Politics decides.
        Decide = "decide": "besluiten", "deciding", ["COC-95", "COC-101", "COC-102", "COC-108"],
        /// It is carried out.
        CarryOut = "carry-out": "uitvoeren", "carrying out", ["COC-95", "COC-103", "COC-108"],
        /// It is evaluated.
        Evaluate = "evaluate": "evalueren", "evaluating", ["COC-95", "COC-104", "COC-105", "COC-106", "COC-107"],
    }
}

/// A step of the policy cycle, with what is usual and what citizens add.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PolicyStepDescription {
    /// The step.
    pub step: PolicyStep,
    /// What it is called.
    pub label: Label,
    /// What is usual.
    pub usual: Label,
    /// What citizens add.
    pub citizens: Label,
    /// What is looked at in a log.
    pub conditions: Vec<ConditionDescription>,
    /// Where it comes from.
    pub source: Source,
}

impl PolicyStep {
    pub(super) fn usual(self) -> Label {
        match self {
            Self::Explore => Label::of(
                "ambtenaren kijken buiten: naar andere gemeenten en bij deskundigen",
                "officials look outside: at other municipalities and with experts",
            ),
            Self::Design => Label::of(
                "een beleidsnota legt vast wat de bedoeling is",
                "a policy note lays down what is meant",
            ),
            Self::Decide => Label::of(
                "de politiek besluit; adviesraden staan maar voor een klein deel van de inwoners",
                "politics decides; advisory councils stand for only a small part of the residents",
            ),
            Self::CarryOut => Label::of("uitvoerders voeren het beleid uit", "those who carry out do so"),
            Self::Evaluate => Label::of(
                "een vragenlijst met maatstaven vooraf telt resultaten; dat houdt afstand",
                "a questionnaire with criteria set beforehand counts results; that keeps distance",
            ),
        }
    }

    pub(super) fn citizens(self) -> Label {
        match self {
            Self::Explore => Label::of(
                "inwoners en partners brengen hun kijk en ervaringsverhalen in, noemen samen verbeterpunten en stellen samen prioriteiten; het is helder wat echt kan",
                "residents and partners bring in their view and stories of experience, name points to improve and set priorities together; it is clear what is really possible",
            ),
            Self::Design => Label::of(
                "wat gezegd is krijgt samen betekenis, gaat terug naar wie het vertelde en komt concreet en helder in de nota",
                "what was said gets its meaning together, goes back to who told it, and comes into the note in plain and concrete words",
            ),
            Self::Decide => Label::of(
                "inwoners blijven mede-eigenaar van de nota; een burgerberaad door loting kan adviseren",
                "residents stay co-owners of the note; a citizens' assembly drawn by lot can advise",
            ),
            Self::CarryOut => Label::of(
                "inwoners doen ook mee in de uitvoering, die past bij de mensen om wie het gaat",
                "residents take part in carrying out as well, so that it fits the people it is for",
            ),
            Self::Evaluate => Label::of(
                "gemeente en gemeenschap evalueren als gelijken, met verhalen; wat gezegd is wordt verzameld en liefst samen geanalyseerd",
                "municipality and community evaluate as equals, with stories; what is said is collected and preferably analysed together",
            ),
        }
    }

    fn describe(self) -> PolicyStepDescription {
        PolicyStepDescription {
            step: self,
            label: self.label(),
            usual: self.usual(),
            citizens: self.citizens(),
            conditions: table::of_step(self)
                .iter()
                .map(super::super::condition::Requirement::describe)
                .collect(),
            source: self.source(),
        }
    }
}

/// The five steps of the policy cycle, each with what is usual and what citizens add.
///
/// ```
/// let steps = meedoen::cocreation::policy_steps();
/// assert_eq!(steps.len(), 5);
/// assert!(steps[0].conditions.iter().any(|one| one.code == "priorities-together"));
/// ```
///
/// # Source
/// COC-95…108
pub fn policy_steps() -> Vec<PolicyStepDescription> {
    PolicyStep::ALL.iter().map(|step| step.describe()).collect()
}
