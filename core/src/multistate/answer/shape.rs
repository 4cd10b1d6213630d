//! What questions to a model look like.

use super::{Asking, IntervalMethod, QuestionKind};
use crate::multistate::Model;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use std::borrow::Cow;

/// Questions to a model about people of one profile.
#[derive(JsonSchema)]
#[schemars(rename = "ModelQuestions")]
#[expect(dead_code, reason = "only its schema is used")]
struct Asked {
    /// The model.
    model: Model,
    /// What is asked.
    questions: Vec<One>,
    /// For whom: the value of every covariate the model uses.
    at: Option<Vec<CovariateValue>>,
    /// How often an interval holds the true value, between 0 and 1; 0.95 when left out.
    level: Option<f64>,
    /// How intervals are made; the delta method when left out.
    method: Option<IntervalMethod>,
    /// How many draws, for the method that draws; 1000 when left out.
    draws: Option<u32>,
    /// Where the draws come from; 1 when left out.
    seed: Option<u32>,
}

/// One question; what it leaves open is asked of every state, or of every move.
#[derive(JsonSchema)]
#[schemars(rename = "ModelQuestion")]
#[expect(dead_code, reason = "only its schema is used")]
struct One {
    /// What is asked.
    question: QuestionKind,
    /// The code of the state it starts in.
    from: Option<String>,
    /// The code, or codes, of the states it leads to; any of them will do.
    to: Option<Codes>,
    /// From when, on the clock of the model; 0 when left out.
    begin: Option<f64>,
    /// Until when; needed for what happens within a span.
    end: Option<f64>,
    /// The covariate; needed for a hazard ratio.
    covariate: Option<String>,
}

#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is used")]
enum Codes {
    One(String),
    Several(Vec<String>),
}

/// The value of a covariate.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
pub(crate) struct CovariateValue {
    /// The name of the covariate.
    covariate: String,
    /// Its value.
    value: f64,
}

impl JsonSchema for Asking {
    fn schema_name() -> Cow<'static, str> {
        Asked::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Asked::json_schema(generator)
    }
}
