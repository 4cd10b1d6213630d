//! A block of rows of one item, turned into numbers that can be added.

use super::products::{CLOSE, one_by_one, two_by_two};
use super::{Column, Values};

/// How many rows are worked on at a time: small enough for the nearest cache.
pub(super) const BLOCK: usize = 1024;

/// What an item's answers must be and how they are keyed.
#[derive(Clone, Debug)]
pub(super) struct Keying {
    pub(super) min: f64,
    pub(super) max: f64,
    pub(super) continuous: bool,
    pub(super) reverse: bool,
    /// What is taken from a keyed answer, so that it is close to zero; a whole number, and 0 for scores.
    pub(super) middle: f64,
    /// Codes for no answer that would otherwise be answers.
    pub(super) codes: Vec<f64>,
}

/// The number type of a block: small whole numbers where every answer and centre is whole, else `f64`.
/// Whole sums are exact in both, so which of them is used changes no bit of a score.
pub(super) trait Lane: Copy + Default {
    /// What answers are added up in.
    type Sum: Copy + Default;
    fn of(value: f64) -> Self;
    fn of_whole(value: impl Whole) -> Self;
    fn minus(self, centre: Self) -> Self;
    fn times(self, other: Self) -> Self;
    fn add(sum: &mut Self::Sum, value: Self);
    fn total(sum: Self::Sum) -> f64;
    /// The sum of products of two columns of at most [`BLOCK`] rows of items that are at most `most` from zero; exact for
    /// whole numbers.
    fn cross(first: &[Self], second: &[Self], most: f64) -> f64;
    /// Gives the sum of products of each of these columns with itself and with each later one.
    fn cross_all(columns: &[&[Self]], most: f64, add: &mut impl FnMut(usize, usize, f64)) {
        one_by_one(columns, most, add);
    }
}

impl Lane for i16 {
    type Sum = i32;
    #[expect(clippy::cast_possible_truncation, reason = "whole and small: checked when the lane is chosen")]
    fn of(value: f64) -> Self {
        value as Self
    }
    fn of_whole(value: impl Whole) -> Self {
        value.short()
    }
    fn minus(self, centre: Self) -> Self {
        self.wrapping_sub(centre)
    }
    fn times(self, other: Self) -> Self {
        self.wrapping_mul(other)
    }
    fn add(sum: &mut i32, value: Self) {
        *sum += i32::from(value);
    }
    fn total(sum: i32) -> f64 {
        f64::from(sum)
    }
    // An item is at most 90, so that 1024 products stay below 2^31. So many rows as stay below 2^15 are added in 16 bits,
    // of which twice as many go at once.
    fn cross(first: &[Self], second: &[Self], most: f64) -> f64 {
        let most = usize::from(Self::of(most).unsigned_abs());
        let rows = usize::from(Self::MAX.unsigned_abs()) / (most * most).max(1);
        if rows < 64 {
            let products = first.iter().zip(second).map(|(a, b)| i32::from(*a) * i32::from(*b));
            return f64::from(products.sum::<i32>());
        }
        let parts = first.chunks(rows).zip(second.chunks(rows));
        let part = |(first, second): (&[Self], &[Self])| {
            let products = first.iter().zip(second).map(|(a, b)| a.wrapping_mul(*b));
            i32::from(products.fold(0, Self::wrapping_add))
        };
        f64::from(parts.map(part).sum::<i32>())
    }
    fn cross_all(columns: &[&[Self]], most: f64, add: &mut impl FnMut(usize, usize, f64)) {
        match Self::of(most).unsigned_abs() {
            most @ 0..=CLOSE => two_by_two(columns, most, add),
            _ => one_by_one(columns, most, add),
        }
    }
}

impl Lane for f64 {
    type Sum = Self;
    fn of(value: f64) -> Self {
        value
    }
    fn of_whole(value: impl Whole) -> Self {
        value.number()
    }
    fn minus(self, centre: Self) -> Self {
        self - centre
    }
    fn times(self, other: Self) -> Self {
        self * other
    }
    fn add(sum: &mut Self, value: Self) {
        *sum += value;
    }
    fn total(sum: Self) -> f64 {
        sum
    }
    fn cross(first: &[Self], second: &[Self], _: f64) -> f64 {
        let mut lanes = [0.0_f64; 8];
        let ((first, first_rest), (second, second_rest)) = (first.as_chunks::<8>(), second.as_chunks::<8>());
        for (a, b) in first.iter().zip(second) {
            for ((lane, x), y) in lanes.iter_mut().zip(a).zip(b) {
                *lane += x * y;
            }
        }
        let rest: f64 = first_rest.iter().zip(second_rest).map(|(x, y)| x * y).sum();
        lanes.iter().sum::<f64>() + rest
    }
}

/// The keyed answers of one item in a block; 0 where there is no valid answer, and `valid` says so.
#[derive(Clone, Debug)]
pub(super) struct Block<L> {
    pub(super) keyed: Vec<L>,
    pub(super) valid: Vec<u8>,
}

