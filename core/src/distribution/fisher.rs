//! The F distribution.

use super::beta;

/// The chance of more than `f` with `df1` and `df2` degrees of freedom: the p-value of an F-test.
///
/// ```
/// assert!((meedoen::distribution::fisher::sf(1.0, 5.0, 5.0) - 0.5).abs() < 1e-15);
/// ```
pub fn sf(f: f64, df1: f64, df2: f64) -> f64 {
    let ratio = df1 * f / df2;
    beta::tails(1.0 / (1.0 + 1.0 / ratio), 1.0 / (1.0 + ratio), 0.5 * df1, 0.5 * df2).1
}

/// The point below which the chance is `p`, 0 to 1.
///
/// ```
/// assert!((meedoen::distribution::fisher::quantile(0.5, 5.0, 5.0) - 1.0).abs() < 1e-12);
/// ```
pub fn quantile(p: f64, df1: f64, df2: f64) -> f64 {
    df2 / df1 * beta::odds((p, 1.0 - p), 0.5 * df1, 0.5 * df2)
}
