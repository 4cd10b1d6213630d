//! The logistic distribution.

use crate::math::{exp, ln_1p};

/// The chance of at most `x`: from a linear predictor to a chance.
///
/// ```
/// assert_eq!(meedoen::distribution::logistic::cdf(0.0), 0.5);
/// ```
pub fn cdf(x: f64) -> f64 {
    if x < 0.0 {
        let odds = exp(x);
        return odds / (1.0 + odds);
    }
    1.0 / (1.0 + exp(-x))
}

/// `ln(1 + eˣ)`, for any `x`.
///
/// ```
/// assert_eq!(meedoen::distribution::logistic::log1pexp(800.0), 800.0);
/// ```
pub fn log1pexp(x: f64) -> f64 {
    x.max(0.0) + ln_1p(exp(-x.abs()))
}
