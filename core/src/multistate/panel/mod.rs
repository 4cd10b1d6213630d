//! People seen at dates.

use chrono::NaiveDate;

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
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// The unit of intensities and horizons.
    pub(super) unit: TimeUnit,
    /// The length of one tick in that unit: 1/365.25 for dates in years, 1 when times were given as numbers.
    pub(super) tick: f64,
    /// The date of tick 0 when the panel has dates.
    pub(super) origin: Option<NaiveDate>,
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
    /// How much each person counts; everyone once when `None`.
    pub(super) weight: Option<Vec<f64>>,
}

impl Panel {
    /// The values of a covariate, one a visit.
    pub(super) fn covariate(&self, name: &str) -> Option<&[f64]> {
        self.covariates.iter().find(|(own, _)| own == name).map(|(_, values)| values.as_slice())
    }
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
