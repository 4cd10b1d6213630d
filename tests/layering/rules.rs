//! Which module may use which.

use super::{bare, paths};
use meedoen_tests::{Problem, SourceFile};
use std::collections::{BTreeMap, BTreeSet};

/// The floors from the ground up. A module of the ground may use the ground, any other only what lies below it.
const FLOORS: [&[&str]; 4] = [
    &[
        "chart",
        "column",
        "columns",
        "disclosure",
        "distribution",
        "document",
        "error",
        "label",
        "math",
        "maximum",
        "number",
        "ordered",
        "perspective",
        "random",
        "reason",
        "response",
        "score",
        "sources",
        "value",
        "vocabulary",
        "work",
    ],
    &[
        "agreement",
        "conformance",
        "decide",
        "estimate",
        "events",
        "measure",
        "multistate",
        "plan",
        "shares",
        "survival",
    ],
    &["behaviour", "cocreation", "ladder", "neighbourhood", "tegenprestatie"],
    &["case", "operation", "simulation"],
];

/// Macros are known at the root of the crate, whatever module defines them.
const MACROS: [(&str, &str); 2] = [("vocabulary", "vocabulary"), ("event_kinds", "events")];

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|modules| modules.contains(&module))
}

/// Every use of a module by one that may not know it, and every module that has no place.
pub(crate) fn violations(files: &[SourceFile]) -> Vec<Problem> {
    let root = files.iter().find(|file| file.name == "lib.rs").map(|file| bare(&file.text));
    let exported = exported(&root.unwrap_or_default());
    let mut problems = Vec::new();
    // What tests use is no part of the library.
    let is_test = |name: &str| name.contains("tests/") || name.ends_with("tests.rs");
    for file in files.iter().filter(|file| file.name != "lib.rs" && !is_test(&file.name)) {
        let module = module_path(&file.name);
        let own = module.first().map_or("", String::as_str);
        let Some(height) = floor(own) else {
            problems
                .push(format!("{}: `{own}` has no floor: give it one in tests/layering/rules.rs", file.name));
            continue;
        };
        let mut named = BTreeSet::new();
        for (depth, path) in paths(&bare(&file.text)) {
            let Some(used) = resolve(&module, depth, &path, &exported) else { continue };
            let allowed = match floor(&used) {
                _ if used == own => true,
                None => false,
                Some(other) => other < height || (other, height) == (0, 0),
            };
            if !allowed && named.insert(used.clone()) {
                problems.push(format!("{}: `{own}` may not use `{used}` ({})", file.name, path.join("::")));
            }
        }
    }
    problems
}

/// The module of a file: `ladder/rung.rs` is `ladder::rung`, `ladder/mod.rs` is `ladder`.
fn module_path(name: &str) -> Vec<String> {
    let name = name.trim_end_matches(".rs").trim_end_matches("/mod");
    name.split('/').map(str::to_owned).collect()
}

/// The module at the top of the crate that a path leads into; `None` where it stays within its own.
fn resolve(
    module: &[String],
    depth: usize,
    path: &[String],
    exported: &BTreeMap<String, String>,
) -> Option<String> {
    let mut here = if path.first().is_some_and(|first| first == "crate") {
        Vec::new()
    } else {
        // What an inline module adds is not in the path of the file.
        module.iter().cloned().chain(std::iter::repeat_n("inline".to_owned(), depth)).collect()
    };
    for part in path {
        match part.as_str() {
            "crate" | "self" => {}
            "super" => drop(here.pop()),
            _ => {
                here.push(part.clone());
                break;
            }
        }
    }
    let first = here.first()?;
    let of_macro =
        MACROS.iter().find(|(name, _)| name == first && path.len() == 2).map(|(_, module)| *module);
    Some(of_macro.map_or_else(|| exported.get(first).unwrap_or(first).clone(), str::to_owned))
}

/// What the root exports from its modules, by name: `pub use label::{Label, Language}` is two.
fn exported(root: &str) -> BTreeMap<String, String> {
    let mut exported = BTreeMap::new();
    for statement in root.split(';') {
        let Some((_, rest)) = statement.split_once("pub use ") else { continue };
        let Some((module, names)) = rest.split_once("::") else { continue };
        for name in names.split(['{', '}', ',']).map(str::trim).filter(|name| !name.is_empty()) {
            exported.insert(name.to_owned(), module.trim().to_owned());
        }
    }
    exported
}
