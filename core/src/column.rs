//! Columns of a table as the kernels take them: slices in place, nothing copied.

use std::ops::Range;

/// A column of numbers, texts or dates.
#[derive(Clone, Copy, Debug)]
pub enum Cells<'a> {
    /// Numbers.
    Numbers(Column<'a>),
    /// Texts.
    Texts(Texts<'a>),
    /// Dates.
    Dates(Dates<'a>),
}

/// A column of texts, one after the other in one text: the layout of Arrow.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    /// All texts without anything between them.
    pub text: &'a str,
    /// Where each text begins, and at the end where the last one ends, in bytes.
    pub offsets: Offsets<'a>,
    /// Which texts are there; all of them when `None`.
    pub present: Option<Bits<'a>>,
}

/// Where texts begin and end, in the two widths tables have.
#[derive(Clone, Copy, Debug)]
pub enum Offsets<'a> {
    /// In 32 bits.
    Short(&'a [i32]),
    /// In 64 bits.
    Long(&'a [i64]),
}

/// A column of dates.
#[derive(Clone, Copy, Debug)]
pub struct Dates<'a> {
    /// Days since 1 January 1970, before it below zero.
    pub days: &'a [i32],
    /// Which dates are there; all of them when `None`.
    pub present: Option<Bits<'a>>,
}

/// A column and its name in the table.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// The name.
    pub name: &'a str,
    /// The column.
    pub cells: Cells<'a>,
}

/// One column of numbers: its values and which of them are there.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// The values; where one is absent its place may hold anything.
    pub values: Values<'a>,
    /// Which values are there; all of them when `None`.
    pub present: Option<Bits<'a>>,
}

