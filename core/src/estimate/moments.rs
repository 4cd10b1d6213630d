//! Means and covariances: all that a linear model asks of the rows.

use super::data::Summary;
use crate::document::Problems;
use crate::error::{Error, Mistake, Place};
use crate::math::sqrt;
use nalgebra::{DMatrix, DVector};
use std::borrow::Cow;

/// The means and the covariances (with `n − 1`) of some variables.
#[derive(Clone, Debug)]
pub(crate) struct Moments {
    pub(crate) names: Vec<String>,
    pub(crate) n: f64,
    /// Zeros where they are not known.
    pub(crate) mean: DVector<f64>,
    pub(crate) means_known: bool,
    pub(crate) covariance: DMatrix<f64>,
}

/// How many rows are taken together, small enough for the nearest cache.
pub(super) const BLOCK: usize = 512;

/// The sum of products of two columns, in eight sums that are added in a fixed order.
pub(super) fn dot(first: &[f64], second: &[f64]) -> f64 {
    let mut lanes = [0.0_f64; 8];
    let ((first, first_rest), (second, second_rest)) = (first.as_chunks::<8>(), second.as_chunks::<8>());
    for (a, b) in first.iter().zip(second) {
        for ((lane, x), y) in lanes.iter_mut().zip(a).zip(b) {
            *lane += x * y;
        }
    }
    let rest: f64 = first_rest.iter().zip(second_rest).map(|(x, y)| x * y).sum();
    lanes.iter().sum::<f64>() + rest
}

/// The mean of a column, by eight sums that are added in a fixed order.
pub(super) fn mean(values: &[f64]) -> f64 {
    let (chunks, rest) = values.as_chunks::<8>();
    let mut lanes = [0.0_f64; 8];
    for chunk in chunks {
        for (lane, value) in lanes.iter_mut().zip(chunk) {
            *lane += value;
        }
    }
    (lanes.iter().sum::<f64>() + rest.iter().sum::<f64>()) / count(values.len())
}

/// A number of rows as a number.
#[expect(clippy::cast_precision_loss, reason = "a table has fewer than 2^53 rows")]
pub(crate) fn count(rows: usize) -> f64 {
    rows as f64
}

