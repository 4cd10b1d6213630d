//! The operations of multi-state models.

use super::row::Operation;

pub(super) const OPERATIONS: &[&dyn Operation] = &[];
