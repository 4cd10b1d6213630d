//! The Rust files of a folder.

use crate::{Problem, path};
use std::path::Path;

/// A file of Rust.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path from the folder, with `/` between the parts.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The Rust files of a folder, given by its path from `tests`, and of all folders in it, in order.
///
/// # Errors
/// When one cannot be read.
pub fn sources(folder: &str) -> Result<Vec<SourceFile>, Problem> {
    let mut files = Vec::new();
    collect(&path(folder), "", &mut files)?;
    files.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn collect(folder: &Path, within: &str, files: &mut Vec<SourceFile>) -> Result<(), Problem> {
    let refused = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(refused)? {
        let entry = entry.map_err(refused)?;
        let name = format!("{within}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else if entry.path().extension().is_some_and(|kind| kind == "rs") {
            files.push(SourceFile { text: std::fs::read_to_string(entry.path()).map_err(refused)?, name });
        }
    }
    Ok(())
}
