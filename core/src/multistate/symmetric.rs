//! Symmetric matrices of a few dozen rows: solving and principal directions.

use crate::multistate::generator::{axpy, dot};

/// A symmetric matrix, row by row.
pub(in crate::multistate) type Rows = Vec<Vec<f64>>;

/// The lower factor `F` with `F F' = matrix`; `None` unless the matrix is well above zero in every direction.
pub(in crate::multistate) fn factor(matrix: &[Vec<f64>]) -> Option<Rows> {
    let mut rows: Rows = Vec::with_capacity(matrix.len());
    for (at, source) in matrix.iter().enumerate() {
        let mut row = Vec::with_capacity(at + 1);
        for (earlier, value) in rows.iter().zip(source) {
            let known = row.len();
            let left = value - dot(&row, earlier.get(..known)?);
            row.push(left / earlier.get(known)?);
        }
        let diagonal = *source.get(at)?;
        let left = diagonal - dot(&row, &row);
        // Below this the rest is what rounding left of the diagonal. NaN fails too.
        if !(left > 1e-13 * diagonal && left > 0.0) {
            return None;
        }
        row.push(left.sqrt());
        rows.push(row);
    }
    Some(rows)
}

/// The solution of `F F' x = right`.
pub(in crate::multistate) fn solve(factor: &[Vec<f64>], right: &[f64]) -> Vec<f64> {
    let mut forward: Vec<f64> = Vec::with_capacity(right.len());
    for (row, value) in factor.iter().zip(right) {
        let left = value - dot(&forward, row.get(..forward.len()).unwrap_or_default());
        forward.push(left / row.last().copied().unwrap_or(f64::NAN));
    }
    for (at, row) in factor.iter().enumerate().rev() {
        let Some((earlier, rest)) = forward.split_at_mut_checked(at) else { continue };
        let Some(own) = rest.first_mut() else { continue };
        *own /= row.last().copied().unwrap_or(f64::NAN);
        axpy(-*own, row, earlier);
    }
    forward
}

/// The inverse of `F F'`.
pub(in crate::multistate) fn inverse(factor: &[Vec<f64>]) -> Rows {
    identity(factor.len()).iter().map(|unit| solve(factor, unit)).collect()
}

/// One on the diagonal, zero elsewhere.
pub(in crate::multistate) fn identity(size: usize) -> Rows {
    (0..size).map(|at| (0..size).map(|other| f64::from(u8::from(other == at))).collect()).collect()
}

/// Rows as columns.
pub(in crate::multistate) fn transposed(matrix: &[Vec<f64>]) -> Rows {
    let cells = |at: usize| matrix.iter().filter_map(|row| row.get(at)).copied().collect();
    (0..matrix.len()).map(cells).collect()
}

/// The matrix times a vector.
pub(in crate::multistate) fn times(matrix: &[Vec<f64>], vector: &[f64]) -> Vec<f64> {
    matrix.iter().map(|row| dot(row, vector)).collect()
}

/// `left matrix left'`.
pub(in crate::multistate) fn within(left: &[Vec<f64>], matrix: &[Vec<f64>]) -> Rows {
    let half: Rows = left.iter().map(|row| times(matrix, row)).collect();
    left.iter().map(|row| half.iter().map(|other| dot(row, other)).collect()).collect()
}

/// Principal values with their directions of length one, by turning two axes at a time (Jacobi).
pub(in crate::multistate) fn directions(matrix: &[Vec<f64>]) -> Vec<(f64, Vec<f64>)> {
    let size = matrix.len();
    let mut rows = matrix.to_vec();
    let mut axes = identity(size);
    for _ in 0..60 {
        let mut turned = false;
        for p in 0..size {
            for q in p + 1..size {
                let cell = |row: usize, column: usize| {
                    rows.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0.0)
                };
                let (a, b, c) = (cell(p, p), cell(p, q), cell(q, q));
                if b.abs() <= 1e-17 * (a.abs() * c.abs()).sqrt() || b.abs() < f64::MIN_POSITIVE {
                    continue;
                }
                turned = true;
                let ratio = (c - a) / (2.0 * b);
                let tangent = ratio.signum() / (ratio.abs() + (1.0 + ratio * ratio).sqrt());
                let cosine = 1.0 / (1.0 + tangent * tangent).sqrt();
                turn_rows(&mut rows, p, q, cosine, tangent * cosine);
                for row in &mut rows {
                    turn(row, p, q, cosine, tangent * cosine);
                }
                turn_rows(&mut axes, p, q, cosine, tangent * cosine);
            }
        }
        if !turned {
            break;
        }
    }
    rows.iter()
        .zip(axes)
        .enumerate()
        .map(|(at, (row, axis))| (row.get(at).copied().unwrap_or(0.0), axis))
        .collect()
}

fn turn(row: &mut [f64], p: usize, q: usize, cosine: f64, sine: f64) {
    if let Ok([left, right]) = row.get_disjoint_mut([p, q]) {
        (*left, *right) = (cosine * *left - sine * *right, sine * *left + cosine * *right);
    }
}

fn turn_rows(rows: &mut [Vec<f64>], p: usize, q: usize, cosine: f64, sine: f64) {
    if let Ok([upper, lower]) = rows.get_disjoint_mut([p, q]) {
        for (left, right) in upper.iter_mut().zip(lower) {
            (*left, *right) = (cosine * *left - sine * *right, sine * *left + cosine * *right);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{directions, factor, inverse, solve, times, within};

    fn example() -> Vec<Vec<f64>> {
        vec![vec![4.0, 1.0, -1.0], vec![1.0, 3.0, 0.5], vec![-1.0, 0.5, 2.0]]
    }

    #[test]
    fn a_solution_solves() {
        let factor = factor(&example()).unwrap();
        let solution = solve(&factor, &[1.0, 2.0, 3.0]);
        for (found, wanted) in times(&example(), &solution).iter().zip([1.0, 2.0, 3.0]) {
            assert!((found - wanted).abs() < 1e-14);
        }
        for (at, row) in within(&inverse(&factor), &example()).iter().enumerate() {
            assert!((row[at] - inverse(&factor)[at][at]).abs() < 1e-14);
        }
    }

    #[test]
    fn what_is_not_above_zero_has_no_factor() {
        assert!(factor(&[vec![1.0, 2.0], vec![2.0, 1.0]]).is_none());
        assert!(factor(&[vec![1.0, 1.0], vec![1.0, 1.0]]).is_none());
        assert!(factor(&[vec![f64::NAN]]).is_none());
    }

    #[test]
    fn directions_are_those_the_matrix_only_stretches() {
        let mut sum = 0.0;
        for (value, axis) in directions(&example()) {
            sum += value;
            for (image, own) in times(&example(), &axis).iter().zip(&axis) {
                assert!((image - value * own).abs() < 1e-13);
            }
        }
        assert!((sum - 9.0).abs() < 1e-13);
    }
}
