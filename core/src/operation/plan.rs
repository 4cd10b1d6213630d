//! The operations that go from determinants to what would help.

use super::row::{Operation, constant, fallible};
use crate::behaviour;

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &constant(
        "behaviour.catalogue",
        "Interventions with illustrative effects and hours, to show how planning works.",
        behaviour::catalogue,
    ),
    &fallible(
        "behaviour.plan",
        "Advises who could get what, so that the expected number of people showing the behaviour rises most.",
        behaviour::plan,
    ),
];
