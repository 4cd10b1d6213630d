//! What can be asked.

use super::Name;
use crate::{Given, Label, Source, Value, Vocabulary};
use serde::Serialize;

/// A named input: the question that yields it, the kind of answer, and where the criterion comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Input {
    /// The name in documents, in `snake_case`.
    pub name: Name,
    /// What it is called in a reason: the question, unless it has a name.
    pub label: Label,
    /// The question as a person would ask it.
    pub question: Label,
    /// What counts and what does not, where that needs saying.
    pub help: Option<Label>,
    /// The kind of answer.
    pub kind: InputKind,
    /// The input that is asked before this one, where asking it the other way round would make no sense.
    pub after: Option<Name>,
    /// Where the criterion comes from.
    pub source: Source,
}

/// The kinds of answer an input takes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum InputKind {
    /// Yes or no.
    Truth,
    /// A number within bounds.
    Number {
        /// The lowest value that is possible.
        min: f64,
        /// The highest value that is possible.
        max: f64,
        /// The unit.
        unit: Label,
    },
    /// One of a list.
    Choice {
        /// What can be chosen, in order.
        choices: Vec<Choice>,
    },
}

/// One answer that can be chosen.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Choice {
    /// The code in documents.
    pub code: Name,
    /// The answer in words.
    pub label: Label,
}

impl InputKind {
    /// The words of a vocabulary.
    pub fn of<V: Vocabulary>() -> Self {
        let choice = |&member: &V| Choice { code: member.code().into(), label: member.label() };
        Self::Choice { choices: V::ALL.iter().map(choice).collect() }
    }
}

impl Input {
    /// A question with yes or no as its answer.
    pub fn truth(name: impl Into<Name>, question: Label, source: Source) -> Self {
        Self::of(name.into(), question, InputKind::Truth, source)
    }

    /// A question with a number as its answer.
    pub fn number(
        name: impl Into<Name>,
        question: Label,
        range: (f64, f64),
        unit: Label,
        source: Source,
    ) -> Self {
        let kind = InputKind::Number { min: range.0, max: range.1, unit };
        Self::of(name.into(), question, kind, source)
    }

    /// A question whose answer is a word of a vocabulary.
    pub fn choice<V: Vocabulary>(name: impl Into<Name>, question: Label, source: Source) -> Self {
        Self::of(name.into(), question, InputKind::of::<V>(), source)
    }

    fn of(name: Name, question: Label, kind: InputKind, source: Source) -> Self {
        Self { name, label: question.clone(), question, help: None, kind, after: None, source }
    }

    /// The same input, asked only after another one was: whatever came of that.
    #[must_use]
    pub fn asked_after(mut self, input: impl Into<Name>) -> Self {
        self.after = Some(input.into());
        self
    }

    /// The same input with a name for people, where the question would be long in a reason.
    #[must_use]
    pub fn called(mut self, label: Label) -> Self {
        self.label = label;
        self
    }

    /// This input with a value, in words.
    pub fn given(&self, value: &Value) -> Given {
        let given = Given::new(self.name.clone(), self.label.clone(), value.clone());
        let words = match (&self.kind, value) {
            (InputKind::Choice { choices }, Value::Code(code)) => {
                choices.iter().find(|choice| choice.code == *code).map(|choice| choice.label.clone())
            }
            (InputKind::Number { unit, .. }, _) => Some(Label::join([&given.value_label, unit], " ")),
            _ => None,
        };
        match words {
            Some(words) => given.in_words(words),
            None => given,
        }
    }

    /// The same input with an explanation of what counts.
    #[must_use]
    pub fn with_help(mut self, help: Label) -> Self {
        self.help = Some(help);
        self
    }

    /// Answers that stand for every possible answer, given the bounds the conditions test against.
    pub(super) fn cells(&self, bounds: &[f64]) -> Vec<Value> {
        match &self.kind {
            InputKind::Truth => vec![Value::Truth(true), Value::Truth(false)],
            InputKind::Choice { choices } => {
                choices.iter().map(|choice| Value::Code(choice.code.clone())).collect()
            }
            InputKind::Number { min, max, .. } => {
                let inner = bounds.iter().copied().filter(|bound| bound > min && bound <= max);
                std::iter::once(*min).chain(inner).map(Value::Number).collect()
            }
        }
    }
}
