//! Informal care (mantelzorg) as tegenprestatie: four positions side by side.

use super::views::view;
use crate::decide::{Clause, Condition, Contested, Facts, Input, Standpoint, Standpoints};
use crate::document::{Document, Reader};
use crate::{Error, Label, Reason, Source};
use serde::Serialize;
use std::sync::LazyLock;

/// Care that may count as tegenprestatie: what is known of it.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Care {
    /// What is known, by question.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::shape::CareFacts>"))]
    facts: Facts,
}

/// What each of the four positions says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CareAnswer {
    /// The positions with their verdicts.
    #[serde(flatten)]
    pub standpoints: Standpoints,
    /// What to know beside them.
    pub remarks: Vec<Reason>,
}

impl Care {
    /// The same with one more answer.
    ///
    /// # Errors
    /// `undefined` when there is no such question, `wrong-kind` when it has no such answer.
    pub fn with(self, input: &str, answer: bool) -> Result<Self, Error> {
        Ok(Self { facts: super::answered(&self.facts, &QUESTION.inputs, input, answer.into())? })
    }
}

impl Document for Care {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let facts = reader.fields(&["facts"])?.maybe("facts", |facts| Facts::read(facts, &QUESTION.inputs));
        Some(Self { facts: facts?.unwrap_or_default() })
    }
}

/// Says whether care counts as the tegenprestatie by each of four positions; there is no rule that chooses.
///
/// ```
/// use meedoen::decide::Truth;
/// use meedoen::tegenprestatie::{Care, informal_care};
/// let parent = Care::default().with("informal_care", true)?.with("own_minor_child", true)?;
/// let verdicts = informal_care(&parent).standpoints.standpoints;
/// assert_eq!(verdicts[0].judgement.truth, Truth::Met);
/// assert_eq!(verdicts[2].judgement.truth, Truth::Unmet);
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// TEG-38, TEG-43…47
pub fn informal_care(care: &Care) -> CareAnswer {
    CareAnswer {
        standpoints: QUESTION.under(&care.facts),
        remarks: vec![
            view(
                "exemption-or-tegenprestatie",
                "zorgtaken kunnen een reden zijn voor tijdelijke ontheffing, kunnen zelf de tegenprestatie zijn, of allebei; de praktijk is niet gelijk",
                "care tasks can be a reason for temporary exemption, can be the tegenprestatie itself, or both; practice is not uniform",
                &["TEG-38"],
            ),
            view(
                "no-independent-test",
                "erkennen kan verzoeken om ontheffing aantrekken; een onafhankelijke toets ontbreekt, en mantelzorgers raken overbelast",
                "recognition may attract requests for exemption; an independent test is missing, and carers get overburdened",
                &["TEG-47"],
            ),
        ],
    }
}

/// The question on which the four disagree.
pub(super) static QUESTION: LazyLock<Contested> = LazyLock::new(|| Contested {
    question: Label::of(
        "Telt deze mantelzorg als tegenprestatie?",
        "Does this informal care count as tegenprestatie?",
    ),
    inputs: inputs(),
    standpoints: standpoints(),
});

fn inputs() -> Vec<Input> {
    let ask = |name, nl, en, facts| Input::truth(name, Label::of(nl, en), Source::facts(facts));
    vec![
        ask(
            "informal_care",
            "Geeft deze persoon mantelzorg?",
            "Does this person give informal care?",
            &["TEG-43"],
        ),
        ask(
            "care_declaration",
            "Is er een mantelzorgverklaring van het CIZ?",
            "Is there an informal-care declaration of the CIZ?",
            &["TEG-44"],
        ),
        ask(
            "own_minor_child",
            "Is de zorg voor het eigen zieke of gehandicapte minderjarige kind?",
            "Is the care for the person's own ill or disabled minor child?",
            &["TEG-45"],
        ),
    ]
}

fn standpoints() -> Vec<Standpoint> {
    let (yes, no) = (Condition::yes, Condition::no);
    let position = |code: &'static str, holder, text, when, facts: &'static [&'static str], replies| {
        Standpoint { holder, clause: Clause::new(code, text, when, Source::facts(facts)), replies }
    };
    vec![
        position(
            "council",
            Label::of("de gemeenteraad van Rotterdam (juni 2013)", "the Rotterdam council (June 2013)"),
            Label::of("mantelzorg kan de tegenprestatie zijn", "informal care can be the tegenprestatie"),
            yes("informal_care"),
            &["TEG-43"],
            vec![view(
                "not-always-so",
                "in Kralingen-Crooswijk werd dat niet altijd zo ervaren: per geval kijkt men of de zorg iets toevoegt voor de persoon",
                "in Kralingen-Crooswijk it was not always experienced so: case by case it is asked whether the care adds something for the person",
                &["TEG-43"],
            )],
        ),
        position(
            "declaration",
            Label::of("Kansrijk, over de praktijk", "Kansrijk, about practice"),
            Label::of(
                "alleen met een mantelzorgverklaring van het CIZ",
                "only with an informal-care declaration of the CIZ",
            ),
            Condition::all([yes("informal_care"), yes("care_declaration")]),
            &["TEG-44"],
            vec![view(
                "felt-unjust",
                "gezinnen zonder formele indicatie vallen er dan buiten, wat als onrechtvaardig wordt gevoeld",
                "families without a formal indication then fall outside, which is felt to be unjust",
                &["TEG-44"],
            )],
        ),
        position(
            "not-own-child",
            Label::of("consulenten in Overschie", "consultants in Overschie"),
            Label::of(
                "zorg voor het eigen zieke of gehandicapte minderjarige kind is gewone ouderzorg, en niet op voorhand mantelzorg",
                "care for one's own ill or disabled minor child is normal parental care, and not informal care in advance",
            ),
            Condition::all([yes("informal_care"), no("own_minor_child")]),
            &["TEG-45"],
            Vec::new(),
        ),
        position(
            "out-of-the-situation",
            Label::of(
                "consulenten: goed om eens uit de situatie te zijn",
                "consultants: good to be out of the situation for once",
            ),
            Label::of(
                "de zorg alleen is niet genoeg: ook wie zorgt kan naar vrijwilligerswerk worden geleid",
                "the care alone is not enough: those who care can be led to volunteering as well",
            ),
            Condition::any([]),
            &["TEG-46"],
            vec![view(
                "examples",
                "een vrouw van begin zestig werd voor avonden gevraagd, een grootmoeder van 61 ook",
                "a woman in her early sixties was asked for evenings, and so was a grandmother of 61",
                &["TEG-46"],
            )],
        ),
    ]
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_positions_ask_only_what_can_be_asked() {
        assert!(super::QUESTION.fits_together());
        assert_eq!(super::QUESTION.standpoints.len(), 4);
    }
}
