//! Every request about models goes through the door and back.

use crate::operation::call;
use serde_json::{Value, json};

fn ask(name: &str, request: &Value) -> Value {
    let answer = call(name, &request.to_string()).unwrap_or_else(|error| panic!("{name}: {error}"));
    serde_json::from_str(&answer).unwrap()
}

fn refuse(name: &str, request: &Value) -> Vec<String> {
    let error = call(name, &request.to_string()).unwrap_err();
    error.problems().iter().map(|problem| problem.place().field().unwrap_or_default().to_owned()).collect()
}

fn space() -> Value {
    json!({
        "states": [{"code": "1"}, {"code": "2"}, {"code": "3"}],
        "moves": [{"from": "1", "to": "2"}, {"from": "2", "to": "1"}, {"from": "2", "to": "3"}]
    })
}

fn study() -> Value {
    json!({
        "people": 300, "times": [0, 1, 2], "start": [{"state": "1", "people": 2}, {"state": "2", "people": 1}],
        "covariates": [{"covariate": "x", "share": 0.5}]
    })
}

/// A model with an effect, fitted to a panel drawn from a plain one.
fn fitted() -> (Value, Value) {
    let plain = ask(
        "multistate.given",
        &json!({
            "states": space()["states"],
            "rates": [
                {"from": "1", "to": "2", "rate": 0.7},
                {"from": "2", "to": "1", "rate": 0.4},
                {"from": "2", "to": "3", "rate": 0.3}
            ],
            "provenance": {"kind": "illustrative", "note": {"nl": "toets", "en": "test"}}
        }),
    );
    let drawn = ask("multistate.simulate", &json!({"model": plain, "study": study(), "seed": 4}));
    let mut panel = drawn;
    panel["codes"] = json!(["1", "2", "3"]);
    let effects = json!([{"covariate": "x", "moves": [{"from": "1", "to": "2"}]}]);
    let mut request = json!({"space": space(), "effects": effects});
    request["panel"] = panel.clone();
    let fit = ask("multistate.fit", &request);
    (fit["model"].clone(), panel)
}

#[test]
fn a_drawn_panel_can_be_read_fitted_and_judged() {
    let (model, panel) = fitted();
    let found = ask("multistate.prevalence", &json!({"panel": panel, "model": model, "times": [0, 2]}));
    assert_eq!(found["times"][0]["in_view"], 300.0);
    let found =
        ask("multistate.goodness", &json!({"panel": panel, "model": model, "times": 1, "replications": 3}));
    assert_eq!(found["replications"]["count"], 3);
    let named = |name: &str, effects: Value| json!({"name": {"nl": name, "en": name}, "specification": {"space": space(), "effects": effects}});
    let effects = json!([{"covariate": "x", "moves": [{"from": "1", "to": "2"}]}]);
    let request =
        json!({"panel": panel, "first": named("rich", effects), "second": named("plain", json!([]))});
    let found = ask("multistate.select", &request);
    assert_eq!((&found["nested"], &found["df"]), (&json!(true), &json!(1.0)));
}

#[test]
fn people_are_expected_and_compared() {
    let (model, _) = fitted();
    let group =
        |x: f64| json!({"at": [{"covariate": "x", "value": x}], "states": [{"state": "1", "people": 50}]});
    let request =
        json!({"model": model, "now": [group(0.0)], "entering": [group(1.0)], "times": [1, 2], "level": 0.9});
    let found = ask("multistate.forecast", &request);
    assert_eq!(found["moments"][1]["states"][0]["interval"]["level"], 0.9);
    let side = |name: &str, x: f64| json!({"name": {"nl": name, "en": name}, "people": [group(x)]});
    let mut first = side("a", 1.0);
    first["model"] = model.clone();
    let found = ask(
        "multistate.contrast",
        &json!({"first": first, "second": side("b", 0.0), "states": ["2", "3"], "end": 2}),
    );
    assert!(found["difference"]["interval"]["low"].as_f64() < found["difference"]["value"].as_f64());
    let wrong = json!({"first": first, "second": side("b", 0.0), "states": ["9"], "end": 2});
    assert_eq!(refuse("multistate.contrast", &wrong), ["states[1]"]);
    let at = |x: f64| json!({"name": {"nl": "a", "en": "a"}, "at": [{"covariate": "x", "value": x}]});
    let mut first = at(1.0);
    first["model"] = model.clone();
    let found = ask("multistate.ratios", &json!({"first": first, "second": at(0.0)}));
    assert_eq!(found.as_array().unwrap().len(), 3);
    let missing = refuse("multistate.ratios", &json!({"first": at(1.0), "second": at(0.0)}));
    assert_eq!(missing.len(), 1);
}

#[test]
fn power_is_found_both_ways() {
    let (model, _) = fitted();
    let mut request = json!({"model": model, "study": study(), "covariate": "x", "hazard_ratio": 1.8});
    let found = ask("multistate.power", &request);
    assert_eq!(found["method"], "information");
    assert!(found["people_needed"].as_u64() > Some(10));
    request["replications"] = json!(5);
    assert_eq!(ask("multistate.power", &request)["method"], "simulation");
    request["study"] = json!({"people": 10, "start": [{"state": "7", "people": 1}], "until": 3, "shortest": 1, "longest": 2});
    assert_eq!(refuse("multistate.power", &request), ["study.start[1].state"]);
}

#[cfg(feature = "charts")]
#[test]
fn charts_are_drawn() {
    let (model, _) = fitted();
    let request = json!({"model": model, "at": [{"covariate": "x", "value": 0}], "from": "1", "end": 2, "language": "nl"});
    assert!(ask("multistate.flow_chart", &request)["layer"].is_array());
    assert!(ask("multistate.course_chart", &request)["layer"].is_array());
    let at = |x: f64| json!({"name": {"nl": "a", "en": "a"}, "at": [{"covariate": "x", "value": x}], "model": model});
    let request = json!({"first": at(1.0), "second": at(0.0), "language": "en"});
    assert!(ask("multistate.ratios_chart", &request)["layer"].is_array());
}

#[test]
fn a_placement_between_rungs_is_no_unknown_state() {
    let column = |name: &str, values: Value| json!({"name": name, "values": values});
    let panel = json!({
        "person": "client", "time": "date", "state": "rung",
        "columns": [
            column("client", json!(["a", "a", "a"])),
            column("date", json!(["2024-01-01", "2024-06-01", "2024-12-01"])),
            column("rung", json!(["4", "1-3", "2"]))
        ]
    });
    let report = ask("ladder.quality", &json!({"panel": panel}));
    let codes: Vec<&str> =
        report["findings"].as_array().unwrap().iter().filter_map(|one| one["code"].as_str()).collect();
    assert!(codes.contains(&"between-states") && !codes.contains(&"unknown-state"), "{codes:?}");
}
