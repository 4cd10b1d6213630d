//! The operations on what people told: how far those who code it agree.

use super::row::{Operation, total};
use crate::agreement::CodingsToCompare;

pub(super) const OPERATIONS: &[&dyn Operation] = &[&total(
    "agreement.estimate",
    "How far people who code the same things agree beyond chance, with intervals; some codes may be missing.",
    CodingsToCompare::estimate,
)];
