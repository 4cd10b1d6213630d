//! What the requests look like where their readers do more than their types say.

use super::person::INPUTS;
use crate::decide::facts_schema;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use std::borrow::Cow;

macro_rules! facts {
    ($($name:ident, $called:literal, $inputs:expr, $description:literal;)+) => {$(
        #[doc = $description]
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                $called.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                facts_schema($inputs, $description)
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
