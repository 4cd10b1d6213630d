//! The JSON Schema of a log, made from the table of its kinds.

use super::{Event, EventForm, FieldDescription, FieldKind, Log};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

impl<E: Event> JsonSchema for Log<E> {
    fn schema_name() -> Cow<'static, str> {
        "Events".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let form = EventForm::of::<E>();
        let kinds: Vec<Value> = form
            .kinds
            .iter()
            .map(|kind| {
                let mut event = group(form.common.iter().chain(&kind.fields));
                event["title"] = json!(kind.label.en);
                event["properties"]["kind"] = json!({"const": kind.code});
                if let Some(required) = event["required"].as_array_mut() {
                    required.push(json!("kind"));
                }
                event
            })
            .collect();
        json_schema!({"type": "array", "items": {"oneOf": kinds}, "description": "Events in the order recorded."})
    }
}

fn group<'f>(fields: impl Iterator<Item = &'f FieldDescription> + Clone) -> Value {
    let properties: Map<String, Value> =
        fields.clone().map(|field| (field.name.to_owned(), property(field))).collect();
    let required: Vec<&str> = fields.filter(|field| field.required).map(|field| field.name).collect();
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

fn property(field: &FieldDescription) -> Value {
    let mut value = match &field.kind {
        FieldKind::Text | FieldKind::NewName { .. } | FieldKind::Reference { .. } => {
            json!({"type": "string", "minLength": 1})
        }
        FieldKind::Count => json!({"type": "integer", "minimum": 0}),
        FieldKind::Truth => json!({"type": "boolean"}),
        FieldKind::Date => json!({"type": "string", "format": "date"}),
        FieldKind::Choice { choices } => {
            json!({"enum": choices.iter().map(|choice| choice.code).collect::<Vec<_>>()})
        }
        FieldKind::Group { fields } => group(fields.iter()),
    };
    if field.list {
        value = json!({"type": "array", "items": value});
        if field.required {
            value["minItems"] = json!(1);
        }
    }
    value["description"] = json!(field.label.en);
    value
}
