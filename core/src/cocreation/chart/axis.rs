//! The axis of time, with months in the language of the chart.

use crate::Language;
use crate::chart::{pick, spec};
use chrono::{Days, NaiveDate, NaiveTime};
use serde_json::Value;

const AXIS: &str = r##"{
    "orient": "top", "title": null, "aria": false, "domain": false, "grid": true, "gridColor": "#e9ecf0",
    "ticks": false, "labelPadding": 6, "labelFontSize": 11, "tickCount": 7, "labelOverlap": "greedy",
    "labelExpr": "@dates"
}"##;

/// The scale from the first event to the date of the chart, which get some room on both sides.
pub(super) fn scale(since: Option<NaiveDate>, as_of: NaiveDate) -> Value {
    let instant = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc().timestamp_millis();
    // The scale is some weeks long, also when all is on one day.
    let weeks_ago = as_of.checked_sub_days(Days::new(21)).unwrap_or(as_of);
    let first = since.map_or(weeks_ago, |since| since.min(weeks_ago));
    let domain = format!("[{}, {}]", instant(first), instant(as_of));
    let text = r#"{"type": "utc", "domain": {"expr": "@domain"}, "nice": false, "padding": 10}"#;
    spec(text, [("@domain", domain.into())])
}

/// The axis above the chart: months by name, days by number, and the year with the first of a year and of all.
pub(super) fn axis(language: Language) -> Value {
    let months = pick(
        language,
        "['jan','feb','mrt','apr','mei','jun','jul','aug','sep','okt','nov','dec']",
        "['Jan','Feb','Mar','Apr','May','Jun','Jul','Aug','Sep','Oct','Nov','Dec']",
    );
    let month = format!("{months}[utcmonth(datum.value)]");
    let dates = format!(
        "(utcdate(datum.value) > 1 ? utcdate(datum.value) + ' ' + {month} : \
         utcmonth(datum.value) > 0 ? {month} : '') + \
         (utcdate(datum.value) === 1 && utcmonth(datum.value) === 0 ? '' + utcyear(datum.value) : \
         datum.index === 0 ? ' ' + utcyear(datum.value) : '')"
    );
    spec(AXIS, [("@dates", dates.into())])
}
