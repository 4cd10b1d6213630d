//! What the door refuses, each problem with its event and field.

use super::*;
use crate::cocreation::{Entry, Event};
use crate::{Label, Perspective};

/// Code, event and field of every problem.
fn problems(events: &[Value]) -> Vec<(&'static str, Option<usize>, Option<String>)> {
    let error = read(events).unwrap_err();
    let place = |problem: &crate::error::Problem| {
        (problem.code(), problem.place().event, problem.place().field().map(str::to_owned))
    };
    error.problems().iter().map(place).collect()
}

/// The only problem of an event that follows on everybody joining.
fn refused(next: Value) -> (&'static str, Option<String>) {
    let mut events = joined();
    events.push(next);
    let problems = problems(&events);
    let [(code, Some(5), field)] = problems.as_slice() else { panic!("{problems:?}") };
    (code, field.clone())
}

fn at(code: &'static str, field: &str) -> (&'static str, Option<String>) {
    (code, Some(field.to_owned()))
}

#[test]
fn a_refused_event_leaves_nothing_behind() {
    let log = log(&[]);
    let before = log.clone();
    let early = Entry::new(day("2018-12-31"), Perspective::Policy, Event::Resumed {});
    let error = log.append(&early).unwrap_err();
    assert_eq!(log, before);
    let found: Vec<_> = error.problems().iter().map(|one| (one.code(), one.place().event)).collect();
    assert_eq!(found, [("backwards", Some(5)), ("out-of-turn", Some(5))]);
}

#[test]
fn acting_takes_taking_part() {
    let first = event("2019-01-01", "expectations-discussed", json!({"parties": ["residents"]}));
    assert_eq!(
        problems(std::slice::from_ref(&first)),
        [("not-taking-part", Some(1), Some("parties[1]".to_owned()))]
    );
    let mut events = joined();
    events.push(event("2019-01-02", "party-left", json!({"party": "residents"})));
    events.push(event(
        "2019-01-03",
        "session",
        json!({"attendance": [{"party": "town"}, {"party": "residents", "count": 3}]}),
    ));
    assert_eq!(problems(&events), [("not-taking-part", Some(6), Some("attendance[2].party".to_owned()))]);
    // Having been absent, being listened to and getting a promise are not acting.
    events[5] = session("2019-01-03", 0, None);
    events.push(event("2019-01-03", "listening", json!({"method": "other", "parties": ["residents"]})));
    events.push(event(
        "2019-01-03",
        "promise-made",
        json!({"id": "a", "by": "town", "to": "residents", "text": "hulp"}),
    ));
    assert!(read(&events).is_ok());
    events.push(event("2019-01-04", "party-joined", json!({"party": "residents"})));
    events.push(agree("2019-01-04", &["residents", "town"]));
    assert!(read(&events).is_ok());
}

#[test]
fn joining_and_leaving_take_turns() {
    assert_eq!(
        refused(event("2019-01-02", "party-joined", json!({"party": "town"}))),
        at("out-of-turn", "party")
    );
    let mut events = joined();
    events.push(event("2019-01-02", "party-left", json!({"party": "town"})));
    events.push(event("2019-01-02", "party-left", json!({"party": "town"})));
    assert_eq!(problems(&events), [("not-taking-part", Some(6), Some("party".to_owned()))]);
}

#[test]
fn names_must_be_known() {
    assert_eq!(
        refused(event("2019-01-02", "party-joined", json!({"party": "council"}))),
        at("undefined", "party")
    );
    assert_eq!(
        refused(event("2019-01-02", "promise-kept", json!({"id": "x"}))),
        at("not-recorded-before", "id")
    );
    assert_eq!(
        refused(event("2019-01-02", "initiative-stalled", json!({"id": "x"}))),
        at("not-recorded-before", "id")
    );
    assert_eq!(refused(session("2019-01-02", 2, Some("x"))), at("not-recorded-before", "initiative"));
    assert_eq!(refused(initiative("2019-01-02", json!({"idea": "x"}))), at("not-recorded-before", "idea"));
}

#[test]
fn names_are_given_once_and_ended_once() {
    let promise =
        event("2019-01-02", "promise-made", json!({"id": "a", "by": "town", "to": "residents", "text": "x"}));
    let kept = event("2019-01-03", "promise-kept", json!({"id": "a"}));
    let withdrawn = event("2019-01-03", "promise-withdrawn", json!({"id": "a"}));
    let mut events = joined();
    events.extend([promise.clone(), promise, kept, withdrawn]);
    let id = Some("id".to_owned());
    assert_eq!(problems(&events), [("duplicate", Some(6), id.clone()), ("closed", Some(8), id.clone())]);
    let stopped = event("2019-01-03", "initiative-stopped", json!({"id": "bin"}));
    let mut events = joined();
    events.extend([
        initiative("2019-01-02", json!({})),
        initiative("2019-01-02", json!({})),
        stopped.clone(),
        stopped,
    ]);
    assert_eq!(problems(&events), [("duplicate", Some(6), id.clone()), ("closed", Some(8), id)]);
}

