//! Maximum likelihood for a panel.

mod climb;
mod start;
mod symmetric;

use super::likelihood::{Depth, Design, Likelihood};
use super::transitions::{Summary, Transitions};
use super::{Model, Panel, Parameter, Quantity, Specification};
use crate::{Error, Label, Provenance, ProvenanceKind};
use climb::{Ending, climb};
use start::Crude;
use symmetric::{factor, inverse, times, within};

/// A model fitted to a panel, with what is needed to judge it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The model with its estimates and their covariance.
    pub model: Model,
    /// Minus twice the logarithm of the likelihood at the estimates.
    pub minus2ll: f64,
    /// Minus the second derivatives of the log-likelihood with respect to the parameters, row by row.
    pub observed: Vec<Vec<f64>>,
    /// How many steps the search took.
    pub iterations: usize,
    /// The largest first derivative of the log-likelihood at the estimates.
    pub score: f64,
    /// What the panel held.
    pub summary: Summary,
}

/// Fits a model to a panel.
///
/// # Errors
/// What in the panel cannot happen under the model.
pub fn fit(panel: &Panel, specification: &Specification) -> Result<Fit, Error> {
    fit_transitions(&Transitions::of(panel, specification)?, specification)
}

/// Fits a model to what panels say about it.
///
/// # Errors
/// What cannot happen under the model.
pub fn fit_transitions(transitions: &Transitions, specification: &Specification) -> Result<Fit, Error> {
    let mut design = Design::of(specification);
    let means = transitions.adapt(&mut design, specification);
    let likelihood = Likelihood::new(transitions, specification, design);
    let mut begin = Crude::of(transitions, &specification.space).logs();
    begin.resize(likelihood.design.parameters(), 0.0);
    let along: Vec<Vec<f64>> = symmetric::identity(begin.len());
    let summit = climb(&|at, asked| likelihood.evaluate(at, asked), &begin, &along);
    let _ = matches!(summit.ending, Ending::Top);
    // From the standardised parameters to those of the model: value = A standardised.
    let centres: Vec<(String, f64)> = specification
        .covariates()
        .into_iter()
        .zip(&means)
        .map(|(name, mean)| (name.to_owned(), if specification.centre { *mean } else { 0.0 }))
        .collect();
    let outward = likelihood.design.outward(&centres.iter().map(|(_, centre)| *centre).collect::<Vec<_>>());
    let values = times(&outward, &summit.at);
    let covariance = factor(&summit.evaluation.observed).map(|factor| within(&outward, &inverse(&factor)));
    let moves = specification.space.moves().len();
    let quantity =
        |at: usize| if at < moves { Quantity::Intensity(at) } else { Quantity::Effect(at - moves) };
    let parameters = values
        .iter()
        .enumerate()
        .map(|(at, value)| Parameter { quantity: quantity(at), value: *value, at_boundary: false })
        .collect();
    let score = summit.evaluation.score.iter().fold(0.0_f64, |largest, one| largest.max(one.abs()));
    Ok(Fit {
        model: Model {
            specification: specification.clone(),
            centres,
            parameters,
            covariance,
            provenance: Provenance { kind: ProvenanceKind::Fitted, note: Label::of("", "") },
        },
        minus2ll: -2.0 * summit.evaluation.value,
        observed: summit.evaluation.observed,
        iterations: summit.iterations,
        score,
        summary: transitions.summary(),
    })
}
