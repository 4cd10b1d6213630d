//! The parts of a scale, and what it gives.

use super::MissingRule;
use crate::Label;
use serde::Serialize;

/// What is measured by several items together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scale {
    /// The name of the scale, and of its column in a table of scores; of a behaviour the code of a determinant.
    pub id: String,
    /// What it measures.
    pub label: Label,
    /// What a high score means for the behaviour or the matter at hand; `supporting` when left out.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Polarity>"))]
    pub polarity: Polarity,
    /// What the score is; `mean` when left out.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Output>"))]
    pub output: Output,
    /// Its own rule for missing answers; that of the instrument when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing_rule: Option<MissingRule>,
    /// What it is made of; every part has the same range.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = Scale::MAX_PARTS)))]
    pub parts: Vec<Part>,
}

/// One part of a scale: an item, or the product of two.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Part {
    /// One item.
    #[cfg_attr(feature = "schema", schemars(title = "ItemPart"))]
    Item {
        /// The name of the item.
        item: String,
        /// The sub-determinant it belongs to.
        #[serde(skip_serializing_if = "Option::is_none")]
        facet: Option<String>,
    },
    /// The product of two items, such as an opinion and the importance attached to it.
    #[cfg_attr(feature = "schema", schemars(title = "ProductPart"))]
    Product {
        /// The names of the two items.
        product: [String; 2],
        /// What is subtracted from each before multiplying, so that a product can have a sign; 0 from both when left out.
        #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<[f64; 2]>"))]
        centre: [f64; 2],
        /// The sub-determinant it belongs to.
        #[serde(skip_serializing_if = "Option::is_none")]
        facet: Option<String>,
    },
}

crate::vocabulary! {
    /// What a high score on a scale means.
    pub enum Polarity: "polarity", "richting", [] {
        /// More supports it.
        Supporting = "supporting": "meer is steunend", "more is supporting", [],
        /// More stands in its way.
        Hindering = "hindering": "meer is belemmerend", "more is hindering", [],
    }
}

crate::vocabulary! {
    /// What the score of a scale is.
    pub enum Output: "kind of score", "soort score", [] {
        /// The mean of the valid parts, on the scale of the parts.
        Mean = "mean": "gemiddelde", "mean", [],
        /// The mean times the number of parts.
        Sum = "sum": "som", "sum", [],
        /// The mean as a percentage of the maximum possible.
        Pomp = "pomp": "percentage van het maximum", "percent of maximum possible", [],
    }
}

impl Scale {
    /// The most parts a scale can have.
    pub const MAX_PARTS: usize = u8::MAX as usize;
}

impl Part {
    /// The items it is made of.
    pub fn items(&self) -> impl Iterator<Item = &str> {
        let items: &[String] = match self {
            Self::Item { item, .. } => std::slice::from_ref(item),
            Self::Product { product, .. } => product,
        };
        items.iter().map(String::as_str)
    }

    /// The sub-determinant it belongs to.
    pub fn facet(&self) -> Option<&str> {
        match self {
            Self::Item { facet, .. } | Self::Product { facet, .. } => facet.as_deref(),
        }
    }
}
