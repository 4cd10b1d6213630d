//! The operations on the reflection of formal and informal parties.

use super::row::{Nothing, Operation, fallible};
use crate::Error;
use crate::cocreation::{self, Reflection};
use crate::disclosure::Protection;
use crate::document::{Document, Reader};
use crate::measure::{Answers, Instrument};

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &fallible(
        "cocreation.reflection_instrument",
        "Statements on working together, the same for people of formal and of informal parties.",
        instrument,
    ),
    &fallible(
        "cocreation.reflect",
        "What people of formal and of informal parties say of working together, side by side; means of few are withheld.",
        Reflecting::reflection,
    ),
];

fn instrument(_: &Nothing) -> Result<Instrument, Error> {
    cocreation::reflection_instrument()
}

/// What people of formal and of informal parties answered.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Reflecting {
    /// The answers of each person of a formal party.
    formal: Vec<Answers>,
    /// The answers of each person of an informal party.
    informal: Vec<Answers>,
    /// The instrument they answered; that of the library unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Instrument>"))]
    instrument: Option<Instrument>,
    /// The smallest number of people whose mean is shown; 5 unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<u32>", range(min = 1)))]
    smallest: u32,
}

impl Reflecting {
    fn reflection(&self) -> Result<Reflection, Error> {
        let built_in;
        let instrument = if let Some(own) = &self.instrument {
            own
        } else {
            built_in = cocreation::reflection_instrument()?;
            &built_in
        };
        cocreation::reflect(instrument, &self.formal, &self.informal, self.smallest)
    }
}

impl Document for Reflecting {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["formal", "informal", "instrument", "smallest"])?;
        let people = |side: &str| fields.must(side, |people| people.list_of(Answers::read));
        let (formal, informal) = (people("formal"), people("informal"));
        let instrument = fields.maybe("instrument", Instrument::read);
        let smallest = fields.maybe("smallest", Reader::count);
        Some(Self {
            formal: formal?,
            informal: informal?,
            instrument: instrument?,
            smallest: smallest?.unwrap_or(Protection::SMALLEST),
        })
    }
}