/// The sums of products of deviations from the means, block by block.
fn deviations(columns: &[Cow<'_, [f64]>], means: &DVector<f64>) -> DMatrix<f64> {
    let (k, rows) = (columns.len(), columns.first().map_or(0, |values| values.len()));
    let mut sums = DMatrix::zeros(k, k);
    let mut block = vec![[0.0; BLOCK]; k];
    let mut first = 0;
    while first < rows {
        let size = BLOCK.min(rows - first);
        for ((values, mean), block) in columns.iter().zip(means.iter()).zip(&mut block) {
            let values = values.get(first..first + size).unwrap_or_default();
            for (deviation, value) in block.iter_mut().zip(values) {
                *deviation = value - mean;
            }
        }
        for (j, second) in block.iter().enumerate() {
            for (i, first) in block.iter().enumerate().take(j + 1) {
                let (a, b) = (first.get(..size).unwrap_or_default(), second.get(..size).unwrap_or_default());
                sums[(i, j)] += dot(a, b);
            }
        }
        first += size;
    }
    sums.fill_lower_triangle_with_upper_triangle();
    sums
}

impl Moments {
    /// The moments of columns in which nothing is missing.
    pub(crate) fn of_complete(
        columns: &[Cow<'_, [f64]>],
        names: &[&str],
        needed: usize,
    ) -> Result<Self, Error> {
        let rows = columns.first().map_or(0, |values| values.len());
        let needed = needed.max(2);
        if rows < needed {
            return Err(Mistake::TooFewRows { rows, needed }.into());
        }
        let means = DVector::from_iterator(columns.len(), columns.iter().map(|values| mean(values)));
        let covariance = deviations(columns, &means) / (count(rows) - 1.0);
        let moments = Self {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            n: count(rows),
            mean: means,
            means_known: true,
            covariance,
        };
        moments.refuse_constants()?;
        Ok(moments)
    }

    /// The moments of a summary, for the variables named.
    ///
    /// # Errors
    /// `missing-column`, `too-few-rows`, `constant`.
    pub(crate) fn of_summary(summary: &Summary, names: &[&str], needed: usize) -> Result<Self, Error> {
        let problems = Problems::default();
        let places: Vec<usize> = names
            .iter()
            .filter_map(|name| {
                let place = summary.variables.iter().position(|other| other == name);
                if place.is_none() {
                    problems.add(Mistake::MissingColumn { column: (*name).to_owned() }, Place::default());
                }
                place
            })
            .collect();
        let places = problems.finish(Some(places))?;
        let rows = usize::try_from(summary.n).unwrap_or(usize::MAX);
        if rows < needed.max(2) {
            return Err(Mistake::TooFewRows { rows, needed: needed.max(2) }.into());
        }
        let chosen = places.len();
        let moments = Self {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            n: f64::from(summary.n),
            mean: summary.mean.as_ref().map_or_else(
                || DVector::zeros(chosen),
                |mean| DVector::from_iterator(chosen, places.iter().map(|&place| mean[place])),
            ),
            means_known: summary.mean.is_some(),
            covariance: DMatrix::from_fn(chosen, chosen, |i, j| {
                let at = |index: usize| places.get(index).copied().unwrap_or_default();
                summary.covariance[(at(i), at(j))]
            }),
        };
        moments.refuse_constants()?;
        Ok(moments)
    }

    fn refuse_constants(&self) -> Result<(), Error> {
        let problems = Problems::default();
        for (index, name) in self.names.iter().enumerate() {
            let (variance, mean) = (self.covariance[(index, index)], self.mean[index]);
            // What rounding leaves of a constant is not a variance.
            if variance <= 1e-24 * mean * mean || variance <= 0.0 {
                problems.add(Mistake::Constant { variable: name.clone() }, Place::default());
            }
        }
        problems.finish(Some(()))
    }

    /// The standard deviation of a variable.
    pub(crate) fn deviation(&self, index: usize) -> f64 {
        sqrt(self.covariance[(index, index)])
    }

    /// Refuses variables that follow from others.
    ///
    /// # Errors
    /// `collinear`, naming the first variable that follows from those before it, and which of them.
    pub(crate) fn refuse_collinear(&self) -> Result<(), Error> {
        let Some((at, weights)) = dependent(&self.correlation()) else { return Ok(()) };
        let named = |index: usize| self.names.get(index).cloned().unwrap_or_default();
        let others = (0..at).filter(|&index| weights[index].abs() > 1e-4).map(named).collect();
        Err(Mistake::Collinear { variable: named(at), others }.into())
    }

    /// Refuses a covariance matrix that cannot be one.
    ///
    /// # Errors
    /// `not-positive-definite`, naming the first variable at which it fails and the one it goes with most.
    pub(crate) fn refuse_impossible(&self) -> Result<(), Error> {
        let Some((at, most)) = impossible(&self.covariance) else { return Ok(()) };
        let named = |index: usize| self.names.get(index).cloned().unwrap_or_default();
        Err(Mistake::NotPositiveDefinite { first: named(at), second: named(most) }.into())
    }

    /// The correlations.
    pub(crate) fn correlation(&self) -> DMatrix<f64> {
        correlation(&self.covariance)
    }
}

fn correlation(covariance: &DMatrix<f64>) -> DMatrix<f64> {
    let deviation = covariance.diagonal().map(sqrt);
    DMatrix::from_fn(deviation.len(), deviation.len(), |i, j| {
        covariance[(i, j)] / (deviation[i] * deviation[j])
    })
}

/// The first variable at which a covariance matrix cannot be one, and the variable before it that it goes with most; twice
/// the same where its own variance is not above zero.
pub(crate) fn impossible(covariance: &DMatrix<f64>) -> Option<(usize, usize)> {
    if let Some(at) = covariance.diagonal().iter().position(|variance| variance.is_nan() || *variance <= 0.0)
    {
        return Some((at, at));
    }
    let correlation = correlation(covariance);
    let (at, _) = dependent(&correlation)?;
    let most = (0..at).fold(0, |most, index| {
        if correlation[(index, at)].abs() > correlation[(most, at)].abs() { index } else { most }
    });
    Some((at, most))
}

/// The first variable that follows from those before it, with the weights by which it does.
fn dependent(correlation: &DMatrix<f64>) -> Option<(usize, DVector<f64>)> {
    for at in 1..correlation.nrows() {
        let before = correlation.view((0, 0), (at, at)).clone_owned();
        let with = correlation.view((0, at), (at, 1)).clone_owned();
        let weights = before.cholesky()?.solve(&with).column(0).clone_owned();
        if 1.0 - weights.dot(&with.column(0)) < 1e-10 {
            return Some((at, weights));
        }
    }
    None
}

impl Moments {
    /// All but the last variable.
    pub(crate) fn without_last(&self) -> Self {
        let k = self.names.len().saturating_sub(1);
        Self {
            names: self.names.iter().take(k).cloned().collect(),
            n: self.n,
            mean: self.mean.rows(0, k).clone_owned(),
            means_known: self.means_known,
            covariance: self.covariance.view((0, 0), (k, k)).clone_owned(),
        }
    }
}
