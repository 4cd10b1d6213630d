//! Placing someone on the ladder by observable facts.

use super::flow::FLOW;
use super::{InformalCare, Position, Rung};
use crate::decide::{Answer, Facts, Input, Judgement, Name, Question, Session};
use crate::document::{Document, Fields, Reader};
use crate::{Label, Perspective, Provenance, ProvenanceKind, Reason, Value, Vocabulary};
use serde::Serialize;

/// Observable facts about what someone does now; what is not said is unknown.
///
/// ```
/// use meedoen::ladder::{classify, Answers, Rung};
/// let answers = Answers::default().with("contract", false)?.with("weekly_unpaid_work_with_responsibility", true)?;
/// let placement = classify(&answers);
/// // An internship allowance could still make it rung 5: unknown is not “no”.
/// assert_eq!(placement.rung, None);
/// assert_eq!(placement.between.rungs(), [Rung::UnpaidWork, Rung::SupportedPaidWork]);
/// assert_eq!(classify(&answers.with("internship_allowance", false)?).rung, Some(Rung::UnpaidWork));
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "LadderAnswers"))]
pub struct Answers {
    /// What is known, by question; a question that is left out or `null` is unknown.
    #[cfg_attr(feature = "schema", schemars(with = "super::shape::Facts"))]
    facts: Facts,
    #[cfg_attr(feature = "schema", schemars(skip))]
    skipped: Vec<Name>,
    /// Whose view it is; the professional's unless said otherwise.
    perspective: Option<Perspective>,
}

impl Answers {
    /// The same answers with one more.
    ///
    /// # Errors
    /// `undefined` when the flow has no such question, `wrong-kind` or `unknown-code` when it has no such answer.
    pub fn with(&self, input: &str, answer: impl Into<Value>) -> Result<Self, crate::Error> {
        let session = Session::new(&FLOW).answer(input, Some(answer.into()))?;
        let mut answers = self.clone();
        for (input, value) in session.facts().iter() {
            answers.facts.set(input.clone(), Some(value.clone()));
        }
        Ok(answers)
    }

    /// The same answers, seen from a perspective. Without one it is the professional's, who places with the
    /// person concerned (PUB-06).
    #[must_use]
    pub fn from_perspective(mut self, perspective: Perspective) -> Self {
        self.perspective = Some(perspective);
        self
    }

    pub(super) fn of_session(session: &Session<'_>, perspective: Option<Perspective>) -> Self {
        let skipped =
            session.steps().iter().filter(|step| step.answer.is_none()).map(|step| step.input.clone());
        Self { facts: session.facts(), skipped: skipped.collect(), perspective }
    }

    pub(super) fn read_facts(reader: &Reader<'_>) -> Option<Self> {
        Facts::read(reader, FLOW.inputs()).map(|facts| Self { facts, ..Self::default() })
    }

    fn perspective(&self) -> Perspective {
        self.perspective.unwrap_or(Perspective::Professional)
    }
}

impl Document for Answers {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        Self::of_fields(&reader.fields(&["facts", "perspective"])?)
    }
}

impl Answers {
    /// Reads the fields of a request that has more of them.
    pub(crate) fn of_fields(fields: &Fields<'_>) -> Option<Self> {
        let answers = fields.must("facts", Self::read_facts);
        let perspective = fields.maybe("perspective", Reader::code);
        Some(Self { perspective: perspective?, ..answers? })
    }
}

/// Where someone stands on the ladder, with the reasons.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Placement {
    /// The rung, `None` while more than one is possible.
    pub rung: Option<Rung>,
    /// The rungs that are possible, in order.
    pub between: Position,
    /// The placement in words.
    pub label: Label,
    /// Whose perspective it is.
    pub perspective: Perspective,
    /// Why: the fewest facts that leave just these rungs.
    pub reasons: Vec<Reason>,
    /// The questions whose answers still bear on the rung.
    pub missing: Vec<Name>,
    /// The question that narrows it most.
    pub next_question: Option<Question>,
    /// Every criterion with what is known of it, from the top of the ladder.
    pub criteria: Vec<Judgement>,
    /// Where each placement of informal care would lead, when that choice matters and has not been made.
    pub informal_care: Vec<InformalCareView>,
    /// How the placement is made, and what to know about it.
    pub method: Provenance,
}

/// What one way of placing informal care would come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InformalCareView {
    /// The choice.
    pub placement: InformalCare,
    /// The choice in words.
    pub label: Label,
    /// The rungs that would be possible.
    pub between: Position,
}

/// Places someone on the ladder by observable facts.
///
/// The rungs are tested from the top; a rung is given only when the facts leave no other. The answer is what
/// someone does now, not what they could do (see [`super::growth_potential`]), and no more than advice.
///
/// # Source
/// PUB-04, PUB-06; the order of the questions is a reconstruction.
pub fn classify(answers: &Answers) -> Placement {
    let answer = FLOW.answer_skipping(&answers.facts, &answers.skipped);
    let between = position(&answer);
    Placement {
        rung: between.rung(),
        label: between.label(),
        between,
        perspective: answers.perspective(),
        reasons: answer.reasons,
        missing: answer.missing,
        next_question: answer.next_question,
        criteria: answer.rules,
        informal_care: informal_care_views(&answers.facts),
        method: Provenance {
            kind: ProvenanceKind::Literature,
            note: Label::of(
                "criteria uit openbare bronnen; de volgorde van de vragen is een reconstructie, het officiële stroomschema is niet gezien",
                "criteria from public sources; the order of the questions is a reconstruction, the official flow chart was not seen",
            ),
        },
    }
}

/// The questions of the flow, in order.
///
/// ```
/// assert_eq!(meedoen::ladder::questions()[0].input, "contract");
/// ```
pub fn questions() -> Vec<Question> {
    FLOW.inputs().iter().map(Question::of).collect()
}

fn position(answer: &Answer) -> Position {
    Position::among(answer.possible.iter().filter_map(|code| Rung::from_code(code).ok()))
}

fn informal_care_views(facts: &Facts) -> Vec<InformalCareView> {
    const CHOICE: &str = "informal_care_placement";
    if facts.get("informal_care") != Some(&Value::Truth(true)) || facts.get(CHOICE).is_some() {
        return Vec::new();
    }
    let view = |&placement: &InformalCare| {
        let chosen = facts.clone().with(CHOICE, placement.code());
        InformalCareView { placement, label: placement.label(), between: position(&FLOW.answer(&chosen)) }
    };
    let views: Vec<InformalCareView> = InformalCare::ALL.iter().map(view).collect();
    // Where every choice comes to the same, there is nothing to choose.
    let differ = views.windows(2).any(|pair| matches!(pair, [a, b] if a.between != b.between));
    if differ { views } else { Vec::new() }
}

/// The input a question of the flow makes known.
pub(super) fn input(name: &str) -> Option<&'static Input> {
    FLOW.input(name)
}
