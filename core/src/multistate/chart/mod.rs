//! Charts of what models answer: who moves where, how probabilities change over time, and ratios beside each other.

mod course;
mod flow;
mod ratios;
#[cfg(test)]
mod tests;

pub use course::course;
pub use flow::flow;
pub use ratios::ratios;

use super::Model;
use crate::Language;
use crate::chart::{pick, sentence};
use crate::number::number;

/// The name of a state, without quotation marks.
fn name(model: &Model, state: usize, language: Language) -> String {
    let states = model.specification.space.states();
    states.get(state).map_or_else(String::new, |state| state.label.in_language(language).to_owned())
}

/// A share as a number of people in a hundred, as it is read.
fn hundred(share: f64, language: Language) -> String {
    number(share * 100.0).in_language(language).to_owned()
}

/// Where a model comes from, and that it says nothing of one person.
fn caption(model: &Model, language: Language) -> Vec<String> {
    let caveat = pick(
        language,
        "Dit gaat over groepen mensen. Het zegt niet wat één persoon zal doen.",
        "This is about groups of people. It does not say what one person will do.",
    );
    let note = model.provenance.note.in_language(language);
    let kind = crate::Vocabulary::label(model.provenance.kind);
    let origin = format!(
        "{} {}",
        pick(language, "Herkomst van het model:", "Origin of the model:"),
        kind.in_language(language)
    );
    let origin = if note.is_empty() { origin } else { format!("{origin} ({note})") };
    vec![caveat.to_owned(), sentence(&origin)]
}
