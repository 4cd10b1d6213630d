//! Sorting without comparing: elements are dealt into piles by one byte after the other.
//!
//! One function serves names, times and codes, where the sorts of the standard library cost a web page several
//! kilobytes for each type they are used with; and bytes that are the same for all are passed over.

/// Sorts by a whole number; elements with the same number stay in order.
pub(super) fn by_number(elements: &mut [u32], number: impl Fn(u32) -> u64) {
    let mut pairs: Vec<(u64, u32)> = elements.iter().map(|&element| (number(element), element)).collect();
    let (all, any) = pairs.iter().fold((u64::MAX, 0), |(all, any), (key, _)| (all & key, any | key));
    let mut sorted = vec![(0, 0); pairs.len()];
    for shift in (0..u64::BITS).step_by(8).filter(|shift| (all ^ any) >> shift & 0xFF != 0) {
        let pile = |key: u64| {
            let [byte, ..] = (key >> shift).to_le_bytes();
            usize::from(byte)
        };
        let mut next = [0_usize; 256];
        for (key, _) in &pairs {
            if let Some(count) = next.get_mut(pile(*key)) {
                *count += 1;
            }
        }
        let mut start = 0;
        for pile in &mut next {
            start += std::mem::replace(pile, start);
        }
        for pair in &pairs {
            if let Some(next) = next.get_mut(pile(pair.0)) {
                if let Some(place) = sorted.get_mut(*next) {
                    *place = *pair;
                }
                *next += 1;
            }
        }
        std::mem::swap(&mut pairs, &mut sorted);
    }
    for (element, (_, sorted)) in elements.iter_mut().zip(pairs) {
        *element = sorted;
    }
}

/// Sorts by a text, byte by byte; a text comes before those that go on after it.
pub(super) fn by_text<'a>(elements: &mut [u32], text: impl Fn(u32) -> &'a str) {
    let longest = elements.iter().map(|&element| text(element).len()).max().unwrap_or(0);
    // What a text lacks counts as zeros, so that the length decides between texts that differ in zeros only.
    by_number(elements, |element| u64::try_from(text(element).len()).unwrap_or(u64::MAX));
    for start in (0..longest).step_by(8).rev() {
        by_number(elements, |element| {
            let bytes = text(element).as_bytes().get(start..).unwrap_or_default();
            bytes.iter().chain(std::iter::repeat(&0)).take(8).fold(0, |key, &byte| key << 8 | u64::from(byte))
        });
    }
}

/// A whole number that is ordered as the time is.
pub(in crate::multistate) fn key_of_time(time: f64) -> u64 {
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
        by_number(&mut order, |index| key_of_whole(numbers[index as usize]));
        assert_eq!(order, [2, 1, 5, 0, 3, 4]);
        let texts = ["b", "ab", "", "a", "ab", "é", "a\0", "abcdefghi", "abcdefgh"];
        let mut order: Vec<u32> = (0..9).collect();
        by_text(&mut order, |index| texts[index as usize]);
        assert_eq!(order, [2, 3, 6, 1, 4, 8, 7, 0, 5]);
        let times = [0.5, -1.0, 0.0, -0.0, 1e300, -1e-300];
        let mut order: Vec<u32> = (0..6).collect();
        by_number(&mut order, |index| key_of_time(times[index as usize]));
        assert_eq!(order, [1, 5, 2, 3, 0, 4]);
    }
}
