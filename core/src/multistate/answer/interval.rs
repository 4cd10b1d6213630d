//! How sure a number is.

use crate::distribution::normal;
use crate::math;
use crate::multistate::Model;
use crate::ordered::sort;
use crate::random::Seed;
use serde::Serialize;

crate::vocabulary! {
    /// How an interval was made.
    pub enum IntervalMethod: "method of an interval", "methode van een interval", [] {
        /// From the uncertainty of the parameters, as if the answer changed in proportion to them: the delta method.
        Delta = "delta": "deltamethode", "delta method", [],
        /// From answers at parameters drawn from their normal approximation.
        Simulation = "simulation": "trekkingen uit de normale benadering", "draws from the normal approximation", [],
        /// From answers at parameters fitted to panels drawn from the model.
        ParametricBootstrap = "parametric-bootstrap": "parametrische bootstrap", "parametric bootstrap", [],
        /// From answers at parameters fitted to people drawn from the data with replacement.
        PersonBootstrap = "person-bootstrap": "bootstrap over personen", "bootstrap over people", [],
        /// From the answers at both ends of the limits of a parameter that has no finite optimum.
        Limit = "limit": "grens van een parameter zonder eindig optimum", "limit of a parameter without a finite optimum", [],
    }
}

/// How sure answers are to be, and how that is found out.
#[derive(Clone, Debug, PartialEq)]
pub struct Certainty {
    /// How often such an interval holds the true value, between 0 and 1: 0.95 by default.
    pub level: f64,
    /// How the interval is made.
    pub method: Method,
}

impl Default for Certainty {
    fn default() -> Self {
        Self { level: 0.95, method: Method::Delta }
    }
}

/// How an interval is made.
#[derive(Clone, Debug, PartialEq)]
pub enum Method {
    /// The delta method, on the logarithmic or logit scale.
    Delta,
    /// Draws from the normal approximation of the parameters.
    Simulation {
        /// How many.
        draws: u32,
        /// Where they come from.
        seed: Seed,
    },
    /// Answers at these parameters, one list a replication, in the order of the parameters of the model: of a bootstrap.
    Replicates {
        /// How they came to be.
        kind: IntervalMethod,
        /// The parameters.
        parameters: Vec<Vec<f64>>,
    },
}

/// From where to where the true value is expected to lie.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Interval {
    /// The lower end; `None` when it has none.
    pub low: Option<f64>,
    /// The upper end; `None` when it has none.
    pub high: Option<f64>,
    /// How often such an interval holds the true value, between 0 and 1.
    pub level: f64,
    /// How it was made.
    pub method: IntervalMethod,
}

/// From one number to another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Range {
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
}

impl Range {
    /// Nothing yet: it takes in whatever comes.
    pub(crate) const NOTHING: Self = Self { low: f64::INFINITY, high: f64::NEG_INFINITY };

    /// Widened to a number.
    pub(crate) fn with(self, number: f64) -> Self {
        Self { low: self.low.min(number), high: self.high.max(number) }
    }
}

/// The scale on which an interval is symmetric.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Scale {
    /// As it is.
    Plain,
    /// For what lies above 0.
    Log,
    /// For what lies between 0 and a bound.
    Logit(f64),
}

impl Scale {
    /// The ends that lie `reach` standard errors from a value.
    pub(crate) fn ends(self, value: f64, se: f64, reach: f64) -> (f64, f64) {
        if se == 0.0 {
            return (value, value);
        }
        match self {
            Self::Log if value > 0.0 => {
                let factor = math::exp(reach * se / value);
                (value / factor, value * factor)
            }
            Self::Logit(bound) if value > 0.0 && value < bound => {
                let share = value / bound;
                let step = math::exp(reach * se / (bound * share * (1.0 - share)));
                let odds = share / (1.0 - share);
                let end = |odds: f64| if odds.is_finite() { bound * (odds / (1.0 + odds)) } else { bound };
                (end(odds / step), end(odds * step))
            }
            _ => (value - reach * se, value + reach * se),
        }
    }
}

/// How many standard errors an interval of this level reaches to either side.
pub(crate) fn reach(level: f64) -> f64 {
    -normal::quantile((1.0 - level) / 2.0)
}

/// The ends between which the middle part of the answers lies; infinite answers lie above all others.
pub(crate) fn middle(mut answers: Vec<f64>, level: f64) -> Option<(f64, f64)> {
    answers.retain(|answer| !answer.is_nan());
    sort(&mut answers, f64::total_cmp);
    let at = |share: f64| quantile(&answers, share);
    Some((at((1.0 - level) / 2.0)?, at(f64::midpoint(1.0, level))?))
}

/// A quantile of sorted numbers, by straight lines between them (the seventh type of Hyndman and Fan 1996).
pub(crate) fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = u32::try_from(sorted.len().checked_sub(1)?).ok()?;
    let place = share * f64::from(last);
    let below = (0..last).take_while(|below| f64::from(*below) + 1.0 <= place).count();
    let low = sorted.get(below)?;
    let high = sorted.get(below + 1).unwrap_or(low);
    let part = place - f64::from(u32::try_from(below).ok()?);
    Some(if part > 0.0 { low + part * (high - low) } else { *low })
}

