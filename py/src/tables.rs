//! Kernels over tables: Arrow columns in place, Arrow columns out.
#![expect(clippy::needless_pass_by_value, reason = "arguments from Python come as values")]

use crate::MeedoenError;
use crate::arrow::{Table, batches};
use arrow_array::cast::AsArray;
use arrow_array::types::{ArrowPrimitiveType, UInt16Type, UInt32Type, UInt64Type};
use arrow_array::types::{Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type};
use arrow_array::{Array, ArrayRef, Float64Array, RecordBatch, StringArray};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};
use meedoen::behaviour::{Determinant, Standing, Thresholds, assess_columns};
use meedoen::document::Document;
use meedoen::error::{Mistake, Place, Problem};
use meedoen::measure::{Bits, Column, Instrument, Missing, ScoreColumn, Values};
use meedoen::{Error, Vocabulary};
use pyo3::prelude::*;
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
        let rows = if rows.is_empty() { vec![RecordBatch::new_empty(schema)] } else { rows };
        by_batch(&rows, &keep, |columns, first_row| {
            let scores = instrument.score_columns(columns, first_row)?;
            Ok(scores.scales.into_iter().map(|scale| (scale.scale.clone(), score_array(scale))).collect())
        })
    })
    .map_err(|error| refused(&error))
}

/// Assesses every row of a table of scores; `keep` are the columns that go along.
#[pyfunction]
pub(crate) fn assess_table(py: Python<'_>, table: &Bound<'_, PyAny>, keep: Vec<String>) -> PyResult<Table> {
    let (schema, rows) = batches(table)?;
    py.detach(|| {
        let thresholds = Thresholds::default();
        let rows = if rows.is_empty() { vec![RecordBatch::new_empty(schema)] } else { rows };
        by_batch(&rows, &keep, |columns, first_row| {
            let standings = assess_columns(columns, &thresholds, first_row)?.determinants;
            let mut arrays: Vec<(String, ArrayRef)> = vec![
                (
                    "limiting".to_owned(),
                    names(&standings, |standing| standing.is_some_and(Standing::hinders)),
                ),
                ("unknown".to_owned(), names(&standings, |standing| standing.is_none())),
            ];
            for (determinant, column) in &standings {
                let codes: StringArray = column.iter().map(|one| one.map(Vocabulary::code)).collect();
                arrays.push((determinant.code().to_owned(), Arc::new(codes)));
            }
            Ok(arrays)
        })
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
        let reliability = match rows.as_slice() {
            [only] => with_views(only, &[], |views| instrument.reliability(views, missing, 0))?,
            [] => {
                let empty = RecordBatch::new_empty(schema);
                with_views(&empty, &[], |views| instrument.reliability(views, missing, 0))?
            }
            several => {
                let columns = crate::estimate::columns(several)?;
                let views = columns.names().filter_map(|name| {
                    Some((name, Column { values: Values::F64(columns.get(name)?), present: None }))
                });
                instrument.reliability(&views.collect::<Vec<_>>(), missing, 0)?
            }
        };
        meedoen::operation::written(&reliability)
    })
    .map_err(|error| refused(&error))
}

fn refused(error: &Error) -> PyErr {
    MeedoenError::new_err(error.to_json())
}

