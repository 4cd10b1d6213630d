//! Texts in a chart, which a renderer does not wrap by itself.

use crate::Language;

/// One of two fixed texts.
pub(crate) const fn pick(language: Language, nl: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

/// The text with its first letter in upper case and a full stop at its end.
pub(crate) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let stop = if text.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{}{}{stop}", upper_case(first), letters.as_str())
}

/// A letter of Dutch or English in upper case; those of all languages would weigh 7 kB in a web page.
fn upper_case(letter: char) -> char {
    match letter {
        'à'..='ö' | 'ø'..='þ' => char::from_u32(u32::from(letter) - 0x20).unwrap_or(letter),
        _ => letter.to_ascii_uppercase(),
    }
}

/// The text in as few lines of at most so many characters as it takes, the last not much shorter than the
/// others; a longer word has a line of its own.
pub(crate) fn lines(text: &str, width: usize) -> Vec<String> {
    let full = filled(text, width);
    let even = |lines: &Vec<String>| {
        let last = lines.last().map_or(0, |line| line.chars().count());
        lines.len() == full.len() && last * 3 >= width
    };
    let narrower = (1..=width).rev().map(|width| filled(text, width));
    narrower.take_while(|lines| lines.len() <= full.len()).find(even).unwrap_or(full)
}

/// The text in at most two such lines, of which the second tells that there was more.
pub(crate) fn two_lines(text: &str, width: usize) -> Vec<String> {
    let all = lines(text, width);
    if all.len() < 3 {
        return all;
    }
    let mut two: Vec<String> = filled(text, width.saturating_sub(1)).into_iter().take(2).collect();
    if let Some(last) = two.last_mut() {
        last.push('…');
    }
    two
}

fn filled(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // A space that does not break keeps what belongs together on one line.
    let breaks = |letter: char| letter.is_whitespace() && letter != '\u{a0}';
    for word in text.split(breaks).filter(|word| !word.is_empty()) {
        let room = |line: &&mut String| line.chars().count() + 1 + word.chars().count() <= width;
        match lines.last_mut().filter(room) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{lines, sentence, two_lines};

    #[test]
    fn texts_are_wrapped_between_words() {
        assert_eq!(lines("een twee  drie", 8), ["een twee", "drie"]);
        assert_eq!(lines("geen enkel woord blijft alleen", 28), ["geen enkel woord", "blijft alleen"]);
        assert_eq!(
            lines("een enkel woord blijft soms alleen", 28),
            ["een enkel woord blijft", "soms alleen"]
        );
        assert_eq!(
            lines("arbeidsongeschiktheid is één woord", 6),
            ["arbeidsongeschiktheid", "is één", "woord"]
        );
        assert!(lines(" ", 6).is_empty());
    }

    #[test]
    fn a_long_text_says_that_there_is_more() {
        assert_eq!(two_lines("een twee drie vier vijf", 9), ["een twee", "drie…"]);
        assert_eq!(two_lines("een twee drie", 9), ["een twee", "drie"]);
    }

    #[test]
    fn a_sentence_starts_high_and_stops_once() {
        assert_eq!(sentence("één trede"), "Één trede.");
        assert_eq!(sentence("Waarom?"), "Waarom?");
        assert_eq!(sentence("6 treden"), "6 treden.");
        assert_eq!(sentence(""), "");
    }
}
