//! T9, T10 and T11: agreement before co-design, judgement before a next phase, co-evaluation of every phase.

use super::*;
use crate::cocreation::{Ending, Phase, RemarkCode, readiness};
use crate::decide::Truth;

fn remarks(review: &Review) -> Vec<RemarkCode> {
    review.remarks.iter().map(|remark| remark.code).collect()
}

#[test]
fn a_process_that_goes_well_has_no_findings() {
    let log = read(&good()).unwrap();
    let review = on(&log, "2019-12-31");
    assert_eq!(review.findings, []);
    assert!(review.guards.iter().all(|guard| guard.judgement.truth == Truth::Met));
    assert!(review.phases.iter().all(|phase| phase.co_evaluation.judgement.truth == Truth::Met));
    assert_eq!(review.status.ended, Some(Ending::Continued));
    assert_eq!(remarks(&review), [RemarkCode::RelationalOutcome]);
    // The same at every earlier moment.
    for entry in log.events().entries() {
        let review = crate::cocreation::review(&log, entry.when.date(), &Settings::default());
        let other = review.findings.iter().find(|finding| finding.code != FindingCode::OnePerspective);
        assert_eq!(other, None);
    }
}

#[test]
fn t9_co_design_without_recorded_agreement() {
    let review = on(&log(&[enter("2019-02-01", "start"), enter("2019-03-01", "co-design")]), "2019-03-02");
    let finding = only(&review, FindingCode::CoDesignWithoutAgreement);
    assert!(finding.text.en.contains("was not recorded"), "{}", finding.text.en);
    assert_eq!(finding.evidence, [6]);
    assert_eq!(finding.source.fact_ids(), ["COC-36", "COC-31"]);
}

#[test]
fn t9_co_design_with_agreement_of_others() {
    let events = [agree("2019-02-01", &["town", "corporation"]), enter("2019-03-01", "co-design")];
    let review = on(&log(&events), "2019-03-02");
    let finding = only(&review, FindingCode::CoDesignWithoutAgreement);
    assert!(finding.text.en.contains("without the source group"), "{}", finding.text.en);
    assert_eq!(finding.evidence, [5, 6]);
}

#[test]
fn t9_agreement_afterwards_is_told_and_does_not_undo() {
    let events = [enter("2019-02-01", "co-design"), agree("2019-02-02", &["residents", "town"])];
    let finding = only(&on(&log(&events), "2019-02-03"), FindingCode::CoDesignWithoutAgreement);
    assert!(finding.text.en.contains("was recorded later"));
    assert_eq!(finding.evidence, [5, 6]);
    let events = [agree("2019-02-02", &["residents", "town"]), enter("2019-02-02", "co-design")];
    assert!(!has(&on(&log(&events), "2019-02-03"), FindingCode::CoDesignWithoutAgreement));
}

#[test]
fn t9_readiness_is_the_guard() {
    let ready = |events: &[Value]| readiness(&log(events), Phase::CoDesign, day("2019-03-01"));
    let nothing = ready(&[]);
    assert_eq!(truths(&nothing), [("subject-agreed", Truth::Unknown)]);
    assert_eq!(nothing.conditions[0].judgement.missing, ["subject_agreed"]);
    assert_eq!(nothing.missing.len(), 1);
    let others = ready(&[agree("2019-02-01", &["town", "corporation"])]);
    assert_eq!(others.truth, Truth::Unmet);
    assert_eq!(others.conditions[0].evidence, [5]);
    let together =
        ready(&[agree("2019-02-01", &["town", "corporation"]), agree("2019-02-02", &["youth", "town"])]);
    assert_eq!((together.truth, together.missing.len()), (Truth::Met, 0));
    assert_eq!(together.conditions[0].evidence, [6]);
    // What is recorded after the date does not count.
    assert_eq!(ready(&[agree("2019-03-02", &["youth", "town"])]).truth, Truth::Unknown);
    assert!(together.text.en.contains("People judge together"));
}

#[test]
fn t10_a_next_phase_needs_a_judgement() {
    let silent = |date: &str, phase: &str| event(date, "phase-entered", json!({"phase": phase}));
    let events = [
        silent("2019-02-01", "start"),
        agree("2019-02-02", &["residents", "town"]),
        silent("2019-02-03", "co-design"),
    ];
    let review = on(&log(&events), "2019-02-04");
    let finding = only(&review, FindingCode::PhaseEnteredWithoutJudgement);
    assert_eq!(finding.evidence, [7]);
    assert!(finding.text.en.contains("co-design") && finding.text.nl.contains("co-design"));
    // No date ever moves a phase on or says to.
    for date in ["2019-02-04", "2021-02-04", "2031-02-04"] {
        let review = on(&log(&events), date);
        assert_eq!(review.status.phase, Some(Phase::CoDesign));
        assert!(review.next_steps.text.en.contains("A date is no reason to move on"));
    }
}

