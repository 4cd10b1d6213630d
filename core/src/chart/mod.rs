//! A chart as data: a Vega-Lite specification that any Vega-Lite renderer draws.

mod frame;
mod marks;
mod palette;
mod rows;
mod spec;
#[cfg(test)]
pub(crate) mod tests;
mod text;

pub(crate) use frame::Frame;
pub(crate) use marks::{UNKNOWN, outline, small, unknown_word};
pub(crate) use palette::{Colour, INK, colours};
pub(crate) use rows::{Rows, told};
pub(crate) use spec::{extend, layers_of, literal, record, spec};
pub(crate) use text::{lines, pick, sentence, two_lines};

use serde::Serialize;
use serde_json::Value;
use std::fmt;

/// A chart as data: a complete Vega-Lite specification, which it is in a document and as a text.
///
/// The data, the title, what it shows in one accessible description, and every colour are in it; nothing is
/// fetched. It is written for Vega-Lite 6 and valid for 5.20 and later. What is not known is drawn with a
/// dashed outline and the word “unknown”, and never has a place on a scale. Colours are told apart by people
/// who are colour-blind, and none carries a meaning by itself.
///
/// ```
/// use meedoen::{Language, ladder::{self, Answers}};
/// let chart = ladder::chart(&Answers::default().with("contract", false)?, Language::En);
/// assert_eq!(chart.spec()["$schema"], "https://vega.github.io/schema/vega-lite/v6.json");
/// assert!(chart.to_string().starts_with('{'));
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Chart(#[cfg_attr(feature = "schema", schemars(with = "serde_json::Map<String, Value>"))] Value);

impl Chart {
    /// The specification.
    pub fn spec(&self) -> &Value {
        &self.0
    }
}

impl From<Chart> for Value {
    fn from(chart: Chart) -> Self {
        chart.0
    }
}

impl fmt::Display for Chart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
