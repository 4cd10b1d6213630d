//! How long the breath was: for how long the process has been going, and the longest time without a record.

use crate::cocreation::energy::{SetBack, course};
use crate::cocreation::history::History;
use crate::events::Moment;
use crate::{Label, Source};
use chrono::NaiveDate;
use serde::Serialize;

/// For how long the process has been going. The sources ask for a long breath and say no number of days.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Breath {
    /// When the first event was; `None` when nothing was recorded.
    pub since: Option<Moment>,
    /// When it ended; `None` as long as that is not recorded.
    pub until: Option<Moment>,
    /// For how many days, up to the date when it has not ended.
    pub days: u32,
    /// For how many of those it stood still.
    pub days_suspended: u32,
    /// The longest time in which nothing was recorded; `None` with fewer than two events.
    pub longest_quiet: Option<Quiet>,
    /// The same in words.
    pub text: Label,
    /// Where it comes from.
    pub source: Source,
}

/// A time in which nothing was recorded. That does not say that nothing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quiet {
    /// The number of the last event before it.
    pub after: usize,
    /// The number of the first event after it.
    pub before: usize,
    /// How many days are between them, at most.
    pub days: u32,
}

pub(super) fn breath(history: &History<'_>, set_backs: &[SetBack], as_of: NaiveDate) -> Breath {
    let (days, days_suspended) = course(history, set_backs, as_of);
    let entries = history.entries();
    let gaps = (1..).zip(entries.iter().zip(entries.iter().skip(1)));
    let mut longest_quiet: Option<Quiet> = None;
    for (after, (one, next)) in gaps {
        let days = u32::try_from((next.when.last() - one.when.date()).num_days()).unwrap_or_default();
        if longest_quiet.is_none_or(|longest| longest.days < days) {
            longest_quiet = Some(Quiet { after, before: after + 1, days });
        }
    }
    let ended = history.state.ended.and_then(|(number, _)| history.entry(number));
    let quiet = longest_quiet.map_or(0, |quiet| quiet.days);
    Breath {
        since: entries.first().map(|entry| entry.when),
        until: ended.map(|entry| entry.when),
        days,
        days_suspended,
        longest_quiet,
        text: Label::new(
            format!(
                "{days} dagen, waarvan {days_suspended} stilgelegd; hooguit {quiet} dagen achtereen niets vastgelegd"
            ),
            format!(
                "{days} days, of which {days_suspended} suspended; at most {quiet} days on end nothing was recorded"
            ),
        ),
        source: Source::facts(&["COC-71", "COC-93"]),
    }
}
