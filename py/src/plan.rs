//! Planning over tables: scores as Arrow columns in, what each row could get as Arrow columns out.
#![expect(clippy::needless_pass_by_value, reason = "arguments from Python come as values")]

use crate::arrow::{Table, batches};
use crate::tables::{determinants, refused, unreadable, whole, with_nan};
use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, Float64Array, RecordBatch, StringArray};
use meedoen::behaviour::{PersonPlan, Planning, plan};
use meedoen::column::{Column, Values};
use meedoen::document::Document;
use meedoen::error::Mistake;
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
        let planning = Planning::from_json(request)?;
        let (mut problems, mut first_row) = (Vec::new(), 0);
        let mut wanted: Vec<&str> = determinants();
        wanted.extend(chance.as_deref());
        let mut columns: Vec<(&str, Vec<f64>)> = Vec::new();
        for batch in &whole(schema, rows) {
            problems.extend(unreadable(batch, &wanted, first_row));
            for &name in wanted.iter().filter(|name| batch.column_by_name(name).is_some()) {
                let numbers = batch.column_by_name(name).and_then(with_nan).unwrap_or_default();
                match columns.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, values)) => values.extend(numbers),
                    None => columns.push((name, numbers)),
                }
            }
            first_row += batch.num_rows();
        }
        if let Some(error) = Error::of(problems) {
            return Err(error);
        }
        let own = chance.as_deref().and_then(|name| columns.iter().find(|(known, _)| *known == name));
        let own = own.map(|(name, values)| (*name, Column { values: Values::F64(values), present: None }));
        let scores: Vec<(&str, Column<'_>)> = columns
            .iter()
            .filter(|(name, _)| Some(*name) != chance.as_deref())
            .map(|(name, values)| (*name, Column { values: Values::F64(values), present: None }))
            .collect();
        let named = |row: usize| names.as_ref().and_then(|names| names.get(row).cloned().flatten());
        let ids = (0..first_row).map(|row| named(row).unwrap_or_else(|| (row + 1).to_string())).collect();
        let mut plan = plan(&planning.with_columns(ids, &scores, own)?)?;
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
