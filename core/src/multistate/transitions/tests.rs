//! Parts that are written, read, added up and fitted.

use super::Transitions;
use crate::Vocabulary;
use crate::document::Document;
use crate::error::Error;
use crate::math;
use crate::multistate::simulate::{Draw, Schedule, Study, simulate, simulate_part};
use crate::multistate::tests::made::{model, with_effect};
use crate::multistate::{
    Censored, Clock, Effect, Errors, Initial, Panel, Pieces, Scheme, Specification, StateSpace, TimeUnit,
    fit, fit_transitions,
};
use crate::operation::written;
use crate::random::Seed;

/// A panel drawn from a model of three states, its first people and the others.
fn panels() -> (Specification, Panel, [Panel; 2]) {
    let rates = [((1, 2), 0.8), ((2, 1), 0.5), ((2, 3), 0.6), ((3, 2), 0.3)];
    let truth = with_effect(model(3, &rates), "x", &[0, 2], 0.5);
    let schedule = Schedule::Irregular { until: 3.0, shortest: 0.3, longest: 1.2 };
    let mut study = Study::new(40, schedule, vec![0.5, 0.3, 0.2], TimeUnit::Year);
    study.covariates = vec![("x".to_owned(), Draw::Share(0.5))];
    let seed = Seed::new(5);
    let part = |people| simulate_part(&truth, &study, seed, people).unwrap();
    (truth.specification.clone(), simulate(&truth, &study, seed).unwrap(), [part(0..15), part(15..40)])
}

/// Models of one panel that are observed in every way.
fn kinds(plain: &Specification) -> Vec<Specification> {
    let effect = |moves: Vec<usize>| Effect { covariate: "x".to_owned(), moves };
    let errors = Errors {
        allowed: vec![(0, 1), (1, 0)],
        initial: Initial::Given(vec![0.5, 0.3, 0.2]),
        effects: vec![effect(vec![0, 1])],
        certain: None,
    };
    let any = StateSpace::any(plain.space.states().to_vec()).unwrap();
    vec![
        plain.clone(),
        Specification { centre: true, exact_entry: vec![2], ..plain.clone() },
        Specification {
            pieces: Some(Pieces { clock: Clock::Duration, cuts: vec![1.0] }),
            effects: vec![Effect { covariate: "period2".to_owned(), moves: vec![0, 1, 2, 3] }],
            ..plain.clone()
        },
        Specification { scheme: Scheme::Exact, effects: Vec::new(), ..Specification::new(any) },
        Specification { errors: Some(errors), ..plain.clone() },
    ]
}

fn read_again(transitions: &Transitions) -> Transitions {
    Transitions::from_json(&written(transitions).unwrap()).unwrap()
}

#[test]
fn parts_that_were_written_add_up_to_the_whole() {
    let (plain, whole, parts) = panels();
    for specification in kinds(&plain) {
        let parts: Vec<Transitions> =
            parts.iter().map(|part| read_again(&Transitions::of(part, &specification).unwrap())).collect();
        let (forth, back) =
            (Transitions::sum(&parts).unwrap(), parts[1].clone().merge(parts[0].clone()).unwrap());
        assert_eq!(forth, back);
        assert_eq!(forth, Transitions::of(&whole, &specification).unwrap());
    }
}

#[test]
fn a_fit_of_parts_is_the_fit_of_the_whole_to_the_last_bit() {
    let (plain, whole, parts) = panels();
    let parts = parts.map(|part| read_again(&Transitions::of(&part, &plain).unwrap()));
    let one = fit_transitions(&Transitions::sum(&parts).unwrap()).unwrap();
    assert_eq!(written(&one).unwrap(), written(&fit(&whole, &plain).unwrap()).unwrap());
    assert_ne!(one.minus2ll.to_bits(), fit_transitions(&parts[0]).unwrap().minus2ll.to_bits());
}

#[test]
fn codes_for_more_states_are_written_and_read() {
    let (plain, mut whole, _) = panels();
    whole.codes.push("1-2".to_owned());
    whole.state.iter_mut().step_by(5).for_each(|state| *state = 3);
    let censored = vec![Censored { code: "1-2".to_owned(), states: vec![0, 1] }];
    let counted = Transitions::of(&whole, &Specification { censored, ..plain }).unwrap();
    assert!(!counted.chains.is_empty());
    assert_eq!(read_again(&counted), counted);
}

#[test]
fn what_a_part_lacks_is_asked_of_the_whole_only() {
    let (plain, whole, _) = panels();
    let nobody = Panel { first: vec![0], ..whole.clone() };
    let empty = Transitions::of(&nobody, &plain).unwrap();
    let refused = fit_transitions(&empty).unwrap_err();
    let codes: Vec<&str> = refused.problems().iter().map(|problem| problem.mistake().code()).collect();
    assert_eq!(codes, ["nothing-follows", "unreachable", "unreachable", "unreachable"]);
    let counted = Transitions::of(&whole, &plain).unwrap();
    assert_eq!(counted.clone().merge(empty).unwrap(), counted);
}

