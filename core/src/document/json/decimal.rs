//! The floating point number nearest to a decimal one.

use super::whole::Whole;

/// More digits than a number can have that lies just between two floating point numbers: 767.
const DIGITS: usize = 800;
/// Up to here every whole number is a floating point number.
const EXACT: u64 = 1 << 53;
/// Up to here every power of ten is a floating point number.
const EXACT_POWER: u64 = 22;

/// A decimal number: digits, and how far the point stands to the right of them.
pub(super) struct Decimal<'a> {
    written: &'a str,
    negative: bool,
    /// Written without point and exponent.
    integral: bool,
    /// How many digits there are from the first one that is not zero.
    digits: usize,
    /// The digits as a number, if it fits.
    small: Option<u64>,
    exponent: i64,
}

impl<'a> Decimal<'a> {
    /// Of a number as JSON writes it.
    pub(super) fn of(written: &'a str) -> Self {
        let mut decimal =
            Self { written, negative: false, integral: true, digits: 0, small: Some(0), exponent: 0 };
        let mut bytes = written.bytes();
        while let Some(byte) = bytes.next() {
            match byte {
                b'-' => decimal.negative = true,
                b'.' => decimal.integral = false,
                b'0'..=b'9' => {
                    decimal.exponent -= i64::from(!decimal.integral);
                    decimal.add(byte - b'0');
                }
                _ => {
                    decimal.integral = false;
                    decimal.exponent = decimal.exponent.saturating_add(exponent(&mut bytes));
                }
            }
        }
        decimal
    }

    fn add(&mut self, digit: u8) {
        self.digits += usize::from(self.digits > 0 || digit > 0);
        let ten = self.small.and_then(|small| small.checked_mul(10));
        self.small = ten.and_then(|ten| ten.checked_add(u64::from(digit)));
    }

    pub(super) fn is_negative(&self) -> bool {
        self.negative
    }

    /// The number without its sign, if it is written as a whole one and fits.
    pub(super) fn whole(&self) -> Option<u64> {
        self.small.filter(|_| self.integral)
    }

    /// The nearest floating point number, of two that are as near the even one; infinite when it is too large.
    pub(super) fn nearest(&self) -> f64 {
        let size = self.exact().unwrap_or_else(|| self.rounded());
        if self.negative { -size } else { size }
    }

    /// One multiplication or division of two numbers without error, which the processor rounds as it must.
    fn exact(&self) -> Option<f64> {
        let small = self.small.filter(|&small| small <= EXACT)?;
        let power = self.exponent.unsigned_abs();
        if small == 0 || power > EXACT_POWER {
            return (small == 0).then_some(0.0);
        }
        #[expect(clippy::cast_precision_loss, reason = "it is at most 2 to the power 53")]
        let small = small as f64;
        let ten = (0..power).fold(1.0, |ten, _| ten * 10.0);
        Some(if self.exponent < 0 { small / ten } else { small * ten })
    }

    /// By division of whole numbers of any length.
    fn rounded(&self) -> f64 {
        // The number lies below this power of ten, and not below the one before.
        let power = self.exponent.saturating_add(i64::try_from(self.digits).unwrap_or(i64::MAX));
        if power > 310 {
            return f64::INFINITY;
        }
        if power < -330 {
            return 0.0;
        }
        let (mut above, mut below) = (Whole::default(), Whole::default());
        below.times_and(1, 1);
        let before = self.written.bytes().take_while(|byte| !matches!(byte, b'e' | b'E'));
        let mut digits = before.filter(u8::is_ascii_digit).skip_while(|&digit| digit == b'0');
        let mut exponent = self.exponent;
        for digit in digits.by_ref().take(DIGITS) {
            above.times_and(10, u64::from(digit - b'0'));
        }
        // Of the digits after those it only matters whether they are all zero.
        if self.digits > DIGITS {
            above.times_and(10, u64::from(digits.any(|digit| digit != b'0')));
            exponent = power - i64::try_from(DIGITS + 1).unwrap_or(i64::MAX);
        }
        let scaled = if exponent < 0 { &mut below } else { &mut above };
        for _ in 0..exponent.unsigned_abs() {
            scaled.times_and(10, 0);
        }
        above.over(below)
    }
}

/// The exponent after its letter.
fn exponent(bytes: &mut impl Iterator<Item = u8>) -> i64 {
    let (mut exponent, mut negative) = (0_i64, false);
    for byte in bytes {
        match byte {
            b'-' => negative = true,
            b'0'..=b'9' => exponent = exponent.saturating_mul(10).saturating_add(i64::from(byte - b'0')),
            _ => {}
        }
    }
    if negative { -exponent } else { exponent }
}
