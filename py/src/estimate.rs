//! Estimation on tables: Arrow columns in place where they hold numbers of 64 bits, turned into them where not.

use crate::MeedoenError;
use crate::arrow::batches;
use crate::tables::unreadable;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type,
    UInt64Type,
};
use arrow_array::{Array, RecordBatch};
use arrow_schema::DataType;
use meedoen::{Columns, Error};
use pyo3::prelude::*;
use std::borrow::Cow;

/// Estimates a model on a table: the name of the operation, the model and the answer as JSON documents.
#[pyfunction]
pub(crate) fn estimate_table(
    py: Python<'_>,
    name: &str,
    model: &str,
    table: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let (_, rows) = batches(table)?;
    py.detach(|| meedoen::operation::estimate(name, model, |wanted| columns(&rows, wanted)))
        .map_err(|error| MeedoenError::new_err(error.to_json()))
}

/// The wanted columns that the table has, or every one that holds no numbers.
fn columns<'a>(rows: &'a [RecordBatch], wanted: &[String]) -> Result<Columns<'a>, Error> {
    let (mut problems, mut found) = (Vec::new(), Vec::new());
    for name in wanted {
        let (mut pieces, mut first_row) = (Vec::new(), 0);
        for batch in rows {
            let Some(array) = batch.column_by_name(name) else { continue };
            match numbers(array) {
                Some(piece) => pieces.push(piece),
                None => problems.extend(unreadable(batch, &[name], first_row)),
            }
            first_row += batch.num_rows();
        }
        match <[Cow<'_, [f64]>; 1]>::try_from(pieces) {
            Ok([only]) => found.push((name.clone(), only)),
            Err(pieces) if pieces.is_empty() => {}
            Err(pieces) => found.push((
                name.clone(),
                Cow::Owned(pieces.iter().flat_map(|piece| piece.iter().copied()).collect()),
            )),
        }
    }
    match Error::of(problems) {
        Some(error) => Err(error),
        None => Columns::new(found),
    }
}

/// The values of an array as numbers, NaN where one is missing; none when it holds something else.
fn numbers(array: &dyn Array) -> Option<Cow<'_, [f64]>> {
    macro_rules! of {
        ($kind:ty, $number:expr) => {{
            let number = $number;
            let array = array.as_primitive_opt::<$kind>()?;
            Cow::Owned(if array.null_count() == 0 {
                array.values().iter().map(|&value| number(value)).collect()
            } else {
                array.iter().map(|value| value.map_or(f64::NAN, number)).collect()
            })
        }};
    }
    #[expect(clippy::cast_precision_loss, reason = "whole numbers beyond 2^53 have no place in a regression")]
    Some(match array.data_type() {
        DataType::Float64 if array.null_count() == 0 => {
            Cow::Borrowed(array.as_primitive_opt::<Float64Type>()?.values())
        }
        DataType::Float64 => of!(Float64Type, |value: f64| value),
        DataType::Float32 => of!(Float32Type, f64::from),
        DataType::Int8 => of!(Int8Type, f64::from),
        DataType::Int16 => of!(Int16Type, f64::from),
        DataType::Int32 => of!(Int32Type, f64::from),
        DataType::Int64 => of!(Int64Type, |value: i64| value as f64),
        DataType::UInt8 => of!(UInt8Type, f64::from),
        DataType::UInt16 => of!(UInt16Type, f64::from),
        DataType::UInt32 => of!(UInt32Type, f64::from),
        DataType::UInt64 => of!(UInt64Type, |value: u64| value as f64),
        DataType::Boolean => {
            let truths = array.as_boolean().iter();
            Cow::Owned(
                truths.map(|truth| truth.map_or(f64::NAN, |truth| f64::from(u8::from(truth)))).collect(),
            )
        }
        DataType::Null => Cow::Owned(vec![f64::NAN; array.len()]),
        _ => return None,
    })
}
