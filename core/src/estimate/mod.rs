//! Regressions, path models and models with latent variables, from rows or from a summary of them.
//!
//! A model is a document; so is its fit, which says on how many rows it rests, how its uncertainty was computed and
//! what is wrong with it. A figure that does not exist (the fit of a model without degrees of freedom, a coefficient
//! that grows without end) is absent and never NaN; findings say why. None of these models shows that changing one
//! thing changes another: they describe how things go together.
//!
//! That known figures are found again and that intervals hold them in 93 to 97 of 100 drawn tables is tested by
//! `cargo test --release -p meedoen --lib estimate::tests -- --ignored`.

#![expect(clippy::indexing_slicing, reason = "a matrix is indexed by the dimensions it was made with")]

mod coefficient;
mod data;
mod formula;
mod linear;
mod logistic;
mod logistic_fit;
mod marginal;
mod moments;
mod ordinal;
mod ordinal_effects;
mod ordinal_likelihood;
mod regression;
mod rows;
mod separation;
mod structural;
#[cfg(test)]
mod tests;

pub use coefficient::{Coefficient, Estimate, Slope, SlopeAt, ValueAt};
pub use data::{Data, Summary};
pub use formula::Formula;
pub use linear::{Linear, LinearErrors, LinearFit, Standardised};
pub use logistic::{Logistic, LogisticFit, MarginalEffect, Prediction};
pub use ordinal::{Ordinal, OrdinalFit, Threshold};
pub use ordinal_effects::ClassEffect;
pub use structural::{
    Baseline, Bootstrap, Defined, Definition, DrawnInterval, Explained, FitIndices, IndirectEffect,
    IntervalKind, Likelihood, MissingRows, Operator, Parameter, ParameterKind, Relation, Scaling, Structural,
    StructuralErrors, StructuralFit, Suggestion, TotalEffect,
};
