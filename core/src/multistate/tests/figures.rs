//! Every figure that follows from a model, against the reference: for given intensities and for fitted models.

use super::given::{agrees, cases};
use super::made;
use super::reading;
use crate::multistate::answer::{Certainty, Question, Span, answers};
use crate::multistate::goodness::{Grouping, goodness};
use crate::multistate::prevalence::{Prevalences, prevalence};
use crate::multistate::{Clock, Model, Panel, Profile, fit};
use serde_json::Value;

fn place(code: &str) -> usize {
    code.parse::<usize>().unwrap() - 1
}

fn pair(text: &str, between: char) -> (usize, usize) {
    let (from, to) = text.split_once(between).unwrap();
    (place(from), place(to))
}

fn span(text: &str) -> Span {
    match text.split_once("..") {
        Some((begin, end)) => Span { begin: begin.parse().unwrap(), end: end.parse().unwrap() },
        None => Span::to(text.parse().unwrap()),
    }
}

/// The question a figure stands for.
fn question(name: &str) -> Option<Question> {
    Some(match *name.split(':').collect::<Vec<_>>().as_slice() {
        ["p", time, states] => {
            let (from, to) = pair(states, '-');
            Question::Probability { from, to: vec![to], span: span(time) }
        }
        ["q", states] => {
            let (from, to) = pair(states, '-');
            Question::Intensity { from, to, at: 0.0 }
        }
        ["sojourn", state] => Question::Sojourn { state: place(state), at: 0.0 },
        ["next", states] => {
            let (from, to) = pair(states, '-');
            Question::Next { from, to, at: 0.0 }
        }
        ["efpt", states] => {
            let (from, to) = pair(states, '>');
            Question::FirstPassage { from, to: vec![to], begin: 0.0 }
        }
        ["totlos", from, to, time] => {
            Question::Stay { from: place(from), states: vec![place(to)], span: span(time) }
        }
        ["visits", states, time] => {
            let (from, to) = pair(states, '>');
            Question::Visits { from, to, span: span(time) }
        }
        ["ppass", states, time] => {
            let (from, to) = pair(states, '>');
            Question::Passing { from, to: vec![to], span: span(time) }
        }
        ["e", states] => {
            let (truly, registered) = pair(states, '-');
            Question::Misregistered { truly, registered }
        }
        _ => return None,
    })
}

/// The profile after the `@` of a figure; without it every covariate is 0.
fn profile(model: &Model, text: Option<&str>) -> Profile {
    let given = text.map_or_else(Vec::new, |text| {
        let one =
            |part: &str| part.split_once('=').map(|(name, value)| (name.to_owned(), value.parse().unwrap()));
        text.split(',').map(|part| one(part).unwrap()).collect()
    });
    Profile::zero(model).with(&given)
}

