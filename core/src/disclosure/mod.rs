//! Small-cell protection: which counts of a table are withheld before it is published.
//!
//! A count of a few people can say something of a person that is known to be among them. So counts of 1 up to a
//! bound are withheld, and so many others that no withheld count can be computed back from the sums in the table.
//! A zero is shown. That a whole group has something in common can still be seen, and two tables of the same people
//! can be subtracted: who publishes looks at both.
//!
//! # Source
//! Suppression and complementary suppression are common in official statistics; that the bound is a setting, that it
//! is five unless said otherwise, and which counts go along are choices of this library.

mod divided;

pub use divided::{Answered, ShownAnswers, divided};

use crate::ordered::sort_stable;
use crate::{Label, Provenance, ProvenanceKind};
use serde::Serialize;

/// The bound below which counts are withheld; it travels with the table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Protection {
    /// The smallest count of people that is shown; with 1 everything is.
    pub smallest: u32,
    /// How many counts are withheld.
    pub withheld: usize,
    /// How the bound came to be.
    pub provenance: Provenance,
}

impl Protection {
    /// The smallest count that is shown unless said otherwise.
    pub const SMALLEST: u32 = 5;

    /// A bound, with how many counts it withholds.
    pub fn new(smallest: u32, withheld: usize) -> Self {
        let provenance = Provenance {
            kind: if smallest == Self::SMALLEST {
                ProvenanceKind::Illustrative
            } else {
                ProvenanceKind::Local
            },
            note: Label::of(
                "een instelling: de bronnen geven geen grens; gebruik die van uw organisatie",
                "a setting: the sources give no bound; use that of your organisation",
            ),
        };
        Self { smallest, withheld, provenance }
    }
}

/// The number of a cell in a table of counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell(usize);

/// Counts, and which of them add up to which.
///
/// ```
/// use meedoen::disclosure::Counts;
/// let mut counts = Counts::default();
/// let [north, south, east] = [2, 9, 20].map(|count| counts.cell(count));
/// let all = counts.cell(31);
/// counts.sum(all, [north, south, east]);
/// let shown = counts.shown(5);
/// // The 2 could be computed from the others: the next smallest is withheld as well.
/// assert_eq!([north, south, east, all].map(|cell| shown.get(cell)), [None, None, Some(20), Some(31)]);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    cells: Vec<Count>,
    /// A total and its parts.
    sums: Vec<(usize, Vec<usize>)>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// Small, it can say something of someone.
    OfPeople,
    /// It says nothing of anyone, however small.
    Harmless,
    /// It is known already, so that withholding it here would be of no use.
    Public,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Count {
    people: u64,
    /// It must not become known.
    sensitive: bool,
    withheld: bool,
    kind: Kind,
}

/// The counts that may be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown(Vec<Option<u64>>);

impl Shown {
    /// A count, `None` when it is withheld.
    pub fn get(&self, cell: Cell) -> Option<u64> {
        self.0.get(cell.0).copied().flatten()
    }

    /// How many counts are withheld.
    pub fn withheld(&self) -> usize {
        self.0.iter().filter(|count| count.is_none()).count()
    }
}

impl Counts {
    fn add(&mut self, count: Count) -> Cell {
        self.cells.push(count);
        Cell(self.cells.len() - 1)
    }

    /// A count of people.
    pub fn cell(&mut self, people: u64) -> Cell {
        self.add(Count { people, sensitive: false, withheld: false, kind: Kind::OfPeople })
    }

    /// A count that says nothing of anyone, however small; it is withheld only where it would give another away.
    pub fn harmless(&mut self, people: u64) -> Cell {
        self.add(Count { people, sensitive: false, withheld: false, kind: Kind::Harmless })
    }

    /// A count that is shown elsewhere already.
    pub fn public(&mut self, people: u64) -> Cell {
        self.add(Count { people, sensitive: false, withheld: false, kind: Kind::Public })
    }

    /// A count that is withheld whatever it is.
    pub fn withheld(&mut self, people: u64) -> Cell {
        self.add(Count { people, sensitive: people > 0, withheld: true, kind: Kind::OfPeople })
    }

    /// A count that is withheld whatever it is, and that says nothing of anyone.
    pub fn hidden(&mut self, people: u64) -> Cell {
        self.add(Count { people, sensitive: false, withheld: true, kind: Kind::Harmless })
    }

    /// That a total is the sum of parts, as every reader of the table knows.
    pub fn sum(&mut self, total: Cell, parts: impl IntoIterator<Item = Cell>) {
        self.sums.push((total.0, parts.into_iter().map(|part| part.0).collect()));
    }

    /// What may be shown when counts of people below `smallest` may not become known.
    ///
    /// Withheld are: the counts from 1 to below `smallest`; then, until nothing changes, one more count of every sum
    /// in which a single one is withheld, or a few that are together below `smallest`; and as long as the sums taken
    /// together determine a count that must not become known, one more count of a sum it is in. The next is always
    /// the smallest that is not zero, a part before a total.
    #[must_use]
    pub fn shown(mut self, smallest: u32) -> Shown {
        let smallest = u64::from(smallest);
        let small =
            |count: &&mut Count| count.kind == Kind::OfPeople && count.people > 0 && count.people < smallest;
        for count in self.cells.iter_mut().filter(small) {
            (count.sensitive, count.withheld) = (true, true);
        }
        while self.guard_each_sum(smallest) || self.guard_all_sums() {}
        Shown(self.cells.iter().map(|count| (!count.withheld).then_some(count.people)).collect())
    }

