//! The benches themselves are beside this folder, one file for each module.
#![forbid(unsafe_code)]
