//! Answers: their derivatives, their intervals, and what they say.

use super::{Certainty, Course, IntervalMethod, Method, Question, Span, answer};
use crate::math;
use crate::multistate::tests::made::{model, with_effect};
use crate::multistate::{Clock, Errors, Initial, Model, Parameter, Pieces, Profile, Quantity};
use crate::random::Seed;

fn at(values: &[(&str, f64)]) -> Profile {
    Profile { covariates: values.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect() }
}

/// Four states in a row, the last absorbing, with a covariate, three pieces of time and an error.
fn rich() -> Model {
    let rates = [((1, 2), 0.8), ((2, 1), 0.5), ((2, 3), 0.6), ((3, 2), 0.2), ((3, 4), 0.4), ((1, 4), 0.05)];
    let model = with_effect(model(4, &rates), "x", &[0, 2, 4], 0.3);
    let model = with_effect(model, "period2", &[0, 1, 2], -0.7);
    let mut model = with_effect(model, "period3", &[2, 4], 0.9);
    model.specification.pieces = Some(Pieces { clock: Clock::Calendar, cuts: vec![1.0, 1.7] });
    let initial = Initial::Given(vec![0.25; 4]);
    let allowed = vec![(0, 1), (1, 0), (1, 2)];
    model.specification.errors = Some(Errors { allowed, initial, effects: Vec::new(), certain: None });
    for (place, value) in [-2.0, -1.5, -2.5].into_iter().enumerate() {
        model.parameters.push(Parameter { quantity: Quantity::Error(place), value, held: None });
    }
    model
}

fn sure(mut model: Model, sd: f64) -> Model {
    let size = model.parameters.len();
    let cell = |row, column| if row == column { sd * sd } else { sd * sd / 4.0 };
    model.covariance =
        Some((0..size).map(|row| (0..size).map(|column| cell(row, column)).collect()).collect());
    model
}

fn every_question() -> Vec<Question> {
    let span = Span { begin: 0.4, end: 2.3 };
    vec![
        Question::Intensity { from: 1, to: 2, at: 1.2 },
        Question::HazardRatio { covariate: "x".to_owned(), from: 1, to: 2 },
        Question::Probability { from: 0, to: vec![2, 3], span },
        Question::Sojourn { state: 1, at: 2.0 },
        Question::Next { from: 1, to: 2, at: 1.2 },
        Question::FirstPassage { from: 0, to: vec![3], begin: 0.4 },
        Question::FirstPassage { from: 1, to: vec![0, 3], begin: 0.4 },
        Question::Passing { from: 0, to: vec![2], span },
        Question::Stay { from: 1, states: vec![0, 2], span },
        Question::Visits { from: 1, to: 1, span },
        Question::Misregistered { truly: 1, registered: 2 },
        Question::Misregistered { truly: 1, registered: 1 },
    ]
}

#[test]
fn derivatives_are_those_of_the_figure() {
    let model = rich();
    let profile = at(&[("x", 0.6)]);
    let values: Vec<f64> = model.parameters.iter().map(|parameter| parameter.value).collect();
    for question in every_question() {
        let figure = question.figure(&model, &Course::of(&model, &profile, true).unwrap()).unwrap();
        for (place, by) in figure.by.iter().enumerate() {
            let shifted = |by: f64| {
                let mut moved = values.clone();
                moved[place] += by;
                let other = model.with_values(&moved);
                question.figure(&other, &Course::of(&other, &profile, false).unwrap()).unwrap().value
            };
            let step = 1e-5;
            let difference = (shifted(step) - shifted(-step)) / (2.0 * step);
            assert!((difference - by).abs() < 1e-8, "{question:?} {place}: {by} against {difference}");
        }
    }
}

#[test]
fn time_runs_over_the_pieces_unless_the_profile_holds_one() {
    let model = rich();
    let figure = |begin, end, profile: &Profile| {
        let question = Question::Probability { from: 0, to: vec![2], span: Span { begin, end } };
        answer(&model, &question, profile, &Certainty::default()).unwrap().value.unwrap()
    };
    let (free, first) = (at(&[("x", 0.0)]), at(&[("x", 0.0), ("period2", 0.0), ("period3", 0.0)]));
    let second = at(&[("x", 0.0), ("period2", 1.0), ("period3", 0.0)]);
    assert!((figure(0.0, 1.0, &free) - figure(0.0, 1.0, &first)).abs() < 1e-15);
    assert!((figure(1.0, 1.7, &free) - figure(0.0, 0.7, &second)).abs() < 1e-15);
    assert!((figure(0.0, 2.0, &free) - figure(0.0, 2.0, &first)).abs() > 1e-3);
    let odd = at(&[("x", 0.0), ("period2", 0.5)]);
    let question = Question::Sojourn { state: 0, at: 0.0 };
    assert_eq!(answer(&model, &question, &odd, &Certainty::default()).unwrap_err().code(), "outside-range");
}

#[test]
fn an_expected_time_to_a_state_that_may_be_missed_is_not_given() {
    // From 1 one may go to 3, which is never left.
    let model = sure(model(3, &[((1, 2), 0.5), ((1, 3), 0.1), ((2, 1), 1.0)]), 0.1);
    let ask = |from, to| {
        let question = Question::FirstPassage { from, to: vec![to], begin: 0.0 };
        answer(&model, &question, &Profile::default(), &Certainty::default()).unwrap()
    };
    let missed = ask(0, 1);
    assert_eq!((missed.value, missed.standard_error, &missed.interval), (None, None, &None));
    assert_eq!(missed.cautions[0].code, "may-never-be-reached");
    assert!(missed.text.nl.contains("niet te geven"), "{}", missed.text.nl);
    assert_eq!(serde_json::to_value(&missed).unwrap()["value"], serde_json::Value::Null);
    // 2 always leads to 1; and 3 is reached in the end: m1 = (1 + 0.5 m2) / 0.6, m2 = 1 + m1.
    assert!((ask(1, 0).value.unwrap() - 1.0).abs() < 1e-12);
    assert!((ask(0, 2).value.unwrap() - 15.0).abs() < 1e-12);
    let never =
        answer(&model, &Question::Sojourn { state: 2, at: 0.0 }, &Profile::default(), &Certainty::default());
    assert_eq!(never.unwrap().cautions[0].code, "never-left");
}

