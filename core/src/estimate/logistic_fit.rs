//! How a logistic regression is estimated.

use super::coefficient::{Estimate, Reference, known};
use super::formula::{Design, Formula};
use super::logistic::{Logistic, LogisticFit, MarginalEffect, Prediction, response};
use super::marginal::{Chances, Marginal, area_under_curve};
use super::moments::{BLOCK, count, dot};
use super::regression::{Fitted, fitted};
use super::rows::{ScaledRows, add_cross, predict, sum};
use super::separation;
use crate::distribution::logistic::cdf;
use crate::document::Problems;
use crate::error::{Error, Mistake, Place};
use crate::math::{exp, ln, shown};
use crate::maximum::{Height, Summit, climb};
use crate::{Columns, Reason, Source};
use nalgebra::{DMatrix, DVector};

/// Newton's method needs fewer than ten steps where an estimate exists.
const STEPS: usize = 40;

pub(super) fn fit(model: &Logistic, table: &Columns<'_>) -> Result<LogisticFit, Error> {
    let formula = &model.formula;
    let design = formula.design(table, None)?;
    check_outcome(formula, &design, table)?;
    let names = formula.names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let rows = ScaledRows::new(&design, &names, names.len() + 2)?;
    let ones = sum(&design.outcome);
    let n = count(design.rows);
    let mut findings: Vec<Reason> =
        separation::few_events(ones.min(n - ones), count(names.len())).into_iter().collect();
    let start =
        DVector::from_fn(names.len() + 1, |index, _| if index == 0 { ln(ones / (n - ones)) } else { 0.0 });
    let class: Vec<usize> = design.outcome.iter().map(|y| usize::from(*y > 0.5)).collect();
    let mut telling = separation::by_themselves(&rows, &class, 2);
    let summit =
        if telling.is_empty() { climb(start, STEPS, |at| look(&rows, &design.outcome, at)) } else { None };
    let summit = match summit {
        Some(summit) if summit.converged => Some(summit),
        Some(summit) => {
            let (step, at) = (summit.last_step.as_slice(), summit.at.as_slice());
            telling = separation::growing(step.get(1..).unwrap_or_default(), at.get(1..).unwrap_or_default());
            if telling.is_empty() {
                return Err(lost(&summit, &names));
            }
            None
        }
        None if telling.is_empty() => return Err(Mistake::NotConverged { steps: 0, what: Vec::new() }.into()),
        None => None,
    };
    let Some(summit) = summit else {
        let terms: Vec<String> =
            telling.iter().filter_map(|&index| names.get(index)).map(|name| (*name).to_owned()).collect();
        findings.insert(0, separation::finding(&terms));
        return without_estimate(model, &design, findings);
    };
    let turn = rows.scaling.unscale();
    let inverse =
        summit.height.information.clone().cholesky().ok_or_else(|| lost(&summit, &names))?.inverse();
    let fitted = Fitted {
        formula,
        estimate: &turn * &summit.at,
        covariance: &turn * inverse * turn.transpose(),
        reference: Reference::Normal,
    };
    report(model, &design, &fitted, summit.height.value, findings)
}

/// No estimate, with the terms that did not settle; the first parameter is the constant.
fn lost(summit: &Summit, names: &[&str]) -> Error {
    let of = |index: usize| index.checked_sub(1).and_then(|index| names.get(index));
    let what = summit.restless().into_iter().filter_map(of).map(|name| (*name).to_owned()).collect();
    Mistake::NotConverged { steps: summit.steps, what }.into()
}

/// Refuses an outcome other than 0 and 1, naming its row in the table, and one that is always the same.
fn check_outcome(formula: &Formula, design: &Design<'_>, table: &Columns<'_>) -> Result<(), Error> {
    let problems = Problems::default();
    let is_other = |value: f64| value * (1.0 - value) != 0.0;
    let others = design.outcome.iter().any(|value| is_other(*value));
    if others {
        let own = table.get(&formula.outcome).unwrap_or_default();
        for (index, value) in own.iter().enumerate().filter(|(_, value)| is_other(**value)).take(20) {
            if !value.is_nan() {
                let place = Place::row(index + 1).at(&formula.outcome);
                problems.add(Mistake::NotTwoValued { value: shown(*value) }, place);
            }
        }
    }
    let ones = sum(&design.outcome);
    if !others && design.rows > 0 && (ones <= 0.0 || ones >= count(design.rows)) {
        problems.add(Mistake::Constant { variable: formula.outcome.clone() }, Place::default());
    }
    problems.finish(Some(()))
}

