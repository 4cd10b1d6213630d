//! The operations of instruments.

use super::row::{Operation, fallible, total};
use crate::Error;
use crate::document::{Document, Reader};
use crate::measure::{Answers, Instrument, Scores};

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &total("measure.instrument", "Checks an instrument.", Instrument::clone),
    &fallible("measure.score", "Scores the answers of one person to an instrument.", Scoring::scores),
];

/// An instrument with the answers of one person.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Scoring {
    /// The instrument.
    instrument: Instrument,
    /// The answers.
    answers: Answers,
}

impl Scoring {
    fn scores(&self) -> Result<Scores, Error> {
        self.instrument.score(&self.answers)
    }
}

impl Document for Scoring {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["instrument", "answers"])?;
        let instrument = fields.must("instrument", Instrument::read);
        let answers = fields.must("answers", Answers::read);
        Some(Self { instrument: instrument?, answers: answers? })
    }
}
