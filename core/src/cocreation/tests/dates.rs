//! Dates of a month or a year, seen from within it: what may have happened is not taken as a fact.

use super::*;
use crate::cocreation::{Phase, RemarkCode, Switch, readiness};
use crate::decide::Truth;

/// The same event, of which only the year is known.
fn in_year(mut event: Value) -> Value {
    event["date_precision"] = json!("year");
    event
}

fn begun_in_2018(then: &[Value]) -> Log {
    let mut events = joined();
    for event in &mut events {
        event["date"] = json!("2018-01-01");
    }
    events.push(enter("2018-02-01", "start"));
    events.extend_from_slice(then);
    read(&events).unwrap()
}

#[test]
fn a_phase_of_a_year_is_not_entered_for_certain_before_its_end() {
    let log = begun_in_2018(&[in_year(enter("2019-01-01", "co-design"))]);
    let review = on(&log, "2019-03-01");
    assert_eq!((review.events, review.possible_events, review.later_events), (6, 1, 0));
    assert_eq!((review.status.phase, review.status.ended), (None, None));
    assert_eq!(review.status.between, [Phase::Start, Phase::CoDesign]);
    assert_eq!(review.status.evidence, [5, 6]);
    assert!(
        review
            .status
            .text
            .en
            .starts_with("certain: phase: start (since 2018-02-01); possible: phase: co-design")
    );
    let [start, co_design, co_production, _] = review.phases.as_slice() else { panic!() };
    assert_eq!((start.current, co_design.current, co_production.current), (None, None, Some(false)));
    assert_eq!((start.stays[0].begun, start.stays[0].over), (Some(true), None));
    assert_eq!((co_design.stays[0].begun, co_design.stays[0].over), (None, Some(false)));
    assert_eq!((review.next_steps.phase, &review.next_steps.readiness), (None, &None));
    assert!(review.next_steps.text.en.contains("not certain"));
    let finding = only(&review, FindingCode::CoDesignWithoutAgreement);
    assert!(!finding.certain && finding.text.en.starts_with("Possibly: Co-design was entered (2019)"));
    assert_eq!(review.remarks[0].code, RemarkCode::PossiblyLater);
    assert_eq!(review.remarks[0].evidence, [6]);

    let after = on(&log, "2019-12-31");
    assert_eq!((after.status.phase, after.possible_events), (Some(Phase::CoDesign), 0));
    assert_eq!(after.status.between, []);
    assert!(only(&after, FindingCode::CoDesignWithoutAgreement).certain);
    assert_eq!((after.phases[0].stays[0].over, after.phases[1].stays[0].begun), (Some(true), Some(true)));
}

#[test]
fn a_month_counts_from_its_last_day() {
    let mut entered = enter("2019-07-01", "co-design");
    entered["date_precision"] = json!("month");
    let log = begun_in_2018(&[entered]);
    let phase = |date: &str| on(&log, date).status.phase;
    assert_eq!(phase("2019-06-30"), Some(Phase::Start));
    assert_eq!((phase("2019-07-01"), phase("2019-07-30")), (None, None));
    assert_eq!(phase("2019-07-31"), Some(Phase::CoDesign));
}

#[test]
fn what_came_before_a_certain_event_is_certain() {
    let log = begun_in_2018(&[in_year(enter("2019-01-01", "co-design")), session("2019-03-01", 4, None)]);
    assert_eq!(on(&log, "2019-02-28").status.phase, None);
    assert_eq!(on(&log, "2019-03-01").status.phase, Some(Phase::CoDesign));
    // And what came after a possible event is possible at most.
    let log = begun_in_2018(&[
        session("2019-03-01", 4, None),
        in_year(enter("2019-01-01", "co-design")),
        in_year(event("2019-01-01", "suspended", json!({"reason": "corona"}))),
    ]);
    let review = on(&log, "2019-06-01");
    assert_eq!((review.status.phase, review.status.suspended), (None, None));
    assert_eq!(review.possible_events, 2);
}

