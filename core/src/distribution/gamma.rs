//! The gamma function and the two tails of the gamma distribution.

use super::root;
use crate::math::{exp, ln, ln_1p, ln_gamma, sqrt};

/// `ln √(2π)`.
pub(super) const LN_SQRT_2PI: f64 = 0.918_938_533_204_672_8;

/// The natural logarithm of the beta function `Γ(a) Γ(b) / Γ(a + b)`, for `a` and `b` above zero.
///
/// ```
/// use meedoen::{distribution::gamma::ln_beta, math::ln};
/// assert!((ln_beta(0.5, 0.5) - ln(std::f64::consts::PI)).abs() < 1e-15);
/// ```
pub fn ln_beta(a: f64, b: f64) -> f64 {
    let (small, large) = (a.min(b), a.max(b));
    if large < 10.0 {
        return ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b);
    }
    // The logarithms of Γ(large) and Γ(small + large) are large and nearly equal: their difference is taken by parts.
    ln_gamma(small) + small - small * ln(small + large) - (large - 0.5) * ln_1p(small / large)
        + stirling_error(large)
        - stirling_error(small + large)
}

/// What Stirling's formula leaves out of `ln Γ(x + 1)`: the rest after `ln √(2πx) + x ln x − x`.
pub(super) fn stirling_error(x: f64) -> f64 {
    if x <= 15.0 {
        return ln_gamma(x + 1.0) - (x + 0.5) * ln(x) + x - LN_SQRT_2PI;
    }
    let square = 1.0 / (x * x);
    let series = [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360_360.0];
    series.iter().rev().fold(0.0, |sum, term| sum * square + term) / x
}

/// `x ln(x / mean) + mean − x` without cancellation when `x` is near `mean`.
pub(super) fn deviance(x: f64, mean: f64) -> f64 {
    if (x - mean).abs() >= 0.1 * (x + mean) {
        return x * ln(x / mean) + mean - x;
    }
    let v = (x - mean) / (x + mean);
    let (mut sum, mut term) = ((x - mean) * v, 2.0 * x * v);
    for odd in (3..2000).step_by(2) {
        term *= v * v;
        let next = sum + term / f64::from(odd);
        if next.to_bits() == sum.to_bits() {
            break;
        }
        sum = next;
    }
    sum
}

/// `mean^x e^−mean / Γ(x + 1)`: the chance of `x` under a Poisson distribution, for any `x` of zero or more.
pub(super) fn poisson(x: f64, mean: f64) -> f64 {
    if x <= 0.0 {
        return exp(-mean);
    }
    if mean <= 0.0 {
        return 0.0;
    }
    exp(-stirling_error(x) - deviance(x, mean)) / sqrt(std::f64::consts::TAU * x)
}

/// Both tails of a gamma distribution with this shape and scale 1 at `x`: at most `x`, and above it.
///
/// ```
/// let (below, above) = meedoen::distribution::gamma::tails(1.0, 2.0);
/// assert!((above - meedoen::math::exp(-2.0)).abs() < 1e-16 && (below + above - 1.0).abs() < 1e-15);
/// ```
pub fn tails(shape: f64, x: f64) -> (f64, f64) {
    // A NaN goes on to the series, which hands it back.
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if x.is_infinite() {
        return (1.0, 0.0);
    }
    let leading = poisson(shape, x);
    if x < shape + 1.0 {
        let (mut sum, mut term, mut divisor) = (1.0, 1.0, shape);
        for _ in 0..100_000 {
            divisor += 1.0;
            term *= x / divisor;
            sum += term;
            if term < sum * 1e-17 {
                break;
            }
        }
        let below = leading * sum;
        return (below, 1.0 - below);
    }
    let above = leading * shape * fraction(shape, x);
    (1.0 - above, above)
}

/// The continued fraction of the upper tail, by Lentz's method.
#[expect(clippy::many_single_char_names, reason = "the names of the method")]
fn fraction(shape: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let mut b = x + 1.0 - shape;
    let (mut c, mut d) = (1.0 / TINY, 1.0 / b);
    let mut value = d;
    let mut step = 0.0;
    for _ in 0..100_000 {
        step += 1.0;
        let a = -step * (step - shape);
        b += 2.0;
        d = 1.0 / nonzero(a * d + b);
        c = nonzero(b + a / c);
        value *= d * c;
        if (d * c - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

/// A divisor that is not zero.
pub(super) fn nonzero(divisor: f64) -> f64 {
    if divisor.abs() < 1e-300 { 1e-300 } else { divisor }
}

/// The point below which a gamma distribution with this shape and scale 1 has the chance `p`, 0 to 1.
///
/// ```
/// let median = meedoen::distribution::gamma::quantile(1.0, 0.5);
/// assert!((median - meedoen::math::ln(2.0)).abs() < 1e-15);
/// ```
pub fn quantile(shape: f64, p: f64) -> f64 {
    if p <= 0.0 || p >= 1.0 || p.is_nan() {
        return super::root::at_end(p, 0.0);
    }
    // The slope of a tail by the logarithm of x is the density times x.
    let slope = |x: f64| shape * poisson(shape, x);
    let logarithm = root::concave(ln(shape), |at| {
        let x = exp(at);
        let (below, above) = tails(shape, x);
        if p <= 0.5 {
            (ln(below) - ln(p), slope(x) / below)
        } else {
            (ln(above) - ln_1p(-p), -slope(x) / above)
        }
    });
    exp(logarithm)
}
