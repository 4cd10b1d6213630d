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

use super::specification::read_censored;
use super::{Censored, StateSpace};
use crate::document::{Document, Reader};
use crate::error::Mistake;
use crate::{Label, Provenance, ProvenanceKind};
use serde::Serialize;

/// What the report looks for.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "QualitySettings"))]
pub struct Settings {
    /// The states and moves that are thought possible; without them no move is called impossible.
    pub space: Option<StateSpace>,
    /// Codes that stand for more than one of those states, so that they are not taken for mistakes.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Option<Vec<super::specification::CensoredDocument<'static>>>")
    )]
    pub censored: Vec<Censored>,
    /// From when on registrations look copied.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Bounds>"))]
    pub bounds: Bounds,
}

impl Document for Settings {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["space", "censored", "bounds"])?;
        let (space, bounds) = (fields.maybe("space", StateSpace::read), fields.maybe("bounds", Bounds::read));
        let space = space?;
        // The codes speak of the states.
        let states = space.as_ref().map_or(&[][..], StateSpace::states);
        let codes: Vec<&str> = states.iter().map(|state| state.code.as_str()).collect();
        let censored = fields.list_of("censored", |one| read_censored(one, &codes));
        Some(Self { space, censored: censored?, bounds: bounds?.unwrap_or_default() })
    }
}

/// From when on registrations look copied. The sources give no bounds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "QualityBounds"))]
pub struct Bounds {
    /// So many visits in a row in the same state at regular times look like a run that was filled in; at least 2.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<u32>"))]
    pub run: u32,
    /// Gaps are regular when the longest is at most this share longer than the shortest.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<f64>"))]
    pub regular: f64,
    /// So many people in the same state as before on the same date look like a batch that was copied; at least 2.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<u32>"))]
    pub batch: u32,
}

impl Default for Bounds {
    /// Six visits in a row; gaps within an eighth of each other, as those of months are; twenty people.
    fn default() -> Self {
        Self { run: 6, regular: 0.125, batch: 20 }
    }
}

impl Document for Bounds {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["run", "regular", "batch"])?;
        let (run, batch) = (fields.maybe("run", Reader::count), fields.maybe("batch", Reader::count));
        let regular = fields.maybe("regular", |share| {
            share.number().filter(|share| *share >= 0.0).or_else(|| {
                let value = share.value().to_string();
                share.refuse(Mistake::OutsideRange { value, min: 0.0, max: f64::INFINITY });
                None
            })
        });
        let usual = Self::default();
        Some(Self {
            run: run?.unwrap_or(usual.run),
            regular: regular?.unwrap_or(usual.regular),
            batch: batch?.unwrap_or(usual.batch),
        })
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
