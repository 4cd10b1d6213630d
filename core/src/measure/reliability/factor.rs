//! One factor behind some items, by maximum likelihood.

use crate::math::{ln, sqrt};
use crate::maximum::{Height, climb};
use nalgebra::{DMatrix, DVector};

/// The loadings of items on one factor of variance one, and what each has of its own.
#[derive(Clone, Debug)]
pub(super) struct Factor {
    pub(super) loadings: DVector<f64>,
    /// May be below zero, which is a finding.
    pub(super) own: DVector<f64>,
}

/// The factor behind items with these covariances; none for fewer than three items, or when none is found.
pub(super) fn one_factor(covariance: &DMatrix<f64>) -> Option<Factor> {
    let k = covariance.nrows();
    if k < 3 {
        return None;
    }
    // In standard deviations, so that every item weighs alike.
    let deviation = covariance.diagonal().map(sqrt);
    let correlation = DMatrix::from_fn(k, k, |i, j| covariance[(i, j)] / (deviation[i] * deviation[j]));
    let start = start(&correlation);
    let summit = climb(start, 500, |at| look(&correlation, at)).filter(|summit| summit.converged)?;
    let loadings = summit.at.rows(0, k).component_mul(&deviation);
    let own = summit.at.rows(k, k).component_mul(&covariance.diagonal());
    // Which way the factor points is free: the way most items do.
    let sign = if loadings.sum() < 0.0 { -1.0 } else { 1.0 };
    Some(Factor { loadings: loadings * sign, own })
}

/// Loadings from what each item shares with all others together.
fn start(correlation: &DMatrix<f64>) -> DVector<f64> {
    let k = correlation.nrows();
    let shared = correlation.row_sum_tr().map(|sum| sum - 1.0);
    let total = sqrt(shared.sum().max(0.1));
    let loading = |index: usize| (shared[index] / total).clamp(-0.9, 0.9);
    DVector::from_fn(2 * k, |index, _| {
        if index < k { loading(index) } else { 1.0 - loading(index - k) * loading(index - k) }
    })
}

/// The log-likelihood for one row, its slope and its expected information.
fn look(correlation: &DMatrix<f64>, at: &DVector<f64>) -> Option<Height> {
    let k = correlation.nrows();
    let (loadings, own) = (at.rows(0, k), at.rows(k, k));
    let implied = loadings * loadings.transpose() + DMatrix::from_diagonal(&own.clone_owned());
    let factor = implied.clone().cholesky()?;
    let determinant: f64 = factor.l_dirty().diagonal().iter().map(|value| ln(*value)).sum();
    let inverse = factor.inverse();
    let turned = &inverse * correlation;
    let pull = &turned * &inverse - &inverse;
    let weighted = &inverse * loadings;
    let strength = loadings.dot(&weighted);
    let mut slope = DVector::zeros(2 * k);
    slope.rows_mut(0, k).copy_from(&(&pull * loadings));
    slope.rows_mut(k, k).copy_from(&(pull.diagonal() * 0.5));
    let information = DMatrix::from_fn(2 * k, 2 * k, |i, j| match (i < k, j < k) {
        (true, true) => strength * inverse[(i, j)] + weighted[i] * weighted[j],
        (true, false) => weighted[j - k] * inverse[(i, j - k)],
        (false, true) => weighted[i - k] * inverse[(i - k, j)],
        (false, false) => 0.5 * inverse[(i - k, j - k)] * inverse[(i - k, j - k)],
    });
    let value = -determinant - 0.5 * turned.trace();
    value.is_finite().then_some(Height { value, slope, information })
}