#[test]
fn moves_too_fast_to_be_seen_are_named_and_have_no_standard_error() {
    // Two of three intervals of a year go one way, and so does the next: only proportions can be told.
    let text = r#"{
        "specification": {"space": {"states": [{"code": "1"}, {"code": "2"}], "moves": [{"from": "1", "to": "2"}, {"from": "2", "to": "1"}]}},
        "tick": 1, "sequences": [], "entered": ["1"],
        "intervals": [{"from": "1", "to": "2", "ticks": 1, "count": 2}, {"from": "2", "to": "1", "ticks": 1, "count": 1}],
        "summary": {"people": 2, "visits": 5, "intervals": 3, "changes": 3, "single": 0}
    }"#;
    let found = fit_transitions(&Transitions::from_json(text).unwrap()).unwrap();
    let codes: Vec<&str> = found.findings.iter().map(|finding| finding.code.code()).collect();
    assert_eq!(codes, ["diverging-parameter"], "{found:?}");
    assert!(found.model.parameters.iter().all(crate::multistate::Parameter::is_held));
    assert_eq!(found.model.standard_error(0), None);
}

#[test]
fn registrations_that_have_nothing_to_do_with_each_other_end_in_a_finding_soon() {
    // Everyone is written down anywhere, at irregular times: no intensities are high enough.
    let (mut seed, mut rows) = (7_u64, Vec::new());
    let mut draw = |sides: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % sides
    };
    for _ in 0..240 {
        let (from, to, ticks) = (1 + draw(3), 1 + draw(3), 200 + draw(600));
        rows.push(
            serde_json::json!({"from": from.to_string(), "to": to.to_string(), "ticks": ticks, "count": 1}),
        );
    }
    let space = StateSpace::neighbours(["1", "2", "3"].map(crate::multistate::State::of).to_vec()).unwrap();
    let document = serde_json::json!({
        "specification": Specification::new(space), "tick": 0.001, "intervals": rows, "sequences": [], "entered": ["1", "2", "3"],
        "summary": {"people": 60, "visits": 300, "intervals": 240, "changes": 160, "single": 0}
    });
    let found = fit_transitions(&Transitions::from_json(&document.to_string()).unwrap()).unwrap();
    let codes: Vec<&str> = found.findings.iter().map(|finding| finding.code.code()).collect();
    assert!(codes.contains(&"diverging-parameter"), "{codes:?}");
    assert!(found.minus2ll < 2.0 * 240.0 * math::ln(3.0));
}

fn places(error: &Error) -> Vec<(&'static str, String)> {
    let place = |problem: &crate::error::Problem| problem.place().field().unwrap_or_default().to_owned();
    error.problems().iter().map(|problem| (problem.mistake().code(), place(problem))).collect()
}

#[test]
fn parts_about_other_models_are_named_in_every_respect() {
    let (plain, whole, _) = panels();
    let first = Transitions::of(&whole, &plain).unwrap();
    let kinds = kinds(&plain);
    let sum = |other: &Specification| {
        let mut second = first.clone();
        second.specification = other.clone();
        places(&Transitions::sum(&[first.clone(), second]).unwrap_err())
    };
    let at = |field: &str| ("other-part", format!("parts[2].specification.{field}"));
    assert_eq!(sum(&kinds[1]), [at("centre"), at("exact_entry")]);
    assert_eq!(sum(&kinds[2]), [at("effects"), at("pieces")]);
    assert_eq!(sum(&kinds[3]), [at("space.moves"), at("effects"), at("scheme")]);
    assert_eq!(sum(&kinds[4]), [at("errors")]);
    let months = Specification { unit: TimeUnit::Month, ..plain.clone() };
    assert_eq!(sum(&months), [("other-unit", "parts[2].specification.unit".to_owned())]);
    let mut dates = first.clone();
    dates.tick = 1.0 / 365.25;
    let error = Transitions::sum(&[first.clone(), dates]).unwrap_err();
    assert_eq!(places(&error), [("other-part", "parts[2].tick".to_owned())]);
    assert_eq!(places(&Transitions::sum(&[]).unwrap_err()), [("empty", String::new())]);
}

#[test]
fn a_document_that_no_panel_gives_is_refused_with_every_place() {
    let (plain, whole, _) = panels();
    let text = written(&Transitions::of(&whole, &plain).unwrap()).unwrap();
    let mut document: serde_json::Value = serde_json::from_str(&text).unwrap();
    let rows = document["intervals"].as_array_mut().unwrap();
    rows[0]["from"] = "9".into();
    rows[1]["ticks"] = 0.into();
    rows[2]["covariates"] = serde_json::json!([]);
    rows[3]["period"] = 2.into();
    rows[4]["weight"] = (-1).into();
    rows[5]["count"] = 0.5.into();
    document["tick"] = (-1).into();
    let error = Transitions::from_json(&document.to_string()).unwrap_err();
    let mut expected = vec![("not-positive", "tick".to_owned())];
    let faults = [
        ("unknown-code", "from"),
        ("not-positive", "ticks"),
        ("wrong-length", "covariates"),
        ("outside-range", "period"),
        ("negative-weight", "weight"),
        ("wrong-kind", "count"),
    ];
    expected
        .extend((1..).zip(faults).map(|(row, (code, field))| (code, format!("intervals[{row}].{field}"))));
    assert_eq!(places(&error), expected);
    // Whoever left the last state did what this model does not allow.
    let forward = model(3, &[((1, 2), 0.8), ((2, 3), 0.6)]).specification;
    let counted = Transitions::of(&whole, &Specification::new(plain.space)).unwrap();
    document = serde_json::from_str(&written(&counted).unwrap()).unwrap();
    document["specification"] = serde_json::to_value(forward).unwrap();
    let error = Transitions::from_json(&document.to_string()).unwrap_err();
    let mut codes: Vec<&str> = places(&error).iter().map(|(code, _)| *code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes, ["absorbing-left", "impossible-move"]);
}
