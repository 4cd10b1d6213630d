//! The table of a timeline, and what stands in every row of it.

use super::super::history::History;
use super::NAMES;
use crate::Language;
use crate::chart::{Rows, extend, pick, record};
use crate::events::{Moment, Precision};
use chrono::{Days, NaiveDate};
use serde_json::Value;

/// The rows of a timeline as they come.
pub(super) struct Table<'a, 'l> {
    pub(super) history: &'a History<'l>,
    pub(super) as_of: NaiveDate,
    pub(super) language: Language,
    pub(super) rows: Rows,
    pub(super) values: Vec<Value>,
}

impl<'a, 'l> Table<'a, 'l> {
    pub(super) fn new(history: &'a History<'l>, as_of: NaiveDate, language: Language) -> Self {
        let tooltip = [
            ("name", pick(language, "wat", "what")),
            ("when", pick(language, "wanneer", "when")),
            ("more", pick(language, "meer", "more")),
        ];
        Self { history, as_of, language, rows: Rows::new(NAMES, &tooltip), values: Vec::new() }
    }

    pub(super) fn finish(self) -> (Rows, Vec<Value>) {
        (self.rows, self.values)
    }

    /// A heading; with nothing under it, it says so.
    pub(super) fn heading(&mut self, key: &str, label: &str, empty: bool) {
        self.rows.heading(key, label);
        self.values.push(record([("row", key.into()), ("kind", "heading".into())]));
        if empty {
            self.nothing(key, label);
        }
    }

    /// Says of a row that nothing was recorded.
    pub(super) fn nothing(&mut self, key: &str, label: &str) {
        let text = pick(self.language, "niets vastgelegd", "nothing recorded");
        let says = format!("{label}: {text}").into();
        let fields = [("row", key.into()), ("kind", "nothing".into()), ("text", text.into()), ("says", says)];
        self.values.push(record(fields));
    }

    /// Something that happened at one moment.
    pub(super) fn point(
        &mut self,
        row: &str,
        kind: &str,
        number: usize,
        name: &str,
        more: &str,
    ) -> Option<&mut Value> {
        let when = self.history.entry(number)?.when;
        let name = self.perhaps(number, name);
        let more = if more.is_empty() { "–" } else { more };
        let mut value = record([
            ("row", row.into()),
            ("kind", kind.into()),
            ("at", day(middle(when))),
            ("name", name.as_str().into()),
            ("when", when.to_string().into()),
            ("more", more.into()),
            ("says", format!("{when}: {name}").into()),
        ]);
        if when.precision() != Precision::Day {
            extend(&mut value, record([("first", day(when.date())), ("last", day(when.last()))]));
        }
        self.values.push(value);
        self.values.last_mut()
    }

    /// Something that lasted, from one event to another or up to now.
    pub(super) fn span(
        &mut self,
        row: &str,
        kind: &str,
        between: (usize, Option<usize>),
        name: &str,
        more: &str,
    ) -> Option<&mut Value> {
        let since = self.history.entry(between.0)?.when;
        let name = self.perhaps(between.0, name);
        let until = between.1.and_then(|number| self.history.entry(number)).map(|entry| entry.when);
        // Of a date that is not known to the day, the bar takes in every day it can have been: it begins no earlier
        // than what came before, and ends no later than today.
        let start = self.earliest(between.0).unwrap_or(since.date());
        let end = until.map_or(self.as_of, Moment::last).clamp(start, self.as_of.max(start));
        let when = match until {
            Some(until) => format!("{since} – {until}"),
            None => format!("{since} –"),
        };
        let mut value = record([
            ("row", row.into()),
            ("kind", kind.into()),
            ("from", day(start)),
            ("to", day(end)),
            ("name", name.as_str().into()),
            ("says", format!("{when}: {name}").into()),
            ("when", when.into()),
            ("more", more.into()),
        ]);
        if until.is_none() {
            extend(&mut value, record([("goes_on", true.into())]));
        }
        self.values.push(value);
        self.values.last_mut()
    }

    /// A name that says so when the event may have happened later.
    fn perhaps(&self, number: usize, name: &str) -> String {
        if number <= self.history.certain() {
            return name.to_owned();
        }
        format!("{}: {name}", pick(self.language, "mogelijk", "possibly"))
    }

    /// The first day an event can have been, given what was recorded before it.
    fn earliest(&self, number: usize) -> Option<NaiveDate> {
        self.history.entries().iter().take(number).map(|entry| entry.when.date()).max()
    }
}

/// A day as it is written in a table.
pub(super) fn day(date: NaiveDate) -> Value {
    date.to_string().into()
}

/// The day, or the middle of the days it can have been.
fn middle(when: Moment) -> NaiveDate {
    let days = (when.last() - when.date()).num_days() / 2;
    when.date().checked_add_days(Days::new(days.unsigned_abs())).unwrap_or(when.date())
}
