//! Generators without data: probabilities and times spent against high precision.
//!
//! Some cases are in `tests/cases`; others lie in `shared/cases/multistate` beside the project, and are not compared where they are
//! absent.

use crate::multistate::{Generator, Move};
use serde_json::Value;
use std::path::PathBuf;

/// Every case beside the project whose name starts so.
pub(super) fn cases(prefix: &str) -> Vec<(PathBuf, Value)> {
    cases_in("../../shared/cases/multistate", prefix)
}

fn cases_in(folder: &str, prefix: &str) -> Vec<(PathBuf, Value)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut folders: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.sort();
    folders
        .into_iter()
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(prefix)))
        .filter_map(|path| {
            let text = std::fs::read_to_string(path.join("case.json")).ok()?;
            Some((path, serde_json::from_str(&text).ok()?))
        })
        .collect()
}

/// Whether a figure agrees within the tolerance of the case.
pub(super) fn agrees(figure: &Value, ours: f64) -> bool {
    let (value, tolerance) = (figure["value"].as_f64().unwrap(), figure["tolerance"].as_f64().unwrap());
    let scale = if figure["relative"].as_bool() == Some(true) { value.abs() } else { 1.0 };
    (ours - value).abs() <= tolerance * scale
}

/// The intensities of a case as a generator over states 1, 2, 3…
pub(super) fn generator(model: &Value) -> Generator {
    let size = model["states"].as_array().unwrap().len();
    let (mut moves, mut rates) = (Vec::new(), Vec::new());
    for (name, rate) in model["intensities"].as_object().unwrap() {
        let (from, to) = name.split_once('-').unwrap();
        let place = |code: &str| code.parse::<usize>().unwrap() - 1;
        moves.push(Move { from: place(from), to: place(to) });
        rates.push(rate.as_f64().unwrap());
    }
    Generator::over(size, &moves, &rates)
}

#[test]
fn probabilities_and_times_spent_agree_with_high_precision() {
    let own = cases_in("../tests/cases", "generator-");
    assert_eq!(own.len(), 3);
    for (path, case) in own.into_iter().chain(cases("given-")) {
        let generator = generator(&case["model"]);
        let mut compared = 0;
        for figure in case["expect"].as_array().unwrap() {
            let name = figure["figure"].as_str().unwrap();
            let parts: Vec<&str> = name.split(':').collect();
            let place = |code: &str| code.parse::<usize>().unwrap() - 1;
            let ours = match *parts.as_slice() {
                ["p", time, pair] => {
                    let (from, to) = pair.split_once('-').unwrap();
                    generator.probabilities(time.parse().unwrap()).at(place(from), place(to))
                }
                ["totlos", from, to, time] => {
                    generator.integral(time.parse().unwrap()).at(place(from), place(to))
                }
                ["sojourn", state] => 1.0 / generator.exit(place(state)),
                _ => continue,
            };
            assert!(agrees(figure, ours), "{}: {name}: {ours:e} against {}", path.display(), figure["value"]);
            compared += 1;
        }
        assert!(compared > 10, "{}: {compared} figures", path.display());
    }
}
