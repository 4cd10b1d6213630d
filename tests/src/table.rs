//! Cases that take columns instead of a document.

use crate::Problem;
use meedoen::behaviour::{Thresholds, assess_columns};
use meedoen::document::Document;
use meedoen::measure::{Column, Instrument, Values};
use serde_json::{Value, json};

/// Runs what takes columns; only whether it is refused matters here, so the answer is empty.
pub(crate) fn run(operation: &str, request: &Value) -> Result<Result<String, meedoen::Error>, Problem> {
    let columns = columns(request)?;
    let columns: Vec<(&str, Column<'_>)> = columns
        .iter()
        .map(|(name, values)| (name.as_str(), Column { values: Values::F64(values), present: None }))
        .collect();
    Ok(match operation {
        "measure.score_columns" => {
            let instrument = Instrument::from_value(request.get("instrument").unwrap_or(&Value::Null));
            instrument
                .and_then(|instrument| instrument.score_columns(&columns, 0))
                .map(|_| json!({}).to_string())
        }
        "behaviour.assess_columns" => {
            assess_columns(&columns, &Thresholds::default(), 0).map(|_| json!({}).to_string())
        }
        other => return Err(format!("nothing takes columns under the name {other}")),
    })
}

/// The columns of a request: a list of numbers and `null`, or `{"$repeat": [number, rows]}`.
fn columns(request: &Value) -> Result<Vec<(String, Vec<f64>)>, Problem> {
    let Some(columns) = request.get("columns").and_then(Value::as_object) else {
        return Err("a case via table needs columns".to_owned());
    };
    let column = |(name, column): (&String, &Value)| {
        let values =
            match (column.as_array(), column.get("$repeat").and_then(Value::as_array).map(Vec::as_slice)) {
                (Some(values), _) => values.iter().map(number).collect(),
                (None, Some([value, rows])) => {
                    let rows = rows.as_u64().and_then(|rows| usize::try_from(rows).ok()).unwrap_or(0);
                    number(value).map(|value| vec![value; rows])
                }
                _ => None,
            };
        values.map(|values| (name.clone(), values)).ok_or_else(|| format!("column {name} holds no numbers"))
    };
    columns.iter().map(column).collect()
}

fn number(value: &Value) -> Option<f64> {
    if value.is_null() { Some(f64::NAN) } else { value.as_f64() }
}
