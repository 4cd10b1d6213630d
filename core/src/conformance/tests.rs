use super::{Checker, DeviationKind, MAX_EVENTS, Roadmap, Traces, check, stays};
use crate::cocreation::roadmaps;
use crate::document::Document;
use serde_json::{Value, json};
use std::collections::VecDeque;

fn label(text: &str) -> Value {
    json!({"nl": text, "en": text})
}

/// A and B in any order, then C as often as one likes, then back or on to D; E may be left out.
fn roadmap() -> Roadmap {
    let step = |id: &str| json!({"id": id, "label": label(id)});
    let stage = |id: &str, steps: Value, next: Value| json!({"id": id, "label": label(id), "steps": steps, "next": next});
    let mut stages = [
        stage("both", json!([{"step": "a"}, {"step": "b"}]), json!(["work"])),
        stage(
            "work",
            json!([{"step": "c", "repeats": true}, {"step": "e", "needed": false}]),
            json!(["both", "end"]),
        ),
        stage("end", json!([{"step": "d"}]), json!([])),
    ];
    stages[0]["starts"] = json!(true);
    stages[2]["ends"] = json!(true);
    let steps: Vec<Value> = ["a", "b", "c", "d", "e"].into_iter().map(step).collect();
    let document =
        json!({"schema_version": 1, "id": "test", "title": label("test"), "steps": steps, "stages": stages});
    Roadmap::from_value(&document).unwrap()
}

fn numbers(roadmap: &Roadmap, trace: &str) -> Vec<Option<u16>> {
    trace.chars().map(|step| roadmap.step(&step.to_string())).collect()
}

fn cost(roadmap: &Roadmap, trace: &str) -> u32 {
    Checker::new(roadmap).follow(&numbers(roadmap, trace), &mut Vec::new()).unwrap().cost
}

#[test]
fn what_the_road_allows_costs_nothing() {
    let roadmap = roadmap();
    for trace in ["abcd", "bacd", "abcccd", "abecd", "abcecd", "abcbacd", "abcabecabcd"] {
        assert_eq!(cost(&roadmap, trace), 0, "{trace}");
    }
    assert_eq!(roadmap.shortest_run(), 4);
}

#[test]
fn the_smallest_repair_is_the_smallest() {
    let roadmap = roadmap();
    // Worked by hand: the fewest steps to add and events to leave out.
    let worked = [
        ("", 4),
        ("abc", 1),
        ("acd", 1),
        ("cd", 2),
        ("abdc", 2),
        ("abced", 0),
        ("abceed", 1),
        ("dddd", 6),
        ("aabcd", 1),
    ];
    for (trace, expected) in worked {
        assert_eq!(cost(&roadmap, trace), expected, "{trace}");
    }
}

/// Every run of the road up to a number of steps, by walking through it.
fn runs(most: usize) -> Vec<String> {
    // Independent of the automaton: the language of the roadmap above as a regular expression by hand.
    let rounds = ["ab", "ba"];
    let works = |length: usize| -> Vec<String> {
        let mut found = vec!["c".repeat(length)];
        found.extend((0..length).map(|at| format!("{}e{}", "c".repeat(at), "c".repeat(length - 1 - at))));
        found.into_iter().filter(|work| work.contains('c')).collect()
    };
    let mut found = Vec::new();
    let mut open: VecDeque<String> = VecDeque::from([String::new()]);
    while let Some(so_far) = open.pop_front() {
        for both in rounds {
            for length in 1..most {
                for work in works(length) {
                    let next = format!("{so_far}{both}{work}");
                    if next.len() < most {
                        found.push(format!("{next}d"));
                        open.push_back(next);
                    }
                }
            }
        }
    }
    found
}

/// How many letters to add and leave out between two words: from the longest common subsequence.
fn distance(one: &str, other: &str) -> usize {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut row = vec![0_usize; other.len() + 1];
    for left in one {
        let mut corner = 0;
        for (at, right) in other.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if left == right { corner + 1 } else { above.max(row[at]) };
            corner = above;
        }
    }
    one.len() + other.len() - 2 * row[other.len()]
}

