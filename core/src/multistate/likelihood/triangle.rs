//! Turning a generator into a triangle, on whose diagonal its eigenvalues are.

use super::number::Number;
use crate::math::sqrt;
use crate::multistate::generator::Square;
use nalgebra::Complex;

/// A complex matrix, row by row.
pub(super) type Rows = Vec<Vec<Complex<f64>>>;

/// At most so many steps for one eigenvalue.
const PATIENCE: usize = 60;
/// A step that has not helped this often begins elsewhere.
const STUCK: usize = 10;

/// A matrix on its way to a triangle: `axes · cells · axes*`, with `axes` of length one and square to each other.
pub(super) struct Triangle {
    cells: Rows,
    pub(super) axes: Rows,
}

impl Triangle {
    /// The generator with its states in an order and in their units, and the direction in which all states are alike as the first
    /// axis, by one reflection.
    pub(super) fn apart(matrix: &Square, order: &[usize], unit: &dyn Fn(usize) -> f64) -> Self {
        let size = order.len();
        let alike: Vec<f64> = order.iter().map(|state| 1.0 / unit(*state)).collect();
        let length = sqrt(alike.iter().map(|one| one * one).sum::<f64>());
        // The reflection I − v v' / v_0 takes the first axis to minus that direction.
        let mirror: Vec<f64> = alike
            .iter()
            .enumerate()
            .map(|(at, one)| one / length + if at == 0 { 1.0 } else { 0.0 })
            .collect();
        let first = mirror.first().copied().unwrap_or(1.0);
        let reflected = |row: Vec<f64>| -> Vec<f64> {
            let along = row.iter().zip(&mirror).map(|(cell, mirror)| cell * mirror).sum::<f64>() / first;
            row.iter().zip(&mirror).map(|(cell, mirror)| cell - along * mirror).collect()
        };
        let row = |from: &usize| {
            reflected(order.iter().map(|to| matrix.at(*from, *to) * unit(*to) / unit(*from)).collect())
        };
        let rows: Vec<Vec<f64>> = order.iter().map(row).collect();
        let columns: Vec<Vec<f64>> = (0..size)
            .map(|at| reflected(rows.iter().filter_map(|row| row.get(at).copied()).collect()))
            .collect();
        let cell = |row: usize, column: usize| {
            let cell = columns.get(column).and_then(|column| column.get(row)).copied().unwrap_or(f64::NAN);
            // What rows that add up to zero leave nothing of.
            Complex::from(if column == 0 { 0.0 } else { cell })
        };
        let axis = |at: usize| reflected((0..size).map(|other| f64::from(u8::from(other == at))).collect());
        Self {
            cells: (0..size).map(|row| (0..size).map(|column| cell(row, column)).collect()).collect(),
            axes: (0..size).map(|at| axis(at).into_iter().map(Complex::from).collect()).collect(),
        }
    }

    pub(super) fn at(&self, row: usize, column: usize) -> Complex<f64> {
        self.cells.get(row).and_then(|row| row.get(column)).copied().unwrap_or_default()
    }

    /// Turns two axes so that of a pair of numbers along them only the first is left.
    fn turn(&mut self, p: usize, q: usize, (along, across): (Complex<f64>, Complex<f64>)) {
        let length = sqrt(along.norm_sqr() + across.norm_sqr());
        if across == Complex::default() || length <= 0.0 {
            return;
        }
        let (a, b) = (along / length, across / length);
        if let Ok([upper, lower]) = self.cells.get_disjoint_mut([p, q]) {
            for (upper, lower) in upper.iter_mut().zip(lower) {
                (*upper, *lower) = (a.conj() * *upper + b.conj() * *lower, a * *lower - b * *upper);
            }
        }
        for row in self.cells.iter_mut().chain(&mut self.axes) {
            if let Ok([left, right]) = row.get_disjoint_mut([p, q]) {
                (*left, *right) = (a * *left + b * *right, a.conj() * *right - b.conj() * *left);
            }
        }
    }

