//! The budgetkring: a self-help group of people with little money, led by people who facilitate.
//!
//! That people come and go freely, and that what is said in a circle stays there, is in none of the facts: no principle
//! here is about it.

mod circle;
mod event;
mod principles;
mod review;
#[cfg(test)]
mod tests;
mod words;

pub use event::{Budgetkring, BudgetkringEvent};
pub use review::{BudgetkringReview, budgetkring};
pub use words::{BudgetkringRelation, InitiativeHolder, LeaderRole, RecruitmentStage, Sphere};
