//! Which column of a table is what.

use super::{Incomplete, PanelColumns, PanelOptions, SameDay, TimeUnit, Unsorted};
use crate::column::{Cells, Named};
use crate::document::{Document, Fields, Problems, Reader};
use crate::error::{Error, Mistake, Place};

/// Which column of a table of registrations is what, and how the rows are read.
///
/// ```
/// use meedoen::document::Document;
/// use meedoen::multistate::PanelReading;
/// let reading = PanelReading::from_json(r#"{"person": "client", "time": "date", "state": "rung"}"#)?;
/// assert_eq!(reading.names(), ["client", "date", "rung"]);
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct PanelReading {
    /// The column that says who.
    pub person: String,
    /// The column that says when: dates, or numbers in the unit of the options.
    pub time: String,
    /// The column that says in which state.
    pub state: String,
    /// Columns of what else is known.
    pub covariates: Vec<String>,
    /// The column that says how much a person counts.
    pub weight: Option<String>,
    /// How the rows are read.
    pub options: PanelOptions,
}

impl PanelReading {
    /// The fields of the document.
    pub(super) const FIELDS: [&str; 10] = [
        "person",
        "time",
        "state",
        "covariates",
        "weight",
        "unit",
        "codes",
        "same_day",
        "unsorted",
        "incomplete",
    ];

    pub(super) fn of(fields: &Fields<'_>) -> Option<Self> {
        let text = |reader: &Reader<'_>| reader.text().map(str::to_owned);
        let name = |field| fields.required(field).and_then(|reader| text(&reader));
        let (person, time, state) = (name("person"), name("time"), name("state"));
        let covariates = fields.list_of("covariates", text);
        let weight = fields.maybe("weight", text);
        let unit = fields.maybe("unit", Reader::code);
        let codes = fields.maybe("codes", |codes| codes.list_of(text));
        let same_day = fields.maybe("same_day", Reader::code);
        let unsorted = fields.maybe("unsorted", Reader::code);
        let incomplete = fields.maybe("incomplete", Reader::code);
        let options = PanelOptions {
            unit: unit?.unwrap_or(TimeUnit::Year),
            codes: codes?,
            same_day: same_day?.unwrap_or(SameDay::Refuse),
            unsorted: unsorted?.unwrap_or(Unsorted::Sort),
            incomplete: incomplete?.unwrap_or(Incomplete::Refuse),
            first_row: 0,
        };
        Some(Self {
            person: person?,
            time: time?,
            state: state?,
            covariates: covariates?,
            weight: weight?,
            options,
        })
    }

    /// The names of the columns that are read.
    pub fn names(&self) -> Vec<&str> {
        let first = [&self.person, &self.time, &self.state];
        first.into_iter().chain(&self.covariates).chain(&self.weight).map(String::as_str).collect()
    }

    /// The columns of a table, found by their names.
    ///
    /// # Errors
    /// `missing-column` for each that is not there.
    pub fn columns<'a>(
        &'a self,
        find: impl Fn(&str) -> Option<Cells<'a>>,
    ) -> Result<PanelColumns<'a>, Error> {
        let problems = Problems::default();
        let named = |name: &'a str| {
            let cells = find(name);
            if cells.is_none() {
                problems.add(Mistake::MissingColumn { column: name.to_owned() }, Place::default());
            }
            cells.map(|cells| Named { name, cells })
        };
        let (person, time, state) = (named(&self.person), named(&self.time), named(&self.state));
        let covariates: Vec<Option<Named<'a>>> = self.covariates.iter().map(|name| named(name)).collect();
        let weight = self.weight.as_deref().map(named);
        let columns = || {
            Some(PanelColumns {
                person: person?,
                time: time?,
                state: state?,
                covariates: covariates.into_iter().collect::<Option<_>>()?,
                weight: weight.flatten(),
            })
        };
        problems.finish(columns())
    }
}

impl Document for PanelReading {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        Self::of(&reader.fields(&Self::FIELDS)?)
    }
}
