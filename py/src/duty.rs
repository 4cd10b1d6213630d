//! The duties of article 9 over tables.
#![expect(clippy::needless_pass_by_value, reason = "arguments from Python come as values")]

use crate::arrow::{Table, batches};
use crate::cells::in_place;
use crate::tables::{numbers, refused, unreadable, whole};
use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowDictionaryKeyType, Int8Type, Int16Type, Int32Type, UInt8Type, UInt16Type, UInt32Type,
};
use arrow_array::{Array, ArrayRef, BooleanArray, DictionaryArray, Int8Array, RecordBatch, StringArray};
use arrow_buffer::{ArrowNativeType, BooleanBuffer, Buffer, NullBuffer};
use meedoen::column::{Bits, Column, Values};
use meedoen::decide::{AnswerColumn, Input, InputKind, OutcomeTable};
use meedoen::document::Document;
use meedoen::error::{Mistake, Problem};
use meedoen::tegenprestatie::{ForAll, duty_table as kernel};
use meedoen::{Error, Label};
use pyo3::prelude::*;
use std::sync::Arc;

/// Says for every row of a table which outcomes of a duty are possible; `keep` are the columns that go along.
#[pyfunction]
pub(crate) fn duty_table(
    py: Python<'_>,
    settings: &str,
    table: &Bound<'_, PyAny>,
    keep: Vec<String>,
) -> PyResult<Table> {
    let (schema, rows) = batches(table)?;
    py.detach(|| {
        let all = ForAll::from_json(settings)?;
        let rows = whole(schema, rows);
        let (mut out, mut problems, mut first_row) = (Vec::new(), Vec::<Problem>::new(), 0);
        for batch in &rows {
            match one(&all, batch, &keep, first_row) {
                Ok(batch) => out.push(batch),
                Err(error) => problems.extend(error.problems().to_vec()),
            }
            first_row += batch.num_rows();
        }
        Error::of(problems).map_or_else(|| Ok(Table::of_batches(out)), Err)
    })
    .map_err(|error| refused(&error))
}

fn one(all: &ForAll, batch: &RecordBatch, keep: &[String], first_row: usize) -> Result<RecordBatch, Error> {
    let mut columns: Vec<(String, ArrayRef)> = Vec::new();
    for name in keep {
        let column = batch.column_by_name(name).ok_or(Mistake::MissingColumn { column: name.clone() })?;
        columns.push((name.clone(), Arc::clone(column)));
    }
    let (mut held, mut problems) = (Vec::new(), Vec::new());
    for input in all.inputs()?.iter().filter(|input| !keep.iter().any(|kept| *kept == input.name)) {
        let Some(array) = batch.column_by_name(&input.name) else { continue };
        match Held::of(input, array, (batch, first_row)) {
            Ok(column) => held.push((input, column)),
            Err(error) => problems.extend(error.problems().to_vec()),
        }
    }
    if let Some(error) = Error::of(problems) {
        return Err(error);
    }
    let cells: Vec<(&str, AnswerColumn<'_>)> =
        held.iter().map(|(input, held)| (input.name.as_ref(), held.cells())).collect();
    let decided = if all.inputs()?.is_empty() {
        // Nothing is asked: every row comes to the same, however many there are.
        let nothing = vec![u8::MAX; batch.num_rows()];
        kernel(all, &[("", AnswerColumn::Choices(&nothing))], first_row)?
    } else {
        kernel(all, &cells, first_row)?
    };
    columns.extend(arrays(decided)?);
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, array)| (name, array, true)))
        .map_err(|_| Mistake::Duplicate { what: Label::of("de kolom", "column"), id: keep.join(", ") }.into())
}

/// The column of one input, held as the kernel takes it.
enum Held<'a> {
    Truths(&'a BooleanArray),
    InPlace(Values<'a>, Option<NullBuffer>),
    Numbers(Vec<f64>, Option<NullBuffer>),
    Places(Vec<u8>),
}

impl<'a> Held<'a> {
    fn of(
        input: &Input,
        array: &'a ArrayRef,
        (batch, first_row): (&RecordBatch, usize),
    ) -> Result<Self, Error> {
        if let (InputKind::Choice { .. }, Some(places)) = (&input.kind, places(input, array, first_row)) {
            return places.map(Self::Places);
        }
        if let Some(truths) = array.as_boolean_opt() {
            return Ok(Self::Truths(truths));
        }
        if let Some(numbers) = numbers(array) {
            return Ok(Self::Numbers(numbers, array.logical_nulls()));
        }
        if let Some(values) = in_place(array) {
            return Ok(Self::InPlace(values, array.logical_nulls()));
        }
        let problems = unreadable(batch, &[&input.name], first_row);
        Error::of(problems).map_or_else(|| Ok(Self::Numbers(Vec::new(), None)), Err)
    }

    fn cells(&self) -> AnswerColumn<'_> {
        match self {
            Self::Truths(truths) => AnswerColumn::Truths {
                values: Bits { bytes: truths.values().values(), offset: truths.values().offset() },
                present: truths.nulls().map(of_nulls),
                rows: truths.len(),
            },
            Self::InPlace(values, nulls) => {
                AnswerColumn::Numbers(Column { values: *values, present: nulls.as_ref().map(of_nulls) })
            }
            Self::Numbers(values, nulls) => AnswerColumn::Numbers(Column {
                values: Values::F64(values),
                present: nulls.as_ref().map(of_nulls),
            }),
            Self::Places(places) => AnswerColumn::Choices(places),
        }
    }
}

