//! The noncentral chi-square distribution.

use super::gamma::{poisson, tails};
use crate::math::sqrt;

/// The chance of at most `x` with `df` degrees of freedom and noncentrality `ncp`, zero to 10¹⁰.
///
/// ```
/// use meedoen::distribution::{chi_square, noncentral};
/// assert!((noncentral::cdf(3.0, 4.0, 0.0) - chi_square::cdf(3.0, 4.0)).abs() < 1e-15);
/// ```
pub fn cdf(x: f64, df: f64, ncp: f64) -> f64 {
    let (shape, half, mean) = (0.5 * df, 0.5 * x, 0.5 * ncp);
    if out_of_reach(df, ncp) || x.is_nan() {
        return f64::NAN;
    }
    if x <= 0.0 {
        return 0.0;
    }
    // From the last term that counts down: each lower tail is the one after it and a positive number.
    let mut j = (mean + spread(mean)).ceil();
    let mut tail = tails(shape + j, half).0;
    let (mut sum, mut last) = (0.0, 0.0);
    loop {
        let term = poisson(j, mean) * tail;
        sum += term;
        if j < 1.0 || (j < mean && term < last && term < 1e-19 * sum) {
            return sum;
        }
        last = term;
        j -= 1.0;
        tail += poisson(shape + j, half);
    }
}

/// The chance of more than `x`.
///
/// ```
/// use meedoen::distribution::noncentral::{cdf, sf};
/// assert!((sf(30.0, 4.0, 20.0) + cdf(30.0, 4.0, 20.0) - 1.0).abs() < 1e-14);
/// ```
pub fn sf(x: f64, df: f64, ncp: f64) -> f64 {
    let (shape, half, mean) = (0.5 * df, 0.5 * x, 0.5 * ncp);
    if out_of_reach(df, ncp) || x.is_nan() {
        return f64::NAN;
    }
    if x <= 0.0 {
        return 1.0;
    }
    // From the first term that counts up: each upper tail is the one before it and a positive number.
    let mut j = (mean - spread(mean)).floor().max(0.0);
    let mut tail = tails(shape + j, half).1;
    let (mut sum, mut last) = (0.0, 0.0);
    loop {
        let term = poisson(j, mean) * tail;
        sum += term;
        if j > mean && term <= last && term <= 1e-19 * sum {
            return sum;
        }
        last = term;
        tail += poisson(shape + j, half);
        j += 1.0;
    }
}

/// Whether the sum would not end: a parameter that is none, or one so large that a million terms count.
fn out_of_reach(df: f64, ncp: f64) -> bool {
    !(df > 0.0 && (0.0..=1e10).contains(&ncp))
}

/// How far from its mean a Poisson distribution has less than 10⁻²² of its weight.
fn spread(mean: f64) -> f64 {
    40.0 + 10.0 * sqrt(mean)
}
