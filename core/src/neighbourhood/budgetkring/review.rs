//! What the record of one budgetkring says on a date.

use super::circle::Circle;
use super::principles::PRINCIPLES;
use super::{Budgetkring, BudgetkringEvent, RecruitmentStage, Sphere};
use crate::decide::{Name, Question};
use crate::events::{Entry, replay};
use crate::neighbourhood::recorded::{Noticed, OnRecord, Says, remark};
use crate::{Reason, Vocabulary};
use chrono::{Months, NaiveDate};
use serde::Serialize;

/// What the record of one budgetkring says on a date. What is not recorded is unknown.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetkringReview {
    /// Each principle with what is recorded of it.
    pub principles: Vec<OnRecord>,
    /// What stands out.
    pub noticed: Vec<Noticed>,
    /// What is not recorded and a principle asks for.
    pub missing: Vec<Name>,
    /// The question on which most principles wait.
    pub next_question: Option<Question>,
    /// What to know beside it.
    pub remarks: Vec<Reason>,
    /// What is seen in more than one way.
    pub other_views: Vec<Reason>,
}

/// Says which principles of a budgetkring are recorded as met, on which events that rests, and what stands out.
///
/// ```
/// use meedoen::document::Document;
/// use meedoen::neighbourhood::{Budgetkring, budgetkring};
/// let record = Budgetkring::from_json(r#"{"as_of": "2017-06-01", "events": [
///     {"date": "2016-12-01", "kind": "counted", "participants": 15, "perspective": "organisation"}
/// ]}"#)?;
/// let review = budgetkring(&record);
/// assert_eq!(review.noticed[0].reason.code, "group-size");
/// assert_eq!(review.noticed[0].evidence, [1]);
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// BUD-03…13, BUD-16…23, BUD-29…32, BUD-36, BUD-37
pub fn budgetkring(record: &Budgetkring) -> BudgetkringReview {
    let entries = record.events.until(record.as_of);
    let circle = replay(entries, Circle::default());
    let beside = PRINCIPLES.beside(&says(entries, &circle));
    let mut noticed = beside.noticed;
    noticed.extend(on_hold(&circle));
    noticed.extend(nobody_nominated(entries));
    BudgetkringReview {
        principles: beside.principles,
        noticed,
        missing: beside.missing,
        next_question: beside.next_question,
        remarks: remarks(),
        other_views: other_views(),
    }
}

fn says(entries: &[Entry<BudgetkringEvent>], circle: &Circle) -> Says {
    let mut says = Says::default();
    let (mut stages, mut recruiting): (Vec<RecruitmentStage>, Vec<usize>) = (Vec::new(), Vec::new());
    for (number, entry) in (1..).zip(entries) {
        let here = || vec![number];
        match &entry.event {
            BudgetkringEvent::Recruited { through } => {
                stages.push(*through);
                recruiting.push(number);
            }
            BudgetkringEvent::Led { role } => says.that("leader_role", role.code(), here()),
            BudgetkringEvent::Counted { participants } => {
                says.that("participants", f64::from(*participants), here());
            }
            BudgetkringEvent::Met { about: Some(spheres) }
                if spheres.iter().any(|one| *one != Sphere::Money) =>
            {
                says.that("more_than_money", true, here());
            }
            BudgetkringEvent::InitiativeHeld { by } => says.that("initiative", by.code(), here()),
            BudgetkringEvent::Attuned { .. } => says.that("attuned", true, here()),
            _ => {}
        }
    }
    if let Some(in_order) = in_order(&stages) {
        says.that("recruited_in_order", in_order, recruiting);
    }
    leaders(&mut says, entries, circle);
    says
}

/// Whether each stage began before the next one: no when a later one began first, yes when the stages before the last one
/// are all recorded. A stage that is not recorded may have come before.
fn in_order(stages: &[RecruitmentStage]) -> Option<bool> {
    let began = |stage: RecruitmentStage| stages.iter().position(|other| *other == stage);
    let recorded = RecruitmentStage::ALL.iter().filter_map(|&stage| began(stage));
    if recorded.clone().zip(recorded.skip(1)).any(|(earlier, later)| earlier > later) {
        return Some(false);
    }
    let last = *stages.iter().max()?;
    let before = RecruitmentStage::ALL.iter().filter(|stage| **stage < last);
    before.map(|&stage| began(stage)).all(|began| began.is_some()).then_some(true)
}

