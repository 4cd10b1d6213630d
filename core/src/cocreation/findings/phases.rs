//! How phases were entered and whether they were evaluated together.

use super::{Finding, FindingCode};
use crate::cocreation::history::{History, of};
use crate::cocreation::point::table as points;
use crate::cocreation::settings::Settings;
use crate::cocreation::state::Visit;
use crate::cocreation::words::Ending;
use crate::cocreation::{Event, Phase};
use crate::{Label, Vocabulary};
use chrono::NaiveDate;

pub(super) fn find(history: &History<'_>, as_of: NaiveDate, settings: &Settings) -> Vec<Finding> {
    let visits = &history.state.visits;
    let mut findings: Vec<Finding> =
        visits.iter().filter_map(|visit| without_agreement(history, visit)).collect();
    findings.extend(without_judgement(history));
    findings.extend(visits.iter().filter_map(|visit| without_success(history, visit)));
    findings.extend(
        Phase::ALL.iter().filter_map(|&phase| without_co_evaluation(history, phase, as_of, settings)),
    );
    findings
}

/// What counts is what was recorded when the phase was entered.
fn without_agreement(history: &History<'_>, visit: &Visit) -> Option<Finding> {
    if visit.phase != Phase::CoDesign {
        return None;
    }
    let before = points::SUBJECT_AGREED.observe(&history.before(visit.entered));
    let date = history.date(visit.entered);
    let mut text = match before.value {
        Some(true) => return None,
        Some(false) => Label::said(
            format_args!(
                "Co-design is ingegaan ({date}); overeenstemming over het onderwerp: {}.",
                before.says.nl
            ),
            format_args!("Co-design was entered ({date}); agreement on the subject: {}.", before.says.en),
        ),
        None => Label::said(
            format_args!(
                "Co-design is ingegaan ({date}); overeenstemming over het onderwerp was toen niet vastgelegd."
            ),
            format_args!(
                "Co-design was entered ({date}); agreement on the subject was not recorded at that time."
            ),
        ),
    };
    let mut evidence = before.evidence;
    evidence.push(visit.entered);
    let now = points::SUBJECT_AGREED.observe(history);
    if now.value == Some(true) {
        let later = Label::of(
            "Overeenstemming met de brongroep is later vastgelegd.",
            "Agreement with the source group was recorded later.",
        );
        text = Label::join([&text, &later], " ");
        evidence.extend(now.evidence);
    }
    let advice = Label::of(
        "Onderzoek het onderwerp met de brongroep en de andere partijen; teruggaan naar de start mag. Is er al overeenstemming, leg dan vast wie het eens zijn.",
        "Examine the subject with the source group and the other parties; going back to the start is allowed. If there is agreement already, record who agree.",
    );
    Some(Finding::new(FindingCode::CoDesignWithoutAgreement, text, evidence, advice))
}

/// Moving on needs a judgement; beginning and moving back do not.
fn without_judgement(history: &History<'_>) -> Vec<Finding> {
    let entered = history.pick(
        |event| of!(event, Event::PhaseEntered { phase, judgement, .. } => (*phase, judgement.is_some())),
    );
    let forward = |number: usize, phase: Phase| {
        phase != Phase::Start && history.phase_at(number).is_none_or(|from| from < phase)
    };
    entered
        .into_iter()
        .filter(|&(number, (phase, judged))| !judged && forward(number, phase))
        .map(|(number, (phase, _))| {
            let (label, date) = (phase.label(), history.date(number));
            let text = Label::said(
                format_args!("De fase {} is ingegaan ({date}); er is geen oordeel vastgelegd waarom deze stap helpt.", label.nl),
                format_args!("The phase {} was entered ({date}); no judgement is recorded why this step helps.", label.en),
            );
            let advice = Label::of(
                "Leg vast wie oordeelden dat deze stap helpt, en waarom. Een datum of planning is geen reden.",
                "Record who judged that this step helps, and why. A date or a schedule is no reason.",
            );
            Finding::new(FindingCode::PhaseEnteredWithoutJudgement, text, vec![number], advice)
        })
        .collect()
}

