//! The relations of a model, as structured data.

use crate::document::Reader;
use serde::Serialize;

crate::vocabulary! {
    /// How two variables of a model relate.
    pub enum Operator: "relation", "verband", [] {
        /// The left is a latent variable that the right measures.
        MeasuredBy = "=~": "wordt gemeten door", "is measured by", [],
        /// The left is explained by the right.
        ExplainedBy = "~": "wordt verklaard uit", "is explained by", [],
        /// The left and the right vary together, beyond what the model explains; with itself, a variance.
        VariesWith = "~~": "hangt samen met", "varies with", [],
        /// The left has a mean of its own; the right is left out.
        Mean = "~1": "heeft als gemiddelde", "has as its mean", [],
    }
}

/// One relation of a model.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Relation {
    /// The variable on the left.
    pub left: String,
    /// How they relate.
    pub operator: Operator,
    /// The variable on the right, `a:b` for the product of two observed variables; `null` for a mean or a variance.
    pub right: Option<String>,
    /// The value it is fixed at; estimated when `null`.
    pub value: Option<f64>,
    /// A name: relations of one name have one value.
    pub label: Option<String>,
    /// Whether it is estimated also where it would by default be fixed, such as the first loading.
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub free: bool,
}

/// A figure computed from named relations, such as an indirect effect `a*b`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Definition {
    /// The name of the figure.
    pub name: String,
    /// Labels, names of other figures and numbers, with `+ - * / ^` and brackets.
    pub expression: String,
}

impl Relation {
    pub(super) fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["left", "operator", "right", "value", "label", "free"])?;
        let text = |one: &Reader<'_>| one.text().map(str::to_owned);
        let left = fields.required("left").and_then(|left| text(&left));
        let operator = fields.required("operator").and_then(|operator| operator.code());
        let right = fields.maybe("right", text);
        let (value, label) = (fields.maybe("value", Reader::number), fields.maybe("label", text));
        let free = fields.maybe("free", Reader::truth);
        Some(Self {
            left: left?,
            operator: operator?,
            right: right?,
            value: value?,
            label: label?,
            free: free?.unwrap_or(false),
        })
    }
}

impl Definition {
    pub(super) fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["name", "expression"])?;
        let name = fields.required("name").and_then(|one| one.text().map(str::to_owned));
        let expression = fields.required("expression").and_then(|one| one.text().map(str::to_owned));
        Some(Self { name: name?, expression: expression? })
    }
}
