//! The neighbourhood: what residents make themselves, and what is recorded of it.
//!
//! * The buurtbaan, a temporary paid job of an active resident: [`buurtbaan()`] says what the record of one job holds of
//!   what the source asks of such a job, and of the walls on the way; [`buurtbaan_roadmaps`] and [`follow_buurtbaan`] lay it
//!   beside the way the source describes.
//! * The budgetkring, a self-help group of people with little money: [`budgetkring()`] says which of its principles are
//!   recorded as met, and names what stands out.
//! * Networks of citizens and communities: [`network`].
//! * The words of the first two are in [`words()`].
//!
//! What is not recorded is unknown, never a “no”. Nothing here judges a person: walls are in the way, not in people.
//!
//! # Source
//! BUU-01…78, BUD-01…40, LAD-26…34

mod budgetkring;
mod buurtbaan;
pub mod network;
mod recorded;
mod words;

pub use budgetkring::{
    Budgetkring, BudgetkringEvent, BudgetkringRelation, BudgetkringReview, InitiativeHolder, LeaderRole,
    RecruitmentStage, Sphere, budgetkring,
};
pub use buurtbaan::{
    Actor, Breakthrough, Buurtbaan, BuurtbaanEvent, BuurtbaanReview, Employment, Ingredient,
    LabourMarketDimension, LevelOfSupport, NextStep, Wall, WallOnRoute, buurtbaan, buurtbaan_roadmaps,
    follow_buurtbaan,
};
pub use recorded::{Noticed, OnRecord};
pub use words::{Words, words};
