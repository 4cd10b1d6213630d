//! The operations of registrations over time: their quality, their counts, and the rungs of the ladder in them.

use super::panel::on_panel;
use super::row::{Operation, fallible};
use crate::error::Error;
use crate::ladder::over_time::{self, LadderSpace, Moves, MovesChoice, RungChanges};
use crate::multistate::discrete::{Counting, DependenceTests, ProtectedTables, Tabulating, TransitionTables};
use crate::multistate::quality::{self, QualityReport};
use crate::multistate::{Panel, Specification};

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &on_panel(
        "multistate.quality",
        "Reports on the quality of registrations: what to look up before any model.",
        |panel: &Panel, settings: &quality::Settings| {
            Ok::<QualityReport, Error>(quality::quality(panel, settings))
        },
    ),
    &on_panel(
        "multistate.tables",
        "Counts who was where at one moment and where at the next, with shares and their intervals.",
        |panel: &Panel, asked: &Tabulating| {
            TransitionTables::of(panel, &asked.counting, asked.intervals(), asked.level)
        },
    ),
    &on_panel(
        "multistate.protected_tables",
        "Counts as the tables do, for publication: without counts of few people and what would give them away.",
        |panel: &Panel, asked: &Tabulating| -> Result<ProtectedTables, Error> {
            let tables = TransitionTables::of(panel, &asked.counting, asked.intervals(), asked.level)?;
            Ok(tables.protected(asked.smallest))
        },
    ),
    &on_panel(
        "multistate.dependence",
        "Tests whether the next state depends on the state before the present one, the group or the period.",
        |panel: &Panel, counting: &Counting| DependenceTests::of(panel, counting),
    ),
    &fallible(
        "ladder.state_space",
        "Gives the six rungs as states, with the moves that can happen directly.",
        |choice: &MovesChoice| -> Result<LadderSpace, Error> { over_time::state_space(choice.moves) },
    ),
    &on_panel(
        "ladder.specification",
        "Gives the plainest model of a panel of rungs, with the placements between rungs that occur in it.",
        |panel: &Panel, choice: &MovesChoice| -> Result<Specification, Error> {
            over_time::specification(&over_time::read_panel(panel)?, choice.moves)
        },
    ),
    &on_panel(
        "ladder.changes",
        "Counts growth, stabilisation and decline between two moments in a panel of rungs.",
        |panel: &Panel, asked: &Tabulating| -> Result<RungChanges, Error> {
            over_time::changes(panel, &asked.counting, asked.intervals(), asked.level)
        },
    ),
    &on_panel(
        "ladder.quality",
        "Reports on the quality of registered rungs: what to look up before any model.",
        |panel: &Panel, bounds: &quality::Bounds| -> Result<QualityReport, Error> {
            let panel = over_time::read_panel(panel)?;
            let asked = over_time::specification(&panel, Moves::Neighbouring)?;
            let (space, censored) = (Some(asked.space), asked.censored);
            Ok(quality::quality(&panel, &quality::Settings { space, censored, bounds: *bounds }))
        },
    ),
];
