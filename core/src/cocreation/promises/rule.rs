//! The golden rule in its two parts.

use super::{PromiseEntry, PromiseState};
use crate::decide::Truth;
use crate::{Label, Source};
use serde::Serialize;

/// One part of the golden rule, and what the log says of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GoldenRulePart {
    /// The stable code, kebab-case.
    pub code: &'static str,
    /// The part in words.
    pub text: Label,
    /// Whether the log shows that it holds: unknown as long as it holds too little.
    pub holds: Truth,
    /// What the log says, in a sentence.
    pub log_says: Label,
    /// The numbers of the events it rests on, in order.
    pub evidence: Vec<usize>,
    /// Where it comes from.
    pub source: Source,
}

pub(super) fn parts(promises: &[PromiseEntry]) -> Vec<GoldenRulePart> {
    vec![only_what_can_be_delivered(promises), as_soon_as_possible(promises)]
}

fn numbers(promises: &[PromiseEntry], is: impl Fn(&&PromiseEntry) -> bool) -> Vec<usize> {
    promises.iter().filter(is).map(|promise| promise.made).collect()
}

fn only_what_can_be_delivered(promises: &[PromiseEntry]) -> GoldenRulePart {
    let cannot = numbers(promises, |promise| promise.capacity == Some(false));
    let unsaid = numbers(promises, |promise| promise.capacity.is_none());
    let (all, no, silent) = (promises.len(), cannot.len(), unsaid.len());
    let (holds, evidence) = if no > 0 {
        (Truth::Unmet, cannot)
    } else if silent > 0 || all == 0 {
        (Truth::Unknown, unsaid)
    } else {
        (Truth::Met, numbers(promises, |_| true))
    };
    GoldenRulePart {
        code: "promise-only-what-can-be-delivered",
        text: Label::of("beloof alleen wat je waar kunt maken", "promise only what you can deliver"),
        holds,
        log_says: Label::said(
            format_args!(
                "Beloften: {all}. Vastgelegd dat de partij het niet kan waarmaken: {no}. Niet vastgelegd of zij dat kan: {silent}."
            ),
            format_args!(
                "Promises: {all}. Recorded that the party cannot deliver: {no}. Not recorded whether it can: {silent}."
            ),
        ),
        evidence,
        source: Source::facts(&["COC-90"]),
    }
}

fn as_soon_as_possible(promises: &[PromiseEntry]) -> GoldenRulePart {
    let overdue = numbers(promises, |promise| promise.days_overdue.is_some());
    let late: Vec<usize> = promises
        .iter()
        .filter(|promise| promise.kept_in_time == Some(false))
        .flat_map(|promise| [Some(promise.made), promise.closed])
        .flatten()
        .collect();
    let kept: Vec<usize> = promises
        .iter()
        .filter(|promise| promise.state == PromiseState::Kept)
        .filter_map(|promise| promise.closed)
        .collect();
    let (number_overdue, number_late, number_kept) = (overdue.len(), late.len() / 2, kept.len());
    let open = promises.iter().filter(|promise| promise.state == PromiseState::Open).count();
    let (holds, mut evidence) = if number_overdue + number_late > 0 {
        (Truth::Unmet, [overdue, late].concat())
    } else if kept.is_empty() {
        (Truth::Unknown, numbers(promises, |_| true))
    } else {
        (Truth::Met, kept)
    };
    evidence.sort_unstable();
    GoldenRulePart {
        code: "realise-as-soon-as-possible",
        text: Label::of(
            "eenmaal beloofd: zo snel mogelijk realiseren",
            "once promised: realise as soon as possible",
        ),
        holds,
        log_says: Label::said(
            format_args!(
                "Nagekomen: {number_kept}, waarvan na de afgesproken datum: {number_late}. Open: {open}, waarvan te laat: {number_overdue}."
            ),
            format_args!(
                "Kept: {number_kept}, of which after the agreed date: {number_late}. Open: {open}, of which overdue: {number_overdue}."
            ),
        ),
        evidence,
        source: Source::facts(&["COC-91"]),
    }
}
