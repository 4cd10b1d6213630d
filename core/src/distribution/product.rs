//! The product of two normal variables: an indirect effect.

use super::integral::{double_exponential, trapezoid};
use super::normal;
use crate::math::sqrt;

/// A normal variable by its mean and its standard deviation, which is above zero.
pub type Normal = (f64, f64);

/// Two normal variables with the correlation between them, above −1 and below 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Correlated {
    pub(crate) a: Normal,
    pub(crate) b: Normal,
    pub(crate) rho: f64,
}

/// The chance that the product of two independent normal variables is at most `z`.
///
/// ```
/// let half = meedoen::distribution::product::cdf(0.0, (0.0, 1.0), (0.0, 2.0));
/// assert!((half - 0.5).abs() < 1e-12);
/// ```
pub fn cdf(z: f64, a: Normal, b: Normal) -> f64 {
    cdf_of(z, Correlated { a, b, rho: 0.0 })
}

fn cdf_of(z: f64, both: Correlated) -> f64 {
    let [chance, _] = chance_and_density(z, both, 1e-13);
    chance
}

/// The chance that the product is at most `z`, and the density there.
fn chance_and_density(z: f64, Correlated { a, b, rho }: Correlated, settled: f64) -> [f64; 2] {
    // Known is the one whose zero is the furthest away: there the chance of the other has an edge.
    let ((a, sd_a), (b, sd_b)) = if a.0.abs() * b.1 < b.0.abs() * a.1 { (b, a) } else { (a, b) };
    // What is left of the second when the first is known.
    let left = sd_b * sqrt(1.0 - rho * rho);
    // At a value of the first, the second must be at most (or, below zero, at least) z over it.
    let at = |u: f64| {
        let (first, weight) = (a + sd_a * u, normal::pdf(u));
        // Nearest to the edge, where nothing weighs any more, rounding can make the first zero.
        if first.abs() < f64::MIN_POSITIVE {
            return [0.0, 0.0];
        }
        let bound = (z / first - b - rho * sd_b * u) / left;
        let chance = if first > 0.0 { normal::cdf(bound) } else { normal::sf(bound) };
        [weight * chance, weight * normal::pdf(bound) / (left * first.abs())]
    };
    let edge = -a / sd_a;
    let reach = 9.0;
    if edge <= -reach || edge >= reach {
        return trapezoid((-reach, reach), settled, at);
    }
    let (below, above) =
        (double_exponential((-reach, edge), settled, at), double_exponential((edge, reach), settled, at));
    std::array::from_fn(|index| below.get(index).zip(above.get(index)).map_or(f64::NAN, |(x, y)| x + y))
}

/// The point below which the product has the chance `p`, between 0 and 1: a bound of the exact interval of an indirect
/// effect whose two paths are normal and independent (Meeker, Cornwell & Aroian 1981).
///
/// ```
/// use meedoen::distribution::product::quantile;
/// assert!((quantile(0.975, (0.0, 0.1), (0.0, 0.1)) - 0.0218194898396645).abs() < 1e-9);
/// ```
pub fn quantile(p: f64, a: Normal, b: Normal) -> f64 {
    quantile_of(p, Correlated { a, b, rho: 0.0 })
}

/// The same for two that correlate.
pub(crate) fn quantile_of(p: f64, both: Correlated) -> f64 {
    if p.is_nan() || p <= 0.0 || p >= 1.0 || both.rho.is_nan() || both.rho.abs() >= 1.0 {
        return f64::NAN;
    }
    let Correlated { a, b, rho } = both;
    let shared = rho * a.1 * b.1;
    let mean = a.0 * b.0 + shared;
    let delta = a.0 * a.0 * b.1 * b.1 + b.0 * b.0 * a.1 * a.1 + 2.0 * a.0 * b.0 * shared;
    let variance = delta + a.1 * a.1 * b.1 * b.1 + shared * shared;
    let deviation = sqrt(variance);
    let start = mean + deviation * cornish_fisher(normal::quantile(p), both, variance);
    // Newton's method, between points known to lie on either side.
    let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
    let mut at = start;
    for _ in 0..100 {
        let [chance, density] = chance_and_density(at, both, 1e-9);
        if chance < p {
            low = at;
        } else {
            high = at;
        }
        let mut next = at - ((chance - p) / density).max(-deviation).min(deviation);
        if !(next > low && next < high) {
            next = f64::midpoint(low.max(at - deviation), high.min(at + deviation));
        }
        let step = (next - at).abs();
        at = next;
        // What is left is about the square of the last step.
        if step <= 1e-6 * deviation {
            break;
        }
    }
    at
}

/// About where the quantile lies in standard deviations, from the skewness and the kurtosis of a product.
fn cornish_fisher(z: f64, Correlated { a, b, .. }: Correlated, variance: f64) -> f64 {
    let (of_a, of_b) = (a.1 * a.1, b.1 * b.1);
    let skewness = 6.0 * a.0 * b.0 * of_a * of_b / (variance * sqrt(variance));
    let own = a.0 * a.0 * of_b + b.0 * b.0 * of_a;
    let kurtosis = (12.0 * of_a * of_b * own + 6.0 * of_a * of_a * of_b * of_b) / (variance * variance);
    let square = z * z;
    z + (square - 1.0) * skewness / 6.0 + z * (square - 3.0) * kurtosis / 24.0
        - z * (2.0 * square - 5.0) * skewness * skewness / 36.0
}

#[cfg(test)]
mod tests {
    use super::{Correlated, cdf, cdf_of, quantile, quantile_of};

    #[test]
    fn chances_are_those_of_mpmath_with_thirty_digits() {
        // The zero of the one further from it is out of reach in the first two, within it in the last.
        for (z, a, b, chance) in [
            (6.5, (2.0, 0.1), (3.0, 0.2), 0.841_271_712_508_550_7),
            (0.3, (0.4, 0.05), (0.5, 0.03), 0.999_626_225_046_832_7),
            (0.05, (0.4, 0.2), (0.5, 0.3), 0.176_136_536_019_340_4),
        ] {
            let (found, turned) = (cdf(z, a, b), cdf(z, b, a));
            assert!(
                (found - chance).abs() < 1e-12 && (turned - chance).abs() < 1e-12,
                "{z}: {found} {turned}"
            );
        }
        let low = quantile(0.025, (0.4, 0.04), (0.5, 0.06));
        assert!((low - 0.142_007_420_960_034_74).abs() < 1e-10, "{low}");
    }

    #[test]
    fn quantiles_have_their_chance_whatever_the_two_are() {
        for (a, b) in
            [(0.0, 0.0), (0.3, -0.2), (2.0, 0.0), (-2.5, 4.0), (7.0, 8.9), (30.0, 0.1), (12.0, -40.0)]
        {
            for rho in [0.0, 0.4, -0.9] {
                let both = Correlated { a: (a * 0.2, 0.2), b: (b * 3.0, 3.0), rho };
                for p in [0.001, 0.025, 0.3, 0.5, 0.975] {
                    let chance = cdf_of(quantile_of(p, both), both);
                    assert!((chance - p).abs() < 1e-9, "{a} {b} {rho} {p}: {chance}");
                }
            }
        }
    }
}
