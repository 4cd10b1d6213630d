//! Uncertainty that does not rest on normal variables.

use super::fit::{Estimated, Observed};
use super::table::State;
use crate::distribution::chi_square;
use crate::estimate::coefficient::known;
use crate::estimate::moments::count;
use nalgebra::{DMatrix, DVector};

/// The factor by which a chi-square is to be divided.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scaled {
    pub(super) factor: f64,
}

/// What the rows add to the slope, squared and summed.
fn first_order(estimated: &Estimated<'_>, observed: &Observed<'_>) -> Option<DMatrix<f64>> {
    let q = estimated.problem.table.free;
    let mut sum = DMatrix::zeros(q, q);
    for pattern in &observed.patterns {
        let score = estimated.problem.scores(&estimated.at, pattern)?;
        for row in rows_of(observed, &pattern.present) {
            let own = score(&row);
            sum.ger(1.0, &own, &own, 1.0);
        }
    }
    Some(sum)
}

/// The rows that have just these variables.
fn rows_of<'a>(observed: &'a Observed<'_>, present: &'a [usize]) -> impl Iterator<Item = DVector<f64>> + 'a {
    let rows = observed.columns.first().map_or(0, |values| values.len());
    let value = |variable: usize, row: usize| {
        observed.columns.get(variable).and_then(|values| values.get(row)).copied().unwrap_or(f64::NAN)
    };
    (0..rows)
        .filter(move |&row| {
            (0..observed.columns.len()).all(|one| present.contains(&one) != value(one, row).is_nan())
        })
        .map(move |row| DVector::from_iterator(present.len(), present.iter().map(|&one| value(one, row))))
}

/// The sandwich: the inverse of the observed information, around what the rows add.
pub(super) fn sandwich(estimated: &Estimated<'_>, observed: &Observed<'_>) -> Option<DMatrix<f64>> {
    let bread = estimated.problem.observed(&estimated.at)?.cholesky()?.inverse();
    Some(&bread * first_order(estimated, observed)? * &bread)
}

/// The scaling factor of the chi-square (Yuan & Bentler 2000, as in Mplus): what the rows add, in units of the
/// information, for all moments and for the model; their difference over the degrees of freedom. For complete rows.
pub(super) fn scaling(estimated: &Estimated<'_>, observed: &Observed<'_>) -> Option<Scaled> {
    let table = estimated.problem.table;
    let [pattern] = observed.patterns.as_slice() else { return None };
    let inverse = estimated.problem.observed(&estimated.at)?.cholesky()?.inverse();
    let of_model = inverse.component_mul(&first_order(estimated, observed)?).sum();
    let fixed = table.rows.iter().any(|row| row.state == State::Sample);
    let all: Vec<usize> = pattern.present.clone();
    let of_x = if fixed { kurtosis(observed, &table.exogenous)? } else { 0.0 };
    let of_all = kurtosis(observed, &all)? - of_x;
    let (p, given) =
        (count(table.observed), table.rows.iter().filter(|row| row.state == State::Sample).count());
    // The means add as much to both when they are in the model.
    let means = if table.means { p - if fixed { count(table.exogenous.len()) } else { 0.0 } } else { 0.0 };
    let moments = p * (p + 1.0) / 2.0 + if table.means { p } else { 0.0 };
    let df = moments - count(table.free) - count(given);
    known((of_all + means - of_model) / df).filter(|_| df > 0.0).map(|factor| Scaled { factor })
}

/// What the rows add to all covariances of some variables, in units of the information: half of the mean of the squared
/// distances, squared again, less the number of variables.
fn kurtosis(observed: &Observed<'_>, variables: &[usize]) -> Option<f64> {
    if variables.is_empty() {
        return Some(0.0);
    }
    let n = observed.moments.n;
    let covariance = &observed.moments.covariance * ((n - 1.0) / n);
    let inside = covariance.select_rows(variables.iter()).select_columns(variables.iter());
    let factor = inside.cholesky()?;
    let mean = observed.moments.mean.select_rows(variables.iter());
    let rows = observed.columns.first().map_or(0, |values| values.len());
    let mut sum = 0.0;
    for row in 0..rows {
        let value = |&one: &usize| observed.columns.get(one).and_then(|values| values.get(row)).copied();
        let values = variables.iter().map(|one| value(one).unwrap_or(f64::NAN));
        let off = DVector::from_iterator(variables.len(), values) - &mean;
        let distance = off.dot(&factor.solve(&off));
        sum += distance * distance;
    }
    Some(0.5 * (sum / n - count(variables.len())))
}

impl Scaled {
    /// The chi-square and its p-value, scaled.
    pub(super) fn test(self, chi_square: f64, df: f64) -> (f64, f64) {
        let scaled = chi_square / self.factor;
        (scaled, chi_square::sf(scaled, df))
    }
}
