//! What became of the rows of a table when a panel was made of them.

use serde::Serialize;

/// How many rows something concerns, and the first of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rows {
    /// How many rows.
    pub count: usize,
    /// The first of them as numbered in the table, at most [`Rows::SHOWN`].
    pub examples: Vec<usize>,
}

impl Rows {
    /// The most rows that are shown by number.
    pub const SHOWN: usize = 20;

    pub(in crate::multistate) fn note(&mut self, row: usize) {
        self.count += 1;
        if self.examples.len() < Self::SHOWN {
            self.examples.push(row);
        }
    }
}

/// What became of the rows of a table: those that were read and those that do not stand in the panel as they were.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Intake {
    /// How many rows the table had.
    pub rows: usize,
    /// Whether the rows were put in another order.
    pub reordered: bool,
    /// Rows with a time before that of an earlier row of the same person.
    pub backwards: Rows,
    /// Rows that were left out because an earlier one says exactly the same.
    pub duplicates: Rows,
    /// Rows that were left out because another of the same person and moment counts.
    pub same_day: Rows,
    /// Rows that were left out because they lack something.
    pub incomplete: Rows,
}
