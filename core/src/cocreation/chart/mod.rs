//! The chart of a co-creation process.

mod axis;
mod bars;
mod marks;
mod points;
mod sessions;
mod table;
mod words;

use super::history::History;
use super::review;
use super::{Log, Settings};
use crate::Language;
use crate::chart::Chart;
use chrono::NaiveDate;
use table::Table;

/// The room for the names of the rows, in pixels.
const NAMES: u32 = 186;

/// Draws what a log says up to a date: the phases, who was there, what was promised and begun, and what asks for
/// attention.
///
/// What goes on is drawn up to the date and has an arrow; time in which the process stood still is hatched. A
/// session is as large as the attendance of the source group; where that is not recorded it has a dashed
/// outline. Of a date that is known to the month or the year a thin line shows when it can have been. What is
/// not recorded is called so: it is unknown, not “no”.
///
/// ```
/// use meedoen::cocreation::{Log, Settings, timeline_chart};
/// use meedoen::{Label, Language};
/// let (title, service) = (Label::of("Het plein", "The square"), Label::of("beheer", "upkeep"));
/// let log = Log::new("square", title, service, vec![])?;
/// let chart = timeline_chart(&log, "2020-01-01".parse().unwrap(), &Settings::default(), Language::En);
/// assert_eq!(chart.spec()["title"]["text"][0], "Co-creation – The square");
/// assert_eq!(chart.spec()["title"]["subtitle"][0], "No phase has been entered.");
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// COC-20…52, COC-77, COC-86, COC-90, COC-91, COC-93; GEN-12
pub fn timeline_chart(log: &Log, as_of: NaiveDate, settings: &Settings, language: Language) -> Chart {
    let history = History::until(log, as_of);
    let review = review(log, as_of, settings);
    let mut table = Table::new(&history, as_of, language);
    table.phases();
    table.moments();
    table.promises();
    table.initiatives();
    table.findings(&review.findings);
    let (rows, table) = table.finish();
    let since = history.entries().iter().map(|entry| entry.when.date()).min();
    let layers = marks::layers(&rows, since, as_of, language);
    words::frame(&review, since, language).chart(table, 27, layers)
}

#[cfg(test)]
mod tests;
