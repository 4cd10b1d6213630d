//! Answers as columns of every kind in which tables hold numbers.

use meedoen::measure::{Bits, Column, Values};
use proptest::prelude::*;

/// The cells of a column in one kind of number, with a bitmap of what is there.
#[derive(Clone, Debug)]
pub(crate) struct Cells {
    numbers: Numbers,
    present: Option<(Vec<u8>, usize)>,
}

#[derive(Clone, Debug)]
enum Numbers {
    I8(Vec<i8>),
    U8(Vec<u8>),
    I16(Vec<i16>),
    I32(Vec<i32>),
    I64(Vec<i64>),
    F32(Vec<f32>),
    F64(Vec<f64>),
}

/// How a column is to be made: the kind, the number in cells that are not there, and the offset of the bitmap.
pub(crate) type Form = (u8, i8, Option<usize>);

pub(crate) fn form() -> impl Strategy<Value = Form> {
    (0_u8..7, any::<i8>(), proptest::option::weighted(0.7, 0_usize..20))
}

impl Cells {
    /// A column of these answers; a kind that cannot hold them gives way to one that can.
    pub(crate) fn of(answers: &[Option<f64>], (kind, filling, offset): Form) -> Self {
        let whole = answers.iter().flatten().all(|answer| answer.fract() == 0.0);
        let sound = answers.iter().flatten().all(|answer| (-128.0..=127.0).contains(answer));
        let bitmap = offset.or((answers.contains(&None) && kind < 5).then_some(0));
        let filled = |answer: &Option<f64>| {
            // Without a bitmap a number that is not one says that nothing is there.
            answer.unwrap_or(if bitmap.is_some() { f64::from(filling) } else { f64::NAN })
        };
        let filled: Vec<f64> = answers.iter().map(filled).collect();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "only what the kind can hold"
        )]
        let numbers = match kind {
            0 if whole && sound => Numbers::I8(filled.iter().map(|&one| one as i8).collect()),
            1 if whole && answers.iter().flatten().all(|answer| (0.0..=255.0).contains(answer)) => {
                Numbers::U8(filled.iter().map(|&one| one as u8).collect())
            }
            2 if whole => Numbers::I16(filled.iter().map(|&one| one as i16).collect()),
            3 if whole => Numbers::I32(filled.iter().map(|&one| one as i32).collect()),
            4 if whole => Numbers::I64(filled.iter().map(|&one| one as i64).collect()),
            5 => Numbers::F32(filled.iter().map(|&one| one as f32).collect()),
            _ => Numbers::F64(filled),
        };
        let present = bitmap.map(|offset| (bits(answers, offset), offset));
        Self { numbers, present }
    }

    /// The rows from `first` up to `last`, as a table in pieces would hold them.
    pub(crate) fn column(&self, first: usize, last: usize) -> Option<Column<'_>> {
        let values = match &self.numbers {
            Numbers::I8(values) => Values::I8(values.get(first..last)?),
            Numbers::U8(values) => Values::U8(values.get(first..last)?),
            Numbers::I16(values) => Values::I16(values.get(first..last)?),
            Numbers::I32(values) => Values::I32(values.get(first..last)?),
            Numbers::I64(values) => Values::I64(values.get(first..last)?),
            Numbers::F32(values) => Values::F32(values.get(first..last)?),
            Numbers::F64(values) => Values::F64(values.get(first..last)?),
        };
        let present = self.present.as_ref().map(|(bytes, offset)| Bits { bytes, offset: offset + first });
        Some(Column { values, present })
    }
}

/// A bitmap from `offset` on; the bits around it are ones, to be left alone.
fn bits(answers: &[Option<f64>], offset: usize) -> Vec<u8> {
    let mut bytes = vec![u8::MAX; (offset + answers.len()) / 8 + 2];
    for (row, _) in answers.iter().enumerate().filter(|(_, answer)| answer.is_none()) {
        if let Some(byte) = bytes.get_mut((offset + row) / 8) {
            *byte &= !(1 << ((offset + row) % 8));
        }
    }
    bytes
}
