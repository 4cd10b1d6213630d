//! Logistic regression: an outcome that is yes or no.

use super::coefficient::{Coefficient, Estimate, Slope, SlopeAt, ValueAt};
use super::data::Data;
use super::formula::Formula;
use crate::document::{Document, Reader};
use crate::error::{Error, Mistake};
use crate::response::{self, Link, Model};
use crate::{Label, Provenance, Reason, Source};
use serde::Serialize;

/// A logistic regression: what explains an outcome of 0 (no) or 1 (yes).
///
/// # Formula
/// `P(y = 1) = 1 / (1 + exp(−(b₀ + Σ bⱼ xⱼ)))`, estimated by maximum likelihood. The average marginal effect of a
/// term is the mean of `p (1 − p) bⱼ` over the rows, with its standard error by the delta method.
///
/// # Assumptions
/// The log-odds are a straight line in the terms, rows are independent, and nothing tells the outcomes apart
/// completely: then no estimate exists, which is found and said.
///
/// # When not to use it
/// With fewer than ten rows of the rarest outcome for each term, for repeated measurements of the same persons, or to
/// decide about one person: it describes groups.
///
/// # Source
/// Albert & Anderson 1984 (when estimates exist); McFadden 1974 (the measure of fit).
///
/// ```
/// use meedoen::{Columns, document::Document, estimate::{Data, Logistic}};
/// let rows = Columns::from_json(r#"[{"name": "x", "values": [1, 2, 3, 4, 5, 6]}, {"name": "y", "values": [0, 0, 1, 0, 1, 1]}]"#)?;
/// let fit = Logistic::new("y ~ x")?.fit(&Data::Rows(rows))?;
/// let points = fit.terms[0].percentage_points.value.unwrap_or(0.0);
/// assert!(points > 10.0 && points < 25.0);
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Logistic {
    /// What is explained by what.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub formula: Formula,
    /// Slopes to report where other variables have given values, in log-odds.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<SlopeAt>>"))]
    pub slopes: Vec<SlopeAt>,
    /// Combinations of values for which to report the chance of a 1.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Vec<ValueAt>>>"))]
    pub predictions: Vec<Vec<ValueAt>>,
}

/// A logistic regression that has been estimated. Without an estimate, as with separation, its figures are `null`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LogisticFit {
    /// What is explained by what.
    pub formula: String,
    /// The number of complete rows.
    pub rows: f64,
    /// The number of rows left out because something was missing.
    pub left_out: usize,
    /// The intercept and the slopes, in log-odds.
    pub coefficients: Vec<Coefficient>,
    /// The covariances of the coefficients, in their order: what uses them together needs these.
    pub covariance: Option<Vec<Vec<f64>>>,
    /// The same as a model of chances, for `behaviour.potential`, `behaviour.what_if` and `behaviour.plan`, which read terms
    /// as determinants; `null` without an estimate.
    pub response: Option<Model>,
    /// For each term what one more of it does to the chance, on average, as if it were a variable of its own.
    pub terms: Vec<MarginalEffect>,
    /// For each variable what one more of it does to the chance, on average, through all terms that have it.
    pub effects: Vec<MarginalEffect>,
    /// The slopes that were asked for.
    pub slopes: Vec<Slope>,
    /// The chances that were asked for.
    pub predictions: Vec<Prediction>,
    /// The logarithm of the likelihood.
    pub log_likelihood: Option<f64>,
    /// Minus two times that.
    pub deviance: Option<f64>,
    /// One minus the log-likelihood over that of the intercept alone (McFadden).
    pub pseudo_r_squared: Option<f64>,
    /// The chance that a row with a 1 has a higher predicted chance than a row with a 0.
    pub auc: Option<f64>,
    /// What stands in the way of an estimate, or asks for caution.
    pub findings: Vec<Reason>,
    /// Where the figures come from.
    pub provenance: Provenance,
    /// The method.
    pub source: Source,
}

/// The estimates as a model of the chance of a 1; none where one of them does not exist.
pub(super) fn response(
    coefficients: &[Coefficient],
    covariance: Option<&Vec<Vec<f64>>>,
    provenance: Provenance,
) -> Option<Model> {
    let term = |one: &Coefficient| {
        let (term, standard_error) = (one.term.clone(), one.estimate.standard_error);
        Some(response::Coefficient { term, value: one.estimate.value?, standard_error })
    };
    let coefficients = coefficients.iter().map(term).collect::<Option<Vec<_>>>()?;
    Some(Model { link: Link::Logit, coefficients, covariance: covariance.cloned(), provenance })
}

/// An average marginal effect, in percentage points.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MarginalEffect {
    /// The term or the variable.
    pub of: String,
    /// How many percentage points the chance of the outcome changes on average for one more of it.
    pub percentage_points: Estimate,
}

/// The chance of the outcome where the variables have given values.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Prediction {
    /// Where.
    pub at: Vec<ValueAt>,
    /// The chance, 0 to 1.
    pub chance: Option<f64>,
    /// The lower end of the 95 % interval.
    pub low: Option<f64>,
    /// The upper end of the 95 % interval.
    pub high: Option<f64>,
}

impl Logistic {
    /// A regression of this formula.
    ///
    /// # Errors
    /// `not-understood`.
    pub fn new(formula: &str) -> Result<Self, Error> {
        Ok(Self { formula: formula.parse()?, slopes: Vec::new(), predictions: Vec::new() })
    }

    /// The regression of these rows.
    ///
    /// # Errors
    /// `missing-column`, `too-few-rows`, `constant`, `collinear`, `not-two-valued`, or `not-understood` for a summary.
    pub fn fit(&self, data: &Data<'_>) -> Result<LogisticFit, Error> {
        super::logistic_fit::fit(self, data.rows()?)
    }
}

impl Data<'_> {
    /// The rows.
    ///
    /// # Errors
    /// `not-understood` when it is a summary.
    pub(crate) fn rows(&self) -> Result<&crate::Columns<'_>, Error> {
        match self {
            Self::Rows(table) => Ok(table),
            Self::Summary(summary) => Err(Mistake::NotUnderstood {
                text: summary.variables.join(", "),
                expected: Label::of(
                    "een tabel met rijen, want een samenvatting zegt hiervoor te weinig",
                    "a table of rows, as a summary says too little for this",
                ),
            }
            .into()),
        }
    }
}

impl Document for Logistic {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["formula", "slopes", "predictions"])?;
        let formula = fields.required("formula").and_then(|formula| Formula::read(&formula));
        let slopes = fields.list_of("slopes", SlopeAt::read);
        let predictions = fields.list_of("predictions", |list| list.list_of(ValueAt::read));
        Some(Self { formula: formula?, slopes: slopes?, predictions: predictions? })
    }
}
