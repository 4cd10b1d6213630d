//! Marks that are the same in every chart.

use super::{extend, spec};
use crate::Label;
use serde_json::Value;

/// The word for what is not known.
pub(crate) const UNKNOWN: Label = Label::of("onbekend", "unknown");

/// What is not known: paper within a dashed outline, over all that it may be.
pub(crate) fn outline() -> Value {
    let text = r#"{
        "type": "rect", "cornerRadius": 3, "fill": "@paper",
        "stroke": "@muted", "strokeDash": [4, 3], "strokeWidth": 1.2
    }"#;
    spec(text, [])
}

/// The word in the outline.
pub(crate) fn unknown_word() -> Value {
    small(spec(r#"{"fontStyle": "italic", "fontSize": 11}"#, []))
}

/// A small text; what stands in it is told by the mark it belongs to.
pub(crate) fn small(more: Value) -> Value {
    let mut mark = spec(r#"{"type": "text", "fontSize": 10.5, "aria": false}"#, []);
    extend(&mut mark, more);
    mark
}