#[test]
fn a_probability_without_a_direct_move_is_explained() {
    let model = model(3, &[((1, 2), 0.5), ((2, 3), 0.5)]);
    let ask = |from, to, end| {
        let question = Question::Probability { from, to: vec![to], span: Span::to(end) };
        answer(&model, &question, &Profile::default(), &Certainty::default()).unwrap()
    };
    let passed = ask(0, 2, 1.0);
    assert!(passed.value.unwrap() > 0.0);
    assert!(passed.text.nl.contains("via andere toestanden"), "{}", passed.text.nl);
    assert!(passed.text.en.contains("pass through other states"), "{}", passed.text.en);
    assert!(!ask(0, 1, 1.0).text.nl.contains("via andere"));
    assert!(!ask(2, 0, 1.0).text.nl.contains("via andere"));
    // Without a covariance nothing is known of how sure it is, and the answer says so.
    assert_eq!((passed.standard_error, passed.cautions[0].code.as_ref()), (None, "no-uncertainty"));
    assert!(passed.text.nl.contains("is niet bekend"));
}

#[test]
fn intervals_by_draws_come_near_those_of_the_delta_method() {
    let model = sure(rich(), 0.05);
    let profile = at(&[("x", 0.6)]);
    let simulation =
        Certainty { level: 0.95, method: Method::Simulation { draws: 2_000, seed: Seed::new(1) } };
    for question in every_question() {
        let delta = answer(&model, &question, &profile, &Certainty::default()).unwrap();
        let drawn = answer(&model, &question, &profile, &simulation).unwrap();
        let (a, b) = (delta.interval.unwrap(), drawn.interval.unwrap());
        assert_eq!((a.method, b.method), (IntervalMethod::Delta, IntervalMethod::Simulation));
        let width = a.high.unwrap() - a.low.unwrap();
        let ends = [(a.low, b.low), (a.high, b.high)].map(|(one, two)| (one.unwrap() - two.unwrap()).abs());
        assert!(ends.iter().all(|off| *off < 0.12 * width), "{question:?} {ends:?} {width}");
        let (se, sd) = (delta.standard_error.unwrap(), drawn.standard_error.unwrap());
        assert!((se / sd - 1.0).abs() < 0.08, "{question:?} {se} {sd}");
    }
}

#[test]
fn a_bootstrap_gives_the_answers_at_its_parameters() {
    let model = model(2, &[((1, 2), 0.5)]);
    let parameters = (1..=101).map(|rate| vec![math::ln(f64::from(rate) / 100.0)]).collect();
    let method = Method::Replicates { kind: IntervalMethod::PersonBootstrap, parameters };
    let question = Question::Intensity { from: 0, to: 1, at: 0.0 };
    let found = answer(&model, &question, &Profile::default(), &Certainty { level: 0.9, method }).unwrap();
    let interval = found.interval.unwrap();
    assert!((interval.low.unwrap() - 0.06).abs() < 1e-12 && (interval.high.unwrap() - 0.96).abs() < 1e-12);
    assert_eq!(interval.method, IntervalMethod::PersonBootstrap);
}

#[test]
fn what_rests_on_a_parameter_without_an_optimum_has_no_interval() {
    let mut model = sure(with_effect(model(3, &[((1, 2), 0.5), ((2, 3), 0.2)]), "x", &[1], -20.0), 0.1);
    model.parameters[2].held = Some(crate::multistate::Held::Boundary { upwards: false, limit: None });
    let question = Question::Intensity { from: 1, to: 2, at: 0.0 };
    let ask = |x| answer(&model, &question, &at(&[("x", x)]), &Certainty::default()).unwrap();
    let (with, without) = (ask(1.0), ask(0.0));
    assert_eq!((&with.interval, with.cautions[0].code.as_ref()), (&None, "parameter-at-boundary"));
    assert!(without.interval.is_some() && without.cautions.is_empty());
}

#[test]
fn what_cannot_be_asked_is_named() {
    let model = rich();
    let ask = |question: Question, profile: &Profile, level| {
        let certainty = Certainty { level, method: Method::Delta };
        answer(&model, &question, profile, &certainty).unwrap_err()
    };
    let x = at(&[("x", 0.0)]);
    let span = Span { begin: 2.0, end: 1.0 };
    let error = ask(Question::Probability { from: 7, to: vec![], span }, &x, 0.95);
    let codes: Vec<&str> = error.problems().iter().map(crate::error::Problem::code).collect();
    assert_eq!(codes, ["undefined", "empty", "outside-range"]);
    let sojourn = || Question::Sojourn { state: 0, at: 0.0 };
    assert_eq!(ask(sojourn(), &Profile::default(), 0.95).code(), "missing-field");
    assert_eq!(ask(sojourn(), &at(&[("x", f64::NAN)]), 0.95).code(), "wrong-kind");
    assert_eq!(ask(sojourn(), &x, 1.0).code(), "outside-range");
    let ratio = Question::HazardRatio { covariate: "x".to_owned(), from: 1, to: 0 };
    assert_eq!(ask(ratio, &x, 0.95).code(), "undefined");
}
