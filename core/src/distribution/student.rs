//! Student's t distribution.

use super::beta;
use crate::math::sqrt;

/// The chance of at most `t` with `df` degrees of freedom, any number above zero.
///
/// ```
/// assert_eq!(meedoen::distribution::student::cdf(0.0, 7.0), 0.5);
/// ```
pub fn cdf(t: f64, df: f64) -> f64 {
    let half = 0.5 * two_sided(t, df);
    if t > 0.0 { 1.0 - half } else { half }
}

/// The chance of a value at least as far from zero as `t`: the p-value of a t-test.
///
/// ```
/// assert!((meedoen::distribution::student::two_sided(1.0, 1.0) - 0.5).abs() < 1e-15);
/// ```
pub fn two_sided(t: f64, df: f64) -> f64 {
    let ratio = t * t / df;
    beta::tails(1.0 / (1.0 + 1.0 / ratio), 1.0 / (1.0 + ratio), 0.5, 0.5 * df).1
}

/// The point below which the chance is `p`, 0 to 1.
///
/// ```
/// assert!((meedoen::distribution::student::quantile(0.75, 1.0) - 1.0).abs() < 1e-15);
/// ```
pub fn quantile(p: f64, df: f64) -> f64 {
    let distance = |outside: f64, inside: f64| sqrt(df * beta::odds((inside, outside), 0.5, 0.5 * df));
    if p < 0.5 { -distance(2.0 * p, 1.0 - 2.0 * p) } else { distance(2.0 * (1.0 - p), 2.0 * p - 1.0) }
}