fn without_success(history: &History<'_>, visit: &Visit) -> Option<Finding> {
    if visit.phase != Phase::Continuation {
        return None;
    }
    let before = history.before(visit.entered);
    let judged = [points::SUCCESSFUL, points::BETTER_FIT].map(|point| point.observe(&before));
    if judged.iter().all(|one| one.value == Some(true)) {
        return None;
    }
    let date = history.date(visit.entered);
    let text = if judged.iter().any(|one| one.value == Some(false)) {
        Label::said(
            format_args!(
                "Continuering is ingegaan ({date}); vastgelegd is dat de aanpak niet succesvol was of niet beter past bij de brongroep."
            ),
            format_args!(
                "Continuation was entered ({date}); it is recorded that the approach was not successful or does not fit the source group better."
            ),
        )
    } else {
        Label::said(
            format_args!(
                "Continuering is ingegaan ({date}); niet is vastgelegd dat de aanpak succesvol was en beter past bij de brongroep."
            ),
            format_args!(
                "Continuation was entered ({date}); it is not recorded that the approach was successful and fits the source group better."
            ),
        )
    };
    let evidence = judged.into_iter().flat_map(|one| one.evidence).chain([visit.entered]).collect();
    let advice = Label::of(
        "Oordeel samen of de aanpak succesvol was en of de dienst nu beter past bij de brongroep. Alleen dan is voortzetten aan de orde.",
        "Judge together whether the approach was successful and whether the service fits the source group better now. Only then continuing is in order.",
    );
    Some(Finding::new(FindingCode::ContinuationWithoutSuccess, text, evidence, advice))
}

/// A phase that was left, or has lasted longer than the period, without co-evaluation. A process that rightly did
/// not start has nothing to evaluate.
fn without_co_evaluation(
    history: &History<'_>,
    phase: Phase,
    as_of: NaiveDate,
    settings: &Settings,
) -> Option<Finding> {
    let last = history.state.visits.iter().rfind(|visit| visit.phase == phase)?;
    let review = phase.co_evaluation().review(history);
    let advice = review.ask?;
    if matches!(history.state.ended, Some((_, Ending::NotStarted))) {
        return None;
    }
    let since = history.entry(last.entered)?.when;
    let period = &settings.co_evaluation;
    let still = if settings.suspension_pauses.on { days_still(history, since.last(), as_of) } else { 0 };
    let days = as_of.signed_duration_since(since.last()).num_days() - still;
    if last.left.is_none() && !period.is_exceeded_by(days) {
        return None;
    }
    let label = phase.label();
    let text = if !review.evidence.is_empty() {
        Label::said(
            format_args!(
                "De fase {} is geëvalueerd, maar niet met de brongroep en een andere partij samen.",
                label.nl
            ),
            format_args!(
                "The phase {} was evaluated, but not by the source group and another party together.",
                label.en
            ),
        )
    } else if last.left.is_some() {
        Label::said(
            format_args!("Van de fase {} is geen co-evaluatie vastgelegd.", label.nl),
            format_args!("No co-evaluation of the phase {} is recorded.", label.en),
        )
    } else {
        let limit = period.days;
        let (not_counted, left_out) = match still {
            0 => (String::new(), String::new()),
            days => (
                format!(" (de {days} dagen waarin het stillag tellen niet mee)"),
                format!(" (the {days} days in which it stood still do not count)"),
            ),
        };
        Label::said(
            format_args!(
                "De fase {} loopt sinds {since}, langer dan {limit} dagen{not_counted}; een co-evaluatie is nog niet vastgelegd.",
                label.nl
            ),
            format_args!(
                "The phase {} has lasted since {since}, longer than {limit} days{left_out}; no co-evaluation is recorded yet.",
                label.en
            ),
        )
    };
    let evidence = review.evidence.into_iter().chain([last.entered]).chain(last.left).collect();
    Some(Finding::new(FindingCode::PhaseWithoutCoEvaluation, text, evidence, advice))
}

/// On how many days between two dates the process stood still: as many as the precision of the dates allows, so that
/// no period is called exceeded too early.
fn days_still(history: &History<'_>, from: NaiveDate, to: NaiveDate) -> i64 {
    let (mut total, mut counted) = (0, from);
    for &(begun, over) in &history.state.standstills {
        let Some(begun) = history.entry(begun) else { continue };
        let until = over.and_then(|over| history.entry(over)).map(|entry| entry.when.last());
        let start = begun.when.date().max(counted);
        let end = until.map_or(to, |until| until.min(to)).max(start);
        total += end.signed_duration_since(start).num_days();
        counted = end;
    }
    total
}
