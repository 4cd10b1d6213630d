//! The roles of the government: which it says it takes, and in which it is seen to act.
//!
//! Four roles stand in a quadrant with two axes. Several of their rules and values hold at the same time (COC-116), so no
//! role is better than another; what can be seen is whether word and deed lie in the same place.

#[cfg(feature = "charts")]
mod chart;
mod profile;

#[cfg(feature = "charts")]
pub use chart::roles_chart;
pub use profile::{RoleProfile, RoleShare, RoleTension, role_profile};

use super::GovernmentRole;
use crate::{Label, Source, Vocabulary};
use serde::Serialize;

crate::vocabulary! {
    /// Where a role begins on the level axis: left from government, right from society.
    ///
    /// # Source
    /// COC-116
    pub enum Movement: "horizontal axis", "horizontale as", ["COC-116"] {
        /// Left.
        FromGovernment = "from-government": "van overheid naar samenleving", "from government to society", [],
        /// Right.
        FromSociety = "from-society": "van samenleving naar overheid", "from society to government", [],
    }
}

crate::vocabulary! {
    /// What a role begins with on the upright axis: below with preconditions, above with results.
    ///
    /// # Source
    /// COC-116
    pub enum Emphasis: "vertical axis", "verticale as", ["COC-116"] {
        /// Below.
        FromPreconditions = "from-preconditions": "van randvoorwaarden naar resultaten", "from preconditions to results", [],
        /// Above.
        FromResults = "from-results": "van resultaten naar randvoorwaarden", "from results to preconditions", [],
    }
}

/// A role with its place in the quadrant.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "GovernmentRoleDescription"))]
pub struct RoleDescription {
    /// The role.
    pub role: GovernmentRole,
    /// What it is called.
    pub label: Label,
    /// The view of government it belongs to.
    pub school: Label,
    /// What it does.
    pub text: Label,
    /// Its side of the level axis.
    pub movement: Movement,
    /// The same in words.
    pub movement_label: Label,
    /// Its side of the upright axis.
    pub emphasis: Emphasis,
    /// The same in words.
    pub emphasis_label: Label,
    /// Where it comes from.
    pub source: Source,
}

impl GovernmentRole {
    /// Its side of the level axis.
    ///
    /// ```
    /// use meedoen::cocreation::{Emphasis, GovernmentRole, Movement};
    /// assert_eq!(GovernmentRole::Responsive.movement(), Movement::FromSociety);
    /// assert_eq!(GovernmentRole::Responsive.emphasis(), Emphasis::FromPreconditions);
    /// ```
    ///
    /// # Source
    /// COC-117…120
    pub fn movement(self) -> Movement {
        match self {
            Self::Lawful | Self::Performing => Movement::FromGovernment,
            Self::Cooperating | Self::Responsive => Movement::FromSociety,
        }
    }

    /// Its side of the upright axis.
    pub fn emphasis(self) -> Emphasis {
        match self {
            Self::Lawful | Self::Responsive => Emphasis::FromPreconditions,
            Self::Performing | Self::Cooperating => Emphasis::FromResults,
        }
    }

    fn describe(self) -> RoleDescription {
        let (school, text) = match self {
            Self::Lawful => (
                Label::of("openbaar bestuur (Public Administration)", "public administration"),
                Label::of(
                    "bestuurt het democratische bestel en waarborgt rechten en plichten",
                    "governs the democratic system and safeguards rights and duties",
                ),
            ),
            Self::Performing => (
                Label::of("bedrijfsmatig bestuur (New Public Management)", "new public management"),
                Label::of(
                    "voert zorgvuldig, efficiënt en meetbaar uit binnen de middelen",
                    "carries out with care, efficiently and measurably within its means",
                ),
            ),
            Self::Cooperating => (
                Label::of("netwerkbestuur (Network Governance)", "network governance"),
                Label::of(
                    "werkt met andere partijen aan eigen en maatschappelijke doelen",
                    "works with other parties on its own goals and those of society",
                ),
            ),
            Self::Responsive => (
                Label::of("maatschappelijke veerkracht (Societal Resilience)", "societal resilience"),
                Label::of(
                    "handelt door te luisteren naar wat er in de actieve samenleving gebeurt",
                    "acts by listening to what happens in the active community",
                ),
            ),
        };
        RoleDescription {
            role: self,
            label: self.label(),
            school,
            text,
            movement: self.movement(),
            movement_label: self.movement().label(),
            emphasis: self.emphasis(),
            emphasis_label: self.emphasis().label(),
            source: self.source(),
        }
    }
}

/// The four roles, each with its place in the quadrant.
///
/// ```
/// let roles = meedoen::cocreation::government_roles();
/// assert_eq!(roles[0].emphasis_label.en, "from preconditions to results");
/// ```
///
/// # Source
/// COC-116…120, PUB-55
pub fn government_roles() -> Vec<RoleDescription> {
    GovernmentRole::ALL.iter().map(|role| role.describe()).collect()
}

#[cfg(test)]
mod tests;
