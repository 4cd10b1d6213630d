//! Proportional-odds regression: an outcome in a few ordered classes.

use super::coefficient::{Coefficient, Estimate, Reference, Slope, SlopeAt, known};
use super::data::Data;
use super::formula::{Design, Formula};
use super::moments::count;
use super::ordinal_effects::{ClassEffect, Effects};
use super::ordinal_likelihood::Likelihood;
use super::regression::{Fitted, fitted};
use super::rows::ScaledRows;
use super::separation;
use crate::document::{Document, Problems, Reader};
use crate::error::{Error, Mistake, Place};
use crate::math::shown;
use crate::maximum::climb;
use crate::ordered::sort;
use crate::{Label, Provenance, Reason, Source};
use nalgebra::{DMatrix, DVector};
use serde::Serialize;

/// A proportional-odds regression: what explains an outcome in ordered classes.
///
/// # Formula
/// `logit P(y ≤ k) = ζₖ − Σ bⱼ xⱼ`, estimated by maximum likelihood; standard errors from the observed information.
///
/// # Assumptions
/// A term moves all boundaries between classes alike (the odds are proportional), rows are independent, and nothing
/// tells the classes apart completely. Average marginal effects are derivatives of the chances, averaged over the rows,
/// with standard errors by the delta method.
///
/// # When not to use it
/// For two classes (see [`super::Logistic`]), for classes without an order, or where a term matters at one boundary
/// and not at another: fit a logistic regression for each boundary and compare.
///
/// # Source
/// McCullagh 1980, *Regression models for ordinal data*.
///
/// ```
/// use meedoen::{Columns, document::Document, estimate::{Data, Ordinal}};
/// let rows = Columns::from_json(r#"[{"name": "x", "values": [1, 2, 3, 4, 5, 6, 7, 8]}, {"name": "y", "values": [1, 2, 1, 2, 3, 2, 3, 3]}]"#)?;
/// let fit = Ordinal::new("y ~ x")?.fit(&Data::Rows(rows))?;
/// assert_eq!(fit.thresholds.len(), 2);
/// assert!(fit.coefficients[0].estimate.value.is_some_and(|slope| slope > 0.5));
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ordinal {
    /// What is explained by what.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub formula: Formula,
    /// The classes, from low to high; those that occur when left out.
    pub levels: Option<Vec<f64>>,
    /// The column that says how many times each row counts; once when left out.
    pub weights: Option<String>,
    /// Slopes to report where other variables have given values, in log-odds.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<SlopeAt>>"))]
    pub slopes: Vec<SlopeAt>,
}

/// A proportional-odds regression that has been estimated. Without an estimate its figures are `null`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrdinalFit {
    /// What is explained by what.
    pub formula: String,
    /// The number of complete rows, each counted as often as its weight.
    pub rows: f64,
    /// The number of rows left out because something was missing.
    pub left_out: usize,
    /// The slopes, in log-odds of a higher class.
    pub coefficients: Vec<Coefficient>,
    /// The boundaries between the classes, in log-odds of being below them.
    pub thresholds: Vec<Threshold>,
    /// The average change in the chance of each class for one more of each variable, in percentage points.
    pub effects: Vec<ClassEffect>,
    /// The slopes that were asked for.
    pub slopes: Vec<Slope>,
    /// The logarithm of the likelihood.
    pub log_likelihood: Option<f64>,
    /// What stands in the way of an estimate, or asks for caution.
    pub findings: Vec<Reason>,
    /// Where the figures come from.
    pub provenance: Provenance,
    /// The method.
    pub source: Source,
}

/// The boundary between two classes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Threshold {
    /// The class below it.
    pub below: f64,
    /// The class above it.
    pub above: f64,
    /// Where it lies.
    pub estimate: Estimate,
}

impl Ordinal {
    /// A regression of this formula, with the classes that occur.
    ///
    /// # Errors
    /// `not-understood`.
    pub fn new(formula: &str) -> Result<Self, Error> {
        Ok(Self { formula: formula.parse()?, levels: None, weights: None, slopes: Vec::new() })
    }

    /// The regression of these rows.
    ///
    /// # Errors
    /// `missing-column`, `too-few-rows`, `constant`, `collinear`, `outside-range` for a value that is no class or a
    /// weight below zero, or `not-understood` for a summary.
    pub fn fit(&self, data: &Data<'_>) -> Result<OrdinalFit, Error> {
        let table = data.rows()?;
        let design = self.formula.design(table, self.weights.as_deref())?;
        let levels = self.check(&design)?;
        let names = self.formula.names();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let cuts = levels.len() - 1;
        let rows = ScaledRows::new(&design, &names, names.len() + cuts + 1)?;
        let likelihood = Likelihood::new(&rows, &design, &levels);
        let summit = climb(likelihood.start(), 60, |at| likelihood.look(at));
        let summit = summit.ok_or(Mistake::NotConverged { steps: 0, what: Vec::new() })?;
        let (step, at) = (summit.last_step.as_slice(), summit.at.as_slice());
        let mut telling = separation::by_themselves(&rows, &likelihood.class, levels.len());
        if !summit.converged && telling.is_empty() {
            telling =
                separation::growing(step.get(cuts..).unwrap_or_default(), at.get(cuts..).unwrap_or_default());
        }
        let total = likelihood.total();
        if !telling.is_empty() {
            let of = |index: &usize| names.get(*index).map(|name| (*name).to_owned());
            let terms: Vec<String> = telling.iter().filter_map(of).collect();
            let k = names.len() + cuts;
            let nothing = (DVector::from_element(k, f64::NAN), DMatrix::from_element(k, k, f64::NAN));
            return self.report(
                &design,
                &levels,
                total,
                nothing,
                f64::NAN,
                vec![separation::finding(&terms)],
            );
        }
        let singular = || {
            let of = |index: usize| index.checked_sub(cuts).and_then(|index| names.get(index));
            let what = summit.restless().into_iter().filter_map(of).map(|name| (*name).to_owned()).collect();
            Error::from(Mistake::NotConverged { steps: summit.steps, what })
        };
        if !summit.converged {
            return Err(singular());
        }
        let inverse = summit.height.information.clone().cholesky().ok_or_else(singular)?.inverse();
        // Boundaries of scaled terms lie lower by the slopes times the means.
        let mut turn = DMatrix::identity(names.len() + cuts, names.len() + cuts);
        for index in 0..names.len() {
            let over = 1.0 / rows.scaling.deviation[index];
            turn[(cuts + index, cuts + index)] = over;
            for cut in 0..cuts {
                turn[(cut, cuts + index)] = rows.scaling.mean[index] * over;
            }
        }
        let estimate = &turn * &summit.at;
        let covariance = &turn * inverse * turn.transpose();
        self.report(&design, &levels, total, (estimate, covariance), summit.height.value, Vec::new())
    }

