//! Scaled rows of a regression, and the sums over them that Newton's method asks for.

use super::formula::Design;
use super::moments::{BLOCK, Moments, dot};
use super::regression::Scaling;
use crate::error::Error;
use nalgebra::{DMatrix, DVector};

/// The terms of a regression, less their mean and over their standard deviation.
#[derive(Clone, Debug)]
pub(super) struct ScaledRows {
    pub(super) columns: Vec<Vec<f64>>,
    pub(super) scaling: Scaling,
    pub(super) rows: usize,
}

impl ScaledRows {
    /// The scaled terms of a design.
    ///
    /// # Errors
    /// `too-few-rows`, `constant` or `collinear`, of the terms.
    pub(super) fn new(design: &Design<'_>, names: &[&str], needed: usize) -> Result<Self, Error> {
        let moments = Moments::of_complete(&design.terms, names, needed)?;
        moments.refuse_collinear()?;
        let deviation = DVector::from_fn(names.len(), |index, _| moments.deviation(index));
        let scale = |(index, values): (usize, &std::borrow::Cow<'_, [f64]>)| {
            let (mean, over) = (moments.mean[index], 1.0 / deviation[index]);
            values.iter().map(|value| (value - mean) * over).collect()
        };
        let columns = design.terms.iter().enumerate().map(scale).collect();
        Ok(Self { columns, scaling: Scaling { mean: moments.mean, deviation }, rows: design.rows })
    }

    /// The numbers of the first and the last row (exclusive) of each block.
    pub(super) fn blocks(&self) -> impl Iterator<Item = (usize, usize)> {
        let rows = self.rows;
        (0..rows).step_by(BLOCK).map(move |first| (first, rows.min(first + BLOCK)))
    }

    /// The scaled terms of a block.
    pub(super) fn block(&self, (first, last): (usize, usize)) -> Vec<&[f64]> {
        self.columns.iter().map(|values| values.get(first..last).unwrap_or_default()).collect()
    }
}

/// `constant + Σ slope · term` for each row of a block.
pub(super) fn predict(block: &[&[f64]], constant: f64, slopes: &[f64], into: &mut [f64]) {
    into.fill(constant);
    for (values, slope) in block.iter().zip(slopes) {
        for (sum, value) in into.iter_mut().zip(*values) {
            *sum += slope * value;
        }
    }
}

/// The sum of a column.
pub(super) fn sum(values: &[f64]) -> f64 {
    let (chunks, rest) = values.as_chunks::<8>();
    let mut lanes = [0.0_f64; 8];
    for chunk in chunks {
        for (lane, value) in lanes.iter_mut().zip(chunk) {
            *lane += value;
        }
    }
    lanes.iter().sum::<f64>() + rest.iter().sum::<f64>()
}

/// Adds what a block has of `Σ w x xᵀ` to the lower right of a matrix, from row and column `from` on.
pub(super) fn add_cross(matrix: &mut DMatrix<f64>, from: usize, block: &[&[f64]], weights: &[f64]) {
    let mut weighted = [0.0; BLOCK];
    for (j, second) in block.iter().enumerate() {
        for ((product, weight), value) in weighted.iter_mut().zip(weights).zip(*second) {
            *product = weight * value;
        }
        let weighted = weighted.get(..weights.len()).unwrap_or_default();
        for (i, first) in block.iter().enumerate().take(j + 1) {
            matrix[(from + i, from + j)] += dot(weighted, first);
        }
    }
}
