//! Every figure that follows from a model, against the reference: for given intensities and for fitted models.

use super::given::{agrees, cases};
use super::made;
use super::reading;
use crate::multistate::answer::{Certainty, Question, Span, answer};
use crate::multistate::{Model, Profile, fit};
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
    let mut compared = 0;
    for expected in case["expect"].as_array().unwrap() {
        let figure = expected["figure"].as_str().unwrap();
        let (whole, at) = figure.split_once('@').map_or((figure, None), |(name, at)| (name, Some(at)));
        let error = whole.strip_prefix("se.");
        let Some(question) = question(error.unwrap_or(whole)) else { continue };
        // Without a profile an intensity is that of the fit itself, at the centre.
        if matches!(question, Question::Intensity { .. }) && at.is_none() && !also_plain_intensities {
            continue;
        }
        let answer = answer(model, &question, &profile(model, at), &Certainty::default()).unwrap();
        let ours = if error.is_some() { answer.standard_error } else { answer.value };
        let place = path.file_name().unwrap().to_string_lossy().into_owned();
        match expected["value"].as_f64() {
            None => assert_eq!(ours, None, "{place}: {figure}"),
            Some(value) => {
                let ours = ours.unwrap();
                assert!(agrees(expected, ours), "{place}: {figure}: {ours:e} against {value:e}");
            }
        }
        compared += 1;
    }
    compared
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
