//! The request for the intervals of a fit.

use super::super::row::Operation;
use crate::document::{Document, Reader};
use crate::error::Error;
use crate::multistate::{IntervalOf, IntervalsAsked, Panel, ParameterIntervals, Specification, intervals};
use crate::operation::panel::on_panel;
use crate::random::Seed;

pub(super) const INTERVALS: &dyn Operation = &on_panel(
    "multistate.intervals",
    "Fits a model to a panel and gives the interval of every parameter, by the method that is asked.",
    |panel: &Panel, asked: &Asked| -> Result<ParameterIntervals, Error> {
        intervals(panel, &asked.specification, asked.how())
    },
);

/// Which intervals are asked of a fit.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "IntervalsRequest"))]
pub(super) struct Asked {
    /// The model that is fitted.
    specification: Specification,
    /// How the intervals are made; by the profile likelihood when left out.
    method: Option<IntervalOf>,
    /// How often an interval is to hold the true value, between 0 and 1; 0.95 when left out.
    level: Option<f64>,
    /// How many panels are drawn, for the bootstrap: at least 20; 200 when left out.
    draws: Option<u32>,
    /// Where the draws come from; 1 when left out.
    seed: Option<u32>,
}

impl Asked {
    fn how(&self) -> IntervalsAsked {
        IntervalsAsked {
            method: self.method.unwrap_or(IntervalOf::Profile),
            level: self.level.unwrap_or(0.95),
            draws: self.draws.unwrap_or(200),
            seed: Seed::new(u64::from(self.seed.unwrap_or(1))),
        }
    }
}

impl Document for Asked {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["specification", "method", "level", "draws", "seed"])?;
        let specification = fields.required("specification").and_then(|one| Specification::read(&one));
        let (method, level) = (fields.maybe("method", Reader::code), fields.maybe("level", Reader::number));
        let (draws, seed) = (fields.maybe("draws", Reader::count), fields.maybe("seed", Reader::count));
        Some(Self {
            specification: specification?,
            method: method?,
            level: level?,
            draws: draws?,
            seed: seed?,
        })
    }
}
