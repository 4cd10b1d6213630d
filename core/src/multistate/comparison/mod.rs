//! Two groups of people, two districts or two programmes beside each other; and two models of the same people.

mod contrast;
mod selection;
#[cfg(test)]
mod tests;

pub use contrast::{Contrast, Estimate, Ratio, Side, contrast, ratios};
pub use selection::{Selected, Selection, select};
