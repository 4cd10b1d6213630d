//! T12, T13 and T14: frames, promises and own tasks.

use super::*;
use crate::cocreation::{Period, RemarkCode};

#[test]
fn t12_frames_are_not_gone_back_on() {
    let frames = event("2019-01-02", "frames-set", json!({"text": "binnen het plein"}));
    let changed = |date: &str, fields: Value| {
        let mut all = json!({"text": "ook de straat"});
        all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        event(date, "frames-changed", all)
    };
    let before = [frames.clone(), changed("2019-01-03", json!({})), enter("2019-02-01", "start")];
    assert!(!has(&on(&log(&before), "2019-02-02"), FindingCode::FramesChanged));
    let after = [frames.clone(), enter("2019-02-01", "start"), changed("2019-02-02", json!({}))];
    let finding = only(&on(&log(&after), "2019-02-02"), FindingCode::FramesChanged);
    assert_eq!(finding.evidence, [5, 7]);
    assert_eq!(finding.source.fact_ids(), ["COC-24", "COC-108", "COC-88"]);
    // Said to be after the start, in a log that does not hold the start.
    let said = [frames.clone(), changed("2019-01-03", json!({"before_start": false}))];
    assert!(has(&on(&log(&said), "2019-02-02"), FindingCode::FramesChanged));
    // Said to be before the start, in a log that says otherwise.
    let denied = [frames, enter("2019-02-01", "start"), changed("2019-02-02", json!({"before_start": true}))];
    let finding = only(&on(&log(&denied), "2019-02-02"), FindingCode::FramesChanged);
    assert!(finding.text.en.contains("it says before the start"));
}

fn promise(fields: Value) -> Value {
    let mut all = json!({"id": "open", "by": "town", "to": "residents", "text": "containers open"});
    all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    event("2019-02-01", "promise-made", all)
}

#[test]
fn t13_promise_only_what_can_be_delivered() {
    let cannot = log(&[promise(json!({"capacity": false}))]);
    let finding = only(&on(&cannot, "2019-02-02"), FindingCode::PromiseWithoutCapacity);
    assert_eq!(finding.evidence, [5]);
    assert!(finding.text.nl.contains("gemeente") && finding.text.nl.contains("containers open"));
    assert_eq!(on(&log(&[promise(json!({"capacity": true}))]), "2019-02-02").findings, []);
    // Not recorded is not “no”: it is asked for, and no finding.
    let silent = on(&log(&[promise(json!({}))]), "2019-02-02");
    assert_eq!(silent.findings, []);
    assert_eq!(silent.remarks[0].code, RemarkCode::CapacityNotRecorded);
    let withdrawn = [
        promise(json!({"capacity": false})),
        event("2019-02-02", "promise-withdrawn", json!({"id": "open"})),
    ];
    assert_eq!(on(&log(&withdrawn), "2019-02-02").findings, []);
}

#[test]
fn t13_a_promise_is_kept_by_its_date() {
    let due = promise(json!({"capacity": true, "due": "2019-03-01"}));
    assert_eq!(on(&log(std::slice::from_ref(&due)), "2019-03-01").findings, []);
    let finding = only(&on(&log(std::slice::from_ref(&due)), "2019-03-02"), FindingCode::PromiseOpen);
    assert!(finding.text.en.contains("2019-03-01"));
    let kept = [due, event("2019-02-20", "promise-kept", json!({"id": "open"}))];
    assert_eq!(on(&log(&kept), "2020-03-02").findings, []);
}

#[test]
fn t13_a_promise_without_a_date_is_kept_soon() {
    let log = log(&[promise(json!({"capacity": true}))]);
    assert_eq!(on(&log, "2019-05-02").findings, []); // 90 days
    let review = on(&log, "2019-05-03");
    assert!(only(&review, FindingCode::PromiseOpen).text.en.contains("longer than 90 days"));
    assert_eq!(review.settings.promise_open.provenance.kind, crate::ProvenanceKind::Illustrative);
    let shorter = Settings { promise_open: Period::local(10), ..Settings::default() };
    let review = crate::cocreation::review(&log, day("2019-02-12"), &shorter);
    assert!(has(&review, FindingCode::PromiseOpen));
}

#[test]
fn t13_an_imprecise_date_counts_from_its_last_day() {
    let mut made = promise(json!({"capacity": true}));
    made["date_precision"] = json!("month");
    let log = log(&[made]);
    assert!(!has(&on(&log, "2019-05-29"), FindingCode::PromiseOpen)); // 90 days after 28 February
    let review = on(&log, "2019-05-30");
    assert!(only(&review, FindingCode::PromiseOpen).text.en.contains("(2019-02);"));
    assert_eq!(review.remarks[0].code, RemarkCode::ImpreciseDates);
}

#[test]
fn t14_an_own_task_is_no_co_creation() {
    let idea = |task: &str| {
        event(
            "2019-02-01",
            "idea",
            json!({"id": "open", "text": "containers open", "by": "residents", "task": task}),
        )
    };
    let started = |as_co_creation: Value| {
        initiative("2019-02-02", json!({"idea": "open", "as_co_creation": as_co_creation}))
    };
    let review = on(&log(&[idea("own-task"), started(json!(true))]), "2019-02-03");
    let finding = only(&review, FindingCode::OwnTaskAsCoCreation);
    assert_eq!(finding.evidence, [5, 6]);
    for (task, as_co_creation) in
        [("own-task", json!(false)), ("own-task", Value::Null), ("joint-task", json!(true))]
    {
        assert_eq!(on(&log(&[idea(task), started(as_co_creation)]), "2019-02-03").findings, []);
    }
    let said = initiative("2019-02-02", json!({"task": "own-task", "as_co_creation": true}));
    assert_eq!(only(&on(&log(&[said]), "2019-02-03"), FindingCode::OwnTaskAsCoCreation).evidence, [5]);
}
