use super::principles::PRINCIPLES;
use super::{Buurtbaan, BuurtbaanReview, buurtbaan, buurtbaan_roadmaps, follow_buurtbaan};
use crate::decide::Truth;
use crate::document::Document;

fn record(as_of: &str, events: &str) -> Buurtbaan {
    Buurtbaan::from_json(&format!(r#"{{"as_of": "{as_of}", "events": [{events}]}}"#)).unwrap()
}

fn event(date: &str, rest: &str) -> String {
    format!(r#"{{"date": "{date}", "perspective": "client", {rest}}}"#)
}

fn codes(review: &BuurtbaanReview) -> Vec<&str> {
    review.noticed.iter().map(|one| one.reason.code.as_ref()).collect()
}

#[test]
fn the_principles_ask_only_what_can_be_asked() {
    assert!(PRINCIPLES.fits_together());
}

#[test]
fn of_an_empty_record_everything_is_unknown_and_nothing_stands_out() {
    let review = buurtbaan(&record("2023-01-01", ""));
    assert!(review.principles.iter().all(|one| one.judgement.truth == Truth::Unknown));
    assert!(review.walls.iter().all(|wall| wall.passed == Truth::Unknown && wall.evidence.is_empty()));
    assert!(review.noticed.is_empty() && review.moments.is_empty());
    assert!(review.next_question.is_some());
}

#[test]
fn a_wall_can_be_met_without_the_one_before_it() {
    let events = [
        event("2022-02-01", r#""kind": "wall-met", "wall": "diploma-requirement""#),
        event("2022-05-01", r#""kind": "wall-passed", "by": "working-from-experience""#),
    ];
    let review = buurtbaan(&record("2023-01-01", &events.join(",")));
    let passed: Vec<Truth> = review.walls.iter().map(|wall| wall.passed).collect();
    assert_eq!(passed, [Truth::Unknown, Truth::Unknown, Truth::Unknown, Truth::Met]);
    assert_eq!(review.walls[3].evidence, [1, 2]);
    assert!(review.noticed.is_empty());
}

#[test]
fn a_job_is_at_most_two_years() {
    for (months, expected) in [(24, Truth::Met), (25, Truth::Unmet)] {
        let events =
            event("2022-03-01", &format!(r#""kind": "employed", "form": "contract", "months": {months}"#));
        let review = buurtbaan(&record("2023-01-01", &events));
        let lasts = review.principles.iter().find(|one| one.judgement.code == "at-most-two-years").unwrap();
        assert_eq!((lasts.judgement.truth, lasts.evidence.as_slice()), (expected, &[1][..]), "{months}");
        let moments: Vec<String> = review.moments.iter().map(|one| one.date.to_string()).collect();
        assert_eq!(moments[0], if months == 24 { "2024-03-01" } else { "2024-04-01" });
        assert_eq!(moments.len(), if months == 24 { 1 } else { 2 });
    }
}

#[test]
fn an_end_without_what_came_after_stands_out_until_it_is_recorded() {
    let mut events = vec![
        event("2017-01-01", r#""kind": "employed", "form": "payroll", "months": 12"#),
        event("2018-01-01", r#""kind": "employment-ended""#),
    ];
    let before = buurtbaan(&record("2018-02-01", &events.join(",")));
    assert_eq!(codes(&before), ["no-contract", "ended-without-next"]);
    assert!(before.moments.is_empty());
    events.push(event("2018-03-01", r#""kind": "moved-on", "to": "regular-work""#));
    let record = record("2018-04-01", &events.join(","));
    assert_eq!(codes(&buurtbaan(&record)), ["no-contract"]);
}

#[test]
fn a_target_counts_only_as_the_person_has_it() {
    for (fields, expected) in [
        (r#""attached": false"#, Truth::Met),
        (r#""attached": true, "wanted": true"#, Truth::Met),
        (r#""attached": true"#, Truth::Unknown),
        (r#""attached": true, "wanted": false"#, Truth::Unmet),
    ] {
        let events = event("2022-03-01", &format!(r#""kind": "target-discussed", {fields}"#));
        let review = buurtbaan(&record("2023-01-01", &events));
        let target = review.principles.iter().find(|one| one.judgement.code == "target-as-wanted").unwrap();
        assert_eq!(target.judgement.truth, expected, "{fields}");
    }
}

#[test]
fn what_comes_after_needs_a_job_and_a_job_lasts_at_least_a_month() {
    let text = format!(
        r#"{{"as_of": "2023-01-01", "events": [{}, {}, {}]}}"#,
        event("2022-01-01", r#""kind": "moved-on", "to": "education""#),
        event("2022-01-01", r#""kind": "employment-ended""#),
        event("2022-01-01", r#""kind": "employed", "months": 0"#),
    );
    let error = Buurtbaan::from_json(&text).unwrap_err();
    let codes: Vec<&str> = error.problems().iter().map(crate::error::Problem::code).collect();
    assert_eq!(codes, ["out-of-turn", "out-of-turn", "outside-range"]);
}

#[test]
fn a_whole_record_follows_the_roadmap_and_a_gap_is_named() {
    let events = |kinds: &[&str]| {
        let one = |kind: &&str| {
            let rest = match *kind {
                "task-agreed" => r#", "task": "a walk-in hour""#,
                "moved-on" => r#", "to": "regular-work""#,
                _ => "",
            };
            event("2022-03-01", &format!(r#""kind": "{kind}"{rest}"#))
        };
        kinds.iter().map(one).collect::<Vec<_>>().join(",")
    };
    let whole = [
        "goals-set",
        "vacancy-opened",
        "employed",
        "task-agreed",
        "tasks-taken-over",
        "employment-ended",
        "moved-on",
    ];
    let roadmap = &buurtbaan_roadmaps()[0];
    assert_eq!(follow_buurtbaan(&record("2023-01-01", &events(&whole)), roadmap).traces[0].cost, 0);
    let without: Vec<&str> = whole.into_iter().filter(|kind| *kind != "tasks-taken-over").collect();
    assert_eq!(follow_buurtbaan(&record("2023-01-01", &events(&without)), roadmap).traces[0].cost, 1);
}
