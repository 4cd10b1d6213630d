//! How a chance follows from levels: a model that was fitted, published or set, with where it comes from.

mod document;

use crate::document::Problems;
use crate::error::{Error, Mistake, Place};
use crate::math::{exp, ln, sqrt};
use crate::{Label, Provenance};
use serde::Serialize;

crate::vocabulary! {
    /// How the sum of a model becomes a chance.
    pub enum Link: "link", "koppeling", [] {
        /// The sum is the logarithm of the odds, as in logistic regression.
        Logit = "logit": "logit", "logit", [],
        /// The sum is the chance itself, as in linear regression of an outcome of 0 and 1; it is kept within 0 and 1.
        Identity = "identity": "identiteit", "identity", [],
    }
}

/// What the constant of a model is called among its terms.
pub const INTERCEPT: &str = "(Intercept)";

/// One term of a model with its coefficient.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ModelCoefficient"))]
pub struct Coefficient {
    /// `(Intercept)` for the constant, the name of a factor, or factors that are multiplied, as in `attitude:skills`.
    pub term: String,
    /// What one more of the term adds to the sum of the model.
    pub value: f64,
    /// Its standard error; not known when left out, and not used where the model has covariances.
    pub standard_error: Option<f64>,
}

/// A model of the chance that people show a behaviour, with where its coefficients come from.
///
/// # Formula
/// `chance = link⁻¹(Σ value × product of the levels in the term)`; the constant is a term without levels. A model without
/// a constant says how chances change, not what they are: then each person needs a chance of their own.
///
/// # Assumptions
/// What was estimated by comparing people is used to say what happens when one person changes. That is a claim about
/// causes, which no coefficient can prove; the provenance travels with every answer for that reason.
///
/// ```
/// use meedoen::{document::Document, response::Model};
/// let model = Model::from_json(r#"{"link": "logit",
///     "coefficients": [{"term": "(Intercept)", "value": -2}, {"term": "attitude", "value": 0.04}],
///     "provenance": {"kind": "illustrative", "note": {"nl": "voorbeeld", "en": "example"}}}"#)?;
/// assert_eq!(model.coefficients.len(), 2);
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ResponseModel"))]
pub struct Model {
    /// How the sum becomes a chance.
    pub link: Link,
    /// The terms, each once.
    pub coefficients: Vec<Coefficient>,
    /// The covariances of the coefficients, in their order; without them the standard errors count as independent.
    pub covariance: Option<Vec<Vec<f64>>>,
    /// Where the coefficients come from.
    pub provenance: Provenance,
}

impl Coefficient {
    /// The factors that are multiplied; none for the constant.
    pub fn factors(&self) -> Vec<&str> {
        if self.term == INTERCEPT {
            return Vec::new();
        }
        self.term.split(':').map(str::trim).collect()
    }
}

impl Link {
    pub(crate) fn chance(self, sum: f64) -> f64 {
        match self {
            Self::Logit => 1.0 / (1.0 + exp(-sum)),
            Self::Identity => sum.clamp(0.0, 1.0),
        }
    }

    /// How fast the chance changes with the sum.
    pub(crate) fn slope(self, sum: f64) -> f64 {
        match self {
            Self::Logit => {
                let chance = self.chance(sum);
                chance * (1.0 - chance)
            }
            Self::Identity if (0.0..=1.0).contains(&sum) => 1.0,
            Self::Identity => 0.0,
        }
    }

    /// The sum that gives a chance; infinite for a chance of 0 or 1 of a logit, which then nothing changes.
    pub(crate) fn sum(self, chance: f64) -> f64 {
        match self {
            Self::Logit => ln(chance / (1.0 - chance)),
            Self::Identity => chance,
        }
    }
}

