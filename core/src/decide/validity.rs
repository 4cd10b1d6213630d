//! From when until when something holds.

use super::{Decision, Input, Name, Outcome, Rule};
use crate::document::{Fields, Reader};
use crate::error::{Error, Mistake};
use chrono::NaiveDate;
use serde::Serialize;

/// The days on which something holds: from the first up to and including the last.
///
/// ```
/// use meedoen::decide::Validity;
/// let of_2012 = Validity::new("2012-01-01".parse().unwrap(), Some("2014-12-31".parse().unwrap()))?;
/// assert!(of_2012.holds_on("2014-12-31".parse().unwrap()));
/// assert!(!of_2012.holds_on("2015-01-01".parse().unwrap()));
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Validity {
    /// The first day.
    pub valid_from: NaiveDate,
    /// The last day, `None` when no end is known.
    pub valid_until: Option<NaiveDate>,
}

impl Validity {
    /// The days from the first up to and including the last; without a last day there is no end.
    ///
    /// # Errors
    /// `backwards` when the last day lies before the first.
    pub fn new(valid_from: NaiveDate, valid_until: Option<NaiveDate>) -> Result<Self, Error> {
        match valid_until {
            Some(date) if date < valid_from => Err(Mistake::Backwards { date, previous: valid_from }.into()),
            _ => Ok(Self { valid_from, valid_until }),
        }
    }

    /// Whether it holds on this day.
    pub fn holds_on(&self, date: NaiveDate) -> bool {
        self.valid_from <= date && self.valid_until.is_none_or(|last| date <= last)
    }

    /// The days that are in both, `None` when there are none.
    pub fn overlap(&self, other: &Self) -> Option<Self> {
        let valid_from = self.valid_from.max(other.valid_from);
        let valid_until = match (self.valid_until, other.valid_until) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        Self::new(valid_from, valid_until).ok()
    }

    /// Whether all days of the other are in this one.
    pub fn covers(&self, other: &Self) -> bool {
        self.overlap(other).as_ref() == Some(other)
    }

    /// Reads the fields `valid_from` and `valid_until`; what is left out is as in `default`, or missing.
    pub fn of_fields(fields: &Fields<'_>, default: Option<&Self>) -> Option<Self> {
        let last = fields.maybe("valid_until", Reader::date);
        let first = match (fields.optional("valid_from"), default) {
            (None, Some(default)) => Some(default.valid_from),
            _ => fields.required("valid_from").and_then(|date| date.date()),
        };
        let (first, last) = (first?, last?.or(default.and_then(|default| default.valid_until)));
        let at = fields.optional("valid_until").or_else(|| fields.optional("valid_from"));
        at.unwrap_or_else(|| *fields.reader()).check(Self::new(first, last))
    }
}

/// What holds in turn: at most one thing on any day.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline<T> {
    // INVARIANT: in order, and no two have a day in common.
    spans: Vec<(Validity, T)>,
}

impl<T> Timeline<T> {
    /// What holds on this day.
    pub fn on(&self, date: NaiveDate) -> Option<&T> {
        self.spans.iter().find(|(validity, _)| validity.holds_on(date)).map(|(_, value)| value)
    }

    /// Everything with its days, in order.
    pub fn spans(&self) -> &[(Validity, T)] {
        &self.spans
    }
}

impl Timeline<Decision> {
    /// The decisions that rules with dates come to: a new one on every day on which a rule begins or ends, each with
    /// only the inputs that its rules ask for, and asked after no other than those. A test calls [`Decision::check`] on each.
    pub(crate) fn of_rules(
        inputs: impl Fn() -> Vec<Input>,
        outcomes: impl Fn() -> Vec<Outcome>,
        rules: &[(Validity, Rule)],
    ) -> Self {
        let mut days = crate::ordered::Ordered::default();
        for (validity, _) in rules {
            days.insert(validity.valid_from);
            if let Some(next) = validity.valid_until.and_then(|last| last.succ_opt()) {
                days.insert(next);
            }
        }
        let days = days.into_vec();
        let last_days = days.iter().skip(1).map(NaiveDate::pred_opt).chain([None]);
        let spans = days.iter().zip(last_days).filter_map(|(&valid_from, valid_until)| {
            let held = rules.iter().filter(|(validity, _)| validity.holds_on(valid_from));
            let held: Vec<Rule> = held.map(|(_, rule)| rule.clone()).collect();
            let asked = |input: &Input| held.iter().any(|rule| rule.clause.asks(&input.name));
            let mut inputs: Vec<Input> = inputs().into_iter().filter(asked).collect();
            let names: Vec<Name> = inputs.iter().map(|input| input.name.clone()).collect();
            for input in &mut inputs {
                input.after.take_if(|before| !names.contains(before));
            }
            let span =
                (Validity { valid_from, valid_until }, Decision::builtin(inputs, outcomes(), held.clone()));
            (!held.is_empty()).then_some(span)
        });
        Self { spans: spans.collect() }
    }
}
