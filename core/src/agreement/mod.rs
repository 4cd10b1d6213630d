//! How far people who code the same things agree, beyond what chance would give.
//!
//! Every coefficient here is one minus the disagreement that was seen, divided by the disagreement that chance would
//! give: 1 when nobody disagrees, 0 when it is what chance would give, below 0 when it is more. They differ in what
//! counts as far apart, in whose codes chance draws from, and in what they do when someone did not code something:
//!
//! * the alpha of Krippendorff uses every unit that two or more people coded, on any level of measurement;
//! * the kappa of Fleiss uses the units that everyone coded, and draws from the codes of all together;
//! * the kappa of Cohen compares two people, each with codes of their own, and can weigh how far apart they are.
//!
//! A coefficient says how far people read the same thing in the same way. That they do not is no mistake: it may show
//! that a code is unclear, or that people see the world differently, and that is where a conversation starts. No bound
//! of “good enough” is given.
//!
//! * Vocabulary: [`Level`], [`CoefficientKind`].
//! * Door: [`Codings`], [`Coder`], [`Resampling`].
//! * Function: [`estimate`].
//! * Result: [`Agreement`], with a [`Coefficient`] for each.
//!
//! # Source
//! Cohen 1960, *A coefficient of agreement for nominal scales*, and 1968 for the weights; Fleiss 1971, *Measuring nominal
//! scale agreement among many raters*; Krippendorff 2011, *Computing Krippendorff's alpha-reliability*; the intervals are
//! percentiles of the bootstrap over units (Efron & Tibshirani 1993).

mod chance;
mod codings;
mod coefficient;
mod distance;
mod document;
mod estimate;
mod resampling;

pub use codings::{Coder, Codings, Level};
pub use coefficient::{Agreement, Bounds, CoderCount, Coefficient, CoefficientKind};
pub use document::CodingsToCompare;
pub use estimate::{alpha, estimate};
pub use resampling::Resampling;

#[cfg(test)]
mod tests;
