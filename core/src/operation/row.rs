//! One row of a table of operations. The types of its request and its answer are those of its function.

use crate::document::{Document, Reader};
use crate::error::{Error, Mistake};
use serde::Serialize;

#[cfg(not(feature = "schema"))]
use Sized as Described;
#[cfg(feature = "schema")]
use schemars::JsonSchema as Described;

/// An operation, whatever its types are.
pub(super) trait Operation {
    fn name(&self) -> &'static str;
    fn run(&self, request: &str) -> Result<String, Error>;
    #[cfg(feature = "schema")]
    fn describe(&self, schemas: &mut super::schema::Schemas) -> serde_json::Value;
}

/// A request without fields.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Nothing {}

impl Document for Nothing {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        reader.fields(&[]).map(|_| Self {})
    }
}

/// An operation that reads an `I` and writes an `O`.
pub(super) struct Row<I, O> {
    name: &'static str,
    #[cfg(feature = "schema")]
    does: &'static str,
    function: Function<I, O>,
}

enum Function<I, O> {
    Constant(fn() -> O),
    Total(fn(&I) -> O),
    Fallible(fn(&I) -> Result<O, Error>),
}

const fn row<I, O>(name: &'static str, does: &'static str, function: Function<I, O>) -> Row<I, O> {
    #[cfg(not(feature = "schema"))]
    let _ = does;
    Row {
        name,
        #[cfg(feature = "schema")]
        does,
        function,
    }
}

/// An operation that always answers the same: its name, what it does in one sentence, and the function.
pub(super) const fn constant<O>(
    name: &'static str,
    does: &'static str,
    function: fn() -> O,
) -> Row<Nothing, O> {
    row(name, does, Function::Constant(function))
}

/// An operation that answers every request that can be read.
pub(super) const fn total<I, O>(name: &'static str, does: &'static str, function: fn(&I) -> O) -> Row<I, O> {
    row(name, does, Function::Total(function))
}

/// An operation that can still refuse a request that was read.
pub(super) const fn fallible<I, O>(
    name: &'static str,
    does: &'static str,
    function: fn(&I) -> Result<O, Error>,
) -> Row<I, O> {
    row(name, does, Function::Fallible(function))
}

impl<I: Document + Described, O: Serialize + Described> Operation for Row<I, O> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn run(&self, request: &str) -> Result<String, Error> {
        let request = I::from_json(request)?;
        let answer = match self.function {
            Function::Constant(function) => function(),
            Function::Total(function) => function(&request),
            Function::Fallible(function) => function(&request)?,
        };
        // Documents have text keys and finite numbers, so writing them cannot fail.
        serde_json::to_string(&answer).map_err(|_| Mistake::Malformed { line: 0, column: 0 }.into())
    }

    #[cfg(feature = "schema")]
    fn describe(&self, schemas: &mut super::schema::Schemas) -> serde_json::Value {
        schemas.of_operation::<I, O>(self.does)
    }
}
