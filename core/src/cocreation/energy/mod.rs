//! Where the energy is: who comes and comes back, which initiatives move, and what stood in the way.

mod initiative;
mod setback;
mod turnout;

pub use initiative::{InitiativeEnergy, Momentum};
pub use setback::{SetBack, SetBackKind};
pub(super) use setback::{course, set_backs};
pub use turnout::{SessionPeople, Turnout};

use super::findings::{Finding, of_energy};
use super::history::History;
use super::{Log, Settings};
use crate::survival::Curve;
use crate::{Label, Source};
use chrono::NaiveDate;
use serde::Serialize;

/// Where the energy is, as far as a log says on a date. It carries no initiative on and hands none over.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Energy {
    /// The name of the log.
    pub id: String,
    /// The date up to which the log was read.
    pub as_of: NaiveDate,
    /// Every session, with how many people came.
    pub sessions: Vec<SessionPeople>,
    /// How long each party kept coming, to the sessions of the whole and of each initiative.
    pub turnout: Vec<Turnout>,
    /// The share of those that keep coming, over the number of sessions attended: its time is counted in sessions.
    pub keeps_coming: Curve,
    /// Every initiative, with its owner and its momentum.
    pub initiatives: Vec<InitiativeEnergy>,
    /// What stood in the way: suspensions, changes of staff.
    pub set_backs: Vec<SetBack>,
    /// For how many days the process has been going, from its first event until its end or this date.
    pub days: u32,
    /// For how many of those it stood still.
    pub days_suspended: u32,
    /// What asks for attention.
    pub findings: Vec<Finding>,
    /// What to keep in mind.
    pub cautions: Vec<Label>,
    /// The periods used, with where they come from.
    pub settings: Settings,
    /// Where it comes from.
    pub source: Source,
}

/// Where the energy is, as far as a log says on a date.
///
/// ```
/// use meedoen::cocreation::{Attendance, Entry, Event, Log, Party, PartyKind, Settings, energy};
/// use meedoen::{Label, Perspective};
/// let residents = Party {
///     id: "residents".to_owned(),
///     label: Label::of("bewoners", "residents"),
///     kind: PartyKind::SourceGroup,
/// };
/// let day = "2019-03-01".parse().unwrap();
/// let mut log = Log::new("square", Label::of("Het plein", "The square"), Label::of("beheer", "upkeep"), vec![residents])?;
/// log = log.append(&Entry::new(day, Perspective::Client, Event::PartyJoined { party: "residents".into() }))?;
/// for count in [8, 11, 0] {
///     let attendance = vec![Attendance::counted("residents", count)];
///     log = log.append(&Entry::new(day, Perspective::Client, Event::Session { attendance, initiative: None }))?;
/// }
/// let energy = energy(&log, day, &Settings::default());
/// assert_eq!(energy.turnout[0].stopped_after, Some(2)); // they came twice and then no more
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// COC-71, COC-82…87, COC-93, BUU-39
pub fn energy(log: &Log, as_of: NaiveDate, settings: &Settings) -> Energy {
    let history = History::until(log, as_of);
    let turnout = turnout::turnout(&history);
    let initiatives = initiative::initiatives(&history, as_of, settings);
    let set_backs = set_backs(&history, as_of);
    let (days, days_suspended) = course(&history, &set_backs, as_of);
    let mut cautions = Vec::new();
    if turnout.len() < 10 {
        let count = turnout.len();
        cautions.push(Label::said(
            format_args!(
                "Van {count} reeksen bijeenkomsten is opkomst vastgelegd: te weinig om veel op te bouwen."
            ),
            format_args!("Attendance is recorded of {count} series of sessions: too few to build much on."),
        ));
    }
    Energy {
        id: log.id().to_owned(),
        as_of,
        sessions: turnout::sessions(&history),
        keeps_coming: Curve::of(&turnout.iter().map(Turnout::spell).collect::<Vec<_>>()),
        turnout,
        findings: of_energy(&history, &initiatives, settings),
        initiatives,
        set_backs,
        days,
        days_suspended,
        cautions,
        settings: settings.clone(),
        source: Source::facts(&["COC-82", "COC-85", "COC-86", "COC-93", "BUU-39"]),
    }
}

/// The days from one date to another, 0 when it is not later.
fn days(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from(to.signed_duration_since(from).num_days()).unwrap_or(0)
}