impl Model {
    /// The same model if its parts fit together.
    ///
    /// # Errors
    /// `empty`, `duplicate` for a term given twice, `below-zero` for a standard error, `wrong-length` for a table of
    /// covariances of another size, `contradictory` for one that no coefficients can have.
    pub fn check(self) -> Result<Self, Error> {
        let problems = Problems::default();
        let here = Place::default().at("coefficients");
        if self.coefficients.is_empty() {
            problems.add(
                Mistake::Empty { what: Label::of("de lijst van termen", "list of terms") },
                here.clone(),
            );
        }
        let sorted = |one: &Coefficient| {
            let mut factors = one.factors();
            factors.sort_unstable();
            factors.join(":")
        };
        for (index, one) in self.coefficients.iter().enumerate() {
            let place = here.element(index + 1);
            if self.coefficients.iter().take(index).any(|other| sorted(other) == sorted(one)) {
                let what = Label::of("de term", "term");
                problems.add(Mistake::Duplicate { what, id: one.term.clone() }, place.at("term"));
            }
            if one.standard_error.is_some_and(|error| error < 0.0) {
                let value = crate::math::shown(one.standard_error.unwrap_or_default());
                problems.add(Mistake::BelowZero { value }, place.at("standard_error"));
            }
        }
        if let Some(table) = &self.covariance {
            self.check_covariance(table, &problems);
        }
        problems.finish(Some(self))
    }

    fn check_covariance(&self, table: &[Vec<f64>], problems: &Problems) {
        let (place, expected) = (Place::default().at("covariance"), self.coefficients.len());
        let rows = table.iter().map(Vec::len).chain([table.len()]);
        if let Some(found) = rows.into_iter().find(|&found| found != expected) {
            return problems.add(Mistake::WrongLength { found, expected }, place);
        }
        if let Err((row, column)) = root_of(table) {
            let name = |index: usize| self.coefficients.get(index).map_or("", |one| one.term.as_str());
            let (row, column) = (name(row), name(column));
            let mistake = Mistake::Contradictory {
                first: Label::said(
                    format_args!("de covariantie van `{row}` en `{column}`"),
                    format_args!("the covariance of `{row}` and `{column}`"),
                ),
                second: Label::of(
                    "de andere varianties en covarianties",
                    "the other variances and covariances",
                ),
            };
            problems.add(mistake, place);
        }
    }

    /// Whether anything is known of the uncertainty of its coefficients.
    pub(crate) fn is_uncertain(&self) -> bool {
        self.covariance.is_some() || self.coefficients.iter().any(|one| one.standard_error.is_some())
    }

    /// What turns independent standard normal numbers into the deviations of the coefficients: a lower triangle, by row.
    pub(crate) fn root(&self) -> Vec<Vec<f64>> {
        if let Some(Ok(root)) = self.covariance.as_deref().map(root_of) {
            return root;
        }
        let error = |index: usize| self.coefficients.get(index).and_then(|one| one.standard_error);
        let row = |index: usize| {
            (0..=index).map(|j| if j == index { error(j).unwrap_or(0.0) } else { 0.0 }).collect()
        };
        (0..self.coefficients.len()).map(row).collect()
    }
}

/// The Cholesky root of a table that may be singular; the pair at which it fails where it has none.
fn root_of(table: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, (usize, usize)> {
    let at = |i: usize, j: usize| table.get(i).and_then(|row| row.get(j)).copied().unwrap_or(f64::NAN);
    let mut root: Vec<Vec<f64>> = Vec::new();
    for i in 0..table.len() {
        let mut row: Vec<f64> = Vec::new();
        for j in 0..=i {
            let scale = sqrt((at(i, i) * at(j, j)).abs()).max(f64::MIN_POSITIVE);
            if (at(i, j) - at(j, i)).abs() > 1e-8 * scale {
                return Err((i, j));
            }
            let other = if j == i { row.as_slice() } else { root.get(j).map_or(&[][..], Vec::as_slice) };
            let left = at(i, j) - row.iter().zip(other).map(|(a, b)| a * b).sum::<f64>();
            let pivot = other.get(j).copied().unwrap_or(0.0);
            if j == i {
                if left < -1e-9 * scale || left.is_nan() {
                    return Err((i, strongest(&row)));
                }
                row.push(sqrt(left.max(0.0)));
            } else if pivot > 0.0 {
                row.push(left / pivot);
            } else if left.abs() > 1e-8 * scale {
                return Err((i, j));
            } else {
                row.push(0.0);
            }
        }
        root.push(row);
    }
    Ok(root)
}

/// Where the largest number stands.
fn strongest(row: &[f64]) -> usize {
    let mut best = (0, 0.0);
    for (index, value) in row.iter().enumerate() {
        if value.abs() > best.1 {
            best = (index, value.abs());
        }
    }
    best.0
}
