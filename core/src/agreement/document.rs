//! Codings as a document.

use super::{Agreement, Coder, Codings, Level, Resampling, estimate};
use crate::document::{Document, Reader};
use crate::error::{Kind, Mistake};

/// Codings, and how to draw intervals.
#[derive(Clone, Debug, PartialEq)]
pub struct CodingsToCompare {
    /// What was coded.
    pub codings: Codings,
    /// How intervals are drawn.
    pub resampling: Resampling,
}

impl CodingsToCompare {
    /// How far the coders agree.
    pub fn estimate(&self) -> Agreement {
        estimate(&self.codings, &self.resampling)
    }
}

impl Document for CodingsToCompare {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["level", "code_book", "coders", "resampling"])?;
        let resampling = fields.maybe("resampling", Resampling::read);
        let (level, list) = (fields.must("level", Reader::code), fields.required("coders"));
        let (level, list) = (level?, list?);
        let codings = match level {
            level @ (Level::Nominal | Level::Ordinal) => {
                let code_book = fields.must("code_book", |list| list.list_of(Reader::string));
                let coders = coders(&list, Reader::string);
                let code_book = code_book?;
                let codes: Vec<&str> = code_book.iter().map(String::as_str).collect();
                reader.check(Codings::coded(level, &codes, coders?))
            }
            level @ (Level::Interval | Level::Ratio) => {
                if let Some(field) = fields.optional("code_book") {
                    // Numbers speak for themselves; a list of them would be a second opinion.
                    field.refuse(Mistake::WrongKind { found: Kind::List, expected: Kind::Nothing });
                }
                let coders = coders(&list, Reader::number);
                reader.check(Codings::measured(level, coders?))
            }
        };
        Some(Self { codings: codings?, resampling: resampling?.unwrap_or_default() })
    }
}

/// A value that cannot be read is noted, and stands as not coded while the others are looked at.
fn coders<'a, T>(list: &Reader<'a>, read: impl Fn(&Reader<'a>) -> Option<T>) -> Option<Vec<Coder<T>>> {
    list.list_of(|coder| {
        let fields = coder.fields(&["id", "values"])?;
        let id = fields.must("id", Reader::string);
        let value = |value: &Reader<'a>| Some(value.nullable(&read).flatten());
        let values = fields.must("values", |values| values.list_of(value));
        Some(Coder { id: id?, values: values? })
    })
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for CodingsToCompare {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CodingsToCompare".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let coder = serde_json::json!({
            "type": "object",
            "description": "What one coder gave each unit.",
            "properties": {
                "id": {"type": "string", "description": "The name of the coder."},
                "values": {
                    "type": "array",
                    "items": {"type": ["string", "number", "null"]},
                    "description": "One value a unit, in the order of the units, `null` where it was not coded: \
                        a code of the code book, or a number on an interval or ratio scale.",
                },
            },
            "required": ["id", "values"],
        });
        schemars::json_schema!({
            "type": "object",
            "description": "What several people gave the same units, and how to draw intervals.",
            "properties": {
                "level": generator.subschema_for::<Level>(),
                "code_book": {
                    "type": ["array", "null"],
                    "items": {"type": "string"},
                    "description": "The codes, in their order on an ordinal scale; not for numbers.",
                },
                "coders": {"type": "array", "items": coder, "minItems": 1, "description": "The coders."},
                "resampling": generator.subschema_for::<crate::document::Defaulted<Resampling>>(),
            },
            "required": ["level", "coders"],
        })
    }
}
