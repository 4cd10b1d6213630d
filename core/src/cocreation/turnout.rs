//! Who came to the sessions of an initiative, or to those of the whole, and who came no more.

use super::history::History;
use super::words::PartyKind;

/// A party of the source group that came to sessions, and then was absent or left.
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

impl DropOut<'_> {
    /// Every event that shows it.
    pub(super) fn evidence(&self) -> Vec<usize> {
        self.attended.iter().chain(&self.absent).copied().chain(self.left).collect()
    }

    /// The first event at which the party did not take part any more.
    pub(super) fn since(&self) -> Option<usize> {
        self.absent.iter().copied().chain(self.left).min()
    }
}

/// Every party of the source group that dropped out and did not come back.
pub(super) fn drop_outs<'l>(history: &History<'l>) -> Vec<DropOut<'l>> {
    let sessions = history.sessions();
    let mut scopes: Vec<Option<&'l str>> = sessions.iter().map(|&(_, (_, initiative))| initiative).collect();
    scopes.push(None);
    scopes.sort_unstable();
    scopes.dedup();
    let mut found = Vec::new();
    for party in history.parties_of(PartyKind::SourceGroup) {
        for &initiative in &scopes {
            let mut drop_out = DropOut {
                party: &party.id,
                initiative,
                attended: Vec::new(),
                absent: Vec::new(),
                left: if initiative.is_none() { history.state.left(&party.id) } else { None },
            };
            for &(number, (attendance, _)) in sessions.iter().filter(|(_, (_, of))| *of == initiative) {
                let Some(own) = attendance.iter().find(|one| one.party.as_str() == party.id) else {
                    continue;
                };
                if own.present() {
                    drop_out.attended.push(number);
                    drop_out.absent.clear();
                } else {
                    drop_out.absent.push(number);
                }
            }
            // Who never came cannot have dropped out; who left has.
            if (!drop_out.attended.is_empty() && !drop_out.absent.is_empty()) || drop_out.left.is_some() {
                found.push(drop_out);
            }
        }
    }
    found
}
