//! Determinants and interventions as documents: what a form, a legend or a plan shows of them.

use super::role::{LEVERS, Lever};
use super::{Determinant, Domain, Extent, Intervention, Role};
use crate::decide::Question;
use crate::{Label, Source, Term, Vocabulary};
use serde::Serialize;

/// A determinant as a document: what a form shows of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeterminantDescription {
    /// The code in documents.
    pub code: Determinant,
    /// The name.
    pub label: Label,
    /// Willing or being able.
    pub domain: Domain,
    /// What it is made of.
    pub facets: Vec<Term>,
    /// Whether more of it makes the behaviour harder.
    pub inverted: bool,
    /// The question a professional would ask about it, with the standings as its answers.
    pub question: Question,
    /// Where it comes from.
    pub source: Source,
}

/// The seven determinants, in the order of the model.
///
/// ```
/// let determinants = meedoen::behaviour::determinants();
/// assert_eq!(determinants[6].label.en, "practical barriers");
/// assert!(determinants[6].inverted);
/// ```
///
/// # Source
/// IBM-05…07, IBM-11…14
pub fn determinants() -> Vec<DeterminantDescription> {
    Determinant::ALL.iter().map(|one| one.describe()).collect()
}

impl Determinant {
    /// The determinant as a document.
    fn describe(self) -> DeterminantDescription {
        DeterminantDescription {
            code: self,
            label: self.label(),
            domain: self.domain(),
            facets: self.facets().iter().map(|&facet| Term::of(facet)).collect(),
            inverted: self.is_inverted(),
            question: self.to_ask(),
            source: self.source(),
        }
    }
}

/// An intervention as a document: what a form or a plan shows of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InterventionDescription {
    /// The code in documents.
    pub code: Intervention,
    /// The name.
    pub label: Label,
    /// Who does it according to the sources, and on which determinant; another role is not named for it, which is
    /// not a “no”.
    pub levers: Vec<NamedLever>,
    /// Where it comes from.
    pub source: Source,
}

/// A role that the sources name for an intervention.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NamedLever {
    /// The role.
    pub role: Role,
    /// Its name.
    pub label: Label,
    /// The determinant the sources tie it to; `None` when they tie it to none.
    pub determinant: Option<Determinant>,
    /// How far the role can do it.
    pub extent: Extent,
    /// Where it is said.
    pub source: Source,
}

/// The interventions the sources name, each with the roles they name for it.
///
/// ```
/// use meedoen::behaviour::interventions;
/// assert!(interventions().iter().all(|one| !one.levers.is_empty()));
/// ```
///
/// # Source
/// IBM-38…43, IBM-49…51, IBM-53, IBM-54
pub fn interventions() -> Vec<InterventionDescription> {
    let describe = |&code: &Intervention| InterventionDescription {
        code,
        label: code.label(),
        levers: LEVERS.iter().filter(|lever| lever.intervention == code).map(Lever::describe).collect(),
        source: code.source(),
    };
    Intervention::ALL.iter().map(describe).collect()
}

impl Lever {
    fn describe(&self) -> NamedLever {
        NamedLever {
            role: self.role,
            label: self.role.label(),
            determinant: self.determinant,
            extent: self.extent,
            source: self.source.clone(),
        }
    }
}