/// What the events say of those who lead.
fn leaders(says: &mut Says, entries: &[Entry<BudgetkringEvent>], circle: &Circle) {
    if circle.leaders.is_empty() {
        return;
    }
    let came_and_went = circle.leaders.iter().flat_map(|leader| [Some(leader.joined), leader.left]);
    let there = circle.present();
    let number = u32::try_from(there.clone().count()).unwrap_or(u32::MAX);
    says.that("leaders", f64::from(number), came_and_went.flatten().collect());
    let joined: Vec<usize> = there.clone().map(|leader| leader.joined).collect();
    let known = there.clone().map(|leader| leader.by_experience);
    says.maybe("leaders_by_experience", every(known), joined);
    let first_met = (1..).zip(entries).find(|(_, entry)| matches!(entry.event, BudgetkringEvent::Met { .. }));
    let training: Vec<usize> = there.clone().filter_map(|leader| leader.training).collect();
    // Before the first meeting whoever is not in training yet can still begin in time.
    let from_the_start = there.clone().map(|leader| {
        let before = |training: usize| first_met.is_none_or(|(met, _)| training < met);
        leader.training.map(before)
    });
    let side_by_side = every(from_the_start).filter(|&all| !all || number > 1);
    says.maybe("trained_side_by_side", side_by_side, training);
    let day = |number: usize| entries.get(number.checked_sub(1)?).map(|entry| entry.when);
    let certified: Vec<(usize, usize)> =
        circle.leaders.iter().filter_map(|leader| Some((leader.training?, leader.certified?))).collect();
    let after_a_year = certified.iter().map(|&(training, certified)| {
        let (training, certified) = (day(training)?, day(certified)?);
        // Of what is known to the month or the year, the first and the last day it can have been.
        let later = |day: NaiveDate| day.checked_add_months(Months::new(12));
        let (soonest, latest) = (later(training.date())?, later(training.last())?);
        match () {
            () if certified.last() < soonest => Some(false),
            () if certified.date() >= latest => Some(true),
            () => None,
        }
    });
    let after_a_year = if certified.is_empty() { None } else { every(after_a_year) };
    let numbers = certified.iter().flat_map(|&(training, certified)| [training, certified]);
    says.maybe("certified_after_a_year", after_a_year, numbers.collect());
}

/// No as soon as one is no, yes when every one is yes; unknown otherwise, and when there is none.
fn every(mut known: impl Iterator<Item = Option<bool>> + Clone) -> Option<bool> {
    if known.clone().any(|one| one == Some(false)) {
        return Some(false);
    }
    let first = known.next()?;
    known.fold(first, Option::and)
}

/// One of two stopped: the other is on hold as well.
fn on_hold(circle: &Circle) -> Option<Noticed> {
    let mut there = circle.present();
    let (one, none) = (there.next()?, there.next());
    let left = circle.leaders.iter().filter_map(|leader| leader.left).max()?;
    none.is_none().then(|| Noticed {
        reason: remark(
            "other-leader-on-hold",
            "een van de begeleiders is gestopt, waardoor ook de ander stilstaat; dat is de keerzijde van duo's",
            "one of the leaders stopped, which puts the other on hold as well; that is the other side of pairs",
            &["BUD-22"],
        ),
        evidence: vec![one.joined.min(left), one.joined.max(left)],
    })
}

/// Organisations that agreed to nominate and nominated nobody.
fn nobody_nominated(entries: &[Entry<BudgetkringEvent>]) -> Option<Noticed> {
    let mut last: Vec<(&str, usize, u32)> = Vec::new();
    for (number, entry) in (1..).zip(entries) {
        if let BudgetkringEvent::Nominated { organisation, participants } = &entry.event {
            last.retain(|(other, ..)| other != organisation);
            last.push((organisation, number, *participants));
        }
    }
    let none: Vec<usize> =
        last.iter().filter(|(.., participants)| *participants == 0).map(|(_, number, _)| *number).collect();
    (!none.is_empty()).then(|| Noticed {
        reason: remark(
            "nobody-nominated",
            "een organisatie die had afgesproken deelnemers aan te dragen, droeg niemand aan; in de bron hadden zulke organisaties een eigen budgetcursus, en de schrijvers lezen dat het als concurrentie wordt gezien",
            "an organisation that agreed to nominate participants nominated nobody; in the source such organisations had a budgeting course of their own, and its authors read that the circle is seen as competition",
            &["BUD-29", "BUD-30"],
        ),
        evidence: none,
    })
}

fn remarks() -> Vec<Reason> {
    vec![
        remark(
            "takes-more-time",
            "beginnen kost veel meer tijd dan gepland: gezondheid en geldzorgen van begeleiders tellen mee",
            "to begin takes much more time than planned: the health and the money worries of leaders count",
            &["BUD-16", "BUD-17", "BUD-18", "BUD-19"],
        ),
        remark(
            "torn",
            "mensen staan in een spagaat: zo snel mogelijk hun inkomen verbeteren, of zich belangeloos voor anderen inzetten",
            "people are torn: improve their own income as fast as they can, or commit themselves selflessly to others",
            &["BUD-20"],
        ),
        remark(
            "stimulating-from-below",
            "initiatieven van onderop stimuleren is een paradox: ze zouden vanzelf moeten ontstaan",
            "to stimulate initiatives from below is a paradox: they should arise by themselves",
            &["BUD-21"],
        ),
    ]
}

fn other_views() -> Vec<Reason> {
    vec![
        remark(
            "level-of-leaders",
            "sommige schuldhulpverleners willen minstens hbo, liever meer; de methode kiest voor wie zelf ervaring heeft",
            "some debt professionals want at least HBO level, preferably more; the method chooses those with experience of their own",
            &["BUD-26", "BUD-12"],
        ),
        remark(
            "earning",
            "verdienen aan sociale inzet: een moreel bezwaar, vooral van vrijwilligers met een zeker inkomen, die zich dat kunnen veroorloven",
            "earning from social effort: a moral objection, mostly of volunteers with a secure income, who can afford it",
            &["BUD-37", "BUD-39"],
        ),
        remark(
            "two-worlds",
            "leefwereld en systeemwereld is als onderscheid niet genoeg: er zijn betaalde en onbetaalde krachten uit de systeemwereld",
            "life world and system world is not enough of a distinction: there are paid and unpaid forces from the system world",
            &["BUD-35", "BUD-34"],
        ),
    ]
}
