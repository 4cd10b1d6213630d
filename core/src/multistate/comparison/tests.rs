//! Comparisons by hand, and which tests are not made.

use super::{At, Candidate, Side, contrast, ratios, select};
use crate::Label;
use crate::math;
use crate::multistate::answer::{Certainty, Method, Span};
use crate::multistate::population::Group;
use crate::multistate::simulate::{Draw, Schedule, Study, simulate};
use crate::multistate::tests::made::{model, with_effect};
use crate::multistate::{Effect, Fit, Model, Panel, Profile, TimeUnit, fit};
use crate::random::Seed;

static NORTH: Label = Label::of("noord", "north");
static SOUTH: Label = Label::of("zuid", "south");

fn x(value: f64) -> Profile {
    Profile { covariates: vec![("x".to_owned(), value)] }
}

fn at_profile<'a>(name: &'a Label, model: &'a Model, profile: &'a Profile) -> At<'a> {
    At { name, model, profile }
}

fn with_x() -> Model {
    let mut model = with_effect(model(2, &[((1, 2), 0.5)]), "x", &[0], 0.4);
    model.covariance = Some(vec![vec![0.010, -0.004], vec![-0.004, 0.020]]);
    model
}

fn at(model: &Model, value: f64) -> Vec<Group> {
    assert!(model.covariance.is_some());
    vec![Group::new(x(value), vec![3.0, 0.0])]
}

#[test]
fn one_model_counts_its_uncertainty_once() {
    let model = with_x();
    let (on, off) = (at(&model, 1.0), at(&model, 0.0));
    let side = |name, people| Side { name, model: &model, people };
    let found =
        contrast(side(&NORTH, &on), side(&SOUTH, &off), &[1], Span::to(2.0), &Certainty::default()).unwrap();
    let (fast, slow) = (0.5 * math::exp(0.4) * 2.0, 1.0);
    let (one, other) = (1.0 - math::exp(-fast), 1.0 - math::exp(-slow));
    assert!((found.difference.value.unwrap() - 100.0 * (one - other)).abs() < 1e-10);
    assert!((found.ratio.value.unwrap() - one / other).abs() < 1e-12);
    // The derivatives to log q and to the effect.
    let by = [fast * math::exp(-fast) - slow * math::exp(-slow), fast * math::exp(-fast)];
    let variance = 0.010 * by[0] * by[0] - 0.008 * by[0] * by[1] + 0.020 * by[1] * by[1];
    assert!((found.difference.standard_error.unwrap() - 100.0 * variance.sqrt()).abs() < 1e-10);
    assert!(found.text.nl.contains("meer dan bij “zuid”"), "{}", found.text.nl);
    assert!(found.text.en.contains("for “north” and"), "{}", found.text.en);
    let same =
        contrast(side(&NORTH, &on), side(&SOUTH, &on), &[1], Span::to(2.0), &Certainty::default()).unwrap();
    assert!(same.difference.standard_error.unwrap() < 1e-12 && same.text.nl.contains("kan ook nul zijn"));
}

#[test]
fn two_models_each_bring_their_own() {
    let (one, mut other) = (with_x(), with_x());
    other.parameters[0].value = math::ln(0.3);
    let (a, b) = (at(&one, 0.0), at(&other, 0.0));
    let sides =
        (Side { name: &NORTH, model: &one, people: &a }, Side { name: &SOUTH, model: &other, people: &b });
    let found = contrast(sides.0, sides.1, &[1], Span::to(1.0), &Certainty::default()).unwrap();
    let by = [0.5 * math::exp(-0.5), 0.3 * math::exp(-0.3)];
    let variance = 0.010 * (by[0] * by[0] + by[1] * by[1]);
    assert!((found.difference.standard_error.unwrap() - 100.0 * variance.sqrt()).abs() < 1e-10);
    let ratio = &ratios(
        at_profile(&NORTH, &one, &x(0.0)),
        at_profile(&SOUTH, &other, &x(0.0)),
        0.0,
        &Certainty::default(),
    )
    .unwrap()[0];
    assert!((ratio.ratio.value.unwrap() - 5.0 / 3.0).abs() < 1e-12);
    assert!((ratio.ratio.standard_error.unwrap() - 0.020_f64.sqrt()).abs() < 1e-12);
    let method = Method::Simulation { draws: 4_000, seed: Seed::new(3) };
    let drawn = contrast(sides.0, sides.1, &[1], Span::to(1.0), &Certainty { level: 0.95, method }).unwrap();
    let se = drawn.difference.standard_error.unwrap() / found.difference.standard_error.unwrap();
    assert!((se - 1.0).abs() < 0.06, "{se}");
}

