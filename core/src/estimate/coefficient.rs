//! Estimates with what is known of their uncertainty.

use crate::distribution::{normal, student};
use crate::document::Reader;
use crate::math::sqrt;
use nalgebra::{DMatrix, DVector};
use serde::Serialize;

/// A finite number, or that there is none.
pub(crate) fn known(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// An estimate with its uncertainty. What is not known is `null`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FittedFigure"))]
pub struct Estimate {
    /// The estimate.
    pub value: Option<f64>,
    /// Its standard error.
    pub standard_error: Option<f64>,
    /// The estimate over its standard error: t in a linear regression, z elsewhere.
    pub statistic: Option<f64>,
    /// The chance of a statistic at least as far from zero, if the true value were zero.
    pub p: Option<f64>,
    /// The lower end of the 95 % interval.
    pub low: Option<f64>,
    /// The upper end of the 95 % interval.
    pub high: Option<f64>,
}

/// The distribution of an estimate over its standard error.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reference {
    Normal,
    Student(f64),
}

impl Estimate {
    /// An estimate of this value and variance.
    pub(crate) fn of(value: f64, variance: f64, reference: Reference) -> Self {
        let standard_error = sqrt(variance);
        let statistic = value / standard_error;
        let (p, reach) = match reference {
            Reference::Normal => (normal::two_sided(statistic), normal::Z_95),
            Reference::Student(df) => (student::two_sided(statistic, df), student::quantile(0.975, df)),
        };
        if !(standard_error.is_finite() && standard_error > 0.0) {
            return Self { value: known(value), ..Self::default() };
        }
        let half = reach * standard_error;
        Self {
            value: known(value),
            standard_error: known(standard_error),
            statistic: known(statistic),
            p: known(p),
            low: known(value - half),
            high: known(value + half),
        }
    }

    /// The same in another unit.
    pub(crate) fn times(&self, factor: f64) -> Self {
        let times = |value: Option<f64>| value.map(|value| value * factor);
        Self {
            value: times(self.value),
            standard_error: times(self.standard_error),
            low: times(self.low),
            high: times(self.high),
            ..*self
        }
    }
}

/// The coefficient of a term.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coefficient {
    /// The term, `(Intercept)` for the constant.
    pub term: String,
    /// The change in the outcome (in its own unit, or in log-odds) for one more of the term, all else equal.
    pub estimate: Estimate,
}

/// A wish to know a slope: of one variable, where others have given values.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SlopeAt {
    /// The variable whose slope it is.
    pub of: String,
    /// The values of the variables it is multiplied with.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<ValueAt>>"))]
    pub at: Vec<ValueAt>,
}

/// A variable and the value it has.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ValueAt {
    /// The variable.
    pub variable: String,
    /// Its value.
    pub value: f64,
}

/// The slope of one variable where others have given values: a moderated effect.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Slope {
    /// The variable.
    pub of: String,
    /// Where.
    pub at: Vec<ValueAt>,
    /// The change in the outcome for one more of the variable there.
    pub estimate: Estimate,
}

impl ValueAt {
    /// Reads a variable with its value.
    pub(crate) fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["variable", "value"])?;
        let variable = fields.required("variable").and_then(|one| one.text().map(str::to_owned));
        let value = fields.required("value").and_then(|one| one.number());
        Some(Self { variable: variable?, value: value? })
    }

    /// The value of a variable among these.
    pub(crate) fn find(list: &[Self], variable: &str) -> Option<f64> {
        list.iter().find(|one| one.variable == variable).map(|one| one.value)
    }
}

impl SlopeAt {
    /// Reads a wish for a slope.
    pub(crate) fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["of", "at"])?;
        let of = fields.required("of").and_then(|one| one.text().map(str::to_owned));
        let at = fields.list_of("at", ValueAt::read);
        Some(Self { of: of?, at: at? })
    }
}

/// A linear combination of estimates, with its variance: the delta method where the weights are a slope.
pub(crate) fn combine(weights: &DVector<f64>, covariance: &DMatrix<f64>) -> f64 {
    (weights.transpose() * covariance * weights)[(0, 0)]
}
