//! Every operation as a function from one JSON document to another.
//!
//! This is the one door of the bindings: Python and JavaScript convert, call and convert back, and decide
//! nothing. A Rust program would rather use the typed functions that each operation names.

mod behaviour;
mod cocreation;
mod ladder;
mod measure;

use crate::document::Document;
use crate::error::{Error, Mistake};
use serde::Serialize;

/// An operation: its name, and the function that runs it.
type Operation = (&'static str, fn(&str) -> Result<String, Error>);

const TABLES: [&[Operation]; 4] =
    [measure::OPERATIONS, behaviour::OPERATIONS, ladder::OPERATIONS, cocreation::OPERATIONS];

/// The names of all operations, by module.
///
/// ```
/// assert!(meedoen::operation::names().any(|name| name == "ladder.classify"));
/// ```
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLES.into_iter().flatten().map(|&(name, _)| name)
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
    let operation = TABLES.into_iter().flatten().find(|(known, _)| *known == name);
    let Some((_, run)) = operation else {
        return Err(Mistake::UnknownOperation { name: name.to_owned() }.into());
    };
    run(request)
}

/// Reads the request, runs the function, writes the answer.
fn run<I: Document, O: Serialize>(request: &str, function: impl Fn(&I) -> O) -> Result<String, Error> {
    write(&function(&I::from_json(request)?))
}

/// Writes an answer as a document.
fn write<O: Serialize>(answer: &O) -> Result<String, Error> {
    // Documents have text keys and finite numbers, so writing them cannot fail.
    serde_json::to_string(answer).map_err(|_| Mistake::Malformed { line: 0, column: 0 }.into())
}
