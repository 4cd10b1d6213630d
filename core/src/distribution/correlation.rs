//! The interval and the test of a correlation.

use super::{normal, student};
use crate::math::{atanh, sqrt, tanh};

/// The 95 % interval of a correlation `r` of `n` pairs, by Fisher's z; NaN when there are three pairs or fewer.
///
/// ```
/// let (low, high) = meedoen::distribution::correlation::interval(0.0, 2000.0);
/// assert!((low + high).abs() < 1e-15 && (high - 0.0438309326414633).abs() < 1e-14);
/// ```
pub fn interval(r: f64, n: f64) -> (f64, f64) {
    let (z, half) = (atanh(r), normal::Z_95 / sqrt(n - 3.0));
    (tanh(z - half), tanh(z + half))
}

/// The chance of a correlation at least as far from zero as `r` in `n` pairs, when there is none.
///
/// ```
/// assert_eq!(meedoen::distribution::correlation::p_value(0.0, 20.0), 1.0);
/// ```
pub fn p_value(r: f64, n: f64) -> f64 {
    student::two_sided(r * sqrt((n - 2.0) / (1.0 - r * r)), n - 2.0)
}
