//! Shares and their intervals.

use crate::distribution::{beta, normal};
use crate::math;
use crate::multistate::answer::middle;
use serde::Serialize;

crate::vocabulary! {
    /// How the interval of a share is found.
    pub enum ShareMethod: "method for intervals", "methode voor intervallen", [] {
        /// Quantiles of the beta distribution after Jeffreys.
        Jeffreys = "jeffreys": "Jeffreys", "Jeffreys", [],
        /// By inverting the test of a share, after Wilson.
        Wilson = "wilson": "Wilson", "Wilson", [],
        /// By drawing people anew.
        Bootstrap = "bootstrap": "bootstrap over mensen", "bootstrap over people", [],
    }
}

/// A share with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Share {
    /// The share, between 0 and 1.
    pub value: f64,
    /// The lower end of its interval.
    pub low: f64,
    /// The upper end of its interval.
    pub high: f64,
}

/// The interval of a share of `n`, after Jeffreys; `n` may be the effective number of a weighted sample.
pub(super) fn jeffreys(value: f64, n: f64, level: f64) -> Share {
    let (hits, tail) = (value * n, (1.0 - level) / 2.0);
    let quantile = |p: f64| beta::quantile(p, hits + 0.5, n - hits + 0.5);
    let low = if value <= 0.0 { 0.0 } else { quantile(tail) };
    let high = if value >= 1.0 { 1.0 } else { quantile(1.0 - tail) };
    Share { value, low, high }
}

/// The interval of a share of `n`, after Wilson.
pub(super) fn wilson(value: f64, n: f64, level: f64) -> Share {
    let z = normal::quantile(f64::midpoint(1.0, level));
    let square = z * z;
    let centre = value + square / (2.0 * n);
    let half = z * math::sqrt(value * (1.0 - value) / n + square / (4.0 * n * n));
    let scale = 1.0 + square / n;
    // Where nothing or everything was seen the end is the share itself, whatever rounding makes of it.
    let low = if value <= 0.0 { 0.0 } else { (centre - half) / scale };
    let high = if value >= 1.0 { 1.0 } else { (centre + half) / scale };
    Share { value, low, high }
}

/// The interval between quantiles of replicates; the share itself where there are none.
pub(super) fn between(value: f64, replicates: Vec<f64>, level: f64) -> Share {
    let (low, high) = middle(replicates, level).unwrap_or((value, value));
    Share { value, low, high }
}
