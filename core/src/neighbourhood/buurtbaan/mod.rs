//! The buurtbaan: a temporary paid job in which an active resident strengthens the neighbourhood and moves on.

mod event;
mod principles;
mod review;
mod road;
#[cfg(test)]
mod tests;
mod words;

pub use event::{Buurtbaan, BuurtbaanEvent};
pub use review::{BuurtbaanReview, WallOnRoute, buurtbaan};
pub use road::{buurtbaan_roadmaps, follow_buurtbaan};
pub use words::{
    Actor, Breakthrough, Employment, Ingredient, LabourMarketDimension, LevelOfSupport, NextStep, Wall,
};
