//! Whether the source group is heard: what it says itself, and beside it what others say of it.

use super::{Observation, latest};
use crate::cocreation::Event;
use crate::cocreation::history::{History, of};
use crate::cocreation::words::PartyKind;
use crate::ordered::{Ordered, by_key};
use crate::{Label, Perspective, Vocabulary};

/// What is said about whether a part of the source group is heard.
pub(in crate::cocreation) struct Voice<'l> {
    pub(in crate::cocreation) number: usize,
    /// The party it is about.
    pub(in crate::cocreation) by: &'l str,
    pub(in crate::cocreation) heard: bool,
    /// Whose words they are.
    pub(in crate::cocreation) perspective: Perspective,
}

impl Voice<'_> {
    /// Whether these are the words of those who organise. Research reports what the source group says; what the
    /// organisers say of it is evidence of another kind (GEN-12).
    pub(in crate::cocreation) fn by_others(&self) -> bool {
        !matches!(self.perspective, Perspective::Client | Perspective::Education)
    }

    /// Whether the same party was later said to be heard or not from the same side.
    pub(in crate::cocreation) fn is_replaced_by(&self, later: &Self) -> bool {
        later.by == self.by && later.perspective == self.perspective && later.number > self.number
    }
}

/// Everything that is said about whether the source group is heard.
pub(in crate::cocreation) fn voices<'l>(history: &History<'l>) -> Vec<Voice<'l>> {
    let said =
        history.pick(|event| of!(event, Event::VoiceRecorded { by, heard, .. } => (by.as_str(), *heard)));
    let voice = |(number, (by, heard))| {
        let perspective = history.entry(number)?.perspective;
        Some(Voice { number, by, heard, perspective })
    };
    said.into_iter().filter(|(_, (by, _))| history.in_source_group(by)).filter_map(voice).collect()
}

/// No as soon as one part of the source group last said that it is not heard. What it says itself goes before what
/// research reports of it; what the organisers say decides nothing.
pub(in crate::cocreation) fn itself(history: &History<'_>) -> Observation {
    let said = voices(history);
    let last_of = |party: &str| {
        let from =
            |perspective| said.iter().rfind(|voice| voice.by == party && voice.perspective == perspective);
        from(Perspective::Client).or_else(|| from(Perspective::Education))
    };
    let last = history.parties_of(PartyKind::SourceGroup).filter_map(|party| last_of(&party.id));
    let last = last.map(|voice| (voice.number, voice.heard)).collect();
    // What decides comes last: one “no” weighs more than a later “yes” of another party.
    latest(history, &by_key(last, |&(number, heard)| (!heard, number)))
}

/// What the source group says itself decides; what the organisers say of it stands beside it.
pub(super) fn heard(history: &History<'_>) -> Observation {
    let own = itself(history);
    let (others, said) = by_others(history);
    if others.is_empty() {
        return own;
    }
    let evidence = own.evidence.iter().chain(&others).copied().collect::<Ordered<usize>>().into_vec();
    Observation::new(own.value, evidence, beside(&own.says, &said))
}

/// What the source group says itself, and what others say of it, side by side.
pub(in crate::cocreation) fn beside(own: &Label, said: &Label) -> Label {
    Label::said(
        format_args!("volgens de brongroep zelf: {}; volgens anderen: {}", own.nl, said.nl),
        format_args!("according to the source group itself: {}; according to others: {}", own.en, said.en),
    )
}

/// The last that each side of the organisers says of each part of the source group: the events, and the words.
pub(in crate::cocreation) fn by_others(history: &History<'_>) -> (Vec<usize>, Label) {
    let all = voices(history);
    let last = |voice: &&Voice<'_>| !all.iter().any(|other| voice.is_replaced_by(other));
    let others: Vec<&Voice<'_>> = all.iter().filter(|voice| voice.by_others()).filter(last).collect();
    let says = |voice: &&Voice<'_>| {
        let (view, of, date) =
            (voice.perspective.label(), history.name(voice.by), history.date(voice.number));
        let (nl, en) = if voice.heard { ("gehoord", "heard") } else { ("niet gehoord", "not heard") };
        Label::said(
            format_args!("“{}” is {nl}, zegt {} ({date})", of.nl, view.nl),
            format_args!("“{}” is {en}, says {} ({date})", of.en, view.en),
        )
    };
    let said: Vec<Label> = others.iter().map(says).collect();
    (others.iter().map(|voice| voice.number).collect(), Label::join(&said, ", "))
}
