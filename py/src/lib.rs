//! The Python module `meedoen._meedoen`: requests and answers as JSON text, tables as Arrow streams.

mod arrow;
mod build;
mod cells;
mod conformance;
mod duty;
mod estimate;
mod panel;
mod plan;
mod read;
mod tables;

use pyo3::prelude::{PyResult, Python, pyfunction, pymodule};

pyo3::import_exception!(meedoen.error, MeedoenError);

/// Carries out one operation: its request and its answer are JSON documents.
#[pyfunction]
fn call(py: Python<'_>, name: &str, request: &str) -> PyResult<String> {
    py.detach(|| meedoen::operation::call(name, request))
        .map_err(|error| MeedoenError::new_err(error.to_json()))
}

/// The names of all operations.
#[pyfunction]
fn operations() -> Vec<&'static str> {
    meedoen::operation::names().collect()
}

#[pymodule]
mod _meedoen {
    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "the name Python gives to a version")]
    const __version__: &str = env!("CARGO_PKG_VERSION");

    #[pymodule_export]
    use super::arrow::Table;
    #[pymodule_export]
    use super::conformance::check_traces;
    #[pymodule_export]
    use super::duty::duty_table;
    #[pymodule_export]
    use super::estimate::estimate_table;
    #[pymodule_export]
    use super::panel::Panel;
    #[pymodule_export]
    use super::plan::{
        determinant_chart_table, personal_potential_table, plan_table, potential_table, what_if_table,
    };
    #[pymodule_export]
    use super::tables::{assess_table, reliability_table, score_table, summarise_table};
    #[pymodule_export]
    use super::{call, operations};
}
