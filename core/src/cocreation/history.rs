//! The log up to some moment, with what it comes to: what conditions and findings look at.

use super::log::PartyDescription;
use super::reference::Attendance;
use super::state::State;
use super::words::PartyKind;
use super::{Entry, Event, Log, Phase};
use crate::Label;
use crate::events::replay;
use chrono::NaiveDate;

/// The first entries of a log.
pub(super) struct History<'l> {
    log: &'l Log,
    entries: &'l [Entry],
    pub(super) state: State<'l>,
}

impl<'l> History<'l> {
    /// Everything up to and including a date.
    pub(super) fn until(log: &'l Log, date: NaiveDate) -> Self {
        Self::of(log, log.events().until(date))
    }

    /// Everything before an event.
    pub(super) fn before(&self, number: usize) -> Self {
        let count = number.saturating_sub(1);
        Self::of(self.log, self.entries.get(..count).unwrap_or(self.entries))
    }

    fn of(log: &'l Log, entries: &'l [Entry]) -> Self {
        Self { log, entries, state: replay(entries, State::new(log.parties())) }
    }

    pub(super) fn entries(&self) -> &'l [Entry] {
        self.entries
    }

    /// What `pick` takes from the events, with their numbers.
    pub(super) fn pick<T>(&self, pick: impl Fn(&'l Event) -> Option<T>) -> Vec<(usize, T)> {
        let numbered = self.entries.iter().enumerate();
        numbered.filter_map(|(index, entry)| Some((index + 1, pick(&entry.event)?))).collect()
    }

    /// The numbers of the events for which `is` holds.
    pub(super) fn numbers(&self, is: impl Fn(&Event) -> bool) -> Vec<usize> {
        self.pick(|event| is(event).then_some(())).into_iter().map(|(number, ())| number).collect()
    }

    pub(super) fn entry(&self, number: usize) -> Option<&'l Entry> {
        self.entries.get(number.checked_sub(1)?)
    }

    /// The date of an event in words.
    pub(super) fn date(&self, number: usize) -> String {
        self.entry(number).map(|entry| entry.when.to_string()).unwrap_or_default()
    }

    /// The dates of events in words, each once.
    pub(super) fn dates(&self, numbers: &[usize]) -> String {
        let mut dates: Vec<String> = numbers.iter().map(|&number| self.date(number)).collect();
        dates.dedup();
        dates.join(", ")
    }

    pub(super) fn party(&self, id: &str) -> Option<&'l PartyDescription> {
        self.log.parties().iter().find(|party| party.id == id)
    }

    /// What people call a party.
    pub(super) fn name(&self, id: &str) -> Label {
        self.party(id).map_or_else(|| Label::new(id.to_owned(), id.to_owned()), |party| party.label.clone())
    }

    /// What an initiative is called, or the whole when there is none.
    pub(super) fn initiative_name(&self, id: Option<&str>) -> Label {
        let known = self.state.initiatives.iter().find(|initiative| Some(initiative.id.as_str()) == id);
        match known {
            Some(initiative) => {
                let text = &initiative.text;
                Label::new(format!("initiatief “{text}”"), format!("initiative “{text}”"))
            }
            None => Label::of("het geheel", "the whole"),
        }
    }

    pub(super) fn parties_of(&self, kind: PartyKind) -> impl Iterator<Item = &'l PartyDescription> {
        self.log.parties().iter().filter(move |party| party.kind == kind)
    }

    pub(super) fn in_source_group(&self, id: &str) -> bool {
        self.party(id).is_some_and(|party| party.kind == PartyKind::SourceGroup)
    }

    /// Whether the source group was at a session: yes, no because it was recorded as absent, or not recorded.
    pub(super) fn source_group_at(&self, attendance: &[Attendance]) -> Option<bool> {
        let mut listed = attendance.iter().filter(|one| self.in_source_group(one.party.as_str())).peekable();
        listed.peek()?;
        Some(listed.any(Attendance::present))
    }

    /// Every session with its attendance and, when it was for one, its initiative.
    pub(super) fn sessions(&self) -> Vec<(usize, (&'l [Attendance], Option<&'l str>))> {
        self.pick(|event| match event {
            Event::Session { attendance, initiative } => {
                Some((attendance.as_slice(), initiative.as_ref().map(|initiative| initiative.as_str())))
            }
            _ => None,
        })
    }

    /// The phase at an event: the last one entered before it.
    pub(super) fn phase_at(&self, number: usize) -> Option<Phase> {
        let mut earlier = self.state.visits.iter().rev().filter(|visit| visit.entered < number);
        earlier.next().map(|visit| visit.phase)
    }
}
