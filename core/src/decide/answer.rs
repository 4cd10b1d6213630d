//! What a decision comes to.

use super::{Input, InputKind, Name, Truth};
use crate::{Given, Label, Reason, Source};
use serde::Serialize;

/// The outcome, or the outcomes still possible, with why, what is missing and what to ask next.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "DecisionAnswer"))]
pub struct Answer {
    /// The outcome, `None` while more than one is possible.
    pub outcome: Option<Name>,
    /// Every outcome that some filling-in of the unknown inputs leads to, in order; never empty.
    pub possible: Vec<Name>,
    /// Why: the fewest known inputs that leave just these outcomes, and the rules they decide.
    pub reasons: Vec<Reason>,
    /// The unknown inputs that still bear on the outcome, in the order of the questions.
    pub missing: Vec<Name>,
    /// The question that narrows the outcomes most.
    pub next_question: Option<Question>,
    /// Every rule with what is known of it, in order.
    pub rules: Vec<Judgement>,
}

/// What is known of one rule or condition.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Judgement {
    /// The stable code, kebab-case.
    pub code: Name,
    /// The outcome it leads to, if it is a rule of a decision.
    pub outcome: Option<Name>,
    /// What it says when it is met.
    pub text: Label,
    /// Met, unmet or unknown.
    pub truth: Truth,
    /// The known inputs this rests on.
    pub rests_on: Vec<Given>,
    /// The unknown inputs it depends on.
    pub missing: Vec<Name>,
    /// Where it comes from.
    pub source: Source,
}

/// A question to ask next.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// The input it would make known.
    pub input: Name,
    /// The question in words.
    pub text: Label,
    /// What counts and what does not.
    pub help: Option<Label>,
    /// The kind of answer.
    pub kind: InputKind,
    /// Where the criterion comes from.
    pub source: Source,
}

impl Question {
    /// The question of an input.
    pub fn of(input: &Input) -> Self {
        Self {
            input: input.name.clone(),
            text: input.question.clone(),
            help: input.help.clone(),
            kind: input.kind.clone(),
            source: input.source.clone(),
        }
    }
}
