//! What a request looks like where its reader does more than its type says.

use super::questions;
use crate::decide::InputKind;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// What is known of a network, the questions as fields.
pub(super) struct NetworkFacts;

impl JsonSchema for NetworkFacts {
    fn schema_name() -> Cow<'static, str> {
        "NetworkFacts".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let field = |input: &crate::decide::Input| {
            let description = &input.question.en;
            let kind = match &input.kind {
                InputKind::Choice { choices } => {
                    let codes = choices.iter().map(|choice| json!(choice.code)).chain([Value::Null]);
                    json!({"enum": codes.collect::<Vec<_>>(), "description": description})
                }
                _ => json!({"type": ["boolean", "null"], "description": description}),
            };
            (input.name.to_string(), kind)
        };
        json_schema!({
            "type": "object",
            "description": "What is known of a network, by question; what is left out or `null` is unknown.",
            "properties": questions().iter().map(field).collect::<Map<_, _>>(),
        })
    }
}
