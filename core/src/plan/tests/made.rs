//! Tasks made up for the tests.

use crate::plan::*;
use crate::random::Seed;
use crate::response::*;
use crate::{Label, Provenance, ProvenanceKind, Reason, Source};

pub(super) fn provenance() -> Provenance {
    Provenance { kind: ProvenanceKind::Illustrative, note: Label::of("verzonnen", "made up") }
}

pub(super) fn coefficient(term: &str, value: f64) -> Coefficient {
    Coefficient { term: term.to_owned(), value, standard_error: None }
}

pub(super) fn model(coefficients: Vec<Coefficient>) -> Model {
    Model { link: Link::Logit, coefficients, covariance: None, provenance: provenance() }
}

pub(super) fn offer(id: &str, role: &str, factor: &str, change: f64, hours: f64) -> Offer {
    Offer {
        id: id.to_owned(),
        label: Label::new(id.to_owned(), id.to_owned()),
        role: role.to_owned(),
        effects: vec![Effect { factor: factor.to_owned(), change, standard_error: None }],
        hours,
        when: Vec::new(),
        not_with: Vec::new(),
        not_alone: Vec::new(),
    }
}

pub(super) fn below(factor: &str, below: f64) -> Condition {
    Condition { factor: factor.to_owned(), at_least: None, below: Some(below) }
}

pub(super) fn not_alone(when: Vec<Condition>, with: &[&str]) -> NotAlone {
    let reason =
        Reason::new("not-alone", Label::of("niet alleen", "not alone"), Vec::new(), Source::default());
    NotAlone { when, with: with.iter().map(|id| (*id).to_owned()).collect(), reason }
}

pub(super) fn pair(person: &str, intervention: &str) -> Pair {
    Pair { person: person.to_owned(), intervention: intervention.to_owned() }
}

pub(super) fn person(id: &str, levels: &[f64]) -> Person {
    let levels = levels.iter().map(|&level| (!level.is_nan()).then_some(level)).collect();
    Person { id: id.to_owned(), levels, chance: None }
}

/// A task with two factors, `a` and `b`, and one role with so many hours.
pub(super) fn small(offers: Vec<Offer>, people: Vec<Person>, hours: f64) -> Task {
    let factor = |id: &str| Factor { id: id.to_owned(), low: 0.0, high: 100.0 };
    Task {
        factors: vec![factor("a"), factor("b")],
        people,
        model: model(vec![coefficient(INTERCEPT, -2.0), coefficient("a", 0.02), coefficient("b", 0.03)]),
        catalogue: Catalogue::new(offers, provenance()).unwrap(),
        hours: vec![RoleHours { role: "r".to_owned(), hours }],
        fixed: Vec::new(),
        forbidden: Vec::new(),
        settings: Settings { draws: 0, ..Settings::default() },
    }
}

/// A task of chance: people, interventions, roles; hours enough for about half of what people could use.
pub(super) fn drawn(seed: u64, people: u32, offers: u32, roles: u32) -> Task {
    let mut stream = Seed::new(seed).stream(0, 0);
    let factors = ["a", "b", "c", "d", "e", "f", "g"];
    let mut catalogue: Vec<Offer> = (0..offers)
        .map(|index| {
            let factor = factors[index as usize % factors.len()];
            let hours = 1.0 + (stream.uniform() * 16.0).floor() / 2.0;
            let role = format!("r{}", index % roles);
            offer(&format!("o{index}"), &role, factor, 4.0 + 16.0 * stream.uniform(), hours)
        })
        .collect();
    if offers > 3 {
        catalogue[0].not_with = vec!["o3".to_owned()];
        catalogue[1].not_alone = vec![not_alone(vec![below("a", 60.0), below("b", 50.0)], &[])];
        catalogue[2].when = vec![below("c", 70.0)];
    }
    let draw = |number: u32| {
        let mut stream = Seed::new(seed).stream(number, 1);
        let levels: Vec<f64> = factors.iter().map(|_| (100.0 * stream.uniform()).round()).collect();
        person(&format!("p{number}"), &levels)
    };
    let values = [0.01, 0.025, 0.005, 0.03, 0.012, 0.02, 0.008];
    let terms = factors.iter().zip(values).map(|(factor, value)| coefficient(factor, value));
    let share = f64::from(people) * 2.0;
    Task {
        factors: factors.iter().map(|id| Factor { id: (*id).to_owned(), low: 0.0, high: 100.0 }).collect(),
        people: (0..people).map(draw).collect(),
        model: model(std::iter::once(coefficient(INTERCEPT, -6.0)).chain(terms).collect()),
        catalogue: Catalogue::new(catalogue, provenance()).unwrap(),
        hours: (0..roles)
            .map(|role| RoleHours {
                role: format!("r{role}"),
                hours: (share * (1.0 + f64::from(role) / 4.0)).round(),
            })
            .collect(),
        fixed: Vec::new(),
        forbidden: Vec::new(),
        settings: Settings { draws: 0, ..Settings::default() },
    }
}
