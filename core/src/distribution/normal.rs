//! The standard normal distribution.

use super::gamma::LN_SQRT_2PI;
use super::root;
use crate::math::{erfc, exp, ln, ln_1p, sqrt};
use std::f64::consts::FRAC_1_SQRT_2;

/// The point with 2.5 % above it: the half width of a 95 % interval in standard errors.
pub const Z_95: f64 = 1.959_963_984_540_054;

/// The density at `x`.
///
/// ```
/// assert!((meedoen::distribution::normal::pdf(0.0) - 0.3989422804014327).abs() < 1e-16);
/// ```
pub fn pdf(x: f64) -> f64 {
    exp(-0.5 * x * x - LN_SQRT_2PI)
}

/// The chance of at most `x`.
///
/// ```
/// assert_eq!(meedoen::distribution::normal::cdf(0.0), 0.5);
/// ```
pub fn cdf(x: f64) -> f64 {
    0.5 * erfc(-x * FRAC_1_SQRT_2)
}

/// The chance of more than `x`.
///
/// ```
/// assert!((meedoen::distribution::normal::sf(9.0) / 1.12858840595384e-19 - 1.0).abs() < 1e-12);
/// ```
pub fn sf(x: f64) -> f64 {
    cdf(-x)
}

/// The chance of a value at least as far from zero as `x`: the p-value of a z-test.
///
/// ```
/// assert_eq!(meedoen::distribution::normal::two_sided(0.0), 1.0);
/// ```
pub fn two_sided(x: f64) -> f64 {
    erfc(x.abs() * FRAC_1_SQRT_2)
}

/// The natural logarithm of the chance of at most `x`, also where that chance itself is too small to write.
///
/// ```
/// assert!(meedoen::distribution::normal::log_cdf(-100.0) < -5000.0);
/// ```
pub fn log_cdf(x: f64) -> f64 {
    if x > 0.0 {
        return ln_1p(-sf(x));
    }
    if x > -25.0 {
        return ln(cdf(x));
    }
    // The chance over the density, as an asymptotic series in 1 / x².
    let square = 1.0 / (x * x);
    let series = (0..8).rev().fold(1.0, |sum, k| 1.0 - f64::from(2 * k + 1) * square * sum);
    -0.5 * x * x - LN_SQRT_2PI - ln(-x) + ln(series)
}

/// The point below which the chance is `p`, 0 to 1.
///
/// ```
/// use meedoen::distribution::normal::{Z_95, quantile};
/// assert!((quantile(0.975) - Z_95).abs() < 1e-15);
/// ```
pub fn quantile(p: f64) -> f64 {
    if p <= 0.0 || p >= 1.0 || p.is_nan() {
        return root::at_end(p, f64::NEG_INFINITY);
    }
    if p > 0.5 {
        return -quantile(1.0 - p);
    }
    if 2.0 * p >= 1.0 {
        return 0.0;
    }
    // The tail is at most half of exp(−x² / 2), so that the start lies at the left.
    root::concave(-sqrt(-2.0 * ln(2.0 * p)), |x| {
        let chance = log_cdf(x);
        (chance - ln(p), exp(-0.5 * x * x - LN_SQRT_2PI - chance))
    })
}
