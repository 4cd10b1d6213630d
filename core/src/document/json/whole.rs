//! Whole numbers of any length, as far as reading a number needs them.

use std::cmp::Ordering;

/// The bits of a digit.
const BITS: u32 = 32;
const DIGIT: u64 = (1 << BITS) - 1;
/// The bits of a quotient from which a floating point number is made: 53 and at least one more to round by.
const QUOTIENT: i64 = 54;
/// The smallest floating point number above zero is 2 to this power.
const SMALLEST: i64 = -1074;

/// A whole number of zero or more.
#[derive(Clone, Debug, Default)]
pub(super) struct Whole {
    // INVARIANT: from the lowest digit up, each at most `DIGIT`; the highest is not zero.
    digits: Vec<u64>,
}

impl Whole {
    /// Multiplies by a number and adds one, both below 2 to the power [`BITS`].
    pub(super) fn times_and(&mut self, factor: u64, added: u64) {
        let mut carry = added;
        for digit in &mut self.digits {
            let product = *digit * factor + carry;
            *digit = product & DIGIT;
            carry = product >> BITS;
        }
        if carry > 0 {
            self.digits.push(carry);
        }
    }

    /// Multiplies by two to a power.
    fn double(&mut self, times: i64) {
        for _ in 0..times / i64::from(BITS) {
            self.digits.insert(0, 0);
        }
        self.times_and(1 << (times % i64::from(BITS)), 0);
    }

    fn bits(&self) -> i64 {
        let length = i64::try_from(self.digits.len()).unwrap_or(i64::MAX);
        let unused = self.digits.last().map_or(0, |top| i64::from(top.leading_zeros() - BITS));
        length * i64::from(BITS) - unused
    }

    fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Takes another off if it is not larger.
    fn take_off(&mut self, other: &Self) -> bool {
        let length = self.digits.len().cmp(&other.digits.len());
        if length.then_with(|| self.digits.iter().rev().cmp(other.digits.iter().rev())) == Ordering::Less {
            return false;
        }
        let mut borrowed = 0;
        let others = other.digits.iter().chain(std::iter::repeat(&0));
        for (digit, other) in self.digits.iter_mut().zip(others) {
            let left = (DIGIT + 1) + *digit - other - borrowed;
            *digit = left & DIGIT;
            borrowed = u64::from(left <= DIGIT);
        }
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        true
    }

    /// The floating point number nearest to the quotient of this number and another, neither of them zero; of two that
    /// are as near the even one.
    pub(super) fn over(mut self, mut other: Self) -> f64 {
        // The quotient is `quotient` times 2 to the power `exponent`, and a rest.
        let mut exponent = (self.bits() - other.bits() - QUOTIENT).max(SMALLEST - 1);
        let scaled = if exponent < 0 { &mut self } else { &mut other };
        scaled.double(exponent.abs());
        other.double(QUOTIENT);
        let mut quotient = 0_u64;
        for _ in 0..=QUOTIENT {
            quotient = quotient * 2 + u64::from(self.take_off(&other));
            self.double(1);
        }
        // Of the last bits, one or two, all is known but what they are worth: they only say which way to round.
        let spare = if quotient < 1 << QUOTIENT { 1 } else { 2 };
        let (last, half) = (quotient & ((1 << spare) - 1), 1 << (spare - 1));
        quotient >>= spare;
        exponent += spare;
        let odd = quotient % 2 == 1;
        let up = last > half || (last == half && (odd || !self.is_zero()));
        // The exponent stands above the 52 bits of the digits, whose highest bit counts as one of the exponent. So it
        // also grows when rounding carries, and stays zero below the smallest number that has that bit.
        let above = u64::try_from(exponent - SMALLEST).unwrap_or_default();
        let bits = (above << 52) + quotient + u64::from(up);
        f64::from_bits(bits.min(f64::INFINITY.to_bits()))
    }
}
