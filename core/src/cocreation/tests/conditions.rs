//! Conditions: yes, no because it is recorded, or unknown because it is not.

use super::*;
use crate::decide::Truth;

fn guard(events: &[Value], code: &str) -> (Truth, Vec<usize>) {
    let review = on(&log(events), "2019-12-31");
    let guard = review.guards.into_iter().find(|guard| guard.judgement.code == code).unwrap();
    assert_eq!(guard.ask.is_none(), guard.judgement.truth == Truth::Met);
    (guard.judgement.truth, guard.evidence)
}

#[test]
fn nothing_recorded_is_nothing_known() {
    let review = on(&read(&[]).unwrap(), "2019-12-31");
    let phases =
        review.phases.iter().flat_map(|phase| phase.entry_conditions.iter().chain(&phase.conditions));
    let phases = phases.chain(review.phases.iter().map(|phase| &phase.co_evaluation));
    for condition in review.guards.iter().chain(phases) {
        assert_eq!(condition.judgement.truth, Truth::Unknown, "{}", condition.judgement.code);
        assert!(condition.evidence.is_empty());
        assert!(condition.log_says.iter().all(|says| says.en.ends_with("not recorded")));
        assert!(condition.ask.is_some());
    }
    assert_eq!(review.findings, []);
}

#[test]
fn parties_stand_until_they_leave() {
    assert_eq!(guard(&[], "right-parties"), (Truth::Met, vec![1, 2, 3]));
    let left = |party: &str| event("2019-02-01", "party-left", json!({"party": party}));
    assert_eq!(guard(&[left("town")], "right-parties").0, Truth::Unmet);
    assert_eq!(guard(&[left("residents")], "right-parties").0, Truth::Met);
    assert_eq!(guard(&[left("residents"), left("youth")], "right-parties").0, Truth::Unmet);
}

#[test]
fn frames_stand_until_they_change() {
    let frames = event("2019-01-02", "frames-set", json!({"text": "kader"}));
    let changed = event("2019-02-02", "frames-changed", json!({"text": "anders"}));
    assert_eq!(guard(&[enter("2019-02-01", "start")], "fixed-frames").0, Truth::Unknown);
    assert_eq!(guard(&[frames.clone(), enter("2019-02-01", "start")], "fixed-frames"), (Truth::Met, vec![5]));
    assert_eq!(guard(&[frames, enter("2019-02-01", "start"), changed], "fixed-frames").0, Truth::Unmet);
}

#[test]
fn a_facilitator_is_trained() {
    let named = |trained: Value| event("2019-01-02", "facilitator-named", json!({"trained": trained}));
    assert_eq!(guard(&[named(Value::Null)], "facilitator").0, Truth::Unknown);
    assert_eq!(guard(&[named(json!(false))], "facilitator").0, Truth::Unmet);
    assert_eq!(guard(&[named(json!(false)), named(json!(true))], "facilitator").0, Truth::Met);
}

#[test]
fn presence_is_unknown_until_it_is_recorded() {
    let silent = event("2019-02-09", "session", json!({"attendance": [{"party": "town"}]}));
    let present = session("2019-02-02", 8, None);
    assert_eq!(guard(&[], "source-group-present").0, Truth::Unknown);
    assert_eq!(guard(std::slice::from_ref(&present), "source-group-present").0, Truth::Met);
    assert_eq!(guard(&[present.clone(), silent.clone()], "source-group-present"), (Truth::Unknown, vec![6]));
    let absent = session("2019-02-10", 0, None);
    assert_eq!(guard(&[present, silent, absent], "source-group-present"), (Truth::Unmet, vec![7]));
}

#[test]
fn support_is_asked_of_each_level() {
    let support = |level: &str, continued: bool| {
        event("2019-02-01", "support-recorded", json!({"level": level, "continued": continued}))
    };
    let of = |events: &[Value]| on(&log(events), "2019-12-31").phases[3].conditions[0].judgement.clone();
    let three =
        [support("political", true), support("administrative", true), support("organisational", true)];
    assert_eq!(of(&three).missing, ["support_outside_partners"]);
    let all = [three.as_slice(), &[support("outside-partners", true)]].concat();
    assert_eq!(of(&all).truth, Truth::Met);
    let lost = [all.as_slice(), &[support("political", false)]].concat();
    assert_eq!(of(&lost).truth, Truth::Unmet);
}
