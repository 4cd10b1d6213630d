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
pub use road::{follow_buurtbaan, roadmaps};
pub use words::{
    Actor, Breakthrough, Employment, Ingredient, LabPart, LabourMarketDimension, LevelOfSupport, NextStep,
    Wall,
};
