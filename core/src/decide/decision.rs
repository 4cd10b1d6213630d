//! A decision as data: inputs, outcomes and rules in order.

use super::diagram::Diagram;
use super::explore::Explorer;
use super::{Answer, Condition, Facts, Input, Judgement, Name, Truth};
use crate::error::{Error, Mistake};
use crate::ordered::Ordered;
use crate::{Given, Label, Source, Value};

/// A condition with its code, its words and its source.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// The stable code, kebab-case.
    pub code: Name,
    /// What it says when it is met.
    pub text: Label,
    /// The condition.
    pub when: Condition,
    /// Where it comes from.
    pub source: Source,
}

/// A clause that leads to an outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// The outcome it leads to.
    pub outcome: Name,
    /// When it does.
    pub clause: Clause,
}

/// One of the answers a decision can come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The code in documents.
    pub code: Name,
    /// The outcome in words.
    pub label: Label,
}

/// Named inputs, the outcomes in order, and rules of which the first that is met decides.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    pub(super) inputs: Vec<Input>,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) rules: Vec<Rule>,
    pub(super) diagram: Diagram,
}

impl Outcome {
    /// An outcome.
    pub fn new(code: impl Into<Name>, label: Label) -> Self {
        Self { code: code.into(), label }
    }
}

impl Clause {
    /// A clause.
    pub fn new(code: impl Into<Name>, text: Label, when: Condition, source: Source) -> Self {
        Self { code: code.into(), text, when, source }
    }

    /// What is known of it under these facts: met, unmet or unknown, on what it rests and what is missing. An input
    /// that is not among `inputs` has no words but its name.
    pub fn judge(&self, inputs: &[Input], facts: &Facts) -> Judgement {
        // Each input once, in order, with what is known of it.
        let mut named: Vec<(&Name, Option<&Value>)> = Vec::new();
        self.when.visit(&mut |input, _| {
            if !named.iter().any(|(other, _)| *other == input) {
                named.push((input, facts.get(input)));
            }
        });
        let truth_of = |known: &[(&Name, Option<&Value>)]| {
            self.when.judge_by(&|input| known.iter().find(|(name, _)| *name == input)?.1)
        };
        let truth = truth_of(&named);
        let unknown = named.iter().filter(|(_, value)| truth == Truth::Unknown && value.is_none());
        let missing = unknown.map(|(name, _)| (*name).clone()).collect();
        // A known input that can be left out without changing what is known is no ground for it.
        for place in (0..named.len()).rev().filter(|_| truth != Truth::Unknown) {
            let left_out = named.get_mut(place).and_then(|(_, value)| value.take());
            if left_out.is_some()
                && truth_of(&named) != truth
                && let Some((_, value)) = named.get_mut(place)
            {
                *value = left_out;
            }
        }
        let given = |(name, value): &(&Name, Option<&Value>)| {
            let value = (*value)?;
            let input = inputs.iter().find(|input| input.name == **name);
            Some(input.map_or_else(
                || {
                    let label = Label::new((*name).clone(), (*name).clone());
                    Given::new((*name).clone(), label, value.clone())
                },
                |input| input.given(value),
            ))
        };
        Judgement {
            code: self.code.clone(),
            outcome: None,
            text: self.text.clone(),
            truth,
            rests_on: named.iter().filter_map(given).collect(),
            missing,
            source: self.source.clone(),
        }
    }
}

impl Clause {
    /// Whether its condition tests this input.
    pub(super) fn asks(&self, input: &str) -> bool {
        let mut asks = false;
        self.when.visit(&mut |name, _| asks |= name == input);
        asks
    }
}

impl Rule {
    /// A rule that leads to an outcome when its condition is met.
    pub fn new(
        outcome: impl Into<Name>,
        code: impl Into<Name>,
        text: Label,
        when: Condition,
        source: Source,
    ) -> Self {
        Self { outcome: outcome.into(), clause: Clause::new(code, text, when, source) }
    }

