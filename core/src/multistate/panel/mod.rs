//! People seen at dates.

mod arrange;
mod codes;
mod columns;
mod document;
mod door;
mod intake;
mod moments;
mod order;
mod people;
mod reading;
mod recode;
#[cfg(feature = "schema")]
mod shape;
mod sort;
mod suit;
#[cfg(test)]
pub(crate) mod tests;

pub use columns::{Incomplete, PanelColumns, PanelOptions, SameDay, Unsorted};
pub use document::PanelDocument;
pub use intake::{Intake, Rows};
pub use reading::PanelReading;

use crate::Error;
use chrono::NaiveDate;
use door::Door;
pub(super) use moments::{date, day, shown_time};
pub(super) use order::key_of_time;
pub(super) use people::People;
use std::borrow::Cow;
use std::ops::Range;
pub(super) use suit::{Suited, step};

crate::vocabulary! {
    /// The unit in which intensities and horizons are expressed.
    pub enum TimeUnit: "unit of time", "tijdseenheid", [] {
        /// A day.
        Day = "day": "dag", "day", [],
        /// A week of seven days.
        Week = "week": "week", "week", [],
        /// A twelfth of a year: 30.4375 days.
        Month = "month": "maand", "month", [],
        /// A year of 365.25 days.
        Year = "year": "jaar", "year", [],
    }
}

/// Who was seen in which state when: visits sorted by person and time, in columns.
///
/// A visit is one person at one moment; what is known at a visit holds until the next. Every row of the table that was
/// read is a visit or is counted in [`Panel::intake`].
///
/// ```
/// use meedoen::column::{Cells, Column, Named, Values};
/// use meedoen::multistate::{Panel, PanelColumns, PanelOptions};
/// let numbers = |name, values| {
///     let cells = Cells::Numbers(Column { values: Values::F64(values), present: None });
///     Named { name, cells }
/// };
/// let columns = PanelColumns {
///     person: numbers("client", &[1.0, 1.0, 2.0]),
///     time: numbers("years", &[0.0, 1.5, 0.0]),
///     state: numbers("rung", &[2.0, 3.0, 4.0]),
///     covariates: vec![numbers("programme", &[1.0, 1.0, 0.0])],
///     weight: None,
/// };
/// let panel = Panel::from_columns(&columns, &PanelOptions::default())?;
/// assert_eq!((panel.people(), panel.visits(), panel.transitions()), (2, 3, 1));
/// assert_eq!(panel.codes(), ["2", "3", "4"]);
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// The unit of intensities and horizons.
    pub(super) unit: TimeUnit,
    /// The length of one tick in that unit: 1/365.25 for dates in years, 1 when times were given as numbers.
    pub(super) tick: f64,
    /// The date of tick 0 when the panel has dates: 1 January 1970.
    pub(super) origin: Option<NaiveDate>,
    /// The name of each person, in order.
    pub(super) people: People,
    /// Where the visits of each person begin, and at the end how many visits there are.
    pub(super) first: Vec<u32>,
    /// The row of the table, counted from 0, in which each visit stood.
    pub(super) row: Vec<u32>,
    /// The time of each visit in ticks; whole numbers when the panel has dates.
    pub(super) time: Vec<f64>,
    /// The code of each visit, by its place in `codes`.
    pub(super) state: Vec<u8>,
    /// Every code that occurs or is known.
    pub(super) codes: Vec<String>,
    /// Covariates by name, one value a visit (a value holds from its visit to the next); NaN where it is not known.
    pub(super) covariates: Vec<(String, Vec<f64>)>,
    /// Covariates that were texts.
    pub(super) groups: Vec<Group>,
    /// How much each person counts; everyone once when `None`.
    pub(super) weight: Option<Vec<f64>>,
    /// What became of the rows.
    pub(super) intake: Intake,
}

/// A covariate whose values are names of groups, such as districts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    pub(super) name: String,
    pub(super) levels: Vec<String>,
    /// The level at each visit, by its place in `levels`.
    pub(super) of: Vec<u16>,
}

