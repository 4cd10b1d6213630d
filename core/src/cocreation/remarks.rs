//! What is good to know about a process, and asks for nothing.

use super::history::History;
use super::point::voice::voices;
use super::turnout::drop_outs;
use super::words::Ending;
use super::{Event, Phase};
use crate::events::Precision;
use crate::ordered::Ordered;
use crate::{Label, Source, Vocabulary};
use serde::Serialize;

crate::vocabulary! {
    /// What a remark is about; the order is that of a review.
    pub enum RemarkCode: "remark", "opmerking", ["COC-20"] {
        /// The process did not start, because there was no need.
        NotStarted = "not-started": "niet gestart", "not started", ["COC-33"],
        /// People went back to an earlier phase.
        MovedBack = "moved-back": "teruggegaan naar een eerdere fase", "moved back to an earlier phase", ["COC-27", "COC-111"],
        /// An initiative was let go when it stood still or people dropped out.
        LetGo = "let-go": "losgelaten wat doodbloedde", "let go of what bled to death", ["COC-86", "COC-85"],
        /// The source group says that it is heard.
        RelationalOutcome = "relational-outcome": "relationele opbrengst", "relational outcome", ["COC-94", "GEN-13"],
        /// Of open promises it is not recorded whether they can be delivered.
        CapacityNotRecorded = "capacity-not-recorded": "niet vastgelegd of beloften waar te maken zijn", "not recorded whether promises can be delivered", ["COC-90"],
        /// Some events may have happened after the date of the review.
        PossiblyLater = "possibly-later": "mogelijk later gebeurd", "possibly happened later", ["GEN-19"],
        /// Some dates are not known to the day.
        ImpreciseDates = "imprecise-dates": "datums niet op de dag bekend", "dates not known to the day", ["GEN-19"],
    }
}

/// Something that is good to know, and asks for nothing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Remark {
    /// What it is about.
    pub code: RemarkCode,
    /// The same in a few words.
    pub label: Label,
    /// What is recorded, in one sentence.
    pub text: Label,
    /// The numbers of the events it rests on, in order.
    pub evidence: Vec<usize>,
    /// Where it comes from.
    pub source: Source,
}

/// Every remark, in the order of the codes; what may not have happened yet gives none but those on dates.
pub(super) fn remarks(history: &History<'_>) -> Vec<Remark> {
    let mut versions = history.versions().map(|version| exact(&version));
    let mut remarks = versions.next().unwrap_or_default();
    for version in versions {
        remarks.retain(|remark| version.iter().any(|other| other.code == remark.code));
    }
    remarks.extend(possibly_later(history));
    remarks.extend(imprecise_dates(history));
    remarks
}

fn exact(history: &History<'_>) -> Vec<Remark> {
    let all = [
        not_started(history),
        moved_back(history),
        let_go(history),
        relational_outcome(history),
        capacity_not_recorded(history),
    ];
    all.into_iter().flatten().collect()
}

/// A remark that rests on these events; none without any.
fn remark(code: RemarkCode, text: Label, evidence: Vec<usize>) -> Option<Remark> {
    (!evidence.is_empty()).then(|| Remark {
        code,
        label: code.label(),
        text,
        evidence,
        source: code.source(),
    })
}

fn not_started(history: &History<'_>) -> Option<Remark> {
    let (number, _) = history.state.ended.filter(|(_, ending)| *ending == Ending::NotStarted)?;
    let mut evidence: Vec<usize> =
        history.numbers(|event| matches!(event, Event::NeedEstablished { needed: false, .. }));
    let text = if evidence.is_empty() {
        Label::of(
            "Er is niet gestart. Dat is een goede uitkomst als er geen behoefte is; of die er was, is niet vastgelegd.",
            "It was not started. That is a good outcome when there is no need; whether there was one is not recorded.",
        )
    } else {
        Label::of(
            "Er was geen behoefte aan co-creatie en er is niet gestart: ook dat is een goede uitkomst.",
            "There was no need for co-creation and it was not started: that is a good outcome too.",
        )
    };
    evidence.push(number);
    remark(RemarkCode::NotStarted, text, evidence)
}

