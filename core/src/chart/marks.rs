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
    extend(&mut mark, more);
    mark
}

/// Adds fields to an object, in the place of those of the same name.
pub(crate) fn extend(object: &mut Value, more: Value) {
    if let (Some(object), Value::Object(more)) = (object.as_object_mut(), more) {
        object.extend(more);
    }
}
