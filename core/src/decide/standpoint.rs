//! A question on which sources disagree: every standpoint beside the others, none of them chosen.

use super::checklist::open;
use super::{Clause, Facts, Input, Judgement, Name, Question, Truth};
use crate::{Label, Reason};
use serde::Serialize;

/// A question that more than one source answers, each in its own way.
#[derive(Clone, Debug, PartialEq)]
pub struct Contested {
    /// The question in words.
    pub question: Label,
    /// What bears on it, in the order in which it would be asked.
    pub inputs: Vec<Input>,
    /// What each holds.
    pub standpoints: Vec<Standpoint>,
}

/// What one party holds on a contested question.
#[derive(Clone, Debug, PartialEq)]
pub struct Standpoint {
    /// Who holds it.
    pub holder: Label,
    /// When the answer is yes by this standpoint.
    pub clause: Clause,
    /// What others bring against it, or add to it.
    pub replies: Vec<Reason>,
}

/// Every standpoint with what it comes to; there is no answer beside theirs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Standpoints {
    /// The question in words.
    pub question: Label,
    /// Each standpoint with its verdict.
    pub standpoints: Vec<Verdict>,
    /// Whether all of them come to the same: unknown as long as that can still turn out either way.
    pub agree: Truth,
    /// What is not known and one of them asks for.
    pub missing: Vec<Name>,
    /// The question on which most of the undecided standpoints wait.
    pub next_question: Option<Question>,
}

/// What one standpoint comes to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StandpointVerdict"))]
pub struct Verdict {
    /// Who holds it.
    pub holder: Label,
    /// What it comes to, on what it rests and what is missing.
    pub judgement: Judgement,
    /// What others bring against it, or add to it.
    pub replies: Vec<Reason>,
}

impl Contested {
    /// What each standpoint comes to under these facts.
    ///
    /// ```
    /// use meedoen::decide::{Clause, Condition, Contested, Facts, Input, Standpoint, Truth};
    /// use meedoen::{Label, Source};
    /// let (text, source) = (|| Label::of("tekst", "text"), || Source::reference("a house rule"));
    /// let stand = |when| Standpoint { holder: text(), clause: Clause::new("one", text(), when, source()), replies: vec![] };
    /// let question = Contested {
    ///     question: text(),
    ///     inputs: vec![Input::truth("paid_before", text(), source())],
    ///     standpoints: vec![stand(Condition::yes("paid_before")), stand(Condition::all([]))],
    /// };
    /// assert_eq!(question.under(&Facts::default()).agree, Truth::Unknown);
    /// assert_eq!(question.under(&Facts::from_iter([("paid_before", false)])).agree, Truth::Unmet);
    /// ```
    pub fn under(&self, facts: &Facts) -> Standpoints {
        let standpoints = self.standpoints.iter().map(|standpoint| Verdict {
            holder: standpoint.holder.clone(),
            judgement: standpoint.clause.judge(&self.inputs, facts),
            replies: standpoint.replies.clone(),
        });
        let standpoints: Vec<Verdict> = standpoints.collect();
        let any = |truth| standpoints.iter().any(|one| one.judgement.truth == truth);
        let judgements: Vec<&Judgement> = standpoints.iter().map(|verdict| &verdict.judgement).collect();
        let (missing, next_question) = open(&self.inputs, &judgements);
        Standpoints {
            question: self.question.clone(),
            agree: match (any(Truth::Met), any(Truth::Unmet), any(Truth::Unknown)) {
                (true, true, _) => Truth::Unmet,
                (_, _, true) => Truth::Unknown,
                _ => Truth::Met,
            },
            missing,
            next_question,
            standpoints,
        }
    }

    /// Whether every input a standpoint asks for is there.
    #[cfg(test)]
    pub(crate) fn fits_together(&self) -> bool {
        let known = |name: &Name| self.inputs.iter().any(|input| input.name == *name);
        let mut fits = true;
        for standpoint in &self.standpoints {
            standpoint.clause.when.visit(&mut |name, _| fits &= known(name));
        }
        fits
    }
}
