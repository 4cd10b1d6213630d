//! What the requests of the ladder look like where their readers do more than their types say.

use super::flow::FLOW;
use super::{Position, Rung};
use crate::Perspective;
use crate::decide::facts_schema;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// Facts about one person: the questions of the flow as fields.
pub(crate) struct Facts;

impl JsonSchema for Facts {
    fn schema_name() -> Cow<'static, str> {
        "LadderFacts".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        facts_schema(
            FLOW.inputs(),
            "What is known of someone, by question; what is left out or `null` is unknown.",
        )
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
