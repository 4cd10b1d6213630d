//! What is drawn has the probabilities of the model.

use super::{Draw, Schedule, Study, simulate, simulate_like, simulate_part};
use crate::math;
use crate::multistate::tests::made::{self, model, with_effect};
use crate::multistate::{
    Censored, Clock, Errors, Initial, Model, Panel, Parameter, Pieces, Quantity, Scheme, TimeUnit,
};
use crate::random::Seed;
use chrono::NaiveDate;

fn two_states() -> Model {
    model(2, &[((1, 2), 0.3), ((2, 1), 0.7)])
}

fn study(people: u32, times: &[f64]) -> Study {
    Study::new(people, Schedule::Fixed(times.to_vec()), vec![1.0, 0.0], TimeUnit::Year)
}

/// The states of each person in order.
fn people(panel: &Panel) -> Vec<Vec<(f64, u8)>> {
    let bounds = panel.first.windows(2);
    bounds
        .map(|pair| {
            (pair[0] as usize..pair[1] as usize).map(|at| (panel.time[at], panel.state[at])).collect()
        })
        .collect()
}

fn share(panel: &Panel, of: impl Fn(&[(f64, u8)]) -> bool) -> f64 {
    let people = people(panel);
    let count = |number: usize| f64::from(u32::try_from(number).unwrap());
    count(people.iter().filter(|person| of(person)).count()) / count(people.len())
}

fn near(found: f64, expected: f64, count: u32) {
    let sd = (expected * (1.0 - expected) / f64::from(count)).sqrt();
    assert!((found - expected).abs() < 4.0 * sd, "{found} {expected}");
}

#[test]
fn parts_make_the_whole() {
    let model = with_effect(two_states(), "programme", &[0], 0.5);
    let mut study = study(50, &[0.0]);
    study.schedule = Schedule::Irregular { until: 4.0, shortest: 0.2, longest: 1.5 };
    study.covariates = vec![("programme".to_owned(), Draw::Switch { share: 0.5, change: 0.3 })];
    study.dropout = 0.1;
    let seed = Seed::new(3);
    let whole = people(&simulate(&model, &study, seed).unwrap());
    assert_eq!(whole.len(), 50);
    let mut parts = people(&simulate_part(&model, &study, seed, 0..17).unwrap());
    parts.extend(people(&simulate_part(&model, &study, seed, 17..50).unwrap()));
    assert_eq!(whole, parts);
    assert_ne!(whole, people(&simulate(&model, &study, Seed::new(4)).unwrap()));
}

#[test]
fn states_have_the_probabilities_of_the_model() {
    let panel = simulate(&two_states(), &study(20_000, &[0.0, 0.5, 50.0]), Seed::new(1)).unwrap();
    // P12(t) = 0.3 (1 − exp(−t)) where the rates add up to 1.
    near(share(&panel, |person| person[1].1 == 1), 0.3 * (1.0 - math::exp(-0.5)), 20_000);
    near(share(&panel, |person| person[2].1 == 1), 0.3, 20_000);
}

#[test]
fn an_effect_holds_from_its_visit_to_the_next() {
    let model = with_effect(model(2, &[((1, 2), 0.4)]), "x", &[0], math::ln(3.0));
    let mut study = study(20_000, &[0.0, 1.0, 2.0]);
    study.covariates = vec![("x".to_owned(), Draw::Switch { share: 1.0, change: 1.0 })];
    let panel = simulate(&model, &study, Seed::new(2)).unwrap();
    near(share(&panel, |person| person[1].1 == 0), math::exp(-1.2), 20_000);
    near(share(&panel, |person| person.len() == 3 && person[2].1 == 0), math::exp(-1.6), 20_000);
}

