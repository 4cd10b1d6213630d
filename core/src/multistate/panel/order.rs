//! Sorting without comparing: elements are dealt into piles by one digit after the other.
//!
//! One function serves persons, times and codes, where the sorts of the standard library cost a web page several
//! kilobytes for each type they are used with; and a pass over digits that are all equal is skipped.

/// The number of piles: a byte, or nothing there.
const PILES: usize = 257;

/// The elements in ascending order of their digits, `digit(element, 0)` weighing least; equal ones stay in order.
pub(super) fn by_digits(elements: &mut Vec<u32>, digits: usize, digit: impl Fn(u32, usize) -> u16) {
    let mut sorted = vec![0; elements.len()];
    for place in 0..digits {
        let mut starts = [0_usize; PILES];
        for &element in elements.iter() {
            if let Some(count) = starts.get_mut(usize::from(digit(element, place))) {
                *count += 1;
            }
        }
        if starts.contains(&elements.len()) {
            continue;
        }
        let mut start = 0;
        for pile in &mut starts {
            start += std::mem::replace(pile, start);
        }
        for &element in elements.iter() {
            if let Some(next) = starts.get_mut(usize::from(digit(element, place))) {
                if let Some(place) = sorted.get_mut(*next) {
                    *place = element;
                }
                *next += 1;
            }
        }
        std::mem::swap(elements, &mut sorted);
    }
}

/// Sorts by a whole number.
pub(super) fn by_number(elements: &mut Vec<u32>, bytes: usize, number: impl Fn(u32) -> u64) {
    by_digits(elements, bytes, |element, place| {
        let digits = number(element).to_le_bytes();
        digits.get(place).copied().unwrap_or(0).into()
    });
}

/// Sorts by a text, byte by byte; a text comes before those that go on after it.
pub(super) fn by_text<'a>(elements: &mut Vec<u32>, text: impl Fn(u32) -> &'a str) {
    let longest = elements.iter().map(|&element| text(element).len()).max().unwrap_or(0);
    by_digits(elements, longest, |element, place| {
        let byte = text(element).as_bytes().get(longest - 1 - place);
        byte.map_or(0, |&byte| u16::from(byte) + 1)
    });
}

/// A whole number that is ordered as the number is.
pub(super) fn key_of_time(time: f64) -> u64 {
    // Zero with a sign is the same moment as zero.
    let bits = (time + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// A whole number without sign that is ordered as the number is.
pub(super) fn key_of_whole(number: i64) -> u64 {
    number.cast_unsigned() ^ 1 << 63
}

#[cfg(test)]
mod tests {
    use super::{by_number, by_text, key_of_time, key_of_whole};

    #[test]
    fn numbers_texts_and_times_are_sorted_and_equal_ones_keep_their_order() {
        let numbers = [5_i64, -3, i64::MIN, 5, i64::MAX, 0];
        let mut order: Vec<u32> = (0..6).collect();
        by_number(&mut order, 8, |index| key_of_whole(numbers[index as usize]));
        assert_eq!(order, [2, 1, 5, 0, 3, 4]);
        let texts = ["b", "ab", "", "a", "ab", "é"];
        let mut order: Vec<u32> = (0..6).collect();
        by_text(&mut order, |index| texts[index as usize]);
        assert_eq!(order, [2, 3, 1, 4, 0, 5]);
        let times = [0.5, -1.0, 0.0, -0.0, 1e300, -1e-300];
        let mut order: Vec<u32> = (0..6).collect();
        by_number(&mut order, 8, |index| key_of_time(times[index as usize]));
        assert_eq!(order, [1, 5, 2, 3, 0, 4]);
    }
}