/// Runs a kernel on each batch and collects its columns behind the kept ones, or every problem of every batch.
fn by_batch(
    rows: &[RecordBatch],
    keep: &[String],
    kernel: impl Fn(&[(&str, Column<'_>)], usize) -> Result<Vec<(String, ArrayRef)>, Error>,
) -> Result<Table, Error> {
    let (mut out, mut problems, mut first_row) = (Vec::new(), Vec::new(), 0);
    for batch in rows {
        match one_batch(batch, keep, first_row, &kernel) {
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
    first_row: usize,
    kernel: &impl Fn(&[(&str, Column<'_>)], usize) -> Result<Vec<(String, ArrayRef)>, Error>,
) -> Result<RecordBatch, Error> {
    let mut kept: Vec<(String, ArrayRef)> = Vec::new();
    for name in keep {
        let column = batch.column_by_name(name).ok_or(Mistake::MissingColumn { column: name.clone() })?;
        kept.push((name.clone(), Arc::clone(column)));
    }
    let scored = with_views(batch, keep, |views| kernel(views, first_row))?;
    RecordBatch::try_from_iter_with_nullable(
        kept.into_iter().chain(scored).map(|(name, array)| (name, array, true)),
    )
    .map_err(|_| {
        Mistake::Duplicate { what: meedoen::Label::of("de kolom", "column"), id: keep.join(", ") }.into()
    })
}

/// Runs a kernel on the columns of a batch but those that are kept, in place where they hold numbers.
fn with_views<T>(
    batch: &RecordBatch,
    keep: &[String],
    kernel: impl FnOnce(&[(&str, Column<'_>)]) -> Result<T, Error>,
) -> Result<T, Error> {
    let schema = batch.schema();
    let named = schema.fields().iter().zip(batch.columns());
    let named: Vec<(&str, &ArrayRef)> = named
        .map(|(field, array)| (field.name().as_str(), array))
        .filter(|(name, _)| !keep.iter().any(|kept| kept == name))
        .collect();
    // Kinds a kernel does not take in place become numbers first; a column of texts stays out until it is asked for.
    let cast: Vec<(&str, Option<Vec<f64>>)> =
        named.iter().map(|(name, array)| (*name, numbers(array))).collect();
    let columns = named.iter().zip(&cast).filter_map(|((name, array), (_, cast))| {
        let values = match cast {
            Some(numbers) => Values::F64(numbers),
            None => in_place(array)?,
        };
        let present = array.logical_nulls();
        Some((*name, values, present))
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
    kernel(&views).map_err(|error| name_unreadable(&error, &named))
}

/// A column that is there but holds no numbers is not a missing column.
fn name_unreadable(error: &Error, named: &[(&str, &ArrayRef)]) -> Error {
    let problems = error.problems().iter().map(|problem| {
        if let Mistake::MissingColumn { column } = problem.mistake()
            && let Some((_, array)) = named.iter().find(|(name, _)| name == column)
        {
            let kind = array.data_type().to_string();
            return Problem::new(
                Mistake::UnreadableColumn { column: column.clone(), kind },
                Place::default(),
            );
        }
        problem.clone()
    });
    Error::of(problems.collect()).unwrap_or_else(|| error.clone())
}

fn in_place(array: &ArrayRef) -> Option<Values<'_>> {
    fn of<T: ArrowPrimitiveType>(array: &ArrayRef) -> Option<&[T::Native]> {
        array.as_primitive_opt::<T>().map(|array| array.values().as_ref())
    }
    of::<Int8Type>(array)
        .map(Values::I8)
        .or_else(|| of::<UInt8Type>(array).map(Values::U8))
        .or_else(|| of::<Int16Type>(array).map(Values::I16))
        .or_else(|| of::<Int32Type>(array).map(Values::I32))
        .or_else(|| of::<Int64Type>(array).map(Values::I64))
        .or_else(|| of::<Float32Type>(array).map(Values::F32))
        .or_else(|| of::<Float64Type>(array).map(Values::F64))
}

fn numbers(array: &ArrayRef) -> Option<Vec<f64>> {
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

/// For each row the determinants of which something holds, separated by commas; an
/// empty text where there are none, for an absent one would look like “unknown”.
fn names(
    standings: &[(Determinant, Vec<Option<Standing>>)],
    holds: impl Fn(Option<Standing>) -> bool,
) -> ArrayRef {
    let rows = standings.first().map_or(0, |(_, column)| column.len());
    let row = |row: usize| {
        let of_row = standings.iter().filter(|(_, column)| holds(column.get(row).copied().flatten()));
        let codes: Vec<&str> = of_row.map(|(determinant, _)| determinant.code()).collect();
        Some(codes.join(", "))
    };
    Arc::new((0..rows).map(row).collect::<StringArray>())
}
