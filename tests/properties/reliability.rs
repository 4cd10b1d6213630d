//! Reliability rests on the covariances of the parts, however they were added up.

use super::columns::{Form, form};
use super::instruments::{Survey, survey};
use super::measure::columns;
use super::tries;
use meedoen::measure::{GroupReliability, Missing, Part};
use proptest::collection::vec;
use proptest::prelude::*;

/// The keyed answer of a row to an item, where there is one.
fn answer(survey: &Survey, row: &[Option<f64>], id: &str) -> Option<f64> {
    let index = survey.instrument.items.iter().position(|item| item.id == id)?;
    let item = survey.instrument.items.get(index)?;
    let scale = survey.instrument.scale_of(item);
    let value = row.get(index).copied().flatten()?;
    let is_code = survey.instrument.missing_codes.iter().any(|code| (code - value).abs() < 1e-9);
    let keyed = if item.reverse { scale.min + scale.max - value } else { value };
    (!is_code).then_some(keyed)
}

fn part(survey: &Survey, row: &[Option<f64>], part: &Part) -> Option<f64> {
    match part {
        Part::Item { item, .. } => answer(survey, row, item),
        Part::Product { product: [first, second], centre: [a, b], .. } => {
            Some((answer(survey, row, first)? - a) * (answer(survey, row, second)? - b))
        }
    }
}

/// The rows, each with what it has of the parts of a scale.
fn table(survey: &Survey, parts: &[Part]) -> Vec<Vec<Option<f64>>> {
    survey.rows.iter().map(|row| parts.iter().map(|one| part(survey, row, one)).collect()).collect()
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::NAN, f64::from)
}

/// The covariance of two parts over the rows that have both, and the mean of the first there: in two passes.
fn covariance(rows: &[Vec<Option<f64>>], one: usize, other: usize) -> (f64, f64) {
    let both: Vec<(f64, f64)> =
        rows.iter().filter_map(|row| Some(((*row.get(one)?)?, (*row.get(other)?)?))).collect();
    let n = number(both.len());
    let mean =
        (both.iter().map(|pair| pair.0).sum::<f64>() / n, both.iter().map(|pair| pair.1).sum::<f64>() / n);
    let together = both.iter().map(|pair| (pair.0 - mean.0) * (pair.1 - mean.1)).sum::<f64>();
    (if both.len() < 2 { f64::NAN } else { together / (n - 1.0) }, mean.0)
}

/// Whether a figure is what it must be; one that cannot be computed is absent.
fn holds(found: Option<f64>, wanted: f64) -> bool {
    found.is_none_or(|found| (found - wanted).abs() <= 1e-7 * (1.0 + wanted.abs()))
}

fn check(group: &GroupReliability, rows: &[Vec<Option<f64>>]) -> Result<(), TestCaseError> {
    let k = group.items.len();
    let matrix: Vec<Vec<f64>> = (0..k).map(|i| (0..k).map(|j| covariance(rows, i, j).0).collect()).collect();
    let total: f64 = matrix.iter().flatten().sum();
    let own = |i: usize| matrix.get(i).and_then(|row| row.get(i)).copied().unwrap_or(f64::NAN);
    for (i, item) in group.items.iter().enumerate() {
        let (variance, mean) = covariance(rows, i, i);
        prop_assert!(holds(item.mean, mean), "{}: mean {:?}, not {mean}", item.item, item.mean);
        let deviation = variance.sqrt();
        prop_assert!(holds(item.standard_deviation, deviation), "{:?}, not {deviation}", item);
        prop_assert_eq!(item.standard_deviation.is_some(), deviation.is_finite());
        let with: f64 = matrix.get(i).into_iter().flatten().sum();
        let rest = (with - variance) / (variance * (total - 2.0 * with + variance)).sqrt();
        // Where little varies, the quotient of two roundings says nothing.
        if variance > 1e-6 && total - 2.0 * with + variance > 1e-6 {
            prop_assert!(holds(item.item_rest_correlation, rest), "{:?}, not {rest}", item);
        }
    }
    if k > 1 && total > 1e-6 {
        let alpha = number(k) / (number(k) - 1.0) * (1.0 - (0..k).map(own).sum::<f64>() / total);
        prop_assert!(holds(group.alpha, alpha), "alpha {:?}, not {alpha}", group.alpha);
    }
    Ok(())
}

fn reliability(survey: &Survey, forms: &[Form], missing: Missing) -> Result<(), TestCaseError> {
    let cells = columns(survey, forms);
    let named = survey.instrument.items.iter().zip(&cells);
    let columns: Vec<_> = named
        .filter_map(|(item, cells)| Some((item.id.as_str(), cells.column(0, survey.rows.len())?)))
        .collect();
    let report = survey.instrument.reliability(&columns, missing, 0)?;
    for scale in &survey.instrument.scales {
        let mut rows = table(survey, &scale.parts);
        if missing == Missing::Listwise {
            rows.retain(|row| row.iter().all(Option::is_some));
        }
        let group = report.groups.iter().find(|one| one.scale == scale.id && one.facet.is_none());
        check(group.ok_or_else(|| TestCaseError::fail("a scale without figures"))?, &rows)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(tries(24))]

    #[test]
    fn figures_are_those_of_two_passes_over_the_rows(
        survey in survey(), forms in vec(form(), 1..7), rows in prop_oneof![3 => 1_usize..130, 1 => 1000_usize..1100], pairwise in any::<bool>()
    ) {
        let cycled = survey.rows.iter().cycle().take(rows).cloned().collect();
        let missing = if pairwise { Missing::Pairwise } else { Missing::Listwise };
        reliability(&Survey { rows: cycled, ..survey }, &forms, missing)?;
    }
}
