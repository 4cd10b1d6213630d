//! What residents build together in a neighbourhood.

pub mod network;
