//! When something happened, as precisely as is known.

use crate::error::{Error, Mistake};
use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;
use std::fmt;

crate::vocabulary! {
    /// How precisely a date is known.
    ///
    /// # Source
    /// GEN-19: figures and dates of the sources are often approximate; the flag travels along.
    pub enum Precision: "precision of a date", "precisie van een datum", ["GEN-19"] {
        /// The day itself.
        Day = "day": "op de dag", "to the day", [],
        /// Some day of the month.
        Month = "month": "op de maand", "to the month", [],
        /// Some day of the year.
        Year = "year": "op het jaar", "to the year", [],
    }
}

/// A date and its precision; of a month or a year the date is the first day.
///
/// ```
/// use meedoen::events::{Moment, Precision};
/// let july = Moment::new("2019-07-01".parse().unwrap(), Precision::Month)?;
/// assert_eq!(july.to_string(), "2019-07");
/// assert_eq!(july.last().to_string(), "2019-07-31");
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Moment {
    /// The day, or the first day it can have been.
    date: NaiveDate,
    /// How precisely it is known.
    precision: Precision,
}

impl Moment {
    /// A day.
    pub fn on(date: NaiveDate) -> Self {
        Self { date, precision: Precision::Day }
    }

    /// A date that is known to this precision.
    ///
    /// # Errors
    /// `not-first-day` when the date of a month or a year is not its first day: it would look more precise than
    /// it is.
    pub fn new(date: NaiveDate, precision: Precision) -> Result<Self, Error> {
        let first = match precision {
            Precision::Day => Some(date),
            Precision::Month => date.with_day(1),
            Precision::Year => NaiveDate::from_ymd_opt(date.year(), 1, 1),
        };
        match first {
            Some(expected) if expected != date => Err(Mistake::NotFirstDay { date, expected }.into()),
            _ => Ok(Self { date, precision }),
        }
    }

    /// The day, or the first day it can have been.
    pub fn date(self) -> NaiveDate {
        self.date
    }

    /// How precisely it is known.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// The last day it can have been.
    pub fn last(self) -> NaiveDate {
        let months = match self.precision {
            Precision::Day => return self.date,
            Precision::Month => 1,
            Precision::Year => 12,
        };
        let next = self.date.checked_add_months(Months::new(months));
        next.and_then(|next| next.pred_opt()).unwrap_or(self.date)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.date.year(), self.date.month());
        match self.precision {
            Precision::Day => self.date.fmt(f),
            Precision::Month => write!(f, "{year:04}-{month:02}"),
            Precision::Year => write!(f, "{year:04}"),
        }
    }
}
