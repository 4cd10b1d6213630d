//! Reading the declarations from the JSON Schema.

use super::model::{Declaration, Field, Model, Operation, Shape, Type};
use crate::Problem;
use serde_json::{Map, Value};

impl Model {
    pub(super) fn of(schema: &Value) -> Result<Self, Problem> {
        let mut model = Self::default();
        for (name, definition) in object(schema, "$defs")? {
            let shape = model.shape(definition, name)?;
            model.declare(name, definition, shape)?;
        }
        for (name, operation) in object(schema, "operations")? {
            let mut side = |side: &str| {
                let schema = operation.get(side).ok_or_else(|| format!("{name} has no {side}"))?;
                model.type_of(schema, &pascal(&format!("{name}-{side}")))
            };
            let (request, answer) = (side("request")?, side("answer")?);
            let panel = operation.get("panel").map(|_| side("panel")).transpose()?;
            let text = text(operation);
            model.operations.push(Operation { name: name.clone(), text, request, panel, answer });
        }
        let refusal = schema.get("refusal").map(|refusal| model.type_of(refusal, "Refusal"));
        model.refusal = refusal.transpose()?;
        Ok(model)
    }

    fn declare(&mut self, name: &str, schema: &Value, shape: Shape) -> Result<(), Problem> {
        let declaration = Declaration { name: name.to_owned(), text: text(schema), shape };
        match self.declarations.insert(name.to_owned(), declaration) {
            None => Ok(()),
            Some(_) => Err(format!("two documents are called {name}")),
        }
    }

    fn shape(&mut self, schema: &Value, name: &str) -> Result<Shape, Problem> {
        if let (Some(properties), None) = (schema.get("properties"), schema.get("oneOf")) {
            let properties = properties.as_object().ok_or("properties are no object")?;
            return self.fields(properties, schema, name).map(Shape::Fields);
        }
        if schema.get("type").is_some_and(|kind| kind == "object")
            && schema.get("additionalProperties") == Some(&Value::Bool(false))
        {
            return Ok(Shape::Fields(Vec::new()));
        }
        let members = list(schema, "oneOf");
        let words = members.iter().map(|member| {
            let word = member.get("const").and_then(Value::as_str)?;
            Some((word.to_owned(), text(member)))
        });
        match words.collect::<Option<Vec<_>>>() {
            Some(words) if !words.is_empty() => Ok(Shape::Words(words)),
            _ => self.type_of(schema, name).map(Shape::Alias),
        }
    }

    fn fields(
        &mut self,
        properties: &Map<String, Value>,
        schema: &Value,
        owner: &str,
    ) -> Result<Vec<Field>, Problem> {
        let required: Vec<&str> = list(schema, "required").iter().filter_map(Value::as_str).collect();
        // What is required stands in the order of the type; the rest follows in the order of its names.
        let optional = properties.keys().map(String::as_str).filter(|name| !required.contains(name));
        let names: Vec<&str> = required.iter().copied().chain(optional).collect();
        let field = |name: &str| {
            let property = properties.get(name).ok_or_else(|| format!("{owner} has no {name}"))?;
            Ok(Field {
                name: name.to_owned(),
                text: text(property),
                required: required.contains(&name),
                of: self.type_of(property, &format!("{owner}{}", pascal(name)))?,
            })
        };
        names.into_iter().map(field).collect()
    }

    /// The type of a schema; a group of fields in it gets a declaration of its own, with the name or with its title.
    fn type_of(&mut self, schema: &Value, name: &str) -> Result<Type, Problem> {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            return Ok(Type::Named(reference.trim_start_matches("#/$defs/").to_owned()));
        }
        if let Some(value) = schema.get("const") {
            return Ok(Type::Literal(value.clone()));
        }
        for keyword in ["anyOf", "oneOf"] {
            let members = list(schema, keyword);
            if !members.is_empty() {
                let types = members.iter().map(|member| self.type_of(member, &member_name(member, name)));
                return types.collect::<Result<Vec<_>, _>>().map(union);
            }
        }
        let words = list(schema, "enum");
        if !words.is_empty() {
            let literal =
                |word: &Value| if word.is_null() { Type::Null } else { Type::Literal(word.clone()) };
            return Ok(union(words.iter().map(literal).collect()));
        }
        match schema.get("type") {
            Some(Value::String(kind)) => self.of_kind(kind, schema, name),
            Some(Value::Array(kinds)) => {
                let kinds = kinds.iter().filter_map(Value::as_str);
                kinds.map(|kind| self.of_kind(kind, schema, name)).collect::<Result<_, _>>().map(union)
            }
            _ => Err(format!("{name} can be anything: {schema}")),
        }
    }

    fn of_kind(&mut self, kind: &str, schema: &Value, name: &str) -> Result<Type, Problem> {
        Ok(match kind {
            "string" if schema.get("format").is_some_and(|format| format == "date") => Type::Date,
            "string" => Type::Text,
            "number" => Type::Number,
            "integer" => Type::Count,
            "boolean" => Type::Truth,
            "null" => Type::Null,
            "array" => {
                let items = schema.get("items").ok_or_else(|| format!("{name} is a list of anything"))?;
                let one = self.type_of(items, name)?;
                match (schema.get("minItems").and_then(Value::as_u64), schema.get("maxItems")) {
                    (Some(2), Some(most)) if *most == 2 => Type::Tuple(vec![one.clone(), one]),
                    _ => Type::List(Box::new(one)),
                }
            }
            "object" => match schema.get("additionalProperties") {
                Some(Value::Bool(true)) => Type::Foreign,
                Some(entry @ Value::Object(_)) => Type::Entries(Box::new(self.type_of(entry, name)?)),
                _ => {
                    let shape = self.shape(schema, name)?;
                    self.declare(name, schema, shape)?;
                    Type::Named(name.to_owned())
                }
            },
            other => return Err(format!("{name} is of the unknown kind {other}")),
        })
    }
}

/// The name of one of several forms: its title, or what tells it apart before the name of the whole.
fn member_name(member: &Value, whole: &str) -> String {
    if let Some(title) = member.get("title").and_then(Value::as_str) {
        let input = if whole.ends_with("Input") { "Input" } else { "" };
        return format!("{title}{input}");
    }
    let properties = member.get("properties").and_then(Value::as_object);
    let tag = properties.and_then(|fields| fields.values().find_map(|field| field.get("const")?.as_str()));
    format!("{}{whole}", pascal(tag.unwrap_or_default()))
}

fn union(members: Vec<Type>) -> Type {
    let mut flat = Vec::new();
    for member in members {
        match member {
            Type::Union(inner) => flat.extend(inner),
            other => flat.push(other),
        }
    }
    match <[Type; 1]>::try_from(flat) {
        Ok([only]) => only,
        Err(several) => Type::Union(several),
    }
}

/// A name of a field, an operation or a word as the name of a type.
fn pascal(name: &str) -> String {
    let upper = |part: &str| {
        let mut letters = part.chars();
        letters.next().map_or_else(String::new, |first| {
            [first.to_ascii_uppercase()].into_iter().chain(letters).collect()
        })
    };
    name.split(['_', '-', '.']).map(upper).collect()
}

fn text(schema: &Value) -> String {
    schema.get("description").and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn list<'a>(schema: &'a Value, keyword: &str) -> &'a [Value] {
    schema.get(keyword).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn object<'a>(schema: &'a Value, keyword: &str) -> Result<&'a Map<String, Value>, Problem> {
    schema.get(keyword).and_then(Value::as_object).ok_or_else(|| format!("the schema has no {keyword}"))
}
