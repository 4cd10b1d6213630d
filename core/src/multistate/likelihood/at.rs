//! The likelihood of a panel under a model that is given.

use super::{Depth, Design, Likelihood};
use crate::Error;
use crate::multistate::generator::dot;
use crate::multistate::transitions::Transitions;
use crate::multistate::{Model, Panel};
use serde::Serialize;

/// How well a model explains a panel, and in which direction it would do better.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LikelihoodAt {
    /// Minus twice the logarithm of the likelihood.
    pub minus2ll: f64,
    /// Its derivative with respect to each parameter of the model, in their order; all are next to nothing at a fit.
    pub score: Vec<f64>,
}

/// The likelihood of a panel under a model, which need not be fitted to it.
///
/// # Errors
/// Everything in the panel that the model cannot be asked about, as [`Panel::check`] has it.
pub fn likelihood_at(panel: &Panel, model: &Model) -> Result<LikelihoodAt, Error> {
    let specification = &model.specification;
    let transitions = Transitions::of_whole(panel, specification)?;
    let design = Design::of(specification);
    let centres = specification
        .covariates()
        .into_iter()
        .map(|name| model.centres.iter().find(|(other, _)| other == name).map_or(0.0, |(_, centre)| *centre));
    let (_, inward) = design.outward(&centres.collect::<Vec<f64>>());
    let likelihood = Likelihood::new(&transitions, specification, design);
    let values: Vec<f64> = model.parameters.iter().map(|parameter| parameter.value).collect();
    let at: Vec<f64> = inward.iter().map(|row| dot(row, &values)).collect();
    let evaluation = likelihood.evaluate(&at, Depth::Score);
    let column = |place: usize| {
        let of = inward.iter().zip(&evaluation.score);
        of.filter_map(|(row, score)| row.get(place).map(|part| part * score)).sum::<f64>()
    };
    Ok(LikelihoodAt {
        minus2ll: -2.0 * evaluation.value,
        score: (0..values.len()).map(|place| -2.0 * column(place)).collect(),
    })
}
