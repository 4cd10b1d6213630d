//! Why an answer is what it is.

use crate::{Label, Source, Value, Vocabulary};
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
    /// What it is called, or the question that was asked.
    pub label: Label,
    /// The value given.
    pub value: Value,
    /// The value in words.
    pub value_label: Label,
}

impl Reason {
    /// A reason that rests on these inputs.
    pub fn new(code: impl Into<Cow<'static, str>>, text: Label, inputs: Vec<Given>, source: Source) -> Self {
        Self { code: code.into(), text, inputs, source }
    }
}

impl Given {
    /// An input, what it is called, and its value.
    pub fn new(input: impl Into<Cow<'static, str>>, label: Label, value: impl Into<Value>) -> Self {
        let value = value.into();
        Self { input: input.into(), label, value_label: value.label(), value }
    }

    /// Something people named themselves, such as a column of their table: it is called so in every language.
    ///
    /// ```
    /// use meedoen::{Given, Label};
    /// assert_eq!(Given::named("att_1", 2.0).label, Label::of("att_1", "att_1"));
    /// ```
    pub fn named(input: impl Into<String>, value: impl Into<Value>) -> Self {
        let input = input.into();
        let label = Label::new(input.clone(), input.clone());
        Self::new(input, label, value)
    }

    /// A word of a vocabulary as an input, and a word of another as its value.
    ///
    /// ```
    /// use meedoen::{Given, behaviour::{Determinant, Standing}};
    /// let given = Given::word(Determinant::Skills, Standing::Mixed);
    /// assert_eq!((given.label.en, given.value_label.en), ("skills".into(), "mixed".into()));
    /// ```
    pub fn word<I: Vocabulary, V: Vocabulary>(input: I, value: V) -> Self {
        Self::new(input.code(), input.label(), value.code()).in_words(value.label())
    }

    /// The same with the value in other words.
    #[must_use]
    pub fn in_words(mut self, value_label: Label) -> Self {
        self.value_label = value_label;
        self
    }
}
