//! What the requests look like where their readers do more than their types say.

use super::person::INPUTS;
use crate::decide::{Input, InputKind};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// What is known, the questions as fields.
pub(super) fn facts(inputs: &[Input], description: &str) -> Schema {
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

macro_rules! facts {
    ($($name:ident, $called:literal, $inputs:expr, $description:literal;)+) => {$(
        #[doc = $description]
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                $called.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                facts($inputs, $description)
            }
        }
    )+};
}

facts! {
    Facts, "PersonFacts", &INPUTS, "What is known of someone, by question; what is left out or `null` is unknown.";
    ActivityFacts, "ActivityFacts", super::activity::inputs(), "What is known of an activity, by question; what is left out or `null` is unknown.";
    WorkFacts, "DisplacementFacts", &super::displacement::QUESTION.inputs, "What is known of the work, by question; what is left out or `null` is unknown.";
    CareFacts, "InformalCareFacts", &super::care::QUESTION.inputs, "What is known of the care, by question; what is left out or `null` is unknown.";
    ImposingFacts, "ImposingFacts", super::imposing::inputs(), "What is recorded about the conditions, by question; what is left out or `null` is not recorded.";
    LanguageFacts, "LanguageFacts", super::language::inputs(), "What is known of someone's Dutch, by question; what is left out or `null` is unknown.";
    CallUpFacts, "CallUpFacts", super::call_up::inputs(), "What is known of someone in the file, by question; what is left out or `null` is unknown.";
}
