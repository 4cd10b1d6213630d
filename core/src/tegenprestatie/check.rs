//! What the law says of one duty for one person on one date.

use super::ground::{GROUNDS, Ground, decisions};
use super::{Duty, DutyQuestion, DutyStatus, OrdinanceOnDate, RegimeOnDate, Terms, views};
use crate::decide::{Judgement, Name, Question};
use crate::{Error, Label, Perspective, Reason, Vocabulary};
use chrono::{Months, NaiveDate};
use serde::Serialize;

/// What the law says of a duty for one person: an outcome or what is still possible, never a decision.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DutyAnswer {
    /// The date on which the law is applied.
    pub date: NaiveDate,
    /// The duty.
    pub duty: Duty,
    /// The regime on that date.
    pub regime: RegimeOnDate,
    /// What the law says, `None` while more than one is possible.
    pub outcome: Option<DutyStatus>,
    /// Everything that is possible, in order.
    pub possible: Vec<DutyStatus>,
    /// The answer in words.
    pub label: Label,
    /// Whose view it is.
    pub perspective: Perspective,
    /// Why: the fewest facts that leave just this.
    pub reasons: Vec<Reason>,
    /// The questions whose answers still bear on it.
    pub missing: Vec<Name>,
    /// The question that narrows it most.
    pub next_question: Option<Question>,
    /// Every ground with what is known of it, in order.
    pub grounds: Vec<Judgement>,
    /// Every exemption from this duty that the law or the ordinance knows, with its terms.
    pub exemptions: Vec<Exemption>,
    /// The ordinance that holds on the date, when one was given.
    pub ordinance: Option<OrdinanceOnDate>,
    /// Who holds another view of this duty.
    pub other_views: Vec<Reason>,
}

/// A ground for exemption, with its terms.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Exemption {
    /// What is known of it.
    pub judgement: Judgement,
    /// The duties it is from; never from others.
    pub duties: Vec<Duty>,
    /// The terms.
    pub terms: Terms,
    /// The last day it can last to, as far as that follows from what is known.
    pub until: Option<NaiveDate>,
    /// Who decides.
    pub decided_by: Label,
}

/// Says what the law says of a duty: whether the person is in scope, which exemptions may apply, and what is not known.
///
/// ```
/// use meedoen::tegenprestatie::{Duty, DutyQuestion, DutyStatus, Person, duty};
/// let person = Person::on("2020-05-01".parse().unwrap()).with("age", 17.0)?;
/// let answer = duty(&DutyQuestion { duty: Duty::Tegenprestatie, person })?;
/// assert_eq!(answer.outcome, Some(DutyStatus::OutsideScope));
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Errors
/// As [`super::Regime::on`].
///
/// # Source
/// TEG-25…51, PUB-60…72; the articles are with each ground.
pub fn duty(question: &DutyQuestion) -> Result<DutyAnswer, Error> {
    let regime = question.person.regime()?;
    let law_date = regime.law_date(question.person.date);
    let facts = question.person.known();
    let decision = decisions(question.duty).and_then(|decisions| decisions.on(law_date));
    let answer = decision.map(|decision| decision.answer_skipping(&facts, &question.person.skipped));
    let possible: Vec<DutyStatus> = match &answer {
        Some(answer) => answer.possible.iter().filter_map(|code| DutyStatus::from_code(code).ok()).collect(),
        None => vec![DutyStatus::NotKnown],
    };
    let (reasons, missing, next_question, grounds) = match answer {
        Some(answer) => (answer.reasons, answer.missing, answer.next_question, answer.rules),
        None => Default::default(),
    };
    let labels: Vec<Label> = possible.iter().map(|one| one.label()).collect();
    Ok(DutyAnswer {
        date: question.person.date,
        duty: question.duty,
        outcome: if let [only] = possible.as_slice() { Some(*only) } else { None },
        label: Label::join(&labels, " / "),
        possible,
        perspective: question.person.perspective.unwrap_or(Perspective::Professional),
        reasons,
        missing,
        next_question,
        exemptions: exemptions(question, law_date, &grounds),
        grounds,
        ordinance: question.person.ordinance().and_then(|ordinance| ordinance.on(question.person.date)),
        other_views: if question.duty == Duty::Tegenprestatie { views::on_the_duty() } else { Vec::new() },
        regime,
    })
}

fn exemptions(question: &DutyQuestion, law_date: NaiveDate, grounds: &[Judgement]) -> Vec<Exemption> {
    let of_duty =
        |ground: &&Ground| ground.duties.contains(&question.duty) && ground.validity.holds_on(law_date);
    let exemption = |ground: &Ground| {
        let terms = ground.terms?;
        // Every ground is a rule of the decision on the day.
        let judged = grounds.iter().find(|judged| judged.code == ground.clause.code)?;
        let fifth =
            question.person.youngest_child_born.and_then(|born| born.checked_add_months(Months::new(60)));
        Some(Exemption {
            judgement: Judgement { outcome: None, ..judged.clone() },
            duties: ground.duties.to_vec(),
            until: fifth.and_then(|birthday| birthday.pred_opt()).filter(|_| terms.on_request),
            terms,
            decided_by: Label::of(
                "het college; in de praktijk de klantmanager of activeringsconsulent",
                "the college; in practice the client manager or activation consultant",
            ),
        })
    };
    GROUNDS.iter().filter(of_duty).filter_map(exemption).collect()
}

/// The questions that can be asked about a person for a duty on a date, in order: none of those that do not bear on it.
///
/// # Errors
/// As [`super::Regime::on`].
///
/// ```
/// use meedoen::tegenprestatie::{Duty, DutyQuestion, Person, questions};
/// let person = Person::on("2012-05-01".parse().unwrap());
/// let of_2012 = questions(&DutyQuestion { duty: Duty::Work, person })?;
/// assert!(of_2012.iter().any(|question| question.input == "wajong_benefit"));
/// # Ok::<(), meedoen::Error>(())
/// ```
pub fn questions(question: &DutyQuestion) -> Result<Vec<Question>, Error> {
    let law_date = question.person.regime()?.law_date(question.person.date);
    let decision = decisions(question.duty).and_then(|decisions| decisions.on(law_date));
    Ok(decision.map_or_else(Vec::new, |decision| decision.inputs().iter().map(Question::of).collect()))
}
