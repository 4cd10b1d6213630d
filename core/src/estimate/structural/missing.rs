//! Rows in which something is missing: each adds to the likelihood what it has.

use super::fit::Observed;
use super::likelihood::Pattern;
use crate::error::{Error, Mistake};
use crate::estimate::moments::{Moments, count};
use crate::math::{ln, sqrt};
use nalgebra::{DMatrix, DVector};
use std::borrow::Cow;

/// A number of rows as a count.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of rows")]
pub(super) fn whole(rows: f64) -> usize {
    rows.max(0.0) as usize
}

/// The data with all rows that have a value, in groups that have the same values.
pub(super) fn observe<'a>(
    columns: Vec<Cow<'a, [f64]>>,
    names: &[&str],
    needed: usize,
    all: f64,
) -> Result<Observed<'a>, Error> {
    let patterns = patterns(&columns);
    let n: f64 = patterns.iter().map(|pattern| pattern.n).sum();
    if n < count(needed) {
        return Err(Mistake::TooFewRows { rows: whole(n), needed }.into());
    }
    let own: Vec<Cow<'_, [f64]>> = columns
        .iter()
        .map(|values| Cow::Owned(values.iter().copied().filter(|value| !value.is_nan()).collect()))
        .collect();
    for (values, name) in own.iter().zip(names) {
        Moments::of_complete(std::slice::from_ref(values), &[name], 2)?;
    }
    let (mean, covariance) = together(&patterns, names.len());
    let moments = Moments {
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        n,
        mean,
        means_known: true,
        covariance: covariance * (n / (n - 1.0)),
    };
    moments.refuse_collinear()?;
    Ok(Observed { moments, columns, patterns, left_out: whole(all - n) })
}

