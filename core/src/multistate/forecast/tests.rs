//! Forecasts by hand, against simulation, and what they refuse.

use super::{Caseload, forecast};
use crate::math;
use crate::multistate::answer::{Certainty, Method};
use crate::multistate::population::Group;
use crate::multistate::tests::made::{model, with_effect};
use crate::multistate::{Clock, Model, Pieces, Profile};
use crate::random::Seed;

fn out_only() -> Model {
    let mut model = model(2, &[((1, 2), 0.5)]);
    model.covariance = Some(vec![vec![0.01]]);
    model
}

#[test]
fn people_leave_and_come_as_worked_by_hand() {
    let caseload = Caseload {
        now: vec![Group::new(Profile::default(), vec![100.0, 10.0])],
        entering: vec![Group::new(Profile::default(), vec![30.0, 0.0])],
        begin: 0.0,
    };
    let found = forecast(&out_only(), &caseload, &[0.0, 2.0], &Certainty::default()).unwrap();
    let stay = math::exp(-1.0);
    let first = &found.moments[1].states[0];
    // 100 e^-1 of those there are, and of those who come 30 (1 - e^-1) / 0.5.
    let (old, new) = (100.0 * stay, 60.0 * (1.0 - stay));
    assert!((first.value - old - new).abs() < 1e-10);
    assert!((first.chance - (100.0 * stay * (1.0 - stay) + new).sqrt()).abs() < 1e-10);
    // d/dlog q: -100 q t e^-qt + 30 (t e^-qt - (1 - e^-qt) / q), with q = 0.5 and t = 2.
    let by = -100.0 * stay + 30.0 * (2.0 * stay - (1.0 - stay) / 0.5);
    assert!((first.parameter_error.unwrap() - 0.1 * by.abs()).abs() < 1e-10);
    let interval = first.interval.as_ref().unwrap();
    assert!(interval.low.unwrap() < first.value && first.value < interval.high.unwrap());
    let total: f64 = found.moments[1].states.iter().map(|state| state.value).sum();
    assert!((total - 170.0).abs() < 1e-9);
    assert!((found.moments[0].states[0].value - 100.0).abs() < 1e-12);
    assert!(found.text.nl.contains("Na 2 jaar verwacht het model:"), "{}", found.text.nl);
}

#[test]
fn those_who_come_meet_the_pieces_of_the_calendar() {
    let mut model = with_effect(out_only(), "period2", &[0], math::ln(4.0));
    model.covariance = None;
    let group = |states: [f64; 2]| vec![Group::new(Profile::default(), states.to_vec())];
    let caseload = Caseload { now: Vec::new(), entering: group([1.0, 0.0]), begin: 10.0 };
    let mut at = |clock, cut| {
        model.specification.pieces = Some(Pieces { clock, cuts: vec![cut] });
        forecast(&model, &caseload, &[3.0], &Certainty::default()).unwrap().moments[0].states[0].value
    };
    // One comes per year; the rate of leaving is 0.5 until year 11 and then 2.
    let early = (1.0 - math::exp(-0.5)) / 0.5;
    let expected = early * math::exp(-4.0) + (1.0 - math::exp(-4.0)) / 2.0;
    assert!((at(Clock::Calendar, 11.0) - expected).abs() < 1e-12);
    // By the own clock of each the rate rises a year after coming, whatever the calendar says.
    let later = math::exp(-0.5) * (1.0 - math::exp(-4.0)) / 2.0;
    assert!((at(Clock::Duration, 1.0) - early - later).abs() < 1e-12);
    let now = Caseload { now: group([1.0, 0.0]), entering: Vec::new(), begin: 10.0 };
    let found = forecast(&model, &now, &[3.0], &Certainty::default()).unwrap();
    assert!((found.moments[0].states[0].value - math::exp(-4.5)).abs() < 1e-12);
    assert_eq!(found.cautions[0].code, "no-uncertainty");
}

#[test]
fn drawn_intervals_have_both_kinds_of_uncertainty() {
    let groups = vec![Group::new(Profile::default(), vec![400.0, 0.0])];
    let caseload = Caseload { now: groups, entering: Vec::new(), begin: 0.0 };
    let delta = forecast(&out_only(), &caseload, &[1.0], &Certainty::default()).unwrap();
    let method = Method::Simulation { draws: 4_000, seed: Seed::new(1) };
    let drawn = forecast(&out_only(), &caseload, &[1.0], &Certainty { level: 0.95, method }).unwrap();
    let ends = |forecast: &super::Forecast| {
        let interval = forecast.moments[0].states[0].interval.clone().unwrap();
        (interval.low.unwrap(), interval.high.unwrap())
    };
    let (a, b) = (ends(&delta), ends(&drawn));
    let width = a.1 - a.0;
    assert!((a.0 - b.0).abs() < 0.1 * width && (a.1 - b.1).abs() < 0.1 * width, "{a:?} {b:?}");
}

#[test]
fn every_problem_of_a_caseload_is_named() {
    let group = Group { profile: Profile::default(), states: vec![1.0, -2.0, 3.0], since: f64::NAN };
    let caseload = Caseload { now: vec![group], entering: Vec::new(), begin: 0.0 };
    let error = forecast(&out_only(), &caseload, &[-1.0], &Certainty::default()).unwrap_err();
    let fields: Vec<&str> = error.problems().iter().filter_map(|problem| problem.place().field()).collect();
    assert_eq!(fields, ["now[1].states", "now[1].states[2]", "now[1].since", "times[1]"]);
    let nobody = forecast(&out_only(), &Caseload::default(), &[1.0], &Certainty::default());
    assert_eq!(nobody.unwrap_err().code(), "empty");
}
