//! What was said and what was done in each role, as far as a log says.

use crate::cocreation::history::{History, of};
use crate::cocreation::{Event, GovernmentRole, Log, Manner};
use crate::ordered::sort_stable;
use crate::{Label, Reason, Source, Vocabulary};
use chrono::NaiveDate;
use serde::Serialize;

/// Fewer records than this say little; no source gives a number, and this one is illustrative.
const FEW: usize = 10;

/// What was said and done in the four roles, as far as a log says on a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleProfile {
    /// The name of the log.
    pub id: String,
    /// What people call it.
    pub title: Label,
    /// The date up to which the log was read.
    pub as_of: NaiveDate,
    /// Each role, in the order of the quadrant.
    pub roles: Vec<RoleShare>,
    /// What was recorded without a role: it has no place in the quadrant.
    pub without_role: Vec<usize>,
    /// How far word and deed lie apart: the part of the deeds that would have to be in another role for the two to be
    /// the same, 0 to 1; `None` as long as not both are recorded.
    pub apart: Option<f64>,
    /// The roles in which more is said than done, or more done than said; the largest difference first.
    pub tensions: Vec<RoleTension>,
    /// What stands behind it.
    pub reasons: Vec<Reason>,
    /// What to keep in mind.
    pub cautions: Vec<Label>,
    /// Where it comes from.
    pub source: Source,
}

/// What was said and done in one role.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleShare {
    /// The role.
    pub role: GovernmentRole,
    /// What it is called.
    pub label: Label,
    /// The numbers of the events in which it was said.
    pub said: Vec<usize>,
    /// The numbers of the events in which it was done.
    pub done: Vec<usize>,
    /// Which part of all that was said, 0 to 1; `None` when nothing is recorded as said.
    pub said_share: Option<f64>,
    /// Which part of all that was done, 0 to 1; `None` when nothing is recorded as done.
    pub done_share: Option<f64>,
}

/// A role in which word and deed differ.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleTension {
    /// The role.
    pub role: GovernmentRole,
    /// What is recorded, in a sentence.
    pub text: Label,
    /// How much larger the part is of what was said than of what was done, −1 to 1.
    pub difference: f64,
    /// The numbers of the events it rests on, in order.
    pub evidence: Vec<usize>,
}

