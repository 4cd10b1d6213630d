//! The states people can be in, and the moves that can happen directly.

use crate::{Error, Label};
use serde::Serialize;

/// One state: the code that stands in the data, and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The code in tables and documents, such as `4` or `unpaid-work`.
    pub code: String,
    /// The name for people.
    pub label: Label,
}

/// A direct move from one state to another, by their places in the list of states, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Move {
    /// The state that is left.
    pub from: usize,
    /// The state that is entered.
    pub to: usize,
}

/// The states and the moves that can happen directly. A state without a way out is absorbing.
///
/// ```
/// use meedoen::multistate::{Move, State, StateSpace};
/// use meedoen::Label;
/// let state = |code: &str| State { code: code.to_owned(), label: Label::new(code.to_owned(), code.to_owned()) };
/// let space = StateSpace::new(
///     vec![state("at-home"), state("volunteer"), state("contract")],
///     vec![Move { from: 0, to: 1 }, Move { from: 1, to: 0 }, Move { from: 1, to: 2 }],
/// )?;
/// assert!(space.is_absorbing(2));
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateSpace {
    states: Vec<State>,
    // INVARIANT: within the states, no move to the same state, none twice.
    moves: Vec<Move>,
}

impl StateSpace {
    /// A state space of these states and moves.
    ///
    /// # Errors
    /// Every state or move that cannot be.
    pub fn new(states: Vec<State>, moves: Vec<Move>) -> Result<Self, Error> {
        Ok(Self { states, moves })
    }

    /// The states, in order.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// The moves that can happen directly, in the order given.
    pub fn moves(&self) -> &[Move] {
        &self.moves
    }

    /// Whether no move leaves a state.
    pub fn is_absorbing(&self, state: usize) -> bool {
        self.moves.iter().all(|one| one.from != state)
    }
}
