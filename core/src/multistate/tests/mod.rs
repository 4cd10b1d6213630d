//! Tests of the kernel as a whole.

mod given;
pub(crate) mod made;
