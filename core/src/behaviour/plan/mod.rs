//! Who could get what help, so that most people come to show the behaviour: advice that professionals change.

mod catalogue;
mod personal;
mod potential;
mod potential_document;
mod question;
mod reasons;
mod request;
mod resample;
mod result;
#[cfg(feature = "schema")]
mod shape;
#[cfg(test)]
mod tests;
mod what_if;

pub use catalogue::{CatalogueIntervention, InterventionCatalogue, catalogue};
pub use personal::{
    MeasuredScore, PersonInCaseload, PersonalDeterminant, PersonalPotential, personal_potential,
};
pub use potential::{Caseload, DeterminantPotential, Potential, potential};
pub use question::{Planning, people_of_columns};
pub use result::{EffectView, PersonPlan, Plan, PlanSettings, PlannedHelp, RolePlan, plan};
pub use what_if::{DeterminantRise, Supposing, WhatIf, what_if};
