//! Citizens' assemblies: what they advised, with what force, and what was decided after it.

use crate::cocreation::history::{History, of};
use crate::cocreation::{AdviceForce, Event};
use crate::events::Moment;
use crate::{Label, Vocabulary};
use serde::Serialize;

/// What a citizens' assembly advised, and what became of it. What is not recorded is `None`.
///
/// # Source
/// COC-102 calls the advice binding, PUB-56 says that it normally is not; so its force is recorded, never assumed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AssemblyReview {
    /// The number of the event.
    pub event: usize,
    /// When.
    pub when: Moment,
    /// Who advised.
    pub party: String,
    /// What was advised.
    pub text: String,
    /// Whether its members were drawn by lot.
    pub by_lot: Option<bool>,
    /// Whether the advice binds.
    pub force: Option<AdviceForce>,
    /// The same in words.
    pub force_label: Option<Label>,
    /// The event with the first decision after it.
    pub decision: Option<usize>,
    /// Whether that decision follows the advice.
    pub followed: Option<bool>,
    /// Why, when it does not.
    pub reason: Option<String>,
}

pub(super) fn assemblies(history: &History<'_>) -> Vec<AssemblyReview> {
    let advised = history.pick(|event| of!(event, Event::AssemblyAdvised { .. } => event));
    let decided = history.pick(|event| {
        of!(event, Event::PolicyDecided { follows_advice, reason, .. } => (*follows_advice, reason.clone()))
    });
    let of = |(number, event): (usize, &Event)| {
        let (by, by_lot, force, text) = of!(
            event,
            Event::AssemblyAdvised { by, by_lot, force, text } => (by, *by_lot, *force, text)
        )?;
        let decision = decided.iter().find(|(decision, _)| *decision > number);
        Some(AssemblyReview {
            event: number,
            when: history.entry(number)?.when,
            party: by.as_str().to_owned(),
            text: text.clone(),
            by_lot,
            force,
            force_label: force.map(Vocabulary::label),
            decision: decision.map(|(number, _)| *number),
            followed: decision.and_then(|(_, (follows, _))| *follows),
            reason: decision.and_then(|(_, (_, reason))| reason.clone()),
        })
    };
    advised.into_iter().filter_map(of).collect()
}
