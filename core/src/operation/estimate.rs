//! The operations that estimate.

use super::row::{Operation, fallible, written};
use crate::Columns;
use crate::behaviour::ModelRequest;
use crate::distribution;
use crate::document::{Document, Reader};
use crate::error::{Error, Mistake};
use crate::estimate::{
    Data, Linear, LinearFit, Logistic, LogisticFit, Ordinal, OrdinalFit, Structural, StructuralFit,
};
use crate::measure::{Column, Instrument, Missing, Reliability, ReliableChanges, Values};
use serde::Serialize;

#[cfg(not(feature = "schema"))]
use Sized as Described;
#[cfg(feature = "schema")]
use schemars::JsonSchema as Described;

pub(super) const RELIABILITY: &[&dyn Operation] = &[
    &fallible(
        "measure.reliability",
        "How far the items of each scale measure one thing.",
        Answered::reliability,
    ),
    &fallible(
        "measure.reliable_change",
        "Who changed by more than measurement error.",
        ReliableChanges::count,
    ),
];

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &fallible(
        "behaviour.model",
        "The integrative model for an instrument, to be estimated.",
        ModelRequest::model,
    ),
    &fallible("estimate.linear", "Estimates a linear regression.", Estimation::<Linear>::linear),
    &fallible("estimate.logistic", "Estimates a logistic regression.", Estimation::<Logistic>::logistic),
    &fallible(
        "estimate.ordinal",
        "Estimates a proportional-odds regression.",
        Estimation::<Ordinal>::ordinal,
    ),
    &fallible(
        "estimate.structural",
        "Estimates a path model or a model with latent variables.",
        Estimation::<Structural>::structural,
    ),
    &fallible("distribution.value", "The value of a distribution function.", Call::value),
];

/// An instrument with the answers of many people.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ReliabilityRequest"))]
struct Answered {
    /// The instrument.
    instrument: Instrument,
    /// The answers: a column an item.
    columns: Columns<'static>,
    /// What is done with missing answers; only complete rows count when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Missing>"))]
    missing: Missing,
}

impl Answered {
    fn reliability(&self) -> Result<Reliability, Error> {
        let columns = self.columns.names().filter_map(|name| {
            let values = Values::F64(self.columns.get(name)?);
            Some((name, Column { values, present: None }))
        });
        self.instrument.reliability(&columns.collect::<Vec<_>>(), self.missing, 0)
    }
}

impl Document for Answered {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["instrument", "columns", "missing"])?;
        let instrument = fields.required("instrument").and_then(|instrument| Instrument::read(&instrument));
        let columns = fields.required("columns").and_then(|columns| Columns::read(&columns));
        let missing = fields.maybe("missing", Reader::code);
        Some(Self {
            instrument: instrument?,
            columns: columns?,
            missing: missing?.unwrap_or(Missing::Listwise),
        })
    }
}

/// A model with the data to estimate it on.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "{M}Estimation"))]
struct Estimation<M: Described> {
    /// The rows, or a summary of them.
    data: Data<'static>,
    /// The model.
    model: M,
}

impl<M: Document + Described> Document for Estimation<M> {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["data", "model"])?;
        let data = fields.required("data").and_then(|data| Data::read(&data));
        let model = fields.required("model").and_then(|model| M::read(&model));
        Some(Self { data: data?, model: model? })
    }
}

impl Estimation<Linear> {
    fn linear(&self) -> Result<LinearFit, Error> {
        self.model.fit(&self.data)
    }
}

impl Estimation<Logistic> {
    fn logistic(&self) -> Result<LogisticFit, Error> {
        self.model.fit(&self.data)
    }
}

impl Estimation<Ordinal> {
    fn ordinal(&self) -> Result<OrdinalFit, Error> {
        self.model.fit(&self.data)
    }
}

impl Estimation<Structural> {
    fn structural(&self) -> Result<StructuralFit, Error> {
        self.model.fit(&self.data)
    }
}

/// Estimates a model, given as a JSON document, on columns that are already in memory; the answer is that of the
/// operation of this name. `columns` is asked for the columns the model names, and for the parts of its products.
///
/// ```
/// use meedoen::{Columns, operation::estimate};
/// let answer = estimate("estimate.linear", r#"{"formula": "y ~ x"}"#, |names| {
///     assert_eq!(names, ["y", "x"]);
///     Columns::new(vec![("x".into(), vec![1.0, 2.0, 4.0].into()), ("y".into(), vec![1.0, 3.0, 4.0].into())])
/// })?;
/// assert!(answer.contains(r#""rows":3.0"#));
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Errors
/// `unknown-operation`, what `columns` refuses, or what the operation refuses.
pub fn estimate<'a>(
    name: &str,
    model: &str,
    columns: impl FnOnce(&[String]) -> Result<Columns<'a>, Error>,
) -> Result<String, Error> {
    let rows = |names: Vec<&str>| {
        let mut wanted: Vec<String> = Vec::new();
        for name in names.into_iter().flat_map(|name| std::iter::once(name).chain(name.split(':'))) {
            let name = name.trim();
            if !wanted.iter().any(|other| other == name) {
                wanted.push(name.to_owned());
            }
        }
        columns(&wanted).map(Data::Rows)
    };
    match name {
        "estimate.linear" => {
            let model = Linear::from_json(model)?;
            written(&model.fit(&rows(model.formula.variables())?)?)
        }
        "estimate.logistic" => {
            let model = Logistic::from_json(model)?;
            written(&model.fit(&rows(model.formula.variables())?)?)
        }
        "estimate.ordinal" => {
            let model = Ordinal::from_json(model)?;
            let names = model.formula.variables().into_iter().chain(model.weights.as_deref());
            written(&model.fit(&rows(names.collect())?)?)
        }
        "estimate.structural" => {
            let model = Structural::from_json(model)?;
            written(&model.fit(&rows(model.variables())?)?)
        }
        _ => Err(Mistake::UnknownOperation { name: name.to_owned() }.into()),
    }
}

/// A distribution function and its arguments.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "DistributionCall"))]
struct Call {
    /// The name of the function, such as `t.quantile`.
    function: String,
    /// Its arguments, such as a chance and the degrees of freedom.
    arguments: Vec<f64>,
}

/// The value of a distribution function.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "DistributionValue"))]
struct Answer {
    /// The value; `null` where the function has none.
    value: Option<f64>,
}

impl Call {
    fn value(&self) -> Result<Answer, Error> {
        let value = distribution::value(&self.function, &self.arguments)?;
        Ok(Answer { value: value.is_finite().then_some(value) })
    }
}

impl Document for Call {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["function", "arguments"])?;
        let function = fields.required("function").and_then(|one| one.text().map(str::to_owned));
        let arguments = fields.required("arguments").and_then(|list| list.list_of(Reader::number));
        Some(Self { function: function?, arguments: arguments? })
    }
}
