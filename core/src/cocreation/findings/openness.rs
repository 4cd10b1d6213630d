//! Whether the frames stand, people hear back, expectations are clear and more than one perspective is heard.

use super::{Finding, FindingCode};
use crate::Label;
use crate::cocreation::history::History;
use crate::cocreation::point::{own, table as points};
use crate::cocreation::review::perspectives;
use crate::cocreation::{Event, Phase};

pub(super) fn find(history: &History<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> =
        own::frames_changed(history).into_iter().map(|number| frames_changed(history, number)).collect();
    findings.extend(not_fed_back(history));
    findings.extend(not_explicit(history));
    findings.extend(one_perspective(history));
    findings
}

fn frames_changed(history: &History<'_>, number: usize) -> Finding {
    let date = history.date(number);
    let said_before =
        history.numbers(|event| matches!(event, Event::FramesChanged { before_start: Some(true), .. }));
    let text = if said_before.contains(&number) {
        Label::said(
            format_args!(
                "De kaders zijn veranderd ({date}); dat staat er als vóór de start, maar er was al een fase ingegaan."
            ),
            format_args!(
                "The frames were changed ({date}); it says before the start, but a phase had been entered already."
            ),
        )
    } else {
        Label::said(
            format_args!("De kaders zijn veranderd ({date}), na de start van de co-creatie."),
            format_args!("The frames were changed ({date}), after the co-creation had started."),
        )
    };
    let set = points::FRAMES_SET.observe(history);
    let evidence = set.evidence.into_iter().chain([number]).collect();
    let advice = Label::of(
        "Vertel alle partijen wat er verandert en waarom, en vraag wat dat voor hen betekent. Meebewegen met de mensen kan goed zijn; stilletjes terugkomen op afspraken niet.",
        "Tell all parties what changes and why, and ask what that means to them. Moving along with people can be good; quietly going back on what was fixed is not.",
    );
    Finding::new(FindingCode::FramesChanged, text, evidence, advice)
}

/// Only when people were listened to and a later phase was entered after that.
fn not_fed_back(history: &History<'_>) -> Option<Finding> {
    let listened = history.numbers(|event| matches!(event, Event::Listening { .. }));
    let first = listened.first()?;
    let entered =
        history.state.visits.iter().find(|visit| visit.phase > Phase::Start && visit.entered > *first)?;
    let fed_back = points::FED_BACK.observe(history);
    let (phase, date) = (crate::Vocabulary::label(entered.phase), history.date(entered.entered));
    let text = match fed_back.value {
        Some(true) => return None,
        Some(false) => Label::said(
            format_args!(
                "De fase {} is ingegaan ({date}); de analyse is wel teruggekoppeld, maar niet aan de brongroep.",
                phase.nl
            ),
            format_args!(
                "The phase {} was entered ({date}); the analysis was fed back, but not to the source group.",
                phase.en
            ),
        ),
        None => Label::said(
            format_args!(
                "Er is geluisterd en de fase {} is ingegaan ({date}); niet is vastgelegd dat de analyse is teruggekoppeld.",
                phase.nl
            ),
            format_args!(
                "People were listened to and the phase {} was entered ({date}); it is not recorded that the analysis was fed back.",
                phase.en
            ),
        ),
    };
    let evidence = listened.iter().copied().chain(fed_back.evidence).chain([entered.entered]).collect();
    let advice = Label::of(
        "Vertel de mensen die hun verhaal deelden wat ervan is gemaakt, en vraag of het klopt.",
        "Tell the people who shared their stories what was made of them, and ask whether it is right.",
    );
    Some(Finding::new(FindingCode::AnalysisNotFedBack, text, evidence, advice))
}

fn not_explicit(history: &History<'_>) -> Option<Finding> {
    let entered = history.state.visits.iter().find(|visit| visit.phase == Phase::CoProduction)?.entered;
    let discussed = points::EXPECTATIONS.observe(history);
    let date = history.date(entered);
    let text = match discussed.value {
        Some(true) => return None,
        Some(false) => Label::said(
            format_args!(
                "Co-productie is ingegaan ({date}); verwachtingen zijn besproken, maar niet door de brongroep en een andere partij samen."
            ),
            format_args!(
                "Co-production was entered ({date}); expectations were discussed, but not by the source group and another party together."
            ),
        ),
        None => Label::said(
            format_args!(
                "Co-productie is ingegaan ({date}); een gesprek over verwachtingen is niet vastgelegd."
            ),
            format_args!("Co-production was entered ({date}); talking about expectations is not recorded."),
        ),
    };
    let evidence = discussed.evidence.into_iter().chain([entered]).collect();
    let advice = Label::of(
        "Bespreek met elkaar wat ieder verwacht en wat echt kan. Zonder dat gesprek lekt energie weg.",
        "Talk about what each expects and what is really possible. Without that conversation energy leaks away.",
    );
    Some(Finding::new(FindingCode::ExpectationsNotExplicit, text, evidence, advice))
}

fn one_perspective(history: &History<'_>) -> Option<Finding> {
    let perspectives = perspectives(history);
    let [only] = perspectives.as_slice() else { return None };
    let text = Label::said(
        format_args!("Het logboek is geschreven vanuit één perspectief: {}.", only.label.nl),
        format_args!("The log is written from one perspective: {}.", only.label.en),
    );
    let advice = Label::of(
        "Vraag ook anderen om vast te leggen hoe zij het zien, en in elk geval de mensen om wie het gaat.",
        "Ask others, too, to record how they see it, in any case the people it is about.",
    );
    let evidence = (1..=history.entries().len()).collect();
    Some(Finding::new(FindingCode::OnePerspective, text, evidence, advice))
}
