//! The operations that go from determinants to what would help.

use super::row::{Operation, constant, fallible};
use crate::behaviour;
#[cfg(feature = "charts")]
use {
    crate::behaviour::Caseload,
    crate::document::{Document, Reader},
    crate::{Chart, Error, Language},
};

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &constant(
        "behaviour.catalogue",
        "Interventions with illustrative effects and hours, to show how planning works.",
        behaviour::catalogue,
    ),
    &fallible(
        "behaviour.potential",
        "Says which determinants promise most for a caseload: level, room, relevance, potential with its uncertainty.",
        behaviour::potential,
    ),
    &fallible(
        "behaviour.personal_potential",
        "Says which determinants promise most for one person, whose scores hold measurement error.",
        behaviour::personal_potential,
    ),
    &fallible(
        "behaviour.what_if",
        "Says what it would do to the chance of the behaviour if a determinant rose.",
        behaviour::what_if,
    ),
    &fallible(
        "behaviour.plan",
        "Advises who could get what, so that the expected number of people showing the behaviour rises most.",
        behaviour::plan,
    ),
];

/// The charts of what would help.
#[cfg(feature = "charts")]
pub(super) const CHARTS: &[&dyn Operation] = &[&fallible(
    "behaviour.determinant_chart",
    "Draws levels and relevance of the determinants side by side, each with its interval.",
    DeterminantChart::draw,
)];

/// A caseload to draw.
#[cfg(feature = "charts")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct DeterminantChart {
    /// The scores of many people, and what they did or intend.
    caseload: Caseload,
    /// The language of the texts in the chart.
    language: Language,
}

#[cfg(feature = "charts")]
impl DeterminantChart {
    fn draw(&self) -> Result<Chart, Error> {
        behaviour::determinant_chart(&self.caseload, self.language)
    }
}

#[cfg(feature = "charts")]
impl Document for DeterminantChart {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["caseload", "language"])?;
        let caseload = fields.must("caseload", Caseload::read);
        let language = fields.must("language", Reader::code);
        Some(Self { caseload: caseload?, language: language? })
    }
}
