//! The kinds of event as data: what a form shows and a schema says.

use super::{Event, Field};
use crate::{Label, Perspective, Source, Term};
use serde::Serialize;

/// Everything that can be recorded in a log of one domain.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EventForm {
    /// The fields that every event has.
    pub common: Vec<FieldDescription>,
    /// The kinds of event, each with its own fields.
    pub kinds: Vec<EventKind>,
}

/// A kind of event.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EventKind {
    /// The word in documents.
    pub code: &'static str,
    /// The kind in words.
    pub label: Label,
    /// Its own fields, in order.
    pub fields: Vec<FieldDescription>,
    /// Where it comes from.
    pub source: Source,
}

/// A field of an event.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldDescription {
    /// The name in documents.
    pub name: &'static str,
    /// The field in words.
    pub label: Label,
    /// Whether it must be there; what is absent is unknown.
    pub required: bool,
    /// Whether it holds a list of one or more.
    pub list: bool,
    /// What it holds, or what each element of the list holds.
    pub kind: FieldKind,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FieldKind {
    /// A text.
    Text,
    /// A whole number of zero or more.
    Count,
    /// Yes or no.
    Truth,
    /// A date written as year-month-day.
    Date,
    /// One of a list.
    Choice {
        /// What can be chosen, in order.
        choices: Vec<Term>,
    },
    /// A name that is new here, of a promise for example.
    NewName {
        /// What gets the name.
        of: &'static str,
    },
    /// The name of something recorded before.
    Reference {
        /// What it names, as in `promise` or `party-taking-part`.
        to: &'static str,
    },
    /// A group of fields.
    Group {
        /// The fields, in order.
        fields: Vec<FieldDescription>,
    },
}

impl EventForm {
    /// Everything that can be recorded as events of this type.
    pub fn of<E: Event>() -> Self {
        let common = vec![
            FieldDescription::of::<chrono::NaiveDate>("date", Label::of("datum", "date")),
            FieldDescription::of::<Option<super::Precision>>(
                "date_precision",
                Label::of("hoe precies de datum bekend is", "how precisely the date is known"),
            ),
            FieldDescription::of::<Option<String>>("author", Label::of("wie het vastlegt", "who records it")),
            FieldDescription::of::<Perspective>("perspective", Label::of("perspectief", "perspective")),
            FieldDescription::of::<Option<String>>("note", Label::of("opmerking", "note")),
            FieldDescription::of::<Option<Vec<String>>>("sources", Label::of("bronnen", "sources")),
        ];
        Self { common, kinds: E::kinds() }
    }
}

impl FieldDescription {
    /// The description of a field of this type.
    pub fn of<F: Field>(name: &'static str, label: Label) -> Self {
        Self { name, label, required: F::REQUIRED, list: F::LIST, kind: F::kind() }
    }
}
