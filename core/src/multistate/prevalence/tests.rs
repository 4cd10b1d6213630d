//! Numbers that can be worked by hand.

use super::prevalence;
use crate::math;
use crate::multistate::answer::Certainty;
use crate::multistate::simulate::{Schedule, Study, simulate};
use crate::multistate::tests::made::model;
use crate::multistate::{Clock, Errors, Initial, Model, Parameter, Quantity, TimeUnit};
use crate::random::Seed;

fn doubtful() -> Model {
    let mut model = model(2, &[((1, 2), 0.5), ((2, 1), 0.3)]);
    let allowed = vec![(0, 1)];
    model.specification.errors =
        Some(Errors { allowed, initial: Initial::Given(vec![0.6, 0.4]), effects: Vec::new(), certain: None });
    let value = math::ln(0.25 / 0.75);
    model.parameters.push(Parameter { quantity: Quantity::Error(0), value, held: None });
    model
}

#[test]
fn with_errors_registered_states_are_set_beside_registered_states() {
    let model = doubtful();
    let study = Study::new(4_000, Schedule::Fixed(vec![0.0, 2.0, 6.0]), vec![0.6, 0.4], TimeUnit::Year);
    let panel = simulate(&model, &study, Seed::new(3)).unwrap();
    let found =
        prevalence(&model, &panel, &[0.0, 2.0, 6.0], Clock::Duration, None, &Certainty::default()).unwrap();
    // Of those registered in 1 all are there; of those registered in 2, 0.15 / 0.55 are truly in 1.
    let first = &found.times[0];
    let truly = first.states[0].observed + first.states[1].observed * 0.15 / 0.55;
    assert!((first.states[0].expected - 0.75 * truly).abs() < 1e-9);
    for time in &found.times {
        for state in &time.states {
            let off = (state.observed - state.expected).abs() / time.in_view;
            assert!(off < 0.03, "{} {state:?}", time.time);
        }
    }
    assert!(found.cautions.iter().any(|caution| caution.code == "registered-states"));
    assert!(found.text.nl.contains("geregistreerde toestanden"));
    // On the calendar everyone is seen at the first time as well.
    assert!(!found.cautions.iter().any(|caution| caution.code == "few-at-start"));
}
