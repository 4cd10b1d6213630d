use super::principles::PRINCIPLES;
use super::{Budgetkring, BudgetkringReview, budgetkring};
use crate::decide::Truth;
use crate::document::Document;

fn text(events: &[(&str, &str)]) -> String {
    let one = |(date, rest): &(&str, &str)| {
        format!(r#"{{"date": "{date}", "perspective": "organisation", {rest}}}"#)
    };
    let events: Vec<String> = events.iter().map(one).collect();
    format!(r#"{{"as_of": "2018-06-01", "events": [{}]}}"#, events.join(","))
}

fn review(events: &[(&str, &str)]) -> BudgetkringReview {
    budgetkring(&Budgetkring::from_json(&text(events)).unwrap())
}

fn truth(review: &BudgetkringReview, code: &str) -> Truth {
    review.principles.iter().find(|one| one.judgement.code == code).unwrap().judgement.truth
}

fn codes(review: &BudgetkringReview) -> Vec<&str> {
    review.noticed.iter().map(|one| one.reason.code.as_ref()).collect()
}

#[test]
fn the_principles_ask_only_what_can_be_asked() {
    assert!(PRINCIPLES.fits_together());
}

#[test]
fn of_an_empty_record_everything_is_unknown_and_nothing_stands_out() {
    let review = review(&[]);
    assert!(review.principles.iter().all(|one| one.judgement.truth == Truth::Unknown));
    assert!(review.noticed.is_empty());
    assert_eq!(review.missing.len(), 10);
}

#[test]
fn recruiting_is_in_order_when_what_comes_before_is_recorded_before() {
    const STAGES: [&str; 3] = [
        r#""kind": "recruited", "through": "self-organisations""#,
        r#""kind": "recruited", "through": "volunteer-organisations""#,
        r#""kind": "recruited", "through": "professional-organisations""#,
    ];
    for (order, expected) in [
        (&[0][..], Truth::Met),
        (&[0, 1, 2], Truth::Met),
        (&[0, 1, 2, 0], Truth::Met),
        // What is not recorded may have come before.
        (&[2], Truth::Unknown),
        (&[0, 2], Truth::Unknown),
        (&[2, 0], Truth::Unmet),
        (&[0, 2, 1], Truth::Unmet),
    ] {
        let events: Vec<(&str, &str)> =
            order.iter().map(|&stage: &usize| ("2016-01-10", STAGES[stage])).collect();
        assert_eq!(truth(&review(&events), "recruited-in-order"), expected, "{order:?}");
    }
}

#[test]
fn when_one_of_two_stops_the_other_is_on_hold() {
    let mut events = vec![
        ("2016-01-10", r#""kind": "leader-joined", "leader": "1", "by_experience": true"#),
        ("2016-01-10", r#""kind": "leader-joined", "leader": "2""#),
    ];
    let both = review(&events);
    assert_eq!(truth(&both, "two-leaders"), Truth::Met);
    assert_eq!(truth(&both, "leaders-by-experience"), Truth::Unknown);
    events.push(("2016-09-01", r#""kind": "leader-left", "leader": "2""#));
    let one = review(&events);
    assert_eq!(codes(&one), ["not-two-leaders", "other-leader-on-hold"]);
    assert_eq!(one.noticed[0].evidence, [1, 2, 3]);
    assert_eq!(truth(&one, "leaders-by-experience"), Truth::Met);
}

#[test]
fn training_is_side_by_side_before_the_first_meeting_and_lasts_a_year() {
    let joined = [
        ("2016-01-10", r#""kind": "leader-joined", "leader": "1""#),
        ("2016-01-10", r#""kind": "leader-joined", "leader": "2""#),
        ("2016-02-01", r#""kind": "training-started", "leader": "1""#),
    ];
    let second = ("2016-02-01", r#""kind": "training-started", "leader": "2""#);
    let late = ("2016-12-05", second.1);
    let met = ("2016-12-01", r#""kind": "met", "about": ["money"]"#);
    let certified = |date| (date, r#""kind": "leader-certified", "leader": "1""#);
    let with = |more: &[(&'static str, &'static str)]| review(&[&joined, more].concat());
    assert_eq!(truth(&with(&[met]), "trained-side-by-side"), Truth::Unknown);
    assert_eq!(truth(&with(&[second, met]), "trained-side-by-side"), Truth::Met);
    assert_eq!(truth(&with(&[met, late]), "trained-side-by-side"), Truth::Unmet);
    assert_eq!(truth(&with(&[met]), "more-than-money"), Truth::Unknown);
    assert_eq!(truth(&with(&[certified("2017-01-31")]), "certified-after-a-year"), Truth::Unmet);
    assert_eq!(truth(&with(&[certified("2017-02-01")]), "certified-after-a-year"), Truth::Met);
}

#[test]
fn a_leader_is_known_before_anything_else_is_said_of_them() {
    let error = Budgetkring::from_json(&text(&[
        ("2016-01-10", r#""kind": "leader-left", "leader": "3""#),
        ("2016-01-10", r#""kind": "leader-joined", "leader": "1""#),
        ("2016-01-10", r#""kind": "leader-joined", "leader": "1""#),
    ]))
    .unwrap_err();
    let codes: Vec<&str> = error.problems().iter().map(crate::error::Problem::code).collect();
    assert_eq!(codes, ["undefined", "duplicate"]);
}

#[test]
fn an_event_that_cannot_be_read_makes_no_other_look_wrong() {
    let error = Budgetkring::from_json(&text(&[
        ("2016-01-10", r#""kind": "leader-joined", "leader": "1", "by_experience": 3"#),
        ("2016-02-01", r#""kind": "training-started", "leader": "1""#),
    ]))
    .unwrap_err();
    assert_eq!(error.problems().len(), 1);
}

#[test]
fn eight_to_ten_is_the_size() {
    for participants in 0..40 {
        let counted = format!(r#""kind": "counted", "participants": {participants}"#);
        let expected = if (8..=10).contains(&participants) { Truth::Met } else { Truth::Unmet };
        assert_eq!(truth(&review(&[("2016-01-10", &counted)]), "eight-to-ten"), expected, "{participants}");
    }
}
