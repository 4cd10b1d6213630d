//! What holds of every document, and is therefore in the schema of each.

use schemars::Schema;
use serde_json::{Value, json};

/// What holds of every document: fields that are not known are refused, and no text is empty.
pub(super) fn written(schema: &mut Schema) {
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = plain(description);
    }
    // How many bits a number has is of no concern to a document.
    if schema.get("format").is_some_and(|format| format != "date") {
        schema.remove("format");
    }
    let of_type = |schema: &Schema, name: &str| match schema.get("type") {
        Some(Value::Array(names)) => names.iter().any(|one| one == name),
        one => one.is_some_and(|one| one == name),
    };
    if of_type(schema, "object") && schema.get("additionalProperties").is_none() {
        schema.insert("additionalProperties".to_owned(), json!(false));
    }
    let closed = ["const", "enum", "format"].iter().any(|keyword| schema.get(*keyword).is_some());
    if of_type(schema, "string") && !closed {
        schema.insert("pattern".to_owned(), json!(r"\S"));
    }
}

/// What also holds of a document that is read: a field that may be `null` may be left out.
pub(super) fn read(schema: &mut Schema) {
    written(schema);
    let properties = schema.get("properties").cloned().unwrap_or_default();
    let needed = |name: &Value| {
        let property = name.as_str().and_then(|name| properties.get(name));
        !property.is_some_and(takes_null)
    };
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(needed);
    }
}

fn takes_null(schema: &Value) -> bool {
    let among = |keyword: &str| schema.get(keyword).and_then(Value::as_array).into_iter().flatten();
    schema.get("type").is_some_and(|name| name == "null")
        || among("type").any(|name| name == "null")
        || among("enum").any(Value::is_null)
        || among("anyOf").chain(among("oneOf")).any(takes_null)
}

/// A comment of the source as plain text: without its examples and links.
fn plain(comment: &str) -> String {
    let prose: String = comment.split("```").step_by(2).collect();
    let paragraphs = prose.split("\n\n").map(|paragraph| {
        let text = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
        text.replace("[`", "`").replace("`]", "`").replace("`None`", "`null`")
    });
    let kept = paragraphs.filter(|text| !text.is_empty()).map(|text| match text.strip_prefix("# Source ") {
        Some(source) => format!("Source: {source}"),
        None => text,
    });
    kept.collect::<Vec<_>>().join("\n\n")
}
