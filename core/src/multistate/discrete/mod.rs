//! Discrete time: who was where at one visit, and where at the next.
//!
//! * [`Counting`]: what is counted, from visit to visit or on a grid of equal steps, by group and period.
//! * [`Counts`]: how often each pair of states followed each other. Counts of parts add up exactly, in any order.
//! * [`Counts::tables`]: counts and shares with intervals; [`Replicates`] for intervals by drawing people anew.
//! * [`Counts::order_test`], [`Counts::homogeneity_test`]: whether what came before, the group or the period matters.
//!
//! Nothing is assumed here of what lies between two visits, so a move that cannot happen directly can be counted; and
//! shares over gaps of different lengths are not comparable. The models in continuous time are made for those.
//!
//! # Formula
//! * share: `n_ij / n_i.`, with weights `w_ij / w_i.`;
//! * Jeffreys: quantiles of the beta distribution with `n_ij + ½` and `n_i. − n_ij + ½`, 0 below when `n_ij = 0` and 1 above
//!   when `n_ij = n_i.`;
//! * Wilson: `(p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)`;
//! * with weights `n` is the effective number `(Σw)² / Σw²` of the row;
//! * bootstrap: everyone counts a Poisson(1) number of times in each replicate; quantiles of the replicates (type 7).
//!
//! # Source
//! Brown, Cai & `DasGupta` (2001) on the intervals; Anderson & Goodman (1957) on the tests; LAD-03 on staying as an outcome.

mod asking;
mod bootstrap;
mod compare;
mod count;
mod counting;
mod interval;
mod protect;
mod rows;
mod table;
#[cfg(test)]
mod tests;
mod walk;

pub use asking::{DependenceTests, Tabulating};
pub use bootstrap::Replicates;
pub use compare::{Dependence, DependenceTest};
pub use counting::{Counting, Grid, GridRule, Spacing};
pub use interval::{Share, ShareMethod};
pub use protect::{ProtectedTable, ProtectedTables};
pub use rows::Counts;
pub use table::{Intervals, Outcome, TransitionTable, TransitionTables};
