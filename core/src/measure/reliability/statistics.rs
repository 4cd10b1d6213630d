//! Alpha, omega and what each item adds, from the covariances of the items.

use super::factor::one_factor;
use crate::distribution::fisher;
use crate::math::sqrt;
use nalgebra::DMatrix;
use serde::Serialize;

/// What one item adds to its group. What cannot be computed is `null`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ItemStatistics {
    /// The item, or two items of which the product is taken, with `×` between them.
    pub item: String,
    /// How many rows have it.
    pub rows: f64,
    /// Its mean, after turning round where it is reverse-keyed.
    pub mean: Option<f64>,
    /// Its standard deviation.
    pub standard_deviation: Option<f64>,
    /// Its correlation with the sum of the other items.
    pub item_rest_correlation: Option<f64>,
    /// The alpha of the other items.
    pub alpha_if_dropped: Option<f64>,
}

/// A finite number, or that there is none.
pub(super) fn known(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// `k/(k−1) · (1 − Σ variances / variance of the sum)`; none for fewer than two items.
pub(super) fn alpha(covariance: &DMatrix<f64>) -> Option<f64> {
    let k = number(covariance.nrows());
    if k < 2.0 {
        return None;
    }
    known(k / (k - 1.0) * (1.0 - covariance.trace() / covariance.sum()))
}

/// The alpha of items that are each divided by their standard deviation.
pub(super) fn standardised_alpha(covariance: &DMatrix<f64>) -> Option<f64> {
    let deviation = covariance.diagonal().map(sqrt);
    let k = covariance.nrows();
    alpha(&DMatrix::from_fn(k, k, |i, j| covariance[(i, j)] / (deviation[i] * deviation[j])))
}

/// The standard error of alpha (Duhachek & Iacobucci 2004).
pub(super) fn alpha_error(covariance: &DMatrix<f64>, rows: f64) -> Option<f64> {
    let k = number(covariance.nrows());
    if k < 2.0 {
        return None;
    }
    let (total, trace) = (covariance.sum(), covariance.trace());
    let square = covariance * covariance;
    let inside = total * (square.trace() + trace * trace) - 2.0 * trace * square.sum();
    known(sqrt(2.0 * k * k / ((k - 1.0) * (k - 1.0) * total * total * total) * inside / rows))
}

/// The exact 95 % interval of alpha for normal answers (Feldt 1965).
pub(super) fn feldt(alpha: f64, items: usize, rows: f64) -> (Option<f64>, Option<f64>) {
    let df = (rows - 1.0, (rows - 1.0) * (number(items) - 1.0));
    let bound = |chance: f64| known(1.0 - (1.0 - alpha) * fisher::quantile(chance, df.0, df.1));
    (bound(0.975), bound(0.025))
}

/// Omega, the share of the variance of the sum that comes from one factor: over what the factor model implies, over
/// what was observed, and the items whose own variance the model puts at or below zero.
pub(super) fn omega(covariance: &DMatrix<f64>) -> Option<(f64, f64, Vec<usize>)> {
    let factor = one_factor(covariance)?;
    let common = factor.loadings.sum() * factor.loadings.sum();
    let below = (0..factor.own.len()).filter(|&index| factor.own[index] <= 0.0).collect();
    Some((common / (common + factor.own.sum()), common / covariance.sum(), below))
}

/// The correlation of an item with the sum of the others.
pub(super) fn rest_correlation(covariance: &DMatrix<f64>, item: usize) -> f64 {
    let own = covariance[(item, item)];
    let with_all = covariance.row(item).sum();
    (with_all - own) / sqrt(own * (covariance.sum() - 2.0 * with_all + own))
}

/// The covariances of all items but one.
pub(super) fn without(covariance: &DMatrix<f64>, item: usize) -> DMatrix<f64> {
    covariance.clone().remove_row(item).remove_column(item)
}

/// The items that go against the others: one by one the item that correlates most negatively with the rest is turned
/// round, until none does. Gives each with its correlation as it was.
pub(super) fn against(covariance: &DMatrix<f64>) -> Vec<(usize, f64)> {
    let k = covariance.nrows();
    let mut turned = covariance.clone();
    let mut found: Vec<(usize, f64)> = Vec::new();
    // Half of the items against the other half is no key at all.
    while found.len() < k / 2 {
        let worst = (0..k)
            .map(|item| (item, rest_correlation(&turned, item)))
            .fold((0, 0.0), |worst: (usize, f64), one| if one.1 < worst.1 { one } else { worst });
        if worst.1 >= 0.0 || found.iter().any(|(item, _)| *item == worst.0) {
            break;
        }
        for other in (0..k).filter(|&other| other != worst.0) {
            turned[(worst.0, other)] *= -1.0;
            turned[(other, worst.0)] *= -1.0;
        }
        found.push(worst);
    }
    found
}

/// A count as a number.
#[expect(clippy::cast_precision_loss, reason = "a count of items or of people")]
pub(super) fn number(items: usize) -> f64 {
    items as f64
}
