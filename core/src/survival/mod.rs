//! How long it takes until something happens, when of some it has not happened yet.
//!
//! A promise that is still open has taken *at least* so many days; leaving it out, or counting it as kept, would both
//! mislead. The curve of Kaplan and Meier uses what is known of each, and the log-rank test compares groups.
//!
//! * Vocabulary and door: [`Spell`], [`Group`].
//! * Functions: [`Curve::of`], [`log_rank`], [`estimate`].
//! * Results: [`Curve`], [`Comparison`].
//!
//! # Source
//! Kaplan & Meier 1958, *Nonparametric estimation from incomplete observations*; Mantel 1966, *Evaluation of survival
//! data and two new rank order statistics*; the interval on the scale of log(−log) is that of Kalbfleisch & Prentice.

mod curve;
mod document;
mod log_rank;

pub use curve::{Curve, Step};
pub use document::{Estimate, GroupCurve, Groups, estimate};
pub use log_rank::{Comparison, GroupCount, log_rank};

use crate::error::{Error, Mistake};

/// How long something lasted, and whether it came to its end or was only seen so far.
///
/// ```
/// use meedoen::survival::Spell;
/// assert!(Spell::new(12.0, true).is_ok());
/// assert_eq!(Spell::new(-1.0, true).unwrap_err().code(), "outside-range");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spell {
    // INVARIANT: finite and not below zero.
    time: f64,
    ended: bool,
}

impl Spell {
    /// A spell of so long, in any unit, zero or more; `ended` says whether its end was seen.
    ///
    /// # Errors
    /// `outside-range` when the time is below zero or not finite.
    pub fn new(time: f64, ended: bool) -> Result<Self, Error> {
        if time.is_finite() && time >= 0.0 {
            // Minus zero is no time of its own.
            return Ok(Self { time: time + 0.0, ended });
        }
        let value = crate::math::shown(time);
        Err(Mistake::OutsideRange { value, min: 0.0, max: f64::MAX }.into())
    }

    /// A spell of so many days.
    pub fn days(days: u32, ended: bool) -> Self {
        Self { time: f64::from(days), ended }
    }

    /// How long, in the unit of the caller.
    pub fn time(self) -> f64 {
        self.time
    }

    /// Whether its end was seen.
    pub fn ended(self) -> bool {
        self.ended
    }
}

/// Spells of one group, by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The name of the group.
    pub id: String,
    /// What was seen in it.
    pub spells: Vec<Spell>,
}

#[cfg(test)]
mod tests;
