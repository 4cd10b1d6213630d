//! The operations on the policy cycle and on the roles of the government.

#[cfg(feature = "charts")]
use super::cocreation::LogChart;
use super::cocreation::OnDay;
use super::row::{Operation, constant, total};
#[cfg(feature = "charts")]
use crate::Chart;
use crate::cocreation::{self, PolicyCycle, RoleProfile};

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
        LogChart::roles,
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

#[cfg(feature = "charts")]
impl LogChart {
    fn roles(&self) -> Chart {
        cocreation::roles_chart(&self.until.roles(), self.language)
    }
}
