//! Linear regression by least squares.

use super::coefficient::{Coefficient, Reference, Slope, SlopeAt, known};
use super::data::Data;
use super::formula::{Design, Formula};
use super::moments::{BLOCK, Moments, count, dot};
use super::regression::{Fitted, fitted, two_valued};
use crate::distribution::fisher;
use crate::document::{Document, Reader};
use crate::error::{Error, Mistake};
use crate::math::sqrt;
use crate::{Label, Provenance, Reason, Source};
use nalgebra::{DMatrix, DVector};
use serde::Serialize;

crate::vocabulary! {
    /// How the standard errors of a linear regression are computed.
    pub enum LinearErrors: "kind of standard error", "soort standaardfout", [] {
        /// The usual ones: one residual variance for everyone.
        Ols = "ols": "gewone kleinste kwadraten", "ordinary least squares", [],
        /// Robust to unequal residual variances (White 1980).
        Hc0 = "hc0": "robuust (HC0)", "robust (HC0)", [],
        /// Robust to unequal residual variances, also in small samples (MacKinnon & White).
        Hc3 = "hc3": "robuust, ook bij weinig rijen (HC3)", "robust, also with few rows (HC3)", [],
    }
}

/// A linear regression: what it explains, and how its standard errors are computed.
///
/// # Formula
/// `y = b₀ + Σ bⱼ xⱼ + e`, the sum of e² as small as it can be; t-tests with `n − k − 1` degrees of freedom.
///
/// # Assumptions
/// The relation is a straight line (or the product that is written), rows are independent, and what is left over is
/// spread alike everywhere — not so with `hc0` or `hc3`.
///
/// # When not to use it
/// For an outcome that is yes or no (see [`super::Logistic`]; it is estimated, with a finding that says so) or a few ordered classes (see [`super::Ordinal`]), for
/// repeated measurements of the same persons, or to conclude that changing `x` changes `y`: it describes how the two go
/// together.
///
/// # Source
/// MacKinnon & White 1985, *Some heteroskedasticity-consistent covariance matrix estimators*.
///
/// ```
/// use meedoen::{Columns, document::Document, estimate::{Data, Linear}};
/// let rows = Columns::from_json(r#"[{"name": "x", "values": [1, 2, 3, 4]}, {"name": "y", "values": [2.1, 3.9, 6.1, 7.9]}]"#)?;
/// let fit = Linear::new("y ~ x")?.fit(&Data::Rows(rows))?;
/// assert!((fit.coefficients[1].estimate.value.unwrap_or(0.0) - 1.96).abs() < 1e-12);
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Linear {
    /// What is explained by what, such as `work ~ intention + skills + intention:skills`.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub formula: Formula,
    /// How standard errors are computed; `ols` when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<LinearErrors>"))]
    pub standard_errors: LinearErrors,
    /// Slopes to report where other variables have given values.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<SlopeAt>>"))]
    pub slopes: Vec<SlopeAt>,
}

/// A linear regression that has been estimated.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LinearFit {
    /// What is explained by what.
    pub formula: String,
    /// The number of complete rows.
    pub rows: f64,
    /// The number of rows left out because something was missing.
    pub left_out: usize,
    /// How the standard errors were computed.
    pub standard_errors: LinearErrors,
    /// The intercept and the slopes.
    pub coefficients: Vec<Coefficient>,
    /// For each slope what it is when the term and the outcome have a standard deviation of one.
    pub standardised: Vec<Standardised>,
    /// The slopes that were asked for.
    pub slopes: Vec<Slope>,
    /// The share of the variance of the outcome that is explained.
    pub r_squared: Option<f64>,
    /// The same, corrected for the number of terms.
    pub adjusted_r_squared: Option<f64>,
    /// The F-test of all terms together.
    pub f: Option<f64>,
    /// The chance of an F at least as large if no term mattered.
    pub f_p: Option<f64>,
    /// The standard deviation of what is left over, in the unit of the outcome.
    pub residual_deviation: Option<f64>,
    /// The degrees of freedom of what is left over.
    pub residual_df: f64,
    /// What asks for caution: `two-valued-outcome`, which only rows can show.
    pub findings: Vec<Reason>,
    /// Where the figures come from.
    pub provenance: Provenance,
    /// The method.
    pub source: Source,
}

