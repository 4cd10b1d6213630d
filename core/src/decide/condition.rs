//! Conditions over named inputs, judged as met, unmet or unknown.

use super::{Facts, Name};
use crate::Value;

crate::vocabulary! {
    /// What is known of a condition.
    pub enum Truth: "truth", "vervulling", [] {
        /// It is met, whatever the unknown inputs are.
        Met = "met": "vervuld", "met", [],
        /// It is not met, whatever the unknown inputs are.
        Unmet = "unmet": "niet vervuld", "not met", [],
        /// It depends on inputs that are unknown.
        Unknown = "unknown": "onbekend", "unknown", [],
    }
}

/// A condition over named inputs.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// The input has this value.
    Is(Name, Value),
    /// The input is a number of at least this much.
    AtLeast(Name, f64),
    /// All of these hold; with none to hold, it is met.
    All(Vec<Condition>),
    /// At least one of these holds; with none to hold, it is not met.
    Any(Vec<Condition>),
    /// This does not hold.
    Not(Box<Condition>),
}

/// The state of a condition while its unknown inputs are being explored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State<'c> {
    Met,
    Unmet,
    /// It depends on this unknown input.
    Needs(&'c str),
}

impl Condition {
    /// The input is answered with yes.
    pub fn yes(input: impl Into<Name>) -> Self {
        Self::Is(input.into(), Value::Truth(true))
    }

    /// The input is answered with no.
    pub fn no(input: impl Into<Name>) -> Self {
        Self::Is(input.into(), Value::Truth(false))
    }

    /// The input is one of these codes.
    pub fn one_of(input: &'static str, codes: impl IntoIterator<Item = &'static str>) -> Self {
        Self::Any(codes.into_iter().map(|code| Self::Is(input.into(), code.into())).collect())
    }

    /// All of these hold.
    pub fn all(conditions: impl IntoIterator<Item = Self>) -> Self {
        Self::All(conditions.into_iter().collect())
    }

    /// At least one of these holds.
    pub fn any(conditions: impl IntoIterator<Item = Self>) -> Self {
        Self::Any(conditions.into_iter().collect())
    }

    /// The opposite of this condition.
    #[must_use]
    pub fn negated(self) -> Self {
        Self::Not(Box::new(self))
    }

    /// What is known of the condition under these facts.
    ///
    /// ```
    /// use meedoen::decide::{Condition, Facts, Truth};
    /// let both = Condition::all([Condition::yes("a"), Condition::yes("b")]);
    /// assert_eq!(both.judge(&Facts::from_iter([("a", true)])), Truth::Unknown);
    /// assert_eq!(both.judge(&Facts::from_iter([("a", false)])), Truth::Unmet);
    /// ```
    pub fn judge(&self, facts: &Facts) -> Truth {
        match self.state(&|input| facts.get(input)) {
            State::Met => Truth::Met,
            State::Unmet => Truth::Unmet,
            State::Needs(_) => Truth::Unknown,
        }
    }

    pub(super) fn state<'c, 'v>(&'c self, value: &impl Fn(&str) -> Option<&'v Value>) -> State<'c> {
        let test = |input: &'c Name, holds: &dyn Fn(&Value) -> bool| match value(input) {
            None => State::Needs(input),
            Some(value) if holds(value) => State::Met,
            Some(_) => State::Unmet,
        };
        match self {
            Self::Is(input, wanted) => test(input, &|value| value == wanted),
            Self::AtLeast(input, bound) => {
                test(input, &|value| matches!(value, Value::Number(number) if number >= bound))
            }
            Self::All(conditions) => {
                combine(conditions.iter().map(|one| one.state(value)), State::Unmet, State::Met)
            }
            Self::Any(conditions) => {
                combine(conditions.iter().map(|one| one.state(value)), State::Met, State::Unmet)
            }
            Self::Not(condition) => match condition.state(value) {
                State::Met => State::Unmet,
                State::Unmet => State::Met,
                needs @ State::Needs(_) => needs,
            },
        }
    }

    /// Calls `visit` for every input the condition tests, with the bound if it is compared with one.
    pub(super) fn visit(&self, visit: &mut impl FnMut(&Name, Option<f64>)) {
        match self {
            Self::Is(input, _) => visit(input, None),
            Self::AtLeast(input, bound) => visit(input, Some(*bound)),
            Self::All(conditions) | Self::Any(conditions) => {
                for condition in conditions {
                    condition.visit(visit);
                }
            }
            Self::Not(condition) => condition.visit(visit),
        }
    }
}

/// The first `decisive` state decides; otherwise the first need is reported, otherwise `rest`.
fn combine<'c>(states: impl Iterator<Item = State<'c>>, decisive: State<'c>, rest: State<'c>) -> State<'c> {
    let mut result = rest;
    for state in states {
        if state == decisive {
            return decisive;
        }
        if result == rest {
            result = state;
        }
    }
    result
}
