//! Tables over the Arrow `PyCapsule` interface: any library's table in, a table any library reads out.

use crate::{build, read};
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::{Array, RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_schema::SchemaRef;
use pyo3::exceptions::{PyKeyError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList};
use std::collections::HashMap;
use std::sync::Arc;

const CAPSULE: &std::ffi::CStr = c"arrow_array_stream";

/// The schema and the batches of any object with `__arrow_c_stream__`, without copying its cells.
pub(crate) fn batches(table: &Bound<'_, PyAny>) -> PyResult<(SchemaRef, Vec<RecordBatch>)> {
    if !table.hasattr("__arrow_c_stream__")? {
        return Err(PyTypeError::new_err("expected a table with `__arrow_c_stream__`"));
    }
    let capsule = table.call_method0("__arrow_c_stream__")?;
    let stream = capsule.cast::<PyCapsule>()?.pointer_checked(Some(CAPSULE))?.cast::<FFI_ArrowArrayStream>();
    #[expect(unsafe_code, reason = "an Arrow stream from another library is a pointer by definition")]
    // SAFETY: `pointer_checked` has seen that the capsule bears the name by which the Arrow interface
    // promises a pointer to an `ArrowArrayStream`, and the capsule lives until the end of this function.
    // `from_raw` takes the stream over and leaves a released one behind, as that interface asks.
    let reader = unsafe { RecordBatchStreamReader::from_raw(stream.as_ptr()) };
    let reader = reader.map_err(|error| PyValueError::new_err(error.to_string()))?;
    let schema = reader.schema();
    let batches =
        reader.collect::<Result<_, _>>().map_err(|error| PyValueError::new_err(error.to_string()))?;
    Ok((schema, batches))
}

/// A table held by this library; every library that reads Arrow streams reads it in place.
#[pyclass(frozen, module = "meedoen")]
pub(crate) struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

#[pymethods]
impl Table {
    /// The table of any object with `__arrow_c_stream__`.
    #[new]
    fn new(table: &Bound<'_, PyAny>) -> PyResult<Self> {
        let (schema, batches) = batches(table)?;
        Ok(Self { schema, batches })
    }

    /// A table of named columns; a buffer of numbers is read as a whole, never cell by cell.
    #[staticmethod]
    fn of_columns(columns: &Bound<'_, PyDict>) -> PyResult<Self> {
        let batch = build::batch(columns)?;
        Ok(Self { schema: batch.schema(), batches: vec![batch] })
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // The interface lets a producer that cannot convert answer with its own schema.
        drop(requested_schema);
        let batches = self.batches.clone().into_iter().map(Ok);
        let reader = RecordBatchIterator::new(batches, self.schema.clone());
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), CAPSULE)
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    fn __repr__(&self) -> String {
        format!("Table({} rows: {})", self.__len__(), self.columns().join(", "))
    }

    /// The names of the columns.
    #[getter]
    fn columns(&self) -> Vec<String> {
        self.schema.fields().iter().map(|field| field.name().clone()).collect()
    }

    /// What the numbers rest on, as a JSON document; `None` when nothing is said of it.
    #[getter]
    fn rests_on(&self) -> Option<String> {
        self.schema.metadata().get("meedoen").cloned()
    }

    /// One column as a list, with `None` where a value is missing.
    fn to_list<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyList>> {
        self.column(name)?.to_list(py)
    }

    /// One column as the name of a numpy type and the bytes of its values; a list where numpy has no
    /// such type.
    fn to_buffer<'py>(&self, py: Python<'py>, name: &str) -> PyResult<(&'static str, Bound<'py, PyAny>)> {
        let pieces: Vec<&dyn Array> =
            self.batches.iter().filter_map(|batch| Some(batch.column_by_name(name)?.as_ref())).collect();
        match read::floats(py, &pieces) {
            Some(bytes) => Ok(("f8", bytes?)),
            None => self.column(name)?.to_buffer(py),
        }
    }
}

impl Table {
    /// The table of these batches, of which there is at least one.
    pub(crate) fn of_batches(batches: Vec<RecordBatch>) -> Self {
        let schema = batches
            .first()
            .map_or_else(|| SchemaRef::new(arrow_schema::Schema::empty()), RecordBatch::schema);
        Self { schema, batches }
    }

    /// The same table with what its numbers rest on, as metadata: a JSON document under `meedoen`.
    pub(crate) fn resting_on(self, document: &serde_json::Value) -> Self {
        let metadata = HashMap::from([("meedoen".to_owned(), document.to_string())]);
        let schema: SchemaRef = Arc::new(self.schema.as_ref().clone().with_metadata(metadata));
        let with = |batch: RecordBatch| batch.with_schema(Arc::clone(&schema)).ok();
        Self { batches: self.batches.into_iter().filter_map(with).collect(), schema }
    }

    fn column(&self, name: &str) -> PyResult<read::Column> {
        let (index, field) =
            self.schema.column_with_name(name).ok_or_else(|| PyKeyError::new_err(name.to_owned()))?;
        read::column(field, self.batches.iter().map(|batch| batch.column(index).as_ref()))
    }
}
