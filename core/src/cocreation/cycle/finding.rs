//! What asks for attention in the policy cycle.

use super::AssemblyReview;
use crate::Label;
use crate::cocreation::findings::{Finding, FindingCode};
use crate::cocreation::history::{History, of};
use crate::cocreation::point::policy;
use crate::cocreation::{AdviceForce, Event};
use crate::ordered::by_key;

pub(super) fn find(history: &History<'_>, assemblies: &[AssemblyReview]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = frames_late(history).into_iter().collect();
    findings.extend(plans_not_followed(history));
    findings.extend(assemblies.iter().filter_map(|assembly| not_followed(history, assembly)));
    findings.extend(assemblies.iter().filter_map(|assembly| force_unknown(history, assembly)));
    by_key(findings, |finding| (finding.code, finding.evidence.first().copied()))
}

fn frames_late(history: &History<'_>) -> Option<Finding> {
    let observation = policy::FRAMES_FIRST.observe(history);
    if observation.value != Some(false) {
        return None;
    }
    let text = policy::FRAMES_FIRST.line(&observation);
    let advice = Label::of(
        "Vertel iedereen welke kaders er nu zijn en wat dat betekent voor wat al is bedacht.",
        "Tell everyone which frames there are now and what that means for what was already thought up.",
    );
    Some(Finding::new(FindingCode::FramesSetLate, text, observation.evidence, advice))
}

/// A plan that fits the frames goes through.
fn plans_not_followed(history: &History<'_>) -> Vec<Finding> {
    let decided = history.pick(|event| {
        of!(event, Event::PolicyDecided { fits_frames: Some(true), follows_plan: Some(false), reason, .. }
            => reason.is_some())
    });
    let finding = |(number, reasoned): (usize, bool)| {
        let date = history.date(number);
        let (nl, en) = if reasoned {
            ("de reden is vastgelegd", "the reason is recorded")
        } else {
            ("een reden is niet vastgelegd", "a reason is not recorded")
        };
        let text = Label::said(
            format_args!("Het plan past binnen de kaders, maar het besluit volgt het niet ({date}); {nl}."),
            format_args!("The plan fits the frames, but the decision does not follow it ({date}); {en}."),
        );
        let advice = Label::of(
            "Past een plan binnen de kaders die vooraf golden, dan hoort het door te gaan. Leg anders uit waarom niet, aan wie het maakten.",
            "A plan that fits the frames that held beforehand goes through. Otherwise explain why not, to those who made it.",
        );
        Finding::new(FindingCode::FittingPlanNotFollowed, text, vec![number], advice)
    };
    decided.into_iter().map(finding).collect()
}

/// Binding advice that is not followed, and other advice that is not followed without a reason.
fn not_followed(history: &History<'_>, assembly: &AssemblyReview) -> Option<Finding> {
    let decision = assembly.decision.filter(|_| assembly.followed == Some(false))?;
    let (nl, en) = match (assembly.force, &assembly.reason) {
        (Some(AdviceForce::Binding), _) => ("het advies was bindend", "the advice was binding"),
        (_, None) => ("een reden is niet vastgelegd", "a reason is not recorded"),
        (_, Some(_)) => return None,
    };
    let (advised, decided) = (history.date(assembly.event), history.date(decision));
    let text = Label::said(
        format_args!("Het besluit ({decided}) volgt het advies van het burgerberaad ({advised}) niet; {nl}."),
        format_args!(
            "The decision ({decided}) does not follow the advice of the citizens' assembly ({advised}); {en}."
        ),
    );
    let advice = Label::of(
        "Leg aan het burgerberaad uit waarom, en bespreek wat dat betekent voor wat vooraf was gezegd.",
        "Explain to the assembly why, and discuss what that means for what was said beforehand.",
    );
    Some(Finding::new(FindingCode::AdviceNotFollowed, text, vec![assembly.event, decision], advice))
}

fn force_unknown(history: &History<'_>, assembly: &AssemblyReview) -> Option<Finding> {
    if assembly.force.is_some() {
        return None;
    }
    let date = history.date(assembly.event);
    let text = Label::said(
        format_args!("Van het advies van het burgerberaad ({date}) is niet vastgelegd of het bindend is."),
        format_args!("Of the advice of the citizens' assembly ({date}) it is not recorded whether it binds."),
    );
    let advice = Label::of(
        "Zeg vooraf of het advies bindt: mensen horen te weten welke invloed zij hebben.",
        "Say beforehand whether the advice binds: people ought to know which influence they have.",
    );
    Some(Finding::new(FindingCode::AdviceForceUnknown, text, vec![assembly.event], advice))
}
