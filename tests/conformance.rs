//! Every vector against the library, in Rust.
//!
//! `conformance_test.py` and `conformance.test.mjs` do the same in Python and JavaScript.
#![forbid(unsafe_code)]

use meedoen_tests::{Problem, VectorFile, all_vector_files, answers};

#[test]
fn every_case_comes_to_what_it_wants() -> Result<(), Problem> {
    let mut problems = Vec::new();
    for file in all_vector_files()? {
        let vectors = VectorFile::load(&file)?;
        for (group, case, answer) in answers(&vectors)? {
            for difference in answer.differences(case)? {
                problems.push(format!("{file}: {}: {difference}", group.id(case)));
            }
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}
