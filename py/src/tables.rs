//! Kernels over tables: Arrow columns in place, Arrow columns out.
#![expect(clippy::needless_pass_by_value, reason = "arguments from Python come as values")]

use crate::MeedoenError;
use crate::arrow::{Table, batches};
use crate::cells::in_place;
use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::{ArrowPrimitiveType, UInt16Type, UInt32Type, UInt64Type};
use arrow_array::{Array, ArrayRef, Float64Array, RecordBatch, StringArray};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};
use arrow_schema::{DataType, SchemaRef};
use meedoen::behaviour::{Determinant, Standing, Thresholds, assess_columns, summarise_columns};
use meedoen::disclosure::Protection;
use meedoen::document::Document;
use meedoen::error::{Kind, Mistake, Place, Problem};
use meedoen::measure::{Bits, Column, Instrument, Missing, ScoreColumn, Values};
use meedoen::{Error, Vocabulary};
use pyo3::prelude::*;
use serde_json::json;
use std::sync::Arc;

/// Scores every row of a table on an instrument; `keep` are the columns that go along.
#[pyfunction]
pub(crate) fn score_table(
    py: Python<'_>,
    instrument: &str,
    table: &Bound<'_, PyAny>,
    keep: Vec<String>,
) -> PyResult<Table> {
    let (schema, rows) = batches(table)?;
    py.detach(|| {
        let instrument = Instrument::from_json(instrument)?;
        let items: Vec<&str> = instrument.items.iter().map(|item| item.id.as_str()).collect();
        let table = by_batch(&whole(schema, rows), &keep, &items, |columns, first_row| {
            let scores = instrument.score_columns(columns, first_row)?;
            Ok(scores.scales.into_iter().map(|scale| (scale.scale.clone(), score_array(scale))).collect())
        })?;
        let (id, version, provenance) = (&instrument.id, &instrument.version, &instrument.provenance);
        Ok(table.resting_on(&json!({"instrument": {"id": id, "version": version, "provenance": provenance}})))
    })
    .map_err(|error| refused(&error))
}

/// Assesses every row of a table of scores; `keep` are the columns that go along, `thresholds` a document.
#[pyfunction]
#[pyo3(signature = (table, keep, thresholds = None))]
pub(crate) fn assess_table(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    keep: Vec<String>,
    thresholds: Option<&str>,
) -> PyResult<Table> {
    let (schema, rows) = batches(table)?;
    py.detach(|| {
        let thresholds = thresholds.map_or_else(|| Ok(Thresholds::default()), Thresholds::from_json)?;
        let table = by_batch(&whole(schema, rows), &keep, &determinants(), |columns, first_row| {
            let standings = assess_columns(columns, &thresholds, first_row)?.determinants;
            let mut arrays: Vec<(String, ArrayRef)> = vec![
                (
                    "limiting".to_owned(),
                    codes(&standings, |standing| standing.is_some_and(Standing::hinders)),
                ),
                ("unknown".to_owned(), codes(&standings, |standing| standing.is_none())),
            ];
            for (determinant, column) in &standings {
                let codes: StringArray = column.iter().map(|one| one.map(Vocabulary::code)).collect();
                arrays.push((determinant.code().to_owned(), Arc::new(codes)));
            }
            Ok(arrays)
        })?;
        Ok(table.resting_on(&json!({"thresholds": thresholds})))
    })
    .map_err(|error| refused(&error))
}

/// Summarises a table of scores by the groups in one of its columns, as the operation does a document: the answer is
/// the same document.
#[pyfunction]
#[pyo3(signature = (table, by = None, thresholds = None, smallest = None))]
pub(crate) fn summarise_table(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    by: Option<String>,
    thresholds: Option<&str>,
    smallest: Option<u32>,
) -> PyResult<String> {
    let (schema, rows) = batches(table)?;
    let groups = match &by {
        None => None,
        Some(name) => {
            let (index, field) = schema
                .column_with_name(name)
                .ok_or_else(|| refused(&Mistake::MissingColumn { column: name.clone() }.into()))?;
            let pieces = rows.iter().map(|batch| batch.column(index).as_ref());
            Some(crate::read::column(field, pieces)?.words())
        }
    };
    py.detach(|| {
        let thresholds = thresholds.map_or_else(|| Ok(Thresholds::default()), Thresholds::from_json)?;
        let names: Vec<&str> =
            determinants().into_iter().filter(|name| Some(*name) != by.as_deref()).collect();
        let groups: Option<Vec<Option<&str>>> =
            groups.as_ref().map(|groups| groups.iter().map(Option::as_deref).collect());
        let smallest = smallest.unwrap_or(Protection::SMALLEST);
        let summary = over_all(&whole(schema, rows), &names, |columns| {
            summarise_columns(columns, groups.as_deref(), &thresholds, smallest)
        })?;
        Ok(json!(summary).to_string())
    })
    .map_err(|error| refused(&error))
}