/// The rows in groups that have the same values, in the order in which these first occur.
fn patterns(columns: &[Cow<'_, [f64]>]) -> Vec<Pattern> {
    let rows = columns.first().map_or(0, |values| values.len());
    let mut groups: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
    for row in 0..rows {
        let there = |values: &Cow<'_, [f64]>| values.get(row).is_some_and(|value| !value.is_nan());
        let present: Vec<usize> =
            columns.iter().enumerate().filter(|(_, values)| there(values)).map(|(index, _)| index).collect();
        if present.is_empty() {
            continue;
        }
        match groups.iter_mut().find(|(other, _)| *other == present) {
            Some((_, members)) => members.push(row),
            None => groups.push((present, vec![row])),
        }
    }
    groups.into_iter().map(|(present, members)| pattern(columns, present, &members)).collect()
}

fn pattern(columns: &[Cow<'_, [f64]>], present: Vec<usize>, members: &[usize]) -> Pattern {
    let n = count(members.len());
    let value = |variable: usize, row: usize| {
        columns.get(variable).and_then(|values| values.get(row)).copied().unwrap_or_default()
    };
    let mean = DVector::from_iterator(
        present.len(),
        present.iter().map(|&one| members.iter().map(|&row| value(one, row)).sum::<f64>() / n),
    );
    let mut covariance = DMatrix::zeros(present.len(), present.len());
    for &row in members {
        let off = DVector::from_iterator(present.len(), present.iter().map(|&one| value(one, row))) - &mean;
        covariance += &off * off.transpose();
    }
    Pattern { n, mean, covariance: covariance / n, present }
}

/// The means and covariances (with `n`) of all variables that make the rows most likely: by the EM method, or at once
/// when nothing is missing.
fn together(patterns: &[Pattern], variables: usize) -> (DVector<f64>, DMatrix<f64>) {
    if let [only] = patterns
        && only.present.len() == variables
    {
        return (only.mean.clone(), only.covariance.clone());
    }
    let n: f64 = patterns.iter().map(|pattern| pattern.n).sum();
    let (mut mean, mut covariance) = alone(patterns, variables);
    for _ in 0..10_000 {
        let mut sums = DVector::zeros(variables);
        let mut squares = DMatrix::zeros(variables, variables);
        for pattern in patterns {
            let Some((filled, spread)) = fill(pattern, &mean, &covariance) else { continue };
            squares += (spread + &filled * filled.transpose()) * pattern.n;
            sums += filled * pattern.n;
        }
        let next = sums / n;
        let next_covariance = squares / n - &next * next.transpose();
        let moved = (&next - &mean).component_div(&covariance.diagonal().map(sqrt)).amax()
            + (&next_covariance - &covariance).component_div(&scales(&covariance)).amax();
        (mean, covariance) = (next, next_covariance);
        if moved < 1e-13 {
            break;
        }
    }
    (mean, covariance)
}

fn scales(covariance: &DMatrix<f64>) -> DMatrix<f64> {
    let deviation = covariance.diagonal().map(sqrt);
    &deviation * deviation.transpose()
}

/// The mean and the variance of each variable by itself.
fn alone(patterns: &[Pattern], variables: usize) -> (DVector<f64>, DMatrix<f64>) {
    let (mut n, mut sums, mut squares) =
        (DVector::zeros(variables), DVector::zeros(variables), DVector::zeros(variables));
    for pattern in patterns {
        for (index, &one) in pattern.present.iter().enumerate() {
            n[one] += pattern.n;
            sums[one] += pattern.n * pattern.mean[index];
            squares[one] +=
                pattern.n * (pattern.covariance[(index, index)] + pattern.mean[index] * pattern.mean[index]);
        }
    }
    let mean = sums.component_div(&n);
    let variance: DVector<f64> = squares.component_div(&n) - mean.component_mul(&mean);
    (mean, DMatrix::from_diagonal(&variance))
}

/// The mean of the rows of a pattern with what is missing filled in, and the spread about that mean.
fn fill(
    pattern: &Pattern,
    mean: &DVector<f64>,
    covariance: &DMatrix<f64>,
) -> Option<(DVector<f64>, DMatrix<f64>)> {
    let p = mean.len();
    let there = &pattern.present;
    let inside = covariance.select_rows(there.iter()).select_columns(there.iter());
    let factor = inside.cholesky()?;
    let across = covariance.select_columns(there.iter());
    // Of what is there this gives the values themselves, of the rest their regression on it.
    let weights = factor.solve(&across.transpose()).transpose();
    let off = &pattern.mean - DVector::from_iterator(there.len(), there.iter().map(|&one| mean[one]));
    let filled = mean + &weights * off;
    let left = covariance - &weights * across.transpose();
    let spread = &weights * &pattern.covariance * weights.transpose();
    let missing = |one: usize| !there.contains(&one);
    let spread = DMatrix::from_fn(p, p, |i, j| {
        spread[(i, j)] + if missing(i) && missing(j) { left[(i, j)] } else { 0.0 }
    });
    Some((filled, spread))
}

/// The largest log-likelihood, without its constant, that any means and covariances of these variables reach, and how
/// many values it rests on.
pub(super) fn saturated(patterns: &[Pattern], variables: &[usize]) -> (f64, f64) {
    let restricted: Vec<Pattern> =
        patterns.iter().filter_map(|pattern| restrict(pattern, variables)).collect();
    let values = restricted.iter().map(|pattern| pattern.n * count(pattern.present.len())).sum();
    let (mean, covariance) = together(&restricted, variables.len());
    let height = restricted.iter().map(|pattern| {
        let there = &pattern.present;
        let inside = covariance.select_rows(there.iter()).select_columns(there.iter());
        let Some(factor) = inside.cholesky() else { return f64::NAN };
        let off = &pattern.mean - DVector::from_iterator(there.len(), there.iter().map(|&one| mean[one]));
        let about = &pattern.covariance + &off * off.transpose();
        let determinant = 2.0 * factor.l_dirty().diagonal().iter().map(|value| ln(*value)).sum::<f64>();
        -0.5 * pattern.n * (determinant + factor.solve(&about).trace())
    });
    (height.sum(), values)
}

/// A pattern with only some of its variables, numbered among those.
fn restrict(pattern: &Pattern, variables: &[usize]) -> Option<Pattern> {
    let (kept, present): (Vec<usize>, Vec<usize>) = pattern
        .present
        .iter()
        .enumerate()
        .filter_map(|(index, one)| Some((index, variables.iter().position(|other| other == one)?)))
        .unzip();
    (!kept.is_empty()).then(|| Pattern {
        n: pattern.n,
        present,
        mean: pattern.mean.select_rows(kept.iter()),
        covariance: pattern.covariance.select_rows(kept.iter()).select_columns(kept.iter()),
    })
}
