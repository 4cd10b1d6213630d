//! The disagreement that was seen, beside what chance would give.

use super::codings::Codings;
use super::distance::Distance;

/// What one unit adds.
#[derive(Clone, Debug, Default)]
struct Unit {
    /// Two codes that it was given, and how much that pair counts.
    pairs: Vec<(usize, usize, f64)>,
    /// The codes that chance draws the first of a pair from.
    first: Vec<usize>,
    /// The codes that chance draws the second of a pair from.
    second: Vec<usize>,
}

/// Units whose codes are compared.
#[derive(Clone, Debug)]
pub(super) struct Compared<'c> {
    distance: Distance,
    positions: &'c [f64],
    /// `None` for a unit that is left out.
    units: Vec<Option<Unit>>,
    /// Whether chance draws two codes that were given, not one of them twice.
    without_return: bool,
}

/// The disagreement that was seen, and what chance would give.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Disagreement {
    pub(super) seen: f64,
    pub(super) by_chance: f64,
}

impl Disagreement {
    pub(super) fn coefficient(self) -> f64 {
        1.0 - self.seen / self.by_chance
    }
}

/// Why there is no coefficient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lack {
    /// Nothing was coded by two people.
    Pairs,
    /// All codes are the same, so that chance gives no disagreement either.
    Variation,
}

impl<'c> Compared<'c> {
    /// Every unit that two or more coded; the more did, the more each of its codes is paired, none counting more.
    pub(super) fn alpha(codings: &'c Codings, distance: Distance) -> Self {
        let of = |codes: &Vec<usize>| (codes.len() > 1).then(|| every_pair(codes));
        Self::made(codings, distance, true, of)
    }

    /// The units that everyone coded.
    pub(super) fn fleiss(codings: &'c Codings) -> Self {
        let everyone = codings.coders().len();
        let of = |codes: &Vec<usize>| (everyone > 1 && codes.len() == everyone).then(|| every_pair(codes));
        Self::made(codings, Distance::Different, false, of)
    }

    /// The units that two coders both coded.
    pub(super) fn cohen(codings: &'c Codings, coders: (usize, usize), distance: Distance) -> Self {
        let of = |unit: &Vec<Option<usize>>| {
            let (first, second) = (unit.get(coders.0).copied()??, unit.get(coders.1).copied()??);
            Some(Unit { pairs: vec![(first, second, 1.0)], first: vec![first], second: vec![second] })
        };
        let units = codings.units().iter().map(of).collect();
        Self { distance, positions: codings.positions(), units, without_return: false }
    }

    fn made(
        codings: &'c Codings,
        distance: Distance,
        without_return: bool,
        of: impl Fn(&Vec<usize>) -> Option<Unit>,
    ) -> Self {
        let units = codings.units().iter().map(|unit| of(&unit.iter().copied().flatten().collect()));
        Self { distance, positions: codings.positions(), units: units.collect(), without_return }
    }

    /// How many units are compared.
    pub(super) fn used(&self) -> usize {
        self.units.iter().flatten().count()
    }

    /// The disagreement when each unit is there so many times.
    pub(super) fn disagreement(&self, times: &[f64]) -> Result<Disagreement, Lack> {
        let mut first = vec![0.0; self.positions.len()];
        let mut second = first.clone();
        let there = || {
            let units = self.units.iter().zip(times).filter(|(_, times)| **times > 0.0);
            units.filter_map(|(unit, times)| Some((unit.as_ref()?, *times)))
        };
        for (unit, times) in there() {
            for (codes, counts) in [(&unit.first, &mut first), (&unit.second, &mut second)] {
                for code in codes {
                    if let Some(count) = counts.get_mut(*code) {
                        *count += times;
                    }
                }
            }
        }
        let (one, other) = (first.iter().sum::<f64>(), second.iter().sum::<f64>());
        if one <= 0.0 {
            return Err(Lack::Pairs);
        }
        if first.iter().zip(&second).filter(|(one, other)| **one + **other > 0.0).count() < 2 {
            return Err(Lack::Variation);
        }
        let positions = self.distance.positions(self.positions, &first);
        let place = |code: usize| positions.get(code).copied().unwrap_or_default();
        let (mut seen, mut weight) = (0.0, 0.0);
        for (unit, times) in there() {
            for &(one, other, counts) in &unit.pairs {
                weight += times * counts;
                if one != other {
                    seen += times * counts * self.distance.between(place(one), place(other));
                }
            }
        }
        let drawn = if self.without_return { one * (one - 1.0) } else { one * other };
        let by_chance = self.distance.sum(&positions, &first, &second) / drawn;
        Ok(Disagreement { seen: seen / weight, by_chance })
    }
}

/// Every code of a unit with every other, together counting once for each code.
fn every_pair(codes: &[usize]) -> Unit {
    let others = u32::try_from(codes.len().saturating_sub(1)).unwrap_or(u32::MAX);
    let counts = 2.0 / f64::from(others);
    let with_later = |(index, &one): (usize, &usize)| {
        codes.iter().skip(index + 1).map(move |&other| (one, other, counts)).collect::<Vec<_>>()
    };
    let pairs = codes.iter().enumerate().flat_map(with_later).collect();
    Unit { pairs, first: codes.to_vec(), second: codes.to_vec() }
}
