//! The operations of cocreation.

use super::Operation;

pub(super) const OPERATIONS: &[Operation] = &[];
