//! The kinds of value a document can hold, in words.

use crate::Label;
use serde_json::Value;

/// What kind of value was found or expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A group of named fields.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// A finite number.
    Number,
    /// A whole number of zero or more.
    Count,
    /// `true` or `false`.
    Truth,
    /// A date written as year-month-day.
    Date,
    /// No value.
    Nothing,
}

impl Kind {
    /// The kind of a value in a JSON document.
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Nothing,
            Value::Bool(_) => Self::Truth,
            Value::Number(_) => Self::Number,
            Value::String(_) => Self::Text,
            Value::Array(_) => Self::List,
            Value::Object(_) => Self::Object,
        }
    }

    /// The kind in words, with its article.
    pub fn label(self) -> Label {
        match self {
            Self::Object => Label::of("een groep velden", "a group of fields"),
            Self::List => Label::of("een lijst", "a list"),
            Self::Text => Label::of("een tekst", "a text"),
            Self::Number => Label::of("een getal", "a number"),
            Self::Count => Label::of("een geheel getal van nul of meer", "a whole number of zero or more"),
            Self::Truth => Label::of("ja (`true`) of nee (`false`)", "yes (`true`) or no (`false`)"),
            Self::Date => Label::of("een datum als 2020-03-31", "a date such as 2020-03-31"),
            Self::Nothing => Label::of("niets", "nothing"),
        }
    }
}