    fn count(&self, cell: usize) -> Option<&Count> {
        self.cells.get(cell)
    }

    fn is_withheld(&self, cell: usize) -> bool {
        self.count(cell).is_some_and(|count| count.withheld)
    }

    /// Withholds one more count of every sum that would give its withheld ones away; whether there was one.
    fn guard_each_sum(&mut self, smallest: u64) -> bool {
        let mut changed = false;
        for index in 0..self.sums.len() {
            let Some((total, parts)) = self.sums.get(index) else { continue };
            let hidden: Vec<&Count> =
                parts.iter().filter_map(|&part| self.count(part)).filter(|count| count.withheld).collect();
            // What says nothing of anyone may be computed; whether it gives another away is seen below.
            let telling = hidden.iter().any(|count| count.kind != Kind::Harmless);
            let exposed = if self.is_withheld(*total) {
                hidden.is_empty()
            } else {
                let together: u64 = hidden.iter().map(|count| count.people).sum();
                telling && together > 0 && (hidden.len() == 1 || together < smallest)
            };
            changed |= exposed && self.withhold_in(index);
        }
        changed
    }

    /// Withholds one more count of one sum; `false` when there is none to withhold.
    fn withhold_in(&mut self, sum: usize) -> bool {
        let Some((total, parts)) = self.sums.get(sum) else { return false };
        let free = |cell: &&usize| {
            self.count(**cell).is_some_and(|count| !count.withheld && count.kind != Kind::Public)
        };
        let people = |cell: &&usize| self.count(**cell).map_or(0, |count| count.people);
        let part = parts.iter().filter(free).min_by_key(|cell| (people(cell) == 0, people(cell)));
        let next = part.filter(|cell| people(cell) > 0).or(Some(total).filter(free)).or(part).copied();
        let Some(count) = next.and_then(|cell| self.cells.get_mut(cell)) else { return false };
        count.withheld = true;
        true
    }

    /// Withholds more where the sums together determine a sensitive count; whether there was one.
    fn guard_all_sums(&mut self) -> bool {
        let mut changed = false;
        for cell in self.determined() {
            let holds = |(total, parts): &(usize, Vec<usize>)| *total == cell || parts.contains(&cell);
            let within: Vec<usize> =
                self.sums.iter().enumerate().filter(|(_, sum)| holds(sum)).map(|(index, _)| index).collect();
            changed |= within.into_iter().any(|sum| self.withhold_in(sum));
        }
        changed
    }

    /// The sensitive counts that the sums determine: those that stand alone in a row of the reduced equations.
    fn determined(&self) -> Vec<usize> {
        let unknown: Vec<usize> = (0..self.cells.len()).filter(|&cell| self.is_withheld(cell)).collect();
        let column = |cell: &usize| unknown.binary_search(cell).ok();
        let row = |(total, parts): &(usize, Vec<usize>)| {
            let mut row = vec![0_i128; unknown.len()];
            let signed = parts.iter().map(|part| (part, 1)).chain([(total, -1)]);
            for (column, sign) in signed.filter_map(|(cell, sign)| Some((column(cell)?, sign))) {
                if let Some(coefficient) = row.get_mut(column) {
                    *coefficient += sign;
                }
            }
            row
        };
        let rows = reduced(self.sums.iter().map(row).collect());
        let alone = rows.iter().filter_map(|row| {
            let mut there = row.iter().enumerate().filter(|(_, coefficient)| **coefficient != 0);
            let (column, _) = there.next()?;
            if there.next().is_some() { None } else { unknown.get(column).copied() }
        });
        alone.filter(|&cell| self.count(cell).is_some_and(|count| count.sensitive)).collect()
    }
}

/// The equations with each leading unknown in one of them only, in whole numbers.
fn reduced(mut rows: Vec<Vec<i128>>) -> Vec<Vec<i128>> {
    let mut done = Vec::new();
    // Short equations first: they leave the long ones as they are.
    let length = |row: &Vec<i128>| row.iter().filter(|coefficient| **coefficient != 0).count();
    sort_stable(&mut rows, |one, other| length(one).cmp(&length(other)));
    while let Some(pivot) = (!rows.is_empty()).then(|| rows.remove(0)) {
        let Some((lead, &factor)) = pivot.iter().enumerate().find(|(_, coefficient)| **coefficient != 0)
        else {
            continue;
        };
        for row in rows.iter_mut().chain(&mut done) {
            let own = row.get(lead).copied().unwrap_or(0);
            if own == 0 {
                continue;
            }
            for (coefficient, other) in row.iter_mut().zip(&pivot) {
                *coefficient = *coefficient * factor - other * own;
            }
            let divisor = row.iter().fold(0, |a, &b| greatest_common_divisor(a, b)).max(1);
            for coefficient in row.iter_mut() {
                *coefficient /= divisor;
            }
        }
        done.push(pivot);
    }
    done
}

fn greatest_common_divisor(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { greatest_common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests;
