//! The words around a timeline.

use super::super::{Period, Review};
use super::NAMES;
use crate::chart::{Frame, pick, sentence};
use crate::{Language, Vocabulary};
use chrono::NaiveDate;

pub(super) fn frame(review: &Review, since: Option<NaiveDate>, language: Language) -> Frame {
    let name = pick(language, "Co-creatie", "Co-creation");
    let title = format!("{name} – {}", review.title.in_language(language));
    let findings = vec![
        sentence(review.status.text.in_language(language)),
        recorded(review, since, language),
        attention(review, language),
    ];
    let told: Vec<&str> = review.findings.iter().map(|finding| finding.text.in_language(language)).collect();
    let description = format!("{} {} {}", sentence(&title), findings.join(" "), told.join(" "));
    let description = description.trim().to_owned();
    Frame { title, findings, caption: caption(review, language), description, left: NAMES, below: 14 }
}

/// How much was recorded, in which period and from which perspectives.
fn recorded(review: &Review, since: Option<NaiveDate>, language: Language) -> String {
    let until = review.as_of;
    let views = review.perspectives.iter();
    let views = views.map(|view| format!("{}\u{a0}{}", view.label.in_language(language), view.events));
    let views: Vec<String> = views.collect();
    let (views, events, later) = (views.join(", "), review.events, review.later_events);
    let mut text = match (since, language) {
        (None, Language::Nl) => format!("Tot en met {until} is niets vastgelegd."),
        (None, Language::En) => format!("Nothing was recorded up to and including {until}."),
        (Some(since), Language::Nl) => {
            format!("Gebeurtenissen van {since} tot en met {until}: {events} (volgens {views}).")
        }
        (Some(since), Language::En) => {
            format!("Events from {since} up to and including {until}: {events} (according to {views}).")
        }
    };
    if later > 0 {
        text =
            format!("{text} {}: {later}.", pick(language, "Later, en niet getekend", "Later, and not drawn"));
    }
    text
}

fn attention(review: &Review, language: Language) -> String {
    match review.findings.len() {
        0 => {
            let nothing = pick(
                language,
                "In wat is vastgelegd vraagt niets om aandacht.",
                "Nothing in what was recorded asks for attention.",
            );
            nothing.to_owned()
        }
        count => format!("{}: {count}.", pick(language, "Vraagt aandacht", "Asks for attention")),
    }
}

fn caption(review: &Review, language: Language) -> Vec<String> {
    let signs = pick(
        language,
        "Bijeenkomst: zo groot als de opkomst van de brongroep; leeg: brongroep afwezig; gestreept: opkomst onbekend. \
         Evaluatie: gevuld met de brongroep, open zonder. Stip: nagekomen of uitgevoerd; kruis: ingetrokken of gestopt; \
         pijl: loopt nog; streepjesrand: stilgevallen. Dun lijntje: wanneer het kan zijn geweest; bijeenkomsten erop staan op volgorde.",
        "Session: as large as the attendance of the source group; empty: source group absent; dashed: attendance unknown. \
         Evaluation: filled with the source group, open without. Dot: kept or carried out; cross: withdrawn or stopped; \
         arrow: goes on; dashed outline: stalled. Thin line: when it can have been; sessions on it stand in their order.",
    );
    let judged = pick(
        language,
        "Een fase is een toestand die mensen beoordelen, geen stap van een planning: teruggaan mag (COC-27, COC-29).",
        "A phase is a state that people judge, not a step of a schedule: going back is allowed (COC-27, COC-29).",
    );
    let days = |period: &Period| {
        let kind = period.provenance.kind.label();
        format!("{} {} ({})", period.days, pick(language, "dagen", "days"), kind.in_language(language))
    };
    let (promise, evaluation) = (days(&review.settings.promise_open), days(&review.settings.co_evaluation));
    let paused = match (review.settings.suspension_pauses.on, language) {
        (false, _) => "",
        (true, Language::Nl) => " (zonder de tijd dat het stillag)",
        (true, Language::En) => " (without the time in which it stood still)",
    };
    let periods = match language {
        Language::Nl => format!(
            "Vraagt aandacht: belofte zonder datum na {promise}, fase zonder co-evaluatie na {evaluation}{paused}."
        ),
        Language::En => format!(
            "Asks for attention: promise without a date after {promise}, phase without co-evaluation after {evaluation}{paused}."
        ),
    };
    vec![signs.to_owned(), periods, judged.to_owned()]
}