/// A coefficient in standard deviations.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Standardised {
    /// The term.
    pub term: String,
    /// Standard deviations of the outcome for one standard deviation more of the term.
    pub value: Option<f64>,
}

impl Linear {
    /// A regression of this formula with the usual standard errors.
    ///
    /// # Errors
    /// `not-understood`.
    pub fn new(formula: &str) -> Result<Self, Error> {
        Ok(Self { formula: formula.parse()?, standard_errors: LinearErrors::Ols, slopes: Vec::new() })
    }

    /// The regression of these data.
    ///
    /// # Errors
    /// `missing-column`, `too-few-rows`, `constant`, `collinear`, `not-positive-definite`, or `not-understood` where
    /// rows are needed and only a summary is given.
    pub fn fit(&self, data: &Data<'_>) -> Result<LinearFit, Error> {
        let names = self.formula.names();
        let mut variables: Vec<&str> = names.iter().map(String::as_str).collect();
        variables.push(&self.formula.outcome);
        let needed = variables.len() + 1;
        let (moments, design) = match data {
            Data::Rows(table) => {
                let design = self.formula.design(table, None)?;
                let mut columns = design.terms.clone();
                columns.push(design.outcome.clone());
                (Moments::of_complete(&columns, &variables, needed)?, Some(design))
            }
            Data::Summary(summary) => {
                if self.standard_errors != LinearErrors::Ols {
                    let text = self.standard_errors.to_string();
                    let expected =
                        Label::of("`ols`, want voor andere zijn rijen nodig", "`ols`, as others need rows");
                    return Err(Mistake::NotUnderstood { text, expected }.into());
                }
                let moments = Moments::of_summary(summary, &variables, needed)?;
                moments.refuse_impossible()?;
                (moments, None)
            }
        };
        self.of_moments(&moments, design.as_ref())
    }

    fn of_moments(&self, moments: &Moments, design: Option<&Design<'_>>) -> Result<LinearFit, Error> {
        let k = self.formula.terms.len();
        let inside = moments.without_last();
        inside.refuse_collinear()?;
        let singular = || Error::from(Mistake::NotConverged { steps: 0, what: Vec::new() });
        let factor = inside.covariance.clone().cholesky().ok_or_else(singular)?;
        let with_outcome = moments.covariance.view((0, k), (k, 1)).column(0).clone_owned();
        let slopes = factor.solve(&with_outcome);
        let (outcome, freedom) = (moments.covariance[(k, k)], moments.n - 1.0);
        let df = freedom - count(k);
        let explained = slopes.dot(&with_outcome);
        let residual = freedom * (outcome - explained) / df;
        // In the deviations from the means the constant is apart from the slopes.
        let inverse = factor.inverse() / freedom;
        let centred = match (self.standard_errors, design) {
            (LinearErrors::Ols, _) | (_, None) => block(residual / moments.n, &(&inverse * residual)),
            (kind, Some(design)) => sandwich(kind, design, moments, &slopes, &inverse),
        };
        let mut turn = DMatrix::identity(k + 1, k + 1);
        for index in 0..k {
            turn[(0, index + 1)] = -moments.mean[index];
        }
        let constant = moments.mean[k] - slopes.dot(&moments.mean.rows(0, k));
        let fit = Fitted {
            formula: &self.formula,
            estimate: slopes.clone().insert_row(0, constant),
            covariance: &turn * centred * turn.transpose(),
            reference: Reference::Student(df),
        };
        let r_squared = explained / outcome;
        let f = explained * freedom / count(k) / residual;
        let mut coefficients = fit.coefficients();
        if !moments.means_known {
            coefficients.remove(0);
        }
        let standardised = self.formula.names().into_iter().enumerate().map(|(index, term)| Standardised {
            term,
            value: known(slopes[index] * moments.deviation(index) / moments.deviation(k)),
        });
        let left_out = design.map_or(0, |design| design.left_out);
        let findings = design.and_then(|design| two_valued(&self.formula.outcome, &design.outcome));
        Ok(LinearFit {
            formula: self.formula.to_string(),
            rows: moments.n,
            left_out,
            standard_errors: self.standard_errors,
            coefficients,
            standardised: standardised.collect(),
            slopes: fit.slopes(&self.slopes)?,
            r_squared: known(r_squared),
            adjusted_r_squared: known(1.0 - (1.0 - r_squared) * freedom / df),
            f: known(f),
            f_p: known(fisher::sf(f, count(k), df)),
            residual_deviation: known(sqrt(residual)),
            residual_df: df,
            findings: findings.into_iter().collect(),
            provenance: fitted(moments.n, left_out),
            source: Source::reference("MacKinnon & White 1985, Journal of Econometrics 29, 305–325"),
        })
    }
}

