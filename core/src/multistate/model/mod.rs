//! A model with numbers.

mod given;
mod read;
mod write;

pub use given::Given;
pub use write::{HeldKind, QuantityKind};

use super::Specification;
use crate::Provenance;

/// What one parameter stands for. All are on the logarithmic (or logit) scale.
#[derive(Clone, Debug, PartialEq)]
pub enum Quantity {
    /// The log intensity of a move, where every covariate is at its centre; by its place in the moves.
    Intensity(usize),
    /// A log hazard ratio; by its place in the effects.
    Effect(usize),
    /// The log odds of an error against no error, at covariates 0; by its place in the allowed errors.
    Error(usize),
    /// The coefficient of a covariate on an error; by its place in the effects on errors.
    ErrorEffect(usize),
    /// The log odds of a first state against the first of them.
    Initial(usize),
}

/// One parameter and what is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// What it stands for.
    pub quantity: Quantity,
    /// The value; for one that was held, where.
    pub value: f64,
    /// Why it was held, for one that the data do not fix; it has no standard error of its own.
    pub held: Option<Held>,
}

/// Why a parameter was held at a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Held {
    /// The likelihood keeps rising as the parameter runs to infinity: there is no finite optimum.
    Boundary {
        /// Whether it runs upwards.
        upwards: bool,
        /// The limit at the other side, by the profile likelihood with 95 % confidence; `None` where that is not there either.
        limit: Option<f64>,
    },
    /// The data say nothing about it, alone or apart from others.
    NotIdentified,
}

/// A specification with numbers, and where they come from.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Which model it is.
    pub specification: Specification,
    /// The centre of each covariate by name, 0 where it was not centred.
    pub centres: Vec<(String, f64)>,
    /// Every parameter, intensities first, in the order of [`Quantity`].
    pub parameters: Vec<Parameter>,
    /// The covariance of the parameters, row by row; `None` when nothing is known about their uncertainty.
    /// It holds for what is estimated: a combination of parameters that moves along with a held one has no variance of its own.
    pub covariance: Option<Vec<Vec<f64>>>,
    /// Where the numbers come from.
    pub provenance: Provenance,
}

/// What is known of someone whose moves are asked: values of covariates by name, and the piece of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Values by the name of the covariate; one that is left out is an error where the model uses it.
    pub covariates: Vec<(String, f64)>,
}

impl Parameter {
    /// Whether it was held because the data do not fix it.
    pub fn is_held(&self) -> bool {
        self.held.is_some()
    }

    /// Where it may lie at the finite side, for one without a finite optimum.
    pub fn limit(&self) -> Option<f64> {
        match self.held {
            Some(Held::Boundary { limit, .. }) => limit,
            _ => None,
        }
    }
}