    /// The last rule: what holds when no other rule does.
    pub fn otherwise(outcome: impl Into<Name>, code: impl Into<Name>, text: Label, source: Source) -> Self {
        Self::new(outcome, code, text, Condition::all([]), source)
    }
}

impl Decision {
    /// The most inputs, and the most outcomes, a decision can have.
    pub const MOST: usize = 64;

    /// A decision; its last rule must hold under all circumstances.
    ///
    /// # Errors
    /// `outside-range` for more than 64 inputs or outcomes, `duplicate` inputs or outcomes, `undefined` inputs or outcomes in a rule, `missing-field` when the last
    /// rule has a condition.
    pub fn new(inputs: Vec<Input>, outcomes: Vec<Outcome>, rules: Vec<Rule>) -> Result<Self, Error> {
        let parts = Self { inputs, outcomes, rules, diagram: Diagram::default() };
        parts.check()?;
        Ok(Self::builtin(parts.inputs, parts.outcomes, parts.rules))
    }

    /// A decision of the library itself; a test calls [`Decision::check`] on each.
    pub(crate) fn builtin(inputs: Vec<Input>, outcomes: Vec<Outcome>, rules: Vec<Rule>) -> Self {
        let parts = Self { inputs, outcomes, rules, diagram: Diagram::default() };
        Self { diagram: Diagram::of(&parts), ..parts }
    }

    /// Whether the parts fit each other.
    ///
    /// # Errors
    /// As [`Decision::new`].
    pub fn check(&self) -> Result<(), Error> {
        let problems = crate::document::Problems::default();
        let here = crate::error::Place::default;
        let (input, outcome) = (Label::of("de invoer", "input"), Label::of("de uitkomst", "outcome"));
        for (count, what) in [(self.inputs.len(), &input), (self.outcomes.len(), &outcome)] {
            if count > Self::MOST {
                #[expect(clippy::cast_precision_loss, reason = "far within what a number can hold")]
                let max = Self::MOST as f64;
                problems.add(
                    Mistake::OutsideRange { value: count.to_string(), min: 0.0, max },
                    here().at(&what.en),
                );
            }
        }
        let mut seen = Ordered::default();
        for name in self.inputs.iter().map(|input| &input.name).filter(|name| !seen.insert(*name)) {
            problems.add(Mistake::Duplicate { what: input.clone(), id: name.to_string() }, here());
        }
        for before in self.inputs.iter().filter_map(|input| input.after.as_ref()) {
            if !seen.contains(&before) {
                problems.add(Mistake::Undefined { what: input.clone(), id: before.to_string() }, here());
            }
        }
        let mut codes = Ordered::default();
        for code in self.outcomes.iter().map(|outcome| &outcome.code).filter(|code| !codes.insert(*code)) {
            problems.add(Mistake::Duplicate { what: outcome.clone(), id: code.to_string() }, here());
        }
        for rule in &self.rules {
            if !codes.contains(&&rule.outcome) {
                problems
                    .add(Mistake::Undefined { what: outcome.clone(), id: rule.outcome.to_string() }, here());
            }
            rule.clause.when.visit(&mut |name, _| {
                if !seen.contains(&name) {
                    problems.add(Mistake::Undefined { what: input.clone(), id: name.to_string() }, here());
                }
            });
        }
        if self.rules.last().is_none_or(|last| last.clause.when != Condition::all([])) {
            problems.add(Mistake::MissingField { field: "otherwise".to_owned() }, here());
        }
        problems.finish(Some(()))
    }

    /// The inputs, in the order in which they would be asked.
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// The input of this name.
    pub fn input(&self, name: &str) -> Option<&Input> {
        self.inputs.iter().find(|input| input.name == name)
    }

    /// The answer under these facts.
    pub fn answer(&self, facts: &Facts) -> Answer {
        self.answer_skipping(facts, &[])
    }

    /// The answer under these facts, asking none of the inputs that someone said they do not know.
    pub fn answer_skipping(&self, facts: &Facts, skipped: &[Name]) -> Answer {
        Explorer::new(self, facts).answer(skipped)
    }
}
