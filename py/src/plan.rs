//! Planning over tables: scores as Arrow columns in, what each row could get as Arrow columns out.
#![expect(clippy::needless_pass_by_value, reason = "arguments from Python come as values")]

use crate::arrow::{Table, batches};
use crate::tables::{determinants, refused, unreadable, whole, with_nan};
use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, Float64Array, RecordBatch, StringArray};
use meedoen::behaviour::{
    Caseload, PersonInCaseload, PersonPlan, Planning, Supposing, determinant_chart, people_of_columns,
    personal_potential, plan, potential, what_if,
};
use meedoen::column::{Column, Values};
use meedoen::document::Document;
use meedoen::error::Mistake;
use meedoen::response::Model;
use meedoen::{Error, Language};
use pyo3::prelude::*;
use serde_json::json;
use std::sync::Arc;

/// Plans for the people in the rows of a table; `request` is the document of the operation without people. The answer rests
/// on the plan without them.
#[pyfunction]
#[pyo3(signature = (table, request, id, chance, language))]
pub(crate) fn plan_table(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    request: &str,
    id: Option<String>,
    chance: Option<String>,
    language: &str,
) -> PyResult<Table> {
    let (schema, rows) = batches(table)?;
    let column = |name: &String| {
        schema
            .column_with_name(name)
            .ok_or_else(|| refused(&Mistake::MissingColumn { column: name.clone() }.into()))
    };
    if let Some(chance) = &chance {
        column(chance)?;
    }
    let names = match &id {
        None => None,
        Some(name) => {
            let (index, field) = column(name)?;
            let pieces = rows.iter().map(|batch| batch.column(index).as_ref());
            Some(crate::read::column(field, pieces)?.words())
        }
    };
    py.detach(|| {
        let language: Language = language.parse()?;
        let mut planning = Planning::from_json(request)?;
        let rows = whole(schema, rows);
        let columns = numbers(&rows, chance.as_deref())?;
        let own = chance.as_deref().and_then(|name| columns.iter().find(|(known, _)| known == name));
        let own = own.map(|(name, values)| (name.as_str(), column_of(values)));
        let scores = views(&columns, chance.as_deref());
        let count: usize = rows.iter().map(RecordBatch::num_rows).sum();
        let named = |row: usize| names.as_ref().and_then(|names| names.get(row).cloned().flatten());
        let ids = (0..count).map(|row| named(row).unwrap_or_else(|| (row + 1).to_string())).collect();
        planning.people = people_of_columns(ids, &scores, own)?;
        let mut plan = plan(&planning)?;
        let people = std::mem::take(&mut plan.people);
        let arrays = columns_of(&people, id.as_deref().unwrap_or("person"), language);
        let batch = RecordBatch::try_from_iter_with_nullable(
            arrays.into_iter().map(|(name, array)| (name, array, true)),
        );
        let batch = batch.map_err(|_| Error::from(Mistake::MissingColumn { column: "person".to_owned() }))?;
        Ok(Table::of_batches(vec![batch]).resting_on(&json!(plan)))
    })
    .map_err(|error| refused(&error))
}

/// Says what each determinant promises for the people in the rows of a table, as the operation does of a document.
#[pyfunction]
#[pyo3(signature = (table, outcome, model, draws, seed))]
pub(crate) fn potential_table(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    outcome: &str,
    model: Option<&str>,
    draws: Option<u32>,
    seed: Option<u32>,
) -> PyResult<String> {
    let (schema, rows) = batches(table)?;
    py.detach(|| {
        let mut caseload = caseload(&whole(schema, rows), outcome)?;
        caseload.model = model.map(Model::from_json).transpose()?;
        caseload.draws = draws.unwrap_or(caseload.draws);
        caseload.seed = seed.map_or(caseload.seed, u64::from);
        Ok(json!(potential(&caseload)?).to_string())
    })
    .map_err(|error| refused(&error))
}

/// Says what each determinant promises for one person beside the people in the rows of a table; `request` is the document of
/// the operation with a caseload of nobody.
#[pyfunction]
#[pyo3(signature = (table, outcome, request))]
pub(crate) fn personal_potential_table(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    outcome: &str,
    request: &str,
) -> PyResult<String> {
    let (schema, rows) = batches(table)?;
    py.detach(|| {
        let mut person = PersonInCaseload::from_json(request)?;
        let found = caseload(&whole(schema, rows), outcome)?;
        (person.caseload.scores, person.caseload.outcome) = (found.scores, found.outcome);
        Ok(json!(personal_potential(&person)?).to_string())
    })
    .map_err(|error| refused(&error))
}

