//! Tests of the kernel as a whole.

pub(crate) mod made;