impl<L: Lane> Block<L> {
    pub(super) fn new() -> Self {
        Self { keyed: vec![L::default(); BLOCK], valid: vec![0; BLOCK] }
    }

    /// Loads `rows` rows from `first` on; returns whether some value there is neither an answer nor absent.
    pub(super) fn load(&mut self, column: &Column<'_>, first: usize, rows: usize, keying: &Keying) -> bool {
        let (keyed, valid) = (self.keyed.get_mut(..rows), self.valid.get_mut(..rows));
        let (Some(keyed), Some(valid)) = (keyed, valid) else { return false };
        match &column.present {
            Some(bits) => bits.spread(first, valid),
            None => valid.fill(1),
        }
        let strays = match column.values {
            Values::I8(values) => whole(values, first, keying, keyed, valid),
            Values::U8(values) => whole(values, first, keying, keyed, valid),
            Values::I16(values) => whole(values, first, keying, keyed, valid),
            Values::I32(values) => whole(values, first, keying, keyed, valid),
            Values::I64(values) => whole(values, first, keying, keyed, valid),
            Values::F32(values) => number(values, first, keying, keyed, valid),
            Values::F64(values) => number(values, first, keying, keyed, valid),
        };
        if !keying.codes.is_empty() {
            for (row, (keyed, valid)) in keyed.iter_mut().zip(valid).enumerate() {
                if keying.codes.contains(&column.values.number(first + row)) {
                    (*keyed, *valid) = (L::default(), 0);
                }
            }
        }
        strays
    }
}

/// Whole numbers as tables hold them.
pub(super) trait Whole: Copy + PartialOrd {
    /// The nearest value of this kind that is not above (`up` false) or not below (`up` true) a bound.
    fn bound(value: f64, up: bool) -> Option<Self>;
    /// The value in 16 bits; only right within them, which a scale is.
    fn short(self) -> i16;
    fn number(self) -> f64;
}

macro_rules! whole {
    ($($kind:ty),*) => {$(
        impl Whole for $kind {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, clippy::cast_lossless, reason = "bounded just before; which lints apply differs by kind")]
            fn bound(value: f64, up: bool) -> Option<Self> {
                let value = if up { value.ceil().max(Self::MIN as f64) } else { value.floor().min(Self::MAX as f64) };
                (value >= Self::MIN as f64 && value <= Self::MAX as f64).then_some(value as Self)
            }
            #[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, clippy::cast_lossless, reason = "only values within a scale are used")]
            fn short(self) -> i16 {
                self as i16
            }
            #[allow(clippy::cast_precision_loss, clippy::cast_lossless, reason = "only values within a scale are used")]
            fn number(self) -> f64 {
                self as f64
            }
        }
    )*};
}
whole!(i8, u8, i16, i32, i64);

fn whole<T: Whole, L: Lane>(
    values: &[T],
    first: usize,
    keying: &Keying,
    keyed: &mut [L],
    valid: &mut [u8],
) -> bool {
    let Some(values) = values.get(first..first + keyed.len()) else { return false };
    let bounds = (T::bound(keying.min, true), T::bound(keying.max, false));
    let on_steps = keying.continuous || keying.min.fract() == 0.0;
    let ((Some(low), Some(high)), true) = (bounds, on_steps) else {
        // No whole number of this kind lies on the scale.
        let any = valid.contains(&1);
        valid.fill(0);
        return any;
    };
    let mut outside = 0;
    let (mirror, middle) = (L::of(keying.min + keying.max - keying.middle), L::of(keying.middle));
    for ((value, keyed), valid) in values.iter().zip(keyed).zip(valid) {
        let within = u8::from(*value >= low) & u8::from(*value <= high);
        outside |= *valid & (within ^ 1);
        *valid &= within;
        let lane = L::of_whole(*value);
        let lane = if keying.reverse { mirror.minus(lane) } else { lane.minus(middle) };
        *keyed = if *valid == 1 { lane } else { L::default() };
    }
    outside == 1
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::float_cmp,
    reason = "bounds are far within 32 bits, and a step is whole or not"
)]
fn number<T: Copy + Into<f64>, L: Lane>(
    values: &[T],
    first: usize,
    keying: &Keying,
    keyed: &mut [L],
    valid: &mut [u8],
) -> bool {
    let Some(values) = values.get(first..first + keyed.len()) else { return false };
    let mut outside = 0;
    let (mirror, middle) = (keying.min + keying.max - keying.middle, keying.middle);
    for ((value, keyed), valid) in values.iter().zip(keyed).zip(valid) {
        let value: f64 = (*value).into();
        let there = *valid & u8::from(!value.is_nan());
        let step = value - keying.min;
        let on_step = u8::from(keying.continuous) | u8::from(f64::from(step as i32) == step);
        let within = u8::from(value >= keying.min) & u8::from(value <= keying.max) & on_step;
        outside |= there & (within ^ 1);
        *valid = there & within;
        let answer = if keying.reverse { mirror - value } else { value - middle };
        *keyed = if *valid == 1 { L::of(answer) } else { L::default() };
    }
    outside == 1
}
