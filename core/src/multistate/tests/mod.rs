//! Tests of the kernel as a whole.

mod coverage;
mod derivatives;
mod figures;
mod fits;
mod given;
pub(crate) mod made;
mod reading;
mod scores;
mod uncertainty;
