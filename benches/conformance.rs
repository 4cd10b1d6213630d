//! Ten thousand traces of twenty events beside a roadmap, nearly every one a variant of its own, with the deviations of each.
#![forbid(unsafe_code)]
#![expect(clippy::unwrap_used, reason = "a bench that cannot build its input has nothing to measure")]

use divan::counter::ItemsCount;
use meedoen::conformance::{Checker, Roadmap};
use meedoen::document::Document;
use meedoen::random::Seed;
use serde_json::Value;

const CASES: u32 = 10_000;
const EVENTS: usize = 20;

fn main() {
    divan::main();
}

/// The roadmap of the recorded reference: any order, a loop, a skip, ways back.
fn roadmap() -> Roadmap {
    let reference: Value =
        serde_json::from_str(include_str!("../tests/references/conformance.json")).unwrap();
    Roadmap::from_value(reference.get("roadmap").unwrap()).unwrap()
}

/// Runs of the road in which so large a share of the events is amiss.
fn log(roadmap: &Roadmap, amiss: f64) -> Vec<Vec<Option<u16>>> {
    let step = |name: &str| roadmap.step(name).unwrap();
    let explore = [["listen", "partners"], ["partners", "listen"]];
    let design: [&[&str]; 4] =
        [&["design"], &["design", "check"], &["check", "design", "design"], &["design", "design"]];
    let trace = |case: u32| {
        let mut draw = Seed::new(1).stream(case, 0);
        let mut run = vec!["theme"];
        let mut exploring = true;
        while run.len() < EVENTS + 10 {
            if exploring {
                run.extend(explore.get(draw.pick(&[1.0; 2]).unwrap()).unwrap());
                run.push("agree");
                exploring = false;
            } else {
                run.extend(*design.get(draw.pick(&[1.0; 4]).unwrap()).unwrap());
                run.extend(["produce", "evaluate"]);
                exploring = draw.uniform() < 0.5;
            }
        }
        let mut steps = Vec::new();
        for name in run {
            let wrong = draw.uniform();
            if wrong >= amiss / 2.0 {
                let other = draw.pick(&[1.0; 9]).unwrap();
                steps.push(Some(if wrong < amiss { u16::try_from(other).unwrap() } else { step(name) }));
            }
        }
        steps.truncate(EVENTS - 1);
        steps.push(Some(step("close")));
        steps
    };
    (0..CASES).map(trace).collect()
}

/// In which share of the events something is amiss: nowhere, here and there, everywhere.
#[divan::bench(args = [0.0, 0.1, 1.0])]
fn follow(bencher: divan::Bencher<'_, '_>, amiss: f64) {
    let roadmap = roadmap();
    let log = log(&roadmap, amiss);
    let events: usize = log.iter().map(Vec::len).sum();
    let (mut checker, mut deviations) = (Checker::new(&roadmap), Vec::new());
    bencher.counter(ItemsCount::new(events)).bench_local(move || {
        deviations.clear();
        log.iter().map(|steps| checker.follow(steps, &mut deviations).unwrap().cost).sum::<u32>()
    });
}
