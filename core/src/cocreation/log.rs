//! The co-creation log as a document: what it is about, who there are, and what happened.

use super::reference::PartyName;
use super::state::State;
use super::words::PartyKind;
use super::{Entry, Event, EventForm};
use crate::Label;
use crate::document::{Document, Fields, Reader};
use crate::error::{Error, Mistake};
use crate::events::{self, Element};
use serde::Serialize;

/// A party of a co-creation process. It takes part from the moment the log says that it joined.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Party {
    /// Its name in the events.
    pub id: String,
    /// What people call it.
    pub label: Label,
    /// What kind of party it is.
    pub kind: PartyKind,
}

/// The log of one co-creation process.
///
/// ```
/// use meedoen::cocreation::{Entry, Event, Log, Party, PartyKind};
/// use meedoen::{Label, Perspective};
/// let residents = Party {
///     id: "residents".to_owned(),
///     label: Label::of("bewoners", "residents"),
///     kind: PartyKind::SourceGroup,
/// };
/// let log = Log::new("square", Label::of("Het plein", "The square"), Label::of("beheer", "upkeep"), vec![residents])?;
/// let joined = Event::PartyJoined { party: "residents".into() };
/// let log = log.append(&Entry::new("2019-03-01".parse().unwrap(), Perspective::Client, joined))?;
/// assert_eq!(log.events().len(), 1);
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// COC-20…52; GEN-12 on recording who says what from which perspective.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Log {
    /// The version of the document.
    schema_version: u32,
    /// Its name.
    id: String,
    /// What people call it.
    title: Label,
    /// The public service or the theme it is about.
    service: Label,
    /// Every party, whether or not it takes part.
    parties: Vec<Party>,
    /// What happened, in the order in which it was recorded.
    events: events::Log<Event>,
}

impl Log {
    /// The version of the document this release reads and writes.
    pub const SCHEMA_VERSION: u32 = 1;

    /// A log in which nothing has been recorded.
    ///
    /// # Errors
    /// `empty` without an id, `duplicate` when two parties have the same id.
    pub fn new(id: &str, title: Label, service: Label, parties: Vec<Party>) -> Result<Self, Error> {
        let (schema_version, events) = (Self::SCHEMA_VERSION, events::Log::default());
        let log = Self { schema_version, id: id.to_owned(), title, service, parties, events };
        // A log made in code passes the same door as one from a document.
        Self::from_value(&serde_json::to_value(&log).map_err(|_| Mistake::Malformed { line: 0, column: 0 })?)
    }

    /// The log with one more entry.
    ///
    /// # Errors
    /// Every problem of the entry, such as a date before the last one or a party that does not take part; this
    /// log stays as it was.
    pub fn append(&self, entry: &Entry) -> Result<Self, Error> {
        let events = self.events.append(entry, State::new(&self.parties))?;
        Ok(Self { events, ..self.clone() })
    }

    /// The log with one more entry, read from a document.
    pub fn append_read(&self, reader: &Reader<'_>) -> Option<Self> {
        let events = self.events.append_read(reader, State::new(&self.parties))?;
        Some(Self { events, ..self.clone() })
    }

    /// Its name.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What people call it.
    pub fn title(&self) -> &Label {
        &self.title
    }

    /// The public service or the theme it is about.
    pub fn service(&self) -> &Label {
        &self.service
    }

    /// Every party, whether or not it takes part.
    pub fn parties(&self) -> &[Party] {
        &self.parties
    }

    /// What happened.
    pub fn events(&self) -> &events::Log<Event> {
        &self.events
    }
}

impl Document for Log {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["schema_version", "id", "title", "service", "parties", "events"])?;
        let schema_version = schema_version(&fields);
        let id = fields.must("id", Reader::string);
        let title = fields.must("title", Reader::label);
        let service = fields.must("service", Reader::label);
        let parties = fields.must("parties", read_parties);
        let events = fields.required("events");
        // Without the parties, nothing can be said of who acts in the events.
        let parties = parties?;
        let events = events.and_then(|events| events::Log::read(&events, State::new(&parties)));
        Some(Self {
            schema_version: schema_version?,
            id: id?,
            title: title?,
            service: service?,
            parties,
            events: events?,
        })
    }
}

fn schema_version(fields: &Fields<'_>) -> Option<u32> {
    let field = fields.required("schema_version")?;
    let (version, supported) = (field.count()?, Log::SCHEMA_VERSION);
    if version != supported {
        field.refuse(Mistake::UnsupportedVersion { version: version.to_string(), supported });
    }
    Some(version)
}

fn read_parties(reader: &Reader<'_>) -> Option<Vec<Party>> {
    let mut parties: Vec<Party> = Vec::new();
    for element in reader.list()? {
        let Some(party) = read_party(&element) else { continue };
        if parties.iter().any(|other| other.id == party.id) {
            element.refuse(Mistake::Duplicate { what: <PartyName as Element>::NAME, id: party.id.clone() });
        }
        parties.push(party);
    }
    Some(parties)
}

fn read_party(reader: &Reader<'_>) -> Option<Party> {
    let fields = reader.fields(&["id", "label", "kind"])?;
    let id = fields.must("id", Reader::string);
    let label = fields.must("label", Reader::label);
    let kind = fields.must("kind", Reader::code);
    Some(Party { id: id?, label: label?, kind: kind? })
}

/// Everything that can be recorded: the fields every event has, and the kinds of event with their own.
///
/// ```
/// let form = meedoen::cocreation::event_kinds();
/// let session = form.kinds.iter().find(|kind| kind.code == "session").unwrap();
/// assert_eq!(session.fields[0].name, "attendance");
/// ```
///
/// # Source
/// COC-20…94; each kind names its own.
pub fn event_kinds() -> EventForm {
    EventForm::of::<Event>()
}
