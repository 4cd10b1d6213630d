//! Who came to sessions, who came back, and after how many sessions people came no more.

use crate::Label;
use crate::cocreation::history::History;
use crate::cocreation::turnout::attendance;
use crate::events::Moment;
use crate::survival::Spell;
use serde::Serialize;

/// How many people came to a session. What is not recorded is `None`, never zero.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SessionPeople {
    /// The number of the event.
    pub event: usize,
    /// When.
    pub when: Moment,
    /// For which initiative, `None` for the whole.
    pub initiative: Option<String>,
    /// How many people came in all; `None` when they were not counted of every party present.
    pub people: Option<u32>,
    /// How many of the source group.
    pub source_group: Option<u32>,
    /// How many people had come before; `None` when that was not recorded of every party present.
    pub returning: Option<u32>,
}

/// How long a party kept coming to the sessions of the whole or of one initiative.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Turnout {
    /// The party.
    pub party: String,
    /// What people call it.
    pub label: Label,
    /// The initiative whose sessions these are, `None` for the sessions of the whole.
    pub initiative: Option<String>,
    /// The sessions at which it was.
    pub attended: Vec<usize>,
    /// The sessions after those at which it was recorded as absent.
    pub absent: Vec<usize>,
    /// After how many sessions it came no more; `None` as long as that is not recorded.
    pub stopped_after: Option<usize>,
}

impl Turnout {
    /// So many sessions attended, and whether that was the end of it.
    pub(super) fn spell(&self) -> Spell {
        Spell::days(u32::try_from(self.attended.len()).unwrap_or(u32::MAX), self.stopped_after.is_some())
    }
}

pub(super) fn sessions(history: &History<'_>) -> Vec<SessionPeople> {
    let of = |session: crate::cocreation::history::Session<'_>| {
        let present = || session.attendance.iter().filter(|one| one.present());
        let ours = || present().filter(|one| history.in_source_group(one.party.as_str()));
        let source_group = match history.source_group_at(session.attendance) {
            Some(true) => ours().map(|one| one.count).sum(),
            Some(false) => Some(0),
            None => None,
        };
        Some(SessionPeople {
            event: session.number,
            when: history.entry(session.number)?.when,
            initiative: session.initiative.map(str::to_owned),
            people: present().map(|one| one.count).sum(),
            source_group,
            returning: present().map(|one| one.returning).sum(),
        })
    };
    history.sessions().into_iter().filter_map(of).collect()
}

pub(super) fn turnout(history: &History<'_>) -> Vec<Turnout> {
    let series = attendance(history);
    let of = |series: crate::cocreation::turnout::DropOut<'_>| {
        let stopped = !series.absent.is_empty() || series.left.is_some();
        Turnout {
            party: series.party.to_owned(),
            label: history.name(series.party),
            initiative: series.initiative.map(str::to_owned),
            stopped_after: stopped.then_some(series.attended.len()),
            attended: series.attended,
            absent: series.absent,
        }
    };
    series.into_iter().map(of).collect()
}
