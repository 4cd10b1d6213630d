//! The chi-square distribution.

use super::gamma;

/// The chance of at most `x` with `df` degrees of freedom, any number above zero.
///
/// ```
/// let half = meedoen::distribution::chi_square::cdf(2.0 * meedoen::math::ln(2.0), 2.0);
/// assert!((half - 0.5).abs() < 1e-15);
/// ```
pub fn cdf(x: f64, df: f64) -> f64 {
    gamma::tails(0.5 * df, 0.5 * x).0
}

/// The chance of more than `x`: the p-value of a chi-square test.
///
/// ```
/// assert!((meedoen::distribution::chi_square::sf(3.841458820694124, 1.0) - 0.05).abs() < 1e-15);
/// ```
pub fn sf(x: f64, df: f64) -> f64 {
    gamma::tails(0.5 * df, 0.5 * x).1
}

/// The point below which the chance is `p`, 0 to 1.
///
/// ```
/// assert!((meedoen::distribution::chi_square::quantile(0.95, 1.0) - 3.841458820694124).abs() < 1e-14);
/// ```
pub fn quantile(p: f64, df: f64) -> f64 {
    2.0 * gamma::quantile(0.5 * df, p)
}
