//! Tables for publication: counts of few people, and what would give them away, are withheld.

use super::interval::Share;
use super::table::{TransitionTable, TransitionTables};
use crate::disclosure::{Cell, Counts as Guarded, Protection};
use serde::Serialize;

/// Tables in which no count of few people can be read or computed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProtectedTables {
    /// The codes of the states: the rows and columns of each table.
    pub states: Vec<String>,
    /// The tables, in the same order.
    pub tables: Vec<ProtectedTable>,
    /// The bound, and how many counts are withheld.
    pub protection: Protection,
}

/// One table in which no count of few people can be read or computed; what is withheld is `None`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProtectedTable {
    /// The group; `None` when there are no groups, or when it is not known.
    pub group: Option<String>,
    /// The number of the period, counted from 1.
    pub period: usize,
    /// The number of the class of gaps, counted from 1.
    pub gap: usize,
    /// How often each state (column) followed each state (row).
    pub counts: Vec<Vec<Option<u64>>>,
    /// How many transitions leave from each state.
    pub from: Vec<Option<u64>>,
    /// How many transitions lead to each state.
    pub to: Vec<Option<u64>>,
    /// How many transitions there are.
    pub transitions: Option<u64>,
    /// The share of each state among those that followed a state, where count and total are shown.
    pub shares: Vec<Vec<Option<Share>>>,
    /// The share that was in a later state of the list.
    pub higher: Option<Share>,
    /// The share that was in the same state.
    pub same: Option<Share>,
    /// The share that was in an earlier state of the list.
    pub lower: Option<Share>,
}

/// The counts of one table with their sums, as the protection knows them.
struct Margins {
    cells: Vec<Vec<Cell>>,
    from: Vec<Cell>,
    to: Vec<Cell>,
    /// Later, same and earlier.
    outcome: [Cell; 3],
    all: Cell,
}

impl TransitionTables {
    /// The tables without counts of fewer than `smallest` people, and without what would give those away.
    ///
    /// A transition counts as of few people when few people made it, however often they did.
    #[must_use]
    pub fn protected(&self, smallest: u32) -> ProtectedTables {
        let mut guarded = Guarded::default();
        let margins: Vec<Margins> =
            self.tables.iter().map(|table| Margins::of(table, smallest, &mut guarded)).collect();
        let shown = guarded.shown(smallest);
        let count = |cell: &Cell| shown.get(*cell);
        let table = |(table, margins): (&TransitionTable, &Margins)| {
            let cells = margins.cells.iter().zip(&margins.from).zip(&table.shares);
            let shares = cells.map(|((cells, from), shares)| {
                let shares = shares.iter().flatten().zip(cells);
                let share = |(share, cell): (&Share, &Cell)| {
                    (count(cell).is_some() && count(from).is_some()).then_some(*share)
                };
                shares.map(share).collect()
            });
            let [higher, same, lower] = margins.outcome;
            let whole = |share: Share, cell: Cell| {
                (count(&cell).is_some() && count(&margins.all).is_some()).then_some(share)
            };
            ProtectedTable {
                group: table.group.clone(),
                period: table.period,
                gap: table.gap,
                counts: margins.cells.iter().map(|cells| cells.iter().map(count).collect()).collect(),
                from: margins.from.iter().map(count).collect(),
                to: margins.to.iter().map(count).collect(),
                transitions: count(&margins.all),
                shares: shares.collect(),
                higher: whole(table.outcome.higher, higher),
                same: whole(table.outcome.same, same),
                lower: whole(table.outcome.lower, lower),
            }
        };
        ProtectedTables {
            states: self.states.clone(),
            tables: self.tables.iter().zip(&margins).map(table).collect(),
            protection: Protection::new(smallest, shown.withheld()),
        }
    }
}

impl Margins {
    fn of(table: &TransitionTable, smallest: u32, guarded: &mut Guarded) -> Self {
        let cells: Vec<Vec<Cell>> = table
            .counts
            .iter()
            .zip(&table.people)
            .map(|(counts, people)| {
                let cells = counts.iter().zip(people);
                cells
                    .map(|(count, people)| {
                        let few = *people > 0 && *people < u64::from(smallest);
                        if few { guarded.withheld(*count) } else { guarded.cell(*count) }
                    })
                    .collect()
            })
            .collect();
        let sum_of = |guarded: &mut Guarded, wanted: &dyn Fn(usize, usize) -> bool| {
            let mut parts = Vec::new();
            let mut total = 0;
            for (from, (cells, counts)) in cells.iter().zip(&table.counts).enumerate() {
                let row = cells.iter().zip(counts).enumerate();
                for (_, (cell, count)) in row.filter(|(to, _)| wanted(from, *to)) {
                    parts.push(*cell);
                    total += count;
                }
            }
            let sum = guarded.cell(total);
            guarded.sum(sum, parts);
            sum
        };
        let size = cells.len();
        let from = (0..size).map(|state| sum_of(guarded, &|from, _| from == state)).collect();
        let to = (0..size).map(|state| sum_of(guarded, &|_, to| to == state)).collect();
        let outcome = [
            sum_of(guarded, &|from, to| to > from),
            sum_of(guarded, &|from, to| to == from),
            sum_of(guarded, &|from, to| to < from),
        ];
        let all = sum_of(guarded, &|_, _| true);
        guarded.sum(all, outcome);
        let margins = Self { cells, from, to, outcome, all };
        guarded.sum(all, margins.from.iter().copied());
        guarded.sum(all, margins.to.iter().copied());
        margins
    }
}
