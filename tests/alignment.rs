//! Traces beside a roadmap against what pm4py says of them: `references/conformance.py` recorded it.
#![forbid(unsafe_code)]

use meedoen::conformance::{Checker, Roadmap};
use meedoen::document::Document;
use meedoen_tests::Problem;
use serde_json::Value;

#[test]
fn every_trace_is_as_far_from_the_road_as_pm4py_says() -> Result<(), Problem> {
    let text = include_str!("references/conformance.json");
    let reference: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let roadmap = Roadmap::from_value(&reference["roadmap"]).map_err(|error| error.to_string())?;
    let traces = reference["traces"].as_array().ok_or("a reference without traces")?;
    let (mut checker, mut fitting, mut off) = (Checker::new(&roadmap), 0, Vec::new());
    for (number, trace) in traces.iter().enumerate() {
        let steps = trace["steps"].as_array().ok_or("a trace without steps")?;
        let steps: Vec<Option<u16>> = steps.iter().map(|step| roadmap.step(step.as_str()?)).collect();
        let mut deviations = Vec::new();
        let found = checker.follow(&steps, &mut deviations).ok_or("a trace too long")?;
        let cost = trace["cost"].as_u64().ok_or("a cost is a count")?;
        let fitness = trace["fitness"].as_f64().ok_or("a fitness is a number")?;
        let same = u64::from(found.cost) == cost
            && u64::try_from(deviations.len()) == Ok(cost)
            && (found.cost == 0) == (trace["fits"] == true)
            && (found.fitness - fitness).abs() < 1e-12;
        fitting += usize::from(found.cost == 0);
        off.extend((!same).then(|| format!("trace {number}: {found:?}, pm4py {trace}")));
    }
    assert!(off.is_empty(), "{} of {}:\n{}", off.len(), traces.len(), off.join("\n"));
    assert!(fitting > 50 && traces.len() - fitting > 200, "both kinds are needed: {fitting} fit");
    Ok(())
}
