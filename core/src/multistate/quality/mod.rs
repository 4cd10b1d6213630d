//! What is to be known of registrations before any model: a quality report.
//!
//! Nothing here judges a person or a registration. What looks copied, fast or impossible is shown with rows to look up;
//! what counts as a run or a batch is a parameter, chosen by this library ([`Settings`]).
//!
//! # Source
//! LAD-13…16 and LAD-15 on registrations for form's sake, LAD-24 on clients not followed, PUB-11 on rungs that are mainly
//! registered at the start; the bounds are choices of this library.

mod copied;
mod finding;
mod moves;
mod patterns;
mod report;
#[cfg(test)]
mod tests;

pub use finding::{Example, Finding};
pub use patterns::Pattern;
pub use report::{GapSummary, QualityReport, StateSummary, quality};

use super::StateSpace;
use crate::{Label, Provenance, ProvenanceKind};
use serde::Serialize;

/// What the report looks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The states and moves that are thought possible; without them no move is called impossible.
    pub space: Option<StateSpace>,
    /// From when on registrations look copied.
    pub bounds: Bounds,
}

/// From when on registrations look copied. The sources give no bounds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bounds {
    /// So many visits in a row in the same state at regular times look like a run that was filled in.
    pub run: u32,
    /// Gaps are regular when the longest is at most this share longer than the shortest.
    pub regular: f64,
    /// So many people in the same state as before on the same date look like a batch that was copied.
    pub batch: u32,
}

impl Default for Bounds {
    /// Six visits in a row; gaps within an eighth of each other, as those of months are; twenty people.
    fn default() -> Self {
        Self { run: 6, regular: 0.125, batch: 20 }
    }
}

impl Bounds {
    /// Where the bounds come from.
    pub fn provenance(&self) -> Provenance {
        let kind =
            if *self == Self::default() { ProvenanceKind::Illustrative } else { ProvenanceKind::Local };
        Provenance {
            kind,
            note: Label::of(
                "een keuze: de bronnen geven geen grens waarboven een registratie gekopieerd lijkt",
                "a choice: the sources give no bound above which a registration looks copied",
            ),
        }
    }
}