fn of_nulls(nulls: &NullBuffer) -> Bits<'_> {
    Bits { bytes: nulls.validity(), offset: nulls.offset() }
}

/// The places of texts, whatever way they are laid out; `None` for a column of something else.
fn places(input: &Input, array: &ArrayRef, first_row: usize) -> Option<Result<Vec<u8>, Error>> {
    fn of<K: ArrowDictionaryKeyType>(
        input: &Input,
        array: &ArrayRef,
        first_row: usize,
    ) -> Option<Result<Vec<u8>, Error>> {
        let dictionary = array.as_dictionary_opt::<K>()?;
        let words: ArrayRef = Arc::clone(dictionary.values());
        let Ok(listed) = places(input, &words, 0)? else {
            // A word that no row has is no problem: the rows say which do.
            return Some(input.places(texts(dictionary, &words).into_iter(), first_row));
        };
        let place = |key: &K::Native| listed.get(key.as_usize()).copied().unwrap_or(AnswerColumn::UNKNOWN);
        let mut rows: Vec<u8> = dictionary.keys().values().iter().map(place).collect();
        if let Some(nulls) = dictionary.keys().nulls() {
            for (row, _) in nulls.iter().enumerate().filter(|(_, present)| !present) {
                rows.get_mut(row).into_iter().for_each(|place| *place = AnswerColumn::UNKNOWN);
            }
        }
        Some(Ok(rows))
    }
    if array.data_type().is_null() {
        return Some(Ok(vec![AnswerColumn::UNKNOWN; array.len()]));
    }
    if let Some(texts) = array.as_string_opt::<i32>() {
        return Some(input.places(texts.iter(), first_row));
    }
    if let Some(texts) = array.as_string_opt::<i64>() {
        return Some(input.places(texts.iter(), first_row));
    }
    if let Some(texts) = array.as_string_view_opt() {
        return Some(input.places(texts.iter(), first_row));
    }
    of::<Int32Type>(input, array, first_row)
        .or_else(|| of::<UInt32Type>(input, array, first_row))
        .or_else(|| of::<Int8Type>(input, array, first_row))
        .or_else(|| of::<UInt8Type>(input, array, first_row))
        .or_else(|| of::<Int16Type>(input, array, first_row))
        .or_else(|| of::<UInt16Type>(input, array, first_row))
}

/// The text of each row of a dictionary.
fn texts<'w, K: ArrowDictionaryKeyType>(
    dictionary: &DictionaryArray<K>,
    words: &'w ArrayRef,
) -> Vec<Option<&'w str>> {
    let word = |key: usize| {
        let present = words.is_valid(key);
        let text = words.as_string_opt::<i32>().map(|words| words.value(key));
        let text = text.or_else(|| words.as_string_opt::<i64>().map(|words| words.value(key)));
        text.or_else(|| words.as_string_view_opt().map(|words| words.value(key))).filter(|_| present)
    };
    dictionary.keys_iter().map(|key| key.and_then(word)).collect()
}

/// For each outcome whether it is possible, behind the only one that is where there is one.
fn arrays(decided: OutcomeTable) -> Result<Vec<(String, ArrayRef)>, Error> {
    let rows = decided.rows;
    let (places, known) = decided.decided();
    let places: Vec<i8> = places.into_iter().map(u8::cast_signed).collect();
    let known = NullBuffer::new(BooleanBuffer::new(Buffer::from_vec(known), 0, rows));
    let places = Int8Array::new(places.into(), Some(known));
    let words: StringArray = decided.possible.iter().map(|(code, _)| Some(code.as_ref())).collect();
    // There are far fewer outcomes than a key can count, and every key is one of them.
    let outcome = DictionaryArray::try_new(places, Arc::new(words))
        .map_err(|_| Mistake::WrongLength { found: rows, expected: rows })?;
    let mut columns: Vec<(String, ArrayRef)> = vec![("outcome".to_owned(), Arc::new(outcome))];
    for (code, bits) in decided.possible {
        let bits = BooleanBuffer::new(Buffer::from_vec(bits), 0, rows);
        columns.push((code.replace('-', "_"), Arc::new(BooleanArray::new(bits, None))));
    }
    Ok(columns)
}
