//! A decision asked question by question.

use super::{Answer, Decision, Facts, Name, Question};
use crate::document::Reader;
use crate::error::{Error, Mistake};
use crate::{Label, Value};
use serde::Serialize;

/// One answered question; without a value the person asked did not know.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// The input that was asked.
    pub input: Name,
    /// The answer, `None` when it is not known.
    pub answer: Option<Value>,
}

/// The questions answered so far, with what they come to.
///
/// A session is a value: answering gives a new one, so going back is using an earlier one.
#[derive(Clone, Debug, PartialEq)]
pub struct Session<'d> {
    decision: &'d Decision,
    steps: Vec<Step>,
}

impl<'d> Session<'d> {
    /// A session in which nothing has been asked.
    pub fn new(decision: &'d Decision) -> Self {
        Self { decision, steps: Vec::new() }
    }

    /// The session after one more answer; answering an input again replaces its answer.
    ///
    /// # Errors
    /// `undefined` when the decision has no such input; `wrong-kind`, `outside-range` or `unknown-code` when
    /// the answer cannot be one.
    pub fn answer(&self, input: &str, answer: Option<Value>) -> Result<Self, Error> {
        let Some(known) = self.decision.input(input) else { return Err(undefined(input).into()) };
        if let Some(value) = &answer {
            known.check(value)?;
        }
        let mut steps = self.steps.clone();
        steps.retain(|step| step.input != known.name);
        steps.push(Step { input: known.name.clone(), answer });
        Ok(Self { decision: self.decision, steps })
    }

    /// Reads the steps of a session from a document.
    pub fn read(decision: &'d Decision, reader: &Reader<'_>) -> Option<Self> {
        let steps = reader.list_of(|step| {
            let fields = step.fields(&["input", "answer"])?;
            let name = fields.required("input")?;
            let Some(input) = decision.input(name.text()?) else {
                name.refuse(undefined(name.text()?));
                return None;
            };
            Some(Step {
                input: input.name.clone(),
                answer: fields.maybe("answer", |answer| input.read(answer))?,
            })
        })?;
        Some(Self { decision, steps })
    }

    /// The steps taken, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// What is known.
    pub fn facts(&self) -> Facts {
        let known = self.steps.iter().filter_map(|step| Some((step.input.clone(), step.answer.clone()?)));
        known.collect()
    }

    /// What it comes to so far.
    pub fn outcome(&self) -> Answer {
        let skipped: Vec<Name> =
            self.steps.iter().filter(|step| step.answer.is_none()).map(|step| step.input.clone()).collect();
        self.decision.answer_skipping(&self.facts(), &skipped)
    }

    /// The question to ask now; `None` when the outcome is known or nobody knows what is left.
    pub fn question(&self) -> Option<Question> {
        self.outcome().next_question
    }
}

fn undefined(input: &str) -> Mistake {
    Mistake::Undefined { what: Label::of("de vraag", "question"), id: input.to_owned() }
}
