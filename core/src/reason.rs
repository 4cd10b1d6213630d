//! Why an answer is what it is.

use crate::{Label, Source, Value};
use serde::Serialize;
use std::borrow::Cow;

/// One reason for an answer: a stable code, the sentence, the inputs it rests on, and its source.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reason {
    /// The stable code, kebab-case.
    pub code: Cow<'static, str>,
    /// The reason in words.
    pub text: Label,
    /// What it rests on, in the order of the questions.
    pub inputs: Vec<Given>,
    /// Where the rule comes from.
    pub source: Source,
}

/// An input as it was given.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Given {
    /// The name of the input.
    pub input: Cow<'static, str>,
    /// The value given.
    pub value: Value,
}

impl Reason {
    /// A reason that rests on these inputs.
    pub fn new(code: impl Into<Cow<'static, str>>, text: Label, inputs: Vec<Given>, source: Source) -> Self {
        Self { code: code.into(), text, inputs, source }
    }
}

impl Given {
    /// An input and its value.
    pub fn new(input: impl Into<Cow<'static, str>>, value: impl Into<Value>) -> Self {
        Self { input: input.into(), value: value.into() }
    }
}
