//! Worked by hand from T9–T15 of the facts, with the negative side of each.

#![expect(clippy::needless_pass_by_value, reason = "a test reads better with `json!` in its place")]

mod conditions;
mod dates;
mod documents;
mod doors;
mod golden_rule;
mod phases;
mod source_group;
mod voices;

use super::{Finding, FindingCode, Log, Readiness, Review, Settings, review};
use crate::Error;
use crate::document::Document;
use chrono::NaiveDate;
use serde_json::{Value, json};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An event on a day, recorded from the policy perspective.
fn event(date: &str, kind: &str, fields: Value) -> Value {
    let mut event = json!({"date": date, "kind": kind, "perspective": "policy"});
    let own = fields.as_object().unwrap().clone();
    event.as_object_mut().unwrap().extend(own);
    event
}

/// The same event recorded by the people it is about.
fn by_client(mut event: Value) -> Value {
    event["perspective"] = json!("client");
    event
}

fn document(events: &[Value]) -> Value {
    json!({
        "schema_version": 1,
        "id": "galerijflats",
        "title": {"nl": "Schonere buurt", "en": "Cleaner neighbourhood"},
        "service": {"nl": "afval", "en": "waste"},
        "parties": [
            {"id": "residents", "label": {"nl": "bewoners", "en": "residents"}, "kind": "source-group"},
            {"id": "youth", "label": {"nl": "jongeren", "en": "young people"}, "kind": "source-group"},
            {"id": "town", "label": {"nl": "gemeente", "en": "municipality"}, "kind": "municipality"},
            {"id": "corporation", "label": {"nl": "woningcorporatie", "en": "housing corporation"}, "kind": "professional-organisation"},
        ],
        "events": events,
    })
}

fn read(events: &[Value]) -> Result<Log, Error> {
    Log::from_value(&document(events))
}

/// A log that begins with everybody joining, seen from two perspectives.
fn log(events: &[Value]) -> Log {
    let mut all = joined();
    all.extend_from_slice(events);
    read(&all).unwrap()
}

/// The first four events: numbers 1 to 4.
fn joined() -> Vec<Value> {
    let join = |party: &str| event("2019-01-01", "party-joined", json!({"party": party}));
    vec![by_client(join("residents")), join("youth"), join("town"), join("corporation")]
}

fn on(log: &Log, date: &str) -> Review {
    review(log, day(date), &Settings::default())
}

fn codes(review: &Review) -> Vec<FindingCode> {
    review.findings.iter().map(|finding| finding.code).collect()
}

/// The only finding of this kind.
fn only(review: &Review, code: FindingCode) -> Finding {
    let mut found = review.findings.iter().filter(|finding| finding.code == code);
    let finding = found.next().unwrap_or_else(|| panic!("no {code} among {:?}", codes(review))).clone();
    assert_eq!(found.next(), None);
    finding
}

fn has(review: &Review, code: FindingCode) -> bool {
    codes(review).contains(&code)
}

fn enter(date: &str, phase: &str) -> Value {
    event(
        date,
        "phase-entered",
        json!({"phase": phase, "judgement": "het helpt", "judged_by": ["residents", "town"]}),
    )
}

fn agree(date: &str, parties: &[&str]) -> Value {
    event(date, "topic-agreed", json!({"parties": parties, "topic": "zwerfvuil"}))
}

fn evaluate(date: &str, parties: &[&str]) -> Value {
    event(date, "evaluation", json!({"parties": parties, "about": ["process", "results", "next-steps"]}))
}

fn session(date: &str, residents: u32, initiative: Option<&str>) -> Value {
    let attendance = json!([{"party": "residents", "count": residents}, {"party": "town"}]);
    event(date, "session", json!({"attendance": attendance, "initiative": initiative}))
}

fn initiative(date: &str, fields: Value) -> Value {
    let mut all = json!({"id": "bin", "text": "grappige vuilnisbak", "carried_by": "residents"});
    all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    event(date, "initiative-started", all)
}

fn truths(readiness: &Readiness) -> Vec<(&str, crate::decide::Truth)> {
    let judged = readiness.conditions.iter().map(|one| &one.judgement);
    judged.map(|judgement| (judgement.code.as_ref(), judgement.truth)).collect()
}

/// A process that goes well from beginning to end.
fn good() -> Vec<Value> {
    let mut events = vec![event("2019-01-01", "theme-named", json!({"by": "town", "text": "overlast"}))];
    events.extend(joined());
    events.extend([
        event("2019-01-02", "mandate-given", json!({"by": "town", "text": "alles anders"})),
        event("2019-01-02", "frames-set", json!({"text": "binnen de begroting"})),
        event("2019-01-02", "frames-changed", json!({"text": "ruimer"})),
        event("2019-01-03", "support-recorded", json!({"level": "organisational", "continued": true})),
        enter("2019-01-05", "start"),
        event("2019-01-06", "way-of-working-told", json!({"to": ["residents", "youth"]})),
        event("2019-01-06", "facilitator-named", json!({"name": "Noor", "trained": true})),
        event("2019-01-10", "listening", json!({"method": "door-to-door", "parties": ["residents"], "count": 90})),
        by_client(event("2019-02-01", "analysis-fed-back", json!({"to": ["residents"]}))),
        event("2019-02-02", "need-established", json!({"needed": true})),
        agree("2019-02-03", &["residents", "town"]),
        evaluate("2019-02-04", &["residents", "town"]),
        enter("2019-02-05", "co-design"),
        session("2019-02-10", 8, None),
        event("2019-02-10", "expectations-discussed", json!({"parties": ["residents", "town"]})),
        event("2019-02-20", "idea", json!({"id": "open", "text": "containers open", "by": "residents", "task": "own-task", "owner": "town"})),
        event("2019-02-20", "idea", json!({"id": "bin", "text": "vuilnisbak", "by": "youth", "task": "joint-task"})),
        event("2019-02-21", "promise-made", json!({"id": "open", "by": "town", "to": "residents", "text": "containers open", "capacity": true, "due": "2019-06-01"})),
        event("2019-03-01", "design-agreed", json!({"parties": ["residents", "town"], "steering": "open-design"})),
        event("2019-03-01", "goal-shared", json!({"parties": ["residents", "corporation"], "text": "een schone buurt"})),
        event("2019-03-01", "time-judged", json!({"enough": true, "by": ["residents", "town"]})),
        evaluate("2019-03-02", &["residents", "youth", "town"]),
        enter("2019-03-05", "co-production"),
        initiative("2019-03-06", json!({"idea": "bin", "as_co_creation": true})),
        initiative("2019-03-06", json!({"id": "open", "idea": "open", "text": "containers", "carried_by": "town", "as_co_creation": false})),
        session("2019-03-10", 5, Some("bin")),
        event("2019-04-01", "promise-kept", json!({"id": "open"})),
        event("2019-04-01", "initiative-completed", json!({"id": "bin"})),
        by_client(event("2019-04-02", "voice-recorded", json!({"by": "residents", "heard": true}))),
        evaluate("2019-05-01", &["residents", "town"]),
        event("2019-05-01", "success-judged", json!({"successful": true, "better_fit": true, "by": ["residents", "town"]})),
        enter("2019-05-05", "continuation"),
        event("2019-05-06", "support-recorded", json!({"level": "political", "continued": true})),
        event("2019-05-06", "support-recorded", json!({"level": "administrative", "continued": true})),
        event("2019-05-06", "support-recorded", json!({"level": "outside-partners", "continued": true})),
        evaluate("2019-06-01", &["residents", "town"]),
        event("2019-06-02", "ended", json!({"outcome": "continued"})),
    ]);
    events
}
