//! One entry of a log: an event with its date, author, perspective and note.

use super::{Event, Mention, Moment, Precision};
use crate::document::{Fields, Reader};
use crate::error::Mistake;
use crate::{Label, Perspective};
use chrono::NaiveDate;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// The fields that every event has.
const COMMON: [&str; 7] = ["date", "date_precision", "kind", "author", "perspective", "note", "sources"];

/// An event as it was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<E> {
    /// When it happened.
    pub when: Moment,
    /// Who recorded it, when that is known.
    pub author: Option<String>,
    /// Whose perspective it represents.
    pub perspective: Perspective,
    /// What there is to know about it, in free words.
    pub note: Option<String>,
    /// Where it comes from: ids of facts, or references in words.
    pub sources: Vec<String>,
    /// What happened.
    pub event: E,
}

impl<E> Entry<E> {
    /// An event on a day; author, note and sources can be filled in.
    pub fn new(date: NaiveDate, perspective: Perspective, event: E) -> Self {
        Self { when: Moment::on(date), author: None, perspective, note: None, sources: Vec::new(), event }
    }
}

impl<E: Event> Serialize for Entry<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("date", &self.when.date())?;
        if self.when.precision() != Precision::Day {
            map.serialize_entry("date_precision", &self.when.precision())?;
        }
        map.serialize_entry("kind", self.event.code())?;
        if let Some(author) = &self.author {
            map.serialize_entry("author", author)?;
        }
        map.serialize_entry("perspective", &self.perspective)?;
        self.event.write(&mut map)?;
        if let Some(note) = &self.note {
            map.serialize_entry("note", note)?;
        }
        if !self.sources.is_empty() {
            map.serialize_entry("sources", &self.sources)?;
        }
        map.end()
    }
}

/// What could be read of an entry: each part is there when it had no problem of its own.
pub(super) struct Draft<'a, E> {
    fields: Fields<'a>,
    pub(super) when: Option<Moment>,
    pub(super) mentions: Vec<Mention<'a>>,
    pub(super) event: Option<E>,
    kind: Option<&'a str>,
    about: Option<About>,
}

/// Who recorded something, and what they added.
struct About {
    author: Option<String>,
    perspective: Perspective,
    note: Option<String>,
    sources: Vec<String>,
}

impl<'a, E: Event> Draft<'a, E> {
    pub(super) fn read(reader: &Reader<'a>) -> Option<Self> {
        let code = kind::<E>(reader)?;
        let own = code.and_then(E::fields);
        let fields = match own {
            Some(own) => reader.fields(&[&COMMON, own].concat())?,
            // Which fields a kind that does not exist would have is not to be said.
            None => reader.fields(&reader.entries()?.iter().map(|(name, _)| *name).collect::<Vec<_>>())?,
        };
        let when = when(&fields);
        let about = about(&fields);
        let mut mentions = Vec::new();
        let event = code.and_then(|code| E::read(code, &fields, &mut mentions));
        Some(Self { fields, when, mentions, event, kind: code, about })
    }

    pub(super) fn finish(self) -> Option<Entry<E>> {
        let About { author, perspective, note, sources } = self.about?;
        Some(Entry { when: self.when?, author, perspective, note, sources, event: self.event? })
    }
}

/// The code of the kind; `None` when the entry has no fields at all.
#[expect(clippy::option_option, reason = "no fields and no such kind are different answers")]
fn kind<'a, E: Event>(reader: &Reader<'a>) -> Option<Option<&'a str>> {
    let entries = reader.entries()?;
    let Some((_, kind)) = entries.iter().find(|(name, kind)| *name == "kind" && !kind.value().is_null())
    else {
        reader.refuse(Mistake::MissingField { field: "kind".to_owned() });
        return Some(None);
    };
    let code = kind.text();
    if let Some(code) = code.filter(|code| E::fields(code).is_none()) {
        kind.refuse(Mistake::UnknownCode {
            what: Label::of("het soort gebeurtenis", "kind of event"),
            value: code.to_owned(),
            expected: E::CODES.iter().map(ToString::to_string).collect(),
        });
    }
    Some(code.filter(|code| E::fields(code).is_some()))
}

fn when(fields: &Fields<'_>) -> Option<Moment> {
    let precision = fields.maybe("date_precision", Reader::code);
    let field = fields.required("date")?;
    let date = field.date()?;
    field.check(Moment::new(date, precision?.unwrap_or(Precision::Day)))
}

fn about(fields: &Fields<'_>) -> Option<About> {
    let text = |field: &Reader<'_>| field.text().map(str::to_owned);
    let author = fields.maybe("author", text);
    let perspective = fields.must("perspective", Reader::code);
    let note = fields.maybe("note", text);
    let sources = fields.list_of("sources", text);
    Some(About { author: author?, perspective: perspective?, note: note?, sources: sources? })
}

impl<'a, E> Draft<'a, E> {
    /// The code of its kind, `None` when there is no such kind.
    pub(super) fn kind(&self) -> Option<&'a str> {
        self.kind
    }

    /// The text that is written in a field, also in one that could not be read as what it should be.
    pub(super) fn written(&self, field: &str) -> Option<&'a str> {
        self.fields.optional(field)?.value().as_str().map(str::trim)
    }

    /// Notes a problem with a field.
    pub(super) fn refuse(&self, field: &str, mistake: Mistake) {
        match self.fields.optional(field) {
            Some(field) => field.refuse(mistake),
            None => self.fields.reader().refuse(mistake),
        }
    }
}
