//! Reading JSON texts.
//!
//! The parser is the library's own, because a document of people is read more strictly than parsers do: a field that
//! an object has twice is refused by name instead of the last one winning, a number is read as the one that was
//! written, to the last bit and on every platform, and reading stops at the first level that is too deep. It is a
//! fraction of the size of a general one, which every part of the npm package would carry.

mod cursor;
mod decimal;
mod number;
mod text;
mod whole;

use super::MAX_DEPTH;
use crate::Label;
use crate::error::{Error, Mistake, Place};
use cursor::Cursor;
pub(crate) use number::written_number;
use serde_json::{Map, Value};

/// Parses a JSON text.
///
/// ```
/// let twice = meedoen::document::parse(r#"{"contract": true, "contract": false}"#).unwrap_err();
/// assert_eq!(twice.to_string(), "field `contract`: the field `contract` occurs twice");
/// ```
///
/// # Errors
/// `malformed` or `truncated` with the place where reading stopped, `too-deep` below [`MAX_DEPTH`] levels, and with
/// the field it concerns every `duplicate` field and every number that is `not-finite`.
pub fn parse(text: &str) -> Result<Value, Error> {
    let mut cursor = Cursor::new(text);
    let value = whole(&mut cursor);
    cursor.into_problems().finish(value)
}

fn whole(cursor: &mut Cursor<'_>) -> Option<Value> {
    let value = value(cursor, &Step::Whole, 0)?;
    cursor.space();
    if cursor.is_at_end() { Some(value) } else { cursor.stop() }
}

/// The way to a value, of which a place is made when something is wrong there.
enum Step<'a> {
    Whole,
    Field(&'a Step<'a>, &'a str),
    Element(&'a Step<'a>, usize),
}

impl Step<'_> {
    fn place(&self) -> Place {
        match self {
            Self::Whole => Place::default(),
            Self::Field(parent, name) => parent.place().at(name),
            Self::Element(parent, number) => parent.place().element(*number),
        }
    }
}

/// The value at the cursor, within `depth` lists and objects.
fn value(cursor: &mut Cursor<'_>, step: &Step<'_>, depth: usize) -> Option<Value> {
    cursor.space();
    match cursor.peek() {
        Some(b'{') => object(cursor, step, deeper(cursor, depth)?),
        Some(b'[') => list(cursor, step, deeper(cursor, depth)?),
        Some(b'"') => text::read(cursor).map(Value::String),
        Some(b't') => cursor.word("true").map(|()| Value::Bool(true)),
        Some(b'f') => cursor.word("false").map(|()| Value::Bool(false)),
        Some(b'n') => cursor.word("null").map(|()| Value::Null),
        Some(b'-' | b'0'..=b'9') => {
            let written = number::written(cursor)?;
            let number = number::read(written);
            if number.is_none() {
                // What follows is still read, for the problems in it.
                cursor.problems().add(Mistake::NotFinite { value: written.to_owned() }, step.place());
            }
            Some(number.map_or(Value::Null, Value::Number))
        }
        _ => cursor.stop(),
    }
}

fn deeper(cursor: &Cursor<'_>, depth: usize) -> Option<usize> {
    if depth < MAX_DEPTH {
        return Some(depth + 1);
    }
    cursor.problems().add(Mistake::TooDeep { limit: MAX_DEPTH }, Place::default());
    None
}

fn list(cursor: &mut Cursor<'_>, step: &Step<'_>, depth: usize) -> Option<Value> {
    let mut elements = Vec::new();
    if cursor.opens_empty(b']') {
        return Some(Value::Array(elements));
    }
    loop {
        elements.push(value(cursor, &Step::Element(step, elements.len() + 1), depth)?);
        if !cursor.continues(b']')? {
            return Some(Value::Array(elements));
        }
    }
}

fn object(cursor: &mut Cursor<'_>, step: &Step<'_>, depth: usize) -> Option<Value> {
    let mut fields = Map::new();
    if cursor.opens_empty(b'}') {
        return Some(Value::Object(fields));
    }
    loop {
        cursor.space();
        let name = text::read(cursor)?;
        let field = Step::Field(step, &name);
        if fields.contains_key(&name) {
            let twice = Mistake::Duplicate { what: Label::of("het veld", "field"), id: name.clone() };
            cursor.problems().add(twice, field.place());
        }
        cursor.space();
        cursor.byte(b':')?;
        let read = value(cursor, &field, depth)?;
        fields.insert(name, read);
        if !cursor.continues(b'}')? {
            return Some(Value::Object(fields));
        }
    }
}

#[cfg(test)]
mod tests;
