//! Rewrites the schema of the documents and the types of the bindings; what changed shows in the diff.
#![forbid(unsafe_code)]

use meedoen_tests::{Problem, path, types};
use std::fs;

fn main() -> Result<(), Problem> {
    for (name, text) in types::generated()? {
        let file = path("..").join(name);
        if fs::read_to_string(&file).is_ok_and(|old| old == text) {
            continue;
        }
        let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
        folder.and_then(|()| fs::write(&file, text)).map_err(|error| format!("{name}: {error}"))?;
        println!("rewrote {name}");
    }
    Ok(())
}
