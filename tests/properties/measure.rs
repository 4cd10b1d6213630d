//! Scoring columns is scoring person by person, bit for bit.

use super::columns::{Cells, Form, form};
use super::instruments::{Survey, survey};
use super::tries;
use meedoen::Error;
use meedoen::measure::{Answers, ScoreTable};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// The columns of a survey, one an item.
pub(crate) fn columns(survey: &Survey, forms: &[Form]) -> Vec<Cells> {
    let answers = |item: usize| survey.rows.iter().map(move |row| row.get(item).copied().flatten());
    let items = 0..survey.instrument.items.len();
    items
        .zip(forms.iter().cycle())
        .map(|(item, form)| Cells::of(&answers(item).collect::<Vec<_>>(), *form))
        .collect()
}

fn score(survey: &Survey, cells: &[Cells], first: usize, last: usize) -> Result<ScoreTable, Error> {
    let named = survey.instrument.items.iter().zip(cells);
    let columns: Vec<_> =
        named.filter_map(|(item, cells)| Some((item.id.as_str(), cells.column(first, last)?))).collect();
    survey.instrument.score_columns(&columns, first)
}

/// The scores of one row by scale, as bits, each with the number of valid parts.
type Row = Vec<(Option<u64>, u8)>;

/// The scores of rows by scale, as bits, with the number of valid parts.
fn by_row(table: &ScoreTable, rows: usize) -> Vec<Row> {
    let row = |row: usize| {
        let scales = table.scales.iter();
        scales
            .map(move |scale| (scale.get(row).map(f64::to_bits), scale.valid.get(row).copied().unwrap_or(0)))
    };
    (0..rows).map(|index| row(index).collect()).collect()
}

/// The same, person by person.
fn by_person(survey: &Survey) -> Result<Vec<Row>, Error> {
    let mut rows = Vec::new();
    for row in &survey.rows {
        let items = survey.instrument.items.iter().map(|item| item.id.clone());
        let scores = survey.instrument.score(&items.zip(row.iter().copied()).collect::<Answers>())?;
        let bits = |scale: &meedoen::measure::ScaleScore| {
            (scale.value.map(f64::to_bits), u8::try_from(scale.valid).unwrap_or(u8::MAX))
        };
        rows.push(scores.scales.iter().map(bits).collect());
    }
    Ok(rows)
}

proptest! {
    #![proptest_config(tries(300))]

    #[test]
    fn columns_score_as_persons_do_bit_for_bit(survey in survey(), forms in vec(form(), 1..7)) {
        let table = score(&survey, &columns(&survey, &forms), 0, survey.rows.len())?;
        prop_assert_eq!(by_row(&table, survey.rows.len()), by_person(&survey)?);
    }

    #[test]
    fn long_columns_score_alike_in_every_block(survey in survey(), forms in vec(form(), 1..7), rows in 1000_usize..2200) {
        let cycled = survey.rows.iter().cycle().take(rows).cloned().collect();
        let long = Survey { rows: cycled, ..survey.clone() };
        let table = score(&long, &columns(&long, &forms), 0, long.rows.len())?;
        let once = by_person(&survey)?;
        let expected: Vec<_> = once.iter().cycle().take(long.rows.len()).cloned().collect();
        prop_assert_eq!(by_row(&table, long.rows.len()), expected);
    }

    #[test]
    fn a_table_in_pieces_scores_as_the_whole(survey in survey(), forms in vec(form(), 1..7), cut in any::<Index>()) {
        let (cells, rows) = (columns(&survey, &forms), survey.rows.len());
        let cut = cut.index(rows + 1);
        let mut pieces = by_row(&score(&survey, &cells, 0, cut)?, cut);
        pieces.extend(by_row(&score(&survey, &cells, cut, rows)?, rows - cut));
        prop_assert_eq!(pieces, by_row(&score(&survey, &cells, 0, rows)?, rows));
    }

    #[test]
    fn every_answer_off_its_scale_is_named_with_its_row(
        survey in survey(), strays in vec((any::<Index>(), any::<Index>(), 0_u8..4), 1..9), form in form(), first in 0_usize..3000
    ) {
        let mut survey = survey;
        prop_assume!(!survey.rows.is_empty());
        let mut expected = std::collections::BTreeSet::new();
        let items = survey.instrument.items.len();
        for (row, item, kind) in strays {
            let (row, item) = (row.index(survey.rows.len()), item.index(items));
            let top = survey.instrument.scale.max;
            // Far above, just above or, where only whole answers count, between two points; never a missing code.
            let value = match kind {
                0 => top + 120.0,
                1 => f64::INFINITY,
                2 if !survey.instrument.scale.continuous => top - 0.5,
                _ => top + 1.5,
            };
            if let Some(cell) = survey.rows.get_mut(row).and_then(|row| row.get_mut(item)) {
                *cell = Some(value);
            }
            expected.insert((first + row + 1, format!("item_{item}")));
        }
        let form = (5 + form.0 % 2, form.1, form.2);
        let cells = columns(&survey, &[form]);
        let named = survey.instrument.items.iter().zip(&cells);
        let columns: Vec<_> =
            named.filter_map(|(item, cells)| Some((item.id.as_str(), cells.column(0, survey.rows.len())?))).collect();
        let error = survey.instrument.score_columns(&columns, first).err();
        let problems = error.iter().flat_map(Error::problems);
        let found: Vec<_> = problems
            .map(|problem| {
                let place = problem.place();
                (problem.code(), place.row.unwrap_or(0), place.field().unwrap_or_default().to_owned())
            })
            .collect();
        let expected: Vec<_> = expected.into_iter().map(|(row, item)| ("off-scale", row, item)).collect();
        prop_assert_eq!(found, expected);
    }
}