#[test]
fn t10_moving_back_and_not_starting_are_no_findings() {
    let back = event("2019-03-01", "phase-entered", json!({"phase": "start"}));
    let events = [
        enter("2019-02-01", "start"),
        agree("2019-02-02", &["residents", "town"]),
        evaluate("2019-02-03", &["residents", "town"]),
        enter("2019-02-04", "co-design"),
        evaluate("2019-02-20", &["residents", "town"]),
        back,
    ];
    let review = on(&log(&events), "2019-03-02");
    assert_eq!(review.findings, []);
    assert_eq!(remarks(&review), [RemarkCode::MovedBack]);
    assert_eq!(review.phases[0].stays.len(), 2);
    assert!(review.phases[0].current == Some(true) && review.phases[1].current == Some(false));

    // Back from a later phase, without a judgement.
    let back = event("2019-03-01", "phase-entered", json!({"phase": "co-design"}));
    let events = [agree("2019-02-01", &["residents", "town"]), enter("2019-02-02", "continuation"), back];
    assert!(!has(&on(&log(&events), "2019-03-02"), FindingCode::PhaseEnteredWithoutJudgement));

    let no_need =
        [enter("2019-02-01", "start"), event("2019-02-10", "need-established", json!({"needed": false}))];
    let review = on(&log(&no_need), "2019-02-11");
    assert!(review.next_steps.text.en.contains("not starting is a good outcome"));
    let ended =
        [no_need.as_slice(), &[event("2019-02-12", "ended", json!({"outcome": "not-started"}))]].concat();
    let review = on(&log(&ended), "2020-02-12");
    assert_eq!(review.findings, []);
    assert_eq!(remarks(&review), [RemarkCode::NotStarted]);
    assert_eq!(review.remarks[0].evidence, [6, 7]);
    assert_eq!(review.next_steps.readiness, None);
}

#[test]
fn t11_every_phase_that_was_left_is_evaluated() {
    let agreed = agree("2019-02-02", &["residents", "town"]);
    let without = [enter("2019-02-01", "start"), agreed.clone(), enter("2019-02-04", "co-design")];
    let finding = only(&on(&log(&without), "2019-02-05"), FindingCode::PhaseWithoutCoEvaluation);
    assert_eq!(finding.text.en, "No co-evaluation of the phase start is recorded.");
    assert_eq!(finding.evidence, [5, 7]);
    let others = [
        enter("2019-02-01", "start"),
        agreed.clone(),
        evaluate("2019-02-03", &["town", "corporation"]),
        enter("2019-02-04", "co-design"),
    ];
    let finding = only(&on(&log(&others), "2019-02-05"), FindingCode::PhaseWithoutCoEvaluation);
    assert!(finding.text.en.contains("not by the source group and another party together"));
    assert_eq!(finding.evidence, [5, 7, 8]);
    // An evaluation later on can look back on the phase, when it says so.
    let mut later = without.to_vec();
    later.push(evaluate("2019-02-05", &["residents", "town"]));
    assert!(has(&on(&log(&later), "2019-02-05"), FindingCode::PhaseWithoutCoEvaluation));
    later[3]["phase"] = json!("start");
    assert!(!has(&on(&log(&later), "2019-02-05"), FindingCode::PhaseWithoutCoEvaluation));
}

#[test]
fn t11_a_phase_that_lasts_asks_for_evaluation_in_time() {
    let log = log(&[enter("2019-02-01", "start")]);
    assert!(!has(&on(&log, "2019-07-31"), FindingCode::PhaseWithoutCoEvaluation)); // 180 days
    let finding = only(&on(&log, "2019-08-01"), FindingCode::PhaseWithoutCoEvaluation);
    assert!(finding.text.en.contains("longer than 180 days"));
    let co_evaluation = &on(&log, "2019-02-02").phases[0].co_evaluation.judgement;
    assert_eq!(co_evaluation.truth, Truth::Unknown);
}

#[test]
fn continuation_needs_success_and_a_better_fit() {
    let judged = |better_fit: Value| {
        let judged = json!({"successful": true, "better_fit": better_fit, "by": ["residents", "town"]});
        let log = log(&[event("2019-02-01", "success-judged", judged), enter("2019-02-02", "continuation")]);
        (on(&log, "2019-02-03"), readiness(&log, Phase::Continuation, day("2019-02-03")).truth)
    };
    assert_eq!(judged(json!(true)).1, Truth::Met);
    assert!(!has(&judged(json!(true)).0, FindingCode::ContinuationWithoutSuccess));
    assert_eq!(judged(Value::Null).1, Truth::Unknown);
    let finding = only(&judged(Value::Null).0, FindingCode::ContinuationWithoutSuccess);
    assert!(finding.text.en.contains("it is not recorded"));
    assert_eq!(judged(json!(false)).1, Truth::Unmet);
    let finding = only(&judged(json!(false)).0, FindingCode::ContinuationWithoutSuccess);
    assert!(finding.text.en.contains("does not fit"));
}

#[test]
fn a_review_looks_no_further_than_its_date() {
    let log = read(&good()).unwrap();
    let review = on(&log, "2019-02-05");
    assert_eq!((review.events, review.later_events), (18, log.events().len() - 18));
    assert_eq!(review.status.phase, Some(Phase::CoDesign));
    assert_eq!(review.phases[2].stays, []);
    assert_eq!(review.next_steps.readiness.as_ref().unwrap().phase, Phase::CoProduction);
    assert_eq!(on(&log, "2018-01-01").next_steps.readiness.unwrap().phase, Phase::Start);
}

#[test]
fn standing_still_is_told() {
    let log =
        log(&[enter("2019-02-01", "start"), event("2020-03-15", "suspended", json!({"reason": "corona"}))]);
    let review = on(&log, "2020-04-01");
    assert_eq!(review.status.suspended, Some(true));
    assert_eq!((review.phases[0].suspended, review.phases[1].suspended), (Some(true), Some(false)));
    assert!(review.next_steps.text.en.starts_with("The process stands still."));
    assert_eq!(review.status.evidence, [5, 6]);
}
