//! When the rows of a panel were.

use crate::column::Cells;
use crate::document::year_month_day;
use crate::error::Mistake;
use crate::math::shown;
use chrono::{Datelike, NaiveDate};

/// The day before 1 January 1970 has this number when days are counted from the beginning of the era.
const EPOCH: i32 = 719_163;

/// The first of January 1970, tick 0 of a panel with dates.
pub(super) fn epoch() -> Option<NaiveDate> {
    date(0)
}

/// The date of a day since 1 January 1970.
pub(in crate::multistate) fn date(day: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day.checked_add(EPOCH)?)
}

/// Days since 1 January 1970.
pub(in crate::multistate) fn day(date: NaiveDate) -> i32 {
    date.num_days_from_ce() - EPOCH
}

/// Whether a column holds dates, as dates or as texts.
pub(super) fn has_dates(cells: &Cells<'_>) -> bool {
    !matches!(cells, Cells::Numbers(_))
}

/// The moment of a row in ticks: days where the column has dates. `None` where the cell is empty.
pub(super) fn read(cells: &Cells<'_>, row: usize) -> Result<Option<f64>, Mistake> {
    match cells {
        Cells::Numbers(column) => match column.get(row) {
            // Zero with a sign is the same moment as zero.
            Some(time) if time.is_finite() => Ok(Some(time + 0.0)),
            Some(time) => Err(Mistake::NotFinite { value: shown(time) }),
            None => Ok(None),
        },
        Cells::Texts(texts) => texts.get(row).map(of_text).transpose(),
        Cells::Dates(dates) => match dates.get(row) {
            Some(day) if date(day).is_none() => Err(Mistake::InvalidDate { value: day.to_string() }),
            day => Ok(day.map(f64::from)),
        },
    }
}

fn of_text(text: &str) -> Result<f64, Mistake> {
    let date = year_month_day(text).ok_or_else(|| Mistake::InvalidDate { value: text.to_owned() })?;
    Ok(f64::from(day(date)))
}

/// A moment as people read it.
pub(in crate::multistate) fn shown_time(time: f64, dated: bool) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a day of a date, which fits")]
    let day = if dated { date(time as i32) } else { None };
    day.map_or_else(|| shown(time), |date| date.to_string())
}
