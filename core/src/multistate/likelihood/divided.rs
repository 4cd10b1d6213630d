//! Divided differences of `e^(λt)` between two and three of some numbers `λ` of 0 or less, the highest first.

use super::evaluation::Depth;
use crate::math;

/// Numbers closer together than this have a series, as their difference would leave few certain digits.
const CLOSE: f64 = 0.5;

/// For one time after another.
pub(super) struct Divided {
    size: usize,
    time: f64,
    stays: Vec<f64>,
    pairs: Vec<f64>,
    triples: Vec<f64>,
}

impl Divided {
    /// For so many numbers.
    pub(super) fn new(size: usize) -> Self {
        let room = |power: u32| vec![0.0; size.pow(power)];
        Self { size, time: f64::NAN, stays: room(1), pairs: room(2), triples: room(3) }
    }

    /// Goes to a time: between two numbers when a score is asked, between three when an information is.
    pub(super) fn at(&mut self, numbers: &[f64], time: f64, asked: Depth) {
        if self.time.to_bits() == time.to_bits() {
            return;
        }
        self.time = time;
        let points: Vec<f64> = numbers.iter().map(|number| number * time).collect();
        self.stays = points.iter().copied().map(math::exp).collect();
        if asked > Depth::Value {
            self.between_two(&points);
        }
        if asked >= Depth::Information {
            self.between_three(&points);
        }
    }

    fn between_two(&mut self, points: &[f64]) {
        let size = self.size;
        for (j, (a, stay)) in points.iter().zip(&self.stays).enumerate() {
            for (l, (b, other)) in points.iter().zip(&self.stays).enumerate().skip(j) {
                let pair =
                    if a - b < CLOSE { stay * near(0.0, b - a, 1.0) } else { (stay - other) / (a - b) };
                put(&mut self.pairs, [j * size + l, l * size + j], self.time * pair);
            }
        }
    }

    fn between_three(&mut self, points: &[f64]) {
        let size = self.size;
        let at = |pairs: &[f64], row: usize, column: usize| {
            pairs.get(row * size + column).copied().unwrap_or(f64::NAN)
        };
        for (j, (a, stay)) in points.iter().zip(&self.stays).enumerate() {
            for (k, b) in points.iter().enumerate().skip(j) {
                for (l, c) in points.iter().enumerate().skip(k) {
                    let triple = if a - c < CLOSE {
                        self.time * stay * near(b - a, c - a, 2.0)
                    } else {
                        (at(&self.pairs, j, k) - at(&self.pairs, k, l)) / (a - c)
                    };
                    let place = |one: usize, two: usize, three: usize| (one * size + two) * size + three;
                    let orders = [(j, k, l), (j, l, k), (k, j, l), (k, l, j), (l, j, k), (l, k, j)];
                    put(
                        &mut self.triples,
                        orders.map(|(one, two, three)| place(one, two, three)),
                        self.time * triple,
                    );
                }
            }
        }
    }

    /// `e^(λt)` of each.
    pub(super) fn stays(&self) -> &[f64] {
        &self.stays
    }

    /// Between each two, row by row.
    pub(super) fn pairs(&self) -> &[f64] {
        &self.pairs
    }

    /// Between each three, row by row.
    pub(super) fn triples(&self) -> &[f64] {
        &self.triples
    }
}

fn put<const N: usize>(cells: &mut [f64], places: [usize; N], value: f64) {
    for place in places {
        cells.get_mut(place).into_iter().for_each(|cell| *cell = value);
    }
}

/// `Σ_n h_n(x, y) / (n + order)!` with `h_n` the sum of all products of `n` factors `x` and `y`, which are small.
fn near(x: f64, y: f64, order: f64) -> f64 {
    let (mut sums, mut power, mut factor, mut total) = (1.0, 1.0, 1.0 / order, 0.0);
    for n in 1..16 {
        total += factor * sums;
        power *= x;
        sums = y * sums + power;
        factor /= f64::from(n) + order;
    }
    total
}

#[cfg(test)]
mod tests {
    use super::{Depth, Divided};
    use crate::math::exp;

    #[test]
    fn close_numbers_and_far_ones_join() {
        for gap in [0.0, 1e-9, 0.1, 0.499_999, 0.500_001, 3.0, 60.0] {
            // Simpson's rule over the average of the derivative.
            let steps = 20_000_u32;
            let weight = |at: u32| {
                if at == 0 || at == steps {
                    1.0
                } else if at % 2 == 1 {
                    4.0
                } else {
                    2.0
                }
            };
            let share = |at: u32| f64::from(at) / f64::from(steps);
            let sum = |of: &dyn Fn(f64) -> f64| -> f64 {
                (0..=steps).map(|at| weight(at) * of(share(at))).sum::<f64>() / (3.0 * f64::from(steps))
            };
            let mut divided = Divided::new(2);
            divided.at(&[-1.0, -1.0 - gap], 1.0, Depth::Information);
            let pair = sum(&|u| exp(-1.0 - u * gap));
            assert!(divided.pairs()[1..3].iter().all(|found| (found - pair).abs() < 1e-12), "{gap}");
            // Between a, a and b it is the integral of (1 - u) e^(a + u (b - a)).
            let triple = sum(&|u| (1.0 - u) * exp(-1.0 - u * gap));
            for place in [1, 2, 4] {
                assert!((divided.triples()[place] - triple).abs() < 1e-12, "{gap} {place}");
            }
        }
    }

    #[test]
    fn three_numbers_apart_follow_the_formula_at_any_time() {
        let (a, b, c, time) = (-0.2, -0.9, -4.0, 1.5);
        let mut divided = Divided::new(3);
        divided.at(&[a, b, c], time, Depth::Information);
        let over = |own: f64, one: f64, other: f64| exp(own * time) / ((own - one) * (own - other));
        let whole = over(a, b, c) + over(b, a, c) + over(c, a, b);
        for place in [5, 7, 11, 15, 19, 21] {
            assert!((divided.triples()[place] - whole).abs() < 1e-14);
        }
    }
}
