//! The operations on the policy cycle and on the roles of the government.

use super::cocreation::OnDay;
use super::row::{Operation, constant, total};
use crate::cocreation::{self, PolicyCycle, RoleProfile};
#[cfg(feature = "charts")]
use crate::document::{Document, Reader};
#[cfg(feature = "charts")]
use crate::{Chart, Language};

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &constant(
        "cocreation.policy_steps",
        "The five steps of the policy cycle, with what is usual and what citizens add.",
        cocreation::policy_steps,
    ),
    &total(
        "cocreation.policy_cycle",
        "The policy cycle with citizens, from frame to decision, as far as a log says on a date.",
        OnDay::cycle,
    ),
    &constant(
        "cocreation.government_roles",
        "The four roles of the government, each with its place in the quadrant.",
        cocreation::government_roles,
    ),
    &total(
        "cocreation.role_profile",
        "What was said and done in the four roles, and where word and deed differ, as far as a log says on a date.",
        OnDay::roles,
    ),
    #[cfg(feature = "charts")]
    &total(
        "cocreation.roles_chart",
        "Draws the quadrant of the four roles with what was said and done in each.",
        RolesChart::draw,
    ),
];

impl OnDay {
    fn cycle(&self) -> PolicyCycle {
        cocreation::policy_cycle(&self.log, self.as_of)
    }

    fn roles(&self) -> RoleProfile {
        cocreation::role_profile(&self.log, self.as_of)
    }
}

/// A log whose roles to draw.
#[cfg(feature = "charts")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct RolesChart {
    #[cfg_attr(feature = "schema", schemars(flatten))]
    until: OnDay,
    /// The language of the texts in the chart.
    language: Language,
}

#[cfg(feature = "charts")]
impl RolesChart {
    fn draw(&self) -> Chart {
        cocreation::roles_chart(&self.until.roles(), self.language)
    }
}

#[cfg(feature = "charts")]
impl Document for RolesChart {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["log", "as_of", "language"])?;
        let (until, language) = (OnDay::of_fields(&fields), fields.must("language", Reader::code));
        Some(Self { until: until?, language: language? })
    }
}
