//! What a model is estimated on: rows, or a summary of them.

use crate::document::{Document, Fields, Reader};
use crate::error::{Mistake, Place};
use crate::math::shown;
use crate::{Columns, Label};
use nalgebra::{DMatrix, DVector};

/// What a model is estimated on.
///
/// In a document: `{"columns": [{"name": "a", "values": [1, 2, null]}]}`, or a summary with `variables`, `n` and either `covariance` or
/// `correlations` with `sd`, and perhaps `mean`. Standard deviations and covariances have `n − 1` in them; without
/// `sd` the correlations count as covariances.
#[derive(Clone, Debug)]
pub enum Data<'a> {
    /// Rows, of which a model takes the complete ones.
    Rows(Columns<'a>),
    /// Means and covariances of rows that are elsewhere.
    Summary(Summary),
}

/// Means and covariances of rows that are elsewhere, such as a published table.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    pub(crate) variables: Vec<String>,
    pub(crate) covariance: DMatrix<f64>,
    pub(crate) mean: Option<DVector<f64>>,
    pub(crate) n: u32,
}

impl Document for Data<'static> {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        if reader.value().get("columns").is_some() {
            let columns = reader.fields(&["columns"])?.required("columns")?;
            return Columns::read(&columns).map(Self::Rows);
        }
        let fields =
            reader.fields(&["columns", "variables", "correlations", "covariance", "sd", "mean", "n"])?;
        let summary = Summary::read(&fields)?;
        Some(Self::Summary(summary))
    }
}

impl Summary {
    fn read(fields: &Fields<'_>) -> Option<Self> {
        let variables =
            fields.required("variables").and_then(|list| list.list_of(|name| name.text().map(str::to_owned)));
        let n = fields.required("n").and_then(|n| n.count());
        let variables = variables?;
        for (index, name) in variables.iter().enumerate() {
            if variables.iter().take(index).any(|other| other == name) {
                let mistake =
                    Mistake::Duplicate { what: Label::of("de variabele", "variable"), id: name.clone() };
                fields.reader().refuse_at(mistake, Place::default().at("variables").element(index + 1));
            }
        }
        let of_length = |reader: &Reader<'_>| {
            let values = reader.list_of(Reader::number)?;
            if values.len() != variables.len() {
                reader.refuse(Mistake::WrongLength { found: values.len(), expected: variables.len() });
                return None;
            }
            Some(values)
        };
        let mean = fields.maybe("mean", of_length);
        let sd = fields.maybe("sd", of_length);
        let from_correlations = fields.optional("covariance").is_none();
        let name = if from_correlations { "correlations" } else { "covariance" };
        let matrix = fields.required(name)?;
        let rows = matrix.list_of(of_length)?;
        if rows.len() != variables.len() {
            matrix.refuse(Mistake::WrongLength { found: rows.len(), expected: variables.len() });
            return None;
        }
        let k = variables.len();
        let mut covariance = DMatrix::from_row_iterator(k, k, rows.into_iter().flatten());
        check(&matrix, &covariance, &variables, from_correlations);
        let (mean, sd) = (mean?, sd?);
        if let Some(sd) = &sd {
            for (index, value) in sd.iter().enumerate().filter(|(_, value)| **value < 0.0) {
                let place = Place::default().at("sd").element(index + 1);
                fields.reader().refuse_at(
                    Mistake::OutsideRange { value: shown(*value), min: 0.0, max: f64::MAX },
                    place,
                );
            }
            let sd = DVector::from_column_slice(sd);
            covariance = DMatrix::from_fn(k, k, |i, j| sd[i] * covariance[(i, j)] * sd[j]);
        }
        Some(Self { variables, covariance, mean: mean.map(DVector::from_vec), n: n? })
    }
}

/// What holds of every table of correlations or covariances: one value for a pair, no correlation beyond 1.
fn check(reader: &Reader<'_>, matrix: &DMatrix<f64>, names: &[String], correlations: bool) {
    for (j, second) in names.iter().enumerate() {
        for (i, first) in names.iter().enumerate().take(j) {
            let place = reader.place().element(j + 1).element(i + 1);
            let (above, below) = (matrix[(i, j)], matrix[(j, i)]);
            if (above - below).abs() > 1e-8 * above.abs().max(below.abs()).max(1e-8) {
                let (first, second) = (first.clone(), second.clone());
                reader.refuse_at(Mistake::NotSymmetric { first, second }, place);
            } else if correlations && below.abs() > 1.0 {
                let mistake = Mistake::OutsideRange { value: shown(below), min: -1.0, max: 1.0 };
                reader.refuse_at(mistake, place);
            }
        }
        let own = matrix[(j, j)];
        let place = reader.place().element(j + 1).element(j + 1);
        if correlations && (own - 1.0).abs() > 1e-8 {
            reader.refuse_at(Mistake::OutsideRange { value: shown(own), min: 1.0, max: 1.0 }, place);
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Data<'_> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "EstimationData".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let columns = generator.subschema_for::<Columns<'_>>();
        let numbers = || schemars::json_schema!({"type": ["array", "null"], "items": {"type": "number"}});
        let matrix = || {
            schemars::json_schema!({
                "type": ["array", "null"],
                "items": {"type": "array", "items": {"type": "number"}}
            })
        };
        schemars::json_schema!({
            "description": "What a model is estimated on: the rows, or a summary of them.",
            "anyOf": [
                {
                    "title": "DataRows",
                    "description": "The rows, as columns by name.",
                    "type": "object",
                    "properties": {"columns": columns},
                    "required": ["columns"],
                    "additionalProperties": false
                },
                {
                    "title": "DataSummary",
                    "description": "Means and covariances of rows that are elsewhere, such as a published table.",
                    "type": "object",
                    "properties": {
                        "variables": {"type": "array", "items": {"type": "string"}},
                        "n": {"type": "integer", "minimum": 0},
                        "covariance": matrix(),
                        "correlations": matrix(),
                        "sd": numbers(),
                        "mean": numbers()
                    },
                    "required": ["variables", "n"],
                    "additionalProperties": false
                }
            ]
        })
    }
}
