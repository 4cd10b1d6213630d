//! Every operation as a function from one JSON document to another.
//!
//! This is the one door of the bindings: Python and JavaScript convert, call and convert back, and decide
//! nothing. A Rust program would rather use the typed functions that each operation names.

mod behaviour;
#[cfg(feature = "charts")]
mod chart;
mod cocreation;
mod ladder;
mod measure;
mod row;
#[cfg(feature = "schema")]
mod rules;
#[cfg(feature = "schema")]
mod schema;
mod survival;

#[cfg(feature = "schema")]
pub use schema::{schema, schema_of};

use crate::error::{Error, Mistake};
use row::Operation;

/// Operations that a page may want without the others: what the npm package loads in one piece.
#[derive(Clone, Copy)]
pub struct Part(&'static [&'static [&'static dyn Operation]]);

/// What concerns people: their scores, their determinants, their place on the ladder.
pub const PEOPLE: Part = Part(&[measure::OPERATIONS, behaviour::OPERATIONS, ladder::OPERATIONS]);

/// What concerns a process: the log of a co-creation, and how long things take.
pub const PROCESS: Part = Part(&[cocreation::OPERATIONS, survival::OPERATIONS]);

/// What draws.
#[cfg(feature = "charts")]
pub const CHARTS: Part = Part(&[chart::OPERATIONS]);

const PARTS: &[Part] = &[
    PEOPLE,
    PROCESS,
    #[cfg(feature = "charts")]
    CHARTS,
];

fn within(parts: &[Part]) -> impl Iterator<Item = &'static dyn Operation> {
    parts.iter().flat_map(|part| part.0).copied().flatten().copied()
}

/// The names of all operations, by module.
///
/// ```
/// assert!(meedoen::operation::names().any(|name| name == "ladder.classify"));
/// ```
pub fn names() -> impl Iterator<Item = &'static str> {
    names_within(PARTS)
}

/// The names of the operations of some parts. A program that asks for no other parts does not carry them.
///
/// ```
/// use meedoen::operation::{PROCESS, names_within};
///
/// assert!(names_within(&[PROCESS]).all(|name| !name.starts_with("ladder.")));
/// ```
pub fn names_within(parts: &[Part]) -> impl Iterator<Item = &'static str> {
    within(parts).map(Operation::name)
}

/// Runs an operation on a request and gives its answer; both are JSON documents.
///
/// ```
/// let answer = meedoen::operation::call("ladder.classify", r#"{"facts": {"contract": false}}"#)?;
/// assert!(answer.contains(r#""rung":null"#));
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Errors
/// `unknown-operation`, or every problem of the request.
pub fn call(name: &str, request: &str) -> Result<String, Error> {
    call_within(PARTS, name, request)
}

/// Runs an operation of some parts, as [`call`] does one of all.
///
/// # Errors
/// `unknown-operation` also when another part has it, or every problem of the request.
pub fn call_within(parts: &[Part], name: &str, request: &str) -> Result<String, Error> {
    match within(parts).find(|operation| operation.name() == name) {
        Some(operation) => row::run(operation, request),
        None => Err(Mistake::UnknownOperation { name: name.to_owned() }.into()),
    }
}
