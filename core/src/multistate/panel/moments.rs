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

/// No date of a calendar lies further from 1970 than this many days.
const FARTHEST: i32 = 90_000_000;

/// Adds the moment of each row in ticks: days where the column has dates. NaN where there is none.
pub(super) fn read(cells: &Cells<'_>, out: &mut Vec<f64>) {
    match cells {
        Cells::Numbers(column) => {
            let first = out.len();
            column.numbers(0..column.values.len(), out);
            for time in out.iter_mut().skip(first) {
                // Zero with a sign is the same moment as zero.
                *time += 0.0;
            }
        }
        Cells::Texts(texts) => {
            let mut last = ("", f64::NAN);
            for row in 0..cells.len() {
                let text = texts.get(row).unwrap_or_default();
                if text != last.0 {
                    last = (text, year_month_day(text).map_or(f64::NAN, |date| f64::from(day(date))));
                }
                out.push(last.1);
            }
        }
        Cells::Dates(dates) => {
            let known = |day: &i32| (-FARTHEST..=FARTHEST).contains(day);
            let moment = |row| dates.get(row).filter(known).map_or(f64::NAN, f64::from);
            out.extend((0..dates.days.len()).map(moment));
        }
    }
}

/// Why the cell of a row holds no moment; `None` where it is empty.
pub(super) fn why(cells: &Cells<'_>, row: usize) -> Option<Mistake> {
    match cells {
        Cells::Numbers(column) => column.get(row).map(|time| Mistake::NotFinite { value: shown(time) }),
        Cells::Texts(texts) => texts.get(row).map(|text| Mistake::InvalidDate { value: text.to_owned() }),
        Cells::Dates(dates) => dates.get(row).map(|day| Mistake::InvalidDate { value: day.to_string() }),
    }
}

/// A moment as people read it.
pub(in crate::multistate) fn shown_time(time: f64, dated: bool) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a day of a date, which fits")]
    let day = if dated { date(time as i32) } else { None };
    day.map_or_else(|| shown(time), |date| date.to_string())
}
