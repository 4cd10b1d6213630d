//! What was found, in words.

use crate::multistate::Panel;
use crate::multistate::panel::Rows;
use crate::{Label, Source};
use serde::Serialize;

/// Something found in the registrations.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "QualityFinding"))]
pub struct Finding {
    /// The stable code, kebab-case.
    pub code: &'static str,
    /// What was found and what it means, in words.
    pub text: Label,
    /// How many there are.
    pub count: usize,
    /// Of how many.
    pub of: usize,
    /// Some of them, to look up.
    pub examples: Vec<Example>,
    /// Where the concern comes from.
    pub source: Source,
}

/// A row to look up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "QualityExample"))]
pub struct Example {
    /// The person, by the name in the table; `None` for a row that is no visit.
    pub person: Option<String>,
    /// The row, counted from 1; `None` when the whole table is meant.
    pub row: Option<usize>,
    /// What is there, where that is not plain from the finding.
    pub note: Option<Label>,
}

/// Things of one kind, counted, with the first few kept.
pub(super) struct Found<'a> {
    panel: &'a Panel,
    pub(super) count: usize,
    examples: Vec<Example>,
}

impl<'a> Found<'a> {
    pub(super) fn new(panel: &'a Panel) -> Self {
        Self { panel, count: 0, examples: Vec::new() }
    }

    /// Notes one, at a visit of a person.
    pub(super) fn note(&mut self, person: usize, visit: usize, note: impl FnOnce() -> Option<Label>) {
        self.count += 1;
        if self.examples.len() < Rows::SHOWN {
            let (person, row) = (Some(self.panel.name(person).into_owned()), Some(self.panel.row(visit)));
            self.examples.push(Example { person, row, note: note() });
        }
    }

    /// The finding, when there was anything; the words are given the count.
    pub(super) fn finish(
        self,
        code: &'static str,
        of: usize,
        source: &'static [&'static str],
        text: impl FnOnce(usize) -> Label,
    ) -> Option<Finding> {
        let Self { count, examples, .. } = self;
        let source = Source::facts(source);
        (count > 0).then(|| Finding { code, text: text(count), count, of, examples, source })
    }
}

/// Rows that are no visits, as a finding.
pub(super) fn of_rows(
    code: &'static str,
    rows: &Rows,
    of: usize,
    text: impl FnOnce(usize) -> Label,
) -> Option<Finding> {
    let example = |row: &usize| Example { person: None, row: Some(*row), note: None };
    let examples = rows.examples.iter().map(example).collect();
    let finding = || Finding {
        code,
        text: text(rows.count),
        count: rows.count,
        of,
        examples,
        source: Source::default(),
    };
    (rows.count > 0).then(finding)
}

/// How often, at the beginning of a sentence.
pub(super) fn times(count: usize) -> Label {
    let en = if count == 1 { "once".to_owned() } else { format!("{count} times") };
    Label::new(format!("{count} keer"), en)
}
