//! Rewrites `vectors/recorded` with what the library answers now; what changed shows in the diff.
#![forbid(unsafe_code)]

use meedoen_tests::{Problem, path, read, record};

fn main() -> Result<(), Problem> {
    for recording in record()? {
        let name = format!("vectors/{}", recording.file);
        if read(&name).is_ok_and(|text| text == recording.text) {
            continue;
        }
        std::fs::write(path(&name), &recording.text).map_err(|error| format!("{name}: {error}"))?;
        println!("rewrote {name}");
    }
    Ok(())
}
