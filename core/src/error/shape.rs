//! What an error looks like as a document.
#![expect(dead_code, reason = "only their schemas are used")]

use super::Error;
use crate::Label;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use std::borrow::Cow;

/// Why something was refused: every problem found, in the order of the input.
#[derive(JsonSchema)]
struct Refusal {
    /// The code of the first problem; it does not change between releases.
    code: String,
    /// All problems in one text.
    message: Label,
    /// Every problem, each with its place.
    problems: Vec<Problem>,
}

/// One problem: what is wrong, and where.
#[derive(JsonSchema)]
struct Problem {
    /// The stable code, kebab-case.
    code: String,
    /// One sentence that names the place, the value and what was expected.
    message: Label,
    /// The row of a table, counted from 1.
    row: Option<usize>,
    /// The event of a log, counted from 1.
    event: Option<usize>,
    /// The person a row is about, by the name in the table.
    person: Option<String>,
    /// The field, as in `items[3].text`; `None` when the whole is meant.
    field: Option<String>,
}

impl JsonSchema for Error {
    fn schema_name() -> Cow<'static, str> {
        Refusal::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Refusal::json_schema(generator)
    }
}
