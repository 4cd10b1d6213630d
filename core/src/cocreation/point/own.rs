//! Points with a rule of their own: who takes part and is heard, what stands, what was evaluated.

use super::table::FRAMES_SET;
use super::{Observation, together};
use crate::Label;
use crate::cocreation::history::{History, of};
use crate::cocreation::words::PartyKind;
use crate::cocreation::{Event, Phase};
use crate::events::Element;
use crate::ordered::Ordered;

/// Evaluations of a phase: of the phase they name, otherwise of the phase in which they took place.
pub(super) fn co_evaluation(history: &History<'_>, wanted: Phase) -> Observation {
    let mut evaluations =
        history.pick(|event| of!(event, Event::Evaluation { parties, phase, .. } => (parties, *phase)));
    evaluations.retain(|(number, (_, phase))| phase.or_else(|| history.phase_at(*number)) == Some(wanted));
    let parties: Vec<(usize, Vec<&str>)> = evaluations
        .into_iter()
        .map(|(number, (parties, _))| (number, parties.iter().map(Element::key).collect()))
        .collect();
    together(history, &parties)
}

/// The frames stand from when they were set until a change after the start is recorded.
pub(super) fn frames_kept(history: &History<'_>) -> Observation {
    let changed = frames_changed(history);
    if !changed.is_empty() {
        let dates = history.dates(&changed);
        let says = Label::said(
            format_args!("na de start veranderd ({dates})"),
            format_args!("changed after the start ({dates})"),
        );
        return Observation::new(Some(false), changed, says);
    }
    let set = FRAMES_SET.observe(history);
    if set.value.is_none() {
        return Observation::nothing();
    }
    let says = Label::of("geen verandering na de start vastgelegd", "no change after the start recorded");
    Observation::new(Some(true), set.evidence, says)
}

/// The changes of frames after the start: recorded as such, or recorded after a phase was entered.
pub(in crate::cocreation) fn frames_changed(history: &History<'_>) -> Vec<usize> {
    let changes =
        history.pick(|event| of!(event, Event::FramesChanged { before_start, .. } => *before_start));
    let after = |&(number, before): &(usize, Option<bool>)| {
        before == Some(false) || history.phase_at(number).is_some()
    };
    changes.into_iter().filter(after).map(|(number, _)| number).collect()
}

/// A kind of party takes part as soon as one of that kind does.
pub(super) fn takes_part(history: &History<'_>, kind: PartyKind) -> Observation {
    let of = |value: Option<bool>| -> Vec<&str> {
        let ids = history.parties_of(kind).map(|party| party.id.as_str());
        ids.filter(|id| history.state.takes_part(id) == value).collect()
    };
    let words = |ids: &[&str]| {
        let labels: Vec<Label> = ids.iter().map(|id| history.name(id)).collect();
        Label::join(&labels, ", ")
    };
    let (present, gone) = (of(Some(true)), of(Some(false)));
    let moved = |ids: &[&str]| -> Vec<usize> {
        ids.iter().filter_map(|id| history.state.moved(id)).collect::<Ordered<usize>>().into_vec()
    };
    if !present.is_empty() {
        return Observation::new(Some(true), moved(&present), words(&present));
    }
    if gone.is_empty() {
        return Observation::nothing();
    }
    let left = words(&gone);
    let says = Label::said(format_args!("gestopt: {}", left.nl), format_args!("left: {}", left.en));
    Observation::new(Some(false), moved(&gone), says)
}

/// No as soon as the source group was recorded as absent at one session, yes when it was at all of them.
pub(super) fn presence(history: &History<'_>, phase: Option<Phase>) -> Observation {
    let mut sessions = history.sessions();
    sessions.retain(|session| phase.is_none() || history.phase_at(session.number) == phase);
    let of = |value: Option<bool>| -> Vec<usize> {
        let such = sessions.iter().filter(|session| history.source_group_at(session.attendance) == value);
        such.map(|session| session.number).collect()
    };
    let (present, absent, silent) = (of(Some(true)), of(Some(false)), of(None));
    if !absent.is_empty() {
        let dates = history.dates(&absent);
        let says = Label::said(format_args!("afwezig ({dates})"), format_args!("absent ({dates})"));
        return Observation::new(Some(false), absent, says);
    }
    if !silent.is_empty() {
        let dates = history.dates(&silent);
        let says = Label::said(
            format_args!("niet vastgelegd of zij er was ({dates})"),
            format_args!("not recorded whether it was there ({dates})"),
        );
        return Observation::new(None, silent, says);
    }
    if present.is_empty() {
        return Observation::nothing();
    }
    let dates = history.dates(&present);
    let says = Label::said(
        format_args!("bij elke bijeenkomst ({dates})"),
        format_args!("at every session ({dates})"),
    );
    Observation::new(Some(true), present, says)
}
