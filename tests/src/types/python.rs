//! The documents in Python.
use super::model::Model;
pub(super) fn stub(_: &Model) -> String { String::new() }
pub(super) fn module(_: &Model) -> String { String::new() }
