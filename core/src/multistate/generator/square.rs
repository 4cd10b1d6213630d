//! A square matrix, kept column by column.

/// A square matrix over the states: rows are where someone is, columns where they go.
#[derive(Clone, Debug, PartialEq)]
pub struct Square {
    size: usize,
    // INVARIANT: `size` columns of `size` cells. A step of a chain acts on whole columns, hence this order.
    cells: Vec<f64>,
}

impl Square {
    /// All zero.
    pub fn zero(size: usize) -> Self {
        Self { size, cells: vec![0.0; size * size] }
    }

    /// One on the diagonal, zero elsewhere.
    pub fn identity(size: usize) -> Self {
        let mut one = Self::zero(size);
        for cell in one.cells.iter_mut().step_by(size + 1) {
            *cell = 1.0;
        }
        one
    }

    /// How many rows and columns.
    pub fn size(&self) -> usize {
        self.size
    }

    /// One cell; NaN outside the matrix.
    pub fn at(&self, row: usize, column: usize) -> f64 {
        if row < self.size { self.column(column).get(row).copied().unwrap_or(f64::NAN) } else { f64::NAN }
    }

    /// One row, from left to right.
    pub fn row(&self, row: usize) -> impl Iterator<Item = f64> {
        self.columns().filter_map(move |column| column.get(row).copied())
    }

    /// The matrix as a list of rows.
    pub fn rows(&self) -> Vec<Vec<f64>> {
        (0..self.size).map(|row| self.row(row).collect()).collect()
    }

    pub(in crate::multistate) fn cells(&self) -> &[f64] {
        &self.cells
    }

    pub(in crate::multistate) fn cells_mut(&mut self) -> &mut [f64] {
        &mut self.cells
    }

    pub(in crate::multistate) fn column(&self, column: usize) -> &[f64] {
        self.cells.get(column * self.size..(column + 1) * self.size).unwrap_or_default()
    }

    pub(in crate::multistate) fn column_mut(&mut self, column: usize) -> &mut [f64] {
        self.cells.get_mut(column * self.size..(column + 1) * self.size).unwrap_or_default()
    }

    pub(in crate::multistate) fn columns(&self) -> impl Iterator<Item = &[f64]> {
        self.cells.chunks_exact(self.size.max(1))
    }

    /// Adds to one cell; nothing happens outside the matrix.
    pub(in crate::multistate) fn add(&mut self, row: usize, column: usize, amount: f64) {
        if let Some(cell) = self.column_mut(column).get_mut(row) {
            *cell += amount;
        }
    }

    /// Adds a multiple of another matrix.
    pub(in crate::multistate) fn add_scaled(&mut self, factor: f64, other: &Self) {
        axpy(factor, &other.cells, &mut self.cells);
    }

    /// This matrix times another.
    #[must_use]
    pub(in crate::multistate) fn times(&self, other: &Self) -> Self {
        let mut product = Self::zero(self.size);
        for (into, weights) in product.cells.chunks_exact_mut(self.size.max(1)).zip(other.columns()) {
            for (&weight, column) in weights.iter().zip(self.columns()) {
                axpy(weight, column, into);
            }
        }
        product
    }

    #[must_use]
    pub(in crate::multistate) fn transposed(&self) -> Self {
        Self { size: self.size, cells: (0..self.size).flat_map(|row| self.row(row)).collect() }
    }

    /// Divides every row by its sum, so that what is lost in rounding does not pile up over products.
    pub(in crate::multistate) fn normalise_rows(&mut self) {
        let mut sums = vec![0.0; self.size];
        for column in self.columns() {
            axpy(1.0, column, &mut sums);
        }
        for column in self.cells.chunks_exact_mut(self.size.max(1)) {
            for (cell, sum) in column.iter_mut().zip(&sums) {
                *cell /= sum;
            }
        }
    }
}

/// `into += factor * from`, element by element.
pub(in crate::multistate) fn axpy(factor: f64, from: &[f64], into: &mut [f64]) {
    for (into, from) in into.iter_mut().zip(from) {
        *into += factor * from;
    }
}

/// The sum of products, in a fixed order of four running sums: the same bits on every machine, and as fast as it has lanes.
pub(in crate::multistate) fn dot(left: &[f64], right: &[f64]) -> f64 {
    let mut lanes = [0.0_f64; 4];
    let (left_blocks, right_blocks) = (left.chunks_exact(4), right.chunks_exact(4));
    let rest: f64 = left_blocks.remainder().iter().zip(right_blocks.remainder()).map(|(a, b)| a * b).sum();
    for (a, b) in left_blocks.zip(right_blocks) {
        for ((lane, a), b) in lanes.iter_mut().zip(a).zip(b) {
            *lane += a * b;
        }
    }
    let [first, second, third, fourth] = lanes;
    ((first + third) + (second + fourth)) + rest
}

#[cfg(test)]
mod tests {
    use super::{Square, dot};

    #[test]
    fn a_product_takes_rows_on_the_left_and_columns_on_the_right() {
        let (mut left, mut right) = (Square::zero(2), Square::zero(2));
        left.add(0, 1, 2.0);
        right.add(1, 0, 3.0);
        assert_eq!(left.times(&right).rows(), [[6.0, 0.0], [0.0, 0.0]]);
        assert_eq!(right.times(&left).rows(), [[0.0, 0.0], [0.0, 6.0]]);
        assert_eq!(left.transposed().rows(), [[0.0, 0.0], [2.0, 0.0]]);
    }

    #[test]
    fn a_sum_of_products_leaves_nothing_out() {
        let numbers: Vec<f64> = (1..=11).map(f64::from).collect();
        assert!((dot(&numbers, &numbers) - 506.0).abs() < 1e-12);
    }
}
