//! Arrow columns into values: every layout a library may send, as one of six kinds.

use arrow_array::cast::AsArray;
use arrow_array::temporal_conversions::{as_date, as_datetime};
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Decimal128Type, DecimalType, Float32Type, Float64Type,
    Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, Float64Array, StringArrayType};
use arrow_schema::{DataType, Field, TimeUnit};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyList};

/// The values of a column; `None` where one is missing.
pub(crate) enum Column {
    Numbers(Vec<Option<f64>>),
    Whole(Vec<Option<i64>>),
    Truths(Vec<Option<bool>>),
    Texts(Vec<Option<String>>),
    Dates(Vec<Option<NaiveDate>>),
    Moments(Vec<Option<NaiveDateTime>>),
    Lists(Vec<Option<Vec<Option<String>>>>),
}

/// The column that these pieces make up.
pub(crate) fn column<'a>(field: &Field, pieces: impl Iterator<Item = &'a dyn Array>) -> PyResult<Column> {
    use Column::{Dates, Lists, Moments, Numbers, Texts, Truths, Whole};
    let unreadable = || {
        let (name, kind) = (field.name(), field.data_type());
        PyTypeError::new_err(format!(
            "column `{name}` holds {kind}, which cannot be read as numbers, texts or dates"
        ))
    };
    Ok(match field.data_type() {
        DataType::Null => Numbers(pieces.flat_map(|piece| vec![None; piece.len()]).collect()),
        DataType::Float64 => Numbers(each::<Float64Type, _>(pieces, Some)),
        DataType::Float32 => Numbers(each::<Float32Type, _>(pieces, |v| Some(f64::from(v)))),
        // By way of its digits: dividing by a power of ten would round twice.
        &DataType::Decimal128(precision, scale) => Numbers(each::<Decimal128Type, _>(pieces, |v| {
            Decimal128Type::format_decimal(v, precision, scale).parse().ok()
        })),
        DataType::Int8 => Whole(each::<Int8Type, _>(pieces, |v| Some(v.into()))),
        DataType::Int16 => Whole(each::<Int16Type, _>(pieces, |v| Some(v.into()))),
        DataType::Int32 => Whole(each::<Int32Type, _>(pieces, |v| Some(v.into()))),
        DataType::Int64 => Whole(each::<Int64Type, _>(pieces, Some)),
        DataType::UInt8 => Whole(each::<UInt8Type, _>(pieces, |v| Some(v.into()))),
        DataType::UInt16 => Whole(each::<UInt16Type, _>(pieces, |v| Some(v.into()))),
        DataType::UInt32 => Whole(each::<UInt32Type, _>(pieces, |v| Some(v.into()))),
        DataType::UInt64 => {
            let values = each::<UInt64Type, _>(pieces, |v| Some(i64::try_from(v).map_err(|_| unreadable())));
            Whole(values.into_iter().map(Option::transpose).collect::<PyResult<_>>()?)
        }
        DataType::List(_) => Lists(lists(pieces).ok_or_else(unreadable)?),
        DataType::Boolean => {
            Truths(pieces.flat_map(|piece| piece.as_boolean().iter().collect::<Vec<_>>()).collect())
        }
        DataType::Date32 => Dates(each::<Date32Type, _>(pieces, |v| as_date::<Date32Type>(v.into()))),
        DataType::Date64 => Dates(each::<Date64Type, _>(pieces, as_date::<Date64Type>)),
        // A moment in a time zone has no date before someone says in which zone to read it.
        DataType::Timestamp(unit, None) => Moments(match unit {
            TimeUnit::Second => each::<TimestampSecondType, _>(pieces, as_datetime::<TimestampSecondType>),
            TimeUnit::Millisecond => {
                each::<TimestampMillisecondType, _>(pieces, as_datetime::<TimestampMillisecondType>)
            }
            TimeUnit::Microsecond => {
                each::<TimestampMicrosecondType, _>(pieces, as_datetime::<TimestampMicrosecondType>)
            }
            TimeUnit::Nanosecond => {
                each::<TimestampNanosecondType, _>(pieces, as_datetime::<TimestampNanosecondType>)
            }
        }),
        _ => Texts(pieces.map(texts).collect::<Option<Vec<_>>>().ok_or_else(unreadable)?.concat()),
    })
}

fn each<'a, T: ArrowPrimitiveType, V>(
    pieces: impl Iterator<Item = &'a dyn Array>,
    value: impl Fn(T::Native) -> Option<V>,
) -> Vec<Option<V>> {
    pieces
        .flat_map(|piece| {
            piece.as_primitive::<T>().iter().map(|cell| cell.and_then(&value)).collect::<Vec<_>>()
        })
        .collect()
}

/// Lists of texts; `None` if they hold something else.
fn lists<'a>(pieces: impl Iterator<Item = &'a dyn Array>) -> Option<Vec<Option<Vec<Option<String>>>>> {
    let mut rows = Vec::new();
    for piece in pieces {
        for row in piece.as_list::<i32>() {
            rows.push(match row {
                Some(row) => Some(texts(row.as_ref())?),
                None => None,
            });
        }
    }
    Some(rows)
}

