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
    format!("{}{}{stop}", first.to_uppercase(), letters.as_str())
}

/// The text in as few lines of at most so many characters as it takes, about as long as each other; a longer word
/// has a line of its own.
pub(crate) fn lines(text: &str, width: usize) -> Vec<String> {
    let fewest = filled(text, width).len();
    let even = (1..width).map(|narrower| filled(text, narrower)).find(|lines| lines.len() == fewest);
    even.unwrap_or_else(|| filled(text, width))
}

fn filled(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
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
    use super::{lines, sentence};

    #[test]
    fn texts_are_wrapped_between_words() {
        assert_eq!(lines("een twee  drie", 8), ["een twee", "drie"]);
        assert_eq!(lines("geen enkel woord blijft alleen", 28), ["geen enkel woord", "blijft alleen"]);
        assert_eq!(lines("arbeidsongeschiktheid is één woord", 6), ["arbeidsongeschiktheid", "is één", "woord"]);
        assert!(lines(" ", 6).is_empty());
    }

    #[test]
    fn a_sentence_starts_high_and_stops_once() {
        assert_eq!(sentence("één trede"), "Één trede.");
        assert_eq!(sentence("Waarom?"), "Waarom?");
        assert_eq!(sentence(""), "");
    }
}
