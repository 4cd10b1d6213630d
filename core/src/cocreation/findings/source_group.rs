//! Whether the source group is there, stays and is heard.

use super::{Finding, FindingCode};
use crate::Label;
use crate::cocreation::history::History;
use crate::cocreation::point::voice;
use crate::cocreation::turnout::{DropOut, drop_outs};
use crate::cocreation::words::Ending;

pub(super) fn find(history: &History<'_>) -> Vec<Finding> {
    let drop_outs = drop_outs(history);
    let mut findings: Vec<Finding> =
        drop_outs.iter().filter_map(|drop_out| dropped_out(history, drop_out)).collect();
    findings.extend(absent(history, &drop_outs));
    findings.extend(not_heard(history));
    findings
}

/// Not when what they dropped out of was already brought to an end: that is what the advice asks for.
fn dropped_out(history: &History<'_>, drop_out: &DropOut<'_>) -> Option<Finding> {
    let since = drop_out.since()?;
    let ended = match (drop_out.initiative, history.state.ended) {
        (Some(id), _) => history.state.initiatives.iter().any(|one| one.id == id && one.closed.is_some()),
        (None, Some((number, ending))) => {
            number < since || matches!(ending, Ending::Stopped | Ending::NotStarted)
        }
        (None, None) => false,
    };
    if ended {
        return None;
    }
    let (party, date, times) = (history.name(drop_out.party), history.date(since), drop_out.attended.len());
    let often = if times == 1 { "once".to_owned() } else { format!("{times} times") };
    let text = if drop_out.left.is_some() {
        Label::said(
            format_args!(
                "De partij “{}” is gestopt ({date}); zij was {times} keer bij een bijeenkomst.",
                party.nl
            ),
            format_args!("The party “{}” left ({date}); it was at a session {often}.", party.en),
        )
    } else {
        let of = history.initiative_name(drop_out.initiative);
        Label::said(
            format_args!(
                "De partij “{}” kwam {times} keer bij {}, en vanaf {date} niet meer.",
                party.nl, of.nl
            ),
            format_args!("The party “{}” came to {} {often}, and from {date} no more.", party.en, of.en),
        )
    };
    let advice = Label::of(
        "Stop hiermee of laat het meteen los, en ga waar de energie van de mensen wél is. Vraag wat zij verwachtten. Laat een coördinator of professional het niet alsnog uitvoeren.",
        "Stop this or let it go at once, and go where people's energy is. Ask what they expected. Do not have a coordinator or professional carry it out after all.",
    );
    Some(Finding::new(FindingCode::SourceGroupDroppedOut, text, drop_out.evidence(), advice))
}

/// Sessions at which the source group was recorded as absent, and sessions of which this is not recorded. What a
/// drop-out already shows is not told twice.
fn absent(history: &History<'_>, drop_outs: &[DropOut<'_>]) -> Vec<Finding> {
    let told: Vec<usize> = drop_outs.iter().flat_map(|drop_out| drop_out.absent.clone()).collect();
    let of = |wanted: Option<bool>| -> Vec<usize> {
        let sessions = history.sessions().into_iter();
        let such = sessions.filter(|session| history.source_group_at(session.attendance) == wanted);
        such.map(|session| session.number).filter(|number| !told.contains(number)).collect()
    };
    let (absent, silent) = (of(Some(false)), of(None));
    let (on, unclear) = (history.dates(&absent), history.dates(&silent));
    let recorded = Label::said(
        format_args!("De brongroep was niet bij een bijeenkomst ({on})."),
        format_args!("The source group was not at a session ({on})."),
    );
    let not_recorded = Label::said(
        format_args!("Niet is vastgelegd of de brongroep bij een bijeenkomst was ({unclear})."),
        format_args!("It is not recorded whether the source group was at a session ({unclear})."),
    );
    let advice = Label::of(
        "Vraag wat de brongroep nodig heeft om erbij te zijn: tijd, plek, taal, vertrouwen. Leg bij elke bijeenkomst vast wie er waren.",
        "Ask what the source group needs to be there: time, place, language, trust. Record at every session who were there.",
    );
    [(recorded, absent), (not_recorded, silent)]
        .into_iter()
        .filter(|(_, evidence)| !evidence.is_empty())
        .map(|(text, evidence)| Finding::new(FindingCode::SourceGroupAbsent, text, evidence, advice.clone()))
        .collect()
}

/// The source group says so itself, or those who organise say it of the source group.
fn not_heard(history: &History<'_>) -> Option<Finding> {
    let own = voice::itself(history);
    let (others, said) = voice::by_others(history);
    let not = |number: &usize| voice::voices(history).iter().any(|one| one.number == *number && !one.heard);
    let mut text = if own.value == Some(false) {
        let date = history.dates(&own.evidence);
        Label::said(
            format_args!("De brongroep zegt dat zij zich niet gehoord voelt ({date})."),
            format_args!("The source group says that it does not feel heard ({date})."),
        )
    } else if others.iter().any(not) {
        Label::of(
            "Anderen zeggen dat de brongroep niet gehoord wordt.",
            "Others say that the source group is not heard.",
        )
    } else {
        return None;
    };
    if !others.is_empty() {
        let both = voice::beside(&own.says, &said);
        let both = Label::said(
            format_args!("Naast elkaar: {}.", both.nl),
            format_args!("Side by side: {}.", both.en),
        );
        text = Label::join([&text, &both], " ");
    }
    let advice = Label::of(
        "Vraag wat er nodig is om vrijuit te spreken. Veel mensen zijn een gelijkwaardig gesprek niet gewend; de organisatoren meestal wel.",
        "Ask what is needed to speak freely. Many people are not used to a conversation as equals; the organisers usually are.",
    );
    let evidence = own.evidence.into_iter().chain(others).collect();
    Some(Finding::new(FindingCode::SourceGroupNotHeard, text, evidence, advice))
}
