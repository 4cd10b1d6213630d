//! The charts of the behaviour model.

mod determinants;
mod forces;
mod profile;

pub use determinants::determinant_chart;
pub use forces::field_of_forces_chart;
pub use profile::profile_chart;

use super::{Assessment, Determinant, DeterminantView, Standing, assess};
use crate::chart::{Colour, UNKNOWN, colours, pick, sentence};
use crate::{Language, Reason, Vocabulary};
use serde_json::Value;

/// The colour of the field `standing`.
fn standing_colours() -> Value {
    let colour = |&standing: &Standing| {
        let colour = match standing {
            Standing::StronglyHindering => Colour::StrongOrange,
            Standing::Hindering => Colour::Orange,
            Standing::Mixed => Colour::Neutral,
            Standing::Supporting => Colour::Blue,
            Standing::StronglySupporting => Colour::StrongBlue,
        };
        (standing.code(), colour)
    };
    colours("standing", &Standing::ALL.iter().map(colour).collect::<Vec<_>>())
}

/// A standing in words; what has none is unknown.
fn in_words(standing: Option<Standing>, language: Language) -> String {
    standing.map_or(UNKNOWN, Standing::label).in_language(language).to_owned()
}

fn texts(reasons: &[Reason], language: Language) -> String {
    let texts: Vec<&str> = reasons.iter().map(|reason| reason.text.in_language(language)).collect();
    texts.join("; ")
}

fn title(name: &str, assessment: &Assessment, language: Language) -> String {
    let behaviour = assessment.target_behaviour.in_language(language);
    format!("{name} – {}", behaviour.trim_end_matches('.'))
}

/// Whose view it is.
fn seen_by(assessment: &Assessment, language: Language) -> String {
    let who = assessment.perspective.label();
    format!("{} {}.", pick(language, "Gezien door", "Seen by"), who.in_language(language))
}

/// How the determinants that are known stand, by name; with none in the way, it says of what that holds.
fn standings(assessment: &Assessment, language: Language) -> Option<String> {
    let group = |name: &str, determinants: &[Determinant]| {
        let names = assess::names(determinants);
        (!determinants.is_empty()).then(|| format!("{name}: {}.", names.in_language(language)))
    };
    let none = pick(
        language,
        "Van wat bekend is staat niets in de weg.",
        "Of what is known nothing stands in the way.",
    );
    let in_the_way = group(pick(language, "Staat in de weg", "Stands in the way"), &assessment.limiting);
    let mixed = group(pick(language, "Wisselend", "Mixed"), &assessment.mixed);
    let supports = group(pick(language, "Steunt", "Supports"), &assessment.supporting);
    let known = assessment.unknown.len() < assessment.determinants.len();
    let texts = [in_the_way.unwrap_or_else(|| none.to_owned())].into_iter().chain(mixed).chain(supports);
    known.then(|| texts.collect::<Vec<_>>().join(" "))
}

/// What is not known, if anything is.
fn unknown(assessment: &Assessment, language: Language) -> Option<String> {
    let names = assess::names(&assessment.unknown);
    let names = names.in_language(language);
    let text = match language {
        Language::Nl => format!("Onbekend: {names}. Onbekend is niet hetzelfde als in orde."),
        Language::En => format!("Unknown: {names}. Unknown is not the same as fine."),
    };
    (!assessment.unknown.is_empty()).then_some(text)
}

/// Each determinant with its standing, as sentences.
fn told(assessment: &Assessment, language: Language) -> String {
    let told = |view: &DeterminantView| {
        sentence(&format!("{}: {}", view.label.in_language(language), in_words(view.standing, language)))
    };
    assessment.determinants.iter().map(told).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