#[test]
fn no_run_is_nearer_than_the_repair_says() {
    let (roadmap, runs) = (roadmap(), runs(11));
    assert!(runs.len() > 100);
    let mut seed = crate::random::Seed::new(4).stream(0, 0);
    for _ in 0..300 {
        let length = (seed.uniform() * 7.0).floor();
        let mut trace = String::new();
        while f64::from(u32::try_from(trace.len()).unwrap()) < length {
            let at = seed.pick(&[1.0; 5]).unwrap();
            trace.push(['a', 'b', 'c', 'd', 'e'][at]);
        }
        let nearest = runs.iter().map(|run| distance(&trace, run)).min().unwrap();
        assert_eq!(usize::try_from(cost(&roadmap, &trace)).unwrap(), nearest, "{trace}");
    }
}

/// The trace after its repairs.
fn repaired(roadmap: &Roadmap, trace: &str) -> String {
    let mut deviations = Vec::new();
    let following = Checker::new(roadmap).follow(&numbers(roadmap, trace), &mut deviations).unwrap();
    assert_eq!(usize::try_from(following.cost).unwrap(), deviations.len(), "{trace}");
    let name = |step: u16| roadmap.steps()[usize::from(step)].id.as_str();
    let mut whole = String::new();
    for (event, own) in (1..).zip(trace.chars()) {
        let here = || deviations.iter().filter(|deviation| deviation.event == Some(event));
        whole.extend(here().filter(|one| one.kind == DeviationKind::Missing).map(|one| name(one.step)));
        if !here().any(|one| one.kind == DeviationKind::Extra) {
            whole.push(own);
        }
    }
    whole.extend(deviations.iter().filter(|one| one.event.is_none()).map(|one| name(one.step)));
    whole
}

#[test]
fn repaired_a_trace_follows_the_road() {
    let roadmap = roadmap();
    for trace in ["", "d", "cab", "eeee", "abab", "dcba", "abcdabcd", "bbbbcccceeeedddd", "edcbaedcba"] {
        let repaired = repaired(&roadmap, trace);
        assert_eq!(cost(&roadmap, &repaired), 0, "{trace} became {repaired}");
    }
}

#[test]
fn events_that_are_no_step_count_for_nothing() {
    let roadmap = roadmap();
    let following = Checker::new(&roadmap).follow(&numbers(&roadmap, "axbcyd"), &mut Vec::new()).unwrap();
    assert_eq!((following.cost, following.events, following.outside), (0, 4, 2));
}

#[test]
fn a_stage_without_a_way_to_it_and_a_trace_of_the_greatest_length() {
    let mut document = json!(roadmap());
    let step = json!({"id": "far", "label": label("far")});
    let stage = json!({"id": "island", "label": label("island"), "steps": [{"step": "far"}], "next": ["island", "end"]});
    document["steps"].as_array_mut().unwrap().push(step);
    document["stages"].as_array_mut().unwrap().push(stage);
    let roadmap = Roadmap::from_value(&document).unwrap();
    let (far, repeats) = (roadmap.step("far"), roadmap.step("c"));
    let cost = |trace: &[Option<u16>]| {
        let mut deviations = Vec::new();
        let following = Checker::new(&roadmap).follow(trace, &mut deviations)?;
        assert_eq!(usize::try_from(following.cost).unwrap(), deviations.len());
        Some(following.cost)
    };
    // No event is on the road: all are left out and the shortest run of 4 is added.
    assert_eq!(cost(&vec![far; MAX_EVENTS]), Some(50_004));
    // “a”, “b” before and “d” after so often “c”.
    assert_eq!(cost(&vec![repeats; MAX_EVENTS]), Some(3));
    assert_eq!(cost(&vec![repeats; MAX_EVENTS + 1]), None);
}

#[test]
fn an_event_that_weighs_more_is_not_left_out() {
    let weighing = |weight: u16| {
        let mut document = json!(roadmap());
        document["steps"][3]["weight"] = json!(weight);
        Roadmap::from_value(&document).unwrap()
    };
    // Worked by hand: “d” twice. One lies at the end; before it “a”, “b” and “c” are missing. The other is left out, for no
    // way leads on from the end.
    for weight in [1, 2, 7, 100] {
        let roadmap = weighing(weight);
        let following = Checker::new(&roadmap).follow(&numbers(&roadmap, "dd"), &mut Vec::new()).unwrap();
        assert_eq!(following.cost, 3 + u32::from(weight));
        let whole = f64::from(2 * weight) + 4.0;
        assert!((following.fitness - (1.0 - f64::from(3 + weight) / whole)).abs() < 1e-15);
    }
    // “e” before “abcd”: leaving it out costs its weight, and a run in which it lies asks for “a” and “b” before it and “c”
    // after it.
    let of_e = |weight: u16| {
        let mut document = json!(roadmap());
        document["steps"][4]["weight"] = json!(weight);
        let roadmap = Roadmap::from_value(&document).unwrap();
        let mut deviations = Vec::new();
        let following = Checker::new(&roadmap).follow(&numbers(&roadmap, "eabcd"), &mut deviations).unwrap();
        (following.cost, deviations.iter().filter(|one| one.kind == DeviationKind::Missing).count())
    };
    assert_eq!([of_e(1), of_e(2), of_e(4), of_e(100)], [(1, 0), (2, 0), (3, 3), (3, 3)]);
    // So many events that the weights do not fit: they count for less, and all are left out.
    let roadmap = weighing(100);
    let far = vec![roadmap.step("d"); MAX_EVENTS];
    let following = Checker::new(&roadmap).follow(&far, &mut Vec::new()).unwrap();
    assert_eq!(following.cost, 3 + 49_999);
}

