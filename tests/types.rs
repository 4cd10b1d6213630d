//! The generated schema and types are those of the code, and the schema says what the readers do.

mod probe;

use meedoen::operation;
use meedoen_tests::{path, types};
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn what_is_generated_is_up_to_date() {
    for (name, text) in types::generated().unwrap() {
        let found = std::fs::read_to_string(path("..").join(name)).unwrap_or_default();
        assert!(found == text, "{name} is out of date: cargo run -p meedoen-tests --bin types");
    }
}

/// Every schema within a schema, with the definition it is in.
fn every<'s>(schema: &'s Value, within: &str, visit: &mut impl FnMut(&str, &'s Value)) {
    visit(within, schema);
    for keyword in ["properties", "$defs"] {
        for (name, inner) in schema.get(keyword).and_then(Value::as_object).into_iter().flatten() {
            every(inner, if keyword == "$defs" { name } else { within }, visit);
        }
    }
    for keyword in ["anyOf", "oneOf", "allOf", "prefixItems"] {
        let members = schema.get(keyword).and_then(Value::as_array).into_iter().flatten();
        members.for_each(|member| every(member, within, visit));
    }
    for keyword in ["items", "additionalProperties", "not"] {
        schema
            .get(keyword)
            .filter(|inner| !inner.is_boolean())
            .into_iter()
            .for_each(|inner| every(inner, within, visit));
    }
}

/// What a document may hold is said of every field; only these have fields whose names are data.
const OPEN: [&str; 2] = ["Chart", "ItemAnswers"];

#[test]
fn documents_are_closed_and_use_no_data_as_names() {
    let schema = operation::schema();
    let mut open = BTreeSet::new();
    every(&schema["$defs"], "", &mut |_, definition| assert!(definition.is_object()));
    every(&schema, "", &mut |within, schema| {
        for keyword in ["patternProperties", "propertyNames", "unevaluatedProperties", "allOf", "not"] {
            assert!(schema.get(keyword).is_none(), "{within} has {keyword}");
        }
        let says = ["type", "enum", "const", "anyOf", "oneOf", "$ref", "$defs"];
        assert!(
            says.iter().any(|keyword| schema.get(keyword).is_some()),
            "{within} can be anything: {schema}"
        );
        let is_object = schema.get("type").is_some_and(|kind| kind.to_string().contains("object"));
        if is_object && schema.get("additionalProperties") != Some(&Value::Bool(false)) {
            open.insert(within.to_owned());
        }
    });
    assert_eq!(open.iter().map(String::as_str).collect::<Vec<_>>(), OPEN);
}

#[test]
fn every_operation_is_described() {
    let schema = operation::schema();
    let described = schema["operations"].as_object().unwrap();
    assert_eq!(described.keys().map(String::as_str).collect::<BTreeSet<_>>(), operation::names().collect());
    assert_eq!(operation::names().count(), described.len(), "an operation is there twice");
    for (name, operation) in described {
        let does = operation["description"].as_str().unwrap();
        assert!(
            does.ends_with('.') && !does.contains(". "),
            "{name} is not described in one sentence: {does}"
        );
    }
}

#[test]
fn every_name_is_defined_and_used_once() {
    let schema = operation::schema();
    let definitions = schema["$defs"].as_object().unwrap();
    let mut used = BTreeSet::new();
    let mut note = |schema: &Value| {
        every(schema, "", &mut |_, inner| {
            used.extend(inner.get("$ref").map(|name| name.as_str().unwrap().replace("#/$defs/", "")));
        });
    };
    note(&schema);
    note(&schema["refusal"]);
    for operation in schema["operations"].as_object().unwrap().values() {
        for part in ["panel", "request", "answer"] {
            note(&operation[part]);
        }
    }
    assert_eq!(used, definitions.keys().cloned().collect());
    // A number after a name is how two types of the same name are told apart: one of them needs another.
    assert!(used.iter().all(|name| !name.ends_with(|last: char| last.is_ascii_digit())), "{used:?}");
}

#[test]
fn every_field_of_an_instrument_is_described() {
    let schema = operation::schema_of::<meedoen::measure::Instrument>();
    every(&schema, "Instrument", &mut |within, schema| {
        for (name, field) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            assert!(field.get("description").is_some(), "{within} does not describe {name}");
        }
    });
}

/// Operations whose readers can name every fault of a request at once. What speaks of states and moves is read after
/// those are known, so a request of made-up words stops there; its own vectors hold what is refused.
fn readable_at_once() -> impl Iterator<Item = &'static str> {
    const OF_PANELS: [&str; 3] = ["ladder.specification", "ladder.changes", "ladder.quality"];
    operation::names().filter(|name| !name.starts_with("multistate.") && !OF_PANELS.contains(name))
}

#[test]
fn the_readers_know_the_fields_of_the_schema() {
    let schema = operation::schema();
    for name in readable_at_once() {
        probe::fields(name, &schema);
    }
}

#[test]
fn the_readers_need_the_fields_the_schema_requires() {
    let schema = operation::schema();
    for name in readable_at_once() {
        probe::required(name, &schema);
    }
}
