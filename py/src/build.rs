//! Python columns into Arrow: buffers of numbers as a whole, lists cell by cell.

use crate::MeedoenError;
use arrow_array::builder::StringBuilder;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Float64Array, Int64Array, NullArray, PrimitiveArray, RecordBatch,
    StringArray,
};
use arrow_buffer::BooleanBuffer;
use meedoen::Error;
use meedoen::error::{Mistake, Place, Problem};
use pyo3::buffer::{Element, PyBuffer};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString};
use std::sync::Arc;

/// Missing in numpy's dates and times.
const NOT_A_TIME: i64 = i64::MIN;

/// A batch of the columns in `{name: (form, values)}`, where the form says how to read the values.
pub(crate) fn batch(columns: &Bound<'_, PyDict>) -> PyResult<RecordBatch> {
    let mut arrays: Vec<(String, ArrayRef)> = Vec::with_capacity(columns.len());
    let mut uneven = Vec::new();
    for (name, column) in columns {
        let name: String = name.extract()?;
        let (form, values): (String, Bound<'_, PyAny>) = column.extract()?;
        let array = array(&name, &form, &values)?;
        if let Some((_, expected)) = arrays.first().filter(|(_, expected)| expected.len() != array.len()) {
            let mistake =
                Mistake::UnevenColumns { column: name.clone(), rows: array.len(), expected: expected.len() };
            uneven.push(Problem::new(mistake, Place::default()));
        }
        arrays.push((name, array));
    }
    if let Some(error) = Error::of(uneven) {
        return Err(MeedoenError::new_err(error.to_json()));
    }
    RecordBatch::try_from_iter_with_nullable(arrays.into_iter().map(|(name, array)| (name, array, true)))
        .map_err(|error| PyValueError::new_err(error.to_string()))
}

fn array(name: &str, form: &str, values: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    match form {
        "numbers" => numbers(name, values),
        "truths" => {
            let truths = buffer::<u8>(values)?;
            let bits = BooleanBuffer::collect_bool(truths.len(), |row| {
                truths.get(row).is_some_and(|&truth| truth != 0)
            });
            Ok(Arc::new(BooleanArray::new(bits, None)))
        }
        "days" => {
            let days = buffer::<i64>(values)?;
            Ok(Arc::new(
                days.iter().map(|&day| i32::try_from(day).ok()).collect::<PrimitiveArray<Date32Type>>(),
            ))
        }
        "microseconds" => {
            let times = buffer::<i64>(values)?;
            let known = times.iter().map(|&time| (time != NOT_A_TIME).then_some(time));
            Ok(Arc::new(known.collect::<PrimitiveArray<TimestampMicrosecondType>>()))
        }
        "texts" => texts(values),
        "list" => list(name, values.cast::<PyList>()?),
        _ => Err(PyTypeError::new_err(format!("column `{name}`: no such form: {form}"))),
    }
}

fn buffer<T: Element>(values: &Bound<'_, PyAny>) -> PyResult<Vec<T>> {
    PyBuffer::<T>::get(values)?.to_vec(values.py())
}

fn numbers(name: &str, values: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    fn of<T: ArrowPrimitiveType>(values: &Bound<'_, PyAny>) -> Option<PyResult<ArrayRef>>
    where
        T::Native: Element,
        PrimitiveArray<T>: From<Vec<T::Native>>,
    {
        let buffer = PyBuffer::<T::Native>::get(values).ok()?;
        let cells = buffer.to_vec(values.py());
        Some(cells.map(|cells| Arc::new(PrimitiveArray::<T>::from(cells)) as ArrayRef))
    }
    of::<Float64Type>(values)
        .or_else(|| of::<Int64Type>(values))
        .or_else(|| of::<Int32Type>(values))
        .or_else(|| of::<Float32Type>(values))
        .or_else(|| of::<UInt8Type>(values))
        .or_else(|| of::<Int8Type>(values))
        .or_else(|| of::<Int16Type>(values))
        .or_else(|| of::<UInt16Type>(values))
        .or_else(|| of::<UInt32Type>(values))
        .or_else(|| of::<UInt64Type>(values))
        .unwrap_or_else(|| Err(PyTypeError::new_err(format!("column `{name}` is not a buffer of numbers"))))
}

/// Texts of one width as numpy keeps them: a row of code points each, filled up with zeros.
fn texts(values: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    let buffer = PyBuffer::<u32>::get(values)?;
    let width = buffer.shape().get(1).copied().unwrap_or(0);
    let rows = buffer.shape().first().copied().unwrap_or(0);
    let points = buffer.to_vec(values.py())?;
    let text = |row: usize| -> String {
        let cell = points.get(row * width..(row + 1) * width).unwrap_or(&[]);
        cell.iter().take_while(|&&point| point != 0).filter_map(|&point| char::from_u32(point)).collect()
    };
    Ok(Arc::new(StringArray::from_iter_values((0..rows).map(text))))
}

/// A list of one kind of value and `None`.
fn list(name: &str, values: &Bound<'_, PyList>) -> PyResult<ArrayRef> {
    let present = || values.iter().filter(|value| !value.is_none());
    let whole =
        |value: &Bound<'_, PyAny>| value.is_instance_of::<PyInt>() && !value.is_instance_of::<PyBool>();
    if present().next().is_none() {
        return Ok(Arc::new(NullArray::new(values.len())));
    }
    if present().all(|value| value.is_instance_of::<PyString>()) {
        let mut texts = StringBuilder::with_capacity(values.len(), values.len() * 8);
        for value in values {
            texts.append_option(value.cast::<PyString>().ok().map(|text| text.to_str()).transpose()?);
        }
        return Ok(Arc::new(texts.finish()));
    }
    if present().all(|value| value.is_instance_of::<PyBool>()) {
        return Ok(Arc::new(BooleanArray::from(cells::<bool>(values)?)));
    }
    if present().all(|value| whole(&value)) {
        return Ok(Arc::new(Int64Array::from(cells::<i64>(values)?)));
    }
    if present().all(|value| whole(&value) || value.is_instance_of::<PyFloat>()) {
        return Ok(Arc::new(Float64Array::from(cells::<f64>(values)?)));
    }
    Err(PyTypeError::new_err(format!("column `{name}` mixes texts, numbers or truth values")))
}

fn cells<'py, T: for<'a> FromPyObject<'a, 'py, Error = PyErr>>(
    values: &Bound<'py, PyList>,
) -> PyResult<Vec<Option<T>>> {
    values.iter().map(|value| if value.is_none() { Ok(None) } else { value.extract().map(Some) }).collect()
}
