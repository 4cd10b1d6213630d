//! The sufficient statistic: what a panel says about a model, and nothing else.
//!
//! The likelihood of a panel of snapshots depends on it only through how often people went from one state to another
//! in the same time under the same circumstances. Those counts are kept, sorted, as whole numbers beside the weight of each
//! person, so parts of a panel add up exactly and in any order: a fit over parts is the fit over the whole.
//!
//! Where a state is not certain (errors in registration, codes for more than one state) or an interval lies over a cut between
//! pieces, the unit is the whole sequence of visits between two certain ones: a [`Chain`].

mod alike;
mod document;
mod gather;
mod merge;
mod places;
mod read;
#[cfg(test)]
mod tests;
mod weigh;
mod whole;

use super::{Panel, Specification};
use crate::Error;
pub use document::{SightKind, StartKind};
use serde::Serialize;
pub(super) use weigh::Stretch;
pub(super) use whole::whole;

/// The values that hold in an interval: of the covariates on the intensities, and the piece of time.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Circumstance {
    /// Counted from 0.
    pub(super) piece: usize,
    /// In the order of [`Specification::covariates`].
    pub(super) values: Vec<f64>,
}

crate::vocabulary! {
    /// What the date at the end of an interval says.
    pub enum End: "end of an interval", "einde van een interval", [] {
        /// The state was seen.
        Seen = "seen": "gezien", "seen", [],
        /// The state was entered on that date, from a state that is not known.
        Entered = "entered": "op die dag binnengekomen", "entered on that date", [],
        /// Nothing changed before that date; on it came the move.
        Moved = "moved": "op die dag overgegaan", "moved on that date", [],
    }
}

/// A number of intervals that are the same in every respect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Row {
    /// Which of the circumstances.
    pub(super) circumstance: u32,
    /// The length in ticks.
    pub(super) gap: f64,
    /// The state at the beginning.
    pub(super) from: u8,
    /// The state at the end.
    pub(super) to: u8,
    /// What the end says.
    pub(super) end: End,
    /// Whether it begins at a visit, not at a cut between pieces.
    pub(super) opens: bool,
    /// How much each of them counts.
    pub(super) weight: f64,
    /// How many there are.
    pub(super) count: u64,
}

/// What is known of the true state at a visit.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sight {
    /// It is this one.
    Known(u8),
    /// It is one of these.
    Among(Vec<u8>),
    /// This one was registered, which may be an error, with these values of the covariates on errors in the order of
    /// [`Specification::error_covariates`].
    Registered(u8, Vec<f64>),
}

/// How a sequence begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Start {
    /// In a known state.
    Known(u8),
    /// In any state that agrees with this sight, each counted once.
    Any(u32),
    /// By the shares of the states at a first visit, and this sight.
    Initial(u32),
}

/// One stretch of time in a sequence, and what is known at its end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Step {
    pub(super) circumstance: u32,
    /// The length in ticks.
    pub(super) gap: f64,
    pub(super) end: End,
    /// Whether it begins at a visit, not at a cut between pieces.
    pub(super) opens: bool,
    /// What was seen at its end; `None` at a cut.
    pub(super) sight: Option<u32>,
}

/// A number of sequences of visits, between two certain states or the ends of what is known, that are the same in every respect.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Chain {
    pub(super) start: Start,
    pub(super) steps: Vec<Step>,
    /// How much each of them counts.
    pub(super) weight: f64,
    /// How many there are.
    pub(super) count: u64,
}

/// What a panel says about a model: counts that add up exactly over parts of the panel.
///
/// As a document it can be kept, sent and added up elsewhere, on a cluster or by another organisation, so that the
/// registrations themselves stay with their owner. It names nobody; but a rare value of a covariate is there with a small
/// count, so it is not fit to be published.
///
/// ```
/// use meedoen::column::{Cells, Column, Named, Values};
/// use meedoen::multistate::{Move, Panel, PanelColumns, PanelOptions, Specification, State, StateSpace, Transitions};
/// use meedoen::Label;
/// fn numbers<'a>(name: &'a str, values: &'a [f64]) -> Named<'a> {
///     Named { name, cells: Cells::Numbers(Column { values: Values::F64(values), present: None }) }
/// }
/// let state = |code: &str| State { code: code.to_owned(), label: Label::new(code.to_owned(), code.to_owned()) };
/// let space = StateSpace::new(vec![state("1"), state("2")], vec![Move { from: 0, to: 1 }, Move { from: 1, to: 0 }])?;
/// let specification = Specification::new(space);
/// let part = |people: &[f64]| -> Result<Transitions, meedoen::Error> {
///     let columns = PanelColumns {
///         person: numbers("client", people),
///         time: numbers("years", &[0.0, 1.0, 0.0, 1.0]),
///         state: numbers("rung", &[1.0, 2.0, 1.0, 2.0]),
///         covariates: Vec::new(),
///         weight: None,
///     };
///     Transitions::of(&Panel::from_columns(&columns, &PanelOptions::default())?, &specification)
/// };
/// let (north, south) = (part(&[1.0, 1.0, 2.0, 2.0])?, part(&[3.0, 3.0, 4.0, 4.0])?);
/// let whole = north.clone().merge(south.clone())?;
/// assert_eq!(whole, south.merge(north)?);
/// assert_eq!(whole.summary().changes, 4);
///
/// use meedoen::document::Document;
/// let text = meedoen::operation::written(&whole)?;
/// assert_eq!(Transitions::from_json(&text)?, whole);
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Transitions {
    /// The model that was asked.
    specification: Specification,
    /// The length of one tick in the unit of time.
    pub(super) tick: f64,
    // INVARIANT: all sorted, each once.
    pub(super) circumstances: Vec<Circumstance>,
    pub(super) sights: Vec<Sight>,
    pub(super) rows: Vec<Row>,
    pub(super) chains: Vec<Chain>,
    /// For each state whether someone can have been in it when first seen.
    entered: Vec<bool>,
    summary: Summary,
}

/// What a panel held, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "PanelSummary"))]
pub struct Summary {
    /// People with two visits or more, whose intervals count.
    pub people: u64,
    /// Visits of those people.
    pub visits: u64,
    /// Intervals between two visits that follow each other.
    pub intervals: u64,
    /// Intervals at whose end another state was registered than at the beginning.
    pub changes: u64,
    /// People with a single visit, which says nothing about moves.
    pub single: u64,
}

impl Transitions {
    /// What a panel, or a part of it, says.
    ///
    /// A part need not hold every state, nor anyone who was seen twice: that is asked of the whole, when it is fitted.
    ///
    /// # Errors
    /// Everything that stands in the way, as [`Panel::check`] has it, but `nothing-follows` and `unreachable`.
    pub fn of(panel: &Panel, specification: &Specification) -> Result<Self, Error> {
        Ok(gather::gather(panel, specification, panel.suit(specification)?))
    }

    /// What a panel that is no part of another says.
    ///
    /// # Errors
    /// As [`Panel::check`].
    pub(super) fn of_whole(panel: &Panel, specification: &Specification) -> Result<Self, Error> {
        Ok(gather::gather(panel, specification, panel.suit_whole(specification)?))
    }

    /// The model that was asked.
    pub fn specification(&self) -> &Specification {
        &self.specification
    }

    /// What the panel held.
    pub fn summary(&self) -> Summary {
        self.summary
    }
}
