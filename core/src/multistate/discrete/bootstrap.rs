//! Drawing people anew.

use super::Counting;
use super::count::{Counter, parts};
use super::interval::{Share, between};
use super::rows::{Counts, NOTHING, ONE, Row, Stratum};
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
    counting: Counting,
    states: Vec<String>,
    groups: Vec<Option<String>>,
    /// In order.
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
        let mut cells: Vec<Cell> =
            counts.rows.iter().map(|row| Cell { stratum: row.stratum, from: row.from, to: row.to }).collect();
        cells.dedup();
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
        Ok(Self { counting: counting.clone(), states: counts.states, groups: counts.groups, cells, draws })
    }

    /// Adds the replicates of a part with other people.
    ///
    /// # Errors
    /// `different-parts` when the parts were not counted in the same way or as often.
    pub fn merge(mut self, other: Self) -> Result<Self, Error> {
        if self.counting != other.counting || self.draws.len() != other.draws.len() {
            let what = Label::of("wat er is geteld", "what was counted");
            return Err(Mistake::DifferentParts { what }.into());
        }
        let (mut own, mut others) = (self.as_counts(), other.as_counts());
        own.rename_to(&mut others);
        let cells = |counts: &Counts| -> Vec<Cell> {
            counts.rows.iter().map(|row| Cell { stratum: row.stratum, from: row.from, to: row.to }).collect()
        };
        let (own_cells, other_cells) = (cells(&own), cells(&others));
        let mut all = own_cells.clone();
        all.extend(other_cells.iter().copied());
        all.sort_unstable();
        all.dedup();
        let places = |cells: &[Cell]| -> Vec<usize> {
            cells.iter().filter_map(|cell| all.binary_search(cell).ok()).collect()
        };
        let (own_places, other_places) = (places(&own_cells), places(&other_cells));
        for (draw, others) in self.draws.iter_mut().zip(&other.draws) {
            let mut sums = vec![0; all.len()];
            let parts = own_places.iter().zip(draw.iter()).chain(other_places.iter().zip(others));
            for (place, weight) in parts {
                if let Some(sum) = sums.get_mut(*place) {
                    *sum += weight;
                }
            }
            *draw = sums;
        }
        (self.cells, self.states, self.groups) = (all, own.states, own.groups);
        Ok(self)
    }

    /// Whether these are of some counts.
    pub(super) fn is_of(&self, counts: &Counts) -> bool {
        self.counting == counts.counting && self.states == counts.states && self.groups == counts.groups
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

    /// The cells as counts, to give states and groups other places.
    fn as_counts(&self) -> Counts {
        let row = |cell: &Cell| Row {
            stratum: cell.stratum,
            from: cell.from,
            to: cell.to,
            before: NOTHING,
            count: 1,
            weight: ONE,
            square: ONE,
        };
        Counts {
            counting: self.counting.clone(),
            unit: crate::multistate::TimeUnit::Year,
            dated: false,
            weighted: false,
            states: self.states.clone(),
            groups: self.groups.clone(),
            rows: self.cells.iter().map(row).collect(),
            seen: Vec::new(),
            people: 0,
            left_out: 0,
        }
    }
}

/// A number for a name (64-bit FNV-1a), the same whatever else is in the table.
fn hash(name: &str) -> u64 {
    name.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
