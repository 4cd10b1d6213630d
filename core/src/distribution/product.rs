//! The product of two normal variables: an indirect effect.

use super::integral::double_exponential;
use super::normal;
use super::root;
use crate::math::sqrt;

/// A normal variable by its mean and its standard deviation, which is above zero.
pub type Normal = (f64, f64);

/// The chance that the product of two independent normal variables is at most `z`.
///
/// ```
/// let half = meedoen::distribution::product::cdf(0.0, (0.0, 1.0), (0.0, 2.0));
/// assert!((half - 0.5).abs() < 1e-12);
/// ```
pub fn cdf(z: f64, (a, sd_a): Normal, (b, sd_b): Normal) -> f64 {
    // At a value of the first, the second must be at most (or, below zero, at least) z over it.
    let at = |u: f64| {
        let first = a + sd_a * u;
        let bound = (z / first - b) / sd_b;
        normal::pdf(u) * if first > 0.0 { normal::cdf(bound) } else { normal::sf(bound) }
    };
    let edge = -a / sd_a;
    let reach = 9.0;
    if edge <= -reach || edge >= reach {
        return double_exponential(-reach, reach, at);
    }
    double_exponential(-reach, edge, at) + double_exponential(edge, reach, at)
}

/// The point below which the product has the chance `p`, between 0 and 1: a bound of the exact interval of an indirect
/// effect whose two paths are normal and independent (Meeker, Cornwell & Aroian 1981).
///
/// ```
/// use meedoen::distribution::product::quantile;
/// assert!((quantile(0.975, (0.0, 0.1), (0.0, 0.1)) - 0.0218194898396645).abs() < 1e-9);
/// ```
pub fn quantile(p: f64, a: Normal, b: Normal) -> f64 {
    if p.is_nan() || p <= 0.0 || p >= 1.0 {
        return f64::NAN;
    }
    let mean = a.0 * b.0;
    let variance = a.0 * a.0 * b.1 * b.1 + b.0 * b.0 * a.1 * a.1 + a.1 * a.1 * b.1 * b.1;
    let deviation = sqrt(variance);
    let guess = mean + normal::quantile(p) * deviation;
    let off = |z: f64| cdf(z, a, b) - p;
    let (mut low, mut high) = (guess - 0.5 * deviation, guess + 0.5 * deviation);
    for _ in 0..64 {
        if off(low) <= 0.0 {
            break;
        }
        low -= 2.0 * (high - low);
    }
    for _ in 0..64 {
        if off(high) >= 0.0 {
            break;
        }
        high += 2.0 * (high - low);
    }
    root::bracketed((low, high), 1e-10 * deviation, off)
}