#[test]
fn the_rate_changes_at_a_cut() {
    let mut model = with_effect(model(2, &[((1, 2), 0.4)]), "period2", &[0], math::ln(3.0));
    model.specification.pieces = Some(Pieces { clock: Clock::Calendar, cuts: vec![0.5] });
    let early = simulate(&model, &study(20_000, &[0.0, 1.0]), Seed::new(2)).unwrap();
    near(share(&early, |person| person[1].1 == 0), math::exp(-0.8), 20_000);
    let late = simulate(&model, &study(20_000, &[3.0, 4.0]), Seed::new(2)).unwrap();
    near(share(&late, |person| person[1].1 == 0), math::exp(-1.2), 20_000);
    model.specification.pieces = Some(Pieces { clock: Clock::Duration, cuts: vec![0.5] });
    let late = simulate(&model, &study(20_000, &[3.0, 4.0]), Seed::new(2)).unwrap();
    near(share(&late, |person| person[1].1 == 0), math::exp(-0.8), 20_000);
}

#[test]
fn an_exact_entry_is_seen_on_its_day() {
    let mut model = model(3, &[((1, 2), 1.0), ((2, 1), 1.0), ((2, 3), 0.5)]);
    model.specification.exact_entry = vec![2];
    let mut study = study(5_000, &[0.0, 2.0, 4.0]);
    study.start = vec![0.0, 1.0, 0.0];
    study.origin = NaiveDate::from_ymd_opt(2020, 1, 1);
    let panel = simulate(&model, &study, Seed::new(6)).unwrap();
    let entries: Vec<f64> = people(&panel)
        .iter()
        .filter_map(|person| person.last().filter(|last| last.1 == 2))
        .map(|row| row.0)
        .collect();
    assert!(entries.len() > 1_000);
    assert!(entries.iter().all(|day| day.fract() == 0.0));
    let on_a_visit = entries.iter().filter(|day| [731.0, 1461.0].contains(*day)).count();
    assert!(on_a_visit < 50, "{on_a_visit} of {}", entries.len());
    for person in people(&panel) {
        assert!(person.windows(2).all(|pair| pair[0].0 < pair[1].0), "{person:?}");
    }
}

#[test]
fn every_move_of_an_exact_panel_is_a_move_of_the_model() {
    let mut model = model(3, &[((1, 2), 9.0), ((2, 3), 9.0), ((3, 1), 9.0)]);
    model.specification.scheme = Scheme::Exact;
    let mut study = study(300, &[0.0, 5.0]);
    study.start = vec![1.0, 0.0, 0.0];
    for origin in [None, NaiveDate::from_ymd_opt(2020, 1, 1)] {
        study.origin = origin;
        let panel = simulate(&model, &study, Seed::new(6)).unwrap();
        let mut moves = 0;
        for person in people(&panel) {
            for pair in person.windows(2) {
                assert!(pair[0].0 < pair[1].0);
                assert!(pair[1].1 == pair[0].1 || pair[1].1 == (pair[0].1 + 1) % 3);
                moves += u32::from(pair[1].1 != pair[0].1);
            }
        }
        // 45 moves expected a person; on whole days a few fall together and wait for the next.
        assert!((300 * 44..300 * 46).contains(&moves), "{moves}");
    }
}

#[test]
fn registered_states_are_wrong_as_often_as_the_model_says() {
    let mut model = two_states();
    let errors = vec![(0, 1)];
    let initial = Initial::Given(vec![1.0, 0.0]);
    model.specification.errors =
        Some(Errors { allowed: errors, initial, effects: Vec::new(), certain: Some("sure".to_owned()) });
    let value = math::ln(0.25);
    model.parameters.push(Parameter { quantity: Quantity::Error(0), value, held: None });
    model.specification.censored = vec![Censored { code: "9".to_owned(), states: vec![0, 1] }];
    let mut study = study(20_000, &[0.0, 1e-9]);
    study.censored = vec![("9".to_owned(), 0.1)];
    let panel = simulate(&model, &study, Seed::new(8)).unwrap();
    assert_eq!(panel.codes, ["1", "2", "9"]);
    near(share(&panel, |person| person[0].1 == 2), 0.1, 20_000);
    near(share(&panel, |person| person[0].1 == 1), 0.9 * 0.2, 20_000);

    // The same people again: what was not certain may be wrong, what had the code for two states keeps it.
    let mut certain = panel.clone();
    certain.covariates = vec![("sure".to_owned(), vec![1.0; certain.time.len()])];
    let again = simulate_like(&model, &certain, Seed::new(9)).unwrap();
    assert_eq!((&again.time, &again.first), (&panel.time, &panel.first));
    assert!(share(&again, |person| person[0].1 == 1) == 0.0);
    near(share(&again, |person| person[0].1 == 2), share(&panel, |person| person[0].1 == 2), 20_000);
}

