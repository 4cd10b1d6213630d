//! Two normal variables together.

use super::integral::double_exponential;
use super::normal;
use crate::math::{asin, exp, sin_cos};

/// The chance that one standard normal is at most `h` and another at most `k`, when they correlate `rho`, −1 to 1.
///
/// # Formula
/// `Φ(h) Φ(k) + 1/2π ∫ exp(−(h² + k² − 2hk sin θ) / 2cos² θ) dθ` from 0 to `asin ρ` (Drezner & Wesolowsky 1990).
///
/// ```
/// let third = meedoen::distribution::bivariate::cdf(0.0, 0.0, 0.5);
/// assert!((third - 1.0 / 3.0).abs() < 1e-14);
/// ```
pub fn cdf(h: f64, k: f64, rho: f64) -> f64 {
    if rho.abs() >= 1.0 {
        return if rho > 0.0 {
            normal::cdf(h.min(k))
        } else if rho < 0.0 {
            (normal::cdf(h) - normal::sf(k)).max(0.0)
        } else {
            f64::NAN
        };
    }
    let independent = normal::cdf(h) * normal::cdf(k);
    if rho == 0.0 || h.is_infinite() || k.is_infinite() {
        return independent;
    }
    let [dependence] = double_exponential((0.0, asin(rho)), 1e-13, |angle| {
        let (sine, cosine) = sin_cos(angle);
        [exp(-0.5 * (h * h + k * k - 2.0 * h * k * sine) / (cosine * cosine))]
    });
    (independent + dependence / std::f64::consts::TAU).clamp(0.0, 1.0)
}