#[test]
fn within_one_model_a_ratio_is_the_hazard_ratio() {
    let model = with_x();
    let ratio = &ratios(
        at_profile(&NORTH, &model, &x(3.0)),
        at_profile(&SOUTH, &model, &x(1.0)),
        0.0,
        &Certainty::default(),
    )
    .unwrap()[0];
    assert!((ratio.ratio.value.unwrap() - math::exp(0.8)).abs() < 1e-12);
    assert!((ratio.ratio.standard_error.unwrap() - 2.0 * 0.020_f64.sqrt()).abs() < 1e-12);
    assert_eq!((ratio.from.as_str(), ratio.to.as_str()), ("1", "2"));
    assert!(ratio.text.nl.contains("bij “noord” 2,23 keer zo snel als bij “zuid”"), "{}", ratio.text.nl);
}

#[test]
fn every_problem_of_both_sides_is_named() {
    let model = with_x();
    let (none, wrong) = (Vec::new(), vec![Group::new(x(0.0), vec![1.0])]);
    let first = Side { name: &NORTH, model: &model, people: &none };
    let second = Side { name: &SOUTH, model: &model, people: &wrong };
    let span = Span { begin: 1.0, end: 0.0 };
    let error = contrast(first, second, &[5], span, &Certainty::default()).unwrap_err();
    let codes: Vec<&str> = error.problems().iter().map(crate::error::Problem::code).collect();
    assert_eq!(codes, ["empty", "wrong-length", "undefined", "undefined", "outside-range"]);
}

fn drawn(people: u32) -> Panel {
    let mut study =
        Study::new(people, Schedule::Fixed(vec![0.0, 1.0, 2.0]), vec![0.5, 0.5, 0.0], TimeUnit::Year);
    study.covariates = vec![("x".to_owned(), Draw::Share(0.5))];
    let model = with_effect(model(3, &[((1, 2), 0.6), ((2, 1), 0.3), ((2, 3), 0.4)]), "x", &[0, 2], 0.6);
    simulate(&model, &study, Seed::new(21)).unwrap()
}

fn fitted(panel: &Panel, effects: &[&[usize]]) -> Fit {
    let mut specification = model(3, &[((1, 2), 0.6), ((2, 1), 0.3), ((2, 3), 0.4)]).specification;
    let effect = |moves: &&[usize]| Effect { covariate: "x".to_owned(), moves: moves.to_vec() };
    specification.effects = effects.iter().map(effect).collect();
    fit(panel, &specification).unwrap()
}

#[test]
fn a_test_is_made_only_of_nested_models_on_the_same_data() {
    let panel = drawn(600);
    let (without, shared) = (fitted(&panel, &[]), fitted(&panel, &[&[0, 2]]));
    let (apart, crossed) = (fitted(&panel, &[&[0], &[2]]), fitted(&panel, &[&[0, 1]]));
    let pick = |one: &Fit, other: &Fit| {
        select(&Candidate::new(NORTH.clone(), one), &Candidate::new(SOUTH.clone(), other))
    };
    let found = pick(&shared, &without);
    assert_eq!((&found.simple.name, found.nested, found.same_data), (&SOUTH, true, true));
    let statistic = without.minus2ll - shared.minus2ll;
    assert!((found.statistic.unwrap() - statistic).abs() < 1e-12);
    // A chi-square with one degree of freedom is a squared normal.
    let p = crate::distribution::normal::two_sided(statistic.sqrt());
    assert!((found.p.unwrap() - p).abs() < 1e-12 && p < 0.05, "{p}");
    assert!(found.text.nl.contains("spreken tegen"), "{}", found.text.nl);
    assert!((found.simple.aic - without.minus2ll - 6.0).abs() < 1e-9);
    let bic = without.minus2ll + 3.0 * math::ln(600.0);
    assert!((found.simple.bic - bic).abs() < 1e-9, "{} {bic}", found.simple.bic);
    assert!(pick(&shared, &apart).nested && pick(&shared, &apart).df.is_some());
    let crossed = pick(&crossed, &apart);
    assert!(!crossed.nested && crossed.p.is_none() && crossed.cautions[0].code == "not-nested");
    let other = pick(&without, &fitted(&drawn(500), &[&[0, 2]]));
    assert!(!other.same_data && other.p.is_none() && other.cautions[0].code == "other-data");
}
