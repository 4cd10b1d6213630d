//! Multi-state models: people seen in one of several states at irregular dates.
//!
//! * [`StateSpace`]: the states and the moves that can happen directly.
//! * [`Panel`]: who was seen in which state when, with what is known of them.
//! * [`Specification`]: which model is asked; [`Model`]: that model with numbers and where they come from.
//!
//! # When the model fails
//! A Markov model says that what comes next depends on the state someone is in, the time and what is known of them, and on
//! nothing before: not on how long they have been there or how they came. Where that fails, shares of stay and forecasts
//! mislead.
//!
//! It fails where people who have long been on a rung leave it less, where someone who fell back climbs faster than a newcomer,
//! where people differ in what was not recorded, and where registrations are wrong. It shows in four places:
//!
//! * [`discrete::DependenceTests`]: the next state depends on the one before the present;
//! * [`goodness`](mod@goodness): more people than expected stay for very long or very short;
//! * [`prevalence`](mod@prevalence): observed and expected shares drift apart with time;
//! * a covariate that says how long someone has been there, how they came or that the time is later (pieces on the clock of
//!   [`Clock::Duration`]) improves the model by far more than chance would ([`comparison::select`]).
//!
//! What helps is to put that covariate in, to let intensities change with time, or to allow for errors in registration; what no
//! covariate explains is said beside the forecast.

pub mod answer;
#[cfg(feature = "charts")]
pub mod chart;
pub mod comparison;
pub mod discrete;
mod fit;
pub mod forecast;
mod generator;
pub mod goodness;
mod likelihood;
mod model;
mod panel;
pub mod population;
pub mod prevalence;
pub mod quality;
mod setting;
pub mod simulate;
mod space;
mod specification;
mod symmetric;
#[cfg(test)]
pub(crate) mod tests;
mod transitions;

pub use fit::{
    Bootstrap, Finding, FindingKind, Fit, IntervalOf, IntervalsAsked, ParameterInterval, ParameterIntervals,
    Range, fit, fit_transitions, intervals,
};
pub use generator::{Evolution, Generator, Square};
pub use likelihood::{LikelihoodAt, likelihood_at};
pub use model::{Given, Held, HeldKind, Model, Parameter, Profile, Quantity, QuantityKind};
pub use panel::{
    Incomplete, Intake, Panel, PanelColumns, PanelDocument, PanelOptions, PanelReading, Rows, SameDay,
    TimeUnit, Unsorted,
};
pub use space::{Move, State, StateSpace};
pub use specification::{Censored, Clock, Effect, Errors, Initial, Pieces, Scheme, Specification};
pub use transitions::{End, SightKind, StartKind, Summary, Transitions};
