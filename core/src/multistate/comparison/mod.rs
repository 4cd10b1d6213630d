//! Two groups of people, two districts or two programmes beside each other; and two models of the same people.

mod candidate;
mod contrast;
mod nesting;
mod pair;
mod ratio;
mod selection;
#[cfg(test)]
mod tests;

pub use candidate::Candidate;
pub use contrast::{Contrast, Side, contrast};
pub use pair::Estimate;
pub use ratio::{At, Ratio, ratios};
pub use selection::{Selected, Selection, select};
