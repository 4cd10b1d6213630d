//! What the conformance tests share: vectors, how they are run, and what is recorded of the answers.
//!
//! The tests lie beside this folder, one file each; `README.md` gives the format of a vector.
#![forbid(unsafe_code)]

mod cited;
mod digest;
mod layout;
mod matching;
mod record;
mod run;
mod sources;
mod surface;
mod table;
pub mod types;
mod vector;

pub use cited::facts;
pub use digest::digest;
pub use matching::differences;
pub use record::{Recording, record};
pub use run::{Answered, answer, answers};
pub use sources::{SourceFile, sources};
pub use surface::{Export, Surface};
pub use vector::{Case, Group, VectorFile};

use std::path::{Path, PathBuf};

/// What went wrong, in words.
pub type Problem = String;

/// A file of this crate, by its path from `tests`.
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The text of a file of this crate.
///
/// # Errors
/// When it cannot be read.
pub fn read(name: &str) -> Result<String, Problem> {
    std::fs::read_to_string(path(name)).map_err(|error| format!("{name}: {error}"))
}

/// The vector files of a folder, by their paths from `tests/vectors`, in order.
///
/// # Errors
/// When the folder cannot be read.
pub fn vector_files(folder: &str) -> Result<Vec<String>, Problem> {
    let entries =
        std::fs::read_dir(path("vectors").join(folder)).map_err(|error| format!("{folder}: {error}"))?;
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| error.to_string())?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().extension().is_some_and(|kind| kind == "json") && name != DIGESTS {
            names.push(format!("{folder}/{name}"));
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// The file with the digest of every answer.
pub const DIGESTS: &str = "digests.json";

/// Every vector file, in order: worked by hand, errors, recorded.
///
/// # Errors
/// When a folder cannot be read.
pub fn all_vector_files() -> Result<Vec<String>, Problem> {
    let mut files = vector_files("published")?;
    files.push("errors.json".to_owned());
    files.extend(vector_files("recorded")?);
    Ok(files)
}
