//! What the documents of panels look like.

use super::{Incomplete, PanelDocument, PanelReading, SameDay, TimeUnit, Unsorted};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use std::borrow::Cow;

/// Which column of a table of registrations is what, and how the rows are read.
#[derive(JsonSchema)]
#[schemars(rename = "PanelReading")]
#[expect(dead_code, reason = "only its schema is used")]
struct Reading {
    /// The column that says who.
    person: String,
    /// The column that says when: dates, or numbers in the unit.
    time: String,
    /// The column that says in which state.
    state: String,
    /// Columns of what else is known; none when left out.
    covariates: Option<Vec<String>>,
    /// The column that says how much a person counts; everyone once when left out.
    weight: Option<String>,
    /// The unit of intensities and horizons; a year when left out.
    unit: Option<TimeUnit>,
    /// The codes a state can have, in order; any code when left out.
    codes: Option<Vec<String>>,
    /// What becomes of two states of one person at the same moment; they are refused when left out.
    same_day: Option<SameDay>,
    /// What becomes of rows of a person out of order; they are put in order when left out.
    unsorted: Option<Unsorted>,
    /// What becomes of rows without person, time, state or weight; they are refused when left out.
    incomplete: Option<Incomplete>,
}

/// A table of registrations: which column is what, and the columns themselves.
#[derive(JsonSchema)]
#[schemars(rename = "PanelDocument")]
#[expect(dead_code, reason = "only its schema is used")]
struct Document {
    /// The columns of the table, all of the same length.
    columns: Vec<NamedColumn>,
    #[serde(flatten)]
    reading: Reading,
}

/// One column of a table.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct NamedColumn {
    /// The name of the column.
    name: String,
    /// Its cells, all numbers (or yes and no) or all texts; dates are texts such as `2024-01-31`.
    values: Vec<Option<Cell>>,
}

#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is used")]
enum Cell {
    Number(f64),
    Text(String),
    Truth(bool),
}

impl JsonSchema for PanelReading {
    fn schema_name() -> Cow<'static, str> {
        Reading::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Reading::json_schema(generator)
    }
}

impl JsonSchema for PanelDocument {
    fn schema_name() -> Cow<'static, str> {
        Document::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Document::json_schema(generator)
    }
}
