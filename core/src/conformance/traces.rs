//! What happened per case, in the order in which it happened.

use super::{MAX_EVENTS, Roadmap};
use crate::Label;
use crate::column::{Cells, Named};
use crate::document::{Document, Reader};
use crate::error::{Error, Mistake, Place, Problem};
use crate::math;
use chrono::{Days, NaiveDate};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Cases, each with its events.
///
/// ```
/// use meedoen::{conformance::Traces, document::Document};
/// let traces = Traces::from_json(r#"{"traces": [{"case": "square", "events": [{"step": "talk", "date": "2019-03-01"}]}]}"#)?;
/// assert_eq!(traces.traces[0].events[0].step, "talk");
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Traces {
    /// The cases, in the order in which they came.
    pub traces: Vec<Trace>,
}

/// What happened in one case.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Trace {
    /// The name of the case.
    pub case: String,
    /// Its events, in order.
    pub events: Vec<TraceEvent>,
}

/// An event of a case.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TraceEvent {
    /// Which step was taken.
    pub step: String,
    /// The day; `None` when it is not known.
    #[serde(default)]
    pub date: Option<NaiveDate>,
}

impl Trace {
    /// The steps by their number in a roadmap.
    pub(super) fn numbers(&self, roadmap: &Roadmap) -> Vec<Option<u16>> {
        self.events.iter().map(|event| roadmap.step(&event.step)).collect()
    }
}

impl Traces {
    /// The cases in a table with an event on each row. The rows of a case need not stand together; its events come in the
    /// order of the rows.
    ///
    /// ```
    /// use meedoen::column::{Cells, Named, Offsets, Texts};
    /// use meedoen::conformance::Traces;
    /// let column = |name, text, offsets| Named {
    ///     name,
    ///     cells: Cells::Texts(Texts { text, offsets: Offsets::Short(offsets), present: None }),
    /// };
    /// let traces = Traces::from_columns(
    ///     &column("case", "aba", &[0, 1, 2, 3]),
    ///     &column("step", "talktalkact", &[0, 4, 8, 11]),
    ///     None,
    /// )?;
    /// assert_eq!(traces.traces[0].events.len(), 2);
    /// # Ok::<(), meedoen::Error>(())
    /// ```
    ///
    /// # Errors
    /// `uneven-columns`; by row `empty` without a case or a step, and `event-out-of-order` for a day before an earlier one of the
    /// case.
    pub fn from_columns(case: &Named<'_>, step: &Named<'_>, date: Option<&Named<'_>>) -> Result<Self, Error> {
        let rows = case.cells.len();
        let others = [Some(step), date];
        let uneven: Vec<Problem> = others
            .into_iter()
            .flatten()
            .filter(|column| column.cells.len() != rows)
            .map(|column| {
                let (found, column) = (column.cells.len(), column.name.to_owned());
                Problem::new(Mistake::UnevenColumns { column, rows: found, expected: rows }, Place::default())
            })
            .collect();
        if let Some(error) = Error::of(uneven) {
            return Err(error);
        }
        let mut gathered = Gathered::default();
        for row in 0..rows {
            let place = Place::row(row + 1);
            let name = text(&case.cells, row);
            let taken = text(&step.cells, row);
            let day = date.and_then(|date| day(&date.cells, row));
            gathered.add(
                name.as_deref(),
                taken.as_deref(),
                day,
                [case.name, step.name, date.map_or("date", |date| date.name)],
                &place,
            );
        }
        gathered.finish()
    }
}

/// Traces that are being gathered from rows.
#[derive(Default)]
pub(super) struct Gathered {
    traces: Traces,
    places: HashMap<String, usize>,
    last: Option<usize>,
    problems: Vec<Problem>,
}

