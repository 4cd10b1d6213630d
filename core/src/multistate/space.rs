//! The states people can be in, and the moves that can happen directly.

use crate::Label;
use crate::document::Problems;
use crate::error::{Error, Mistake, Place};
use crate::ordered::Ordered;
use serde::Serialize;
use std::ops::RangeInclusive;

/// One state: the code that stands in the data, and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The code in tables and documents, such as `4` or `unpaid-work`.
    pub code: String,
    /// The name for people.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Label>"))]
    pub label: Label,
}

impl State {
    /// A state that is called after its code.
    ///
    /// ```
    /// assert_eq!(meedoen::multistate::State::of("4").label.en, "state 4");
    /// ```
    pub fn of(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            label: Label::said(format_args!("toestand {code}"), format_args!("state {code}")),
        }
    }
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
/// let states = ["at-home", "volunteer", "contract"].map(State::of);
/// let moves = vec![Move { from: 0, to: 1 }, Move { from: 1, to: 0 }, Move { from: 1, to: 2 }];
/// let space = StateSpace::new(states.to_vec(), moves)?;
/// assert!(space.is_absorbing(2));
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateSpace {
    states: Vec<State>,
    // INVARIANT: within the states, no move to the same state, none twice; each state in at least one of them.
    moves: Vec<Move>,
}

impl StateSpace {
    /// How many states there can be.
    pub const STATES: RangeInclusive<usize> = 2..=100;

    /// A state space of these states and moves.
    ///
    /// # Errors
    /// `outside-range` for too few or too many states and for a move of a state that is not there, `duplicate` for a code
    /// or a move that is there twice, `same-state` for a move to the same state, `unused` for a state that no move enters
    /// or leaves.
    pub fn new(states: Vec<State>, moves: Vec<Move>) -> Result<Self, Error> {
        let problems = Problems::default();
        check_states(&states, &problems);
        Self::check_moves(&states, &moves, ["from", "to"], &problems, &Place::default().at("moves"));
        check_use(&states, &moves, &problems);
        problems.finish(Some(Self { states, moves }))
    }

    /// A state space in which every state can be left for every other.
    ///
    /// # Errors
    /// As [`StateSpace::new`].
    pub fn any(states: Vec<State>) -> Result<Self, Error> {
        let all = 0..states.len();
        let moves = all
            .clone()
            .flat_map(|from| all.clone().filter(move |to| *to != from).map(move |to| Move { from, to }));
        let moves = moves.collect();
        Self::new(states, moves)
    }

    /// A state space in which the states stand in a row and each can be left for the one before and the one after.
    ///
    /// # Errors
    /// As [`StateSpace::new`].
    pub fn neighbours(states: Vec<State>) -> Result<Self, Error> {
        let pairs = 1..states.len();
        let moves =
            pairs.flat_map(|next| [Move { from: next - 1, to: next }, Move { from: next, to: next - 1 }]);
        let moves = moves.collect();
        Self::new(states, moves)
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

    /// The place of the state with this code.
    pub fn place(&self, code: &str) -> Option<usize> {
        self.states.iter().position(|state| state.code == code)
    }

    /// The code of a state.
    pub fn code(&self, state: usize) -> &str {
        self.states.get(state).map_or("", |state| &state.code)
    }

    /// Checks moves between states, or errors from a true state to a registered one, in fields of these names.
    pub(super) fn check_moves(
        states: &[State],
        moves: &[Move],
        [from, to]: [&str; 2],
        problems: &Problems,
        place: &Place,
    ) {
        let code = |state: usize| states.get(state).map_or("", |state| &state.code).to_owned();
        let mut known = Ordered::default();
        for (number, one) in (1..).zip(moves) {
            let place = place.element(number);
            for (field, state) in [(from, one.from), (to, one.to)] {
                if state >= states.len() {
                    let max = bound(states.len()) - 1.0;
                    problems.add(
                        Mistake::OutsideRange { value: state.to_string(), min: 0.0, max },
                        place.at(field),
                    );
                }
            }
            if one.from == one.to {
                problems.add(Mistake::SameState { state: code(one.from) }, place);
            } else if !known.insert(*one) {
                let (what, id) =
                    (Label::of("de overgang", "move"), format!("{} → {}", code(one.from), code(one.to)));
                problems.add(Mistake::Duplicate { what, id }, place);
            }
        }
    }

    /// For each state which states can be reached from it in any number of moves, itself included.
    pub(super) fn reach(&self) -> Vec<Vec<bool>> {
        let reached = |start: usize| {
            let mut reached = vec![false; self.states.len()];
            let mut next = vec![start];
            while let Some(state) = next.pop() {
                if let Some(seen) = reached.get_mut(state).filter(|seen| !**seen) {
                    *seen = true;
                    next.extend(self.moves.iter().filter(|one| one.from == state).map(|one| one.to));
                }
            }
            reached
        };
        (0..self.states.len()).map(reached).collect()
    }
}

fn bound(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

fn check_states(states: &[State], problems: &Problems) {
    let (count, known, place) = (states.len(), StateSpace::STATES, Place::default().at("states"));
    if !known.contains(&count) {
        let (min, max) = (bound(*known.start()), bound(*known.end()));
        problems.add(Mistake::OutsideRange { value: count.to_string(), min, max }, place.clone());
    }
    let mut codes = Ordered::default();
    for (number, state) in (1..).zip(states) {
        if !codes.insert(state.code.as_str()) {
            let (what, id) = (Label::of("de toestand", "state"), state.code.clone());
            problems.add(Mistake::Duplicate { what, id }, place.element(number).at("code"));
        }
    }
}

fn check_use(states: &[State], moves: &[Move], problems: &Problems) {
    for (index, state) in states.iter().enumerate() {
        if moves.iter().all(|one| one.from != index && one.to != index) {
            let (what, id) = (Label::of("de toestand", "state"), state.code.clone());
            problems.add(Mistake::Unused { what, id }, Place::default().at("states").element(index + 1));
        }
    }
}
