//! Probability distributions, exact in both tails.
//!
//! A tail of a distribution is computed by itself and never as one minus the other, so that a chance of 10⁻⁸⁹ has as
//! many good digits as one of a half. Against the reference values of `tests/distributions` the relative error
//! is below 10⁻¹².
//!
//! # Formula
//! * gamma and beta: series and continued fractions, with the leading factor from the deviance (Loader 2000, *Fast
//!   and accurate computation of binomial probabilities*), which does not lose digits at a million degrees of freedom;
//! * quantiles: Newton's method on the logarithm of the smaller tail, on a scale on which it is concave;
//! * noncentral chi-square: a mixture of chi-squares with Poisson weights, summed from the side where each term adds;
//! * two normals: the double exponential rule (Takahasi & Mori 1974).
//!
//! # Outside their domain
//! These functions are elementary like [`crate::math`]: outside its domain a function gives NaN, which is for the
//! caller to prevent. No function panics.

pub mod beta;
pub mod bivariate;
pub mod chi_square;
pub mod correlation;
pub mod fisher;
pub mod gamma;
mod integral;
pub mod logistic;
pub mod noncentral;
pub mod normal;
pub mod product;
pub mod rmsea;
mod root;
pub mod student;
mod table;

pub use table::{names, value};
