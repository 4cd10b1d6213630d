//! The types a field of an event can have, each with its way of reading, writing and describing itself.

use super::{FieldKind, Mention};
use crate::document::{Fields, Reader};
use crate::error::Mistake;
use crate::{Label, Term, Vocabulary};
use chrono::NaiveDate;
use serde::Serialize;
use serde::ser::SerializeMap;

/// A type that a field of an event can have.
pub trait Field: Serialize + Sized {
    /// Whether the field must be there.
    const REQUIRED: bool = true;
    /// Whether the field holds a list.
    const LIST: bool = false;

    /// What the field holds, for a form.
    fn kind() -> FieldKind;

    /// Reads a value, adding the names it mentions of things recorded before.
    fn read<'a>(reader: &Reader<'a>, mentions: &mut Vec<Mention<'a>>) -> Option<Self>;

    /// Reads the field of this name.
    fn of<'a>(fields: &Fields<'a>, name: &str, mentions: &mut Vec<Mention<'a>>) -> Option<Self> {
        Self::read(&fields.required(name)?, mentions)
    }

    /// Writes the field.
    ///
    /// # Errors
    /// Those of the serialiser.
    fn write<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry(name, self)
    }
}

/// A type of which a field can hold a list, each element once.
pub trait Element: Field {
    /// What an element is called, as in “the party occurs twice”.
    const NAME: Label;
    /// What makes two elements the same.
    fn key(&self) -> &str;
}

impl Field for String {
    fn kind() -> FieldKind {
        FieldKind::Text
    }

    fn read<'a>(reader: &Reader<'a>, _: &mut Vec<Mention<'a>>) -> Option<Self> {
        reader.text().map(str::to_owned)
    }
}

impl Element for String {
    const NAME: Label = Label::of("de tekst", "text");

    fn key(&self) -> &str {
        self
    }
}

impl Field for u32 {
    fn kind() -> FieldKind {
        FieldKind::Count
    }

    fn read<'a>(reader: &Reader<'a>, _: &mut Vec<Mention<'a>>) -> Option<Self> {
        reader.count()
    }
}

impl Field for bool {
    fn kind() -> FieldKind {
        FieldKind::Truth
    }

    fn read<'a>(reader: &Reader<'a>, _: &mut Vec<Mention<'a>>) -> Option<Self> {
        reader.truth()
    }
}

impl Field for NaiveDate {
    fn kind() -> FieldKind {
        FieldKind::Date
    }

    fn read<'a>(reader: &Reader<'a>, _: &mut Vec<Mention<'a>>) -> Option<Self> {
        reader.date()
    }
}

impl<V: Vocabulary + Serialize> Field for V {
    fn kind() -> FieldKind {
        FieldKind::Choice { choices: Term::all::<V>() }
    }

    fn read<'a>(reader: &Reader<'a>, _: &mut Vec<Mention<'a>>) -> Option<Self> {
        reader.code()
    }
}

impl<V: Vocabulary + Serialize> Element for V {
    const NAME: Label = <V as Vocabulary>::NAME;

    fn key(&self) -> &str {
        self.code()
    }
}

impl<T: Field> Field for Option<T> {
    const REQUIRED: bool = false;
    const LIST: bool = T::LIST;

    fn kind() -> FieldKind {
        T::kind()
    }

    fn read<'a>(reader: &Reader<'a>, mentions: &mut Vec<Mention<'a>>) -> Option<Self> {
        T::read(reader, mentions).map(Some)
    }

    fn of<'a>(fields: &Fields<'a>, name: &str, mentions: &mut Vec<Mention<'a>>) -> Option<Self> {
        match fields.optional(name) {
            Some(field) => Self::read(&field, mentions),
            None => Some(None),
        }
    }

    fn write<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        // What is unknown is not written.
        self.as_ref().map_or(Ok(()), |value| value.write(name, map))
    }
}

impl<T: Element> Field for Vec<T> {
    const LIST: bool = true;

    fn kind() -> FieldKind {
        T::kind()
    }

    fn read<'a>(reader: &Reader<'a>, mentions: &mut Vec<Mention<'a>>) -> Option<Self> {
        let elements = reader.list()?;
        if elements.is_empty() {
            reader.refuse(Mistake::Empty { what: Label::of("de lijst", "list") });
        }
        let mut read: Vec<T> = Vec::new();
        let mut complete = true;
        for element in &elements {
            let Some(value) = T::read(element, mentions) else {
                complete = false;
                continue;
            };
            if read.iter().any(|other| other.key() == value.key()) {
                element.refuse(Mistake::Duplicate { what: T::NAME, id: value.key().to_owned() });
            }
            read.push(value);
        }
        complete.then_some(read)
    }
}
