//! Path models and models with latent variables.

mod bootstrap;
mod effects;
mod expression;
mod fit;
mod implied;
mod indices;
mod likelihood;
mod missing;
mod model;
mod modification;
mod notation;
mod relation;
mod report;
mod robust;
mod standardised;
mod start;
mod summit;
mod table;

pub use bootstrap::{Bootstrap, DrawnInterval};
pub use effects::{Defined, IndirectEffect, IntervalKind, TotalEffect};
pub use indices::FitIndices;
pub use model::{Baseline, Likelihood, MissingRows, Scaling, Structural, StructuralErrors};
pub use modification::Suggestion;
pub use relation::{Definition, Operator, Relation};
pub use report::{Explained, Parameter, ParameterKind, StructuralFit};
