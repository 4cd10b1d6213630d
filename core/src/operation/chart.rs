//! The operations that draw: each answers with a Vega-Lite specification in the language of the request.

use super::cocreation::LogChart;
use super::row::{Operation, total};
use crate::behaviour::{self, Profile, Proposal};
use crate::cocreation::{self, Log, Settings};
use crate::document::{Document, Fields, Reader};
use crate::error::{Kind, Mistake};
use crate::{Chart, Language, ladder};
use chrono::NaiveDate;

/// The charts of people.
pub(super) const PEOPLE: &[&dyn Operation] = &[
    &total(
        "behaviour.profile_chart",
        "Draws the seven determinants on five steps from hindering to supporting.",
        ProfileChart::draw,
    ),
    &total(
        "behaviour.field_of_forces_chart",
        "Draws the forces for and against the behaviour, and what each role would do about which of them.",
        FieldOfForcesChart::draw,
    ),
    &total("ladder.chart", "Draws the six rungs with the possible ones marked.", LadderChart::draw),
];

/// The charts of a process.
pub(super) const PROCESS: &[&dyn Operation] = &[
    &total("cocreation.timeline_chart", "Draws what a log says up to a date.", TimelineChart::draw),
    &total(
        "cocreation.voice_chart",
        "Draws how people, time to speak, ideas and agreements are shared between the parties.",
        LogChart::voice,
    ),
];

fn language(fields: &Fields<'_>) -> Option<Language> {
    fields.must("language", Reader::code)
}

/// A profile to draw.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ProfileChart {
    /// What is known of the person's determinants.
    profile: Profile,
    /// The language of the texts in the chart.
    language: Language,
}

impl ProfileChart {
    fn draw(&self) -> Chart {
        behaviour::profile_chart(&self.profile, self.language)
    }
}

impl Document for ProfileChart {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["profile", "language"])?;
        let (profile, language) = (Profile::of_fields(&fields, "profile"), language(&fields));
        Some(Self { profile: profile?, language: language? })
    }
}

/// A profile with interventions to draw.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct FieldOfForcesChart {
    #[cfg_attr(feature = "schema", schemars(flatten))]
    proposal: Proposal,
    /// The language of the texts in the chart.
    language: Language,
}

impl FieldOfForcesChart {
    fn draw(&self) -> Chart {
        behaviour::field_of_forces_chart(&self.proposal, self.language)
    }
}

impl Document for FieldOfForcesChart {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["profile", "interventions", "language"])?;
        let (proposal, language) = (Proposal::of_fields(&fields), language(&fields));
        Some(Self { proposal: proposal?, language: language? })
    }
}

/// A placement on the ladder to draw: of facts, or of the steps of a session.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "ladder::Drawn"))]
struct LadderChart {
    answers: ladder::Answers,
    /// The language of the texts in the chart.
    language: Language,
}

impl LadderChart {
    fn draw(&self) -> Chart {
        ladder::chart(&self.answers, self.language)
    }
}

impl Document for LadderChart {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["facts", "steps", "perspective", "language"])?;
        let answers = match fields.optional("steps") {
            None => ladder::Answers::of_fields(&fields),
            Some(steps) => {
                if fields.optional("facts").is_some() {
                    // One of the two would have to give way; that choice is not ours.
                    steps.refuse(Mistake::WrongKind { found: Kind::List, expected: Kind::Nothing });
                }
                ladder::Session::of_fields(&fields).map(|session| session.answers())
            }
        };
        let language = language(&fields);
        Some(Self { answers: answers?, language: language? })
    }
}

/// A log to draw.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct TimelineChart {
    /// The log.
    log: Log,
    /// The date up to which it is read.
    as_of: NaiveDate,
    /// The periods after which the review asks for attention.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Settings>"))]
    settings: Settings,
    /// The language of the texts in the chart.
    language: Language,
}

impl TimelineChart {
    fn draw(&self) -> Chart {
        cocreation::timeline_chart(&self.log, self.as_of, &self.settings, self.language)
    }
}

impl Document for TimelineChart {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["log", "as_of", "settings", "language"])?;
        let log = fields.must("log", Log::read);
        let as_of = fields.must("as_of", Reader::date);
        let settings = fields.maybe("settings", Settings::read).map(Option::unwrap_or_default);
        let language = language(&fields);
        Some(Self { log: log?, as_of: as_of?, settings: settings?, language: language? })
    }
}
