//! The golden rule: promise only what you can deliver, and deliver it as soon as possible.

use super::{Finding, FindingCode};
use crate::Label;
use crate::cocreation::history::History;
use crate::cocreation::settings::Period;
use crate::cocreation::state::Promise;
use chrono::NaiveDate;

pub(super) fn find(history: &History<'_>, as_of: NaiveDate, period: &Period) -> Vec<Finding> {
    let promises = &history.state.promises;
    let without = promises.iter().filter_map(|promise| without_capacity(history, promise));
    without.chain(promises.iter().filter_map(|promise| open(history, promise, as_of, period))).collect()
}

/// Only a record that the party cannot deliver; when it is not recorded, a remark asks for it.
fn without_capacity(history: &History<'_>, promise: &Promise) -> Option<Finding> {
    if promise.capacity != Some(false) || promise.closed.is_some() {
        return None;
    }
    let (by, text) = (history.name(&promise.by), &promise.text);
    let text = Label::said(
        format_args!(
            "De partij “{}” beloofde “{text}”; volgens het logboek kan zij dat niet waarmaken.",
            by.nl
        ),
        format_args!("The party “{}” promised “{text}”; according to the log it cannot deliver that.", by.en),
    );
    let advice = Label::of(
        "Beloof alleen wat kan. Regel wat ervoor nodig is, of trek de belofte in en leg eerlijk uit waarom.",
        "Promise only what can be delivered. Arrange what it needs, or withdraw the promise and explain honestly why.",
    );
    Some(Finding::new(FindingCode::PromiseWithoutCapacity, text, vec![promise.made], advice))
}

/// Open after its date, or without a date open longer than the period. A date that is not known to the day counts
/// from the last day it can have been.
fn open(history: &History<'_>, promise: &Promise, as_of: NaiveDate, period: &Period) -> Option<Finding> {
    if promise.closed.is_some() {
        return None;
    }
    let made = history.entry(promise.made)?.when;
    let (by, text) = (history.name(&promise.by), &promise.text);
    let text = match promise.due {
        Some(due) if due < as_of => Label::said(
            format_args!(
                "De partij “{}” beloofde “{text}” uiterlijk op {due}; op {as_of} is niet vastgelegd dat dit is gedaan.",
                by.nl
            ),
            format_args!(
                "The party “{}” promised “{text}” by {due}; on {as_of} it is not recorded that this was done.",
                by.en
            ),
        ),
        None if period.is_exceeded_by(as_of.signed_duration_since(made.last()).num_days()) => {
            let limit = period.days;
            Label::said(
                format_args!(
                    "De partij “{}” beloofde “{text}” ({made}); dat staat op {as_of} nog open, langer dan {limit} dagen.",
                    by.nl
                ),
                format_args!(
                    "The party “{}” promised “{text}” ({made}); on {as_of} that is still open, longer than {limit} days.",
                    by.en
                ),
            )
        }
        _ => return None,
    };
    let advice = Label::of(
        "Kom de belofte zo snel mogelijk na, of vertel eerlijk waarom het langer duurt. Is zij al nagekomen, leg dat dan vast.",
        "Keep the promise as soon as possible, or tell honestly why it takes longer. If it has been kept already, record that.",
    );
    Some(Finding::new(FindingCode::PromiseOpen, text, vec![promise.made], advice))
}
