//! What was read is written the same, and the operations answer documents.

use super::*;
use crate::operation;

#[test]
fn a_log_reads_back_what_it_writes() {
    let mut events = good();
    events.push(json!({
        "date": "2019-07-01", "date_precision": "month", "kind": "suspended", "reason": "corona",
        "author": "coördinator", "perspective": "professional", "note": "alles ligt stil", "sources": ["COC-93"],
    }));
    let log = read(&events).unwrap();
    let written = serde_json::to_value(&log).unwrap();
    assert_eq!(written["events"][events.len() - 1], events[events.len() - 1]);
    assert_eq!(written, document(&events_without_null(&events)));
    assert_eq!(Log::from_value(&written).unwrap(), log);
}

/// The same events without the fields that are `null`: those are unknown, and not written.
fn events_without_null(events: &[Value]) -> Vec<Value> {
    let kept = |event: &Value| {
        let fields = event.as_object().unwrap().clone().into_iter().filter(|(_, value)| !value.is_null());
        Value::Object(fields.collect())
    };
    events.iter().map(kept).collect()
}

#[test]
fn appending_one_by_one_gives_the_same_log() {
    let whole = read(&good()).unwrap();
    let mut log = read(&[]).unwrap();
    for entry in whole.events().entries() {
        log = log.append(entry).unwrap();
    }
    assert_eq!(log, whole);
}

#[test]
fn the_operations_answer() {
    let events = good();
    let (last, earlier) = events.split_last().unwrap();
    let call = |name: &str, request: Value| -> Value {
        serde_json::from_str(&operation::call(name, &request.to_string()).unwrap()).unwrap()
    };
    let appended = call("cocreation.append", json!({"log": document(earlier), "event": last}));
    assert_eq!(appended, call("cocreation.check", document(&events)));
    let settings = json!({"promise_open": {"days": 30}});
    let review =
        call("cocreation.review", json!({"log": appended, "as_of": "2019-06-02", "settings": settings}));
    assert_eq!(review["findings"], json!([]));
    assert_eq!(review["settings"]["promise_open"]["provenance"]["kind"], "local");
    assert_eq!(review["settings"]["co_evaluation"]["provenance"]["kind"], "illustrative");
    let ready =
        call("cocreation.readiness", json!({"log": appended, "phase": "co-design", "as_of": "2019-01-31"}));
    assert_eq!(ready["truth"], "unknown");
    assert_eq!(call("cocreation.phases", json!({})).as_array().unwrap().len(), 4);
    let kinds = call("cocreation.event_kinds", json!({}));
    assert_eq!(kinds["kinds"][0]["code"], "theme-named");
    assert_eq!(kinds["common"][0]["name"], "date");
    let error = operation::call(
        "cocreation.append",
        &json!({"log": document(&[]), "event": {"kind": "resumed"}}).to_string(),
    );
    let error = error.unwrap_err();
    assert!(error.problems().iter().all(|problem| problem.place().event == Some(1)));
    assert_eq!(error.problems().len(), 3);
}
