//! How long it takes to plan for ten thousand people, and how good the plan is beside the bound.
//!
//! `cargo bench -p meedoen-benches --bench plan` prints time, rise, bound and gap; `benches/plan.py` sets smaller plans
//! beside those of a solver of integer programs.
#![expect(clippy::print_stdout, reason = "it prints what it measures")]

use meedoen::plan::{
    Catalogue, Condition, Effect, Factor, NotAlone, Offer, Person, RoleHours, Settings, Task, plan,
};
use meedoen::random::Seed;
use meedoen::response::{Coefficient, INTERCEPT, Link, Model};
use meedoen::{Error, Label, Provenance, ProvenanceKind, Reason, Source};
use std::time::Instant;

const FACTORS: [&str; 7] = ["a", "b", "c", "d", "e", "f", "g"];

fn provenance() -> Provenance {
    Provenance { kind: ProvenanceKind::Illustrative, note: Label::of("verzonnen", "made up") }
}

fn below(factor: &str, below: f64) -> Condition {
    Condition { factor: factor.to_owned(), at_least: None, below: Some(below) }
}

fn offer(index: u32, roles: u32) -> Offer {
    let mut stream = Seed::new(7).stream(index, 0);
    let factor =
        |number: u32| FACTORS.get(number as usize % FACTORS.len()).copied().unwrap_or_default().to_owned();
    let mut effect =
        |factor| Effect { factor, change: 3.0 + 15.0 * stream.uniform(), standard_error: Some(3.0) };
    let effects = vec![effect(factor(index)), effect(factor(index * 3 + 1))];
    let hours = 1.0 + (stream.uniform() * 20.0).floor() / 2.0;
    let reason = Reason::new("alone", Label::of("niet alleen", "not alone"), Vec::new(), Source::default());
    let lonely = NotAlone { when: vec![below("a", 60.0), below("b", 20.0)], with: Vec::new(), reason };
    Offer {
        id: format!("o{index}"),
        label: Label::new(format!("o{index}"), format!("o{index}")),
        role: format!("r{}", index % roles),
        effects,
        hours,
        when: if index % 4 == 0 { vec![below(&factor(index), 80.0)] } else { Vec::new() },
        not_with: if index % 5 == 4 { vec![format!("o{}", index - 1)] } else { Vec::new() },
        not_alone: if index == 2 { vec![lonely] } else { Vec::new() },
    }
}

fn task(people: u32, offers: u32, roles: u32, hours: f64) -> Result<Task, Error> {
    let person = |number: u32| {
        let mut stream = Seed::new(11).stream(number, 0);
        let mut level = || (stream.uniform() > 0.01).then(|| (100.0 * stream.uniform()).round());
        Person { id: format!("p{number}"), levels: FACTORS.iter().map(|_| level()).collect(), chance: None }
    };
    let values =
        [(INTERCEPT, -6.0), ("a", 0.01), ("b", 0.025), ("c", 0.005), ("d", 0.03), ("e", 0.012), ("f", 0.02)];
    let coefficient = |(term, value): (&str, f64)| Coefficient {
        term: term.to_owned(),
        value,
        standard_error: Some(0.002),
    };
    let catalogue = Catalogue::new((0..offers).map(|index| offer(index, roles)).collect(), provenance());
    Ok(Task {
        factors: FACTORS.iter().map(|id| Factor { id: (*id).to_owned(), low: 0.0, high: 100.0 }).collect(),
        people: (0..people).map(person).collect(),
        model: Model {
            link: Link::Logit,
            coefficients: values.into_iter().map(coefficient).collect(),
            covariance: None,
            provenance: provenance(),
        },
        catalogue: catalogue?,
        hours: (0..roles)
            .map(|role| RoleHours { role: format!("r{role}"), hours: hours * f64::from(people) })
            .collect(),
        fixed: Vec::new(),
        forbidden: Vec::new(),
        settings: Settings::default(),
    })
}

fn main() -> Result<(), Error> {
    for (people, offers, roles, hours) in [
        (100, 20, 3, 2.0),
        (1_000, 20, 3, 2.0),
        (10_000, 20, 3, 0.5),
        (10_000, 20, 3, 2.0),
        (10_000, 20, 3, 5.0),
    ] {
        let task = task(people, offers, roles, hours)?;
        let start = Instant::now();
        let found = plan(&task)?;
        let seconds = start.elapsed().as_secs_f64();
        let (rise, bound) = (found.rise, found.bound);
        println!(
            "{people} people x {offers} interventions x {roles} roles, {hours} hours a person and role: {seconds:.2} s, rise {rise:.4}, bound {bound:.4}, gap {:.5} %",
            100.0 * (bound - rise) / bound
        );
    }
    Ok(())
}