#[test]
fn a_condition_is_unknown_while_what_it_rests_on_may_be_later() {
    let agreed = in_year(agree("2019-01-01", &["residents", "town"]));
    let log = begun_in_2018(&[agreed]);
    let on = |date: &str| readiness(&log, Phase::CoDesign, day(date));
    assert_eq!(on("2018-12-31").truth, Truth::Unknown);
    let within = on("2019-06-01");
    assert_eq!(within.truth, Truth::Unknown);
    assert_eq!(within.conditions[0].evidence, [6]);
    assert!(within.conditions[0].log_says[0].en.contains("possibly with the source group (2019)"));
    assert_eq!(on("2019-12-31").truth, Truth::Met);
}

/// A yes, then perhaps a no and a yes again: on both sides yes, and in between it may have been no.
#[test]
fn what_may_have_been_otherwise_in_between_is_unknown() {
    let need = |date: &str, needed: bool| event(date, "need-established", json!({"needed": needed}));
    let log = begun_in_2018(&[
        need("2018-03-01", true),
        in_year(need("2019-01-01", false)),
        in_year(need("2019-01-01", true)),
    ]);
    let truth = |date: &str| {
        let review = on(&log, date);
        review.phases[0]
            .conditions
            .iter()
            .find(|one| one.judgement.code == "need-established")
            .unwrap()
            .judgement
            .truth
    };
    assert_eq!(
        (truth("2018-12-31"), truth("2019-06-01"), truth("2019-12-31")),
        (Truth::Met, Truth::Unknown, Truth::Met)
    );
}

#[test]
fn a_promise_that_may_have_been_kept_is_possibly_open() {
    let made = event(
        "2018-03-01",
        "promise-made",
        json!({"id": "a", "by": "town", "to": "residents", "text": "x", "due": "2018-06-01"}),
    );
    let log = begun_in_2018(&[made, in_year(event("2019-01-01", "promise-kept", json!({"id": "a"})))]);
    assert!(only(&on(&log, "2018-12-31"), FindingCode::PromiseOpen).certain);
    let within = only(&on(&log, "2019-06-01"), FindingCode::PromiseOpen);
    assert!(!within.certain && within.text.nl.starts_with("Mogelijk: "));
    assert!(!has(&on(&log, "2019-12-31"), FindingCode::PromiseOpen));
}

#[test]
fn an_end_that_may_be_later_has_not_ended_it() {
    let log = begun_in_2018(&[in_year(event("2019-01-01", "ended", json!({"outcome": "continued"})))]);
    let review = on(&log, "2019-06-01");
    assert_eq!((review.status.phase, review.status.ended), (None, None));
    assert_eq!(review.status.between, [Phase::Start]);
    assert!(review.status.text.en.contains("possible: ended (2019)"));
}

/// COC-48 asks for periodic co-evaluation, COC-93 tells of a suspension; whether the one pauses the other is chosen.
#[test]
fn a_suspension_pauses_the_period_only_when_that_is_chosen() {
    let log = log(&[
        enter("2019-02-01", "start"),
        event("2019-03-01", "suspended", json!({"reason": "corona"})),
        event("2019-06-09", "resumed", json!({})), // 100 days
        event("2019-07-01", "suspended", json!({"reason": "zomer"})),
    ]);
    let chosen = Settings { suspension_pauses: Switch::local(true), ..Settings::default() };
    let found = |date: &str, settings: &Settings| {
        let review = review(&log, day(date), settings);
        review.findings.into_iter().find(|one| one.code == FindingCode::PhaseWithoutCoEvaluation)
    };
    // 180 days after 1 February is 31 July; by default a suspension counts.
    assert_eq!(Settings::default().suspension_pauses.provenance.kind, crate::ProvenanceKind::Illustrative);
    assert_eq!(found("2019-07-31", &Settings::default()), None);
    assert!(found("2019-08-01", &Settings::default()).is_some());
    assert_eq!(found("2020-08-01", &chosen), None); // 50 days count: 28 in February, 22 in June
    let short = Settings { co_evaluation: crate::cocreation::Period::local(49), ..chosen.clone() };
    let text = found("2019-07-01", &short).unwrap().text;
    assert!(text.en.contains("the 100 days in which it stood still do not count"), "{}", text.en);
    let exactly = Settings { co_evaluation: crate::cocreation::Period::local(50), ..chosen };
    assert_eq!(found("2020-08-01", &exactly), None);
}
