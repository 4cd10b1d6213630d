//! The operations of co-creation.

use super::row::{Operation, constant, total};
use crate::cocreation::{
    self, Conditions, Energy, Log, Phase, PromiseLedger, Readiness, Review, Settings, Voice,
};
use crate::document::{Document, Fields, Reader};
#[cfg(feature = "charts")]
use crate::{Chart, Language};
use chrono::NaiveDate;

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &constant("cocreation.phases", "The four phases, with their conditions and methods.", cocreation::phases),
    &constant(
        "cocreation.event_kinds",
        "What can be recorded in a log, with the fields of each kind of event.",
        cocreation::event_kinds,
    ),
    &total("cocreation.check", "Checks a log.", Log::clone),
    &total("cocreation.append", "The log with one more event.", Next::log),
    &total("cocreation.review", "Reviews a log on a date.", Dated::review),
    &total(
        "cocreation.readiness",
        "What the log says on a date about the conditions for entering a phase.",
        Entering::readiness,
    ),
];

pub(super) const FOLLOWING: &[&dyn Operation] = &[
    &total(
        "cocreation.promises",
        "The ledger of promises on a date, with the golden rule in its two parts.",
        Dated::promises,
    ),
    &total("cocreation.voice", "Whose voice counts, as far as a log says on a date.", OnDay::voice),
    &total("cocreation.energy", "Where the energy is, as far as a log says on a date.", Dated::energy),
    &total(
        "cocreation.conditions",
        "What co-creation asks throughout, over time: conditions, tasks, breath and set-backs, with evidence and duration.",
        OnDay::conditions,
    ),
];

/// A log and the event that comes next.
struct Next(Log);

impl Next {
    fn log(&self) -> Log {
        self.0.clone()
    }
}

impl Document for Next {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["log", "event"])?;
        let log = fields.must("log", Log::read);
        let event = fields.required("event");
        // What may come next can only be said of a log that can be read.
        log?.append_read(&event?).map(Self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Next {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "NextEvent".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let event = generator.subschema_for::<cocreation::Entry>();
        schemars::json_schema!({
            "type": "object",
            "description": "A log and the event that comes next.",
            "properties": {"log": generator.subschema_for::<Log>(), "event": event},
            "required": ["log", "event"],
        })
    }
}

/// A log, a date and the periods to use.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "LogOnDate"))]
struct Dated {
    /// The log.
    log: Log,
    /// The date up to which it is read.
    as_of: NaiveDate,
    /// The periods after which the review asks for attention.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Settings>"))]
    settings: Settings,
}

impl Dated {
    fn review(&self) -> Review {
        cocreation::review(&self.log, self.as_of, &self.settings)
    }

    fn energy(&self) -> Energy {
        cocreation::energy(&self.log, self.as_of, &self.settings)
    }

    fn promises(&self) -> PromiseLedger {
        cocreation::promises(&self.log, self.as_of, &self.settings)
    }
}

impl Document for Dated {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["log", "as_of", "settings"])?;
        let log = fields.must("log", Log::read);
        let as_of = fields.must("as_of", Reader::date);
        let settings = fields.maybe("settings", Settings::read).map(Option::unwrap_or_default);
        Some(Self { log: log?, as_of: as_of?, settings: settings? })
    }
}

/// A log and a date.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "LogUntil"))]
pub(super) struct OnDay {
    /// The log.
    pub(super) log: Log,
    /// The date up to which it is read.
    pub(super) as_of: NaiveDate,
}

impl OnDay {
    fn voice(&self) -> Voice {
        cocreation::voice(&self.log, self.as_of)
    }

    fn conditions(&self) -> Conditions {
        cocreation::conditions(&self.log, self.as_of)
    }

    pub(super) fn of_fields(fields: &Fields<'_>) -> Option<Self> {
        let (log, as_of) = (fields.must("log", Log::read), fields.must("as_of", Reader::date));
        Some(Self { log: log?, as_of: as_of? })
    }
}

impl Document for OnDay {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        Self::of_fields(&reader.fields(&["log", "as_of"])?)
    }
}

/// A log to draw as it is on a date.
#[cfg(feature = "charts")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct LogChart {
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub(super) until: OnDay,
    /// The language of the texts in the chart.
    pub(super) language: Language,
}

#[cfg(feature = "charts")]
impl LogChart {
    pub(super) fn voice(&self) -> Chart {
        cocreation::voice_chart(&self.until.voice(), self.language)
    }
}

#[cfg(feature = "charts")]
impl Document for LogChart {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["log", "as_of", "language"])?;
        let (until, language) = (OnDay::of_fields(&fields), fields.must("language", Reader::code));
        Some(Self { until: until?, language: language? })
    }
}

/// A log, a phase and a date.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "PhaseToEnter"))]
struct Entering {
    /// The log.
    log: Log,
    /// The phase that people think of entering.
    phase: Phase,
    /// The date up to which the log is read.
    as_of: NaiveDate,
}

impl Entering {
    fn readiness(&self) -> Readiness {
        cocreation::readiness(&self.log, self.phase, self.as_of)
    }
}

impl Document for Entering {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["log", "phase", "as_of"])?;
        let log = fields.must("log", Log::read);
        let phase = fields.must("phase", Reader::code);
        let as_of = fields.must("as_of", Reader::date);
        Some(Self { log: log?, phase: phase?, as_of: as_of? })
    }
}