/// A variance of the constant apart from the covariances of the slopes.
fn block(constant: f64, slopes: &DMatrix<f64>) -> DMatrix<f64> {
    let k = slopes.nrows();
    let mut whole = DMatrix::zeros(k + 1, k + 1);
    whole[(0, 0)] = constant;
    whole.view_mut((1, 1), (k, k)).copy_from(slopes);
    whole
}

/// The covariances that hold when rows are spread unequally: what each row adds, weighted by its own residual.
fn sandwich(
    kind: LinearErrors,
    design: &Design<'_>,
    moments: &Moments,
    slopes: &DVector<f64>,
    inverse: &DMatrix<f64>,
) -> DMatrix<f64> {
    let k = slopes.len();
    let bread = block(1.0 / moments.n, inverse);
    // The rows as weighted columns: the constant and the deviations, each times the residual.
    let mut weighted = vec![vec![0.0; design.rows]; k + 1];
    let mut row = DVector::zeros(k);
    for index in 0..design.rows {
        for (term, values) in design.terms.iter().enumerate() {
            row[term] = values.get(index).copied().unwrap_or_default() - moments.mean[term];
        }
        let value = design.outcome.get(index).copied().unwrap_or_default();
        let mut residual = value - moments.mean[k] - slopes.dot(&row);
        if kind == LinearErrors::Hc3 {
            let leverage = 1.0 / moments.n + (row.transpose() * inverse * &row)[(0, 0)];
            residual /= 1.0 - leverage;
        }
        let with_constant = std::iter::once(1.0).chain(row.iter().copied());
        for (column, part) in weighted.iter_mut().zip(with_constant) {
            if let Some(cell) = column.get_mut(index) {
                *cell = part * residual;
            }
        }
    }
    let cross = |i: usize, j: usize| match (weighted.get(i), weighted.get(j)) {
        (Some(a), Some(b)) => a.chunks(BLOCK).zip(b.chunks(BLOCK)).map(|(a, b)| dot(a, b)).sum(),
        _ => 0.0,
    };
    &bread * DMatrix::from_fn(k + 1, k + 1, cross) * &bread
}

impl Document for Linear {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["formula", "standard_errors", "slopes"])?;
        let formula = fields.required("formula").and_then(|formula| Formula::read(&formula));
        let standard_errors = fields.maybe("standard_errors", Reader::code);
        let slopes = fields.list_of("slopes", SlopeAt::read);
        Some(Self {
            formula: formula?,
            standard_errors: standard_errors?.unwrap_or(LinearErrors::Ols),
            slopes: slopes?,
        })
    }
}
