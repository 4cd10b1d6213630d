//! Asks a reader what it knows: it names every field it does not expect, and every field it misses.
#![cfg(test)]

use meedoen::error::{Mistake, Problem};
use meedoen::operation;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The event and the field of a place.
type Place = (Option<usize>, String);

/// An object in a request: where it stands in it, what an error calls that place, and its schema.
struct Site<'s> {
    pointer: String,
    place: Place,
    schema: &'s Value,
}

/// A request that has every field of the schema, and every object in it.
struct Sample<'s> {
    definitions: &'s Value,
    sites: Vec<Site<'s>>,
}

/// What is not read, or only after the rest of the request: the reasons of a score, which are made when it is
/// scored, and the event that comes next in a log.
fn is_passed_over(site: &Site<'_>) -> bool {
    let (event, path) = &site.place;
    path.contains(".reasons[") || (event.is_none() && path.split('.').next() == Some("event"))
}

fn sample<'s>(operation: &str, schema: &'s Value) -> (Value, Vec<Site<'s>>) {
    let mut sample = Sample { definitions: &schema["$defs"], sites: Vec::new() };
    let request = &schema["operations"][operation]["request"];
    let value = sample.value(request, "", (None, String::new()));
    sample.sites.retain(|site| !is_passed_over(site));
    (value, sample.sites)
}

impl<'s> Sample<'s> {
    /// What a schema can be, without `null`.
    fn alternatives(&self, schema: &'s Value) -> Vec<&'s Value> {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
            return self.alternatives(&self.definitions[name.trim_start_matches("#/$defs/")]);
        }
        let members = schema.get("anyOf").or(schema.get("oneOf")).and_then(Value::as_array);
        match members {
            Some(members) => members.iter().flat_map(|member| self.alternatives(member)).collect(),
            None if schema["type"] == "null" => Vec::new(),
            None => vec![schema],
        }
    }

    fn value(&mut self, schema: &'s Value, pointer: &str, place: Place) -> Value {
        match self.alternatives(schema).first() {
            Some(schema) => self.of(schema, pointer, place),
            None => Value::Null,
        }
    }

    fn of(&mut self, schema: &'s Value, pointer: &str, (event, path): Place) -> Value {
        if let Some(value) = schema.get("const").or(schema["enum"].get(0)) {
            return value.clone();
        }
        let kind = schema["type"].get(0).unwrap_or(&schema["type"]);
        match kind.as_str().unwrap() {
            "object" => {
                let place = (event, path.clone());
                self.sites.push(Site { pointer: pointer.to_owned(), place, schema });
                let mut fields = Map::new();
                for (name, field) in schema["properties"].as_object().into_iter().flatten() {
                    let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    let value = self.value(field, &format!("{pointer}/{name}"), (event, path));
                    if !value.is_null() {
                        fields.insert(name.clone(), value);
                    }
                }
                Value::Object(fields)
            }
            "array" => {
                // One element of each form; a pair has two of the same.
                let mut forms = self.alternatives(&schema["items"]);
                if forms[0].get("const").is_some() {
                    forms.truncate(1);
                }
                if schema["maxItems"] == 2 {
                    forms.push(forms[0]);
                }
                let is_log = schema["items"]["$ref"].as_str().is_some_and(|entry| entry.ends_with("Entry"));
                let element = |(index, form): (usize, &&'s Value)| {
                    let number = index + 1;
                    let place = if is_log {
                        (Some(number), String::new())
                    } else {
                        (event, format!("{path}[{number}]"))
                    };
                    self.of(form, &format!("{pointer}/{index}"), place)
                };
                Value::Array(forms.iter().enumerate().map(element).collect())
            }
            "string" if schema["format"] == "date" => json!("2020-01-01"),
            "string" => json!("x"),
            "boolean" => json!(true),
            _ => schema.get("minimum").cloned().unwrap_or(json!(1)),
        }
    }
}

/// The problems of one kind by their place.
fn problems<T: Ord>(
    operation: &str,
    request: &Value,
    kind: impl Fn(&Mistake) -> Option<Vec<T>>,
) -> BTreeMap<Place, BTreeSet<T>> {
    let mut found: BTreeMap<Place, BTreeSet<T>> = BTreeMap::new();
    let error = operation::call(operation, &request.to_string()).expect_err(operation);
    for problem in
        error.problems().iter().filter(|problem| !matches!(problem.mistake(), Mistake::More { .. }))
    {
        if let Some(said) = kind(problem.mistake()) {
            found.entry(place(problem)).or_default().extend(said);
        }
    }
    found
}

fn place(problem: &Problem) -> Place {
    (problem.place().event, problem.place().field().unwrap_or_default().to_owned())
}

/// The fields that the readers of an operation know are those of its schema.
pub(crate) fn fields(operation: &str, schema: &Value) {
    let (mut request, sites) = sample(operation, schema);
    let closed = sites.iter().filter(|site| site.schema["additionalProperties"] == false);
    let mut known = BTreeMap::new();
    for site in closed {
        request.pointer_mut(&site.pointer).unwrap()["?"] = json!(1);
        let names = site.schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name.clone());
        known.insert(site.place.clone(), names.collect::<BTreeSet<_>>());
    }
    let said = problems(operation, &request, |mistake| match mistake {
        Mistake::UnknownField { field, expected } if field == "?" => Some(expected.clone()),
        _ => None,
    });
    assert_eq!(said, known, "{operation}");
}

/// The fields that the readers of an operation miss are those its schema requires.
pub(crate) fn required(operation: &str, schema: &Value) {
    let (request, sites) = sample(operation, schema);
    for site in sites {
        let fields = site.schema["properties"].as_object().cloned().unwrap_or_default();
        let required: BTreeSet<String> = site.schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|name| name.as_str().unwrap().to_owned())
            .collect();
        let is_tag = |name: &String| fields[name].get("const").is_some();
        let missing: BTreeSet<String> = required.iter().filter(|name| !is_tag(name)).cloned().collect();
        // Of a form without a tag, an empty object does not say which it is.
        if missing.is_empty() || site.schema.get("title").is_some() {
            continue;
        }
        let mut emptied = request.clone();
        emptied
            .pointer_mut(&site.pointer)
            .and_then(Value::as_object_mut)
            .unwrap()
            .retain(|name, _| is_tag(name));
        let said = problems(operation, &emptied, |mistake| match mistake {
            Mistake::MissingField { field } => Some(vec![field.clone()]),
            _ => None,
        });
        assert_eq!(said.get(&site.place), Some(&missing), "{operation} at {:?}", site.place);
    }
}
