#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

pub mod agreement;
pub mod behaviour;
#[cfg(feature = "charts")]
mod chart;
pub mod cocreation;
pub mod column;
mod columns;
pub mod conformance;
pub mod decide;
pub mod disclosure;
pub mod distribution;
pub mod document;
pub mod error;
pub mod estimate;
pub mod events;
mod label;
pub mod ladder;
pub mod math;
mod maximum;
pub mod measure;
pub mod multistate;
pub mod neighbourhood;
mod number;
pub mod operation;
mod ordered;
mod perspective;
pub mod plan;
pub mod random;
mod reason;
pub mod response;
mod score;
pub mod shares;
pub mod sources;
pub mod survival;
pub mod tegenprestatie;
mod value;
mod vocabulary;
mod work;

#[cfg(feature = "charts")]
pub use chart::Chart;
pub use columns::Columns;
pub use error::Error;
pub use label::{Label, Language};
pub use perspective::Perspective;
pub use reason::{Given, Reason};
pub use score::Score;
pub use sources::{Provenance, ProvenanceKind, Source};
pub use value::Value;
pub use vocabulary::{Term, Vocabulary};

/// The first screen of the project, whose Rust snippet is a test.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct FirstScreen;
