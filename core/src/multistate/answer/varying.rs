//! Numbers and matrices that follow from a model, each with how it changes with every parameter.

use crate::math;
use crate::multistate::Square;

/// A number and its derivative with respect to each parameter.
///
/// Without derivatives (`by` empty) the same formulas give the number alone.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Varying {
    /// The number.
    pub(crate) value: f64,
    /// Its derivatives, one a parameter.
    pub(crate) by: Vec<f64>,
}

impl Varying {
    /// A number that does not change.
    pub(crate) fn constant(value: f64, parameters: usize) -> Self {
        Self { value, by: vec![0.0; parameters] }
    }

    /// A multiple.
    pub(crate) fn scaled(&self, factor: f64) -> Self {
        Self { value: self.value * factor, by: self.by.iter().map(|by| by * factor).collect() }
    }

    /// A sum.
    pub(crate) fn plus(&self, other: &Self) -> Self {
        let by = self.by.iter().zip(&other.by).map(|(one, more)| one + more).collect();
        Self { value: self.value + other.value, by }
    }

    /// A product.
    pub(crate) fn times(&self, other: &Self) -> Self {
        let by = self.by.iter().zip(&other.by);
        let by = by.map(|(one, more)| one * other.value + self.value * more).collect();
        Self { value: self.value * other.value, by }
    }

    /// Its exponential.
    pub(crate) fn exp(&self) -> Self {
        let value = math::exp(self.value);
        Self { value, by: self.by.iter().map(|by| by * value).collect() }
    }

    /// One over the number.
    pub(crate) fn inverse(&self) -> Self {
        let value = 1.0 / self.value;
        Self { value, by: self.by.iter().map(|by| -by * value * value).collect() }
    }

    /// The variance that comes from that of the parameters: the delta method.
    pub(crate) fn variance(&self, covariance: &[Vec<f64>]) -> f64 {
        let row = |row: &Vec<f64>| row.iter().zip(&self.by).map(|(cell, by)| cell * by).sum::<f64>();
        self.by.iter().zip(covariance).map(|(by, cells)| by * row(cells)).sum::<f64>().max(0.0)
    }
}

/// A square matrix and its derivative with respect to each parameter.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Matrix {
    /// The matrix.
    pub(crate) value: Square,
    /// Its derivatives, one a parameter.
    pub(crate) by: Vec<Square>,
}

impl Matrix {
    /// A matrix that is zero and does not change.
    pub(crate) fn zero(size: usize, parameters: usize) -> Self {
        Self { value: Square::zero(size), by: vec![Square::zero(size); parameters] }
    }

    /// One on the diagonal.
    pub(crate) fn identity(size: usize, parameters: usize) -> Self {
        Self { value: Square::identity(size), by: vec![Square::zero(size); parameters] }
    }

    /// A product.
    pub(crate) fn times(&self, other: &Self) -> Self {
        let by = self.by.iter().zip(&other.by).map(|(one, more)| {
            let mut sum = one.times(&other.value);
            sum.add_scaled(1.0, &self.value.times(more));
            sum
        });
        Self { value: self.value.times(&other.value), by: by.collect() }
    }

    /// A sum.
    pub(crate) fn plus(mut self, other: &Self) -> Self {
        self.value.add_scaled(1.0, &other.value);
        for (one, more) in self.by.iter_mut().zip(&other.by) {
            one.add_scaled(1.0, more);
        }
        self
    }

    /// One cell.
    pub(crate) fn at(&self, row: usize, column: usize) -> Varying {
        let by = self.by.iter().map(|one| one.at(row, column)).collect();
        Varying { value: self.value.at(row, column), by }
    }

    /// The sum of some cells of a row.
    pub(crate) fn total(&self, row: usize, columns: &[usize]) -> Varying {
        let none = Varying::constant(0.0, self.by.len());
        columns.iter().fold(none, |sum, column| sum.plus(&self.at(row, *column)))
    }
}
