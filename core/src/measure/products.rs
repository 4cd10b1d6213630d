//! Sums of products of columns of answers: of whole numbers close to zero two at a time.
//!
//! Two answers go into one number of 16 bits, the first as it is and the second 256 times. That number times a third
//! answer holds both products, and as many rows can be added as keep the first sum within 8 bits. Whole numbers are
//! exact, so that this changes no bit of a sum.

use super::lane::{BLOCK, Lane};

/// How many sums go side by side.
const LANES: usize = 64;

/// The furthest from zero that answers may be to go two at a time.
pub(super) const CLOSE: u16 = 5;

/// Gives the sum of products of each column with itself and with each later one.
pub(super) fn one_by_one<L: Lane>(columns: &[&[L]], most: f64, add: &mut impl FnMut(usize, usize, f64)) {
    for (i, first) in columns.iter().enumerate() {
        for (j, second) in columns.iter().enumerate().skip(i) {
            add(i, j, L::cross(first, second, most));
        }
    }
}

/// The same of columns of at most [`BLOCK`] answers that are at most `most` from zero, which is at most [`CLOSE`].
pub(super) fn two_by_two(columns: &[&[i16]], most: u16, add: &mut impl FnMut(usize, usize, f64)) {
    let fits = usize::from(i8::MAX.unsigned_abs()) / usize::from(most * most).max(1);
    // Lengthened by zeros, which add nothing.
    let mut other = [0; BLOCK];
    for (first, pair) in (0..).step_by(2).zip(columns.chunks(2)) {
        let mut both = [0; BLOCK];
        for (times, column) in [1, 256].into_iter().zip(pair) {
            both.iter_mut().zip(*column).for_each(|(both, answer)| *both += answer * times);
        }
        for (index, column) in columns.iter().enumerate().skip(first) {
            let (with_first, with_second) = if column.len() == BLOCK {
                sums(&both, column, fits)
            } else {
                other.iter_mut().zip(*column).for_each(|(other, answer)| *other = *answer);
                sums(&both, &other, fits)
            };
            add(first, index, with_first);
            if pair.len() == 2 && index > first {
                add(first + 1, index, with_second);
            }
        }
    }
}

/// The sums of the products of a column with the two that are in `both`, when `fits` products fit in 8 bits.
fn sums(both: &[i16], other: &[i16], fits: usize) -> (f64, f64) {
    let (both, _) = both.as_chunks::<LANES>();
    let (other, _) = other.as_chunks::<LANES>();
    let (mut with_first, mut with_second) = (0_i16, 0_i16);
    for (both, other) in both.chunks(fits).zip(other.chunks(fits)) {
        let mut sums = [0_i16; LANES];
        for (both, other) in both.iter().zip(other) {
            for ((sum, both), other) in sums.iter_mut().zip(both).zip(other) {
                *sum = sum.wrapping_add(both.wrapping_mul(*other));
            }
        }
        for sum in sums {
            let low = (sum << 8) >> 8;
            with_first = with_first.wrapping_add(low);
            with_second = with_second.wrapping_add(sum.wrapping_sub(low) >> 8);
        }
    }
    (with_first.into(), with_second.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of answers that are all as far from zero as they may be the sums are the largest there can be.
    #[test]
    fn sums_are_exact_where_they_are_largest() {
        for most in 1..=CLOSE {
            for (rows, count) in [(BLOCK, 5), (1_000, 4), (7, 1)] {
                let far = i16::try_from(most).unwrap();
                let column = |sign: usize| -> Vec<i16> {
                    (0..rows)
                        .map(|row| if sign == 2 && row % 3 == 0 || sign == 1 { -far } else { far })
                        .collect()
                };
                let columns: Vec<Vec<i16>> = (0..count).map(|number| column(number % 3)).collect();
                let columns: Vec<&[i16]> = columns.iter().map(Vec::as_slice).collect();
                let mut found = Vec::new();
                two_by_two(&columns, most, &mut |i, j, sum| found.push((i, j, sum)));
                found.sort_by_key(|(i, j, _)| (*i, *j));
                let mut expected = Vec::new();
                for (i, first) in columns.iter().enumerate() {
                    for (j, second) in columns.iter().enumerate().skip(i) {
                        let sum: i32 =
                            first.iter().zip(*second).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum();
                        expected.push((i, j, f64::from(sum)));
                    }
                }
                assert_eq!(found, expected, "{most} from zero, {rows} rows");
            }
        }
    }
}
