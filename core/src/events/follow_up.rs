//! Days to come back to something that was recorded.

use super::Moment;
use crate::{Label, Source};
use chrono::{Months, NaiveDate};
use serde::Serialize;

/// A moment to be in touch, or to look at something again.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FollowUp {
    /// The stable code.
    pub code: &'static str,
    /// The day.
    pub date: NaiveDate,
    /// Whether the day has passed on the date of the review.
    pub passed: bool,
    /// What it is for.
    pub text: Label,
    /// Where it comes from.
    pub source: Source,
}

impl FollowUp {
    /// So many months after a moment; `None` past the last day a calendar has.
    ///
    /// ```
    /// use meedoen::events::{FollowUp, Moment};
    /// use meedoen::{Label, Source};
    /// let day = |text: &str| text.parse().unwrap();
    /// let (text, source) = (Label::of("bel", "ring"), Source::reference("a house rule"));
    /// let ring = FollowUp::after(Moment::on(day("2020-01-31")), 1, day("2020-03-01"), ("ring", text, source)).unwrap();
    /// assert_eq!((ring.date, ring.passed), (day("2020-02-29"), true));
    /// ```
    pub fn after(
        start: Moment,
        months: u32,
        as_of: NaiveDate,
        (code, text, source): (&'static str, Label, Source),
    ) -> Option<Self> {
        let date = start.date().checked_add_months(Months::new(months))?;
        Some(Self { code, date, passed: date < as_of, text, source })
    }
}