    /// The classes; a value that is none of them, or a weight below zero, is refused.
    fn check(&self, design: &Design<'_>) -> Result<Vec<f64>, Error> {
        let problems = Problems::default();
        let levels = self.levels.clone().unwrap_or_else(|| {
            let mut occurring = Vec::new();
            for value in design.outcome.iter() {
                if !occurring.contains(value) {
                    occurring.push(*value);
                }
            }
            sort(&mut occurring, f64::total_cmp);
            occurring
        });
        let (lowest, highest) = (levels.first().copied(), levels.last().copied());
        let (min, max) = (lowest.unwrap_or_default(), highest.unwrap_or_default());
        for (index, value) in design.outcome.iter().enumerate().filter(|(_, value)| !levels.contains(value)) {
            let place = Place::row(index + 1).at(&self.formula.outcome);
            problems.add(Mistake::OutsideRange { value: shown(*value), min, max }, place);
        }
        for (index, value) in design.weights.iter().flat_map(|weights| weights.iter()).enumerate() {
            if *value < 0.0 {
                let place = Place::row(index + 1).at(self.weights.as_deref().unwrap_or_default());
                problems.add(Mistake::OutsideRange { value: shown(*value), min: 0.0, max: f64::MAX }, place);
            }
        }
        let occurs = |level: &&f64| design.outcome.contains(level);
        if levels.iter().filter(occurs).count() < 2 {
            problems.add(Mistake::Constant { variable: self.formula.outcome.clone() }, Place::default());
        }
        problems.finish(Some(levels))
    }

    fn report(
        &self,
        design: &Design<'_>,
        levels: &[f64],
        total: f64,
        (estimate, covariance): (DVector<f64>, DMatrix<f64>),
        log_likelihood: f64,
        findings: Vec<Reason>,
    ) -> Result<OrdinalFit, Error> {
        let (cuts, k) = (levels.len() - 1, self.formula.terms.len());
        let of = |index: usize| Estimate::of(estimate[index], covariance[(index, index)], Reference::Normal);
        // The slopes stand where a regression with an intercept has them.
        let fit = Fitted {
            formula: &self.formula,
            estimate: estimate.rows(cuts - 1, k + 1).clone_owned(),
            covariance: covariance.view((cuts - 1, cuts - 1), (k + 1, k + 1)).clone_owned(),
            reference: Reference::Normal,
        };
        let thresholds = levels.iter().zip(levels.iter().skip(1)).enumerate();
        Ok(OrdinalFit {
            formula: self.formula.to_string(),
            rows: total,
            left_out: design.left_out,
            coefficients: fit.coefficients().into_iter().skip(1).collect(),
            thresholds: thresholds
                .map(|(index, (below, above))| Threshold {
                    below: *below,
                    above: *above,
                    estimate: of(index),
                })
                .collect(),
            effects: Effects {
                design,
                formula: &self.formula,
                levels,
                estimate: &estimate,
                covariance: &covariance,
            }
            .all(),
            slopes: fit.slopes(&self.slopes)?,
            log_likelihood: known(log_likelihood),
            findings,
            provenance: fitted(count(design.rows), design.left_out),
            source: Source::reference(
                "McCullagh 1980, Journal of the Royal Statistical Society B 42, 109–142",
            ),
        })
    }
}

impl Document for Ordinal {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["formula", "levels", "weights", "slopes"])?;
        let formula = fields.required("formula").and_then(|formula| Formula::read(&formula));
        let levels = fields.maybe("levels", |levels| {
            let values = levels.list_of(Reader::number)?;
            if values.is_sorted_by(|a, b| a < b) && values.len() > 1 {
                return Some(values);
            }
            let text = values.iter().map(|value| shown(*value)).collect::<Vec<_>>().join(", ");
            let expected =
                Label::of("twee of meer klassen van laag naar hoog", "two or more classes from low to high");
            levels.refuse(Mistake::NotUnderstood { text, expected });
            None
        });
        let weights = fields.maybe("weights", |weights| weights.text().map(str::to_owned));
        let slopes = fields.list_of("slopes", SlopeAt::read);
        Some(Self { formula: formula?, levels: levels?, weights: weights?, slopes: slopes? })
    }
}
