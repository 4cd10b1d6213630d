//! Score and information against differences, at random points, for every kind of observation.
#![expect(clippy::needless_range_loop, reason = "the place says which parameter is moved")]

use super::reading::{panel, space};
use crate::multistate::likelihood::{Depth, Design, Likelihood};
use crate::multistate::transitions::Transitions;
use crate::multistate::{Censored, Clock, Effect, Errors, Initial, Panel, Pieces, Scheme, Specification};
use crate::random::Seed;

const CYCLE: [(usize, usize); 5] = [(1, 2), (2, 1), (2, 3), (3, 1), (1, 4)];

/// People who wander over four states, the last of which is absorbing; now and then code 9.
fn wanderers(people: u32, codes: bool) -> Panel {
    let (mut ids, mut time, mut states) = (Vec::new(), Vec::new(), Vec::new());
    let (mut sex, mut age, mut sure) = (Vec::new(), Vec::new(), Vec::new());
    for person in 0..people {
        let mut draws = Seed::new(11).stream(person, 0);
        let (mut now, mut state) = (draws.uniform(), 1.0 + (3.0 * draws.uniform()).floor());
        let own = f64::from(u8::from(draws.uniform() < 0.4));
        for visit in 0..5 {
            let hidden = codes && draws.uniform() < 0.2;
            ids.push(f64::from(person));
            time.push(now);
            states.push(if hidden && state < 4.0 { 9.0 } else { state });
            sex.push(own);
            age.push((40.0 + 30.0 * draws.uniform()).round());
            sure.push(f64::from(u8::from(visit == 2 && draws.uniform() < 0.3)));
            if state > 3.0 {
                break;
            }
            now += 0.1 + (draws.uniform() * 20.0).floor() / 10.0;
            state = 1.0 + (4.0 * draws.uniform()).floor();
        }
    }
    let covariates = [("sex", sex), ("age", age), ("sure", sure)];
    panel(&ids, &time, &states, &covariates.map(|(name, values)| (name.to_owned(), values)))
}

fn effect(covariate: &str, moves: &[usize]) -> Effect {
    Effect { covariate: covariate.to_owned(), moves: moves.to_vec() }
}

fn with_effects() -> Specification {
    let mut specification = Specification::new(space(4, &CYCLE));
    specification.effects =
        vec![effect("sex", &[0, 2]), effect("sex", &[4]), effect("age", &[0, 1, 2, 3, 4])];
    specification
}

fn errors(initial: Initial) -> Errors {
    Errors {
        allowed: vec![(0, 1), (1, 0), (1, 2), (2, 1)],
        initial,
        effects: vec![effect("age", &[0, 1]), effect("sex", &[2])],
        certain: Some("sure".to_owned()),
    }
}

/// Every kind of observation, alone and together.
fn kinds() -> Vec<(&'static str, Panel, Specification)> {
    let plain = with_effects();
    let nines = || vec![Censored { code: "9".to_owned(), states: vec![0, 1, 2] }];
    let pieces = |clock, cuts: &[f64]| Some(Pieces { clock, cuts: cuts.to_vec() });
    let entries = Specification { exact_entry: vec![3], ..plain.clone() };
    let mut timed = Specification { pieces: pieces(Clock::Calendar, &[1.0, 2.5]), ..entries.clone() };
    timed.effects.extend([effect("period2", &[0, 1]), effect("period3", &[2])]);
    let exact = {
        let mut exact = plain.clone();
        exact.space = space(4, &[(1, 2), (2, 1), (2, 3), (3, 1), (1, 3), (3, 2), (1, 4), (2, 4), (3, 4)]);
        Specification { scheme: Scheme::Exact, ..exact }
    };
    let hidden = Specification { errors: Some(errors(Initial::Estimated)), ..plain.clone() };
    let given =
        Specification { errors: Some(errors(Initial::Given(vec![0.5, 0.3, 0.2, 0.0]))), ..timed.clone() };
    let exact_timed = Specification { pieces: pieces(Clock::Duration, &[0.7]), ..exact.clone() };
    let (full, gaps) = (|| wanderers(8, false), || wanderers(8, true));
    vec![
        ("plain", full(), plain.clone()),
        ("exact entries", full(), entries.clone()),
        ("censored", gaps(), Specification { censored: nines(), ..entries.clone() }),
        ("pieces", full(), timed.clone()),
        (
            "duration, censored",
            gaps(),
            Specification {
                censored: nines(),
                pieces: pieces(Clock::Duration, &[0.7, 1.4]),
                ..timed.clone()
            },
        ),
        ("exact", full(), exact.clone()),
        ("exact with pieces", full(), exact_timed.clone()),
        ("exact, censored", gaps(), Specification { censored: nines(), ..exact_timed }),
        ("errors", full(), hidden.clone()),
        ("errors, censored", gaps(), Specification { censored: nines(), ..hidden.clone() }),
        (
            "errors, pieces, exact entries, censored, given shares",
            gaps(),
            Specification { censored: nines(), ..given },
        ),
        ("errors, exact", full(), Specification { errors: hidden.errors, ..exact }),
    ]
}

#[test]
fn score_and_information_are_the_slopes_of_what_they_belong_to() {
    for (name, panel, specification) in kinds() {
        let transitions = Transitions::of(&panel, &specification).unwrap();
        let mut design = Design::of(&specification);
        transitions.adapt(&mut design, &specification);
        let likelihood = Likelihood::new(&transitions, &specification, design);
        let mut draws = Seed::new(3).stream(0, 0);
        let long = ["exact entries", "errors, censored"].contains(&name);
        for point in 0..=u8::from(long) {
            let at: Vec<f64> =
                (0..likelihood.design.parameters()).map(|_| 0.4 * draws.normal() - 0.5).collect();
            // The second point makes long stretches, that are doubled up to.
            let at: Vec<f64> = at
                .iter()
                .enumerate()
                .map(|(k, one)| if point == 1 && k < 5 { one + 4.0 } else { *one })
                .collect();
            let evaluation = likelihood.evaluate(&at, Depth::Observed);
            assert!(evaluation.value.is_finite(), "{name}");
            let score = likelihood.evaluate(&at, Depth::Score).score;
            let value = |at: &[f64]| likelihood.evaluate(at, Depth::Value).value;
            let moved = |k: usize, step: f64| {
                let mut moved = at.clone();
                moved[k] += step;
                moved
            };
            for k in 0..at.len() {
                let close = |found: f64, wanted: f64, digits: f64, what: &str| {
                    assert!(
                        (found - wanted).abs() < digits * (1.0 + wanted.abs()),
                        "{name}, point {point}, {what} {k}: {found} {wanted}"
                    );
                };
                // Differences of fourth order.
                let slope = |f: &dyn Fn(f64) -> f64, h: f64| {
                    (8.0 * (f(h) - f(-h)) - (f(2.0 * h) - f(-2.0 * h))) / (12.0 * h)
                };
                let rise = slope(&|step| value(&moved(k, step)), 1e-3);
                close(score[k], rise, 1e-6, "score");
                close(evaluation.score[k], score[k], 1e-9, "the two ways to a score");
                let scores = [-2e-3, -1e-3, 1e-3, 2e-3]
                    .map(|step| likelihood.evaluate(&moved(k, step), Depth::Score).score);
                for other in 0..at.len() {
                    let [a, b, c, d] = [0, 1, 2, 3].map(|at: usize| scores[at][other]);
                    close(
                        evaluation.observed[k][other],
                        -(8.0 * (c - b) - (d - a)) / 12e-3,
                        1e-5,
                        "information",
                    );
                }
            }
        }
    }
}
