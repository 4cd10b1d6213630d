//! What is said of agreement: each coefficient with what it rests on.

use super::{Level, Resampling};
use crate::{Label, Reason, Source};
use serde::Serialize;

crate::vocabulary! {
    /// A coefficient of agreement.
    pub enum CoefficientKind: "coefficient of agreement", "overeenstemmingsmaat", [] {
        /// The alpha of Krippendorff.
        Alpha = "alpha": "alfa van Krippendorff", "Krippendorff's alpha", [],
        /// The kappa of Fleiss.
        FleissKappa = "fleiss-kappa": "kappa van Fleiss", "Fleiss' kappa", [],
        /// The kappa of Cohen.
        CohenKappa = "cohen-kappa": "kappa van Cohen", "Cohen's kappa", [],
        /// The kappa of Cohen, weighted by how many steps codes are apart.
        CohenKappaLinear = "cohen-kappa-linear": "kappa van Cohen, lineair gewogen", "Cohen's kappa, linear weights", [],
        /// The kappa of Cohen, weighted by the square of those steps.
        CohenKappaQuadratic = "cohen-kappa-quadratic": "kappa van Cohen, kwadratisch gewogen", "Cohen's kappa, quadratic weights", [],
    }
}

/// How far coders agree.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Agreement {
    /// What the codes can say of each other.
    pub level: Level,
    /// The same in words.
    pub label: Label,
    /// How many units there are, coded or not.
    pub units: usize,
    /// How many of them each coder coded.
    pub coders: Vec<CoderCount>,
    /// The coefficients: alpha over all coders; of codes also Fleiss' kappa over all, and Cohen's of every two.
    pub coefficients: Vec<Coefficient>,
    /// What to keep in mind.
    pub cautions: Vec<Label>,
    /// How the intervals came to be.
    pub resampling: Resampling,
    /// Where it comes from.
    pub source: Source,
}

/// How many units one coder coded.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoderCount {
    /// The name of the coder.
    pub id: String,
    /// How many units they coded.
    pub coded: usize,
}

/// One coefficient: one minus the disagreement seen, divided by what chance would give.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AgreementCoefficient"))]
pub struct Coefficient {
    /// Which coefficient it is.
    pub kind: CoefficientKind,
    /// The same in words.
    pub label: Label,
    /// The coders that are compared.
    pub coders: Vec<String>,
    /// The coefficient, at most 1; `None` when there is none, and `reasons` say why.
    pub value: Option<f64>,
    /// Between which values it lies; `None` when that cannot be said.
    pub interval: Option<Bounds>,
    /// The mean disagreement that was seen, zero or more.
    pub observed_disagreement: Option<f64>,
    /// The mean disagreement that chance would give.
    pub expected_disagreement: Option<f64>,
    /// How many units were compared.
    pub compared: usize,
    /// How many were left out, for too few people coded them.
    pub left_out: usize,
    /// How it came to be, or why there is none.
    pub reasons: Vec<Reason>,
}

/// Between which values a coefficient lies, by the bootstrap over units.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AgreementBounds"))]
pub struct Bounds {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// In how many of the resamples there was a coefficient.
    pub resamples: u32,
}
