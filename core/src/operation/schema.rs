//! The JSON Schema of every document and of every operation: what the types of the bindings are made from.

use super::rules::{read, written};
use crate::document::Document;
use crate::error::Error;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

const DEFS: &str = "#/$defs/";

/// The JSON Schema of all documents, under `$defs`; for each operation what it does, its request and its answer;
/// and what a refusal looks like.
///
/// A document that can be read in more ways than it is written is there twice: as it is read with `Input` after
/// its name. An operation on a panel has that beside its request, of which it is the field `panel`.
///
/// ```
/// let schema = meedoen::operation::schema();
/// assert_eq!(schema["operations"]["ladder.classify"]["answer"]["$ref"], "#/$defs/Placement");
/// ```
pub fn schema() -> Value {
    let mut schemas = Schemas::new();
    let mut operations = Map::new();
    for operation in super::within(super::PARTS) {
        operations.insert(operation.name().to_owned(), operation.describe(&mut schemas));
    }
    let refusal = described::<Error>(&mut schemas.answers);
    let mut definitions = schemas.answers.take_definitions(true);
    let read = schemas.requests.take_definitions(true);
    let split = differing(&read, &definitions);
    let named = |name: &str| if split.contains(name) { format!("{name}Input") } else { name.to_owned() };
    for (name, mut definition) in read {
        rename(&mut definition, &named);
        definitions.insert(named(&name), definition);
    }
    for operation in operations.values_mut() {
        for part in ["panel", "request"] {
            operation.get_mut(part).into_iter().for_each(|read| rename(read, &named));
        }
    }
    let vocabularies: Vec<(String, Vec<Value>)> = definitions
        .iter()
        .filter_map(|(name, definition)| Some((name.clone(), words(definition)?)))
        .collect();
    definitions.values_mut().for_each(|definition| name_words(definition, &vocabularies));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The documents of meedoen",
        "$defs": definitions,
        "operations": operations,
        "refusal": refusal,
    })
}

/// The JSON Schema of one document as it is read.
///
/// ```
/// let schema = meedoen::operation::schema_of::<meedoen::measure::Instrument>();
/// assert_eq!(schema["title"], "Instrument");
/// ```
pub fn schema_of<T: Document + JsonSchema>() -> Value {
    Schemas::new().requests.root_schema_for::<T>().to_value()
}

/// What makes the schemas of requests and of answers.
pub(super) struct Schemas {
    requests: SchemaGenerator,
    answers: SchemaGenerator,
}

impl Schemas {
    fn new() -> Self {
        let settings = SchemaSettings::draft2020_12;
        Self {
            requests: settings().for_deserialize().with_transform(RecursiveTransform(read)).into_generator(),
            answers: settings().for_serialize().with_transform(RecursiveTransform(written)).into_generator(),
        }
    }

    /// An operation whose request has a panel beside the fields of an `I`.
    pub(super) fn of_panel_operation<P: JsonSchema, I: JsonSchema, O: JsonSchema>(
        &mut self,
        does: &str,
    ) -> Value {
        let mut operation = self.of_operation::<I, O>(does);
        if let Some(fields) = operation.as_object_mut() {
            fields.insert("panel".to_owned(), described::<P>(&mut self.requests).to_value());
        }
        operation
    }

    pub(super) fn of_operation<I: JsonSchema, O: JsonSchema>(&mut self, does: &str) -> Value {
        let (request, answer) = (described::<I>(&mut self.requests), described::<O>(&mut self.answers));
        json!({"description": does, "request": request, "answer": answer})
    }
}

fn described<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    let mut schema = generator.subschema_for::<T>();
    generator.transforms_mut().for_each(|transform| transform.transform(&mut schema));
    schema
}

/// The definitions that are not the same when read as when written, or that refer to one.
fn differing(read: &Map<String, Value>, written: &Map<String, Value>) -> BTreeSet<String> {
    let mut differing = BTreeSet::new();
    loop {
        let found = |name: &str, definition: &Value| {
            let mut renamed = definition.clone();
            rename(&mut renamed, &|name| {
                name.to_owned() + if differing.contains(name) { "Input" } else { "" }
            });
            written.get(name).is_some_and(|other| *other != renamed)
        };
        let now: BTreeSet<String> = read
            .iter()
            .filter(|(name, definition)| found(name, definition))
            .map(|(name, _)| name.clone())
            .collect();
        if now == differing {
            return differing;
        }
        differing = now;
    }
}

/// Gives the definitions that are referred to their new names.
fn rename(schema: &mut Value, named: &impl Fn(&str) -> String) {
    match schema {
        Value::Array(elements) => elements.iter_mut().for_each(|element| rename(element, named)),
        Value::Object(fields) => {
            for (field, value) in fields {
                match value {
                    Value::String(text) if field == "$ref" => {
                        *text = format!("{DEFS}{}", named(text.strip_prefix(DEFS).unwrap_or_default()));
                    }
                    _ => rename(value, named),
                }
            }
        }
        _ => {}
    }
}

/// The words of a vocabulary.
fn words(definition: &Value) -> Option<Vec<Value>> {
    let members = definition.get("oneOf")?.as_array()?.iter();
    members.map(|member| member.get("const").cloned()).collect()
}

/// A list of words that is a vocabulary is referred to by the name of the vocabulary.
fn name_words(schema: &mut Value, vocabularies: &[(String, Vec<Value>)]) {
    match schema {
        Value::Array(elements) => elements.iter_mut().for_each(|element| name_words(element, vocabularies)),
        Value::Object(fields) => {
            let listed = fields.get("enum").and_then(Value::as_array);
            let named = listed.and_then(|listed| {
                let words: Vec<&Value> = listed.iter().filter(|word| !word.is_null()).collect();
                let (name, _) =
                    vocabularies.iter().find(|(_, members)| members.iter().eq(words.iter().copied()))?;
                Some((json!({"$ref": format!("{DEFS}{name}")}), words.len() < listed.len()))
            });
            match named {
                Some((name, true)) => {
                    fields.remove("enum");
                    fields.insert("anyOf".to_owned(), json!([name, {"type": "null"}]));
                }
                Some((name, false)) => {
                    fields.remove("enum");
                    fields.extend(name.as_object().cloned().unwrap_or_default());
                }
                None => fields.values_mut().for_each(|field| name_words(field, vocabularies)),
            }
        }
        _ => {}
    }
}