/// The log-likelihood at a point, its slope and its information.
fn look(rows: &ScaledRows, outcome: &[f64], at: &DVector<f64>) -> Option<Height> {
    let k = rows.columns.len();
    let (mut value, mut slope, mut information) = (0.0, DVector::zeros(k + 1), DMatrix::zeros(k + 1, k + 1));
    let (mut predictor, mut weight, mut off) = ([0.0; BLOCK], [0.0; BLOCK], [0.0; BLOCK]);
    let slopes = at.as_slice().get(1..)?;
    for span in rows.blocks() {
        let block = rows.block(span);
        let size = span.1 - span.0;
        let (predictor, weight, off) =
            (predictor.get_mut(..size)?, weight.get_mut(..size)?, off.get_mut(..size)?);
        predict(&block, at[0], slopes, predictor);
        // The logarithm of a product of at most 512 numbers of 1 to 2 is the sum of theirs.
        let mut product = 1.0;
        let given = outcome.get(span.0..span.1)?;
        for (((eta, weight), off), y) in predictor.iter().zip(&mut *weight).zip(&mut *off).zip(given) {
            let tail = exp(-eta.abs());
            product *= 1.0 + tail;
            let least = tail / (1.0 + tail);
            let chance = if *eta < 0.0 { least } else { 1.0 - least };
            value += y * eta - eta.max(0.0);
            *off = y - chance;
            *weight = least * (1.0 - least);
        }
        value -= ln(product);
        slope[0] += sum(off);
        information[(0, 0)] += sum(weight);
        for (index, values) in block.iter().enumerate() {
            slope[index + 1] += dot(off, values);
            information[(0, index + 1)] += dot(weight, values);
        }
        add_cross(&mut information, 1, &block, weight);
    }
    information.fill_lower_triangle_with_upper_triangle();
    value.is_finite().then_some(Height { value, slope, information })
}

fn report(
    model: &Logistic,
    design: &Design<'_>,
    fit: &Fitted<'_>,
    log_likelihood: f64,
    findings: Vec<Reason>,
) -> Result<LogisticFit, Error> {
    let n = count(design.rows);
    let ones = sum(&design.outcome);
    let alone = ones * ln(ones / n) + (n - ones) * ln(1.0 - ones / n);
    let chances = Chances::of(design, &fit.estimate);
    let problems = Problems::default();
    let predictions = model.predictions.iter().enumerate().map(|(number, at)| {
        let weights = fit.predictor(at, &Place::default().at("predictions").element(number + 1), &problems);
        let line = fit.combination(&weights);
        Prediction {
            at: at.clone(),
            chance: line.value.map(cdf),
            low: line.low.map(cdf),
            high: line.high.map(cdf),
        }
    });
    let predictions = predictions.collect();
    let predictions = problems.finish(Some(predictions))?;
    let marginal = Marginal { design, fit, chances: &chances };
    let coefficients = fit.coefficients();
    let is_known = fit.covariance.iter().all(|one| one.is_finite());
    let covariance: Option<Vec<Vec<f64>>> =
        is_known.then(|| fit.covariance.row_iter().map(|row| row.iter().copied().collect()).collect());
    Ok(LogisticFit {
        formula: model.formula.to_string(),
        rows: n,
        left_out: design.left_out,
        response: response(&coefficients, covariance.as_ref(), fitted(n, design.left_out)),
        coefficients,
        covariance,
        terms: model
            .formula
            .names()
            .into_iter()
            .enumerate()
            .map(|(index, of)| MarginalEffect { of, percentage_points: marginal.of_term(index) })
            .collect(),
        effects: model
            .formula
            .variables()
            .into_iter()
            .skip(1)
            .map(|of| MarginalEffect {
                of: of.to_owned(),
                percentage_points: marginal.of_variable(of, &model.formula),
            })
            .collect(),
        slopes: fit.slopes(&model.slopes)?,
        predictions,
        log_likelihood: known(log_likelihood),
        deviance: known(-2.0 * log_likelihood),
        pseudo_r_squared: known(1.0 - log_likelihood / alone),
        auc: known(area_under_curve(&chances.predictor, &design.outcome)),
        findings,
        provenance: fitted(n, design.left_out),
        source: source(),
    })
}

fn source() -> Source {
    Source::reference("McFadden 1974, Conditional logit analysis of qualitative choice behavior")
}

/// A fit whose figures do not exist, and why.
fn without_estimate(
    model: &Logistic,
    design: &Design<'_>,
    findings: Vec<Reason>,
) -> Result<LogisticFit, Error> {
    let k = model.formula.terms.len() + 1;
    let nothing = Fitted {
        formula: &model.formula,
        estimate: DVector::from_element(k, f64::NAN),
        covariance: DMatrix::from_element(k, k, f64::NAN),
        reference: Reference::Normal,
    };
    let unknown = |of: String| MarginalEffect { of, percentage_points: Estimate::default() };
    Ok(LogisticFit {
        formula: model.formula.to_string(),
        rows: count(design.rows),
        left_out: design.left_out,
        coefficients: nothing.coefficients(),
        covariance: None,
        response: None,
        terms: model.formula.names().into_iter().map(unknown).collect(),
        effects: model.formula.variables().into_iter().skip(1).map(|name| unknown(name.to_owned())).collect(),
        slopes: nothing.slopes(&model.slopes)?,
        predictions: model
            .predictions
            .iter()
            .map(|at| Prediction { at: at.clone(), chance: None, low: None, high: None })
            .collect(),
        log_likelihood: None,
        deviance: None,
        pseudo_r_squared: None,
        auc: None,
        findings,
        provenance: fitted(count(design.rows), design.left_out),
        source: source(),
    })
}
