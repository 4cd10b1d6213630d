//! One row of a table of operations. The types of its request and its answer are those of its function.

use crate::document::{Document, Reader, parse};
use crate::error::{Error, Mistake};
use crate::multistate::Panel;
use serde::Serialize;
use serde_json::Value;

#[cfg(not(feature = "schema"))]
use Sized as Described;
#[cfg(feature = "schema")]
use schemars::JsonSchema as Described;

/// An operation, whatever its types are.
pub(super) trait Operation {
    fn name(&self) -> &'static str;
    /// Answers a request; one about a panel that was read before leaves the panel out.
    fn answer(&self, panel: Option<&Panel>, request: &Value) -> Result<Box<dyn Answer>, Error>;
    #[cfg(feature = "schema")]
    fn describe(&self, schemas: &mut super::schema::Schemas) -> Value;
}

/// An answer, whatever its type is.
pub(super) trait Answer {
    fn write(&self, text: &mut Vec<u8>) -> serde_json::Result<()>;
}

impl<O: Serialize> Answer for O {
    fn write(&self, text: &mut Vec<u8>) -> serde_json::Result<()> {
        serde_json::to_writer(text, self)
    }
}

/// Answers a JSON text with another; one about a panel that was read before leaves the panel out.
pub(super) fn run(operation: &dyn Operation, panel: Option<&Panel>, request: &str) -> Result<String, Error> {
    text(&*operation.answer(panel, &parse(request)?)?)
}

fn text(answer: &dyn Answer) -> Result<String, Error> {
    let mut text = Vec::new();
    let written = answer.write(&mut text).ok().and_then(|()| String::from_utf8(text).ok());
    // Documents have text keys and finite numbers, so writing them cannot fail.
    written.ok_or_else(|| Mistake::Malformed { line: 0, column: 0 }.into())
}

/// A request without fields.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Nothing {}

impl Document for Nothing {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        reader.fields(&[]).map(|_| Self {})
    }
}

/// An answer as a JSON document.
///
/// ```
/// assert_eq!(meedoen::operation::written(&meedoen::Label::of("a", "b"))?, r#"{"nl":"a","en":"b"}"#);
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Errors
/// `malformed` for what JSON cannot hold, which no answer of this library is.
pub fn written(answer: &impl Serialize) -> Result<String, Error> {
    text(answer)
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

impl<I: Document + Described, O: Serialize + Described + 'static> Operation for Row<I, O> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn answer(&self, panel: Option<&Panel>, request: &Value) -> Result<Box<dyn Answer>, Error> {
        if panel.is_some() {
            return Err(Mistake::UnknownOperation { name: self.name.to_owned() }.into());
        }
        let request = I::from_value(request)?;
        Ok(Box::new(match self.function {
            Function::Constant(function) => function(),
            Function::Total(function) => function(&request),
            Function::Fallible(function) => function(&request)?,
        }))
    }

    #[cfg(feature = "schema")]
    fn describe(&self, schemas: &mut super::schema::Schemas) -> Value {
        schemas.of_operation::<I, O>(self.does)
    }
}
