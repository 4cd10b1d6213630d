//! The operations of the participation ladder.

use super::row::{Operation, constant, fallible, total};
use crate::Error;
use crate::document::{Document, Reader};
use crate::ladder::{self, Rung, Session};

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &constant("ladder.rungs", "The six rungs, from the first.", ladder::rungs),
    &constant("ladder.questions", "The questions that place someone, in order.", ladder::questions),
    &total("ladder.classify", "Places someone by what they do now.", ladder::classify),
    &total("ladder.session", "Places someone question by question.", Session::state),
    &total(
        "ladder.growth_potential",
        "Compares what someone does now with what is expected within a period.",
        ladder::growth_potential,
    ),
    &total("ladder.compare", "Says what happened between two moments.", ladder::compare),
    &total(
        "ladder.side_by_side",
        "Puts the person's own view beside the professional's.",
        ladder::side_by_side,
    ),
    &fallible("ladder.recognise", "Reads rungs as they are written in files.", Column::rungs),
];

/// Values that stand for rungs, as they are written in a file.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RungColumn"))]
struct Column {
    /// Numbers 1 to 6, codes, or names in Dutch or English.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::document::TextOrNumber>"))]
    values: Vec<String>,
}

impl Column {
    fn rungs(&self) -> Result<Vec<Rung>, Error> {
        ladder::recognise(&self.values)
    }
}

impl Document for Column {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let values = reader.fields(&["values"])?.required("values")?;
        // Numbers and texts are read alike: a file may hold 4, 4.0, "4" or "onbetaald werk".
        let values = values.list_of(|value| match value.value() {
            serde_json::Value::Number(number) => number.as_f64().map(crate::math::shown),
            _ => value.text().map(str::to_owned),
        })?;
        Some(Self { values })
    }
}
