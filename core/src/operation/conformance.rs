//! The operations of roadmaps.

use super::row::{Operation, constant, fallible, total};
use crate::cocreation::{self, Log};
use crate::conformance::{self, CsvColumns, Report, Roadmap, Stays, Traces};
use crate::document::{Document, Reader};

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &constant("cocreation.roadmaps", "The roadmaps that the sources describe.", cocreation::roadmaps),
    &total("cocreation.follow", "A log beside a roadmap.", LogAndRoad::follow),
    &total("conformance.roadmap", "Checks a roadmap.", Roadmap::clone),
    &fallible("conformance.read_csv", "The cases in a log in CSV.", CsvColumns::traces),
    &fallible("conformance.read_xes", "The cases in a log in XES.", Xes::traces),
    &total("conformance.check", "Cases beside a roadmap.", TracesAndRoad::check),
    &total(
        "conformance.stays",
        "How long cases stay in each stage, as a request to fit a model of moves between states.",
        TracesAndRoad::stays,
    ),
];

/// A log and a roadmap.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct LogAndRoad {
    /// The log.
    log: Log,
    /// The roadmap.
    roadmap: Roadmap,
}

impl LogAndRoad {
    fn follow(&self) -> Report {
        cocreation::follow(&self.log, &self.roadmap)
    }
}

impl Document for LogAndRoad {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["log", "roadmap"])?;
        let log = fields.must("log", Log::read);
        let roadmap = fields.must("roadmap", Roadmap::read);
        Some(Self { log: log?, roadmap: roadmap? })
    }
}

/// Cases and a roadmap.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct TracesAndRoad {
    /// The cases.
    traces: Traces,
    /// The roadmap.
    roadmap: Roadmap,
}

impl TracesAndRoad {
    fn check(&self) -> Report {
        conformance::check(&self.roadmap, &self.traces)
    }

    fn stays(&self) -> Stays {
        conformance::stays(&self.roadmap, &self.traces)
    }
}

impl Document for TracesAndRoad {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["traces", "roadmap"])?;
        let traces = fields.must("traces", Traces::read);
        let roadmap = fields.must("roadmap", Roadmap::read);
        Some(Self { traces: traces?, roadmap: roadmap? })
    }
}

/// A log in XES.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "XesLog"))]
struct Xes {
    /// The text of the file.
    text: String,
}

impl Xes {
    fn traces(&self) -> Result<Traces, crate::Error> {
        Traces::from_xes(&self.text)
    }
}

impl Document for Xes {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let text = reader.fields(&["text"])?.must("text", Reader::string);
        Some(Self { text: text? })
    }
}
