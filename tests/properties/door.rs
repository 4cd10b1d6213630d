//! The doors: whatever comes in, the answer is an answer or names its problems.

use super::tries;
use meedoen::operation;
use meedoen_tests::{Problem, VectorFile, all_vector_files};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

/// Requests that are understood, with their operations: what the vectors hold.
static REQUESTS: LazyLock<Vec<(String, Value)>> = LazyLock::new(|| requests().unwrap_or_default());

fn requests() -> Result<Vec<(String, Value)>, Problem> {
    let mut requests = Vec::new();
    for file in all_vector_files()? {
        let vectors = VectorFile::load(&file)?;
        let known = |name: &str| operation::names().any(|known| known == name);
        let documents =
            vectors.cases().filter(|(group, _)| group.via.is_document() && known(&group.operation));
        requests.extend(
            documents.filter_map(|(group, case)| Some((group.operation.clone(), case.request.clone()?))),
        );
    }
    Ok(requests)
}

/// The field names that requests use.
static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut names = vec!["no_such_field".to_owned(), String::new()];
    REQUESTS.iter().for_each(|(_, request)| collect_names(request, &mut names));
    names.sort_unstable();
    names.dedup();
    names
});

fn collect_names(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            names.push(name.clone());
            collect_names(value, names);
        }),
        Value::Array(elements) => elements.iter().for_each(|element| collect_names(element, names)),
        _ => {}
    }
}

/// Any JSON value, with field names that may mean something.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-3_i64..12).prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        select(vec!["", " ", "client", "skills", "2020-02-30", "0000-00-00", "+02020-1-1", "\u{0}é\u{202e}"])
            .prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            btree_map(select(NAMES.clone()), inner, 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// The places within a value, by the way to each.
fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            places(value, &format!("{here}/{}", name.replace('~', "~0").replace('/', "~1")), all);
        }),
        Value::Array(elements) => elements.iter().enumerate().for_each(|(index, value)| {
            places(value, &format!("{here}/{index}"), all);
        }),
        _ => {}
    }
}

/// An answer is a document, an error has problems with a sentence in both languages.
fn holds(name: &str, request: &str) -> Result<(), TestCaseError> {
    match operation::call(name, request) {
        Ok(answer) => prop_assert!(serde_json::from_str::<Value>(&answer).is_ok()),
        Err(error) => {
            prop_assert!(!error.problems().is_empty());
            for problem in error.problems() {
                let message = problem.message();
                prop_assert!(!message.nl.is_empty() && !message.en.is_empty());
                prop_assert!(meedoen::error::Mistake::CODES.contains(&problem.code()));
            }
            prop_assert!(serde_json::from_str::<Value>(&error.to_json()).is_ok());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(tries(150))]

    #[test]
    fn any_document_is_answered_or_refused(value in any_value()) {
        for name in operation::names() {
            holds(name, &value.to_string())?;
        }
    }

    #[test]
    fn any_text_is_answered_or_refused(text in any::<String>()) {
        for name in operation::names() {
            holds(name, &text)?;
        }
    }

    #[test]
    fn a_request_with_one_thing_changed_is_answered_or_refused(
        pick in any::<Index>(), place in any::<Index>(), value in any_value()
    ) {
        let (name, mut request) = pick.get(&REQUESTS).clone();
        let mut all = Vec::new();
        places(&request, "", &mut all);
        if let Some(changed) = request.pointer_mut(place.get(all.as_slice()).as_str()) {
            *changed = value;
        }
        holds(&name, &request.to_string())?;
    }

    #[test]
    fn a_request_cut_off_anywhere_is_refused(pick in any::<Index>(), cut in any::<Index>()) {
        let (name, request) = pick.get(&REQUESTS);
        let text = request.to_string();
        let end = cut.index(text.len().max(1));
        if let Some(part) = text.get(..end).filter(|_| request.is_object()) {
            let refused = operation::call(name, part).map_err(|error| error.code());
            prop_assert_eq!(refused, Err("truncated"));
        }
    }
}
