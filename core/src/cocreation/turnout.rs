//! Who came to the sessions of an initiative, or to those of the whole, and who came no more.

use super::history::{History, Session};
use super::reference::Attendance;
use super::words::PartyKind;
use crate::ordered::Ordered;

/// A party of the source group that came to sessions and then was absent, or that left.
pub(super) struct DropOut<'l> {
    pub(super) party: &'l str,
    /// The initiative whose sessions these are, `None` for the sessions of the whole.
    pub(super) initiative: Option<&'l str>,
    /// The sessions at which the party was.
    pub(super) attended: Vec<usize>,
    /// The sessions after those at which it was recorded as absent.
    pub(super) absent: Vec<usize>,
    /// The event with which it left.
    pub(super) left: Option<usize>,
}

impl<'l> DropOut<'l> {
    /// The first event at which the party did not take part any more.
    pub(super) fn since(&self) -> Option<usize> {
        self.left.or_else(|| self.absent.first().copied())
    }

    /// Every event that shows it.
    pub(super) fn evidence(&self) -> Vec<usize> {
        self.attended.iter().chain(&self.absent).copied().chain(self.left).collect()
    }

    /// What the attendance of a party at these sessions comes to.
    fn of<'s>(
        party: &'l str,
        initiative: Option<&'l str>,
        sessions: impl Iterator<Item = &'s Session<'l>>,
    ) -> Self
    where
        'l: 's,
    {
        let mut of = Self { party, initiative, attended: Vec::new(), absent: Vec::new(), left: None };
        for session in sessions {
            match session.attendance.iter().find(|one| one.party.as_str() == party) {
                Some(own) if Attendance::present(own) => {
                    of.attended.push(session.number);
                    of.absent.clear();
                }
                Some(_) => of.absent.push(session.number),
                // Not being in the list is not recorded as absence.
                None => {}
            }
        }
        of
    }
}

/// The attendance of each party that ever came, to the sessions of the whole and of each initiative.
pub(super) fn attendance<'l>(history: &History<'l>) -> Vec<DropOut<'l>> {
    let sessions = history.sessions();
    let wholes =
        sessions.iter().map(|session| session.initiative).collect::<Ordered<Option<&'l str>>>().into_vec();
    let mut found = Vec::new();
    for party in history.parties() {
        let left = history.state.left(&party.id);
        let series = wholes.iter().map(|&whole| {
            let own = sessions.iter().filter(|session| session.initiative == whole);
            DropOut { left, ..DropOut::of(&party.id, whole, own) }
        });
        found.extend(series.filter(|one| !one.attended.is_empty()));
    }
    found
}

/// Every party of the source group that dropped out and did not come back.
pub(super) fn drop_outs<'l>(history: &History<'l>) -> Vec<DropOut<'l>> {
    let sessions = history.sessions();
    let wholes =
        sessions.iter().map(|session| session.initiative).collect::<Ordered<Option<&'l str>>>().into_vec();
    let mut found = Vec::new();
    for party in history.parties_of(PartyKind::SourceGroup) {
        if let Some(left) = history.state.left(&party.id) {
            found.push(DropOut { left: Some(left), ..DropOut::of(&party.id, None, sessions.iter()) });
            continue;
        }
        let drop_outs = wholes.iter().map(|&whole| {
            DropOut::of(&party.id, whole, sessions.iter().filter(|session| session.initiative == whole))
        });
        // Who never came cannot have dropped out.
        found.extend(drop_outs.filter(|one| !one.attended.is_empty() && !one.absent.is_empty()));
    }
    found
}
