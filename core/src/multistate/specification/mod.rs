//! Which model is asked: the moves, what bears on them, and how the states were observed.

mod check;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub(super) use read::{known_pair, place, read_censored, state};
#[cfg(feature = "schema")]
pub(super) use write::CensoredDocument;
pub(super) use write::{ErrorDocument, MoveDocument};

use super::{StateSpace, TimeUnit};

crate::vocabulary! {
    /// What the dates of a panel say about the moves.
    pub enum Scheme: "observation scheme", "waarnemingswijze", [] {
        /// A state is seen on a date; when it was entered, and what lay between, is not known.
        Panel = "panel": "momentopnamen", "snapshots", [],
        /// Every move was recorded on its own date; between two dates nothing changed.
        Exact = "exact": "elke overgang op zijn datum", "every move on its date", [],
    }
}

crate::vocabulary! {
    /// The clock by which the pieces of a piecewise-constant model change.
    pub enum Clock: "clock", "klok", [] {
        /// The time as it stands in the panel: calendar time when that has dates.
        Calendar = "calendar": "kalendertijd", "calendar time", [],
        /// The time since the first visit of the person.
        Duration = "duration": "tijd sinds het eerste bezoek", "time since the first visit", [],
    }
}

/// Times at which intensities may change, or by which counts are divided.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "TimePieces"))]
pub struct Pieces {
    /// The clock of the cuts.
    pub clock: Clock,
    /// The cuts in order, on that clock, in the unit of the panel's time; on the calendar of a panel with dates since
    /// 1 January 1970.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<write::shape::Cut>"))]
    pub cuts: Vec<f64>,
}

/// One coefficient: how much a covariate adds to the logarithm of the intensity of its moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The name of the covariate; `period2`, `period3`… are the later pieces against the first.
    pub covariate: String,
    /// The moves that share the coefficient, by their place in the moves of the state space.
    pub moves: Vec<usize>,
}

/// A code that stands for more than one state: someone was in one of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Censored {
    /// The code in the data.
    pub code: String,
    /// The states it stands for.
    pub states: Vec<usize>,
}

/// Where people truly are at their first visit, when the registered state may be wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Initial {
    /// These shares of the states, that add up to one.
    Given(Vec<f64>),
    /// Shares that are estimated along.
    Estimated,
}

/// Registered states that may differ from the true ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Errors {
    /// Which state may be registered as which other: pairs (true, registered).
    pub allowed: Vec<(usize, usize)>,
    /// Where people truly are at their first visit.
    pub initial: Initial,
    /// Coefficients of covariates on the logit of an error against no error; `moves` count in `allowed`.
    pub effects: Vec<Effect>,
    /// The column that is 1 where the state was registered without error.
    pub certain: Option<String>,
}

/// Which model is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Specification {
    /// The states and the moves.
    pub space: StateSpace,
    /// The unit of time in which intensities are expressed; the panel has the same.
    pub unit: TimeUnit,
    /// What bears on the intensities; in each, which moves share one coefficient.
    pub effects: Vec<Effect>,
    /// Whether covariates are taken from their mean over the rows that open an interval (not the `period` ones).
    pub centre: bool,
    /// What the dates say.
    pub scheme: Scheme,
    /// States entered on an exactly known date from a state that is not known.
    pub exact_entry: Vec<usize>,
    /// Codes that stand for more than one state.
    pub censored: Vec<Censored>,
    /// When the intensities may change.
    pub pieces: Option<Pieces>,
    /// Registered states that may be wrong.
    pub errors: Option<Errors>,
}

impl Specification {
    /// The plainest model of these states and moves: snapshots in years, nothing that bears on the intensities.
    pub fn new(space: StateSpace) -> Self {
        Self {
            space,
            unit: TimeUnit::Year,
            effects: Vec::new(),
            centre: false,
            scheme: Scheme::Panel,
            exact_entry: Vec::new(),
            censored: Vec::new(),
            pieces: None,
            errors: None,
        }
    }
}
