//! Whose task an initiative is, who carries it, and whether it is let go when it stands still.

use super::{Finding, FindingCode};
use crate::Label;
use crate::cocreation::history::History;
use crate::cocreation::state::Initiative;
use crate::cocreation::turnout::drop_outs;
use crate::cocreation::words::Task;

pub(super) fn find(history: &History<'_>) -> Vec<Finding> {
    let initiatives = &history.state.initiatives;
    let mut findings: Vec<Finding> = initiatives.iter().filter_map(own_task).collect();
    findings.extend(initiatives.iter().filter_map(|initiative| taken_over(history, initiative)));
    findings.extend(initiatives.iter().filter_map(|initiative| not_stopped(history, initiative)));
    findings
}

fn own_task(initiative: &Initiative) -> Option<Finding> {
    if initiative.task != Some(Task::OwnTask) || initiative.as_co_creation != Some(true) {
        return None;
    }
    let text = &initiative.text;
    let text = Label::said(
        format_args!(
            "Het initiatief “{text}” is een eigen taak van één partij en staat in het logboek als co-creatie."
        ),
        format_args!("The initiative “{text}” is one party's own task and stands in the log as co-creation."),
    );
    let advice = Label::of(
        "Laat de partij haar eigen taak gewoon doen, en vertel de anderen wanneer. Bewaar co-creatie voor wat alleen samen kan.",
        "Let the party simply do its own task, and tell the others when. Keep co-creation for what can only be done together.",
    );
    let evidence = initiative.idea.into_iter().chain([initiative.started]).collect();
    Some(Finding::new(FindingCode::OwnTaskAsCoCreation, text, evidence, advice))
}

/// The source group carried it or came to its sessions, then dropped out or it stood still, and now another party
/// carries it.
fn taken_over(history: &History<'_>, initiative: &Initiative) -> Option<Finding> {
    let &(number, ref carrier) = initiative.carriers.last()?;
    if number == initiative.started
        || history.in_source_group(carrier)
        || initiative.task == Some(Task::OwnTask)
        || initiative.stopped
    {
        return None;
    }
    let before = history.before(number);
    let then = before.state.initiatives.iter().find(|one| one.id == initiative.id)?;
    let was_theirs = then.carriers.iter().any(|(_, party)| history.in_source_group(party));
    let mut evidence: Vec<usize> = drop_outs(&before)
        .into_iter()
        .filter(|drop_out| match drop_out.initiative {
            Some(id) => id == initiative.id,
            None => was_theirs,
        })
        .filter_map(|drop_out| drop_out.since())
        .collect();
    evidence.extend(then.stalled.filter(|_| was_theirs));
    if evidence.is_empty() {
        return None;
    }
    evidence.push(number);
    let (party, text, date) = (history.name(carrier), &initiative.text, history.date(number));
    let text = Label::said(
        format_args!(
            "Het initiatief “{text}” wordt sinds {date} gedragen door de partij “{}”, nadat de brongroep afhaakte of het stilviel.",
            party.nl
        ),
        format_args!(
            "The initiative “{text}” has been carried by the party “{}” since {date}, after the source group dropped out or it stalled.",
            party.en
        ),
    );
    let advice = Label::of(
        "Een coördinator of professional ondersteunt een initiatief en voert het niet zelf uit. Laat het los, of vraag wie uit de brongroep het wil dragen.",
        "A coordinator or professional supports an initiative and does not carry it out. Let it go, or ask who of the source group wants to carry it.",
    );
    Some(Finding::new(FindingCode::TakenOverByProfessional, text, evidence, advice))
}

fn not_stopped(history: &History<'_>, initiative: &Initiative) -> Option<Finding> {
    let stalled = initiative.stalled.filter(|_| initiative.closed.is_none())?;
    let (text, date) = (&initiative.text, history.date(stalled));
    let text = Label::said(
        format_args!(
            "Het initiatief “{text}” ligt stil sinds {date}; niet is vastgelegd dat het is gestopt of verdergaat."
        ),
        format_args!(
            "The initiative “{text}” has stood still since {date}; it is not recorded that it was stopped or resumed."
        ),
    );
    let advice = Label::of(
        "Stop meteen met wat doodbloedt, en geef ruimte aan wat mensen zelf willen.",
        "Stop at once what is bleeding to death, and make room for what people want themselves.",
    );
    Some(Finding::new(FindingCode::InitiativeNotStopped, text, vec![initiative.started, stalled], advice))
}
