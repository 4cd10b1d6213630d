//! Marks that are the same in every chart.

use super::{MUTED, PAPER};
use crate::Label;
use serde_json::{Value, json};

/// The word for what is not known.
pub(crate) const UNKNOWN: Label = Label::of("onbekend", "unknown");

/// What is not known: paper within a dashed outline, over all that it may be.
pub(crate) fn outline(mark: &str) -> Value {
    json!({
        "type": mark, "cornerRadius": 3, "fill": PAPER,
        "stroke": MUTED, "strokeDash": [4, 3], "strokeWidth": 1.2,
    })
}

/// The word in the outline.
pub(crate) fn unknown_word() -> Value {
    small(json!({"fontStyle": "italic", "fontSize": 11}))
}

/// A small text; what stands in it is told by the mark it belongs to.
pub(crate) fn small(more: Value) -> Value {
    let mut mark = json!({"type": "text", "fontSize": 10.5, "aria": false});
    if let (Some(mark), Value::Object(more)) = (mark.as_object_mut(), more) {
        mark.extend(more);
    }
    mark
}
