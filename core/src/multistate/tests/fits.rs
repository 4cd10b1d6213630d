//! Fits against the polished optimum of the reference.

use super::given::{agrees, cases};
use super::reading;
use crate::multistate::{Fit, Quantity, fit};
use serde_json::Value;

/// The figure of a fit with this name, where it is one of the fit's own.
fn figure(fit: &Fit, name: &str) -> Option<f64> {
    let specification = &fit.model.specification;
    let move_of = |one: &str| {
        let (from, to) = one.split_once('-').unwrap();
        let place = |code: &str| code.parse::<usize>().unwrap() - 1;
        specification.space.moves().iter().position(|m| (m.from, m.to) == (place(from), place(to))).unwrap()
    };
    let wanted =
        |quantity: Quantity| fit.model.parameters.iter().position(|one| one.quantity == quantity).unwrap();
    let effect = |covariate: &str, one: &str| {
        let at = specification
            .effects
            .iter()
            .position(|effect| effect.covariate == covariate && effect.moves.contains(&move_of(one)));
        wanted(Quantity::Effect(at.unwrap()))
    };
    let value = |at: usize| fit.model.parameters[at].value;
    let error = |at: usize| fit.model.covariance.as_ref().unwrap()[at][at].sqrt();
    match *name.split(':').collect::<Vec<_>>().as_slice() {
        ["minus2ll"] => Some(fit.minus2ll),
        ["q", one] if !one.contains('@') => Some(value(wanted(Quantity::Intensity(move_of(one)))).exp()),
        ["se.logq", one] => Some(error(wanted(Quantity::Intensity(move_of(one))))),
        ["loghr", covariate, one] => Some(value(effect(covariate, one))),
        ["se.loghr", covariate, one] => Some(error(effect(covariate, one))),
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
            if expected["value"] == Value::Null {
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
        println!(
            "{}: {compared} figures, {} iterations, score {:e}",
            path.display(),
            fit.iterations,
            fit.score
        );
    }
}
