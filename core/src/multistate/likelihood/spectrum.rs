//! Eigenvalues of any generator, with the directions that belong to them.
//!
//! States may be left a hundred million times faster than others. Each is therefore measured in the root of how fast it is left, and
//! they come from fast to slow, so that rounding in the fast ones leaves the slow ones alone. The direction in which every state is
//! alike has the eigenvalue 0 exactly, as rows add up to zero, and is taken apart first. What is left is made triangular by turning
//! two axes at a time (Hessenberg form, then QR steps with Wilkinson's shift); the eigenvalues are then on the diagonal. The directions
//! follow from the triangle, and lose digits where eigenvalues nearly coincide without belonging to different directions: how many is
//! estimated, for others to judge.

use super::number::Number;
use super::triangle::{Rows, Triangle};
use crate::math::sqrt;
use crate::multistate::generator::Generator;
use crate::ordered::sort;
use nalgebra::Complex;

/// The eigenvalues of a generator and, per state, a number of each right and of each left direction.
pub(super) struct Spectrum {
    pub(super) values: Vec<Complex<f64>>,
    pub(super) right: Rows,
    pub(super) left: Rows,
    /// The error that rounding may have made in each eigenvalue.
    pub(super) errors: Vec<f64>,
    /// What rounding may have left in the directions.
    pub(super) rests: Vec<Rest>,
    /// How fast each state is left, or the slowest where one is never left.
    pub(super) exits: Vec<f64>,
}

/// What rounding may have left in a right and a left direction: two upper bounds for each, of which one grows with how fast a state
/// is left and the other does not.
pub(super) struct Rest {
    right: (f64, f64),
    left: (f64, f64),
}

impl Rest {
    /// In the product of both, from a state that is left this fast to one that is left that fast.
    pub(super) fn between(&self, from: f64, to: f64) -> f64 {
        let right = self.right.0.min(self.right.1 * sqrt(from));
        let left = (self.left.0 / to).min(self.left.1 / sqrt(to));
        f64::EPSILON * self.right.1 * self.left.1 * right * left
    }

    fn is_known(&self) -> bool {
        (self.right.0 + self.right.1 + self.left.0 + self.left.1).is_finite()
    }
}

impl Spectrum {
    /// `None` where the search for eigenvalues does not end, or directions coincide.
    pub(super) fn of(generator: &Generator) -> Option<Self> {
        let size = generator.size();
        let exits: Vec<f64> = (0..size).map(|state| generator.exit(state)).collect();
        let slowest =
            exits.iter().filter(|exit| **exit > 0.0).fold(f64::INFINITY, |low, exit| low.min(*exit));
        let exits: Vec<f64> = exits.into_iter().map(|exit| exit.max(slowest).min(f64::MAX)).collect();
        let units: Vec<f64> = exits.iter().copied().map(sqrt).collect();
        let unit = |state: usize| units.get(state).copied().unwrap_or(f64::NAN);
        let mut order: Vec<usize> = (0..size).collect();
        sort(&mut order, |one, other| unit(*other).total_cmp(&unit(*one)));
        order.rotate_right(usize::from(size > 0));
        let matrix = generator.matrix();
        let mut triangle = Triangle::apart(&matrix, &order, &unit);
        triangle.finish()?;
        let values: Vec<Complex<f64>> = (0..size).map(|at| triangle.at(at, at)).collect();
        let (above, back) = triangle.directions(&values);
        let columns: Rows =
            (0..size).map(|at| above.iter().filter_map(|row| row.get(at)).copied().collect()).collect();
        let mut lengths = vec![(0.0, 0.0); size];
        let (mut right, mut left) = (vec![Vec::new(); size], vec![Vec::new(); size]);
        for (axis, state) in triangle.axes.iter().zip(&order) {
            let turned: Vec<Complex<f64>> = axis.iter().map(Complex::conj).collect();
            let own: Vec<Complex<f64>> = columns.iter().map(|column| Complex::dot(axis, column)).collect();
            let other: Vec<Complex<f64>> = back.iter().map(|row| Complex::dot(row, &turned)).collect();
            for ((length, own), other) in lengths.iter_mut().zip(&own).zip(&other) {
                *length = (length.0 + own.norm_sqr(), length.1 + other.norm_sqr());
            }
            *right.get_mut(*state)? = own.into_iter().map(|cell| cell * unit(*state)).collect();
            *left.get_mut(*state)? = other.into_iter().map(|cell| cell / unit(*state)).collect();
        }
        let size_of = |rows: &Rows, state: usize, at: usize| {
            rows.get(state).and_then(|row| row.get(at)).map_or(f64::NAN, |cell| cell.size())
        };
        let rest = |(at, (right_length, left_length)): (usize, &(f64, f64))| {
            let of_right = (0..size).map(|state| size_of(&right, state, at)).fold(0.0, f64::max);
            let of_left = exits.iter().enumerate().map(|(state, exit)| exit * size_of(&left, state, at));
            Rest {
                right: (of_right, sqrt(*right_length)),
                left: (of_left.fold(0.0, f64::max), sqrt(*left_length)),
            }
        };
        let rests: Vec<Rest> = lengths.iter().enumerate().map(rest).collect();
        // The eigenvalue 0, which comes first, is without error.
        let error = |at: usize| {
            let cell = |(from, to): (usize, usize)| {
                size_of(&left, from, at) * matrix.at(from, to).abs() * size_of(&right, to, at)
            };
            let all = (0..size).flat_map(|from| (0..size).map(move |to| (from, to)));
            if at == 0 { 0.0 } else { f64::EPSILON * all.map(cell).sum::<f64>() }
        };
        let errors: Vec<f64> = (0..size).map(error).collect();
        let known = rests.iter().all(Rest::is_known) && errors.iter().all(|one| one.is_finite());
        whole(&mut right, &mut left);
        known.then_some(Self { values, right, left, errors, rests, exits })
    }
}

/// Makes the first right direction one throughout, to the last digit, so that no move changes anything along it.
fn whole(right: &mut Rows, left: &mut Rows) {
    let total: Complex<f64> = left.iter().filter_map(|row| row.first()).sum();
    right.iter_mut().filter_map(|row| row.first_mut()).for_each(|cell| *cell = Complex::from(1.0));
    left.iter_mut().filter_map(|row| row.first_mut()).for_each(|cell| *cell /= total);
}
