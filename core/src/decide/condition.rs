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
        self.judge_by(&|input| facts.get(input))
    }

    /// What is known of the condition under the values of its inputs, `None` for what is unknown.
    pub(super) fn judge_by<'v>(&self, value: &dyn Fn(&str) -> Option<&'v Value>) -> Truth {
        let test = |input: &Name, holds: &dyn Fn(&Value) -> bool| match value(input) {
            None => Truth::Unknown,
            Some(value) if holds(value) => Truth::Met,
            Some(_) => Truth::Unmet,
        };
        match self {
            Self::Is(input, wanted) => test(input, &|value| value == wanted),
            Self::AtLeast(input, bound) => {
                test(input, &|value| matches!(value, Value::Number(number) if number >= bound))
            }
            Self::All(conditions) => {
                combine(&mut conditions.iter().map(|one| one.judge_by(value)), Truth::Unmet, Truth::Met)
            }
            Self::Any(conditions) => {
                combine(&mut conditions.iter().map(|one| one.judge_by(value)), Truth::Met, Truth::Unmet)
            }
            Self::Not(condition) => match condition.judge_by(value) {
                Truth::Met => Truth::Unmet,
                Truth::Unmet => Truth::Met,
                Truth::Unknown => Truth::Unknown,
            },
        }
    }

    /// Calls `visit` for every input the condition tests, with the bound if it is compared with one.
    /// An input that is tested twice is visited twice.
    pub(super) fn visit<'c>(&'c self, visit: &mut dyn FnMut(&'c Name, Option<f64>)) {
        match self {
            Self::Is(input, Value::Number(number)) => {
                // To be a number is to be at least that number, and not the next one.
                visit(input, Some(*number));
                visit(input, Some(number.next_up()));
            }
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

/// One that is `decisive` decides; otherwise it is unknown when one of them is, otherwise `rest`.
fn combine(truths: &mut dyn Iterator<Item = Truth>, decisive: Truth, rest: Truth) -> Truth {
    let mut result = rest;
    for truth in truths {
        if truth == decisive {
            return decisive;
        }
        if truth == Truth::Unknown {
            result = Truth::Unknown;
        }
    }
    result
}
