//! Who could get what help, so that most people come to show the behaviour: advice that professionals change.

mod catalogue;
mod question;
mod reasons;
mod request;
mod result;
#[cfg(feature = "schema")]
mod shape;

pub use catalogue::{CatalogueIntervention, InterventionCatalogue, catalogue};
pub use question::Planning;
pub use result::{EffectView, PersonPlan, Plan, PlanSettings, PlannedHelp, RolePlan, plan};
