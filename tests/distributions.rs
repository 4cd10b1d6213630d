//! Distribution functions against reference values, far tails included.
#![forbid(unsafe_code)]

use meedoen::distribution::{names, value};
use meedoen_tests::{Problem, read};
use serde_json::Value;
use std::collections::BTreeSet;

/// A figure such as `t.cdf:-40:1` as the function and its arguments.
fn figure(text: &str) -> Result<(String, Vec<f64>), Problem> {
    let mut parts = text.split(':');
    let name = parts.next().ok_or("a figure without a name")?.to_owned();
    let arguments = parts.map(|part| part.parse().map_err(|_| format!("{text}: `{part}`")));
    Ok((name, arguments.collect::<Result<_, _>>()?))
}

#[test]
fn every_function_meets_its_reference_values() -> Result<(), Problem> {
    let case: Value = serde_json::from_str(&read("distributions/case.json")?).map_err(|e| e.to_string())?;
    let expected = case["expect"].as_array().ok_or("a case without figures")?;
    let (mut seen, mut off) = (BTreeSet::new(), Vec::new());
    for one in expected {
        let text = one["figure"].as_str().ok_or("a figure is a text")?;
        let (name, arguments) = figure(text)?;
        let ours = value(&name, &arguments).map_err(|error| format!("{text}: {error}"))?;
        seen.insert(name);
        let reference = one["value"].as_f64().ok_or("a value is a number")?;
        let tolerance = one["tolerance"].as_f64().ok_or("a tolerance is a number")?;
        let scale = if one["relative"] == true { reference.abs() } else { 1.0 };
        let deviation = (ours - reference).abs() / scale;
        if deviation.is_nan() || deviation > tolerance {
            off.push(format!("{text}: {ours}, expected {reference}, off by {deviation:e}"));
        }
    }
    assert!(off.is_empty(), "{} of {}:\n{}", off.len(), expected.len(), off.join("\n"));
    let without: Vec<&str> = names().filter(|name| !seen.contains(*name)).collect();
    assert_eq!(without, ["beta.quantile"], "functions without reference values");
    Ok(())
}
