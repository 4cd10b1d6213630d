//! The operations of the neighbourhood.

use super::row::{Operation, constant, total};
use crate::conformance::{Report, Roadmap};
use crate::document::{Document, Reader};
use crate::events::EventForm;
use crate::neighbourhood::{self, BudgetkringEvent, Buurtbaan, BuurtbaanEvent};

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &constant(
        "neighbourhood.words",
        "The words of the buurtbaan and of the budgetkring.",
        neighbourhood::words,
    ),
    &constant(
        "neighbourhood.buurtbaan_events",
        "What can be recorded of a buurtbaan, with the fields of each kind of event.",
        EventForm::of::<BuurtbaanEvent>,
    ),
    &total(
        "neighbourhood.buurtbaan",
        "Says what the record of a buurtbaan holds: the walls, what the source asks of such a job, and what stands out.",
        neighbourhood::buurtbaan,
    ),
    &constant(
        "neighbourhood.buurtbaan_roadmaps",
        "The roadmap of a buurtbaan.",
        neighbourhood::buurtbaan_roadmaps,
    ),
    &total(
        "neighbourhood.follow_buurtbaan",
        "The record of a buurtbaan beside a roadmap.",
        RecordAndRoad::follow,
    ),
    &constant(
        "neighbourhood.budgetkring_events",
        "What can be recorded of a budgetkring, with the fields of each kind of event.",
        EventForm::of::<BudgetkringEvent>,
    ),
    &total(
        "neighbourhood.budgetkring",
        "Says which principles of a budgetkring are recorded as met, and what stands out.",
        neighbourhood::budgetkring,
    ),
];

/// The record of a buurtbaan and a roadmap.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct RecordAndRoad {
    /// The record.
    record: Buurtbaan,
    /// The roadmap.
    roadmap: Roadmap,
}

impl RecordAndRoad {
    fn follow(&self) -> Report {
        neighbourhood::follow_buurtbaan(&self.record, &self.roadmap)
    }
}

impl Document for RecordAndRoad {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["record", "roadmap"])?;
        let record = fields.must("record", Buurtbaan::read);
        let roadmap = fields.must("roadmap", Roadmap::read);
        Some(Self { record: record?, roadmap: roadmap? })
    }
}
