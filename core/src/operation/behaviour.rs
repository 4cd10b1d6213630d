//! The operations of the integrative behaviour model.

use super::{Operation, run, write};
use crate::behaviour::{self, Determinant, Intervention, Profile, Proposal, Role, Standing};
use crate::document::{Document, Reader};
use crate::measure::Scores;
use crate::{Perspective, Term};

pub(super) const OPERATIONS: &[Operation] = &[
    ("behaviour.determinants", |_| write(&Term::all::<Determinant>())),
    ("behaviour.standings", |_| write(&Term::all::<Standing>())),
    ("behaviour.roles", |_| write(&Term::all::<Role>())),
    ("behaviour.interventions", |_| write(&Term::all::<Intervention>())),
    ("behaviour.levers", |_| write(&behaviour::levers())),
    ("behaviour.instruments", |_| write(&behaviour::instruments())),
    ("behaviour.instrument", |request| write(&behaviour::instrument(&Named::from_json(request)?.0)?)),
    ("behaviour.profile", |request| run::<Measured, _>(request, |measured| measured.0.clone())),
    ("behaviour.assess", |request| run::<Profile, _>(request, behaviour::assess)),
    ("behaviour.review_interventions", |request| {
        run::<Proposal, _>(request, behaviour::review_interventions)
    }),
];

/// The name of an instrument.
struct Named(String);

impl Document for Named {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        reader.fields(&["id"])?.required("id")?.text().map(str::to_owned).map(Self)
    }
}

/// The profile of someone's scores.
struct Measured(Profile);

impl Document for Measured {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["scores", "perspective", "thresholds"])?;
        let scores = fields.required("scores").and_then(|scores| Scores::read(&scores));
        let perspective = fields.maybe("perspective", Reader::code);
        let thresholds = fields.maybe("thresholds", behaviour::Thresholds::read);
        // A questionnaire is filled in by the person concerned, so theirs is the perspective unless said otherwise.
        let perspective = perspective?.unwrap_or(Perspective::Client);
        reader.check(Profile::from_scores(&scores?, perspective, thresholds?.unwrap_or_default())).map(Self)
    }
}
