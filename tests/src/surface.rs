//! What the library can be asked, under its name in each language.

use crate::{Problem, read};
use serde::Deserialize;

/// The list of everything the library can be asked.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Surface {
    /// What the file holds.
    pub description: String,
    /// Every operation, in the order of the library.
    pub operations: Vec<Export>,
    /// Public functions that are no operation, by language.
    pub others: Others,
}

/// One operation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// Its name.
    pub operation: String,
    /// The Rust path.
    pub rust: String,
    /// The Python name.
    pub python: String,
    /// The JavaScript name.
    pub javascript: String,
    /// The fields of the request that are given by position; `["*"]` is the request as a whole.
    pub arguments: Vec<String>,
    /// The fields given by keyword in Python and in an object in JavaScript.
    #[serde(default)]
    pub options: Vec<String>,
}

/// Public functions that are no operation, by language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Others {
    /// Python names.
    pub python: Vec<String>,
    /// JavaScript names.
    pub javascript: Vec<String>,
}

impl Surface {
    /// Reads the list.
    ///
    /// # Errors
    /// When it is not of the format.
    pub fn load() -> Result<Self, Problem> {
        serde_json::from_str(&read("vectors/surface.json")?).map_err(|error| format!("surface.json: {error}"))
    }
}