#[test]
fn people_drop_out_at_the_given_rate() {
    let mut study = study(20_000, &[0.0, 1.0, 2.0]);
    study.dropout = 0.4;
    let panel = simulate(&two_states(), &study, Seed::new(4)).unwrap();
    near(share(&panel, |person| person.len() == 3), math::exp(-0.8), 20_000);
    near(share(&panel, |person| person.len() == 1), 1.0 - math::exp(-0.4), 20_000);
}

#[test]
fn the_same_people_begin_where_they_were() {
    let mut study = study(500, &[0.0, 0.7, 3.0]);
    study.start = vec![0.5, 0.5];
    let panel = simulate(&two_states(), &study, Seed::new(4)).unwrap();
    let again = simulate_like(&two_states(), &panel, Seed::new(5)).unwrap();
    let first = |panel: &Panel| people(panel).iter().map(|person| person[0]).collect::<Vec<_>>();
    assert_eq!(first(&panel), first(&again));
    assert_eq!(panel.time, again.time);
    assert_ne!(panel.state, again.state);
}

#[test]
fn an_unknown_covariate_is_named_with_its_row() {
    let model = with_effect(two_states(), "x", &[0], 0.5);
    let mut panel = simulate(&two_states(), &study(2, &[0.0, 1.0]), Seed::new(4)).unwrap();
    assert_eq!(simulate_like(&model, &panel, Seed::new(1)).unwrap_err().code(), "missing-column");
    panel.covariates = vec![("x".to_owned(), vec![1.0, f64::NAN, f64::NAN, f64::NAN])];
    let error = simulate_like(&model, &panel, Seed::new(1)).unwrap_err();
    let rows: Vec<Option<usize>> = error.problems().iter().map(|problem| problem.place().row).collect();
    assert_eq!(rows, [Some(3)]);
}

#[test]
fn every_reason_against_a_study_is_named() {
    let model = with_effect(two_states(), "programme", &[0], 0.5);
    let mut study = study(0, &[0.0, -1.0]);
    study.start = vec![0.5, 0.6];
    study.dropout = f64::NAN;
    study.censored = vec![("9".to_owned(), 0.1)];
    let error = simulate(&model, &study, Seed::new(1)).unwrap_err();
    let fields: Vec<&str> =
        error.problems().iter().map(|problem| problem.place().field().unwrap_or_default()).collect();
    assert_eq!(fields, ["people", "start", "schedule[2]", "dropout", "covariates", "censored"]);
    let fastest = made::model(2, &[((1, 2), 1e300), ((2, 1), 1e300)]);
    let fast = simulate(&fastest, &self::study(1, &[0.0, 1.0]), Seed::new(1)).unwrap_err();
    assert_eq!(fast.code(), "outside-range");
}

#[test]
fn groups_by_name_come_along_as_the_covariates_of_the_model() {
    use crate::document::Document;
    let document = crate::multistate::PanelDocument::from_json(
        r#"{"person": "who", "time": "when", "state": "where", "covariates": ["district"], "codes": ["1", "2"],
            "columns": [
                {"name": "who", "values": ["a", "a", "b", "b"]}, {"name": "when", "values": [0, 9, 0, 9]},
                {"name": "where", "values": ["1", "1", "1", "1"]},
                {"name": "district", "values": ["north", "north", "south", "south"]}
            ]}"#,
    );
    // In the north next to nothing happens, in the south everyone moves at once.
    let model = with_effect(model(2, &[((1, 2), 1e-6)]), "district=south", &[0], 20.0);
    let drawn = simulate_like(&model, &document.unwrap().panel, Seed::new(3)).unwrap();
    assert_eq!(people(&drawn), [[(0.0, 0), (9.0, 0)], [(0.0, 0), (9.0, 1)]]);
    assert!(drawn.covariate("district=south").is_some());
}
