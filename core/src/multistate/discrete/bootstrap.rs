//! Drawing people anew.

use super::Counting;
use super::count::{Counter, parts};
use super::interval::{Share, between};
use super::rows::{Counts, Stratum};
use super::table::number;
use crate::Label;
use crate::error::{Error, Mistake};
use crate::multistate::Panel;
use crate::random::Seed;

/// What a replicate counts: a pair of states of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Cell {
    stratum: Stratum,
    from: u8,
    to: u8,
}

/// Counts in which everyone counts a random number of times, over and over: how far shares vary between draws of people.
///
/// Everyone counts a Poisson number of times with mean 1, drawn by seed, name and replicate. So replicates of parts with
/// other people add up exactly to those of the whole, whatever the parts and their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Replicates {
    /// The counts with everyone once.
    counts: Counts,
    /// What is counted, in order.
    cells: Vec<Cell>,
    /// The weight of each cell, in each replicate.
    draws: Vec<Vec<u128>>,
}

impl Replicates {
    /// The most replicates.
    pub const MOST: usize = 100_000;

    /// Draws so many replicates of the counts of a panel.
    ///
    /// # Errors
    /// `too-many` for more than [`Replicates::MOST`], and whatever [`Counts::of`] refuses.
    pub fn of(panel: &Panel, counting: &Counting, seed: Seed, replicates: usize) -> Result<Self, Error> {
        if replicates > Self::MOST {
            let what = Label::of("herhalingen", "replicates");
            return Err(Mistake::TooMany { what, limit: Self::MOST }.into());
        }
        let counts = Counts::of(panel, counting)?;
        let cells = cells(&counts);
        let mut draws = vec![vec![0_u128; cells.len()]; replicates];
        let mut counter = Counter::new(panel, counting)?;
        let mut own: Vec<(usize, u128)> = Vec::new();
        for person in 0..panel.people() {
            own.clear();
            let weight = parts(panel.weight(person));
            counter.person(person, |one| {
                let cell = Cell { stratum: one.stratum, from: one.from, to: one.to };
                own.extend(cells.binary_search(&cell).ok().map(|place| (place, weight)));
            });
            if own.is_empty() {
                continue;
            }
            let seed = seed.branch(hash(&panel.name(person)));
            for (number, draw) in (0_u32..).zip(&mut draws) {
                let times = u128::from(seed.stream(0, number).poisson());
                for (place, weight) in own.iter().filter(|_| times > 0) {
                    if let Some(cell) = draw.get_mut(*place) {
                        *cell += weight * times;
                    }
                }
            }
        }
        Ok(Self { counts, cells, draws })
    }

    /// Adds the replicates of a part with other people; `None` when the parts were not counted in the same way or as often.
    #[must_use]
    pub fn merge(self, other: Self) -> Option<Self> {
        if self.draws.len() != other.draws.len() {
            return None;
        }
        let (mut own, mut others) = (self.counts.clone(), other.counts.clone());
        own.rename_to(&mut others);
        let (own, others) = (cells(&own), cells(&others));
        let counts = self.counts.merge(other.counts)?;
        let all = cells(&counts);
        let places = |cells: &[Cell]| -> Vec<usize> {
            cells.iter().filter_map(|cell| all.binary_search(cell).ok()).collect()
        };
        let (own, others) = (places(&own), places(&others));
        let add = |(draw, other): (&Vec<u128>, &Vec<u128>)| {
            let mut sums = vec![0; all.len()];
            for (place, weight) in own.iter().zip(draw).chain(others.iter().zip(other)) {
                if let Some(sum) = sums.get_mut(*place) {
                    *sum += weight;
                }
            }
            sums
        };
        let draws = self.draws.iter().zip(&other.draws).map(add).collect();
        Some(Self { counts, cells: all, draws })
    }

    /// The counts with everyone once.
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// The interval of a share of some cells among others of a table, over the replicates in which anybody is among them.
    pub(super) fn interval(
        &self,
        stratum: Stratum,
        value: f64,
        level: f64,
        among: impl Fn(usize, usize) -> bool,
        wanted: impl Fn(usize, usize) -> bool,
    ) -> Share {
        let first = self.cells.partition_point(|cell| cell.stratum < stratum);
        let last = self.cells.partition_point(|cell| cell.stratum <= stratum);
        let own = self.cells.get(first..last).unwrap_or_default();
        let shares = self.draws.iter().filter_map(|draw| {
            let (mut all, mut part) = (0_u128, 0_u128);
            for (cell, weight) in own.iter().zip(draw.get(first..last).unwrap_or_default()) {
                let (from, to) = (usize::from(cell.from), usize::from(cell.to));
                if among(from, to) {
                    all += weight;
                    part += if wanted(from, to) { *weight } else { 0 };
                }
            }
            (all > 0).then(|| number(part) / number(all))
        });
        between(value, shares.collect(), level)
    }
}

/// What rows are about, without what came before.
fn cells(counts: &Counts) -> Vec<Cell> {
    let cells = counts.rows.iter().map(|row| Cell { stratum: row.stratum, from: row.from, to: row.to });
    let mut cells: Vec<Cell> = cells.collect();
    cells.dedup();
    cells
}

/// A number for a name (64-bit FNV-1a), the same whatever else is in the table.
fn hash(name: &str) -> u64 {
    name.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
