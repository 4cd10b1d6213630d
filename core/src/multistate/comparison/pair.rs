//! Two models as one, and numbers that follow from both.

use crate::math::ln;
use crate::multistate::Model;
use crate::multistate::answer::{Interval, Varying};
use serde::Serialize;

/// A number and how sure it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Estimate {
    /// The number; `None` when it does not exist.
    pub value: Option<f64>,
    /// Its standard error; of a ratio, that of its logarithm.
    pub standard_error: Option<f64>,
    /// From where to where the true value is expected to lie.
    pub interval: Option<Interval>,
}

/// Two models as one, so that the uncertainty of both counts: the parameters of the first and then those of the second.
/// The same model twice is one model, whose uncertainty counts once.
pub(super) struct Pair<'a> {
    first: &'a Model,
    second: &'a Model,
    pub(super) both: Model,
}

impl<'a> Pair<'a> {
    pub(super) fn of(first: &'a Model, second: &'a Model) -> Self {
        let mut both = first.clone();
        if first != second {
            both.parameters.extend(second.parameters.iter().cloned());
            both.covariance = match (&first.covariance, &second.covariance) {
                (Some(one), Some(other)) => {
                    let none = |count: usize| std::iter::repeat_n(0.0, count);
                    let upper = one.iter().map(|row| row.iter().copied().chain(none(other.len())).collect());
                    let lower = other.iter().map(|row| none(one.len()).chain(row.iter().copied()).collect());
                    Some(upper.chain(lower).collect())
                }
                _ => None,
            };
        }
        Self { first, second, both }
    }

    /// The two models at other values of all parameters.
    pub(super) fn at(&self, values: &[f64]) -> (Model, Model) {
        let own = values.get(..self.first.parameters.len()).unwrap_or(values);
        let other = if self.first == self.second { own } else { values.get(own.len()..).unwrap_or_default() };
        (self.first.with_values(own), self.second.with_values(other))
    }

    /// Figures of each side with derivatives to all parameters.
    pub(super) fn spread(&self, first: &Varying, second: &Varying) -> (Varying, Varying) {
        if self.first == self.second {
            return (first.clone(), second.clone());
        }
        let none = |count: usize| std::iter::repeat_n(0.0, count);
        let one = first.by.iter().copied().chain(none(second.by.len())).collect();
        let other = none(first.by.len()).chain(second.by.iter().copied()).collect();
        (Varying { value: first.value, by: one }, Varying { value: second.value, by: other })
    }
}

/// The logarithm of a figure.
pub(super) fn logarithm(figure: &Varying) -> Varying {
    let by = figure.by.iter().map(|by| by / figure.value).collect();
    Varying { value: ln(figure.value), by }
}

/// A ratio of its logarithm.
pub(super) fn exponential(log: Estimate) -> Estimate {
    let exp = crate::math::exp;
    Estimate {
        value: log.value.map(exp),
        standard_error: log.standard_error,
        interval: log.interval.map(|interval| Interval {
            low: interval.low.map(exp),
            high: interval.high.map(exp),
            ..interval
        }),
    }
}