#[test]
fn some_events_need_another_before_them() {
    assert_eq!(refused(event("2019-01-02", "resumed", json!({}))), at("out-of-turn", "kind"));
    let suspended = event("2019-01-02", "suspended", json!({"reason": "corona"}));
    let resumed = event("2019-01-03", "resumed", json!({}));
    assert!(read(&[suspended.clone(), resumed.clone()]).is_ok());
    assert_eq!(problems(&[suspended.clone(), resumed.clone(), resumed])[0].0, "out-of-turn");
    assert_eq!(
        problems(&[suspended.clone(), suspended]),
        [("out-of-turn", Some(2), Some("kind".to_owned()))]
    );
    let ended = event("2019-01-03", "ended", json!({"outcome": "stopped"}));
    assert_eq!(problems(&[ended.clone(), ended]), [("out-of-turn", Some(2), Some("kind".to_owned()))]);
    let mut events = joined();
    events.extend([
        initiative("2019-01-02", json!({})),
        event("2019-01-02", "initiative-resumed", json!({"id": "bin"})),
    ]);
    assert_eq!(problems(&events), [("out-of-turn", Some(6), Some("kind".to_owned()))]);
}

#[test]
fn dates_never_run_backwards() {
    assert_eq!(refused(event("2018-12-31", "frames-set", json!({"text": "x"}))), at("backwards", "date"));
}

#[test]
fn imprecise_dates_run_backwards_only_when_they_must() {
    let imprecise = |date: &str, precision: &str| {
        let mut next = event(date, "frames-set", json!({"text": "kader"}));
        next["date_precision"] = json!(precision);
        next
    };
    let july = event("2019-07-15", "frames-set", json!({"text": "kader"}));
    assert!(read(&[july.clone(), imprecise("2019-07-01", "month"), imprecise("2019-01-01", "year")]).is_ok());
    assert_eq!(problems(&[july.clone(), imprecise("2019-06-01", "month")])[0].0, "backwards");
    // The latest day so far still counts after an imprecise date.
    let june = event("2019-06-30", "frames-set", json!({"text": "kader"}));
    assert_eq!(
        problems(&[july, imprecise("2019-01-01", "year"), june])[0],
        ("backwards", Some(3), Some("date".to_owned()))
    );
    assert_eq!(problems(&[imprecise("2019-07-02", "month")])[0].0, "not-first-day");
    assert_eq!(problems(&[imprecise("2019-07-01", "year")])[0].0, "not-first-day");
}

#[test]
fn the_due_date_of_a_promise_lies_after_it() {
    let promise = json!({"id": "a", "by": "town", "to": "residents", "text": "x", "due": "2019-01-01"});
    assert_eq!(refused(event("2019-01-02", "promise-made", promise)), at("backwards", "due"));
}

#[test]
fn fields_and_kinds_must_exist() {
    assert_eq!(refused(event("2019-01-02", "jumped", json!({"high": true}))), at("unknown-code", "kind"));
    assert_eq!(
        refused(event("2019-01-02", "frames-set", json!({"text": "x", "why": "x"}))).0,
        "unknown-field"
    );
    assert_eq!(
        refused(event("2019-01-02", "goal-shared", json!({"parties": [], "text": "x"}))),
        at("empty", "parties")
    );
    assert_eq!(refused(agree("2019-01-02", &["town", "town"])), at("duplicate", "parties[2]"));
    let twice = json!({"attendance": [{"party": "town", "count": 1}, {"party": "town", "count": 2}]});
    assert_eq!(refused(event("2019-01-02", "session", twice)), at("duplicate", "attendance[2]"));
    let mut anonymous = event("2019-01-02", "frames-set", json!({"text": "kader"}));
    anonymous.as_object_mut().unwrap().remove("perspective");
    assert_eq!(refused(anonymous), ("missing-field", None));
}

