//! The policy cycle with citizens: five steps, what co-creation adds to each, and how frames, co-creation and decision follow
//! each other.
//!
//! The lawful cycle stays; the steps of co-creation come beside it (COC-114). What is found is no score of a policy: each
//! condition is met, not met or not recorded, with the events it rests on.
//!
//! # Source
//! COC-95…114; PUB-56 on citizens' assemblies.

mod assembly;
mod finding;
mod review;
mod step;
mod table;

pub use assembly::AssemblyReview;
pub use review::{PolicyCycle, PolicyStepReview, policy_cycle};
pub use step::{PolicyStep, PolicyStepDescription, policy_steps};

#[cfg(test)]
mod tests;
