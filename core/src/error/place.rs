//! Where in a document or a table a problem lies.

use crate::Label;
use std::fmt::Write;

/// The place of a problem: a row of a table, an event of a log, and a field; each may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Row of a table, counted from 1.
    pub row: Option<usize>,
    /// Event of a log, counted from 1.
    pub event: Option<usize>,
    /// The person a row is about, by the name in the table.
    pub person: Option<String>,
    path: String,
    /// Whether the row is a line of a text, whose fields are no columns.
    of_text: bool,
}

impl Place {
    /// A row of a table, counted from 1.
    pub fn row(row: usize) -> Self {
        Self { row: Some(row), ..Self::default() }
    }

    /// A line of a text that is no table, counted from 1; it counts as a row.
    pub fn line(line: usize) -> Self {
        Self { row: Some(line), of_text: true, ..Self::default() }
    }

    /// An event of a log, counted from 1.
    pub fn event(event: usize) -> Self {
        Self { event: Some(event), ..Self::default() }
    }

    /// The same place, of a row about this person.
    #[must_use]
    pub fn of(mut self, person: &str) -> Self {
        self.person = Some(person.to_owned());
        self
    }

    /// The place of a field within this place.
    #[must_use]
    pub fn at(&self, field: &str) -> Self {
        let mut place = self.clone();
        if !place.path.is_empty() {
            place.path.push('.');
        }
        place.path.push_str(field);
        place
    }

    /// The place of an element of a list within this place, counted from 1.
    #[must_use]
    pub fn element(&self, number: usize) -> Self {
        let mut place = self.clone();
        // Writing to a `String` cannot fail.
        let _ = write!(place.path, "[{number}]");
        place
    }

    /// A place within this place. A row of a table is found by its number and column, wherever the table stands.
    #[must_use]
    pub fn within(&self, inner: &Self) -> Self {
        if inner.row.is_some() {
            return inner.clone();
        }
        let place = self.clone();
        match inner.field() {
            None => place,
            Some(field) if field.starts_with('[') => Self { path: place.path + field, ..place },
            Some(field) => place.at(field),
        }
    }

    /// The field, as in `items[3].text`; `None` when the whole is meant.
    pub fn field(&self) -> Option<&str> {
        (!self.path.is_empty()).then_some(self.path.as_str())
    }

    /// The place in words; empty when the whole input is meant.
    pub(crate) fn label(&self) -> Label {
        let mut parts = Vec::new();
        if let Some(row) = self.row {
            let words = if self.of_text { Label::of("regel", "line") } else { Label::of("rij", "row") };
            parts.push(Label::said(format_args!("{} {row}", words.nl), format_args!("{} {row}", words.en)));
        }
        if let Some(person) = &self.person {
            parts.push(Label::said(format_args!("persoon `{person}`"), format_args!("person `{person}`")));
        }
        if let Some(event) = self.event {
            parts.push(Label::said(format_args!("gebeurtenis {event}"), format_args!("event {event}")));
        }
        if let Some(field) = self.field() {
            parts.push(if self.row.is_some() && !self.of_text {
                Label::said(format_args!("kolom `{field}`"), format_args!("column `{field}`"))
            } else {
                Label::said(format_args!("veld `{field}`"), format_args!("field `{field}`"))
            });
        }
        Label::join(&parts, ", ")
    }
}
