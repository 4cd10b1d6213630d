//! The log-rank test: whether groups differ in how long it takes.

use super::curve::{by_time, count, sorted};
use super::{Group, Spell};
use crate::distribution::chi_square;
use serde::Serialize;

/// Whether groups differ, as far as the log-rank test can say.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "LogRank"))]
pub struct Comparison {
    /// The test statistic, zero or more.
    pub statistic: f64,
    /// Degrees of freedom: one less than the groups that can be compared.
    pub degrees_of_freedom: usize,
    /// The chance of a statistic at least as large when the groups do not differ.
    pub p_value: f64,
    /// The groups, each with what was seen and what would be expected if they did not differ.
    pub groups: Vec<GroupCount>,
}

/// What was seen in a group, beside what would be expected.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "LogRankGroup"))]
pub struct GroupCount {
    /// The name of the group.
    pub id: String,
    /// How many ends were seen.
    pub observed: usize,
    /// How many would be expected if the groups did not differ.
    pub expected: f64,
}

/// Compares groups; `None` when there is nothing to compare: fewer than two groups, or no time at which an end was
/// seen while two groups could have had one.
///
/// ```
/// use meedoen::survival::{Group, Spell, log_rank};
/// let group = |id: &str, days: &[u32]| Group {
///     id: id.to_owned(),
///     spells: days.iter().map(|&days| Spell::days(days, true)).collect(),
/// };
/// let same = log_rank(&[group("a", &[1, 2, 3]), group("b", &[1, 2, 3])]).unwrap();
/// assert_eq!(same.statistic, 0.0);
/// assert_eq!(same.p_value, 1.0);
/// assert!(log_rank(&[group("a", &[1])]).is_none());
/// ```
pub fn log_rank(groups: &[Group]) -> Option<Comparison> {
    let all: Vec<Spell> = groups.iter().flat_map(|group| group.spells.iter().copied()).collect();
    let each: Vec<Vec<Spell>> = groups.iter().map(|group| sorted(&group.spells)).collect();
    let size = groups.len();
    let mut expected = vec![0.0; size];
    let mut variance = vec![vec![0.0; size]; size];
    for seen in by_time(&sorted(&all)) {
        let ended = count(seen.iter().filter(|spell| spell.ended).count());
        let Some(time) = seen.first().map(|spell| spell.time).filter(|_| ended > 0.0) else { continue };
        let at_risk: Vec<f64> = each
            .iter()
            .map(|spells| count(spells.len() - spells.partition_point(|spell| spell.time < time)))
            .collect();
        let risk: f64 = at_risk.iter().sum();
        let shares: Vec<f64> = at_risk.iter().map(|own| own / risk).collect();
        let factor = if risk > 1.0 { ended * (risk - ended) / (risk - 1.0) } else { 0.0 };
        for (index, (share, (expected, row))) in
            shares.iter().zip(expected.iter_mut().zip(&mut variance)).enumerate()
        {
            *expected += share * ended;
            for (other, (other_share, cell)) in shares.iter().zip(row).enumerate() {
                let own = if index == other { 1.0 } else { 0.0 };
                *cell += factor * share * (own - other_share);
            }
        }
    }
    let observed: Vec<usize> =
        groups.iter().map(|group| group.spells.iter().filter(|spell| spell.ended).count()).collect();
    let gap: Vec<f64> =
        observed.iter().zip(&expected).map(|(&seen, expected)| count(seen) - expected).collect();
    let (statistic, degrees_of_freedom) = quadratic(variance, gap);
    (degrees_of_freedom > 0).then(|| Comparison {
        statistic,
        degrees_of_freedom,
        p_value: chi_square::sf(statistic, count(degrees_of_freedom)),
        groups: groups
            .iter()
            .zip(observed.iter().zip(&expected))
            .map(|(group, (&observed, &expected))| GroupCount { id: group.id.clone(), observed, expected })
            .collect(),
    })
}

/// The quadratic form of a vector with the generalised inverse of a covariance matrix, and the rank of the matrix, by
/// symmetric elimination with the largest pivot first.
fn quadratic(mut matrix: Vec<Vec<f64>>, mut vector: Vec<f64>) -> (f64, usize) {
    let largest = matrix.iter().flatten().fold(0.0_f64, |largest, cell| largest.max(cell.abs()));
    let mut left: Vec<usize> = (0..vector.len()).collect();
    let (mut form, mut rank) = (0.0, 0);
    loop {
        let diagonal =
            |&index: &usize| matrix.get(index).and_then(|row| row.get(index)).copied().unwrap_or(0.0);
        let best = left.iter().copied().max_by(|one, other| diagonal(one).total_cmp(&diagonal(other)));
        let Some(pivot) = best.filter(|index| diagonal(index) > 1e-12 * largest) else { return (form, rank) };
        let divisor = diagonal(&pivot);
        left.retain(|&index| index != pivot);
        let row = matrix.get(pivot).cloned().unwrap_or_default();
        let own = vector.get(pivot).copied().unwrap_or(0.0);
        form += own * own / divisor;
        rank += 1;
        for &index in &left {
            let factor = row.get(index).copied().unwrap_or(0.0) / divisor;
            if let (Some(cells), Some(value)) = (matrix.get_mut(index), vector.get_mut(index)) {
                cells.iter_mut().zip(&row).for_each(|(cell, other)| *cell -= factor * other);
                *value -= factor * own;
            }
        }
    }
}
