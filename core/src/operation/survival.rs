//! The operations of the curves of Kaplan and Meier.

use super::row::{Operation, total};
use crate::survival;

pub(super) const OPERATIONS: &[&dyn Operation] = &[&total(
    "survival.estimate",
    "How long it takes until something happens, when of some it has not happened yet; by group.",
    survival::estimate,
)];