fn moved_back(history: &History<'_>) -> Option<Remark> {
    let phases: Vec<(usize, Phase)> =
        history.state.visits.iter().map(|visit| (visit.entered, visit.phase)).collect();
    let back = phases.windows(2).filter_map(|pair| match pair {
        [(_, from), (number, to)] if to < from => Some(*number),
        _ => None,
    });
    let text = Label::of(
        "Er is teruggegaan naar een eerdere fase. Dat hoort bij co-creatie.",
        "People went back to an earlier phase. That is part of co-creation.",
    );
    remark(RemarkCode::MovedBack, text, back.collect())
}

fn let_go(history: &History<'_>) -> Option<Remark> {
    let drop_outs = drop_outs(history);
    let dropped = |id: &str| drop_outs.iter().any(|drop_out| drop_out.initiative == Some(id));
    let stopped: Vec<_> = history
        .state
        .initiatives
        .iter()
        .filter(|one| one.stopped && (one.stalled.is_some() || dropped(&one.id)))
        .collect();
    let names = stopped.iter().map(|one| format!("“{}”", one.text)).collect::<Vec<_>>().join(", ");
    let text = Label::said(
        format_args!("Wat doodbloedde, is gestopt: {names}. Zo komt er ruimte voor wat mensen zelf willen."),
        format_args!(
            "What was bleeding to death was stopped: {names}. That makes room for what people want themselves."
        ),
    );
    let evidence = stopped.iter().filter_map(|one| one.closed).collect::<Ordered<usize>>().into_vec();
    remark(RemarkCode::LetGo, text, evidence)
}

fn relational_outcome(history: &History<'_>) -> Option<Remark> {
    let heard = voices(history).into_iter().filter(|voice| voice.heard && !voice.by_others());
    let text = Label::of(
        "De brongroep zegt dat zij zich gehoord voelt. Dat telt op zichzelf, ook als een activiteit niet doorging.",
        "The source group says that it feels heard. That counts by itself, also when an activity did not take place.",
    );
    remark(RemarkCode::RelationalOutcome, text, heard.map(|voice| voice.number).collect())
}

fn capacity_not_recorded(history: &History<'_>) -> Option<Remark> {
    let open = history.state.promises.iter().filter(|one| one.closed.is_none() && one.capacity.is_none());
    let text = Label::of(
        "Van open beloften is niet vastgelegd of de partij ze kan waarmaken.",
        "Of open promises it is not recorded whether the party can deliver them.",
    );
    remark(RemarkCode::CapacityNotRecorded, text, open.map(|promise| promise.made).collect())
}

fn possibly_later(history: &History<'_>) -> Option<Remark> {
    let text = Label::of(
        "Van sommige gebeurtenissen is niet zeker of zij al waren gebeurd: alleen de maand of het jaar is bekend. Wat daarop berust, is mogelijk en niet zeker.",
        "Of some events it is not certain whether they had happened yet: only the month or the year is known. What rests on them is possible, not certain.",
    );
    let evidence = (history.certain() + 1..=history.entries().len()).collect();
    remark(RemarkCode::PossiblyLater, text, evidence)
}

fn imprecise_dates(history: &History<'_>) -> Option<Remark> {
    let numbered = history.entries().iter().enumerate();
    let imprecise = numbered.filter(|(_, entry)| entry.when.precision() != Precision::Day);
    let text = Label::of(
        "Van sommige gebeurtenissen is alleen de maand of het jaar bekend. Termijnen tellen vanaf de laatste dag die mogelijk is.",
        "Of some events only the month or the year is known. Periods count from the last day that is possible.",
    );
    remark(RemarkCode::ImpreciseDates, text, imprecise.map(|(index, _)| index + 1).collect())
}