/// Draws levels and relevance of the determinants for the people in the rows of a table.
#[pyfunction]
pub(crate) fn determinant_chart_table(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    outcome: &str,
    language: &str,
) -> PyResult<String> {
    let (schema, rows) = batches(table)?;
    py.detach(|| {
        let caseload = caseload(&whole(schema, rows), outcome)?;
        Ok(determinant_chart(&caseload, language.parse()?)?.to_string())
    })
    .map_err(|error| refused(&error))
}

/// Says what a rise of each determinant would do for the people in the rows of a table.
#[pyfunction]
#[pyo3(signature = (table, model, points))]
pub(crate) fn what_if_table(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    model: &str,
    points: Option<f64>,
) -> PyResult<String> {
    let (schema, rows) = batches(table)?;
    py.detach(|| {
        let model = Model::from_json(model)?;
        let rows = whole(schema, rows);
        let columns = numbers(&rows, None)?;
        let count: usize = rows.iter().map(RecordBatch::num_rows).sum();
        let ids = (1..=count).map(|row| row.to_string()).collect();
        let people = people_of_columns(ids, &views(&columns, None), None)?;
        Ok(json!(what_if(&Supposing { people, model, points: points.unwrap_or(1.0) })?).to_string())
    })
    .map_err(|error| refused(&error))
}

/// The people in the rows of a table, with the column of the outcome.
fn caseload(rows: &[RecordBatch], outcome: &str) -> Result<Caseload, Error> {
    let columns = numbers(rows, Some(outcome))?;
    let Some((_, values)) = columns.iter().find(|(name, _)| name == outcome) else {
        return Err(Mistake::MissingColumn { column: outcome.to_owned() }.into());
    };
    Caseload::of_columns(&views(&columns, Some(outcome)), column_of(values), None)
}

/// The columns that are named after determinants, and one more if it is there, as numbers with NaN for what is absent.
fn numbers(rows: &[RecordBatch], more: Option<&str>) -> Result<Vec<(String, Vec<f64>)>, Error> {
    let (mut problems, mut first_row) = (Vec::new(), 0);
    let mut wanted: Vec<&str> = determinants();
    wanted.extend(more);
    let mut columns: Vec<(String, Vec<f64>)> = Vec::new();
    for batch in rows {
        problems.extend(unreadable(batch, &wanted, first_row));
        for &name in wanted.iter().filter(|name| batch.column_by_name(name).is_some()) {
            let numbers = batch.column_by_name(name).and_then(with_nan).unwrap_or_default();
            match columns.iter_mut().find(|(known, _)| known == name) {
                Some((_, values)) => values.extend(numbers),
                None => columns.push((name.to_owned(), numbers)),
            }
        }
        first_row += batch.num_rows();
    }
    Error::of(problems).map_or(Ok(columns), Err)
}

fn column_of(values: &[f64]) -> Column<'_> {
    Column { values: Values::F64(values), present: None }
}

/// The columns but one.
fn views<'a>(columns: &'a [(String, Vec<f64>)], but: Option<&str>) -> Vec<(&'a str, Column<'a>)> {
    let others = columns.iter().filter(|(name, _)| Some(name.as_str()) != but);
    others.map(|(name, values)| (name.as_str(), column_of(values))).collect()
}

fn columns_of(people: &[PersonPlan], id: &str, language: Language) -> Vec<(String, ArrayRef)> {
    let texts = |text: &dyn Fn(&PersonPlan) -> Option<String>| -> ArrayRef {
        Arc::new(people.iter().map(text).collect::<StringArray>())
    };
    let numbers = |number: &dyn Fn(&PersonPlan) -> Option<f64>| -> ArrayRef {
        Arc::new(people.iter().map(number).collect::<Float64Array>())
    };
    let mut lists = ListBuilder::new(StringBuilder::new());
    for person in people {
        for one in &person.interventions {
            lists.values().append_value(&one.intervention);
        }
        lists.append(true);
    }
    let why = |person: &PersonPlan| {
        let sentences: Vec<&str> =
            person.reasons.iter().map(|reason| reason.text.in_language(language)).collect();
        Some(sentences.join("; "))
    };
    vec![
        (id.to_owned(), texts(&|person| Some(person.person.clone()))),
        ("interventions".to_owned(), Arc::new(lists.finish())),
        ("chance".to_owned(), numbers(&|person| person.chance)),
        ("chance_after".to_owned(), numbers(&|person| person.chance_after)),
        ("anything".to_owned(), numbers(&|person| person.anything)),
        ("reason".to_owned(), texts(&|person| person.reasons.first().map(|reason| reason.code.to_string()))),
        ("why".to_owned(), texts(&why)),
    ]
}