/// The values of a column, in the kinds in which tables hold numbers.
#[derive(Clone, Copy, Debug)]
pub enum Values<'a> {
    /// Whole numbers of 8 bits.
    I8(&'a [i8]),
    /// Whole numbers of 8 bits without sign.
    U8(&'a [u8]),
    /// Whole numbers of 16 bits.
    I16(&'a [i16]),
    /// Whole numbers of 32 bits.
    I32(&'a [i32]),
    /// Whole numbers of 64 bits.
    I64(&'a [i64]),
    /// Numbers of 32 bits; NaN is an absent value.
    F32(&'a [f32]),
    /// Numbers of 64 bits; NaN is an absent value.
    F64(&'a [f64]),
}

/// One bit a row, the lowest bit of a byte first, starting at bit `offset`: the layout of Arrow.
#[derive(Clone, Copy, Debug)]
pub struct Bits<'a> {
    /// The bytes.
    pub bytes: &'a [u8],
    /// Where row 0 stands.
    pub offset: usize,
}

impl Cells<'_> {
    /// The number of rows.
    pub fn len(&self) -> usize {
        match self {
            Self::Numbers(column) => column.values.len(),
            Self::Texts(texts) => texts.offsets.len().saturating_sub(1),
            Self::Dates(dates) => dates.days.len(),
        }
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<'a> Texts<'a> {
    /// The text of a row without spaces around it, `None` where there is none or it is empty.
    ///
    /// ```
    /// use meedoen::column::{Offsets, Texts};
    /// let texts = Texts { text: "onetwo", offsets: Offsets::Short(&[0, 3, 3, 6]), present: None };
    /// assert_eq!((texts.get(0), texts.get(1), texts.get(2)), (Some("one"), None, Some("two")));
    /// ```
    pub fn get(&self, row: usize) -> Option<&'a str> {
        if self.present.is_some_and(|bits| !bits.get(row)) {
            return None;
        }
        let (first, last) = (self.offsets.get(row)?, self.offsets.get(row + 1)?);
        Some(self.text.get(first..last)?.trim_ascii()).filter(|text| !text.is_empty())
    }
}

impl Offsets<'_> {
    fn len(&self) -> usize {
        match self {
            Self::Short(offsets) => offsets.len(),
            Self::Long(offsets) => offsets.len(),
        }
    }

    fn get(&self, index: usize) -> Option<usize> {
        match self {
            Self::Short(offsets) => offsets.get(index).and_then(|&offset| offset.try_into().ok()),
            Self::Long(offsets) => offsets.get(index).and_then(|&offset| offset.try_into().ok()),
        }
    }
}

impl Dates<'_> {
    /// The date of a row in days since 1 January 1970, `None` where there is none.
    pub fn get(&self, row: usize) -> Option<i32> {
        self.days.get(row).copied().filter(|_| self.present.is_none_or(|bits| bits.get(row)))
    }
}

impl Column<'_> {
    /// The value of a row, `None` where there is none.
    pub fn get(&self, row: usize) -> Option<f64> {
        let value = self.values.number(row);
        (!value.is_nan() && self.present.is_none_or(|bits| bits.get(row))).then_some(value)
    }
}

impl Column<'_> {
    /// Adds the values of some rows; NaN where there is none.
    pub(crate) fn numbers(&self, rows: Range<usize>, out: &mut Vec<f64>) {
        let (first, start) = (out.len(), rows.start);
        match self.values {
            Values::I8(values) => out.extend(within(values, rows).iter().map(|&value| f64::from(value))),
            Values::U8(values) => out.extend(within(values, rows).iter().map(|&value| f64::from(value))),
            Values::I16(values) => out.extend(within(values, rows).iter().map(|&value| f64::from(value))),
            Values::I32(values) => out.extend(within(values, rows).iter().map(|&value| f64::from(value))),
            Values::I64(_) => out.extend(rows.map(|row| self.values.number(row))),
            Values::F32(values) => out.extend(within(values, rows).iter().map(|&value| f64::from(value))),
            Values::F64(values) => out.extend_from_slice(within(values, rows)),
        }
        if let Some(bits) = self.present {
            let values = out.iter_mut().skip(first).enumerate();
            for (_, value) in values.filter(|(row, _)| !bits.get(start + row)) {
                *value = f64::NAN;
            }
        }
    }
}

fn within<T>(values: &[T], rows: Range<usize>) -> &[T] {
    values.get(rows).unwrap_or_default()
}

impl Values<'_> {
    /// The number of rows.
    pub fn len(&self) -> usize {
        match self {
            Self::I8(values) => values.len(),
            Self::U8(values) => values.len(),
            Self::I16(values) => values.len(),
            Self::I32(values) => values.len(),
            Self::I64(values) => values.len(),
            Self::F32(values) => values.len(),
            Self::F64(values) => values.len(),
        }
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of a row as a number; NaN where it has none.
    #[expect(clippy::cast_precision_loss, reason = "answers are small numbers")]
    pub(crate) fn number(&self, row: usize) -> f64 {
        match self {
            Self::I8(values) => values.get(row).map_or(f64::NAN, |&value| f64::from(value)),
            Self::U8(values) => values.get(row).map_or(f64::NAN, |&value| f64::from(value)),
            Self::I16(values) => values.get(row).map_or(f64::NAN, |&value| f64::from(value)),
            Self::I32(values) => values.get(row).map_or(f64::NAN, |&value| f64::from(value)),
            Self::I64(values) => values.get(row).map_or(f64::NAN, |&value| value as f64),
            Self::F32(values) => values.get(row).map_or(f64::NAN, |&value| f64::from(value)),
            Self::F64(values) => values.get(row).map_or(f64::NAN, |&value| value),
        }
    }
}

impl Bits<'_> {
    /// Whether a row is there.
    pub(crate) fn get(&self, row: usize) -> bool {
        let bit = self.offset + row;
        self.bytes.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
    }

    /// The bits of 64 rows from `first` on; 0 where the bytes end.
    pub(crate) fn word(&self, first: usize) -> u64 {
        let bit = self.offset + first;
        let (byte, shift) = (bit / 8, bit % 8);
        if let Some(bytes) = self.bytes.get(byte..byte + 16).and_then(|bytes| bytes.first_chunk::<16>()) {
            return low_half(u128::from_le_bytes(*bytes) >> shift);
        }
        let mut word = 0_u128;
        for (index, byte) in self.bytes.iter().skip(byte).take(9).enumerate() {
            word |= u128::from(*byte) << (8 * index);
        }
        low_half(word >> shift)
    }

    /// Writes 1 or 0 for each of the rows from `first` on.
    pub(crate) fn spread(&self, first: usize, out: &mut [u8]) {
        let bit = self.offset + first;
        let (byte, shift) = (bit / 8, bit % 8);
        let eight = |index: usize| {
            let low = self.bytes.get(byte + index).copied().unwrap_or(0);
            let high = self.bytes.get(byte + index + 1).copied().unwrap_or(0);
            let [bits, _] = (u16::from_le_bytes([low, high]) >> shift).to_le_bytes();
            SPREAD.get(usize::from(bits)).copied().unwrap_or_default()
        };
        let (whole, rest) = out.as_chunks_mut::<8>();
        let last = eight(whole.len());
        for (index, rows) in whole.iter_mut().enumerate() {
            *rows = eight(index);
        }
        for (row, bit) in rest.iter_mut().zip(last) {
            *row = bit;
        }
    }
}

fn low_half(word: u128) -> u64 {
    word.to_le_bytes().first_chunk().copied().map_or(0, u64::from_le_bytes)
}

/// For each byte its eight bits as bytes, the lowest first.
static SPREAD: [[u8; 8]; 256] = {
    let mut table = [[0; 8]; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut bit = 0;
        while bit < 8 {
            #[expect(
                clippy::indexing_slicing,
                reason = "computed at compile time, where a fault is a build error"
            )]
            #[expect(clippy::cast_possible_truncation, reason = "one bit")]
            {
                table[byte][bit] = (byte >> bit & 1) as u8;
            }
            bit += 1;
        }
        byte += 1;
    }
    table
};
