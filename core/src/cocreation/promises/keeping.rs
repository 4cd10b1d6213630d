//! How long it takes until a promise is kept, when some are still open.

use super::{PromiseEntry, PromiseState};
use crate::survival::{Comparison, Curve, Group, Spell, log_rank};
use crate::{Label, Source};
use serde::Serialize;

/// Fewer ends than this say little about a curve or a difference.
const FEW: usize = 10;

/// How long it takes until a promise is kept.
///
/// An open promise counts as open for as long as it was seen; so does one that was withdrawn, for after that it could
/// not be kept any more. Of dates that are not known to the day, the first days are used.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Keeping {
    /// The share of all promises that is not kept yet, over the days since they were made.
    pub all: Curve,
    /// The same for each party.
    pub by_party: Vec<PartyKeeping>,
    /// Whether parties differ; `None` when there is nothing to compare.
    pub comparison: Option<Comparison>,
    /// What to keep in mind.
    pub cautions: Vec<Label>,
    /// Where it comes from.
    pub source: Source,
}

/// How long it takes until one party keeps a promise.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartyKeeping {
    /// The party.
    pub party: String,
    /// What people call it.
    pub label: Label,
    /// The share of its promises that is not kept yet.
    pub curve: Curve,
}

pub(super) fn keeping(promises: &[PromiseEntry]) -> Keeping {
    let spell = |promise: &PromiseEntry| Spell::days(promise.days, promise.state == PromiseState::Kept);
    let all: Vec<Spell> = promises.iter().map(spell).collect();
    let mut groups: Vec<(Group, Label)> = Vec::new();
    for promise in promises {
        match groups.iter_mut().find(|(group, _)| group.id == promise.by) {
            Some((group, _)) => group.spells.push(spell(promise)),
            None => groups.push((
                Group { id: promise.by.clone(), spells: vec![spell(promise)] },
                promise.by_label.clone(),
            )),
        }
    }
    let by_party = groups.iter().map(|(group, label)| PartyKeeping {
        party: group.id.clone(),
        label: label.clone(),
        curve: Curve::of(&group.spells),
    });
    let by_party = by_party.collect();
    let groups: Vec<Group> = groups.into_iter().map(|(group, _)| group).collect();
    Keeping {
        all: Curve::of(&all),
        by_party,
        comparison: log_rank(&groups),
        cautions: cautions(promises),
        source: Source::facts(&["COC-91"]),
    }
}

fn cautions(promises: &[PromiseEntry]) -> Vec<Label> {
    let mut cautions = Vec::new();
    let kept = promises.iter().filter(|promise| promise.state == PromiseState::Kept).count();
    if kept < FEW {
        cautions.push(Label::said(
            format_args!("Er zijn {kept} nagekomen beloften vastgelegd: te weinig om veel op te bouwen."),
            format_args!("{kept} kept promises are recorded: too few to build much on."),
        ));
    }
    let withdrawn = promises.iter().filter(|promise| promise.state == PromiseState::Withdrawn).count();
    if withdrawn > 0 {
        cautions.push(Label::said(
            format_args!("Ingetrokken beloften ({withdrawn}) tellen als open tot de dag van intrekken."),
            format_args!("Withdrawn promises ({withdrawn}) count as open until the day of withdrawal."),
        ));
    }
    let imprecise = promises.iter().filter(|promise| promise.imprecise()).count();
    if imprecise > 0 {
        cautions.push(Label::said(
            format_args!(
                "Van {imprecise} beloften is een datum niet op de dag bekend; gerekend is met de eerste dag."
            ),
            format_args!("Of {imprecise} promises a date is not known to the day; the first day was used."),
        ));
    }
    cautions
}
