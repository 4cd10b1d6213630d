//! Divided differences of `e^(λt)` between two and three of some numbers `λ` whose real part is 0 or less.

use super::evaluation::Depth;
use super::number::Number;

/// Numbers closer together than this have a series, as their difference would leave few certain digits.
const CLOSE: f64 = 0.5;

/// For one time after another.
pub(super) struct Divided<N> {
    size: usize,
    time: f64,
    stays: Vec<N>,
    pairs: Vec<N>,
    triples: Vec<N>,
}

impl<N: Number> Divided<N> {
    /// For so many numbers.
    pub(super) fn new(size: usize) -> Self {
        let room = |power: u32| vec![N::from(0.0); size.pow(power)];
        Self { size, time: f64::NAN, stays: room(1), pairs: room(2), triples: room(3) }
    }

    /// Goes to a time: between two numbers when a score is asked, between three when an information is.
    pub(super) fn at(&mut self, numbers: &[N], time: f64, asked: Depth) {
        if self.time.to_bits() == time.to_bits() {
            return;
        }
        self.time = time;
        let points: Vec<N> = numbers.iter().map(|number| *number * time).collect();
        self.stays = points.iter().map(|point| point.power_of_e()).collect();
        if asked > Depth::Value {
            self.between_two(&points);
        }
        if asked >= Depth::Information {
            self.between_three(&points);
        }
    }

    fn between_two(&mut self, points: &[N]) {
        let size = self.size;
        for (j, (a, stay)) in points.iter().zip(&self.stays).enumerate() {
            for (l, (b, other)) in points.iter().zip(&self.stays).enumerate().skip(j) {
                let apart = *a - *b;
                let pair = if apart.size() < CLOSE {
                    *stay * near(N::from(0.0), *b - *a, 1.0)
                } else {
                    (*stay - *other) / apart
                };
                put(&mut self.pairs, [j * size + l, l * size + j], pair * self.time);
            }
        }
    }

    fn between_three(&mut self, points: &[N]) {
        let size = self.size;
        let pair = |pairs: &[N], row: usize, column: usize| {
            pairs.get(row * size + column).copied().unwrap_or_else(|| N::from(f64::NAN))
        };
        for (j, (a, stay)) in points.iter().zip(&self.stays).enumerate() {
            for (k, b) in points.iter().enumerate().skip(j) {
                for (l, c) in points.iter().enumerate().skip(k) {
                    // The two that are furthest apart lose the fewest digits; the third is in the middle.
                    let all = [(*a - *c, (j, k, l)), (*a - *b, (j, l, k)), (*b - *c, (k, j, l))];
                    let (apart, (one, middle, other)) = all
                        .into_iter()
                        .fold(all[0], |far, next| if next.0.size() > far.0.size() { next } else { far });
                    let triple = if apart.size() < CLOSE {
                        *stay * near(*b - *a, *c - *a, 2.0) * self.time
                    } else {
                        (pair(&self.pairs, one, middle) - pair(&self.pairs, middle, other)) / apart
                    };
                    let place = |one: usize, two: usize, three: usize| (one * size + two) * size + three;
                    let orders = [(j, k, l), (j, l, k), (k, j, l), (k, l, j), (l, j, k), (l, k, j)];
                    put(
                        &mut self.triples,
                        orders.map(|(one, two, three)| place(one, two, three)),
                        triple * self.time,
                    );
                }
            }
        }
    }

    /// `e^(λt)` of each.
    pub(super) fn stays(&self) -> &[N] {
        &self.stays
    }

    /// Between each two, row by row.
    pub(super) fn pairs(&self) -> &[N] {
        &self.pairs
    }

    /// Between each three, row by row.
    pub(super) fn triples(&self) -> &[N] {
        &self.triples
    }
}

fn put<N: Number, const PLACES: usize>(cells: &mut [N], places: [usize; PLACES], value: N) {
    for place in places {
        cells.get_mut(place).into_iter().for_each(|cell| *cell = value);
    }
}

/// `Σ_n h_n(x, y) / (n + order)!` with `h_n` the sum of all products of `n` factors `x` and `y`, which are small.
fn near<N: Number>(x: N, y: N, order: f64) -> N {
    let (mut sums, mut power, mut factor) = (N::from(1.0), N::from(1.0), 1.0 / order);
    let mut total = N::from(0.0);
    for n in 1..16 {
        total = total + sums * factor;
        power = power * x;
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
