//! Where the energy leaks away: what asks to be stopped or stalled, so that people can follow what does move.

use super::{Finding, FindingCode};
use crate::Label;
use crate::cocreation::energy::{InitiativeEnergy, Momentum};
use crate::cocreation::history::History;
use crate::cocreation::settings::Settings;

pub(super) fn find(initiatives: &[InitiativeEnergy], settings: &Settings) -> Vec<Finding> {
    let quiet = initiatives.iter().filter_map(|initiative| quiet(initiative, settings));
    quiet.chain(initiatives.iter().filter_map(without_owner)).collect()
}

fn quiet(initiative: &InitiativeEnergy, settings: &Settings) -> Option<Finding> {
    if initiative.momentum != Momentum::Quiet {
        return None;
    }
    let (text, days, limit) = (&initiative.text, initiative.days_since_sign, settings.initiative_quiet.days);
    let text = Label::said(
        format_args!(
            "Van het initiatief “{text}” is al {days} dagen niets vastgelegd, langer dan {limit} dagen."
        ),
        format_args!(
            "Of the initiative “{text}” nothing has been recorded for {days} days, longer than {limit} days."
        ),
    );
    let advice = Label::of(
        "Vraag wie er nog energie voor heeft. Is er niemand, stal het of stop het meteen, en ga waar de energie wél is. Een professional voert het niet alsnog uit.",
        "Ask who still has energy for it. If no one has, stall it or stop it at once, and go where the energy is. A professional does not carry it out after all.",
    );
    Some(Finding::new(FindingCode::InitiativeQuiet, text, initiative.signs.clone(), advice))
}

/// Neither carried nor owned by the people it is about.
fn without_owner(initiative: &InitiativeEnergy) -> Option<Finding> {
    let open = matches!(initiative.momentum, Momentum::Moving | Momentum::Quiet);
    if !open || initiative.owner.is_some() || initiative.by_source_group {
        return None;
    }
    let text = &initiative.text;
    let text = Label::said(
        format_args!(
            "Van het initiatief “{text}” is geen eigenaar vastgelegd, en de brongroep draagt het niet."
        ),
        format_args!(
            "Of the initiative “{text}” no owner is recorded, and the source group does not carry it."
        ),
    );
    let advice = Label::of(
        "Vraag wie er eigenaar van wil zijn. Wil niemand dat, stal het dan: dat is geen mislukking.",
        "Ask who wants to own it. If no one does, stall it: that is no failure.",
    );
    Some(Finding::new(FindingCode::InitiativeWithoutOwner, text, initiative.signs.clone(), advice))
}

/// Every finding about energy: those of initiatives, and of people who came no more.
pub(in crate::cocreation) fn of_energy(
    history: &History<'_>,
    initiatives: &[InitiativeEnergy],
    settings: &Settings,
) -> Vec<Finding> {
    let mut findings = super::source_group::find(history);
    findings.extend(super::initiatives::find(history));
    findings.retain(|finding| {
        matches!(
            finding.code,
            FindingCode::SourceGroupDroppedOut
                | FindingCode::TakenOverByProfessional
                | FindingCode::InitiativeNotStopped
        )
    });
    findings.extend(find(initiatives, settings));
    crate::ordered::by_key(findings, |finding| (finding.code, finding.evidence.first().copied()))
}
