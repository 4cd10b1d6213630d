//! What the requests of the ladder look like where their readers do more than their types say.

use super::flow::FLOW;
use super::{Position, Rung};
use crate::Perspective;
use crate::decide::{Input, InputKind};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// Facts about one person: the questions of the flow as fields.
pub(crate) struct Facts;

impl JsonSchema for Facts {
    fn schema_name() -> Cow<'static, str> {
        "LadderFacts".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let questions = FLOW.inputs().iter().map(|input| (input.name.to_string(), question(input)));
        json_schema!({
            "type": "object",
            "description": "What is known of someone, by question; what is left out or `null` is unknown.",
            "properties": questions.collect::<Map<_, _>>(),
        })
    }
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

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
pub(super) struct Expectation {
    /// What someone does now.
    now: Facts,
    /// What they are expected to do at the end of the period.
    expected: Facts,
    /// The length of the period in months.
    #[schemars(range(min = 1, max = super::Expectation::MAX_MONTHS))]
    months: u32,
    /// Whose view it is; the professional's unless said otherwise.
    perspective: Option<Perspective>,
}

/// What the ladder is drawn of: facts, or the steps of a session.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is used")]
pub(crate) enum Drawn {
    /// What is known.
    #[schemars(title = "LadderChartOfFacts")]
    Facts {
        /// What is known of someone, by question.
        facts: Facts,
        /// Not beside facts.
        steps: (),
        /// Whose view it is; the professional's unless said otherwise.
        perspective: Option<Perspective>,
        /// The language of the texts in the chart.
        language: crate::Language,
    },
    /// The questions answered so far; one that is “not known” is not asked again.
    #[schemars(title = "LadderChartOfSteps")]
    Steps {
        /// Not beside steps.
        facts: (),
        /// The answers given so far, in order.
        steps: Vec<crate::decide::Step>,
        /// Whose view it is; the professional's unless said otherwise.
        perspective: Option<Perspective>,
        /// The language of the texts in the chart.
        language: crate::Language,
    },
}

/// A list of rungs; one rung will do when it is read.
impl JsonSchema for Position {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Position".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (rung, rungs) = (generator.subschema_for::<Rung>(), generator.subschema_for::<Vec<Rung>>());
        if generator.contract().is_serialize() { rungs } else { json_schema!({"anyOf": [rung, rungs]}) }
    }
}
