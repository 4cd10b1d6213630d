//! The operations of instruments.

use super::{Operation, run, write};
use crate::document::{Document, Reader};
use crate::measure::{Answers, Instrument};

pub(super) const OPERATIONS: &[Operation] = &[
    ("measure.instrument", |request| run::<Instrument, _>(request, Clone::clone)),
    ("measure.score", |request| {
        let scoring = Scoring::from_json(request)?;
        write(&scoring.instrument.score(&scoring.answers)?)
    }),
];

/// An instrument with the answers of one person.
struct Scoring {
    instrument: Instrument,
    answers: Answers,
}

impl Document for Scoring {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["instrument", "answers"])?;
        let instrument = fields.required("instrument").and_then(|instrument| Instrument::read(&instrument));
        let answers = fields.required("answers").and_then(|answers| Answers::read(&answers));
        Some(Self { instrument: instrument?, answers: answers? })
    }
}