/// The bytes of a column of 64-bit numbers with NaN where one is missing, written once; `None` for other columns.
pub(crate) fn floats<'py>(py: Python<'py>, pieces: &[&dyn Array]) -> Option<PyResult<Bound<'py, PyAny>>> {
    let pieces: Vec<&Float64Array> =
        pieces.iter().map(|piece| piece.as_primitive_opt::<Float64Type>()).collect::<Option<_>>()?;
    let rows: usize = pieces.iter().copied().map(Array::len).sum();
    if pieces.is_empty() {
        return None;
    }
    let written = PyByteArray::new_with(py, rows * size_of::<f64>(), |bytes| {
        let mut rest = bytes;
        for piece in &pieces {
            let (own, after) = rest.split_at_mut(piece.len() * size_of::<f64>());
            let (cells, _) = own.as_chunks_mut::<{ size_of::<f64>() }>();
            for (cell, value) in cells.iter_mut().zip(piece.values()) {
                *cell = value.to_ne_bytes();
            }
            if let Some(nulls) = piece.nulls() {
                for (cell, present) in cells.iter_mut().zip(nulls) {
                    if !present {
                        *cell = f64::NAN.to_ne_bytes();
                    }
                }
            }
            rest = after;
        }
        Ok(())
    });
    Some(written.map(Bound::into_any))
}

/// The texts of a piece in any of Arrow's layouts; `None` if it holds something else.
pub(crate) fn texts(piece: &dyn Array) -> Option<Vec<Option<String>>> {
    fn of<'a>(array: &impl StringArrayType<'a>) -> Vec<Option<String>> {
        array.iter().map(|text| text.map(str::to_owned)).collect()
    }
    if let Some(dictionary) = piece.as_any_dictionary_opt() {
        let words = texts(dictionary.values().as_ref())?;
        let keys = dictionary.normalized_keys();
        let word =
            |(row, key): (usize, usize)| words.get(key).cloned().flatten().filter(|_| !piece.is_null(row));
        return Some(keys.into_iter().enumerate().map(word).collect());
    }
    match piece.data_type() {
        DataType::Utf8 => Some(of(&piece.as_string::<i32>())),
        DataType::LargeUtf8 => Some(of(&piece.as_string::<i64>())),
        DataType::Utf8View => Some(of(&piece.as_string_view())),
        _ => None,
    }
}

impl Column {
    /// The values as words, by which rows can be grouped; `None` where one is missing.
    pub(crate) fn words(self) -> Vec<Option<String>> {
        fn of<T: ToString>(values: Vec<Option<T>>) -> Vec<Option<String>> {
            values.into_iter().map(|value| value.map(|value| value.to_string())).collect()
        }
        match self {
            Self::Numbers(values) => {
                let shown = |value: f64| (!value.is_nan()).then(|| meedoen::math::shown(value));
                values.into_iter().map(|value| value.and_then(shown)).collect()
            }
            Self::Whole(values) => of(values),
            Self::Truths(values) => of(values),
            Self::Texts(values) => values,
            Self::Dates(values) => of(values),
            Self::Moments(values) => of(values),
            Self::Lists(values) => {
                let joined =
                    |list: Vec<Option<String>>| list.into_iter().flatten().collect::<Vec<_>>().join(", ");
                values.into_iter().map(|value| value.map(joined)).collect()
            }
        }
    }

    pub(crate) fn to_list<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        match self {
            Self::Numbers(values) => PyList::new(py, values),
            Self::Whole(values) => PyList::new(py, values),
            Self::Truths(values) => PyList::new(py, values),
            Self::Texts(values) => PyList::new(py, values),
            Self::Dates(values) => PyList::new(py, values),
            Self::Moments(values) => PyList::new(py, values),
            Self::Lists(values) => PyList::new(py, values),
        }
    }

    pub(crate) fn to_buffer<'py>(&self, py: Python<'py>) -> PyResult<(&'static str, Bound<'py, PyAny>)> {
        let bytes = |bytes: Vec<u8>| PyByteArray::new(py, &bytes).into_any();
        let epoch = DateTime::UNIX_EPOCH.naive_utc();
        // Missing in numpy's dates and times.
        let never = i64::MIN;
        Ok(match self {
            Self::Numbers(values) => {
                ("f8", bytes(values.iter().flat_map(|v| v.unwrap_or(f64::NAN).to_ne_bytes()).collect()))
            }
            Self::Whole(values) if values.iter().all(Option::is_some) => {
                ("i8", bytes(values.iter().flatten().flat_map(|v| v.to_ne_bytes()).collect()))
            }
            #[expect(clippy::cast_precision_loss, reason = "numpy has no missing whole number")]
            Self::Whole(values) => (
                "f8",
                bytes(values.iter().flat_map(|v| v.map_or(f64::NAN, |v| v as f64).to_ne_bytes()).collect()),
            ),
            Self::Truths(values) if values.iter().all(Option::is_some) => {
                ("?", bytes(values.iter().flatten().map(|&v| u8::from(v)).collect()))
            }
            Self::Dates(values) => {
                let days = |date: NaiveDate| (date - epoch.date()).num_days();
                ("M8[D]", bytes(values.iter().flat_map(|v| v.map_or(never, days).to_ne_bytes()).collect()))
            }
            Self::Moments(values) => {
                let time = |moment: NaiveDateTime| (moment - epoch).num_microseconds().unwrap_or(never);
                ("M8[us]", bytes(values.iter().flat_map(|v| v.map_or(never, time).to_ne_bytes()).collect()))
            }
            Self::Truths(_) | Self::Texts(_) | Self::Lists(_) => ("O", self.to_list(py)?.into_any()),
        })
    }
}
