//! The log itself: it only grows, and only with what may follow on what it holds.

use super::entry::Draft;
use super::{Entry, Event, Moment, State};
use crate::document::{Problems, Reader};
use crate::error::{Error, Mistake};
use chrono::NaiveDate;
use serde::{Serialize, Serializer};

/// Dated entries in the order in which they were recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Log<E> {
    // INVARIANT: every entry may follow on those before it.
    entries: Vec<Entry<E>>,
}

impl<E> Default for Log<E> {
    fn default() -> Self {
        Self { entries: Vec::new() }
    }
}

impl<E: Event> Log<E> {
    /// The entries, in order; the first has number 1.
    pub fn entries(&self) -> &[Entry<E>] {
        &self.entries
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing has been recorded.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries that can have happened up to and including a date.
    ///
    /// An entry cannot have happened before the ones it follows, so it counts from the day on which it and all
    /// of those can have happened.
    pub fn until(&self, date: NaiveDate) -> &[Entry<E>] {
        let count = self.entries.iter().take_while(|entry| entry.when.date() <= date).count();
        self.entries.get(..count).unwrap_or_default()
    }

    /// The entries that happened up to and including a date for certain: they are the first of those of
    /// [`Log::until`].
    ///
    /// An entry of which only the month or the year is known counts from the last day it can have been, or from
    /// the day on which something recorded after it happened for certain.
    pub fn certain(&self, date: NaiveDate) -> &[Entry<E>] {
        let last = self.entries.iter().rposition(|entry| entry.when.last() <= date);
        last.and_then(|last| self.entries.get(..=last)).unwrap_or_default()
    }

    /// What the entries come to, beginning with `start`.
    pub fn replay<S: State<Event = E>>(&self, start: S) -> S {
        replay(&self.entries, start)
    }

    /// Reads a log from a list, noting every problem of every event; `start` is the state before the first.
    pub fn read<S: State<Event = E>>(reader: &Reader<'_>, mut start: S) -> Option<Self> {
        let elements = reader.list()?;
        let mut log = Self::default();
        let mut reached = None;
        for (index, element) in elements.into_iter().enumerate() {
            let number = index + 1;
            log.entries.extend(next(&element.as_event(number), number, &mut reached, &mut start));
        }
        // An entry that could not be read has noted why.
        Some(log)
    }

    /// The log with one more entry; `start` is the state before the first.
    ///
    /// # Errors
    /// Every problem of the entry; this log stays as it was.
    pub fn append<S: State<Event = E>>(&self, entry: &Entry<E>, start: S) -> Result<Self, Error> {
        // An entry made in code passes the same door as one from a document.
        let value = serde_json::to_value(entry).map_err(|_| Mistake::Malformed { line: 0, column: 0 })?;
        let problems = Problems::default();
        let appended = self.append_read(&Reader::new(&value, &problems), start);
        problems.finish(appended)
    }

    /// The log with one more entry, read from a document.
    pub fn append_read<S: State<Event = E>>(&self, reader: &Reader<'_>, start: S) -> Option<Self> {
        let mut state = self.replay(start);
        let mut reached = self.entries.iter().map(|entry| entry.when.date()).max();
        let number = self.len() + 1;
        let entry = next(&reader.as_event(number), number, &mut reached, &mut state)?;
        let mut log = self.clone();
        log.entries.push(entry);
        Some(log)
    }
}

impl<E: Event> Serialize for Log<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.entries)
    }
}

/// What these entries, the first of a log, come to, beginning with `start`.
pub fn replay<S: State>(entries: &[Entry<S::Event>], mut start: S) -> S {
    for (index, entry) in entries.iter().enumerate() {
        start.take(index + 1, &entry.event);
    }
    start
}

/// Reads the next entry and notes what is wrong with it after the earlier ones. What can be read is taken in even
/// when something else is wrong, so that one mistake does not make the events after it look wrong as well.
fn next<S: State>(
    reader: &Reader<'_>,
    number: usize,
    reached: &mut Option<NaiveDate>,
    state: &mut S,
) -> Option<Entry<S::Event>> {
    let draft: Draft<'_, S::Event> = Draft::read(reader)?;
    if let (Some(when), Some(previous)) = (draft.when, *reached)
        && when.last() < previous
    {
        draft.refuse("date", Mistake::Backwards { date: when.date(), previous });
    }
    *reached = draft.when.map(Moment::date).max(*reached);
    // A date that cannot be read has been noted; the last one stands in for it.
    let date = draft.when.map(Moment::date).or(*reached).unwrap_or_default();
    let mut misread = draft.event.is_none();
    for mention in &draft.mentions {
        if let Some(mistake) = state.mention(mention, date) {
            misread |= matches!(mistake, Mistake::Undefined { .. } | Mistake::NotRecordedBefore { .. });
            mention.at.refuse(mistake);
        }
    }
    if let Some(event) = &draft.event {
        if let Some((field, mistake)) = state.check(event, date) {
            draft.refuse(field, mistake);
        }
        state.take(number, event);
    }
    if misread {
        state.misread(draft.kind(), |field| draft.written(field));
    }
    draft.finish()
}
