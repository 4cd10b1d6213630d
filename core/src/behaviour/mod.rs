//! The integrative behaviour model (integratief gedragsmodel): what makes one behaviour easier or harder for one
//! person.
//!
//! * Vocabulary: [`Domain`], [`Determinant`], [`Facet`], [`Standing`], [`Role`], [`Intervention`], [`Extent`].
//! * Door: [`Profile`], from what someone saw or from [`Scores`](crate::measure::Scores) on an instrument;
//!   [`Proposal`], a profile with interventions.
//! * Functions: [`assess`], [`assess_columns`], [`review_interventions`], [`levers`], [`instrument`].
//! * To estimate: [`ModelRequest::model`], the integrative model for an instrument.
//! * Results: [`Assessment`], [`InterventionReview`], [`LeverCell`], each with its reasons.
//!
//! Behaviour depends on willing and being able together; the sources give no weights, no cut-offs and no rule
//! to calculate whether a behaviour will follow, so neither does this module: it says what stands in the way,
//! what is not known, and what the sources say can be done by whom. It describes situations, never character.
//!
//! # Source
//! IBM-01…69, PUB-20…27, GEN-11, GEN-12

mod assess;
#[cfg(feature = "charts")]
mod chart;
mod description;
mod determinant;
mod library;
mod model;
mod plan;
mod profile;
mod profile_document;
mod review;
mod role;
mod sanction;
#[cfg(feature = "schema")]
mod shape;
mod standing;
mod statement;
mod summary;
mod table;

pub use assess::{Assessment, DeterminantView, assess};
#[cfg(feature = "charts")]
pub use chart::{determinant_chart, field_of_forces_chart, profile_chart};
pub use description::{
    DeterminantDescription, InterventionDescription, NamedLever, determinants, interventions,
};
pub use determinant::{CoreBehaviour, Determinant, Domain, Facet};
pub use library::{instrument, instruments};
pub use model::{IntegrativeModel, MeasuredAs, ModelRequest, StructuralRelations};
pub use plan::{
    Caseload, CatalogueIntervention, DeterminantPotential, DeterminantRise, EffectView,
    InterventionCatalogue, MeasuredScore, PersonInCaseload, PersonPlan, PersonalDeterminant,
    PersonalPotential, Plan, PlanSettings, PlannedHelp, Planning, Potential, RolePlan, Supposing, WhatIf,
    catalogue, people_of_columns, personal_potential, plan, potential, what_if,
};
pub use profile::{FacetFinding, Finding, InstrumentUsed, Profile};
pub use review::{
    ForceFieldView, InterventionReview, InterventionSet, InterventionView, Proposal, SanctionView,
    UnaddressedView, review_interventions,
};
pub use role::{Extent, Intervention, LeverCell, Role, levers};
pub use sanction::{ForceField, SanctionWarning};
pub use standing::{Standing, Thresholds};
pub use summary::{DeterminantSummary, GroupSummary, Summary, summarise_columns};
pub use table::{StandingTable, assess_columns};
