//! For how long a condition was met, not met, or unknown.

use crate::cocreation::condition::{ConditionReview, Requirement};
use crate::cocreation::history::History;
use crate::decide::Truth;
use crate::events::Moment;
use crate::{Label, Source};
use chrono::NaiveDate;
use serde::Serialize;

/// One condition over time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConditionCourse {
    /// The stable code, kebab-case.
    pub code: &'static str,
    /// What it says when it is met.
    pub text: Label,
    /// What is known of it on the date.
    pub now: ConditionReview,
    /// The times in which it was met, not met, or unknown, in order, from the first event on.
    pub spans: Vec<ConditionSpan>,
    /// Where it comes from.
    pub source: Source,
}

/// A time in which a condition was met, not met, or unknown.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConditionSpan {
    /// Met, not met, or unknown because it is not recorded.
    pub truth: Truth,
    /// Since when.
    pub since: Moment,
    /// Until when; `None` as long as it is not over.
    pub until: Option<Moment>,
    /// For how many days, up to the date when it is not over.
    pub lasted: Lasted,
    /// The numbers of the events it rests on, in order.
    pub evidence: Vec<usize>,
}

/// A number of days, as far as dates are known: the same twice when both are known to the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Lasted {
    /// At least so many days.
    pub at_least: u32,
    /// At most so many days.
    pub at_most: u32,
}

impl Lasted {
    /// From a moment until another, or until a date when it is not over.
    pub(super) fn between(since: Moment, until: Option<Moment>, as_of: NaiveDate) -> Self {
        let days = |from: NaiveDate, to: NaiveDate| {
            u32::try_from(to.signed_duration_since(from).num_days()).unwrap_or_default()
        };
        let (first, last) = until.map_or((as_of, as_of), |until| (until.date(), until.last()));
        // What was recorded as over had ended by the date.
        Self { at_least: days(since.last(), first), at_most: days(since.date(), last.min(as_of)) }
    }
}

pub(super) fn courses<'r>(
    history: &History<'_>,
    requirements: impl Iterator<Item = &'r Requirement>,
    as_of: NaiveDate,
) -> Vec<ConditionCourse> {
    let days = last_of_days(history);
    let versions: Vec<(Moment, History<'_>)> =
        days.into_iter().map(|(number, when)| (when, history.before(number + 1))).collect();
    let course = |requirement: &Requirement| {
        let mut spans: Vec<ConditionSpan> = Vec::new();
        for (when, version) in &versions {
            let review = requirement.review(version);
            let truth = review.judgement.truth;
            if let Some(last) = spans.last_mut() {
                if last.truth == truth {
                    last.evidence = review.evidence;
                    continue;
                }
                last.until = Some(*when);
            }
            let lasted = Lasted { at_least: 0, at_most: 0 };
            spans.push(ConditionSpan { truth, since: *when, until: None, lasted, evidence: review.evidence });
        }
        for span in &mut spans {
            span.lasted = Lasted::between(span.since, span.until, as_of);
        }
        let description = requirement.describe();
        ConditionCourse {
            code: description.code,
            text: description.text,
            now: requirement.review(history),
            spans,
            source: description.source,
        }
    };
    requirements.map(course).collect()
}

/// The last event of each day on which something happened for certain. Within a day the order says nothing of time.
fn last_of_days(history: &History<'_>) -> Vec<(usize, Moment)> {
    let mut days: Vec<(usize, Moment)> = Vec::new();
    for (number, entry) in (1..=history.certain()).zip(history.entries()) {
        match days.last_mut().filter(|(_, when)| *when == entry.when) {
            Some(day) => day.0 = number,
            None => days.push((number, entry.when)),
        }
    }
    days
}
