//! The two tails of the beta distribution, and its quantile as odds.

use super::gamma::{deviance, nonzero, stirling_error};
use super::root;
use crate::math::{exp, ln, ln_1p, sqrt};

/// The chance that a beta distribution is at most `x`, for `a` and `b` above zero.
///
/// ```
/// assert!((meedoen::distribution::beta::cdf(0.5, 3.0, 3.0) - 0.5).abs() < 1e-15);
/// ```
pub fn cdf(x: f64, a: f64, b: f64) -> f64 {
    tails(x, 1.0 - x, a, b).0
}

/// The point below which a beta distribution has the chance `p`, 0 to 1.
///
/// ```
/// assert!((meedoen::distribution::beta::quantile(0.5, 3.0, 3.0) - 0.5).abs() < 1e-15);
/// ```
pub fn quantile(p: f64, a: f64, b: f64) -> f64 {
    let odds = odds((p, 1.0 - p), a, b);
    if odds.is_infinite() { 1.0 } else { odds / (1.0 + odds) }
}

/// Both tails of a beta distribution: at most `x`, and above it. `rest` is `1 − x`, which a caller may know exactly.
pub(super) fn tails(x: f64, rest: f64, a: f64, b: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if rest <= 0.0 {
        return (1.0, 0.0);
    }
    if x < (a + 1.0) / (a + b + 2.0) {
        let below = leading(x, rest, a, b) * fraction(x, rest, a, b);
        (below, 1.0 - below)
    } else {
        let above = leading(x, rest, a, b) * fraction(rest, x, b, a);
        (1.0 - above, above)
    }
}

/// `x^a (1 − x)^b / B(a, b)`.
fn leading(x: f64, rest: f64, a: f64, b: f64) -> f64 {
    let n = a + b;
    let exponent = stirling_error(n)
        - stirling_error(a)
        - stirling_error(b)
        - deviance(a, n * x)
        - deviance(b, n * rest);
    sqrt(a * b / (std::f64::consts::TAU * n)) * exp(exponent)
}

/// The lower tail over the leading factor: the continued fraction of Didonato & Morris (1992), by Lentz's method. It
/// takes `1 − x` as it is known, because `a (1 − x) − b x` may be small where `a` is large.
#[expect(clippy::many_single_char_names, reason = "the names of the method")]
fn fraction(x: f64, rest: f64, a: f64, b: f64) -> f64 {
    let difference = a * rest - b * x + 1.0;
    let mut value = nonzero(a * difference / (a + 1.0));
    let (mut c, mut d) = (value, 0.0);
    let mut m = 0.0;
    for _ in 0..100_000 {
        m += 1.0;
        let before = a + 2.0 * m - 1.0;
        let numerator = (a + m - 1.0) * (a + b + m - 1.0) * m * (b - m) * x * x / (before * before);
        let denominator =
            m + m * (b - m) * x / before + (a + m) * (difference + m * (1.0 + rest)) / (before + 2.0);
        d = 1.0 / nonzero(denominator + numerator * d);
        c = nonzero(denominator + numerator / c);
        value *= c * d;
        if (c * d - 1.0).abs() < 1e-16 {
            break;
        }
    }
    1.0 / value
}

/// The odds `x / (1 − x)` of the point with these chances below and above it, of which the smaller is used.
pub(super) fn odds((below, above): (f64, f64), a: f64, b: f64) -> f64 {
    if below.is_nan() || below < 0.0 || above < 0.0 {
        return f64::NAN;
    }
    if below == 0.0 || above == 0.0 {
        return if below == 0.0 { 0.0 } else { f64::INFINITY };
    }
    // The slope of a tail by the log-odds is the leading factor itself.
    let logarithm = root::concave(ln(a / b), |at| {
        let (x, rest) = (1.0 / (1.0 + exp(-at)), 1.0 / (1.0 + exp(at)));
        let (lower, upper) = tails(x, rest, a, b);
        let slope = leading(x, rest, a, b);
        if below <= above {
            (ln(lower) - ln_at(below, above), slope / lower)
        } else {
            (ln(upper) - ln_at(above, below), -slope / upper)
        }
    });
    exp(logarithm)
}

/// The logarithm of a chance, from its complement where that has more digits.
fn ln_at(chance: f64, complement: f64) -> f64 {
    if chance < 0.25 { ln(chance) } else { ln_1p(-complement) }
}
