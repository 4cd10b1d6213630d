//! How often intervals hold the truth, over panels drawn from a known model.

use super::made::{model, with_effect};
use crate::math;
use crate::multistate::answer::{Certainty, Question, Span, answers};
use crate::multistate::simulate::{Draw, Schedule, Study, simulate};
use crate::multistate::{Profile, TimeUnit, fit};
use crate::random::Seed;

/// Run it with `cargo test --release -p meedoen --lib coverage -- --ignored`.
#[test]
#[ignore = "a thousand fits take minutes without optimisation"]
fn intervals_hold_the_truth_in_93_to_97_of_100_panels() {
    let rates = [((1, 2), 0.8), ((2, 1), 0.5), ((2, 3), 0.6), ((3, 2), 0.3)];
    let truth = with_effect(model(3, &rates), "x", &[0, 2], 0.5);
    let schedule = Schedule::Irregular { until: 3.0, shortest: 0.3, longest: 1.2 };
    let mut study = Study::new(250, schedule, vec![0.5, 0.3, 0.2], TimeUnit::Year);
    study.covariates = vec![("x".to_owned(), Draw::Share(0.5))];
    let at = Profile { covariates: vec![("x".to_owned(), 1.0)] };
    let questions = [
        Question::HazardRatio { covariate: "x".to_owned(), from: 0, to: 1 },
        Question::Intensity { from: 2, to: 1, at: 0.0 },
        Question::Probability { from: 0, to: vec![2], span: Span::to(2.0) },
        Question::Sojourn { state: 1, at: 0.0 },
        Question::FirstPassage { from: 0, to: vec![2], begin: 0.0 },
        Question::Stay { from: 0, states: vec![2], span: Span::to(2.0) },
        Question::Visits { from: 0, to: 1, span: Span::to(2.0) },
    ];
    let certainty = Certainty::default();
    let true_values: Vec<f64> =
        answers(&truth, &questions, &at, &certainty).unwrap().iter().map(|one| one.value.unwrap()).collect();
    assert!((true_values[0] - math::exp(0.5)).abs() < 1e-12);
    let replications = 1_000;
    let mut held = vec![0_u32; questions.len()];
    for number in 0..replications {
        let panel = simulate(&truth, &study, Seed::new(77).branch(number)).unwrap();
        let fitted = fit(&panel, &truth.specification).unwrap().model;
        let found = answers(&fitted, &questions, &at, &certainty).unwrap();
        for ((count, answer), value) in held.iter_mut().zip(found).zip(&true_values) {
            let interval = answer.interval.unwrap();
            *count += u32::from(interval.low.unwrap() <= *value && *value <= interval.high.unwrap());
        }
    }
    assert!(held.iter().all(|count| (930..=970).contains(count)), "{held:?}");
}
