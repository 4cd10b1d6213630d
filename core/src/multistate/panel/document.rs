//! A panel as a document: a small table with its columns in full.

use super::{Panel, PanelReading};
use crate::Label;
use crate::column::{Cells, Column, Offsets, Texts, Values};
use crate::document::{Document, Reader};
use crate::error::{Kind, Mistake};
use serde_json::Value;

/// A panel whose columns are in the document itself, for tables of some thousands of rows.
///
/// ```
/// use meedoen::document::Document;
/// use meedoen::multistate::PanelDocument;
/// let document = PanelDocument::from_json(r#"{
///     "person": "client", "time": "date", "state": "rung",
///     "columns": [
///         {"name": "client", "values": ["a", "a"]},
///         {"name": "date", "values": ["2024-01-15", "2024-09-01"]},
///         {"name": "rung", "values": [2, 3]}
///     ]
/// }"#)?;
/// assert_eq!(document.panel.transitions(), 1);
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct PanelDocument {
    /// The panel.
    pub panel: Panel,
}

/// One column as it stands in the document.
enum Held {
    /// Absent numbers are NaN.
    Numbers(Vec<f64>),
    Texts {
        text: String,
        ends: Vec<i64>,
        present: Vec<u8>,
    },
}

impl Document for PanelDocument {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let mut known = PanelReading::FIELDS.to_vec();
        known.push("columns");
        let fields = reader.fields(&known)?;
        let reading = PanelReading::of(&fields);
        let columns = fields.required("columns").and_then(|columns| columns.list_of(column));
        let (reading, columns) = (reading?, columns?);
        for (number, (name, _)) in columns.iter().enumerate() {
            if columns.iter().take(number).any(|(other, _)| other == name) {
                let (what, id) = (Label::of("de kolom", "column"), (*name).to_owned());
                reader.refuse(Mistake::Duplicate { what, id });
            }
        }
        let cells =
            |wanted: &str| columns.iter().find(|(name, _)| *name == wanted).map(|(_, held)| held.cells());
        let columns = reader.check(reading.columns(cells))?;
        let panel = reader.check(Panel::from_columns(&columns, &reading.options))?;
        Some(Self { panel })
    }
}

impl Held {
    fn cells(&self) -> Cells<'_> {
        match self {
            Self::Numbers(numbers) => Cells::Numbers(Column { values: Values::F64(numbers), present: None }),
            Self::Texts { text, ends, present } => {
                let present = Some(crate::column::Bits { bytes: present, offset: 0 });
                Cells::Texts(Texts { text, offsets: Offsets::Long(ends), present })
            }
        }
    }
}

fn column<'a>(reader: &Reader<'a>) -> Option<(&'a str, Held)> {
    let fields = reader.fields(&["name", "values"])?;
    let name = fields.required("name").and_then(|name| name.text());
    let values = fields.required("values").and_then(|values| {
        let cells = values.value().as_array()?;
        let is_text = cells.iter().find(|cell| !cell.is_null()).is_some_and(Value::is_string);
        if is_text { texts(&values) } else { numbers(&values) }
    });
    Some((name?, values?))
}

fn numbers(reader: &Reader<'_>) -> Option<Held> {
    let number = |cell: &Reader<'_>| match cell.value() {
        Value::Null => Some(f64::NAN),
        Value::Bool(truth) => Some(f64::from(u8::from(*truth))),
        _ => cell.number(),
    };
    reader.list_of(number).map(Held::Numbers)
}

fn texts(reader: &Reader<'_>) -> Option<Held> {
    let (mut text, mut ends, mut present) = (String::new(), vec![0], Vec::new());
    for (row, cell) in reader.list()?.iter().enumerate() {
        if row % 8 == 0 {
            present.push(0);
        }
        match cell.value() {
            Value::Null => {}
            Value::String(value) => {
                text.push_str(value);
                if let Some(byte) = present.last_mut() {
                    *byte |= 1 << (row % 8);
                }
            }
            found => cell.refuse(Mistake::WrongKind { found: Kind::of(found), expected: Kind::Text }),
        }
        ends.push(i64::try_from(text.len()).ok()?);
    }
    Some(Held::Texts { text, ends, present })
}
