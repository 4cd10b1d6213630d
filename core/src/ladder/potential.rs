//! Growth potential (groeipotentieel): what is expected within a stated period, apart from what is now.

use super::classify::{Answers, Placement, classify, input};
use super::step::{Comparison, TwoMoments, compare};
use crate::decide::Question;
use crate::document::{Document, Reader};
use crate::error::Mistake;
use crate::{Label, Perspective, Provenance, ProvenanceKind};
use serde::Serialize;

/// What someone does now, and what they and the professional expect them to do within a period.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "super::shape::Expectation"))]
pub struct Expectation {
    now: Answers,
    expected: Answers,
    months: u32,
}

impl Expectation {
    /// The longest period, in months.
    pub const MAX_MONTHS: u32 = 120;

    /// An expectation over a period of 1 to 120 months.
    ///
    /// # Errors
    /// `outside-range` when the period is shorter or longer.
    pub fn new(now: Answers, expected: Answers, months: u32) -> Result<Self, crate::Error> {
        if (1..=Self::MAX_MONTHS).contains(&months) {
            return Ok(Self { now, expected, months });
        }
        let (min, max) = (1.0, f64::from(Self::MAX_MONTHS));
        Err(Mistake::OutsideRange { value: months.to_string(), min, max }.into())
    }
}

impl Document for Expectation {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["now", "expected", "months", "perspective"])?;
        let perspective = fields.maybe("perspective", Reader::code);
        let answers = |name| fields.must(name, Answers::read_facts);
        let (now, expected) = (answers("now"), answers("expected"));
        let months = fields.required("months");
        let count = months.as_ref().and_then(Reader::count);
        let seen = |answers: Answers, from: Option<Perspective>| match from {
            Some(perspective) => answers.from_perspective(perspective),
            None => answers,
        };
        let (now, expected) = (seen(now?, perspective?), seen(expected?, perspective?));
        months.and_then(|months| months.check(Self::new(now, expected, count?)))
    }
}

/// What someone does now beside what is expected of a period, with the difference.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GrowthPotential {
    /// The placement now.
    pub now: Placement,
    /// The placement expected at the end of the period.
    pub expected: Placement,
    /// The length of the period in months.
    pub months: u32,
    /// From now to what is expected.
    pub change: Comparison,
    /// The question about the expectation that narrows it most.
    pub next_question: Option<Question>,
    /// How it is made, and what to know about it.
    pub method: Provenance,
}

/// Compares what someone does now with what is expected within a period.
///
/// An expectation is not a target: whether someone reaches it depends on more than the person (LAD-20, LAD-21).
///
/// ```
/// use meedoen::ladder::{growth_potential, Answers, Change, Expectation};
/// let now = Answers::default().with("contract", false)?;
/// let potential = growth_potential(&Expectation::new(now.clone(), now, 12)?);
/// assert_eq!(potential.change.change, None); // nothing more is known, now or later
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// PUB-06: five questions about now and five about the growth potential, over a period such as the coming year.
/// Their wording was not available; the same criteria are asked of the end of the period.
pub fn growth_potential(expectation: &Expectation) -> GrowthPotential {
    let (now, expected) = (classify(&expectation.now), classify(&expectation.expected));
    let moments = TwoMoments { earlier: now.between.clone(), later: expected.between.clone() };
    let months = expectation.months;
    let next_question =
        expected.next_question.as_ref().and_then(|question| input(&question.input)).map(|input| {
            let mut question = Question::of(input);
            question.text = Label::said(
                format_args!("Wat verwacht u over {months} maanden? {}", question.text.nl),
                format_args!("What do you expect in {months} months? {}", question.text.en),
            );
            question
        });
    GrowthPotential {
        change: compare(&moments),
        now,
        expected,
        months,
        next_question,
        method: Provenance {
            kind: ProvenanceKind::Literature,
            note: Label::of(
                "groeipotentieel is een verwachting over een periode, los van de huidige trede; de officiële vragen zijn niet gezien, daarom gelden dezelfde criteria voor het eind van de periode",
                "growth potential is an expectation over a period, apart from the current rung; the official questions were not seen, so the same criteria are asked of the end of the period",
            ),
        },
    }
}
