//! Conditions that are each looked at by themselves: nothing is concluded from them together.

use super::{Clause, Facts, Input, Judgement, Name, Question};
use serde::Serialize;

/// Conditions with the questions they ask.
#[derive(Clone, Debug, PartialEq)]
pub struct Checklist {
    /// What can be asked, in order.
    pub inputs: Vec<Input>,
    /// The conditions, in order.
    pub clauses: Vec<Clause>,
}

/// Each condition with what is known of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Checked {
    /// The conditions, in order.
    pub conditions: Vec<Judgement>,
    /// What is not known and one of them asks for.
    pub missing: Vec<Name>,
    /// The question on which most of the undecided conditions wait.
    pub next_question: Option<Question>,
}

impl Checklist {
    /// What is known of each condition under these facts.
    ///
    /// ```
    /// use meedoen::decide::{Checklist, Clause, Condition, Facts, Input, Truth};
    /// use meedoen::{Label, Source};
    /// let (text, source) = (|| Label::of("tekst", "text"), || Source::reference("a house rule"));
    /// let list = Checklist {
    ///     inputs: vec![Input::truth("safe", text(), source()), Input::truth("useful", text(), source())],
    ///     clauses: ["safe", "useful"].map(|name| Clause::new(name, text(), Condition::yes(name), source())).to_vec(),
    /// };
    /// let checked = list.under(&Facts::from_iter([("safe", true)]));
    /// assert_eq!(checked.conditions[0].truth, Truth::Met);
    /// assert_eq!(checked.missing, ["useful"]);
    /// ```
    pub fn under(&self, facts: &Facts) -> Checked {
        let conditions: Vec<Judgement> =
            self.clauses.iter().map(|clause| clause.judge(&self.inputs, facts)).collect();
        let (missing, next_question) = open(&self.inputs, &conditions.iter().collect::<Vec<_>>());
        Checked { conditions, missing, next_question }
    }

    /// Whether every input a condition asks for is there.
    #[cfg(test)]
    pub(crate) fn fits_together(&self) -> bool {
        let known = |name: &Name| self.inputs.iter().any(|input| input.name == *name);
        let mut fits = true;
        for clause in &self.clauses {
            clause.when.visit(&mut |name, _| fits &= known(name));
        }
        fits
    }
}

/// What is not known and a judgement waits for, and the question on which most of them wait.
pub(super) fn open(inputs: &[Input], judgements: &[&Judgement]) -> (Vec<Name>, Option<Question>) {
    let waiting =
        |input: &Input| judgements.iter().filter(|judged| judged.missing.contains(&input.name)).count();
    let missing = inputs.iter().filter(|input| waiting(input) > 0).map(|input| input.name.clone()).collect();
    // Of equals the first that would be asked.
    let next = inputs.iter().rev().max_by_key(|input| waiting(input)).filter(|input| waiting(input) > 0);
    (missing, next.map(Question::of))
}
