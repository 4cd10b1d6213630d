//! The one number that crosses the door of the domains.

use crate::error::{Error, Mistake};
use crate::math::shown;
use serde::{Deserialize, Serialize};

/// A position on a scale as a percentage of the distance from its lowest to its highest point
/// (“percent of maximum possible”): finite, 0 to 100.
///
/// # Formula
/// `100 · (value − min) / (max − min)`
///
/// ```
/// use meedoen::Score;
/// assert_eq!(Score::on_scale(4.0, 1.0, 5.0)?.value(), 75.0);
/// assert_eq!(Score::new(130.0).unwrap_err().code(), "outside-range");
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline, with = "f64", extend("minimum" = 0, "maximum" = 100)))]
pub struct Score(f64);

impl Score {
    /// The lowest and the highest score.
    pub const RANGE: (f64, f64) = (0.0, 100.0);

    /// A score of a percentage.
    ///
    /// # Errors
    /// `outside-range` when the value is not a finite number from 0 to 100.
    pub fn new(value: f64) -> Result<Self, Error> {
        let (min, max) = Self::RANGE;
        if value >= min && value <= max {
            return Ok(Self(value));
        }
        Err(Mistake::OutsideRange { value: shown(value), min, max }.into())
    }

    /// The score of a value on a scale that runs from `min` to `max`.
    ///
    /// # Errors
    /// `outside-range` when the value does not lie on the scale, or the scale has no length.
    pub fn on_scale(value: f64, min: f64, max: f64) -> Result<Self, Error> {
        if min < max && value >= min && value <= max {
            return Self::new(100.0 * (value - min) / (max - min));
        }
        Err(Mistake::OutsideRange { value: shown(value), min, max }.into())
    }

    /// The percentage, 0 to 100.
    pub fn value(self) -> f64 {
        self.0
    }

    /// The same distance seen from the other end: 100 − value.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self(Self::RANGE.1 - self.0)
    }
}

impl TryFrom<f64> for Score {
    type Error = Error;
    fn try_from(value: f64) -> Result<Self, Error> {
        Self::new(value)
    }
}

impl From<Score> for f64 {
    fn from(score: Score) -> Self {
        score.0
    }
}
