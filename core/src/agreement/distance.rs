//! How far apart two codes are, and how far apart chance puts them.

use std::borrow::Cow;

/// What counts as far apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Distance {
    /// 1 for every two codes that are not the same.
    Different,
    /// The steps between them.
    Steps,
    /// The square of the difference.
    Squared,
    /// The square of how many values lie between, counted by how often they were given.
    Ranks,
    /// The square of the difference as a part of the sum.
    Relative,
}

impl Distance {
    /// Where each code stands; for ranks that depends on how often each was given.
    pub(super) fn positions<'p>(self, given: &'p [f64], counts: &[f64]) -> Cow<'p, [f64]> {
        if self != Self::Ranks {
            return Cow::Borrowed(given);
        }
        let ranks = counts.iter().scan(0.0, |below, count| {
            let rank = *below + count / 2.0;
            *below += count;
            Some(rank)
        });
        Cow::Owned(ranks.collect())
    }

    /// How far apart two positions are.
    pub(super) fn between(self, one: f64, other: f64) -> f64 {
        let gap = (one - other).abs();
        match self {
            Self::Different => f64::from(u8::from(gap > 0.0)),
            Self::Steps => gap,
            Self::Squared | Self::Ranks => gap * gap,
            // Two zeros are no distance apart.
            Self::Relative if gap > 0.0 => (gap / (one + other)) * (gap / (one + other)),
            Self::Relative => 0.0,
        }
    }

    /// The sum of the distances of every one code to every other, each as often as it was given. All but the last are
    /// sums over codes, not over pairs of them.
    pub(super) fn sum(self, positions: &[f64], first: &[f64], second: &[f64]) -> f64 {
        let total = |counts: &[f64]| counts.iter().sum::<f64>();
        match self {
            Self::Different => {
                let same: f64 = first.iter().zip(second).map(|(one, other)| one * other).sum();
                total(first) * total(second) - same
            }
            Self::Steps => steps(positions, first, second),
            Self::Squared | Self::Ranks => squares(positions, first, second),
            Self::Relative => {
                let row = |(one, count): (&f64, &f64)| {
                    let apart =
                        positions.iter().zip(second).map(|(other, times)| times * self.between(*one, *other));
                    count * apart.sum::<f64>()
                };
                positions.iter().zip(first).map(row).sum()
            }
        }
    }
}

/// Every step between two neighbours counts for each pair that it lies between.
fn steps(positions: &[f64], first: &[f64], second: &[f64]) -> f64 {
    let (all_first, all_second) = (first.iter().sum::<f64>(), second.iter().sum::<f64>());
    let (mut below_first, mut below_second, mut sum) = (0.0, 0.0, 0.0);
    let counts = first.iter().zip(second);
    for ((here, next), (one, other)) in positions.iter().zip(positions.iter().skip(1)).zip(counts) {
        below_first += one;
        below_second += other;
        let across = below_first * (all_second - below_second) + below_second * (all_first - below_first);
        sum += (next - here) * across;
    }
    sum
}

/// By the sums of the positions and of their squares; around their mean, so that nothing is lost far from zero.
fn squares(positions: &[f64], first: &[f64], second: &[f64]) -> f64 {
    let all: f64 = first.iter().chain(second).sum();
    let both = |counts: &[f64]| positions.iter().zip(counts).map(|(place, count)| place * count).sum::<f64>();
    let mean = (both(first) + both(second)) / all;
    let moments = |counts: &[f64]| {
        positions.iter().zip(counts).fold((0.0, 0.0, 0.0), |(times, sum, squares), (place, count)| {
            let off = place - mean;
            (times + count, sum + count * off, squares + count * off * off)
        })
    };
    let ((times, sum, square), (others, other_sum, other_square)) = (moments(first), moments(second));
    square * others + other_square * times - 2.0 * sum * other_sum
}
