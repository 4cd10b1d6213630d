//! Where a function has a given value.

/// The quantile of a chance that is 0, 1 or none, of a distribution that starts at `lowest`.
#[expect(clippy::float_cmp, reason = "just these two chances have an end as their point")]
pub(super) fn at_end(p: f64, lowest: f64) -> f64 {
    if p == 0.0 {
        lowest
    } else if p == 1.0 {
        f64::INFINITY
    } else {
        f64::NAN
    }
}

/// Where a concave function is zero, by Newton's method from `start`; `function` gives the value and the slope.
///
/// On a concave function every step but the first comes from the same side, so that it cannot overshoot. A step
/// to the right is at most 2, because the logarithm of an upper tail falls exponentially there.
pub(super) fn concave(start: f64, function: impl Fn(f64) -> (f64, f64)) -> f64 {
    let mut at = start;
    for _ in 0..2000 {
        let (value, slope) = function(at);
        let step = (-value / slope).min(2.0);
        if !step.is_finite() {
            return f64::NAN;
        }
        at += step;
        if step.abs() <= 2e-16 * at.abs().max(1.0) {
            break;
        }
    }
    at
}

/// Where a function that changes sign between two points is zero: the secant rule, halving the value at an end that
/// stays (the Illinois rule), until the bracket or the step is below `tolerance`.
pub(super) fn bracketed(between: (f64, f64), tolerance: f64, function: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = between;
    let (mut at_low, mut at_high) = (function(low), function(high));
    if at_low.is_nan() || at_high.is_nan() {
        return f64::NAN;
    }
    let mut last = f64::NAN;
    for _ in 0..200 {
        let middle = (low * at_high - high * at_low) / (at_high - at_low);
        let middle =
            if middle > low.min(high) && middle < low.max(high) { middle } else { f64::midpoint(low, high) };
        let value = function(middle);
        if value == 0.0 || (high - low).abs() <= tolerance || (middle - last).abs() <= tolerance * 0.1 {
            return middle;
        }
        last = middle;
        if (value > 0.0) == (at_high > 0.0) {
            (high, at_high) = (middle, value);
            at_low *= 0.5;
        } else {
            (low, at_low) = (middle, value);
            at_high *= 0.5;
        }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::super::{beta, bivariate, chi_square, fisher, gamma, noncentral, normal, product, student};

    #[test]
    fn outside_their_domain_functions_give_nan_and_end() {
        for p in [-1.0, 2.0, f64::NAN] {
            assert!(normal::quantile(p).is_nan());
            assert!(gamma::quantile(2.0, p).is_nan());
            assert!(student::quantile(p, 3.0).is_nan());
            assert!(fisher::quantile(p, 3.0, 4.0).is_nan());
            assert!(product::quantile(p, (0.0, 1.0), (0.0, 1.0)).is_nan());
        }
        for odd in [f64::NAN, f64::INFINITY, -1.0, 1e300] {
            assert!(noncentral::cdf(3.0, 2.0, odd).is_nan());
            assert!(noncentral::sf(3.0, 2.0, odd).is_nan());
        }
        assert!(chi_square::sf(f64::NAN, 2.0).is_nan());
        assert!(beta::cdf(f64::NAN, 2.0, 2.0).is_nan());
        assert!(student::two_sided(f64::NAN, 2.0).is_nan());
        assert!(bivariate::cdf(0.0, 0.0, f64::NAN).is_nan());
    }

    #[test]
    fn quantiles_and_chances_are_each_others_inverse_in_both_tails() {
        for p in [1e-100, 1e-30, 1e-9, 0.01, 0.3, 0.7, 0.99, 1.0 - 1e-9] {
            let near = |ours: f64| assert!((ours / p - 1.0).abs() < 1e-11, "{ours} {p}");
            for df in [if p > 1e-10 { 0.1 } else { 2.0 }, 1.0, 7.5, 4000.0] {
                near(chi_square::cdf(chi_square::quantile(p, df), df));
                let above = fisher::sf(fisher::quantile(p, df, 30.0), df, 30.0);
                assert!((1.0 - above - p).abs() < 1e-14, "{above} {p}");
                near(student::cdf(student::quantile(p, df), df));
                near(beta::cdf(beta::quantile(p, 3.0, df.max(1.0)), 3.0, df.max(1.0)));
            }
            near(normal::cdf(normal::quantile(p)));
        }
    }
}