    /// Turns until nothing is left below the diagonal; `None` where that takes too long.
    pub(super) fn finish(&mut self) -> Option<()> {
        let size = self.cells.len();
        for column in 1..size {
            for row in (column + 2..size).rev() {
                self.turn(row - 1, row, (self.at(row - 1, column), self.at(row, column)));
            }
        }
        let (mut last, mut tried) = (size.saturating_sub(1), 0);
        while last > 1 {
            let first = self.block(last);
            if first == last {
                (last, tried) = (last - 1, 0);
                continue;
            }
            tried += 1;
            if tried > PATIENCE {
                return None;
            }
            let shift = if tried % STUCK == 0 {
                self.at(last, last) + self.at(last, last - 1).size()
            } else {
                self.shift(last)
            };
            self.turn(first, first + 1, (self.at(first, first) - shift, self.at(first + 1, first)));
            for row in first + 2..=last {
                self.turn(row - 1, row, (self.at(row - 1, row - 2), self.at(row, row - 2)));
            }
        }
        Some(())
    }

    /// Where the block begins that ends here: nothing is left below the diagonal before it.
    fn block(&mut self, last: usize) -> usize {
        let mut first = last;
        while first > 1 {
            let (before, own) = (self.at(first - 1, first - 1).size(), self.at(first, first).size());
            // NaN ends here too; it is found in the directions.
            let below = self.at(first, first - 1).size();
            if !(below > f64::EPSILON * sqrt(before * own) && below > f64::MIN_POSITIVE) {
                break;
            }
            first -= 1;
        }
        first
    }

    /// The eigenvalue of the last two rows and columns that is nearest to the last cell.
    fn shift(&self, last: usize) -> Complex<f64> {
        let (a, b) = (self.at(last - 1, last - 1), self.at(last - 1, last));
        let (c, d) = (self.at(last, last - 1), self.at(last, last));
        let half = (a - d) * 0.5;
        let root = root(half * half + b * c);
        let root = if (half.conj() * root).re < 0.0 { -root } else { root };
        let largest = half + root;
        if largest == Complex::default() { d } else { d - b * c / largest }
    }

    /// The directions along the axes: a triangle with ones on its diagonal, and its inverse.
    pub(super) fn directions(&self, values: &[Complex<f64>]) -> (Rows, Rows) {
        let size = values.len();
        let unit: Rows = (0..size)
            .map(|at| (0..size).map(|other| Complex::from(f64::from(u8::from(other == at)))).collect())
            .collect();
        let (mut above, mut back) = (unit.clone(), unit);
        for (column, own) in values.iter().enumerate() {
            for (row, value) in values.iter().enumerate().take(column).rev() {
                let cell =
                    |at: usize| above.get(at).and_then(|row| row.get(column)).copied().unwrap_or_default();
                let sum = (row + 1..=column).map(|at| self.at(row, at) * cell(at)).sum::<Complex<f64>>();
                put(&mut above, row, column, sum / (own - value));
            }
        }
        for column in 0..size {
            for row in (0..column).rev() {
                let cell =
                    |at: usize| back.get(at).and_then(|row| row.get(column)).copied().unwrap_or_default();
                let line = above.get(row).map(Vec::as_slice).unwrap_or_default();
                let sum = line.iter().enumerate().take(column + 1).skip(row + 1);
                let sum: Complex<f64> = sum.map(|(at, one)| one * cell(at)).sum();
                put(&mut back, row, column, -sum);
            }
        }
        (above, back)
    }
}

fn put(matrix: &mut Rows, row: usize, column: usize, value: Complex<f64>) {
    matrix.get_mut(row).and_then(|row| row.get_mut(column)).into_iter().for_each(|cell| *cell = value);
}

/// A square root.
fn root(number: Complex<f64>) -> Complex<f64> {
    let size = number.size();
    let (real, imaginary) =
        (sqrt((size + number.re).max(0.0) / 2.0), sqrt((size - number.re).max(0.0) / 2.0));
    Complex::new(real, if number.im < 0.0 { -imaginary } else { imaginary })
}
