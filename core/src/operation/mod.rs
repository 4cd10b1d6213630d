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
#[cfg(feature = "schema")]
mod rules;
mod row;
#[cfg(feature = "schema")]
mod schema;

#[cfg(feature = "schema")]
pub use schema::{schema, schema_of};

use crate::error::{Error, Mistake};
use row::Operation;

const TABLES: &[&[&dyn Operation]] = &[
    measure::OPERATIONS,
    behaviour::OPERATIONS,
    ladder::OPERATIONS,
    cocreation::OPERATIONS,
    #[cfg(feature = "charts")]
    chart::OPERATIONS,
];

fn all() -> impl Iterator<Item = &'static dyn Operation> {
    TABLES.iter().copied().flatten().copied()
}

/// The names of all operations, by module.
///
/// ```
/// assert!(meedoen::operation::names().any(|name| name == "ladder.classify"));
/// ```
pub fn names() -> impl Iterator<Item = &'static str> {
    all().map(Operation::name)
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
    match all().find(|operation| operation.name() == name) {
        Some(operation) => operation.run(request),
        None => Err(Mistake::UnknownOperation { name: name.to_owned() }.into()),
    }
}
