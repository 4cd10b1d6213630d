//! Panels of registrations: read once from a table, asked many times.

use crate::MeedoenError;
use crate::arrow::batches;
use crate::cells::Held;
use arrow_array::RecordBatch;
use meedoen::Error;
use meedoen::document::Document;
use meedoen::error::Problem;
use meedoen::multistate::{self, PanelColumns, PanelReading};
use pyo3::prelude::*;

/// A panel; it cannot be changed.
#[pyclass(frozen, module = "meedoen._meedoen")]
pub(crate) struct Panel(multistate::Panel);

#[pymethods]
impl Panel {
    /// The panel in a table; the document says which column is what.
    #[new]
    fn new(py: Python<'_>, table: &Bound<'_, PyAny>, reading: &str) -> PyResult<Self> {
        let (schema, mut rows) = batches(table)?;
        if rows.is_empty() {
            rows.push(RecordBatch::new_empty(schema));
        }
        py.detach(|| read(&rows, reading)).map(Self).map_err(|error| refused(&error))
    }

    /// The same panel with its rungs under their own codes.
    fn of_rungs(&self) -> PyResult<Self> {
        meedoen::ladder::over_time::read_panel(&self.0).map(Self).map_err(|error| refused(&error))
    }

    /// How many people there are.
    #[getter]
    fn people(&self) -> usize {
        self.0.people()
    }

    /// How many visits there are.
    #[getter]
    fn visits(&self) -> usize {
        self.0.visits()
    }

    /// Carries out one operation on the panel: its request and its answer are JSON documents.
    fn call(&self, py: Python<'_>, name: &str, request: &str) -> PyResult<String> {
        py.detach(|| meedoen::operation::call_on(&self.0, name, request)).map_err(|error| refused(&error))
    }
}

fn refused(error: &Error) -> PyErr {
    MeedoenError::new_err(error.to_json())
}

fn read(rows: &[RecordBatch], reading: &str) -> Result<multistate::Panel, Error> {
    let reading = PanelReading::from_json(reading)?;
    let mut problems: Vec<Problem> = Vec::new();
    let mut held: Vec<Vec<(String, Held)>> = Vec::new();
    for batch in rows {
        let mut columns = Vec::new();
        for name in reading.names() {
            let Some(array) = batch.column_by_name(name) else { continue };
            match Held::of(name, array) {
                Ok(column) => columns.push((name.to_owned(), column)),
                Err(error) if held.is_empty() => problems.extend(error.problems().to_vec()),
                // The same column in a later piece.
                Err(_) => {}
            }
        }
        held.push(columns);
    }
    if let Some(error) = Error::of(problems) {
        return Err(error);
    }
    let pieces: Vec<PanelColumns<'_>> = held
        .iter()
        .map(|columns| {
            reading.columns(|wanted| {
                columns.iter().find(|(name, _)| name == wanted).and_then(|(_, column)| column.cells())
            })
        })
        .collect::<Result<_, _>>()?;
    multistate::Panel::from_pieces(&pieces, &reading.options)
}
