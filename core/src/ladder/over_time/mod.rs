//! The ladder over time: rungs of people at dates, as states of the kernel [`crate::multistate`].
//!
//! * [`read_panel`]: rungs as they are written in files become the states `1` to `6`, and a placement between rungs a
//!   code such as `1-3`.
//! * [`Moves`], [`state_space`], [`specification`]: the six rungs, and which can follow each other directly.
//! * [`changes`]: growth, stabilisation and decline between two moments.
//!
//! Clients were not followed (LAD-24), rungs are mainly registered at the start (PUB-11) and results may be written down
//! for show (LAD-15). What comes out is what registrations say; the report of [`crate::multistate::quality`] comes first.

mod changes;
mod read;
mod space;
#[cfg(test)]
mod tests;

pub use changes::{RungChange, RungChanges, changes};
pub use read::read_panel;
pub use space::{LadderSpace, Moves, MovesChoice, specification, state_space};