#[test]
fn the_roadmaps_of_the_sources_can_be_read() {
    let names: Vec<String> = roadmaps().iter().map(|roadmap| roadmap.id().to_owned()).collect();
    assert_eq!(names, ["co-creation", "houten", "co-creation-lab"]);
    for roadmap in roadmaps() {
        assert_eq!(Roadmap::from_value(&json!(roadmap)).unwrap(), roadmap);
    }
}

#[test]
fn backward_steps_and_loops_are_legitimate() {
    let roadmap = &roadmaps()[1];
    let events = [
        "stories",
        "analysis",
        "stories",
        "analysis",
        "experiments",
        "experiments",
        "connection",
        "experiments",
        "connection",
    ];
    let events: Vec<Value> = events.iter().map(|step| json!({"step": step})).collect();
    let traces = Traces::from_value(&json!({"traces": [{"case": "houten", "events": events}]})).unwrap();
    let report = check(roadmap, &traces);
    assert!(report.traces[0].follows);
    let back: Vec<bool> = report.traces[0].visits.iter().map(|visit| visit.back).collect();
    assert_eq!(back, [false, false, true, true, false, false, true, true]);
}

#[test]
fn stays_are_a_request_to_fit() {
    let event = |step: &str, date: &str| json!({"step": step, "date": date});
    let traces: Vec<Value> = (1..=6)
        .map(|case| {
            let events = json!([
                event("stories", "2019-01-01"),
                event("analysis", &format!("2019-02-0{case}")),
                event("experiments", &format!("2019-04-1{case}")),
                event("connection", &format!("2019-07-1{case}"))
            ]);
            json!({"case": format!("case {case}"), "events": events})
        })
        .collect();
    let traces = Traces::from_value(&json!({"traces": traces})).unwrap();
    let request = json!(stays(&roadmaps()[1], &traces)).to_string();
    let fit = crate::operation::call("multistate.fit", &request).unwrap();
    let fit: Value = serde_json::from_str(&fit).unwrap();
    // All moves were seen on their day, so that the intensity is moves over time: six in 31 + 32 + … + 36 days.
    let rate = fit["model"]["parameters"][0]["value"].as_f64().unwrap();
    let unit = 365.25;
    assert!((rate - crate::math::ln(6.0 / (201.0 / unit))).abs() < 1e-6, "{rate}");
}

#[test]
fn dangerous_or_broken_xes_is_refused() {
    let code = |text: &str| Traces::from_xes(text).unwrap_err().code();
    assert_eq!(code("<!DOCTYPE log [<!ENTITY a \"b\">]><log/>"), "xml-entity");
    assert_eq!(code("<log>\n&a;</log>"), "xml-entity");
    assert_eq!(code("<log><trace><string key=\"concept:name\" value=\"&a;\"/></trace></log>"), "xml-entity");
    assert_eq!(code(&"<log>".repeat(40)), "too-deep");
    assert_eq!(code("<log><trace></log>"), "not-xml");
    assert_eq!(code("<log>"), "not-xml");
    assert_eq!(code("case,step"), "not-xml");
    let error = Traces::from_xes("<log>\n<trace>\n<event>\n</event></trace></log>").unwrap_err();
    assert_eq!((error.code(), error.problems()[0].place().row), ("empty", Some(3)));
    assert_eq!(error.message().nl, "regel 3, veld `concept:name`: de cel is leeg");
    let error = Traces::from_xes(&"<log>\n".repeat(40)).unwrap_err();
    assert_eq!(error.message().en, "line 33: the document is nested deeper than 32 levels");
}