/// What was said and done in the four roles, as far as a log says on a date.
///
/// ```
/// use meedoen::cocreation::{Entry, Event, GovernmentRole, Log, Manner, Party, PartyKind, role_profile};
/// use meedoen::{Label, Perspective};
/// let town = Party { id: "town".to_owned(), label: Label::of("gemeente", "town"), kind: PartyKind::Municipality };
/// let mut log = Log::new("square", Label::of("Het plein", "The square"), Label::of("beheer", "upkeep"), vec![town])?;
/// let day = "2019-03-01".parse().unwrap();
/// for (manner, role) in [(Manner::Said, GovernmentRole::Responsive), (Manner::Done, GovernmentRole::Performing)] {
///     let text = "how we work".to_owned();
///     let acted = Event::GovernmentActed { by: "town".into(), manner, role: Some(role), step: None, text };
///     log = log.append(&Entry::new(day, Perspective::Policy, acted))?;
/// }
/// let profile = role_profile(&log, day);
/// assert_eq!(profile.apart, Some(1.0)); // what was said is nowhere done
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// COC-116…121
pub fn role_profile(log: &Log, as_of: NaiveDate) -> RoleProfile {
    let history = History::until(log, as_of);
    let acted =
        history.pick(|event| of!(event, Event::GovernmentActed { manner, role, .. } => (*manner, *role)));
    let numbers = |wanted: Option<GovernmentRole>, manner: Option<Manner>| -> Vec<usize> {
        let is = |(_, (own, role)): &&(usize, (Manner, Option<GovernmentRole>))| {
            *role == wanted && manner.is_none_or(|manner| manner == *own)
        };
        acted.iter().filter(is).map(|(number, _)| *number).collect()
    };
    let in_role = |manner| {
        let roles = GovernmentRole::ALL.iter();
        roles.map(|&role| numbers(Some(role), Some(manner)).len()).sum::<usize>()
    };
    let (all_said, all_done) = (in_role(Manner::Said), in_role(Manner::Done));
    let share = |count: usize, all: usize| (all > 0).then(|| number(count) / number(all));
    let roles: Vec<RoleShare> = GovernmentRole::ALL
        .iter()
        .map(|&role| {
            let (said, done) =
                (numbers(Some(role), Some(Manner::Said)), numbers(Some(role), Some(Manner::Done)));
            RoleShare {
                role,
                label: role.label(),
                said_share: share(said.len(), all_said),
                done_share: share(done.len(), all_done),
                said,
                done,
            }
        })
        .collect();
    let tensions = tensions(&roles);
    let larger = |tension: &RoleTension| tension.difference.max(0.0);
    RoleProfile {
        id: log.id().to_owned(),
        title: log.title().clone(),
        as_of,
        apart: (all_said > 0 && all_done > 0).then(|| tensions.iter().map(larger).sum()),
        without_role: numbers(None, None),
        reasons: reasons(&tensions),
        tensions,
        roles,
        cautions: cautions(all_said, all_done),
        source: Source::facts(&["COC-116", "COC-117", "COC-118", "COC-119", "COC-120", "COC-121", "PUB-55"]),
    }
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The roles of which the two shares are known and differ, the largest difference first.
fn tensions(roles: &[RoleShare]) -> Vec<RoleTension> {
    let mut tensions: Vec<RoleTension> = roles.iter().filter_map(tension).collect();
    sort_stable(&mut tensions, |one, other| other.difference.abs().total_cmp(&one.difference.abs()));
    tensions
}

fn tension(share: &RoleShare) -> Option<RoleTension> {
    let (said, done) = (share.said_share?, share.done_share?);
    let difference = said - done;
    // Equal parts of unequal wholes may differ in their last bits.
    if difference.abs() < 1e-12 {
        return None;
    }
    let percent = |part: f64| crate::math::shown((part * 100.0).round());
    let (said_part, done_part, label) = (percent(said), percent(done), &share.label);
    let text = Label::said(
        format_args!("{}: {said_part}% van wat is gezegd en {done_part}% van wat is gedaan", label.nl),
        format_args!("{}: {said_part}% of what was said and {done_part}% of what was done", label.en),
    );
    let mut evidence = [share.said.as_slice(), share.done.as_slice()].concat();
    evidence.sort_unstable();
    Some(RoleTension { role: share.role, text, difference, evidence })
}

fn reasons(tensions: &[RoleTension]) -> Vec<Reason> {
    let mut reasons = vec![Reason::new(
        "several-roles-hold",
        Label::of(
            "regels en waarden van meer rollen gelden tegelijk; geen rol is beter dan een andere",
            "rules and values of several roles hold at the same time; no role is better than another",
        ),
        Vec::new(),
        Source::facts(&["COC-116"]),
    )];
    let differs = |role, more_said: bool| {
        tensions.iter().any(|one| one.role == role && (one.difference > 0.0) == more_said)
    };
    let outward = differs(GovernmentRole::Cooperating, true) || differs(GovernmentRole::Responsive, true);
    let inward = differs(GovernmentRole::Lawful, false) || differs(GovernmentRole::Performing, false);
    if outward && inward {
        reasons.push(Reason::new(
            "said-outward-done-inward",
            Label::of(
                "er is meer over samenwerken of luisteren gezegd dan gedaan, en meer rechtmatig of presterend gehandeld dan gezegd; de bron ziet dat bij veel gemeenten",
                "more was said about cooperating or listening than was done, and more was done lawfully or performing than was said; the source sees this in many municipalities",
            ),
            Vec::new(),
            Source::facts(&["COC-121"]),
        ));
    }
    reasons
}

fn cautions(said: usize, done: usize) -> Vec<Label> {
    let mut cautions = Vec::new();
    if said < FEW || done < FEW {
        cautions.push(Label::said(
            format_args!("Vastgelegd met een rol: {said} keer gezegd en {done} keer gedaan. Dat is te weinig om veel op te bouwen."),
            format_args!("Recorded with a role: {said} times said and {done} times done. That is too few to build much on."),
        ));
    }
    cautions.push(Label::of(
        "Wie iets vastlegt kiest ook wat: wat niet is vastgelegd, kan er wel zijn geweest.",
        "Who records also chooses what: what is not recorded may still have been there.",
    ));
    cautions
}
