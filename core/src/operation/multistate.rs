//! The operations of multi-state models.

use super::panel::on_panel;
use super::row::{Operation, fallible, total};
use crate::Error;
use crate::document::{Document, Reader};
use crate::multistate::answer::Asking;
use crate::multistate::{self, Given, LikelihoodAt, Model, Panel};

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &total("multistate.given", "A model with intensities that are stated, not estimated.", Given::model),
    &on_panel("multistate.fit", "Fits a model to a panel.", multistate::fit),
    &on_panel("multistate.likelihood", "Says how well a model explains a panel.", Judging::likelihood),
    &fallible("multistate.answer", "Answers questions about what a model expects.", Asking::answers),
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
