//! What an answer to a question can be.

use crate::Label;
use crate::math::shown;
use crate::number::plain;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// A known value of an input: yes or no, a number, or a word from a list.
///
/// There is no value for “unknown”: an unknown input is absent (`null` in a document).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Value {
    /// Yes (`true`) or no (`false`).
    Truth(bool),
    /// A finite number, in the unit the question states.
    Number(f64),
    /// A code from the list the question gives.
    Code(Cow<'static, str>),
}

impl Value {
    /// The value in words, as far as it has words of its own: yes, no, the number, or the code.
    pub fn label(&self) -> Label {
        match self {
            Self::Truth(true) => Label::of("ja", "yes"),
            Self::Truth(false) => Label::of("nee", "no"),
            Self::Number(number) => plain(*number),
            Self::Code(code) => Label::new(code.clone(), code.clone()),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truth(truth) => truth.fmt(f),
            Self::Number(number) => f.write_str(&shown(*number)),
            Self::Code(code) => code.fmt(f),
        }
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&'static str> for Value {
    fn from(code: &'static str) -> Self {
        Self::Code(Cow::Borrowed(code))
    }
}

impl From<String> for Value {
    fn from(code: String) -> Self {
        Self::Code(Cow::Owned(code))
    }
}
