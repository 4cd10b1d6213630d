#![expect(clippy::needless_pass_by_value, reason = "a test reads better with `json!` in its place")]

use super::{PolicyCycle, policy_cycle};
use crate::cocreation::{FindingCode, Log};
use crate::decide::Truth;
use crate::document::{Document, parse};
use serde_json::{Value, json};

fn event(date: &str, kind: &str, fields: Value) -> Value {
    let mut event = json!({"date": date, "kind": kind, "perspective": "policy"});
    event.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    event
}

/// A log in which residents and the town take part from the first two events on.
fn cycle(events: &[Value]) -> PolicyCycle {
    let party = |id: &str, kind: &str| json!({"id": id, "label": {"nl": id, "en": id}, "kind": kind});
    let join = |party: &str| event("2018-01-01", "party-joined", json!({"party": party}));
    let all: Vec<Value> =
        [join("residents"), join("town")].into_iter().chain(events.iter().cloned()).collect();
    let document = json!({
        "schema_version": 1, "id": "course", "title": {"nl": "Koers", "en": "Course"}, "service": {"nl": "s", "en": "s"},
        "parties": [party("residents", "source-group"), party("town", "municipality"), party("council", "municipality")],
        "events": all,
    });
    let log = Log::from_value(&parse(&document.to_string()).unwrap()).unwrap();
    policy_cycle(&log, "2019-12-31".parse().unwrap())
}

/// The condition with this code, wherever it stands.
fn truth(cycle: &PolicyCycle, code: &str) -> Truth {
    let steps = cycle.steps.iter().flat_map(|step| &step.conditions);
    let mut all = steps.chain(&cycle.frame_to_decision).chain(&cycle.rich_policy);
    all.find(|one| one.judgement.code == code).unwrap_or_else(|| panic!("no {code}")).judgement.truth
}

fn codes(cycle: &PolicyCycle) -> Vec<FindingCode> {
    cycle.findings.iter().map(|finding| finding.code).collect()
}

fn decided(date: &str, fields: Value) -> Value {
    let mut all = json!({"by": "council", "text": "koersplan"});
    all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    event(date, "policy-decided", all)
}

fn advised(force: Option<&str>) -> Value {
    event(
        "2018-06-01",
        "assembly-advised",
        json!({"by": "residents", "text": "minder regels", "by_lot": true, "force": force}),
    )
}

#[test]
fn nothing_recorded_is_unknown_in_every_step() {
    let cycle = cycle(&[]);
    assert_eq!(cycle.steps.len(), 5);
    assert!(cycle.steps.iter().all(|step| step.truth == Truth::Unknown));
    assert!(
        cycle
            .frame_to_decision
            .iter()
            .chain(&cycle.rich_policy)
            .all(|one| one.judgement.truth == Truth::Unknown)
    );
    assert_eq!(codes(&cycle), []);
}

#[test]
fn priorities_of_the_official_alone_are_not_of_the_whole_group() {
    let set = |parties: &[&str]| {
        event("2018-03-01", "priorities-set", json!({"parties": parties, "text": "afval"}))
    };
    assert_eq!(truth(&cycle(&[set(&["town"])]), "priorities-together"), Truth::Unmet);
    let both = cycle(&[set(&["town"]), set(&["town", "residents"])]);
    assert_eq!(truth(&both, "priorities-together"), Truth::Met);
    assert_eq!(both.steps[0].conditions[2].evidence, [4]);
}

#[test]
fn stories_are_more_than_listening() {
    let listened = |method: &str| {
        event("2018-02-01", "listening", json!({"method": method, "parties": ["residents"], "count": 31}))
    };
    let open = cycle(&[listened("open-interviews")]);
    assert_eq!(
        (truth(&open, "view-of-residents"), truth(&open, "stories-collected")),
        (Truth::Met, Truth::Unknown)
    );
    assert_eq!(truth(&cycle(&[listened("community-reporting")]), "stories-collected"), Truth::Met);
}

