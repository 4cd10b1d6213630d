//! Random numbers by place: what is drawn depends on the seed, the person and the step, and on nothing drawn before.
//!
//! So a simulation gives the same answer however it is cut into pieces, in every language and on every machine. The
//! generator is Philox 4×32 with ten rounds: a block of random bits is a fixed function of a counter and a key.
//!
//! # Source
//! Salmon, Moraes, Dror and Shaw 2011, “Parallel random numbers: as easy as 1, 2, 3”, with the answers published with it.

use crate::math;

/// Where all random numbers of one simulation come from.
///
/// ```
/// use meedoen::random::Seed;
/// let seed = Seed::new(2026);
/// let draw = |person| seed.stream(person, 0).uniform();
/// assert_eq!(draw(7), draw(7));
/// assert_ne!(draw(7), draw(8));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed(u64);

impl Seed {
    /// A seed of a number; every number gives other draws.
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// A seed of its own for a part of the work: a replication, or a kind of draw.
    #[must_use]
    pub fn branch(self, number: u64) -> Self {
        // The last counter is kept free of streams, whose persons stop one short of it.
        let (low, high) = halves(number);
        let [a, b, _, _] = block([low, high, u32::MAX, u32::MAX], self.key());
        Self(u64::from(a) | (u64::from(b) << 32))
    }

    /// The draws of one person at one step.
    pub fn stream(self, person: u32, step: u32) -> Stream {
        Stream { key: self.key(), person, step, next: 0, block: [0; 4], left: 0 }
    }

    fn key(self) -> [u32; 2] {
        let (low, high) = halves(self.0);
        [low, high]
    }
}

/// The draws of one person at one step, in order.
#[derive(Clone, Debug)]
pub struct Stream {
    key: [u32; 2],
    person: u32,
    step: u32,
    next: u32,
    block: [u32; 4],
    left: usize,
}

impl Stream {
    fn bits(&mut self) -> u32 {
        if self.left == 0 {
            self.block = block([self.next, self.step, self.person, 0], self.key);
            // After 2³² blocks the draws of this one step would repeat.
            self.next = self.next.wrapping_add(1);
            self.left = self.block.len();
        }
        let place = self.block.len() - self.left;
        self.left -= 1;
        self.block.get(place).copied().unwrap_or_default()
    }

    /// A number between 0 and 1, neither included; every multiple of 2⁻⁵² and a half is as likely.
    ///
    /// ```
    /// # use meedoen::random::Seed;
    /// let mut stream = Seed::new(1).stream(0, 0);
    /// assert!((0..1000).map(|_| stream.uniform()).all(|draw| draw > 0.0 && draw < 1.0));
    /// ```
    pub fn uniform(&mut self) -> f64 {
        let (high, low) = (self.bits(), self.bits() >> 12);
        let fine = (f64::from(low) + 0.5) / 1_048_576.0;
        (f64::from(high) + fine) / 4_294_967_296.0
    }

    /// A whole number from 0 to below a count, each as likely but for one part in 2³²; 0 when the count is 0.
    ///
    /// ```
    /// # use meedoen::random::Seed;
    /// let mut stream = Seed::new(1).stream(0, 0);
    /// assert!((0..1000).map(|_| stream.below(6)).all(|face| face < 6));
    /// ```
    pub fn below(&mut self, count: u32) -> u32 {
        let (_, high) = halves(u64::from(self.bits()) * u64::from(count));
        high
    }

    /// A waiting time with mean 1 of something that happens at an even rate.
    pub fn exponential(&mut self) -> f64 {
        -math::ln(self.uniform())
    }

    /// A draw from the standard normal distribution, by the polar method.
    pub fn normal(&mut self) -> f64 {
        loop {
            let (x, y) = (2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0);
            let square = x * x + y * y;
            if square < 1.0 && square > 0.0 {
                return x * (-2.0 * math::ln(square) / square).sqrt();
            }
        }
    }

