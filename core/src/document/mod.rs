//! Documents in and out: JSON with `snake_case` fields, read with every problem named.
//!
//! A document never uses data as field names: what belongs to a party, an item or a person stands in a list.
//! The one exception is the answers of a person to an instrument, whose fields are the instrument's items.

mod json;
mod reader;
#[cfg(feature = "schema")]
mod shape;
mod way;

pub use json::parse;
pub(crate) use json::written_number;
pub(crate) use reader::year_month_day;
pub use reader::{Fields, Reader};
#[cfg(feature = "schema")]
pub(crate) use shape::{Defaulted, TextOrNumber};

use crate::error::{Error, Mistake, Place, Problem};
use serde_json::Value;
use std::cell::RefCell;
use way::{Steps, Way};

/// The deepest nesting a document may have.
pub const MAX_DEPTH: usize = 32;

/// The problems met while reading; filled by every [`Reader`] of one document.
#[derive(Debug, Default)]
pub struct Problems {
    found: RefCell<Vec<Problem>>,
    steps: Steps,
}

impl Problems {
    /// Notes one problem.
    pub fn add(&self, mistake: Mistake, place: Place) {
        self.found.borrow_mut().push(Problem::new(mistake, place));
    }

    fn step(&self, way: Way<'_>) -> usize {
        self.steps.step(way)
    }

    fn place(&self, way: Way<'_>) -> Place {
        self.steps.place(way)
    }

    /// Takes over the problems of an error, placed within `place`.
    pub fn extend(&self, error: Error, place: &Place) {
        let placed = error.into_problems().into_iter().map(|problem| {
            let within = place.within(problem.place());
            problem.at(within)
        });
        self.found.borrow_mut().extend(placed);
    }

    /// What was read if there were no problems.
    ///
    /// # Errors
    /// Every problem noted so far.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Error> {
        match (Error::of(self.found.into_inner()), value) {
            (None, Some(value)) => Ok(value),
            (Some(error), _) => Err(error),
            // A reader that returns nothing has noted why; this arm keeps the function total.
            (None, None) => Err(Mistake::Malformed { line: 0, column: 0 }.into()),
        }
    }
}

/// Something that can be read from a document.
///
/// ```
/// use meedoen::{document::Document, measure::Instrument};
/// let error = Instrument::from_json(r#"{"schema_version": 1, "#).unwrap_err();
/// assert_eq!(error.code(), "truncated");
/// ```
pub trait Document: Sized {
    /// Reads from one place of a document, noting every problem; `None` when there was one that leaves no value.
    fn read(reader: &Reader<'_>) -> Option<Self>;

    /// Reads from a JSON text.
    ///
    /// # Errors
    /// Every problem of the document, each with its place.
    fn from_json(text: &str) -> Result<Self, Error> {
        Self::from_value(&parse(text)?)
    }

    /// Reads from a parsed JSON document.
    ///
    /// # Errors
    /// Every problem of the document, each with its place.
    fn from_value(value: &Value) -> Result<Self, Error> {
        let problems = Problems::default();
        let read = Self::read(&Reader::new(value, &problems));
        problems.finish(read)
    }
}
