//! Tests of the kernel as a whole.

mod fits;
mod given;
mod reading;
mod scores;
