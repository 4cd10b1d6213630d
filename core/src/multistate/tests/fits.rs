//! Fits against the polished optimum of the reference.

use super::given::{agrees, cases};
use super::reading;
use crate::Vocabulary;
use crate::multistate::{Effect, Fit, Quantity, fit};
use serde_json::Value;

fn move_of(fit: &Fit, one: &str) -> usize {
    let (from, to) = one.split_once('-').unwrap();
    let place = |code: &str| code.parse::<usize>().unwrap() - 1;
    let mut moves = fit.model.specification.space.moves().iter();
    moves.position(|m| (m.from, m.to) == (place(from), place(to))).unwrap()
}

fn parameter(fit: &Fit, quantity: &Quantity) -> usize {
    fit.model.parameters.iter().position(|one| one.quantity == *quantity).unwrap()
}

fn effect(fit: &Fit, covariate: &str, one: &str) -> usize {
    let bears = |effect: &Effect| effect.covariate == covariate && effect.moves.contains(&move_of(fit, one));
    parameter(fit, &Quantity::Effect(fit.model.specification.effects.iter().position(bears).unwrap()))
}

/// The figure of a fit with this name, where it is one of the fit's own.
fn figure(fit: &Fit, name: &str) -> Option<f64> {
    let value = |at: usize| fit.model.parameters[at].value;
    let error = |at: usize| fit.model.covariance.as_ref().unwrap()[at][at].sqrt();
    match *name.split(':').collect::<Vec<_>>().as_slice() {
        ["minus2ll"] => Some(fit.minus2ll),
        ["q", one] if !one.contains('@') => {
            Some(crate::math::exp(value(parameter(fit, &Quantity::Intensity(move_of(fit, one))))))
        }
        ["se.logq", one] => Some(error(parameter(fit, &Quantity::Intensity(move_of(fit, one))))),
        ["loghr", covariate, one] => Some(value(effect(fit, covariate, one))),
        ["se.loghr", covariate, one] => Some(error(effect(fit, covariate, one))),
        _ => None,
    }
}

#[test]
fn fits_agree_with_the_polished_optimum() {
    for (path, case) in cases("") {
        if case["model"]["intensities"].is_object() {
            continue;
        }
        let (panel, specification) = reading::case(&path, &case);
        let fit = fit(&panel, &specification).unwrap();
        let mut compared = 0;
        for expected in case["expect"].as_array().unwrap() {
            let name = expected["figure"].as_str().unwrap();
            if let Some(code) = name.strip_prefix("finding:") {
                let codes: Vec<&str> = fit.findings.iter().map(|finding| finding.code.code()).collect();
                assert_eq!(codes, [code], "{}", path.display());
                continue;
            }
            if expected["value"] == Value::Null {
                let (covariate, one) =
                    name.trim_start_matches("se.").trim_start_matches("loghr:").split_once(':').unwrap();
                assert!(
                    fit.model.parameters[effect(&fit, covariate, one)].is_held(),
                    "{}: {name}",
                    path.display()
                );
                continue;
            }
            let Some(ours) = figure(&fit, name) else { continue };
            assert!(
                agrees(expected, ours),
                "{}: {name}: {ours:e} against {}",
                path.display(),
                expected["value"]
            );
            compared += 1;
        }
        assert!(compared > 6, "{}: {compared} figures", path.display());
        for finding in &fit.findings {
            println!("{}", finding.text.en);
        }
        println!(
            "{}: {compared} figures, {} iterations, score {:e}",
            path.display(),
            fit.iterations,
            fit.score
        );
    }
}
