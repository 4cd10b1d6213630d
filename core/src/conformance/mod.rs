//! Whether what was recorded follows a roadmap: where it does not, in words, and the least that would have to differ.
//!
//! * [`Roadmap`]: stages with their steps, and the ways from stage to stage; backward steps and loops are as legitimate
//!   as the roadmap says they are.
//! * [`Traces`]: what happened per case, in order; from a document, from columns, from CSV or from XES.
//! * [`check`]: each trace beside the road, as a [`Report`]; [`Checker`]: the same for many traces, without words.
//!
//! A deviation is a difference between a record and a road. It may be that a step was not taken, that it was not
//! recorded, or that the road does not fit: people say which (COC-27, COC-29).
//!
//! # Method
//! Of all ways to turn a trace into a run of the roadmap by adding steps, each at a cost of 1, and leaving events out, each
//! at the weight of its step, one of the cheapest is given: an optimal alignment. The fitness is 1 − cost / (weight of the
//! events + steps of the shortest run). A step weighs 1 unless the roadmap says otherwise.
//!
//! # Source
//! Adriansyah, van Dongen and van der Aalst 2011, *Conformance checking using cost-based fitness analysis*.

mod align;
mod automaton;
mod columns;
mod costs;
mod csv;
mod paths;
mod report;
mod roadmap;
mod stays;
#[cfg(test)]
mod tests;
mod traces;
mod xes;

pub use align::{Checker, Deviation, DeviationKind, Following};
pub use columns::{Checked, CheckedCase, check_columns};
pub use csv::CsvColumns;
pub use report::{DeviationReport, Report, TraceReport, Visit, check};
pub use roadmap::{Roadmap, RoadmapStep, Stage, StageStep};
pub use stays::{Stays, StaysPanel, stays};
pub use traces::{Trace, TraceEvent, Traces};

/// The most events one trace may have.
pub const MAX_EVENTS: usize = 50_000;

/// The most situations a roadmap may have: a stage with n steps to remember has 2ⁿ.
pub const MAX_SITUATIONS: usize = 256;