/// The reliability of an instrument over the rows of a table, as a JSON document.
#[pyfunction]
pub(crate) fn reliability_table(
    py: Python<'_>,
    instrument: &str,
    table: &Bound<'_, PyAny>,
    missing: &str,
) -> PyResult<String> {
    let (schema, rows) = batches(table)?;
    py.detach(|| {
        let instrument = Instrument::from_json(instrument)?;
        let missing = Missing::from_code(missing)?;
        let items: Vec<&str> = instrument.items.iter().map(|item| item.id.as_str()).collect();
        let reliability =
            over_all(&whole(schema, rows), &items, |columns| instrument.reliability(columns, missing, 0))?;
        meedoen::operation::written(&reliability)
    })
    .map_err(|error| refused(&error))
}

pub(crate) fn determinants() -> Vec<&'static str> {
    Determinant::ALL.iter().map(|determinant| determinant.code()).collect()
}

/// The batches of a table; one without rows when there are none.
pub(crate) fn whole(schema: SchemaRef, rows: Vec<RecordBatch>) -> Vec<RecordBatch> {
    if rows.is_empty() { vec![RecordBatch::new_empty(schema)] } else { rows }
}

pub(crate) fn refused(error: &Error) -> PyErr {
    MeedoenError::new_err(error.to_json())
}

