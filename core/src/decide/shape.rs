//! What facts look like in a request: the questions as fields.

use super::{Input, InputKind};
use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

/// The schema of an object with these questions as its fields.
pub(crate) fn facts(inputs: &[Input], description: &str) -> Schema {
    let questions = inputs.iter().map(|input| (input.name.to_string(), question(input)));
    json_schema!({
        "type": "object",
        "description": description,
        "properties": questions.collect::<Map<_, _>>(),
    })
}

fn question(input: &Input) -> Value {
    let description = &input.question.en;
    match &input.kind {
        InputKind::Truth => json!({"type": ["boolean", "null"], "description": description}),
        InputKind::Number { min, max, .. } => {
            json!({"type": ["number", "null"], "minimum": min, "maximum": max, "description": description})
        }
        InputKind::Choice { choices } => {
            let codes = choices.iter().map(|choice| json!(choice.code)).chain([Value::Null]);
            json!({"enum": codes.collect::<Vec<_>>(), "description": description})
        }
    }
}
