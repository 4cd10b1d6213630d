//! Every code of a finding of co-creation occurs in what a published vector wants.
#![forbid(unsafe_code)]

use meedoen::Vocabulary;
use meedoen::cocreation::FindingCode;
use meedoen_tests::{Problem, read};
use serde_json::Value;
use std::collections::BTreeSet;

const FILES: [&str; 5] = ["cocreation", "promises", "voice", "pilots", "policy"];

/// The codes that a wanted answer names: in a list of codes, or of a finding by itself.
fn codes(want: &Value, found: &mut BTreeSet<String>) {
    match want {
        Value::Object(fields) => {
            for (name, value) in fields {
                let named =
                    if name == "$codes" { value.as_array().map_or(&[][..], Vec::as_slice) } else { &[] };
                let own = if name == "code" { std::slice::from_ref(value) } else { &[] };
                found.extend(named.iter().chain(own).filter_map(|code| code.as_str().map(str::to_owned)));
                codes(value, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| codes(value, found)),
        _ => {}
    }
}

#[test]
fn every_code_of_a_finding_occurs() -> Result<(), Problem> {
    let mut found = BTreeSet::new();
    for file in FILES {
        let text = read(&format!("vectors/published/{file}.json"))?;
        let vectors: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        for group in vectors["groups"].as_array().ok_or("a file without groups")? {
            for case in group["cases"].as_array().ok_or("a group without cases")? {
                codes(&case["want"], &mut found);
            }
        }
    }
    let missing: Vec<&str> =
        FindingCode::ALL.iter().map(|code| code.code()).filter(|code| !found.contains(*code)).collect();
    if missing.is_empty() { Ok(()) } else { Err(format!("no published case wants {missing:?}")) }
}
