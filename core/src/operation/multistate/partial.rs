//! Requests about parts of a panel.

use crate::document::{Document, Reader};
use crate::error::Error;
use crate::multistate::{Fit, Transitions, fit_transitions};

/// Parts of a panel, which have nobody in common.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "MergeRequest"))]
pub(super) struct Merging {
    /// What each part says; all about the same model.
    parts: Vec<Transitions>,
}

impl Merging {
    pub(super) fn merge(request: &Self) -> Result<Transitions, Error> {
        Transitions::sum(&request.parts)
    }
}

impl Document for Merging {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["parts"])?;
        Some(Self { parts: fields.must("parts", |parts| parts.list_of(Transitions::read))? })
    }
}

/// What a panel says about a model.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FitTransitionsRequest"))]
pub(super) struct Counted {
    /// What it says.
    transitions: Transitions,
}

impl Counted {
    pub(super) fn fit(request: &Self) -> Result<Fit, Error> {
        fit_transitions(&request.transitions)
    }
}

impl Document for Counted {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["transitions"])?;
        Some(Self { transitions: fields.must("transitions", Transitions::read)? })
    }
}
