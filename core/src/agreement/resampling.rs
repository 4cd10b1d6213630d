//! How intervals are drawn.

use crate::document::{Document, Reader};
use crate::error::{Error, Mistake, Place};
use crate::math::shown;
use serde::Serialize;

/// How intervals are made: the units are drawn again, with return, and the coefficient of each such resample is
/// computed; an interval holds the middle of them.
///
/// ```
/// use meedoen::agreement::Resampling;
/// assert_eq!(Resampling::default().replications(), 1_000);
/// assert_eq!(Resampling::new(1_000, 1.0, 7).unwrap_err().code(), "outside-range");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Resampling {
    /// How many resamples; none gives no intervals. 1000 unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<u32>", range(max = 10_000)))]
    replications: u32,
    /// How much of the resamples an interval holds, between 0 and 1; 0.95 unless said otherwise.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "crate::document::Defaulted<f64>", range(min = 0.0, max = 1.0))
    )]
    confidence: f64,
    /// Where the random numbers come from; the same number gives the same intervals. 1 unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<u32>"))]
    seed: u32,
}

impl Default for Resampling {
    fn default() -> Self {
        Self { replications: 1_000, confidence: 0.95, seed: 1 }
    }
}

impl Resampling {
    /// The most resamples.
    pub const MOST: u32 = 10_000;

    /// So many resamples, an interval that holds this part of them, and where the random numbers come from.
    ///
    /// # Errors
    /// `outside-range` for more than [`Resampling::MOST`] resamples, or a part that is not between 0 and 1.
    pub fn new(replications: u32, confidence: f64, seed: u32) -> Result<Self, Error> {
        let problems = crate::document::Problems::default();
        if replications > Self::MOST {
            let (value, max) = (replications.to_string(), f64::from(Self::MOST));
            problems.add(Mistake::OutsideRange { value, min: 0.0, max }, Place::default().at("replications"));
        }
        if !(confidence > 0.0 && confidence < 1.0) {
            let value = shown(confidence);
            let place = Place::default().at("confidence");
            problems.add(Mistake::OutsideRange { value, min: 0.0, max: 1.0 }, place);
        }
        problems.finish(Some(Self { replications, confidence, seed }))
    }

    /// How many resamples.
    pub fn replications(self) -> u32 {
        self.replications
    }

    /// How much of the resamples an interval holds.
    pub fn confidence(self) -> f64 {
        self.confidence
    }

    /// Where the random numbers come from.
    pub fn seed(self) -> u32 {
        self.seed
    }
}

impl Document for Resampling {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["replications", "confidence", "seed"])?;
        let usual = Self::default();
        let replications = fields.maybe("replications", Reader::count);
        let confidence = fields.maybe("confidence", Reader::number);
        let seed = fields.maybe("seed", Reader::count);
        let replications = replications?.unwrap_or(usual.replications);
        let confidence = confidence?.unwrap_or(usual.confidence);
        reader.check(Self::new(replications, confidence, seed?.unwrap_or(usual.seed)))
    }
}
