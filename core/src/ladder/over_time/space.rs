//! The six rungs as states.

use super::read::{between, code};
use crate::document::{Document, Reader};
use crate::error::Error;
use crate::ladder::Rung;
use crate::multistate::{Censored, Panel, Specification, State, StateSpace};
use crate::{Label, Provenance, ProvenanceKind, Vocabulary};
use serde::Serialize;

crate::vocabulary! {
    /// Which rungs can follow each other directly.
    pub enum Moves: "choice of moves", "keuze van overgangen", ["PUB-17"] {
        /// Only rungs next to each other; who is seen two rungs further passed the one between.
        Neighbouring = "neighbouring": "naar de trede ernaast", "to the next rung", [],
        /// From every rung to every other: people move non-linearly.
        Any = "any": "naar elke trede", "to any rung", [],
    }
}

/// The rungs as states, with the moves that can happen directly and where that choice comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LadderSpace {
    /// The choice of moves.
    pub moves: Moves,
    /// The states `1` to `6`, and the moves.
    pub space: StateSpace,
    /// Where the choice comes from.
    pub provenance: Provenance,
}

/// The six rungs as states. Which moves can happen directly is a choice of this library; the sources give none.
///
/// ```
/// use meedoen::ladder::over_time::{Moves, state_space};
/// assert_eq!(state_space(Moves::Neighbouring)?.space.moves().len(), 10);
/// assert_eq!(state_space(Moves::Any)?.space.moves().len(), 30);
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Errors
/// None; the rungs always make a state space.
///
/// # Source
/// PUB-04 on the rungs, PUB-17 on moving non-linearly, LAD-24 on there being no data on moves.
pub fn state_space(moves: Moves) -> Result<LadderSpace, Error> {
    let states = Rung::ALL.iter().map(|rung| State { code: code(*rung), label: rung.label() }).collect();
    let space = match moves {
        Moves::Neighbouring => StateSpace::neighbours(states)?,
        Moves::Any => StateSpace::any(states)?,
    };
    let provenance = Provenance {
        kind: ProvenanceKind::Illustrative,
        note: Label::of(
            "een keuze van ons: de bronnen zeggen niet welke overgangen tussen treden direct kunnen, en mensen bewegen niet in een rechte lijn (PUB-17)",
            "a choice of ours: the sources do not say which moves between rungs can happen directly, and people do not move in a straight line (PUB-17)",
        ),
    };
    Ok(LadderSpace { moves, space, provenance })
}

/// The plainest model of a panel of rungs: snapshots, these moves, and the placements between rungs that occur.
///
/// # Errors
/// None; the rungs always make a state space.
pub fn specification(panel: &Panel, moves: Moves) -> Result<Specification, Error> {
    let censored = panel.codes().iter().filter_map(|code| {
        let states = between(code)?.into_iter().map(|rung| rung.number() - 1).collect();
        Some(Censored { code: code.clone(), states })
    });
    let space = state_space(moves)?.space;
    Ok(Specification { unit: panel.unit(), censored: censored.collect(), ..Specification::new(space) })
}

/// A request that says which rungs can follow each other directly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MovesChoice {
    /// Which moves; to the next rung unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Moves>"))]
    pub moves: Moves,
}

impl Document for MovesChoice {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["moves"])?;
        let moves = fields.maybe("moves", Reader::code);
        Some(Self { moves: moves?.unwrap_or(Moves::Neighbouring) })
    }
}
