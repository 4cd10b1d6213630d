//! No answer labels a person: it describes behaviour and situations (GEN-11, IBM-08).

use crate::none;
use meedoen_tests::{Problem, VectorFile, all_vector_files, answers};
use serde_json::Value;

/// Words for a person's character, in Dutch and in English.
const TRAITS: &[&str] = &[
    "onwillig",
    "onwillige",
    "niet-willer",
    "unwilling",
    "ongemotiveerd",
    "ongemotiveerde",
    "unmotivated",
    "lui",
    "luie",
    "luiheid",
    "lazy",
    "laziness",
    "karakter",
    "character",
    "karaktereigenschap",
    "trait",
    "kansarm",
    "kansloos",
    "kansloze",
    "hopeless",
    "fraudeur",
    "fraudster",
    "profiteur",
    "freeloader",
    "weigeraar",
    "refuser",
    "verwijtbaar",
    "culpable",
    "onbemiddelbaar",
    "unemployable",
    "probleemgeval",
    "zorgmijder",
];

/// A reason whose code has such a word to deny it.
const DENIAL: &str = "hindered-is-not-unwilling";

#[test]
fn no_answer_labels_a_person() -> Result<(), Problem> {
    let mut problems = Vec::new();
    for file in all_vector_files()? {
        let vectors = VectorFile::load(&file)?;
        for (group, case, answer) in answers(&vectors)?.iter().filter(|(_, _, answer)| !answer.refused) {
            let value: Value = serde_json::from_str(&answer.text).map_err(|error| error.to_string())?;
            let found = labels(&value);
            problems.extend(found.iter().map(|word| format!("{file}: {}: `{word}`", group.id(case))));
        }
    }
    none(&problems)
}

/// The words for character in the texts and the field names of an answer.
fn labels(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => in_text(text),
        Value::Array(elements) => elements.iter().flat_map(labels).collect(),
        Value::Object(fields) => {
            fields.iter().flat_map(|(name, value)| [in_text(name), labels(value)].concat()).collect()
        }
        _ => Vec::new(),
    }
}

fn in_text(text: &str) -> Vec<String> {
    let text = text.replace(DENIAL, "").to_lowercase();
    let letter = |character: char| character.is_alphabetic() || character == '-';
    let whole = text.split(|character| !letter(character));
    let parts = text.split(|character: char| !character.is_alphabetic());
    let mut words: Vec<String> =
        whole.chain(parts).filter(|word| TRAITS.contains(word)).map(str::to_owned).collect();
    words.sort_unstable();
    words.dedup();
    words
}

#[test]
fn a_label_is_found_wherever_it_stands() {
    for (value, expected) in [
        (serde_json::json!({"a": ["een Niet-willer, zegt men"]}), vec!["niet-willer"]),
        (serde_json::json!({"is_lazy": true}), vec!["lazy"]),
        (serde_json::json!({"code": "client-unwilling"}), vec!["unwilling"]),
        (serde_json::json!({"code": DENIAL, "text": "luister naar de fluit"}), vec![]),
    ] {
        assert_eq!(labels(&value), expected, "{value}");
    }
}