/// The standard deviation of numbers; `None` of fewer than two.
pub(crate) fn spread(numbers: &[f64]) -> Option<f64> {
    let count = f64::from(u32::try_from(numbers.len()).ok()?);
    let mean = numbers.iter().sum::<f64>() / count;
    let squares: f64 = numbers.iter().map(|number| (number - mean) * (number - mean)).sum();
    (count > 1.0).then(|| (squares / (count - 1.0)).sqrt())
}

/// Parameters drawn from their normal approximation.
pub(crate) fn draws(model: &Model, covariance: &[Vec<f64>], count: u32, seed: Seed) -> Vec<Vec<f64>> {
    let root = root_of(covariance);
    let draw = |number| {
        let mut stream = seed.stream(number, 0);
        let normals: Vec<f64> = root.iter().map(|_| stream.normal()).collect();
        let shifts =
            root.iter().map(|row| row.iter().zip(&normals).map(|(cell, normal)| cell * normal).sum::<f64>());
        model.parameters.iter().zip(shifts).map(|(parameter, shift)| parameter.value + shift).collect()
    };
    (0..count).map(draw).collect()
}

/// The lower triangular root of a covariance (Cholesky). A parameter that is sure, or follows from those before it, adds
/// nothing.
pub(crate) fn root_of(covariance: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut root: Vec<Vec<f64>> = Vec::with_capacity(covariance.len());
    for (place, row) in covariance.iter().enumerate() {
        let mut own = vec![0.0; covariance.len()];
        for column in 0..=place {
            let before: f64 = if column == place {
                own.iter().take(column).map(|cell| cell * cell).sum()
            } else {
                let other = root.get(column).map_or(&[][..], Vec::as_slice);
                own.iter().zip(other).take(column).map(|(a, b)| a * b).sum()
            };
            let left = row.get(column).copied().unwrap_or(0.0) - before;
            let scale = row.get(place).copied().unwrap_or(0.0);
            let value = if column == place {
                if left > 1e-14 * scale { left.sqrt() } else { 0.0 }
            } else {
                let pivot = root.get(column).and_then(|row| row.get(column)).copied().unwrap_or(0.0);
                if pivot > 0.0 { left / pivot } else { 0.0 }
            };
            if let Some(cell) = own.get_mut(column) {
                *cell = value;
            }
        }
        root.push(own);
    }
    root
}

#[cfg(test)]
mod tests {
    use super::{Scale, middle, quantile, reach, root_of, spread};

    #[test]
    fn a_root_times_itself_is_the_covariance() {
        let covariance = vec![vec![4.0, 2.0, 0.0], vec![2.0, 5.0, 0.0], vec![0.0, 0.0, 0.0]];
        let root = root_of(&covariance);
        assert_eq!(root, [[2.0, 0.0, 0.0], [1.0, 2.0, 0.0], [0.0, 0.0, 0.0]]);
    }

    #[test]
    fn quantiles_lie_on_lines_between_the_numbers() {
        let numbers = [1.0, 2.0, 4.0, 8.0];
        assert_eq!(quantile(&numbers, 0.5), Some(3.0));
        assert_eq!(quantile(&numbers, 1.0), Some(8.0));
        assert_eq!(quantile(&numbers, 0.0), Some(1.0));
        assert_eq!(quantile(&[], 0.5), None);
        assert_eq!(middle(vec![8.0, f64::NAN, 1.0, 4.0, 2.0], 0.5), Some((1.75, 5.0)));
        assert_eq!(middle(vec![1.0, f64::INFINITY], 1.0), Some((1.0, f64::INFINITY)));
        assert_eq!(spread(&[1.0, 3.0]), Some(2.0_f64.sqrt()));
    }

    #[test]
    fn an_interval_stays_within_what_can_be() {
        let reach = reach(0.95);
        assert!((reach - 1.959_963_984_540_054).abs() < 1e-12);
        let (low, high) = Scale::Logit(1.0).ends(0.98, 0.03, reach);
        assert!(low > 0.0 && low < 0.98 && high > 0.98 && high < 1.0);
        let (low, high) = Scale::Logit(2.0).ends(1.96, 0.06, reach);
        assert!(low > 0.0 && high < 2.0);
        assert!(Scale::Log.ends(0.1, 0.2, reach).0 > 0.0);
        assert_eq!(Scale::Logit(1.0).ends(0.0, 0.0, reach), (0.0, 0.0));
        assert_eq!(Scale::Plain.ends(1.0, 1.0, 2.0), (-1.0, 3.0));
        assert_eq!(Scale::Logit(1.0).ends(0.5, 1e300, reach), (0.0, 1.0));
    }
}
