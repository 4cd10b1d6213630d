//! Models made in tests.

use crate::multistate::{Effect, Model, Move, Parameter, Quantity, Specification, State, StateSpace};
use crate::{Label, Provenance, ProvenanceKind};

/// Moves by the numbers of the states, counted from 1, with their rates.
pub(crate) fn model(states: usize, rates: &[((usize, usize), f64)]) -> Model {
    let state = |number: usize| State {
        code: number.to_string(),
        label: Label::new(format!("toestand {number}"), format!("state {number}")),
    };
    let moves = rates.iter().map(|((from, to), _)| Move { from: from - 1, to: to - 1 }).collect();
    let parameter = |(place, (_, rate)): (usize, &((usize, usize), f64))| Parameter {
        quantity: Quantity::Intensity(place),
        value: crate::math::ln(*rate),
        held: None,
    };
    Model {
        specification: Specification::new(StateSpace::new((1..=states).map(state).collect(), moves).unwrap()),
        centres: Vec::new(),
        parameters: rates.iter().enumerate().map(parameter).collect(),
        covariance: None,
        provenance: Provenance {
            kind: ProvenanceKind::Illustrative,
            note: Label::of("gekozen voor een toets", "chosen for a test"),
        },
    }
}

/// Adds a covariate with its effect on moves.
pub(crate) fn with_effect(mut model: Model, covariate: &str, moves: &[usize], value: f64) -> Model {
    let quantity = Quantity::Effect(model.specification.effects.len());
    model.specification.effects.push(Effect { covariate: covariate.to_owned(), moves: moves.to_vec() });
    model.parameters.push(Parameter { quantity, value, held: None });
    model
}
