//! The operations of multi-state models.

#[cfg(feature = "charts")]
mod charts;
mod drawing;
mod expecting;
mod intervals;
mod judging;
mod partial;
mod parts;
#[cfg(test)]
mod tests;

use super::panel::on_panel;
use super::row::{Operation, fallible, total};
use crate::Error;
use crate::document::{Document, Reader};
use crate::multistate::answer::Asking;
use crate::multistate::{self, Given, LikelihoodAt, Model, Panel};
use drawing::{Drawing, Seeing};
use expecting::{Comparing, Contrasting, Expecting};
use judging::{Fitted, Fitting, OverTime, Selecting};
use partial::{Counted, Merging};

/// What takes a model and no panel.
pub(super) const MODELS: &[&dyn Operation] = &[
    &total("multistate.given", "A model with intensities that are stated, not estimated.", Given::model),
    &fallible("multistate.answer", "Answers questions about what a model expects.", Asking::answers),
    &fallible("multistate.forecast", "Expects how many people will be in each state.", Expecting::forecast),
    &fallible(
        "multistate.contrast",
        "Compares how many of two groups reach some states.",
        Contrasting::contrast,
    ),
    &fallible("multistate.ratios", "Compares how fast two groups make each move.", Comparing::ratios),
    &fallible("multistate.simulate", "Draws a panel from a model.", Drawing::simulate),
];

/// What fits models, and holds them against a panel.
pub(super) const FITTING: &[&dyn Operation] = &[
    &on_panel("multistate.fit", "Fits a model to a panel.", multistate::fit),
    &on_panel(
        "multistate.transitions",
        "Counts what a model needs to know of a panel, or of a part of one; parts add up exactly.",
        multistate::Transitions::of,
    ),
    &fallible("multistate.merge", "Adds up what parts of a panel say.", Merging::merge),
    &fallible(
        "multistate.fit_transitions",
        "Fits a model to what parts of a panel say together: the same fit as of the whole panel.",
        Counted::fit,
    ),
    intervals::INTERVALS,
    &on_panel("multistate.likelihood", "Says how well a model explains a panel.", Judging::likelihood),
    &on_panel(
        "multistate.prevalence",
        "Puts the people seen in each state over time beside those a model expects.",
        OverTime::prevalence,
    ),
    &on_panel("multistate.goodness", "Says whether a model fits a panel.", Fitting::goodness),
    &on_panel("multistate.select", "Fits two models to a panel and compares them.", Selecting::select),
    &total("multistate.compare", "Compares two models that were fitted to one panel.", Fitted::compare),
    &fallible("multistate.power", "Says how many people it takes to see an effect.", Seeing::power),
];

/// A model that is held against a panel.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ModelOfPanel"))]
struct Judging {
    /// The model.
    model: Model,
}

impl Judging {
    fn likelihood(panel: &Panel, request: &Self) -> Result<LikelihoodAt, Error> {
        multistate::likelihood_at(panel, &request.model)
    }
}

impl Document for Judging {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["model"])?;
        Some(Self { model: fields.required("model").and_then(|model| Model::read(&model))? })
    }
}

/// The charts of models.
#[cfg(feature = "charts")]
pub(super) const CHARTS: &[&dyn Operation] = &[
    &fallible("multistate.flow_chart", "Draws who moves where.", charts::Flow::flow),
    &fallible(
        "multistate.course_chart",
        "Draws how the probability of each state changes over time.",
        charts::Flow::course,
    ),
    &fallible(
        "multistate.ratios_chart",
        "Draws how many times as fast each move is.",
        charts::Ratios::ratios,
    ),
];
