//! Principles laid beside a log: what it says of each, which events say so, and what stands out.

use crate::decide::{Checklist, Clause, Condition, Facts, Input, Judgement, Name, Question, Truth};
use crate::{Label, Reason, Source, Value};
use serde::Serialize;

/// A principle with what a log says of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OnRecord {
    /// Recorded as met, recorded as not met, or not recorded.
    pub judgement: Judgement,
    /// The numbers of the events it rests on, in order.
    pub evidence: Vec<usize>,
}

/// Something in a log that stands out: to be talked about, never a verdict on people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Noticed {
    /// What it is, on which inputs it rests, and where the rule comes from.
    #[serde(flatten)]
    pub reason: Reason,
    /// The numbers of the events it rests on, in order.
    pub evidence: Vec<usize>,
}

/// A principle: when it is met, and what to notice where a log can say that it is not.
pub(super) struct Principle {
    pub(super) code: &'static str,
    pub(super) text: Label,
    pub(super) when: Condition,
    pub(super) facts: &'static [&'static str],
    pub(super) unmet: Option<(&'static str, Label)>,
}

/// Principles with their questions.
pub(super) struct Principles {
    list: Checklist,
    unmet: Vec<Option<(&'static str, Label)>>,
}

/// What a log says, by input, with the events that say so.
#[derive(Default)]
pub(super) struct Says {
    facts: Facts,
    by: Vec<(&'static str, Vec<usize>)>,
}

/// Principles laid beside a log.
pub(super) struct Beside {
    pub(super) principles: Vec<OnRecord>,
    pub(super) noticed: Vec<Noticed>,
    pub(super) missing: Vec<Name>,
    pub(super) next_question: Option<Question>,
}

impl Principles {
    pub(super) fn new(inputs: Vec<Input>, principles: Vec<Principle>) -> Self {
        let (clauses, unmet) = principles
            .into_iter()
            .map(|one| (Clause::new(one.code, one.text, one.when, Source::facts(one.facts)), one.unmet))
            .unzip();
        Self { list: Checklist { inputs, clauses }, unmet }
    }

    pub(super) fn beside(&self, says: &Says) -> Beside {
        let checked = self.list.under(&says.facts);
        let principles: Vec<OnRecord> = checked
            .conditions
            .into_iter()
            .map(|judgement| OnRecord { evidence: says.evidence(&judgement), judgement })
            .collect();
        let noticed = principles.iter().zip(&self.unmet).filter_map(|(one, unmet)| {
            let (code, text) = unmet.as_ref().filter(|_| one.judgement.truth == Truth::Unmet)?;
            let Judgement { rests_on, source, .. } = &one.judgement;
            let reason = Reason::new(*code, text.clone(), rests_on.clone(), source.clone());
            Some(Noticed { reason, evidence: one.evidence.clone() })
        });
        Beside {
            noticed: noticed.collect(),
            principles,
            missing: checked.missing,
            next_question: checked.next_question,
        }
    }

    /// Whether every input a principle asks for is there.
    #[cfg(test)]
    pub(super) fn fits_together(&self) -> bool {
        self.list.fits_together()
    }
}

impl Says {
    /// The log says this of an input, in these events; a later word takes the place of an earlier one.
    pub(super) fn that(&mut self, input: &'static str, value: impl Into<Value>, events: Vec<usize>) {
        self.facts.set(input, Some(value.into()));
        self.by.retain(|(other, _)| *other != input);
        self.by.push((input, events));
    }

    /// The same when there is something to say.
    pub(super) fn maybe(&mut self, input: &'static str, value: Option<impl Into<Value>>, events: Vec<usize>) {
        if let Some(value) = value {
            self.that(input, value, events);
        }
    }

    fn evidence(&self, judgement: &Judgement) -> Vec<usize> {
        let of_input = |name: &Name| self.by.iter().find(|(input, _)| input == name);
        let rests_on = judgement.rests_on.iter().filter_map(|given| of_input(&given.input));
        let numbers: crate::ordered::Ordered<usize> =
            rests_on.flat_map(|(_, events)| events.iter().copied()).collect();
        numbers.into_vec()
    }
}

/// A remark: its code, its words and the facts behind it.
pub(super) fn remark(
    code: &'static str,
    nl: &'static str,
    en: &'static str,
    facts: &'static [&'static str],
) -> Reason {
    Reason::new(code, Label::of(nl, en), Vec::new(), Source::facts(facts))
}

/// A principle in words: its code, when it is met, and its facts.
pub(super) fn principle(
    code: &'static str,
    [nl, en]: [&'static str; 2],
    when: Condition,
    facts: &'static [&'static str],
) -> Principle {
    Principle { code, text: Label::of(nl, en), when, facts, unmet: None }
}

impl Principle {
    /// What is noticed when a log says that it is not met.
    pub(super) fn or(self, code: &'static str, [nl, en]: [&'static str; 2]) -> Self {
        Self { unmet: Some((code, Label::of(nl, en))), ..self }
    }
}

/// A question with yes or no as its answer.
pub(super) fn ask(name: &'static str, [nl, en]: [&'static str; 2], facts: &'static [&'static str]) -> Input {
    Input::truth(name, Label::of(nl, en), Source::facts(facts))
}