#[test]
fn a_note_is_plain_and_co_owned_when_that_is_recorded() {
    let note = |fields: Value| {
        let mut all = json!({"text": "nota"});
        all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        cycle(&[event("2018-05-01", "policy-note-written", all)])
    };
    let bare = note(json!({}));
    assert_eq!(
        (truth(&bare, "plain-note"), truth(&bare, "residents-co-own")),
        (Truth::Unknown, Truth::Unknown)
    );
    let alone = note(json!({"plain": false, "co_owners": ["town"]}));
    assert_eq!(
        (truth(&alone, "plain-note"), truth(&alone, "residents-co-own")),
        (Truth::Unmet, Truth::Unmet)
    );
    let shared = note(json!({"plain": true, "co_owners": ["town", "residents"]}));
    assert_eq!((truth(&shared, "plain-note"), truth(&shared, "residents-co-own")), (Truth::Met, Truth::Met));
}

#[test]
fn frames_come_first_and_a_plan_that_fits_goes_through() {
    let frames = |date: &str| event(date, "frames-set", json!({"text": "budget"}));
    let start = event("2018-02-01", "phase-entered", json!({"phase": "start"}));
    let good = cycle(&[
        frames("2018-01-15"),
        start.clone(),
        decided("2018-09-01", json!({"fits_frames": true, "follows_plan": true})),
    ]);
    for code in ["frames-first", "plan-fits-frames", "decision-follows-plan", "political-decision"] {
        assert_eq!(truth(&good, code), Truth::Met, "{code}");
    }
    assert_eq!(codes(&good), []);
    let late = cycle(&[
        start,
        frames("2018-03-01"),
        decided("2018-09-01", json!({"fits_frames": true, "follows_plan": false})),
    ]);
    assert_eq!(truth(&late, "frames-first"), Truth::Unmet);
    assert_eq!(codes(&late), [FindingCode::FramesSetLate, FindingCode::FittingPlanNotFollowed]);
    assert_eq!(
        (late.findings[0].evidence.as_slice(), late.findings[1].evidence.as_slice()),
        (&[3, 4][..], &[5][..])
    );
    let outside = cycle(&[decided("2018-09-01", json!({"fits_frames": false, "follows_plan": false}))]);
    assert_eq!(codes(&outside), []);
}

#[test]
fn an_assembly_binds_or_advises_as_it_was_said() {
    let not_followed =
        |reason: Option<&str>| decided("2018-09-01", json!({"follows_advice": false, "reason": reason}));
    let found = |force, reason| codes(&cycle(&[advised(force), not_followed(reason)]));
    assert_eq!(found(Some("binding"), Some("te duur")), [FindingCode::AdviceNotFollowed]);
    assert_eq!(found(Some("advisory"), None), [FindingCode::AdviceNotFollowed]);
    assert_eq!(found(Some("advisory"), Some("te duur")), []);
    assert_eq!(found(None, Some("te duur")), [FindingCode::AdviceForceUnknown]);
    let before = cycle(&[decided("2018-02-01", json!({"follows_advice": false})), advised(Some("binding"))]);
    assert_eq!((before.assemblies[0].decision, before.assemblies[0].followed), (None, None));
    assert_eq!(codes(&before), []);
}

#[test]
fn residents_carry_out_when_they_carry_something_or_come() {
    let started = |by: &str| {
        event("2018-07-01", "initiative-started", json!({"id": "bin", "text": "bak", "carried_by": by}))
    };
    assert_eq!(truth(&cycle(&[started("residents")]), "residents-in-execution"), Truth::Met);
    assert_eq!(truth(&cycle(&[started("town")]), "residents-in-execution"), Truth::Unknown);
    let produce = event("2018-07-01", "phase-entered", json!({"phase": "co-production"}));
    let without = json!({"attendance": [{"party": "residents", "count": 0}, {"party": "town"}]});
    assert_eq!(
        truth(&cycle(&[produce, event("2018-08-01", "session", without)]), "residents-in-execution"),
        Truth::Unmet
    );
}