fn compare(path: &std::path::Path, case: &Value, model: &Model, also_plain_intensities: bool) -> usize {
    type Asked<'c> = (Option<&'c str>, Vec<(&'c Value, Question)>);
    // The questions about one profile are asked together, as much of the work is the same.
    let mut asked: Vec<Asked<'_>> = Vec::new();
    for expected in case["expect"].as_array().unwrap() {
        let figure = expected["figure"].as_str().unwrap();
        let (whole, at) = figure.split_once('@').map_or((figure, None), |(name, at)| (name, Some(at)));
        let Some(question) = question(whole.strip_prefix("se.").unwrap_or(whole)) else { continue };
        // Without a profile an intensity is that of the fit itself, at the centre.
        if matches!(question, Question::Intensity { .. }) && at.is_none() && !also_plain_intensities {
            continue;
        }
        match asked.iter_mut().find(|(other, _)| *other == at) {
            Some((_, questions)) => questions.push((expected, question)),
            None => asked.push((at, vec![(expected, question)])),
        }
    }
    for (at, questions) in &asked {
        let all: Vec<Question> = questions.iter().map(|(_, question)| question.clone()).collect();
        let found = answers(model, &all, &profile(model, *at), &Certainty::default()).unwrap();
        for ((expected, _), answer) in questions.iter().zip(found) {
            let figure = expected["figure"].as_str().unwrap();
            let ours = if figure.starts_with("se.") { answer.standard_error } else { answer.value };
            let place = path.file_name().unwrap().to_string_lossy().into_owned();
            match expected["value"].as_f64() {
                None => assert_eq!(ours, None, "{place}: {figure}"),
                Some(value) => {
                    let ours = ours.unwrap();
                    assert!(agrees(expected, ours), "{place}: {figure}: {ours:e} against {value:e}");
                }
            }
        }
    }
    asked.iter().map(|(_, questions)| questions.len()).sum()
}

/// Compares the observed and expected numbers of a case; how many there were.
fn compare_prevalence(path: &std::path::Path, case: &Value, model: &Model, panel: &Panel) -> usize {
    let mut compared = 0;
    let mut found: Vec<(String, Prevalences)> = Vec::new();
    for expected in case["expect"].as_array().unwrap() {
        let figure = expected["figure"].as_str().unwrap();
        let (whole, at) = figure.split_once('@').map_or((figure, ""), |(name, at)| (name, at));
        let [kind, time, state] = *whole.split(':').collect::<Vec<_>>().as_slice() else { continue };
        if !matches!(kind, "prevalence" | "expected") {
            continue;
        }
        let key = format!("{time}@{at}");
        if !found.iter().any(|(other, _)| *other == key) {
            let given = (!at.is_empty()).then(|| profile(model, Some(at)));
            let (times, certainty) = ([time.parse().unwrap()], Certainty::default());
            let one = prevalence(model, panel, &times, Clock::Calendar, given.as_ref(), &certainty).unwrap();
            found.push((key.clone(), one));
        }
        let (_, one) = found.iter().find(|(other, _)| *other == key).unwrap();
        let own = &one.times[0].states[place(state)];
        let ours = if kind == "expected" { own.expected } else { own.observed };
        assert!(agrees(expected, ours), "{}: {figure}: {ours} against {}", path.display(), expected["value"]);
        compared += 1;
    }
    compared
}

#[test]
fn observed_and_expected_numbers_agree() {
    let mut compared = 0;
    for (path, case) in cases("") {
        let figures = case["expect"].as_array().unwrap().iter();
        if figures.filter_map(|one| one["figure"].as_str()).any(|name| name.starts_with("prevalence")) {
            let (panel, specification) = reading::case(&path, &case);
            let mut model = fit(&panel, &specification).unwrap().model;
            // Only the numbers are compared; standard errors of thousands of ways take long without optimisation.
            model.covariance = None;
            compared += compare_prevalence(&path, &case, &model, &panel);
        }
    }
    assert!(compared == 0 || compared > 100, "{compared}");
}

#[test]
fn statistics_of_fit_agree() {
    for (path, case) in cases("") {
        for expected in case["expect"].as_array().unwrap() {
            let figure = expected["figure"].as_str().unwrap();
            let ["pearson", times, lengths, covariates] = *figure.split(':').collect::<Vec<_>>().as_slice()
            else {
                continue;
            };
            let (panel, specification) = reading::case(&path, &case);
            let model = fit(&panel, &specification).unwrap().model;
            let [times, lengths, covariates] = [times, lengths, covariates].map(|one| one.parse().unwrap());
            let found = goodness(&model, &panel, Grouping { times, lengths, covariates }).unwrap();
            let ours = found.statistic;
            assert!(
                agrees(expected, ours),
                "{}: {figure}: {ours} against {}",
                path.display(),
                expected["value"]
            );
        }
    }
}

#[test]
fn figures_of_given_intensities_agree() {
    for (path, case) in cases("given-") {
        let states = case["model"]["states"].as_array().unwrap().len();
        let rates = case["model"]["intensities"].as_object().unwrap();
        let rates: Vec<((usize, usize), f64)> = rates
            .iter()
            .map(|(name, rate)| {
                let (from, to) = pair(name, '-');
                ((from + 1, to + 1), rate.as_f64().unwrap())
            })
            .collect();
        let compared = compare(&path, &case, &made::model(states, &rates), true);
        assert!(compared > 10, "{}: {compared}", path.display());
    }
}

#[test]
fn figures_of_fitted_models_agree() {
    for (path, case) in cases("") {
        if case["model"]["intensities"].is_object() {
            continue;
        }
        let (panel, specification) = reading::case(&path, &case);
        let model = fit(&panel, &specification).unwrap().model;
        let mut case = case;
        // Where an effect runs to minus infinity, the intensity itself is at the fit's discretion.
        let tiny =
            |one: &Value| one["value"].as_f64().is_some_and(|value| value.abs() < 1e-12 && value != 0.0);
        case["expect"].as_array_mut().unwrap().retain(|one| !tiny(one));
        let compared = compare(&path, &case, &model, false);
        assert!(compared > 100, "{}: {compared}", path.display());
    }
}
