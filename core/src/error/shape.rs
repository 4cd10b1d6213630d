//! What an error looks like as a document. Its fields are written in the order of their names.

use super::Error;
use crate::Label;
use serde::Serialize;
use std::borrow::Cow;

/// Why something was refused: every problem found, in the order of the input.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Refusal<'a> {
    /// The code of the first problem; it does not change between releases.
    code: &'a str,
    /// All problems in one text.
    #[cfg_attr(feature = "schema", schemars(with = "Label"))]
    message: Message,
    /// Every problem, each with its place.
    problems: Vec<Problem<'a>>,
}

/// One problem: what is wrong, and where.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Problem<'a> {
    /// The stable code, kebab-case.
    code: &'a str,
    /// The event of a log, counted from 1.
    event: Option<usize>,
    /// The field, as in `items[3].text`; `None` when the whole is meant.
    field: Option<&'a str>,
    /// One sentence that names the place, the value and what was expected.
    #[cfg_attr(feature = "schema", schemars(with = "Label"))]
    message: Message,
    /// The person a row is about, by the name in the table.
    person: Option<&'a str>,
    /// The row of a table, counted from 1.
    row: Option<usize>,
}

/// A [`Label`] as it is written here.
#[derive(Serialize)]
struct Message {
    en: Cow<'static, str>,
    nl: Cow<'static, str>,
}

impl From<Label> for Message {
    fn from(Label { nl, en }: Label) -> Self {
        Self { en, nl }
    }
}

impl<'a> Refusal<'a> {
    pub(super) fn of(error: &'a Error) -> Self {
        let problem = |problem: &'a super::Problem| Problem {
            code: problem.code(),
            event: problem.place.event,
            field: problem.place.field(),
            message: problem.message().into(),
            person: problem.place.person.as_deref(),
            row: problem.place.row,
        };
        let problems = error.problems.iter().map(problem).collect();
        Self { code: error.code(), message: error.message().into(), problems }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Error {
    fn schema_name() -> Cow<'static, str> {
        Refusal::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Refusal::json_schema(generator)
    }
}
