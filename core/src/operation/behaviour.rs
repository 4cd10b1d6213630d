//! The operations of the integrative behaviour model.

use super::row::{Operation, constant, fallible, total};
use crate::behaviour::{self, Profile, Role, Standing, Thresholds};
use crate::document::{Document, Reader};
use crate::measure::{Instrument, Scores};
use crate::{Error, Perspective, Term};

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &constant("behaviour.determinants", "The seven determinants.", behaviour::determinants),
    &constant("behaviour.standings", "How a determinant can stand, in order.", Term::all::<Standing>),
    &constant("behaviour.roles", "The professional roles.", Term::all::<Role>),
    &constant(
        "behaviour.interventions",
        "What the sources name as done, and by whom.",
        behaviour::interventions,
    ),
    &constant("behaviour.levers", "What each role can do about each determinant.", behaviour::levers),
    &fallible(
        "behaviour.profile",
        "The profile of someone's scores on an instrument whose scales are determinants.",
        Measured::profile,
    ),
    &total(
        "behaviour.assess",
        "Says what stands in the way of one behaviour, and what is not known.",
        behaviour::assess,
    ),
    &total(
        "behaviour.review_interventions",
        "Reviews who would do what around one person.",
        behaviour::review_interventions,
    ),
];

pub(super) const INSTRUMENTS: &[&dyn Operation] = &[
    &constant(
        "behaviour.instruments",
        "The names of the instruments that come with the library.",
        behaviour::instruments,
    ),
    &fallible("behaviour.instrument", "An instrument that comes with the library.", Named::instrument),
];

/// The name of an instrument.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "InstrumentName"))]
struct Named {
    /// One of the names that `behaviour.instruments` gives.
    id: String,
}

impl Named {
    fn instrument(&self) -> Result<Instrument, Error> {
        behaviour::instrument(&self.id)
    }
}

impl Document for Named {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let id = reader.fields(&["id"])?.required("id")?.text()?.to_owned();
        Some(Self { id })
    }
}

/// Someone's scores, and how to read them.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ProfileFromScores"))]
struct Measured {
    /// The scores.
    scores: Scores,
    /// Whose perspective it is. A questionnaire is filled in by the person concerned, so theirs it is unless
    /// said otherwise.
    perspective: Option<Perspective>,
    /// Where scores pass from one standing into the next; five equal steps unless said otherwise.
    thresholds: Option<Thresholds>,
}

impl Measured {
    fn profile(&self) -> Result<Profile, Error> {
        let perspective = self.perspective.unwrap_or(Perspective::Client);
        Profile::from_scores(&self.scores, perspective, self.thresholds.clone().unwrap_or_default())
    }
}

impl Document for Measured {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["scores", "perspective", "thresholds"])?;
        let scores = fields.must("scores", Scores::read);
        let perspective = fields.maybe("perspective", Reader::code);
        let thresholds = fields.maybe("thresholds", Thresholds::read);
        Some(Self { scores: scores?, perspective: perspective?, thresholds: thresholds? })
    }
}
