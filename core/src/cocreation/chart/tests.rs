//! A process that goes back, stands still, promises and stops, after the gallery flats (COC-73…94).

use super::timeline_chart;
use crate::chart::Chart;
use crate::chart::tests::{both, draws_what_is_there, row, subtitle, table};
use crate::cocreation::{Log, Settings};
use crate::document::Document;
use serde_json::{Value, json};

fn event(date: &str, kind: &str, fields: &Value) -> Value {
    let mut event = json!({"date": date, "kind": kind, "perspective": "client"});
    event.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    event
}

fn log(events: &[Value]) -> Log {
    let party = |id: &str, kind: &str| json!({"id": id, "label": {"nl": id, "en": id}, "kind": kind});
    Log::from_value(&json!({
        "schema_version": 1, "id": "flats",
        "title": {"nl": "Schonere buurt", "en": "Cleaner neighbourhood"}, "service": {"nl": "afval", "en": "waste"},
        "parties": [party("bewoners", "source-group"), party("gemeente", "municipality")],
        "events": events,
    }))
    .unwrap()
}

fn flats() -> Log {
    let enter =
        |date, phase| event(date, "phase-entered", &json!({"phase": phase, "judgement": "het helpt"}));
    let came = |date, attendance| event(date, "session", &json!({"attendance": attendance}));
    log(&[
        event("2018-01-01", "theme-named", &json!({"by": "gemeente", "date_precision": "year"})),
        event("2018-03-01", "party-joined", &json!({"party": "bewoners"})),
        event("2018-03-01", "party-joined", &json!({"party": "gemeente"})),
        enter("2018-03-01", "start"),
        event(
            "2018-05-01",
            "listening",
            &json!({"method": "door-to-door", "parties": ["bewoners"], "date_precision": "month"}),
        ),
        came("2018-06-01", json!([{"party": "bewoners", "count": 8}])),
        came("2018-09-01", json!([{"party": "bewoners"}])),
        came("2018-12-01", json!([{"party": "bewoners", "count": 0}])),
        came("2018-12-08", json!([{"party": "gemeente", "count": 3}])),
        enter("2019-01-01", "co-design"),
        event(
            "2019-01-10",
            "promise-made",
            &json!({"id": "p", "by": "gemeente", "to": "bewoners", "text": "containers “open” \\ zonder\u{2028}pasje"}),
        ),
        event(
            "2019-02-01",
            "initiative-started",
            &json!({"id": "i", "text": "agenda", "carried_by": "bewoners"}),
        ),
        event("2019-02-10", "initiative-stalled", &json!({"id": "i"})),
        event("2019-03-01", "initiative-stopped", &json!({"id": "i"})),
        enter("2019-04-01", "start"),
        event("2019-05-01", "suspended", &json!({"reason": "corona"})),
        event("2019-06-01", "resumed", &json!({})),
        event("2019-07-01", "promise-kept", &json!({"id": "p"})),
    ])
}

fn draw(log: &Log, as_of: &str) -> [Chart; 2] {
    let as_of = as_of.parse().unwrap();
    both(|language| timeline_chart(log, as_of, &Settings::default(), language))
}

fn of_kind<'c>(chart: &'c Chart, kind: &str) -> Vec<&'c Value> {
    table(chart).iter().filter(|row| row["kind"] == kind).collect()
}

#[test]
fn going_back_is_a_second_stay_in_a_phase() {
    let [nl, _] = draw(&flats(), "2019-08-01");
    draws_what_is_there(&nl);
    let stays: Vec<(&Value, &Value)> =
        of_kind(&nl, "stay").iter().map(|row| (&row["from"], &row["to"])).collect();
    let (first, design, again) = (stays[0], stays[2], stays[1]);
    assert_eq!(first, (&json!("2018-03-01"), &json!("2019-01-01")));
    assert_eq!(design, (&json!("2019-01-01"), &json!("2019-04-01")));
    assert_eq!(again, (&json!("2019-04-01"), &json!("2019-08-01")));
    assert_eq!(of_kind(&nl, "suspended")[0]["to"], "2019-06-01");
    assert!(subtitle(&nl).starts_with("Fase: start (sinds 2019-04-01)."));
}