#[test]
fn every_problem_of_every_event_is_named() {
    let mut events = joined();
    events.extend([
        event(
            "2019-13-01",
            "session",
            json!({"attendance": [{"party": "council", "count": -1}, {"count": 3}]}),
        ),
        event("2018-01-01", "topic-agreed", json!({"parties": ["residents", "aldermen"]})),
        json!("not an event"),
        json!({"date": "2019-02-01", "perspective": "everyone"}),
        // The promise cannot be read, but its name is known: keeping it is no second mistake.
        event("2019-02-01", "promise-made", json!({"id": "a", "by": "town", "to": "nobody"})),
        event("2019-02-02", "promise-kept", json!({"id": "a"})),
    ]);
    let field = |name: &str| Some(name.to_owned());
    assert_eq!(
        problems(&events),
        [
            ("invalid-date", Some(5), field("date")),
            ("wrong-kind", Some(5), field("attendance[1].count")),
            ("missing-field", Some(5), field("attendance[2]")),
            ("undefined", Some(5), field("attendance[1].party")),
            ("missing-field", Some(6), None),
            ("backwards", Some(6), field("date")),
            ("undefined", Some(6), field("parties[2]")),
            ("wrong-kind", Some(7), None),
            ("missing-field", Some(8), None),
            ("unknown-code", Some(8), field("perspective")),
            ("missing-field", Some(9), None),
            ("undefined", Some(9), field("to")),
        ]
    );
}

#[test]
fn the_head_of_a_log_is_checked() {
    let mut wrong = document(&[]);
    wrong["schema_version"] = json!(2);
    wrong["title"] = json!({"nl": "x"});
    wrong["parties"][1]["id"] = json!("residents");
    wrong["colour"] = json!("red");
    let error = Log::from_value(&wrong).unwrap_err();
    let found: Vec<&str> = error.problems().iter().map(crate::error::Problem::code).collect();
    assert_eq!(found, ["unknown-field", "unsupported-version", "missing-field", "duplicate"]);
    let label = || Label::of("x", "x");
    assert_eq!(Log::new(" ", label(), label(), vec![]).unwrap_err().code(), "empty");
}

/// One mistake in an event with which a party joins does not make the events after it look wrong.
#[test]
fn a_mistake_in_joining_is_one_mistake() {
    let acts = agree("2019-01-02", &["residents", "town"]);
    let left = event("2019-01-03", "party-left", json!({"party": "residents"}));
    let mistakes = [
        (json!({"kind": "party-joind"}), "unknown-code"),
        (json!({"kind": 7}), "wrong-kind"),
        (json!({"party": "resident"}), "undefined"),
        (json!({"party": null}), "missing-field"),
        (json!({"party": ["residents"]}), "wrong-kind"),
        (json!({"date": "2019-13-01"}), "invalid-date"),
        (json!({"colour": "red"}), "unknown-field"),
        (json!({"perspective": "everyone"}), "unknown-code"),
    ];
    for (wrong, code) in mistakes {
        let mut events = joined();
        events[0].as_object_mut().unwrap().extend(wrong.as_object().unwrap().clone());
        events.extend([acts.clone(), left.clone()]);
        let found = problems(&events);
        assert_eq!(found.len(), 1, "{wrong}: {found:?}");
        assert_eq!((found[0].0, found[0].1), (code, Some(1)), "{wrong}");
    }
    // Of another party the rule holds as before, and of this one as soon as it is clear again.
    let mut events = joined();
    events[0]["kind"] = json!("party-joind");
    events.remove(2); // the municipality never joined
    events.extend([acts.clone(), left, agree("2019-01-04", &["residents", "town"])]);
    let not_taking_part = |event, field: &str| ("not-taking-part", Some(event), Some(field.to_owned()));
    assert_eq!(
        problems(&events)[1..],
        [
            not_taking_part(4, "parties[2]"),
            not_taking_part(6, "parties[1]"),
            not_taking_part(6, "parties[2]"),
        ]
    );
}

/// The same for leaving and coming back, and for names in an event whose kind has a mistake.
#[test]
fn a_mistake_in_leaving_or_naming_is_one_mistake() {
    let leave = |party: &str| event("2019-01-02", "party-left", json!({"party": party}));
    let mut events = joined();
    events.extend([leave("resident"), event("2019-01-03", "party-joined", json!({"party": "residents"}))]);
    assert_eq!(problems(&events), [("undefined", Some(5), Some("party".to_owned()))]);
    let promise = json!({"id": "a", "by": "town", "to": "residents", "text": "x"});
    let mut events = joined();
    events.extend([
        event("2019-01-02", "promise-mad", promise),
        event("2019-01-03", "promise-kept", json!({"id": "a"})),
    ]);
    assert_eq!(problems(&events), [("unknown-code", Some(5), Some("kind".to_owned()))]);
}
