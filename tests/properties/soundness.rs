//! What is said while something is unknown stays so, whatever the unknown turns out to be: for every operation that takes
//! facts about a person, an activity or work.

#![expect(clippy::indexing_slicing, reason = "what a document of JSON does not have reads as null")]

use super::tries;
use meedoen::operation::call;
use meedoen_tests::read;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

/// Days under each of the regimes.
const DAYS: [&str; 5] = ["2012-03-01", "2012-09-01", "2013-06-01", "2020-05-01", "2027-05-01"];

/// An operation with the questions that its facts answer, and the values each can have.
#[derive(Debug)]
struct Asked {
    operation: String,
    questions: Vec<(String, Vec<Value>)>,
    takes: Vec<String>,
}

/// Every operation whose request has facts, as the schema says.
static ASKED: LazyLock<Vec<Asked>> = LazyLock::new(|| {
    let schema: Value =
        serde_json::from_str(&read("../core/schema/documents.json").unwrap_or_default()).unwrap_or_default();
    let of = |reference: &Value| {
        let name = reference["$ref"].as_str().and_then(|name| name.rsplit('/').next()).unwrap_or_default();
        schema["$defs"][name]["properties"].as_object().cloned().unwrap_or_default()
    };
    let operations = schema["operations"].as_object().cloned().unwrap_or_default();
    let asked = operations.into_iter().filter_map(|(operation, described)| {
        let request = of(&described["request"]);
        let facts = request.get("facts")?;
        let reference = facts["anyOf"].as_array().and_then(|either| either.first()).unwrap_or(facts);
        let questions: Vec<_> = of(reference)
            .into_iter()
            .map(|(name, kind)| {
                let values = values(&schema, &kind);
                (name, values)
            })
            .collect();
        let takes = request.keys().cloned().collect();
        let drawn = operation.ends_with("chart");
        (!questions.is_empty() && !drawn).then_some(Asked { operation, questions, takes })
    });
    asked.collect()
});

/// Values an answer can have; of a number those around the bounds that rules have.
fn values(schema: &Value, kind: &Value) -> Vec<Value> {
    if let Some(choices) = kind["enum"].as_array() {
        return choices.iter().filter(|choice| !choice.is_null()).cloned().collect();
    }
    let named = kind["anyOf"].as_array().and_then(|either| either.first()?["$ref"].as_str());
    if let Some(name) = named.and_then(|name| name.rsplit('/').next()) {
        let words = schema["$defs"][name]["oneOf"].as_array().into_iter().flatten();
        return words.map(|word| word["const"].clone()).collect();
    }
    let (Some(min), Some(max)) = (kind["minimum"].as_f64(), kind["maximum"].as_f64()) else {
        return vec![json!(true), json!(false)];
    };
    let near = [0.0, 1.0, 4.0, 5.0, 6.0, 11.0, 12.0, 17.0, 18.0, 20.0, 27.0, 40.0, 64.0, 65.0, 67.0, 90.0];
    near.into_iter().filter(|value| *value >= min && *value <= max).map(|value| json!(value)).collect()
}

/// What is known first and what all of it turns out to be.
fn people() -> impl Strategy<Value = (usize, usize, usize, Vec<(bool, usize)>)> {
    (0..ASKED.len(), 0..DAYS.len(), 0..3_usize, prop::collection::vec((any::<bool>(), 0..1000_usize), 40))
}

/// What is said of each condition, in order, wherever it stands.
fn truths(answer: &Value, said: &mut Vec<(String, String)>) {
    match answer {
        Value::Object(fields) => {
            if let (Some(code), Some(truth)) = (fields.get("code"), fields.get("truth")) {
                said.push((code.to_string(), truth.to_string()));
            }
            fields.values().for_each(|value| truths(value, said));
        }
        Value::Array(list) => list.iter().for_each(|value| truths(value, said)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(tries(600))]

    #[test]
    fn what_is_said_stays_so_when_the_unknown_is_filled_in((which, day, duty, draws) in people()) {
        let asked = &ASKED[which];
        let (mut some, mut all) = (Map::new(), Map::new());
        for ((name, values), (known, draw)) in asked.questions.iter().zip(draws) {
            let value = values[draw % values.len()].clone();
            if known {
                some.insert(name.clone(), value.clone());
            }
            all.insert(name.clone(), value);
        }
        let answer = |facts: Map<String, Value>| {
            let mut request = json!({"facts": facts});
            for (field, value) in [("date", DAYS[day]), ("duty", ["a", "b", "c"][duty])] {
                if asked.takes.iter().any(|name| name == field) {
                    request[field] = json!(value);
                }
            }
            let text = call(&asked.operation, &request.to_string());
            let text = text.map_err(|error| TestCaseError::fail(format!("{}: {error}", asked.operation)))?;
            serde_json::from_str::<Value>(&text).map_err(|error| TestCaseError::fail(error.to_string()))
        };
        let (before, after) = (answer(some)?, answer(all)?);
        if let (Some(wide), Some(narrow)) = (before["possible"].as_array(), after["possible"].as_array()) {
            prop_assert!(narrow.iter().all(|outcome| wide.contains(outcome)), "{}", asked.operation);
        }
        for field in ["outcome", "rung"].into_iter().filter(|field| !before[field].is_null()) {
            prop_assert_eq!(&before[field], &after[field], "{}", asked.operation);
        }
        let (mut first, mut then) = (Vec::new(), Vec::new());
        truths(&before, &mut first);
        truths(&after, &mut then);
        prop_assert_eq!(first.len(), then.len());
        for (one, other) in first.iter().zip(&then) {
            prop_assert!(one == other || one.1 == "\"unknown\"" && one.0 == other.0, "{}: {one:?} {other:?}", asked.operation);
            prop_assert!(other.1 != "\"unknown\"" || one.1 == "\"unknown\"");
        }
    }
}

#[test]
fn the_schema_names_every_operation_that_takes_facts() {
    let names: Vec<&str> = ASKED.iter().map(|asked| asked.operation.as_str()).collect();
    for name in [
        "ladder.classify",
        "tegenprestatie.activity",
        "tegenprestatie.call_up",
        "tegenprestatie.displacement",
        "tegenprestatie.duty",
        "tegenprestatie.informal_care",
        "tegenprestatie.language_requirement",
        "tegenprestatie.preconditions",
    ] {
        assert!(names.contains(&name), "{name} is not among {names:?}");
    }
}
