//! The root mean square error of approximation of a model, its interval and its test of close fit.

use super::{noncentral, root};
use crate::math::sqrt;

/// `√(max(χ² − df, 0) / (df · n))`, for one degree of freedom or more.
///
/// # Source
/// Steiger 1990; `n` is the number of rows (of rows less one where the covariance is divided by that).
///
/// ```
/// assert_eq!(meedoen::distribution::rmsea::value(3.0, 4.0, 100.0), 0.0);
/// ```
pub fn value(chi_square: f64, df: f64, n: f64) -> f64 {
    sqrt((chi_square - df).max(0.0) / (df * n))
}

/// The 90 % interval: the noncentralities under which the chi-square lies at its 95th and its 5th percentile.
///
/// ```
/// let (low, high) = meedoen::distribution::rmsea::interval(85.306, 24.0, 301.0);
/// assert!((low - 0.0714188648987422).abs() < 1e-10 && (high - 0.113678363468222).abs() < 1e-10);
/// ```
pub fn interval(chi_square: f64, df: f64, n: f64) -> (f64, f64) {
    let bound = |chance: f64| sqrt(noncentrality(chi_square, df, chance) / (df * n));
    (bound(0.95), bound(0.05))
}

/// The chance of a chi-square above this one when the true value is 0.05: large where the fit may be close.
///
/// ```
/// let p = meedoen::distribution::rmsea::p_close(85.306, 24.0, 301.0);
/// assert!((p - 0.0006611707592725971).abs() < 1e-15);
/// ```
pub fn p_close(chi_square: f64, df: f64, n: f64) -> f64 {
    noncentral::sf(chi_square, df, n * df * 0.05 * 0.05)
}

/// The noncentrality under which the chance of at most `chi_square` is `chance`; zero when none is that likely.
fn noncentrality(chi_square: f64, df: f64, chance: f64) -> f64 {
    let off = |ncp: f64| noncentral::cdf(chi_square, df, ncp) - chance;
    if off(0.0) <= 0.0 {
        return 0.0;
    }
    // Far enough out for the chance to be below 5 %: the mean lies four standard deviations higher.
    let high = 20.0 + chi_square + 4.0 * sqrt(2.0 * (df + 2.0 * chi_square) + 20.0);
    root::bracketed((0.0, high), 1e-13 * high, off)
}