#[test]
fn attendance_that_is_not_recorded_has_no_size() {
    let [nl, en] = draw(&flats(), "2019-08-01");
    assert_eq!(of_kind(&nl, "session").len(), 1);
    assert!(row(&nl, "kind", "session")["size"].is_number());
    // Present without a count, and not in the list at all: both unknown. A count of 0 is an absence.
    assert_eq!(of_kind(&nl, "session-unknown").len(), 2);
    assert_eq!(of_kind(&nl, "session-without-source-group").len(), 1);
    assert!(row(&en, "kind", "session-unknown")["name"].as_str().unwrap().ends_with("unknown"));
}

#[test]
fn what_is_open_goes_on_and_what_is_later_is_not_drawn() {
    let [nl, _] = draw(&flats(), "2019-05-15");
    assert_eq!(row(&nl, "kind", "promise")["goes_on"], true);
    assert_eq!(row(&nl, "kind", "suspended")["goes_on"], true);
    assert!(subtitle(&nl).contains("Later, en niet getekend: 2."));
    let [nl, _] = draw(&flats(), "2019-08-01");
    assert_eq!(row(&nl, "kind", "promise")["to"], "2019-07-01");
    assert_eq!(row(&nl, "kind", "kept")["at"], "2019-07-01");
    assert_eq!(row(&nl, "kind", "stalled")["to"], "2019-03-01");
    assert_eq!(row(&nl, "kind", "stopped")["at"], "2019-03-01");
}

#[test]
fn an_uncertain_date_shows_when_it_can_have_been() {
    let [nl, _] = draw(&flats(), "2019-08-01");
    let listening = row(&nl, "kind", "listening");
    let when = (&listening["first"], &listening["at"], &listening["last"], &listening["when"]);
    assert_eq!(when, (&json!("2018-05-01"), &json!("2018-05-16"), &json!("2018-05-31"), &json!("2018-05")));
}

#[test]
fn sessions_of_one_year_do_not_lie_over_each_other() {
    let came = |date: &str, precision: &str| {
        let attendance = json!([{"party": "bewoners", "count": 8}]);
        event(date, "session", &json!({"attendance": attendance, "date_precision": precision}))
    };
    let joined = event("2018-01-01", "party-joined", &json!({"party": "bewoners"}));
    let events = [joined, came("2019-01-01", "year"), came("2019-01-01", "year"), came("2020-03-01", "day")];
    let [nl, _] = draw(&log(&events), "2020-12-31");
    // By hand: of the 364 days from the first of 2019 to the last, a third and two thirds.
    let days: Vec<&str> = of_kind(&nl, "session").iter().map(|row| row["at"].as_str().unwrap()).collect();
    assert_eq!(days, ["2019-05-02", "2019-08-31", "2020-03-01"]);
    assert!(of_kind(&nl, "session").iter().all(|row| row["label"] == "8"));
}

#[test]
fn a_text_of_a_log_cannot_break_the_chart() {
    let [nl, _] = draw(&flats(), "2019-08-01");
    // The text of a row stands in an expression, where it must stay one string: without line separators.
    let labels = nl.spec()["layer"][0]["encoding"]["y"]["axis"]["labelExpr"].as_str().unwrap();
    assert!(labels.contains(r#""promise/0":["containers “open” \\","zonder pasje"]"#), "{labels}");
}

#[test]
fn an_empty_log_says_that_nothing_was_recorded() {
    let [nl, en] = draw(&log(&[]), "2019-08-01");
    assert_eq!(of_kind(&nl, "nothing").len(), 5);
    assert!(subtitle(&en).contains("Nothing was recorded up to and including 2019-08-01."));
}

/// The thin line of when it can have been lies in the middle of the row, and so would the name of the end.
#[test]
fn the_name_of_an_end_of_a_year_stands_above_its_line() {
    let ended = event("2020-01-01", "ended", &json!({"outcome": "continued", "date_precision": "year"}));
    let [nl, _] = draw(&log(&[ended]), "2020-12-31");
    let end = row(&nl, "kind", "ended");
    assert_eq!((&end["first"], &end["last"]), (&json!("2020-01-01"), &json!("2020-12-31")));
    let layers = nl.spec()["layer"].as_array().unwrap();
    let named = |layer: &&Value| {
        let of = layer["transform"].to_string().contains("'ended'");
        of && layer["mark"]["type"] == "text"
    };
    let name = layers.iter().find(named).unwrap();
    assert_eq!(name["mark"]["dy"]["expr"], "isValid(datum.first) ? -7 : 0");
}