impl Gathered {
    /// Adds an event; `columns` are the names of the columns of case, step and date.
    pub(super) fn add(
        &mut self,
        case: Option<&str>,
        step: Option<&str>,
        date: Option<NaiveDate>,
        columns: [&str; 3],
        place: &Place,
    ) {
        let [case_column, step_column, date_column] = columns;
        let (Some(case), Some(step)) = (case, step) else {
            let empty = |column: &str| {
                Problem::new(Mistake::Empty { what: Label::of("de cel", "cell") }, place.at(column))
            };
            self.problems.extend(case.is_none().then(|| empty(case_column)));
            self.problems.extend(step.is_none().then(|| empty(step_column)));
            return;
        };
        let same = self.last.filter(|&at| self.traces.traces.get(at).is_some_and(|trace| trace.case == case));
        let at = same.or_else(|| self.places.get(case).copied()).unwrap_or_else(|| {
            let at = self.traces.traces.len();
            self.places.insert(case.to_string(), at);
            self.traces.traces.push(Trace { case: case.to_string(), events: Vec::new() });
            at
        });
        self.last = Some(at);
        let Some(trace) = self.traces.traces.get_mut(at) else { return };
        let before = trace.events.iter().rev().find_map(|event| event.date);
        if let Some((previous, value)) = before.zip(date).filter(|(before, date)| date < before) {
            let (case, value, previous) = (trace.case.clone(), value.to_string(), previous.to_string());
            let mistake = Mistake::EventOutOfOrder { case, value, previous };
            self.problems.push(Problem::new(mistake, place.at(date_column)));
        }
        if trace.events.len() == MAX_EVENTS {
            self.problems.push(Problem::new(too_many(), place.clone()));
        }
        trace.events.push(TraceEvent { step: step.to_string(), date });
    }

    pub(super) fn refuse(&mut self, mistake: Mistake, place: Place) {
        self.problems.push(Problem::new(mistake, place));
    }

    pub(super) fn finish(self) -> Result<Traces, Error> {
        match Error::of(self.problems) {
            Some(error) => Err(error),
            None => Ok(self.traces),
        }
    }
}

pub(super) fn too_many() -> Mistake {
    Mistake::TooMany {
        what: Label::of("gebeurtenissen in één geval", "events in one case"),
        limit: MAX_EVENTS,
    }
}

pub(super) fn text<'a>(cells: &Cells<'a>, row: usize) -> Option<Cow<'a, str>> {
    match cells {
        Cells::Texts(texts) => texts.get(row).map(Cow::Borrowed),
        Cells::Numbers(numbers) => numbers.get(row).map(|number| Cow::Owned(math::shown(number))),
        Cells::Dates(_) => day(cells, row).map(|day| Cow::Owned(day.to_string())),
    }
}

fn day(cells: &Cells<'_>, row: usize) -> Option<NaiveDate> {
    match cells {
        Cells::Dates(dates) => {
            let days = dates.get(row)?;
            let count = Days::new(u64::from(days.unsigned_abs()));
            let origin = NaiveDate::default();
            if days < 0 { origin.checked_sub_days(count) } else { origin.checked_add_days(count) }
        }
        Cells::Texts(texts) => texts.get(row).and_then(day_of),
        Cells::Numbers(_) => None,
    }
}

/// The day of a date or of a moment, as it was written down: `2019-07-01` of `2019-07-01T10:00:00+02:00`.
pub(super) fn day_of(text: &str) -> Option<NaiveDate> {
    crate::document::year_month_day(text.get(..10)?)
}

impl Document for Traces {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let list = reader.fields(&["traces"])?.required("traces")?;
        let mut traces: Vec<Trace> = Vec::new();
        let mut names = HashSet::new();
        for element in list.list()? {
            let Some(trace) = trace(&element) else { continue };
            if !names.insert(trace.case.clone()) {
                element.refuse(Mistake::Duplicate {
                    what: Label::of("het geval", "case"),
                    id: trace.case.clone(),
                });
            }
            traces.push(trace);
        }
        Some(Self { traces })
    }
}

fn trace(reader: &Reader<'_>) -> Option<Trace> {
    let fields = reader.fields(&["case", "events"])?;
    let case = fields.must("case", Reader::string);
    let name = case.clone().unwrap_or_default();
    let events = fields.must("events", |list| {
        let mut events: Vec<TraceEvent> = Vec::new();
        let mut previous: Option<NaiveDate> = None;
        for element in list.list()? {
            let Some((event, field)) = event(&element) else { continue };
            if let (Some(value), Some(before), Some(field)) = (event.date, previous, field)
                && value < before
            {
                let (value, previous) = (value.to_string(), before.to_string());
                field.refuse(Mistake::EventOutOfOrder { case: name.clone(), value, previous });
            }
            previous = event.date.or(previous);
            events.push(event);
        }
        if events.len() > MAX_EVENTS {
            list.refuse(too_many());
        }
        Some(events)
    });
    Some(Trace { case: case?, events: events? })
}

fn event<'a>(reader: &Reader<'a>) -> Option<(TraceEvent, Option<Reader<'a>>)> {
    let fields = reader.fields(&["step", "date"])?;
    let step = fields.must("step", Reader::string);
    let date = fields.maybe("date", Reader::date);
    Some((TraceEvent { step: step?, date: date? }, fields.optional("date")))
}