/// Runs a kernel on each batch and collects its columns behind the kept ones, or every problem of every batch. The
/// kernel is given the columns that are `wanted`.
fn by_batch(
    rows: &[RecordBatch],
    keep: &[String],
    wanted: &[&str],
    kernel: impl Fn(&[(&str, Column<'_>)], usize) -> Result<Vec<(String, ArrayRef)>, Error>,
) -> Result<Table, Error> {
    let (mut out, mut problems, mut first_row) = (Vec::new(), Vec::new(), 0);
    let wanted: Vec<&str> =
        wanted.iter().copied().filter(|name| !keep.iter().any(|kept| kept == name)).collect();
    for batch in rows {
        match one_batch(batch, keep, &wanted, first_row, &kernel) {
            Ok(batch) => out.push(batch),
            Err(error) => problems.extend(error.problems().to_vec()),
        }
        first_row += batch.num_rows();
    }
    match Error::of(problems) {
        Some(error) => Err(error),
        None => Ok(Table::of_batches(out)),
    }
}

fn one_batch(
    batch: &RecordBatch,
    keep: &[String],
    wanted: &[&str],
    first_row: usize,
    kernel: &impl Fn(&[(&str, Column<'_>)], usize) -> Result<Vec<(String, ArrayRef)>, Error>,
) -> Result<RecordBatch, Error> {
    let mut problems = unreadable(batch, wanted, first_row);
    let mut kept: Vec<(String, ArrayRef)> = Vec::new();
    for name in keep {
        match batch.column_by_name(name) {
            Some(column) => kept.push((name.clone(), Arc::clone(column))),
            None => {
                problems
                    .push(Problem::new(Mistake::MissingColumn { column: name.clone() }, Place::default()));
            }
        }
    }
    let scored = match with_views(batch, wanted, |views| kernel(views, first_row)) {
        Ok(scored) => scored,
        Err(error) => {
            // A column that is there but holds no numbers is not a missing column.
            let is_there = |problem: &&Problem| match problem.mistake() {
                Mistake::MissingColumn { column } => batch.column_by_name(column).is_none(),
                _ => true,
            };
            problems.extend(error.problems().iter().filter(is_there).cloned());
            Vec::new()
        }
    };
    if let Some(error) = Error::of(problems) {
        return Err(error);
    }
    RecordBatch::try_from_iter_with_nullable(
        kept.into_iter().chain(scored).map(|(name, array)| (name, array, true)),
    )
    .map_err(|_| {
        Mistake::Duplicate { what: meedoen::Label::of("de kolom", "column"), id: keep.join(", ") }.into()
    })
}

/// Runs a kernel on the wanted columns of a batch that hold numbers, in place where it takes them so.
fn with_views<T>(
    batch: &RecordBatch,
    wanted: &[&str],
    kernel: impl FnOnce(&[(&str, Column<'_>)]) -> Result<T, Error>,
) -> Result<T, Error> {
    let named: Vec<(&str, &ArrayRef)> =
        wanted.iter().filter_map(|name| Some((*name, batch.column_by_name(name)?))).collect();
    // Kinds a kernel does not take in place become numbers first.
    let cast: Vec<Option<Vec<f64>>> = named.iter().map(|(_, array)| numbers(array)).collect();
    let columns = named.iter().zip(&cast).filter_map(|((name, array), cast)| {
        let values = match cast {
            Some(numbers) => Values::F64(numbers),
            None => in_place(array)?,
        };
        Some((*name, values, array.logical_nulls()))
    });
    let columns: Vec<(&str, Values<'_>, Option<NullBuffer>)> = columns.collect();
    let views: Vec<(&str, Column<'_>)> = columns
        .iter()
        .map(|(name, values, nulls)| {
            let present =
                nulls.as_ref().map(|nulls| Bits { bytes: nulls.validity(), offset: nulls.offset() });
            (*name, Column { values: *values, present })
        })
        .collect();
    kernel(&views)
}

/// Runs a kernel on the wanted columns of all batches as of one table, or gives every column that holds no numbers.
fn over_all<T>(
    rows: &[RecordBatch],
    wanted: &[&str],
    kernel: impl FnOnce(&[(&str, Column<'_>)]) -> Result<T, Error>,
) -> Result<T, Error> {
    let (mut problems, mut first_row) = (Vec::new(), 0);
    for batch in rows {
        problems.extend(unreadable(batch, wanted, first_row));
        first_row += batch.num_rows();
    }
    if let Some(error) = Error::of(problems) {
        return Err(error);
    }
    if let [only] = rows {
        return with_views(only, wanted, kernel);
    }
    let there = wanted.iter().filter(|name| rows.iter().any(|batch| batch.column_by_name(name).is_some()));
    let columns: Vec<(&str, Vec<f64>)> = there
        .map(|name| {
            let pieces = rows.iter().filter_map(|batch| with_nan(batch.column_by_name(name)?));
            (*name, pieces.flatten().collect())
        })
        .collect();
    let views: Vec<(&str, Column<'_>)> = columns
        .iter()
        .map(|(name, values)| (*name, Column { values: Values::F64(values), present: None }))
        .collect();
    kernel(&views)
}

/// A problem for every wanted column that is there but holds no numbers, with the first row that shows it.
pub(crate) fn unreadable(batch: &RecordBatch, wanted: &[&str], first_row: usize) -> Vec<Problem> {
    let columns = wanted.iter().filter_map(|name| Some((*name, batch.column_by_name(name)?)));
    let unread = columns.filter(|(_, array)| numbers(array).is_none() && in_place(array).is_none());
    let problem = |(name, array): (&str, &ArrayRef)| {
        let column = name.to_owned();
        let found = crate::read::texts(array.as_ref()).and_then(|texts| {
            let stray =
                |text: &Option<String>| text.as_ref().is_some_and(|text| text.trim().parse::<f64>().is_err());
            // Where every text is a number, all of them are the trouble: the first is shown.
            let row = texts.iter().position(stray).or_else(|| texts.iter().position(Option::is_some))?;
            Some((row, texts.get(row).cloned().flatten()?))
        });
        match found {
            Some((row, text)) => Problem::new(
                Mistake::UnreadableColumn { column, kind: Kind::Text, value: Some(text) },
                Place::row(first_row + row + 1).at(name),
            ),
            None => Problem::new(
                Mistake::UnreadableColumn { column, kind: kind(array), value: None },
                Place::default(),
            ),
        }
    };
    unread.map(problem).collect()
}

/// What a column that holds no numbers holds.
fn kind(array: &ArrayRef) -> Kind {
    match array.data_type() {
        DataType::Boolean => Kind::Truth,
        kind if kind.is_temporal() => Kind::Date,
        kind if kind.is_nested() => Kind::List,
        _ => Kind::Text,
    }
}

/// The numbers of a column, NaN where one is absent; `None` when it holds no numbers.
pub(crate) fn with_nan(array: &ArrayRef) -> Option<Vec<f64>> {
    let cast = numbers(array);
    let values = match &cast {
        Some(numbers) => Values::F64(numbers),
        None => in_place(array)?,
    };
    let nulls = array.logical_nulls();
    let present = nulls.as_ref().map(|nulls| Bits { bytes: nulls.validity(), offset: nulls.offset() });
    let column = Column { values, present };
    Some((0..array.len()).map(|row| column.get(row).unwrap_or(f64::NAN)).collect())
}

pub(crate) fn numbers(array: &ArrayRef) -> Option<Vec<f64>> {
    fn of<T: ArrowPrimitiveType>(array: &ArrayRef, number: impl Fn(T::Native) -> f64) -> Option<Vec<f64>> {
        array.as_primitive_opt::<T>().map(|array| array.values().iter().map(|&value| number(value)).collect())
    }
    if array.data_type().is_null() {
        return Some(vec![f64::NAN; array.len()]);
    }
    #[expect(clippy::cast_precision_loss, reason = "an answer that large is refused either way")]
    of::<UInt16Type>(array, f64::from)
        .or_else(|| of::<UInt32Type>(array, f64::from))
        .or_else(|| of::<UInt64Type>(array, |value| value as f64))
}

fn score_array(scale: ScoreColumn) -> ArrayRef {
    let rows = scale.values.len();
    let nulls = NullBuffer::new(BooleanBuffer::new(Buffer::from_vec(scale.present), 0, rows));
    Arc::new(Float64Array::new(scale.values.into(), Some(nulls)))
}

/// For each row a list of the determinants of which something holds; an empty list where there are none, for an
/// absent one would look like “unknown”.
fn codes(
    standings: &[(Determinant, Vec<Option<Standing>>)],
    holds: impl Fn(Option<Standing>) -> bool,
) -> ArrayRef {
    let rows = standings.first().map_or(0, |(_, column)| column.len());
    let mut lists = ListBuilder::new(StringBuilder::new());
    for row in 0..rows {
        for (determinant, column) in standings {
            if holds(column.get(row).copied().flatten()) {
                lists.values().append_value(determinant.code());
            }
        }
        lists.append(true);
    }
    Arc::new(lists.finish())
}
