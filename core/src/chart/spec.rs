//! Specifications as they are written: a JSON text in which names stand for what is only known when it is drawn.

use super::palette::NAMED;
use crate::document::parse;
use serde_json::{Map, Value};

/// The value of a JSON text. The name of a colour, such as `@ink`, stands for that colour also within a text; a text
/// that is just one of the other names stands for its value.
#[expect(clippy::needless_pass_by_value, reason = "the values are made for this text")]
pub(crate) fn spec<const N: usize>(text: &str, names: [(&str, Value); N]) -> Value {
    filled(text, &names)
}

fn filled(text: &str, names: &[(&str, Value)]) -> Value {
    let parsed = parse(&coloured(text));
    debug_assert!(parsed.is_ok(), "no JSON: {text}");
    let mut value = parsed.unwrap_or_default();
    fill(&mut value, names);
    value
}

fn coloured(text: &str) -> String {
    let mut pieces = text.split('@');
    let mut coloured = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let named = NAMED.iter().find_map(|&(name, colour)| Some((colour, piece.strip_prefix(name)?)));
        let (start, rest) = named.unwrap_or(("@", piece));
        coloured.push_str(start);
        coloured.push_str(rest);
    }
    coloured
}

/// The layers of a JSON text, each as [`spec`] makes it.
pub(crate) fn layers_of<const N: usize>(text: &str, names: [(&str, Value); N]) -> Vec<Value> {
    match spec(text, names) {
        Value::Array(layers) => layers,
        other => vec![other],
    }
}

/// What is filled in is not looked at again: it may hold texts of people.
fn fill(value: &mut Value, names: &[(&str, Value)]) {
    match value {
        Value::String(text) => {
            if let Some((_, given)) = names.iter().find(|(name, _)| name == text) {
                *value = given.clone();
            } else {
                debug_assert!(!text.starts_with('@'), "nothing is called {text}");
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(|element| fill(element, names)),
        Value::Object(fields) => fields.values_mut().for_each(|field| fill(field, names)),
        _ => {}
    }
}

/// An object of these fields.
pub(crate) fn record<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let mut object = Map::new();
    for (name, value) in fields {
        object.insert(name.to_owned(), value);
    }
    Value::Object(object)
}

/// Adds fields to an object, in the place of those of the same name.
pub(crate) fn extend(object: &mut Value, more: Value) {
    if let (Some(object), Value::Object(more)) = (object.as_object_mut(), more) {
        object.extend(more);
    }
}

/// A value as it is written in an expression.
pub(crate) fn literal(value: &Value) -> String {
    // A value of texts and finite numbers can be written.
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{literal, spec};

    #[test]
    fn names_stand_for_values_and_colours() {
        let text = r#"{"a": ["@what", 1.0], "b": "datum.at > 0 ? '@paper' : '@ink'"}"#;
        let filled = spec(text, [("@what", "@ink".into())]);
        assert_eq!(literal(&filled), r#"{"a":["@ink",1.0],"b":"datum.at > 0 ? '#ffffff' : '#262b33'"}"#);
    }

    #[test]
    #[should_panic = "nothing is called @whta"]
    fn a_name_without_a_value_is_seen() {
        spec(r#"["@whta"]"#, [("@what", 1.into())]);
    }
}
