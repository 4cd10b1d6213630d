//! Tables of events beside a roadmap: Arrow columns in, two tables out.

use crate::MeedoenError;
use crate::arrow::{Table, batches};
use crate::cells::Held;
use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, BooleanArray, Float64Array, RecordBatch, StringArray, UInt32Array};
use meedoen::column::Named;
use meedoen::conformance::{Checked, Roadmap, check_columns};
use meedoen::document::Document;
use meedoen::error::{Mistake, Place, Problem};
use meedoen::{Error, Vocabulary};
use pyo3::prelude::*;
use std::sync::Arc;

/// Holds each case of a table against a roadmap; gives a table of the cases and one of their deviations.
#[pyfunction]
pub(crate) fn check_traces(
    py: Python<'_>,
    roadmap: &str,
    table: &Bound<'_, PyAny>,
    case: &str,
    step: &str,
) -> PyResult<(Table, Table)> {
    let (schema, rows) = batches(table)?;
    py.detach(|| {
        let roadmap = Roadmap::from_json(roadmap)?;
        let (mut held, mut problems): (Vec<(Held, Held)>, Vec<Problem>) = (Vec::new(), Vec::new());
        let missing = [case, step].into_iter().filter(|name| schema.column_with_name(name).is_none());
        problems.extend(
            missing.map(|name| {
                Problem::new(Mistake::MissingColumn { column: name.to_owned() }, Place::default())
            }),
        );
        for batch in &rows {
            let column = |name: &str| batch.column_by_name(name).map(|array| Held::of(name, array));
            match (column(case), column(step)) {
                (Some(Ok(cases)), Some(Ok(steps))) => held.push((cases, steps)),
                // The same column in a later piece is no new problem.
                (cases, steps) if problems.is_empty() => {
                    let errors = [cases, steps].into_iter().flatten().filter_map(Result::err);
                    problems.extend(errors.flat_map(|error| error.problems().to_vec()));
                }
                _ => {}
            }
        }
        if let Some(error) = Error::of(problems) {
            return Err(error);
        }
        let pieces: Vec<(Named<'_>, Named<'_>)> = held
            .iter()
            .filter_map(|(cases, steps)| {
                let named = |name, cells| Named { name, cells };
                Some((named(case, cases.cells()?), named(step, steps.cells()?)))
            })
            .collect();
        let checked = check_columns(&roadmap, &pieces)?;
        Ok((of_cases(&checked), of_deviations(&checked, &roadmap)))
    })
    .map_err(|error: Error| MeedoenError::new_err(error.to_json()))
}

fn of_cases(checked: &Checked) -> Table {
    let cases = || checked.cases.iter();
    table(vec![
        ("case", Arc::new(cases().map(|case| Some(case.name.as_str())).collect::<StringArray>())),
        ("follows", Arc::new(cases().map(|case| Some(case.following.cost == 0)).collect::<BooleanArray>())),
        ("fitness", Arc::new(cases().map(|case| case.following.fitness).collect::<Float64Array>())),
        ("cost", Arc::new(cases().map(|case| case.following.cost).collect::<UInt32Array>())),
        ("events", Arc::new(cases().map(|case| case.following.events).collect::<UInt32Array>())),
        ("outside", Arc::new(cases().map(|case| case.following.outside).collect::<UInt32Array>())),
    ])
}

fn of_deviations(checked: &Checked, roadmap: &Roadmap) -> Table {
    let mut names = StringBuilder::new();
    let mut first = 0;
    for case in &checked.cases {
        for _ in first..case.last {
            names.append_value(&case.name);
        }
        first = case.last;
    }
    let all = || checked.deviations.iter();
    let step = |step: u16| roadmap.steps().get(usize::from(step)).map(|step| step.id.as_str());
    let stage = |stage: u16| roadmap.stages().get(usize::from(stage)).map(|stage| stage.id.as_str());
    table(vec![
        ("case", Arc::new(names.finish())),
        ("event", Arc::new(all().map(|one| one.event).collect::<UInt32Array>())),
        ("kind", Arc::new(all().map(|one| Some(one.kind.code())).collect::<StringArray>())),
        ("step", Arc::new(all().map(|one| step(one.step)).collect::<StringArray>())),
        ("stage", Arc::new(all().map(|one| stage(one.stage)).collect::<StringArray>())),
    ])
}

fn table(columns: Vec<(&str, ArrayRef)>) -> Table {
    // Columns of one length with names of their own always make a batch.
    let batch = RecordBatch::try_from_iter_with_nullable(
        columns.into_iter().map(|(name, array)| (name, array, true)),
    );
    Table::of_batches(batch.into_iter().collect())
}
