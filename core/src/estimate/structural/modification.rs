//! Relations that the model leaves out and the data ask for.

use super::fit::Estimated;
use super::relation::Operator;
use super::table::{Row, Slot, State, Table};
use crate::ordered::sort_stable;
use serde::Serialize;

/// A relation that the model leaves out, and how much better it would fit with it. A suggestion to think about, not to
/// follow: what is added because of these data need not hold in others.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Suggestion {
    /// The variable on the left.
    pub left: String,
    /// How they would relate.
    pub operator: Operator,
    /// The variable on the right.
    pub right: String,
    /// By how much the chi-square would fall, about.
    pub chi_square: f64,
    /// What the relation would become, about.
    pub change: f64,
}

/// Below this a relation may as well be chance, once in twenty.
const LEAST: f64 = 3.841_458_820_694_124;

/// The most suggestions that are given.
const MOST: usize = 20;

pub(super) fn of(estimated: &Estimated<'_>) -> Vec<Suggestion> {
    let table = estimated.problem.table;
    let candidates = candidates(table);
    let slots: Vec<Slot> = candidates.iter().map(|row| row.slot).collect();
    let found = estimated.problem.look(&estimated.at).and_then(|height| height.information.cholesky());
    let (Some(factor), Some((slope, alone, shared))) =
        (found, estimated.problem.candidates(&estimated.at, &slots))
    else {
        return Vec::new();
    };
    let taken = factor.solve(&shared);
    let mut suggestions: Vec<Suggestion> = candidates
        .iter()
        .enumerate()
        .filter_map(|(index, row)| {
            let left = alone[index] - shared.column(index).dot(&taken.column(index));
            // A relation that the others already determine cannot be added.
            let chi_square = slope[index] * slope[index] / left;
            let real = left > 1e-9 * alone[index] && chi_square.is_finite() && chi_square >= LEAST;
            real.then(|| Suggestion {
                left: table.name(row.left).to_owned(),
                operator: row.operator,
                right: table.name(row.right).to_owned(),
                chi_square,
                change: slope[index] / left,
            })
        })
        .collect();
    sort_stable(&mut suggestions, |a, b| b.chi_square.total_cmp(&a.chi_square));
    suggestions.truncate(MOST);
    suggestions
}

/// The relations that could be added: a loading on another latent variable, a path, a covariance of what is left.
fn candidates(table: &Table) -> Vec<Row> {
    let m = table.names.len();
    let fixed_x = |one: usize| {
        let own = table.rows.iter().find(|row| row.slot == Slot::Together(one, one));
        own.is_some_and(|row| row.state == State::Sample)
    };
    let indicator = |one: usize| table.is_explained(one, Operator::MeasuredBy);
    let has = |slot: Slot| table.rows.iter().any(|row| row.slot == slot);
    let row = |left, operator, right, slot| Row {
        left,
        operator,
        right,
        slot,
        state: State::Fixed(0.0),
        label: None,
    };
    let mut rows = Vec::new();
    for latent in table.observed..m {
        for item in (0..table.observed).filter(|&item| indicator(item)) {
            rows.push(row(latent, Operator::MeasuredBy, item, Slot::Path(item, latent)));
        }
    }
    for j in 0..m {
        for i in 0..j {
            let both_observed = j < table.observed || i >= table.observed;
            if both_observed && !fixed_x(i) && !fixed_x(j) {
                rows.push(row(i, Operator::VariesWith, j, Slot::Together(i, j)));
            }
        }
    }
    for to in (0..m).filter(|&to| table.is_explained(to, Operator::ExplainedBy)) {
        for from in (0..m).filter(|&from| from != to && !indicator(from)) {
            rows.push(row(to, Operator::ExplainedBy, from, Slot::Path(to, from)));
        }
    }
    rows.retain(|row| !has(row.slot));
    rows
}