impl Group {
    /// The level of someone whose group is not known.
    pub(super) const UNKNOWN: u16 = u16::MAX;
}

impl Panel {
    /// The panel of a table.
    ///
    /// # Errors
    /// Every cell that cannot be used with its row and person, and columns that make no table: `uneven-columns`,
    /// `unreadable-cells`, `not-whole`, `not-finite`, `invalid-date`, `unknown-code`, `negative-weight`,
    /// `unequal-weight`, and as the options have it `empty-cell`, `out-of-order` and `same-moment`.
    pub fn from_columns(columns: &PanelColumns<'_>, options: &PanelOptions) -> Result<Self, Error> {
        Self::from_pieces(std::slice::from_ref(columns), options)
    }

    /// The panel of a table that comes in pieces, each with the same columns. The rows of one person may be in
    /// several pieces.
    ///
    /// # Errors
    /// As [`Panel::from_columns`]; the rows are numbered through.
    pub fn from_pieces(pieces: &[PanelColumns<'_>], options: &PanelOptions) -> Result<Self, Error> {
        Door::open(pieces, options)?.arrange()
    }

    /// How many people there are.
    pub fn people(&self) -> usize {
        self.people.len()
    }

    /// How many visits there are.
    pub fn visits(&self) -> usize {
        self.time.len()
    }

    /// How many times someone was seen again.
    pub fn transitions(&self) -> usize {
        self.visits() - self.people()
    }

    /// The unit of intensities and horizons.
    pub fn unit(&self) -> TimeUnit {
        self.unit
    }

    /// Every code of a state that occurs or was known beforehand, in order.
    pub fn codes(&self) -> &[String] {
        &self.codes
    }

    /// What became of the rows of the table.
    pub fn intake(&self) -> &Intake {
        &self.intake
    }

    /// The name of a person, counted from 0 in the order of the names.
    pub fn name(&self, person: usize) -> Cow<'_, str> {
        self.people.name(person)
    }

    /// How much a person counts.
    pub fn weight(&self, person: usize) -> f64 {
        self.weight.as_ref().map_or(1.0, |weight| weight.get(person).copied().unwrap_or(0.0))
    }

    /// The visits of a person, in the order of time.
    pub fn visits_of(&self, person: usize) -> Range<usize> {
        match self.first.get(person..).unwrap_or_default() {
            [start, end, ..] => at(*start)..at(*end),
            _ => 0..0,
        }
    }

    /// The number of the row in which a visit stood, counted from 1.
    pub fn row(&self, visit: usize) -> usize {
        self.row.get(visit).map_or(0, |row| at(*row) + 1)
    }

    /// The names of the covariates: those that are numbers, and `name=value` for each value but the first of those that
    /// are texts.
    pub fn covariate_names(&self) -> Vec<String> {
        let numbers = self.covariates.iter().map(|(name, _)| name.clone());
        let levels = self
            .groups
            .iter()
            .flat_map(|group| group.levels.iter().skip(1).map(|level| format!("{}={level}", group.name)));
        numbers.chain(levels).collect()
    }

    /// A covariate by name, one value a visit; NaN where it is not known. For `district=north` 1 in that district and 0
    /// in any other.
    pub fn covariate(&self, name: &str) -> Option<Cow<'_, [f64]>> {
        if let Some((_, values)) = self.covariates.iter().find(|(other, _)| other == name) {
            return Some(Cow::Borrowed(values));
        }
        self.groups.iter().find_map(|group| {
            let level = name.strip_prefix(group.name.as_str())?.strip_prefix('=')?;
            let level = group.levels.iter().position(|other| other == level)?;
            let value = |&of: &u16| match of {
                Group::UNKNOWN => f64::NAN,
                of => f64::from(u8::from(usize::from(of) == level)),
            };
            Some(group.of.iter().map(value).collect())
        })
    }
}

/// A place in a list.
pub(super) fn at(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}

impl TimeUnit {
    /// How many days it has.
    pub fn days(self) -> f64 {
        match self {
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Month => 30.4375,
            Self::Year => 365.25,
        }
    }
}
