//! Every vector against the library, in Rust.
//!
//! `conformance_test.py` and `conformance.test.mjs` do the same in Python and JavaScript.
#![forbid(unsafe_code)]

mod conformance {
    mod names;
    mod words;
}

use meedoen::error::Mistake;
use meedoen_tests::{Problem, VectorFile, all_vector_files, answers, facts, read, record, vector_files};
use serde_json::Value;
use std::collections::BTreeSet;

/// All is well when there are no problems.
fn none(problems: &[Problem]) -> Result<(), Problem> {
    if problems.is_empty() { Ok(()) } else { Err(format!("\n{}", problems.join("\n"))) }
}

fn hand_worked() -> Result<Vec<String>, Problem> {
    let mut files = vector_files("published")?;
    files.push("errors.json".to_owned());
    Ok(files)
}

#[test]
fn every_case_worked_by_hand_comes_to_what_it_wants() -> Result<(), Problem> {
    let mut problems = Vec::new();
    for file in hand_worked()? {
        let vectors = VectorFile::load(&file)?;
        let answered = answers(&vectors)?;
        for (group, case, answer) in &answered {
            for difference in answer.differences(case)? {
                problems.push(format!("{file}: {}: {difference}", group.id(case)));
            }
        }
        let other = vectors.cases().filter(|(group, _)| !group.via.in_rust()).count();
        println!("{file}: {} cases, {other} not for Rust", answered.len());
        if answered.is_empty() || answered.len() + other != vectors.cases().count() {
            problems.push(format!("{file}: only {} cases were run", answered.len()));
        }
    }
    none(&problems)
}

#[test]
fn what_was_recorded_is_what_the_library_answers() -> Result<(), Problem> {
    let recordings = record()?;
    let differs = |file: &str, text: &str| !read(&format!("vectors/{file}")).is_ok_and(|found| found == text);
    let changed = recordings.iter().filter(|recording| differs(&recording.file, &recording.text));
    let changed: Vec<Problem> = changed
        .map(|recording| format!("{} differs: run `record` and read the difference", recording.file))
        .collect();
    none(&changed)
}

#[test]
fn every_error_code_has_a_case_with_its_exact_message() -> Result<(), Problem> {
    let vectors = VectorFile::load("errors.json")?;
    let mut caused = BTreeSet::new();
    for (_, case) in vectors.cases() {
        let error = case.error.as_ref().unwrap_or(&Value::Null);
        let listed = error.get("problems").map(|problems| problems.get("$contains").unwrap_or(problems));
        let problems = listed.and_then(Value::as_array).into_iter().flatten();
        for problem in std::iter::once(error).chain(problems) {
            let in_both = ["nl", "en"]
                .iter()
                .all(|language| problem.pointer(&format!("/message/{language}")).is_some());
            caused.extend(problem.get("code").and_then(Value::as_str).filter(|_| in_both));
        }
    }
    let known: BTreeSet<&str> = Mistake::CODES.iter().copied().collect();
    let missing = known.difference(&caused).map(|code| format!("errors.json has no case for `{code}`"));
    let unknown = caused.difference(&known).map(|code| format!("there is no code `{code}`"));
    none(&missing.chain(unknown).collect::<Vec<_>>())
}

#[test]
fn every_operation_has_a_vector_and_every_vector_an_operation() -> Result<(), Problem> {
    let mut used = BTreeSet::new();
    for file in all_vector_files()? {
        let groups = VectorFile::load(&file)?.groups;
        used.extend(groups.into_iter().filter(|group| group.via.is_document()).map(|group| group.operation));
    }
    used.remove("no.such");
    let known: BTreeSet<String> = meedoen::operation::names().map(str::to_owned).collect();
    let missing = known.difference(&used).map(|name| format!("no vector for {name}"));
    let unknown = used.difference(&known).map(|name| format!("no operation {name}"));
    none(&missing.chain(unknown).collect::<Vec<_>>())
}

#[test]
fn every_fact_in_a_vector_exists() -> Result<(), Problem> {
    let mut problems = Vec::new();
    let mut cited = BTreeSet::new();
    for file in all_vector_files()? {
        // What errors.json asks for need not exist, what it rests on must.
        let text = if file == "errors.json" {
            VectorFile::load(&file)?
                .groups
                .iter()
                .flat_map(|group| group.source.clone())
                .collect::<Vec<_>>()
                .join(" ")
        } else {
            read(&format!("vectors/{file}"))?
        };
        for id in facts(&text) {
            if meedoen::sources::fact(&id).is_err() {
                problems.push(format!("{file}: there is no fact {id}"));
            }
            cited.insert(id);
        }
    }
    assert!(cited.len() > 100, "only {} facts were found", cited.len());
    none(&problems)
}
