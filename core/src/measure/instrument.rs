//! The parts of an instrument.

use super::{MissingRule, Part, Scale};
use crate::{Label, Provenance};
use serde::Serialize;

/// A questionnaire as data: items, scales and how they are scored.
///
/// What a schema cannot say is checked when it is read: names are used once, every item is in a scale, and the parts
/// of a scale are of items that exist and run over the same range.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Instrument {
    /// The version of this document format.
    #[cfg_attr(feature = "schema", schemars(extend("const" = Instrument::SCHEMA_VERSION)))]
    pub schema_version: u32,
    /// The name of the instrument, for programs.
    pub id: String,
    /// The version of the instrument itself.
    pub version: String,
    /// The title.
    pub title: Label,
    /// What it is, and what it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Label>,
    /// The one behaviour it asks about, where it is about a behaviour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_behaviour: Option<Label>,
    /// How it came to be, and whether it has been validated.
    pub provenance: Provenance,
    /// The answer scale of every item that has none of its own.
    pub scale: AnswerScale,
    /// Numbers in the data that stand for no answer, such as 9 or 99, on the answer scale or off it; none when left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<f64>>"))]
    pub missing_codes: Vec<f64>,
    /// How many answers a scale needs for a score: `complete`, `half`, `any`, or a share above 0 and at most 1.
    pub missing_rule: MissingRule,
    /// The items, in the order in which they are asked; each is part of a scale.
    pub items: Vec<Item>,
    /// The scales, in the order in which they are reported.
    pub scales: Vec<Scale>,
}

/// The answers an item can have: whole numbers from `min` to `max`, or any number between them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnswerScale {
    /// The lowest answer, at most a million from zero.
    #[cfg_attr(feature = "schema", schemars(range(min = -AnswerScale::WIDEST, max = AnswerScale::WIDEST)))]
    pub min: f64,
    /// The highest answer, above the lowest and at most a million from zero.
    #[cfg_attr(feature = "schema", schemars(range(min = -AnswerScale::WIDEST, max = AnswerScale::WIDEST)))]
    pub max: f64,
    /// Whether answers between the whole numbers are possible; they are not when left out.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub continuous: bool,
    /// What answers are called, for forms and charts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Anchor>>"))]
    pub anchors: Vec<Anchor>,
}

/// What one answer is called.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Anchor {
    /// The answer.
    pub value: f64,
    /// Its name.
    pub label: Label,
}

/// One question or statement.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Item {
    /// The name of the item, and of its column in a table.
    pub id: String,
    /// The text, as it is asked.
    pub text: Label,
    /// Whether agreement means less of what is measured, so that an answer counts as `min + max − answer`; not when left out.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub reverse: bool,
    /// Its own answer scale; that of the instrument when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<AnswerScale>,
}

impl AnswerScale {
    /// How far from zero the ends of an answer scale may lie.
    pub const WIDEST: f64 = 1_000_000.0;

    /// The middle, as a whole number.
    pub(super) fn middle(&self) -> f64 {
        f64::midpoint(self.min, self.max).floor()
    }
}

impl Instrument {
    /// The version of the document format this release reads.
    pub const SCHEMA_VERSION: u32 = 1;

    /// The item of this name.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The answer scale of an item: its own, or that of the instrument.
    pub fn scale_of<'a>(&'a self, item: &'a Item) -> &'a AnswerScale {
        item.scale.as_ref().unwrap_or(&self.scale)
    }

    /// The lowest and highest value a part can have.
    pub fn range_of(&self, part: &Part) -> (f64, f64) {
        let range = |id: &str| {
            self.item(id).map_or((0.0, 0.0), |item| (self.scale_of(item).min, self.scale_of(item).max))
        };
        match part {
            Part::Item { item, .. } => range(item),
            Part::Product { product: [first, second], centre: [a, b], .. } => {
                let ((min, max), (low, high)) = (range(first), range(second));
                let corners = [
                    (min - a) * (low - b),
                    (min - a) * (high - b),
                    (max - a) * (low - b),
                    (max - a) * (high - b),
                ];
                (
                    corners.into_iter().fold(f64::INFINITY, f64::min),
                    corners.into_iter().fold(f64::NEG_INFINITY, f64::max),
                )
            }
        }
    }

    /// The lowest and highest mean a scale can have.
    pub fn range(&self, scale: &Scale) -> (f64, f64) {
        scale.parts.first().map_or((0.0, 0.0), |part| self.range_of(part))
    }

    /// The rule for missing answers of a scale: its own, or that of the instrument.
    pub fn rule(&self, scale: &Scale) -> MissingRule {
        scale.missing_rule.unwrap_or(self.missing_rule)
    }
}
