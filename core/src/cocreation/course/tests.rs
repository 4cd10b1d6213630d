//! Conditions that begin, end and stay unknown, worked by hand.

use super::conditions;
use crate::cocreation::{Log, SetBackKind, Task};
use crate::decide::Truth;
use crate::document::Document;
use serde_json::{Value, json};

fn log(events: &Value) -> Log {
    let party = |id: &str, kind: &str| json!({"id": id, "label": {"nl": id, "en": id}, "kind": kind});
    Log::from_value(&json!({
        "schema_version": 1, "id": "flats", "title": {"nl": "x", "en": "x"}, "service": {"nl": "x", "en": "x"},
        "parties": [party("bewoners", "source-group"), party("gemeente", "municipality")],
        "events": events,
    }))
    .unwrap()
}

fn event(date: &str, kind: &str, fields: &Value) -> Value {
    let mut event = json!({"date": date, "kind": kind, "perspective": "policy"});
    event.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    event
}

/// What is said, since when, until when, and for how many days at least and at most.
type Span = (Truth, String, Option<String>, (u32, u32));

fn spans(events: &Value, code: &str, as_of: &str) -> Vec<Span> {
    let found = conditions(&log(events), as_of.parse().unwrap());
    let course = found.conditions.into_iter().find(|one| one.code == code).unwrap();
    let span = |span: super::ConditionSpan| {
        let until = span.until.map(|until| until.to_string());
        (span.truth, span.since.to_string(), until, (span.lasted.at_least, span.lasted.at_most))
    };
    course.spans.into_iter().map(span).collect()
}

/// Frames set on 1 March stand for 31 days, until a change on 1 April; 30 days later that is still so (COC-24).
#[test]
fn frames_hold_until_they_are_changed() {
    let events = json!([
        event("2019-02-01", "theme-named", &json!({"by": "gemeente"})),
        event("2019-03-01", "frames-set", &json!({"text": "budget"})),
        event("2019-04-01", "frames-changed", &json!({"text": "minder", "before_start": false})),
    ]);
    let found = spans(&events, "fixed-frames", "2019-05-01");
    let wanted = [
        (Truth::Unknown, "2019-02-01", Some("2019-03-01"), (28, 28)),
        (Truth::Met, "2019-03-01", Some("2019-04-01"), (31, 31)),
        (Truth::Unmet, "2019-04-01", None, (30, 30)),
    ];
    let wanted: Vec<_> = wanted
        .into_iter()
        .map(|(truth, since, until, days)| (truth, since.to_owned(), until.map(str::to_owned), days))
        .collect();
    assert_eq!(found, wanted);
}

/// Of a month, the day may be the first or the last: from 1 to 31 March until 10 April is 10 to 40 days.
#[test]
fn a_month_makes_a_duration_uncertain() {
    let events = json!([
        event("2019-03-01", "frames-set", &json!({"text": "budget", "date_precision": "month"})),
        event("2019-04-10", "frames-changed", &json!({"text": "minder", "before_start": false})),
    ]);
    assert_eq!(spans(&events, "fixed-frames", "2019-05-01")[0].3, (10, 40));
}

/// What is not certain to have happened yet makes no span; what is known now says so.
#[test]
fn what_may_not_have_happened_is_left_out() {
    let named =
        event("2019-03-01", "facilitator-named", &json!({"trained": true, "date_precision": "month"}));
    let found = conditions(&log(&json!([named])), "2019-03-15".parse().unwrap());
    let facilitator = found.conditions.iter().find(|one| one.code == "facilitator").unwrap();
    assert!(facilitator.spans.is_empty());
    assert_eq!(facilitator.now.judgement.truth, Truth::Unknown);
    assert_eq!(found.cautions.len(), 2);
}

/// Opening the containers was the municipality's alone (COC-81); it took from 10 January to 20 February: 41 days.
#[test]
fn a_task_of_one_party_keeps_its_owner_and_its_days() {
    let joined = |party: &str| event("2019-01-01", "party-joined", &json!({"party": party}));
    let events = json!([
        joined("bewoners"),
        joined("gemeente"),
        event(
            "2019-01-05",
            "idea",
            &json!({"id": "open", "text": "containers open", "by": "bewoners", "task": "own-task", "owner": "gemeente"})
        ),
        event("2019-01-05", "idea", &json!({"text": "straatfeest", "by": "bewoners", "task": "joint-task"})),
        event(
            "2019-01-10",
            "initiative-started",
            &json!({"id": "i", "text": "containers open", "idea": "open", "owner": "gemeente", "carried_by": "gemeente"})
        ),
        event("2019-02-20", "initiative-completed", &json!({"id": "i"})),
    ]);
    let found = conditions(&log(&events), "2019-03-01".parse().unwrap());
    let [party, containers] = found.tasks.as_slice() else { panic!("{:?}", found.tasks) };
    assert_eq!((party.task, party.until, party.lasted.at_least), (Some(Task::JointTask), None, 55));
    assert_eq!((containers.task, containers.owner.as_deref()), (Some(Task::OwnTask), Some("gemeente")));
    assert_eq!((containers.lasted.at_most, containers.evidence.as_slice()), (41, [3, 5, 6].as_slice()));
}

/// Suspended from 1 to 31 March of 90 days; the longest time without a record is 45 days from 31 March.
#[test]
fn the_breath_counts_what_stood_still_and_what_was_quiet() {
    let events = json!([
        event("2019-02-14", "theme-named", &json!({"by": "gemeente"})),
        event("2019-03-01", "suspended", &json!({"reason": "corona"})),
        event("2019-03-31", "resumed", &json!({})),
        event("2019-05-15", "staff-changed", &json!({"party": "gemeente"})),
    ]);
    let found = conditions(&log(&events), "2019-05-15".parse().unwrap());
    let quiet = found.breath.longest_quiet.unwrap();
    assert_eq!((found.breath.days, found.breath.days_suspended), (90, 30));
    assert_eq!((quiet.after, quiet.before, quiet.days), (3, 4, 45));
    let kinds: Vec<_> = found.set_backs.iter().map(|one| (one.kind, one.days)).collect();
    assert_eq!(kinds, [(SetBackKind::Suspended, Some(30)), (SetBackKind::StaffChanged, None)]);
}