    /// How often something happens in the time in which it happens once on average: 0, 1, 2… by Poisson.
    ///
    /// ```
    /// # use meedoen::random::Seed;
    /// let total: u32 = (0..10_000).map(|person| Seed::new(1).stream(person, 0).poisson()).sum();
    /// assert!((9_700..10_300).contains(&total));
    /// ```
    pub fn poisson(&mut self) -> u32 {
        let (draw, mut chance, mut times) = (self.uniform(), math::exp(-1.0), 0);
        let mut below = chance;
        // After twenty the rest is smaller than the steps of a draw.
        while draw > below && times < 20 {
            times += 1;
            chance /= f64::from(times);
            below += chance;
        }
        times
    }

    /// A place in a list of weights, each with a probability in proportion to its weight; `None` when no weight is
    /// above 0. Weights below 0 count as 0.
    ///
    /// ```
    /// # use meedoen::random::Seed;
    /// assert_eq!(Seed::new(1).stream(0, 0).pick(&[0.0, 2.0, 0.0]), Some(1));
    /// assert_eq!(Seed::new(1).stream(0, 0).pick(&[]), None);
    /// ```
    pub fn pick(&mut self, weights: &[f64]) -> Option<usize> {
        let mut left = self.uniform() * weights.iter().filter(|weight| **weight > 0.0).sum::<f64>();
        let mut last = None;
        for (place, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
            left -= weight;
            last = Some(place);
            if left < 0.0 {
                break;
            }
        }
        last
    }
}

fn halves(number: u64) -> (u32, u32) {
    // Neither conversion can fail.
    let low = u32::try_from(number & u64::from(u32::MAX)).unwrap_or_default();
    (low, u32::try_from(number >> 32).unwrap_or_default())
}

fn block(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    let ([mut a, mut b, mut c, mut d], [mut first, mut second]) = (counter, key);
    for _ in 0..10 {
        let (low_0, high_0) = halves(u64::from(a) * 0xD251_1F53);
        let (low_1, high_1) = halves(u64::from(c) * 0xCD9E_8D57);
        [a, b, c, d] = [high_1 ^ b ^ first, low_1, high_0 ^ d ^ second, low_0];
        first = first.wrapping_add(0x9E37_79B9);
        second = second.wrapping_add(0xBB67_AE85);
    }
    [a, b, c, d]
}

#[cfg(test)]
mod tests {
    use super::{Seed, block};

    // The known answers that come with the publication.
    #[test]
    fn blocks_are_those_of_the_publication() {
        assert_eq!(block([0; 4], [0; 2]), [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
        assert_eq!(block([u32::MAX; 4], [u32::MAX; 2]), [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]);
        assert_eq!(
            block([0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0]),
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
        );
    }

    #[test]
    fn draws_have_the_moments_of_their_distribution() {
        let count = 40_000_u32;
        let mean = |draw: &dyn Fn(u32) -> f64| (0..count).map(draw).sum::<f64>() / f64::from(count);
        let seed = Seed::new(5);
        let near = |found: f64, expected: f64, sd: f64| {
            assert!((found - expected).abs() < 4.0 * sd / f64::from(count).sqrt(), "{found} {expected}");
        };
        near(mean(&|person| seed.stream(person, 0).uniform()), 0.5, 0.29);
        near(mean(&|step| seed.stream(0, step).uniform()), 0.5, 0.29);
        near(mean(&|person| seed.stream(person, 1).exponential()), 1.0, 1.0);
        near(mean(&|person| seed.stream(person, 2).normal()), 0.0, 1.0);
        near(mean(&|person| seed.stream(person, 2).normal().powi(2)), 1.0, 1.42);
        near(mean(&|person| seed.stream(person, 2).normal().powi(4)), 3.0, 9.8);
        let third = |person| seed.stream(person, 3).pick(&[1.0, 2.0, 0.0, 1.0]) == Some(1);
        near(mean(&|person| f64::from(u8::from(third(person)))), 0.5, 0.5);
    }

    #[test]
    fn branches_do_not_meet() {
        let seed = Seed::new(9);
        let first = |seed: Seed| seed.stream(0, 0).bits();
        assert_ne!(first(seed), first(seed.branch(0)));
        assert_ne!(first(seed.branch(0)), first(seed.branch(1)));
        assert_eq!(first(seed.branch(1)), first(Seed::new(9).branch(1)));
    }
}
