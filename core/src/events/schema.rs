//! The JSON Schema of entries and logs, made from the table of their kinds.

use super::{Entry, Event, EventForm, EventKind, FieldDescription, FieldKind, Log};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

impl<E: Event> JsonSchema for Entry<E> {
    fn schema_name() -> Cow<'static, str> {
        // `Event` of one domain is `RouteEvent` of another: their entries have names of their own as well.
        E::NAME.replace("Event", "Entry").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let form = EventForm::of::<E>();
        let kinds: Vec<Value> = form.kinds.iter().map(|kind| entry(&form.common, kind)).collect();
        json_schema!({"oneOf": kinds, "description": "An event as it was recorded."})
    }
}

impl<E: Event> JsonSchema for Log<E> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Entries".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "array", "items": generator.subschema_for::<Entry<E>>()})
    }
}

fn entry(common: &[FieldDescription], kind: &EventKind) -> Value {
    let (mut properties, mut required) = group(common.iter().chain(&kind.fields));
    properties.insert("kind".to_owned(), json!({"const": kind.code}));
    required.insert(0, "kind");
    let description = &kind.label.en;
    json!({"type": "object", "description": description, "properties": properties, "required": required})
}

fn group<'f>(fields: impl Iterator<Item = &'f FieldDescription>) -> (Map<String, Value>, Vec<&'static str>) {
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for field in fields {
        properties.insert(field.name.to_owned(), property(field));
        required.extend(field.required.then_some(field.name));
    }
    (properties, required)
}

fn property(field: &FieldDescription) -> Value {
    let element = match &field.kind {
        FieldKind::Text | FieldKind::NewName { .. } | FieldKind::Reference { .. } => {
            json!({"type": "string"})
        }
        FieldKind::Count => json!({"type": "integer", "minimum": 0, "maximum": u32::MAX}),
        FieldKind::Truth => json!({"type": "boolean"}),
        FieldKind::Date => json!({"type": "string", "format": "date"}),
        FieldKind::Choice { choices } => {
            json!({"enum": choices.iter().map(|choice| choice.code).collect::<Vec<_>>()})
        }
        FieldKind::Group { fields } => {
            let (properties, required) = group(fields.iter());
            json!({"type": "object", "properties": properties, "required": required})
        }
    };
    let value = match (field.list, field.required) {
        (true, true) => json!({"type": "array", "items": element, "minItems": 1}),
        (true, false) => json!({"type": "array", "items": element}),
        (false, _) => element,
    };
    let description = &field.label.en;
    // What is unknown is left out; `null` says the same.
    if !field.required {
        return json!({"anyOf": [value, {"type": "null"}], "description": description});
    }
    let mut property = value;
    if let Some(fields) = property.as_object_mut() {
        fields.insert("description".to_owned(), json!(description));
    }
    property
}
