//! Who gets what: advice on dividing hours of help so that the expected number of people showing a behaviour rises most.
//!
//! * Door: [`Task`], with people whose levels on some [`Factor`]s are known or not, a [`Model`] of how a chance follows
//!   from levels, a [`Catalogue`] of what can be offered, and hours.
//! * Functions: [`plan`], total for a task that is right; [`what_if`], what a rise of one factor would do.
//! * Result: [`Outcome`], with the bound no plan can pass, and for each person why.
//!
//! # Formula
//! Each person gets one set of interventions that their levels and the rules of the catalogue allow, or none. A set moves
//! levels by the sum of its expected changes, no further than the ends of their scales; the gain is the chance then less
//! the chance now. The gains together are as large as the hours of every role allow; how that is found says the module of
//! the market. Plans are equal bit for bit in every language.
//!
//! # Assumptions
//! Effects add up, people do not influence each other, and coefficients that come from comparing people hold for one person
//! who changes. What is unknown is not counted, and is named; an intervention whose condition depends on it is not offered
//! until it is known, and one that may not be left alone where something holds is not left alone while that is unknown.
//!
//! # When not to use it
//! To decide. It divides hours by one yardstick, and says nothing of what anyone is entitled to.

mod catalogue;
mod columns;
mod draw;
mod market;
mod outcome;
mod price;
mod search;
mod sets;
mod sight;
mod task;
#[cfg(test)]
mod tests;
mod what_if;

pub use catalogue::{Catalogue, Condition, Effect, MOST_OFFERS, NotAlone, Offer};
pub(crate) use draw::interval;
pub use outcome::{Given, Nothing, Outcome, PersonOutcome, plan};
pub use task::{Factor, Pair, Person, RoleHours, Settings, Task};
pub use what_if::{Rise, what_if};
