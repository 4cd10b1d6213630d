//! How a determinant stands towards the behaviour.

use crate::document::{Document, Reader};
use crate::error::Mistake;
use crate::math::shown;
use crate::{Label, Provenance, ProvenanceKind, Score};
use serde::Serialize;

crate::vocabulary! {
    /// How a determinant, as it is for this person, stands towards the target behaviour.
    ///
    /// The sources describe determinants in words (a doubtful attitude, a very low belief in own ability, a very
    /// stressful context); these five steps are how the library writes such words down. For practical barriers
    /// “hindering” means that barriers stand in the way.
    ///
    /// # Source
    /// IBM-35, IBM-36, IBM-45; the number of steps is a choice of the library.
    pub enum Standing: "standing", "stand", ["IBM-35", "IBM-36", "IBM-45"] {
        /// Stands strongly in the way (“very low”, “very stressful”).
        StronglyHindering = "strongly-hindering": "sterk belemmerend", "strongly hindering", [],
        /// Stands in the way.
        Hindering = "hindering": "belemmerend", "hindering", [],
        /// Neither clearly supports nor hinders (“doubtful”).
        Mixed = "mixed": "wisselend", "mixed", [],
        /// Supports.
        Supporting = "supporting": "steunend", "supporting", [],
        /// Supports strongly.
        StronglySupporting = "strongly-supporting": "sterk steunend", "strongly supporting", [],
    }
}

impl Standing {
    /// Whether it stands in the way.
    pub fn hinders(self) -> bool {
        self <= Self::Hindering
    }

    /// Whether it supports.
    pub fn supports(self) -> bool {
        self >= Self::Supporting
    }
}

/// Where on a scale of 0 to 100, on which 100 supports the behaviour most, one standing passes into the next.
///
/// The sources give no such bounds, so they are a choice with provenance that travels with every result.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Thresholds {
    /// Below this: strongly hindering.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub strongly_hindering_below: f64,
    /// Below this: hindering.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub hindering_below: f64,
    /// Below this: mixed.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub mixed_below: f64,
    /// Below this: supporting; from here on strongly supporting.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub supporting_below: f64,
    /// How they came to be.
    pub provenance: Provenance,
}

impl Default for Thresholds {
    /// Five equal steps, illustrative.
    fn default() -> Self {
        Self {
            strongly_hindering_below: 20.0,
            hindering_below: 40.0,
            mixed_below: 60.0,
            supporting_below: 80.0,
            provenance: Provenance {
                kind: ProvenanceKind::Illustrative,
                note: Label::of(
                    "vijf gelijke stappen, gekozen om te laten zien hoe het werkt; de bronnen geven geen grenzen",
                    "five equal steps, chosen to show how it works; the sources give no bounds",
                ),
            },
        }
    }
}

impl Thresholds {
    /// The standing of a score on which 100 supports the behaviour most.
    ///
    /// ```
    /// use meedoen::{behaviour::{Standing, Thresholds}, Score};
    /// assert_eq!(Thresholds::default().standing(Score::new(35.0)?), Standing::Hindering);
    /// # Ok::<(), meedoen::Error>(())
    /// ```
    pub fn standing(&self, score: Score) -> Standing {
        let steps = [
            (self.strongly_hindering_below, Standing::StronglyHindering),
            (self.hindering_below, Standing::Hindering),
            (self.mixed_below, Standing::Mixed),
            (self.supporting_below, Standing::Supporting),
        ];
        let step = steps.into_iter().find(|(bound, _)| score.value() < *bound);
        step.map_or(Standing::StronglySupporting, |(_, standing)| standing)
    }
}

impl Document for Thresholds {
    /// Reads thresholds from a document; they must not fall.
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&[
            "strongly_hindering_below",
            "hindering_below",
            "mixed_below",
            "supporting_below",
            "provenance",
        ])?;
        let mut lowest = 0.0;
        let mut bound = |name| {
            let field = fields.required(name)?;
            let bound = field.number()?;
            if bound < lowest || bound > 100.0 {
                field.refuse(Mistake::OutsideRange { value: shown(bound), min: lowest, max: 100.0 });
            }
            lowest = bound;
            Some(bound)
        };
        let (strongly_hindering_below, hindering_below) =
            (bound("strongly_hindering_below"), bound("hindering_below"));
        let (mixed_below, supporting_below) = (bound("mixed_below"), bound("supporting_below"));
        let provenance = fields.must("provenance", Reader::provenance);
        Some(Self {
            strongly_hindering_below: strongly_hindering_below?,
            hindering_below: hindering_below?,
            mixed_below: mixed_below?,
            supporting_below: supporting_below?,
            provenance: provenance?,
        })
    }
}
