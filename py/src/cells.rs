//! Arrow arrays of every kind as the columns the library reads: numbers, texts and dates.

use arrow_array::builder::StringBuilder;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, Float64Array, PrimitiveArray, StringArray};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, TimeUnit};
use meedoen::column::{Bits, Cells, Column, Dates, Offsets, Texts, Values};
use meedoen::error::Mistake;
use meedoen::{Error, Label};
use std::sync::Arc;

const SECONDS_A_DAY: i64 = 86_400;

/// A column in a kind the library reads in place, and which of its cells are there.
pub(crate) struct Held {
    array: ArrayRef,
    nulls: Option<NullBuffer>,
}

impl Held {
    /// Holds a column; what the library does not read in place is copied into what it does.
    pub(crate) fn of(name: &str, array: &ArrayRef) -> Result<Self, Error> {
        let unreadable = || {
            let found = if matches!(array.data_type(), DataType::Timestamp(..)) {
                Label::of("tijdstippen van een andere tijdzone", "moments of another time zone")
            } else {
                Label::of("iets anders", "something else")
            };
            let expected = Label::of("getallen, teksten of datums", "numbers, texts or dates");
            Mistake::UnreadableCells { column: name.to_owned(), found, expected }
        };
        let array = readable(array).ok_or_else(unreadable)?;
        let nulls = array.logical_nulls();
        Ok(Self { array, nulls })
    }

    /// The column as the library takes it.
    pub(crate) fn cells(&self) -> Option<Cells<'_>> {
        let present =
            self.nulls.as_ref().map(|nulls| Bits { bytes: nulls.validity(), offset: nulls.offset() });
        if let Some(values) = in_place(&self.array) {
            return Some(Cells::Numbers(Column { values, present }));
        }
        if let Some(dates) = self.array.as_primitive_opt::<Date32Type>() {
            return Some(Cells::Dates(Dates { days: dates.values(), present }));
        }
        if let Some(texts) = self.array.as_string_opt::<i32>() {
            let text = std::str::from_utf8(texts.value_data()).ok()?;
            return Some(Cells::Texts(Texts {
                text,
                offsets: Offsets::Short(texts.value_offsets()),
                present,
            }));
        }
        let texts = self.array.as_string_opt::<i64>()?;
        let text = std::str::from_utf8(texts.value_data()).ok()?;
        Some(Cells::Texts(Texts { text, offsets: Offsets::Long(texts.value_offsets()), present }))
    }
}

/// Numbers in the kinds the library reads where they are; `None` for any other.
pub(crate) fn in_place(array: &ArrayRef) -> Option<Values<'_>> {
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

/// The array itself where the library reads it, else a copy it reads; `None` where there is none.
fn readable(array: &ArrayRef) -> Option<ArrayRef> {
    let days = |second: i64| {
        // A day that cannot be told would be a moment beyond what a date can hold.
        i32::try_from(second.div_euclid(SECONDS_A_DAY)).ok()
    };
    Some(match array.data_type() {
        DataType::Null => Arc::new(Float64Array::new_null(array.len())),
        DataType::Boolean => {
            let truths = array.as_boolean();
            Arc::new(
                truths
                    .iter()
                    .map(|truth| truth.map(|truth| f64::from(u8::from(truth))))
                    .collect::<Float64Array>(),
            )
        }
        DataType::UInt16 => floats::<UInt16Type>(array, f64::from)?,
        DataType::UInt32 => floats::<UInt32Type>(array, f64::from)?,
        #[expect(clippy::cast_precision_loss, reason = "no code, moment or weight is that large")]
        DataType::UInt64 => floats::<UInt64Type>(array, |value| value as f64)?,
        DataType::Utf8View => Arc::new(array.as_string_view().iter().collect::<StringArray>()),
        DataType::Date64 => dates::<Date64Type>(array, |value| days(value.div_euclid(1_000)))?,
        // A moment of another time zone can fall on another day there.
        DataType::Timestamp(_, Some(zone)) if !matches!(&**zone, "UTC" | "+00:00") => return None,
        DataType::Timestamp(TimeUnit::Second, _) => dates::<TimestampSecondType>(array, days)?,
        DataType::Timestamp(TimeUnit::Millisecond, _) => {
            dates::<TimestampMillisecondType>(array, |value| days(value.div_euclid(1_000)))?
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            dates::<TimestampMicrosecondType>(array, |value| days(value.div_euclid(1_000_000)))?
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            dates::<TimestampNanosecondType>(array, |value| days(value.div_euclid(1_000_000_000)))?
        }
        DataType::Dictionary(..) => dictionary(array)?,
        kind => {
            let known = matches!(kind, DataType::Utf8 | DataType::LargeUtf8 | DataType::Date32);
            (known || in_place(array).is_some()).then(|| Arc::clone(array))?
        }
    })
}

fn floats<T: ArrowPrimitiveType>(array: &ArrayRef, number: impl Fn(T::Native) -> f64) -> Option<ArrayRef> {
    let array = array.as_primitive_opt::<T>()?;
    Some(Arc::new(array.iter().map(|value| value.map(&number)).collect::<Float64Array>()))
}

fn dates<T: ArrowPrimitiveType>(
    array: &ArrayRef,
    day: impl Fn(T::Native) -> Option<i32>,
) -> Option<ArrayRef> {
    let array = array.as_primitive_opt::<T>()?;
    let days = array.iter().map(|value| value.and_then(&day));
    Some(Arc::new(days.collect::<PrimitiveArray<Date32Type>>()))
}

/// Categories written out: each cell as the text of its category.
fn dictionary(array: &ArrayRef) -> Option<ArrayRef> {
    let dictionary = array.as_any_dictionary_opt()?;
    let categories = readable(dictionary.values())?;
    let text = |key: usize| -> Option<&str> {
        if let Some(texts) = categories.as_string_opt::<i32>() {
            return texts.is_valid(key).then(|| texts.value(key));
        }
        let texts = categories.as_string_opt::<i64>()?;
        texts.is_valid(key).then(|| texts.value(key))
    };
    if !matches!(categories.data_type(), DataType::Utf8 | DataType::LargeUtf8) {
        return None;
    }
    let mut cells = StringBuilder::new();
    for (row, key) in dictionary.normalized_keys().into_iter().enumerate() {
        cells.append_option(array.is_valid(row).then(|| text(key)).flatten());
    }
    Some(Arc::new(cells.finish()))
}
