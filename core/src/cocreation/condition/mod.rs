//! The conditions of the phases and of the whole process, as data over the points of a log.

mod during;
mod entry;
mod guards;

pub(super) use guards::GUARDS;

use super::Phase;
use super::history::History;
use super::point::Point;
use crate::decide::{Clause, Condition, Facts, Input, Judgement, Truth};
use crate::ordered::Ordered;
use crate::{Label, Source};
use serde::Serialize;

/// A condition: met when the log says yes on each of its points.
pub(super) struct Requirement {
    pub(super) code: &'static str,
    /// What it says when it is met.
    pub(super) text: (&'static str, &'static str),
    /// What to do or find out as long as it is not.
    pub(super) ask: (&'static str, &'static str),
    pub(super) points: &'static [Point],
    pub(super) facts: &'static [&'static str],
}

/// A condition as a document.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConditionDescription {
    /// The stable code, kebab-case.
    pub code: &'static str,
    /// What it says when it is met.
    pub text: Label,
    /// What to do or find out as long as it is not.
    pub ask: Label,
    /// Where it comes from.
    pub source: Source,
}

/// A condition, what is known of it, and what the log says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConditionReview {
    /// Met, not met, or unknown because it is not recorded; with what it rests on and what is missing.
    pub judgement: Judgement,
    /// The numbers of the events it rests on, in order.
    pub evidence: Vec<usize>,
    /// What the log says on each of its points.
    pub log_says: Vec<Label>,
    /// What to do or find out, as long as it is not known to be met.
    pub ask: Option<Label>,
}

impl Requirement {
    /// The condition as a document.
    pub(super) fn describe(&self) -> ConditionDescription {
        ConditionDescription {
            code: self.code,
            text: Label::of(self.text.0, self.text.1),
            ask: Label::of(self.ask.0, self.ask.1),
            source: Source::facts(self.facts),
        }
    }

    /// What is known of the condition.
    pub(super) fn review(&self, history: &History<'_>) -> ConditionReview {
        let mut facts = Facts::default();
        let (mut evidence, mut log_says) = (Vec::new(), Vec::new());
        for point in self.points {
            let observation = point.observe(history);
            log_says.push(point.line(&observation));
            facts.set(point.name, observation.value.map(Into::into));
            evidence.extend(observation.evidence);
        }
        let evidence = evidence.into_iter().collect::<Ordered<usize>>().into_vec();
        let when = Condition::all(self.points.iter().map(|point| Condition::yes(point.name)));
        let description = self.describe();
        let judgement = Clause::new(self.code, description.text, when, description.source.clone());
        let input = |point: &Point| Input::truth(point.name, point.label(), description.source.clone());
        let inputs: Vec<Input> = self.points.iter().map(input).collect();
        let judgement = judgement.judge(&inputs, &facts);
        let ask = (judgement.truth != Truth::Met).then_some(description.ask);
        ConditionReview { judgement, evidence, log_says, ask }
    }
}

/// What is known of several conditions.
pub(super) fn review_all(requirements: &[Requirement], history: &History<'_>) -> Vec<ConditionReview> {
    requirements.iter().map(|requirement| requirement.review(history)).collect()
}

/// What is known of several conditions together: met when all are, not met as soon as one is not.
pub(super) fn together(reviews: &[ConditionReview]) -> Truth {
    let is = |truth| move |review: &ConditionReview| review.judgement.truth == truth;
    if reviews.iter().any(is(Truth::Unmet)) {
        Truth::Unmet
    } else if reviews.iter().all(is(Truth::Met)) {
        Truth::Met
    } else {
        Truth::Unknown
    }
}

impl Phase {
    /// When the phase can be entered: exactly the entry condition of the phase table.
    pub(super) fn entry_conditions(self) -> &'static [Requirement] {
        match self {
            Self::Start => entry::START,
            Self::CoDesign => entry::CO_DESIGN,
            Self::CoProduction => entry::CO_PRODUCTION,
            Self::Continuation => entry::CONTINUATION,
        }
    }

    /// What is looked at during the phase.
    pub(super) fn conditions(self) -> &'static [Requirement] {
        match self {
            Self::Start => during::START,
            Self::CoDesign => during::CO_DESIGN,
            Self::CoProduction => during::CO_PRODUCTION,
            Self::Continuation => during::CONTINUATION,
        }
    }

    /// Whether the phase was evaluated together.
    pub(super) fn co_evaluation(self) -> &'static Requirement {
        let [start, co_design, co_production, continuation] = &during::CO_EVALUATION;
        match self {
            Self::Start => start,
            Self::CoDesign => co_design,
            Self::CoProduction => co_production,
            Self::Continuation => continuation,
        }
    }
}
