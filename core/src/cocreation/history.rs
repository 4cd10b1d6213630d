//! The log up to some moment, with what it comes to: what conditions and findings look at.

use super::log::Party;
use super::reference::{Attendance, InitiativeName};
use super::state::State;
use super::words::PartyKind;
use super::{Entry, Event, Log, Phase};
use crate::Label;
use crate::events::replay;
use chrono::NaiveDate;

/// What an event of one kind holds; `None` of any other kind.
macro_rules! of {
    ($event:expr, $pattern:pat => $value:expr) => {
        match $event {
            $pattern => Some($value),
            _ => None,
        }
    };
}
pub(super) use of;

/// The first entries of a log.
pub(super) struct History<'l> {
    log: &'l Log,
    entries: &'l [Entry],
    /// How many of the entries happened for certain; the others may have happened.
    certain: usize,
    pub(super) state: State<'l>,
}

/// A session, the number of its event, and the initiative it was for.
pub(super) struct Session<'l> {
    pub(super) number: usize,
    pub(super) attendance: &'l [Attendance],
    pub(super) initiative: Option<&'l str>,
}

impl<'l> History<'l> {
    /// Everything that can have happened up to and including a date.
    pub(super) fn until(log: &'l Log, date: NaiveDate) -> Self {
        Self { certain: log.events().certain(date).len(), ..Self::of(log, log.events().until(date)) }
    }

    /// Everything before an event.
    pub(super) fn before(&self, number: usize) -> Self {
        self.first(number.saturating_sub(1))
    }

    /// What can have been the case, each as if it were for certain: at least what happened for certain, at most
    /// all. There is always one.
    pub(super) fn versions(&self) -> impl Iterator<Item = Self> {
        (self.certain..=self.entries.len()).map(|count| self.first(count))
    }

    /// How many of the entries happened for certain; the others may have happened.
    pub(super) fn certain(&self) -> usize {
        self.certain
    }

    fn first(&self, count: usize) -> Self {
        Self::of(self.log, self.entries.get(..count).unwrap_or(self.entries))
    }

    fn of(log: &'l Log, entries: &'l [Entry]) -> Self {
        Self { log, entries, certain: entries.len(), state: replay(entries, State::new(log.parties())) }
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

    pub(super) fn parties(&self) -> &'l [Party] {
        self.log.parties()
    }

    pub(super) fn party(&self, id: &str) -> Option<&'l Party> {
        self.log.parties().iter().find(|party| party.id == id)
    }

    /// What people call a party.
    pub(super) fn name(&self, id: &str) -> Label {
        self.party(id).map_or_else(|| Label::new(id.to_owned(), id.to_owned()), |party| party.label.clone())
    }

    /// What an initiative is called, or the sessions of the whole when there is none.
    pub(super) fn initiative_name(&self, id: Option<&str>) -> Label {
        let known = self.state.initiatives.iter().find(|initiative| Some(initiative.id.as_str()) == id);
        match known {
            Some(initiative) => {
                let text = &initiative.text;
                Label::said(format_args!("het initiatief “{text}”"), format_args!("the initiative “{text}”"))
            }
            None => Label::of("de gezamenlijke bijeenkomsten", "the sessions of the whole"),
        }
    }

    pub(super) fn parties_of(&self, kind: PartyKind) -> impl Iterator<Item = &'l Party> {
        self.log.parties().iter().filter(move |party| party.kind == kind)
    }

    pub(super) fn in_source_group(&self, id: &str) -> bool {
        self.party(id).is_some_and(|party| party.kind == PartyKind::SourceGroup)
    }

    /// Every session.
    pub(super) fn sessions(&self) -> Vec<Session<'l>> {
        let held = self
            .pick(|event| of!(event, Event::Session { attendance, initiative } => (attendance, initiative)));
        let session = |(number, (attendance, initiative)): (_, (&'l Vec<_>, &'l Option<_>))| Session {
            number,
            attendance,
            initiative: initiative.as_ref().map(InitiativeName::as_str),
        };
        held.into_iter().map(session).collect()
    }

    /// Whether the source group was at a session: yes, no because it was recorded as absent, or not recorded.
    pub(super) fn source_group_at(&self, attendance: &[Attendance]) -> Option<bool> {
        let ours = |one: &&Attendance| self.in_source_group(one.party.as_str());
        let mut listed = attendance.iter().filter(ours).peekable();
        listed.peek()?;
        Some(listed.any(Attendance::present))
    }

    /// The phase at an event: the last one entered before it.
    pub(super) fn phase_at(&self, number: usize) -> Option<Phase> {
        let mut earlier = self.state.visits.iter().rev().filter(|visit| visit.entered < number);
        earlier.next().map(|visit| visit.phase)
    }
}
