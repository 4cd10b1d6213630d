//! Fact ids in a text.

use std::collections::BTreeSet;

/// The fact ids in a text: three capitals, a hyphen and digits; of a range such as `IBM-05…07` also its last.
///
/// ```
/// assert!(meedoen_tests::facts("see IBM-05…07").contains("IBM-07"));
/// ```
pub fn facts(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut area = None;
    for word in text.split(|letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, '-' | '…')) {
        for part in word.split('…') {
            let (letters, number) = match part.split_once('-') {
                Some((letters, number)) => (Some(letters), number),
                None => (area, part),
            };
            let letters = letters.filter(|letters| {
                letters.len() == 3 && letters.bytes().all(|letter| letter.is_ascii_uppercase())
            });
            let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            area = letters.filter(|_| digits);
            found.extend(area.map(|letters| format!("{letters}-{number}")));
        }
        area = None;
    }
    found
}
