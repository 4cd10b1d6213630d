//! Integrals of smooth functions over an interval.

use crate::math::exp;

/// The integrals from `low` to `high` of functions that are computed together, by equal steps: for functions that are
/// smooth and fall away like a normal density towards both ends, where nothing does better.
///
/// The step is halved until the first integral moves by less than the root of `settled`: of such functions halving gives
/// four times as many correct digits.
pub(super) fn trapezoid<const N: usize>(
    (low, high): (f64, f64),
    settled: f64,
    functions: impl Fn(f64) -> [f64; N],
) -> [f64; N] {
    let at = |place: i32, step: f64, sums: &mut [f64; N]| {
        for (sum, value) in sums.iter_mut().zip(functions(low + step * f64::from(place))) {
            *sum += value;
        }
    };
    let mut steps = 32;
    let mut step = (high - low) / f64::from(steps);
    let mut sums = [0.0; N];
    for place in 1..steps {
        at(place, step, &mut sums);
    }
    let first = |sums: &[f64; N], step: f64| sums.first().map_or(0.0, |sum| sum * step);
    for _ in 0..7 {
        let before = first(&sums, step);
        (step, steps) = (0.5 * step, 2 * steps);
        for place in (1..steps).step_by(2) {
            at(place, step, &mut sums);
        }
        let now = first(&sums, step);
        if (now - before).abs() <= crate::math::sqrt(settled) * now.abs().max(1e-3) {
            break;
        }
    }
    sums.map(|sum| sum * step)
}

/// The integrals from `low` to `high` of functions that are computed together, by the double exponential rule: for
/// functions that are smooth inside the interval, whatever they do at its ends.
///
/// The step is halved until the first integral moves by less than `settled`. Halving doubles the number of correct
/// digits, so that what is left is about the square of that.
pub(super) fn double_exponential<const N: usize>(
    (low, high): (f64, f64),
    settled: f64,
    functions: impl Fn(f64) -> [f64; N],
) -> [f64; N] {
    const LIMIT: i32 = 3;
    let half = 0.5 * (high - low);
    // x = tanh(π/2 · sinh t) and dx/dt at one point.
    let at = |t: f64, sums: &mut [f64; N]| {
        let up = exp(t);
        let down = 1.0 / up;
        let outer = exp(-std::f64::consts::FRAC_PI_2 * (up - down).abs());
        let from_end = 2.0 * outer / (1.0 + outer);
        let weight = std::f64::consts::FRAC_PI_2 * (up + down) * from_end / (1.0 + outer);
        // Near an end the place is known best by the distance from it.
        let x = if t < 0.0 { low + half * from_end } else { high - half * from_end };
        for (sum, value) in sums.iter_mut().zip(functions(x)) {
            *sum += weight * value;
        }
    };
    let mut step = 0.5;
    let mut points = LIMIT * 2;
    let mut sums = [0.0; N];
    for k in -points..=points {
        at(f64::from(k) * step, &mut sums);
    }
    let first = |sums: &[f64; N], step: f64| sums.first().map_or(0.0, |sum| sum * step);
    for level in 0..7 {
        let before = first(&sums, step);
        step *= 0.5;
        points *= 2;
        for k in (-points..=points).filter(|k| k % 2 != 0) {
            at(f64::from(k) * step, &mut sums);
        }
        let now = first(&sums, step);
        if level > 0 && (now - before).abs() <= settled * now.abs().max(1e-3) {
            break;
        }
    }
    sums.map(|sum| sum * step * half)
}
