//! What a rise would do, worked by hand and beside differences.

use super::made::{coefficient, model, person};
use crate::math::exp;
use crate::plan::{Factor, what_if};
use crate::response::{Coefficient, INTERCEPT, Link, Model};

fn factors() -> Vec<Factor> {
    ["a", "b"].map(|id| Factor { id: id.to_owned(), low: 0.0, high: 100.0 }).into()
}

fn logit() -> Model {
    let mut model =
        model(vec![coefficient(INTERCEPT, -2.0), coefficient("a", 0.02), coefficient("a:b", 0.0003)]);
    model.covariance = Some(vec![vec![0.04, 1e-4, 0.0], vec![1e-4, 1e-5, -2e-8], vec![0.0, -2e-8, 1e-9]]);
    model
}

/// The mean change itself, for coefficients moved a little.
fn mean(values: [f64; 3], people: &[[f64; 2]], points: f64) -> f64 {
    let chance = |a: f64, b: f64| 1.0 / (1.0 + exp(-(values[0] + values[1] * a + values[2] * a * b)));
    let change = |[a, b]: &[f64; 2]| chance((a + points).min(100.0), *b) - chance(*a, *b);
    people.iter().map(change).sum::<f64>() / 3.0
}

#[test]
fn on_a_straight_line_the_rise_is_the_coefficient() {
    let term =
        |term: &str, value: f64| Coefficient { standard_error: Some(0.002), ..coefficient(term, value) };
    let model = Model { link: Link::Identity, ..model(vec![term(INTERCEPT, 0.1), term("a", 0.004)]) };
    let people = [person("p", &[10.0, f64::NAN]), person("q", &[50.0, 3.0]), person("r", &[f64::NAN, 1.0])];
    let rises = what_if(&factors(), &people, &model, 5.0).unwrap();
    assert!((rises[0].change - 0.02).abs() < 1e-15);
    assert!((rises[0].standard_error.unwrap() - 0.01).abs() < 1e-15);
    assert_eq!((rises[0].people, rises[0].short), (2, 0));
    // What the model does not have changes nothing.
    assert!(rises[1].change.abs() < 1e-15);
}

#[test]
fn the_delta_method_is_that_of_small_differences() {
    let rows = [[10.0, 40.0], [55.0, 70.0], [97.0, 20.0]];
    let people: Vec<_> = rows.iter().map(|row| person("p", row)).collect();
    let rise = &what_if(&factors(), &people, &logit(), 8.0).unwrap()[0];
    let values = [-2.0, 0.02, 0.0003];
    assert!((rise.change - mean(values, &rows, 8.0)).abs() < 1e-14);
    assert_eq!((rise.people, rise.short), (3, 1));
    let slope = |index: usize| {
        let step = [1e-6, 1e-7, 1e-9][index];
        let moved = |by: f64| {
            let mut values = values;
            values[index] += by;
            mean(values, &rows, 8.0)
        };
        (moved(step) - moved(-step)) / (2.0 * step)
    };
    let slopes: Vec<f64> = (0..3).map(slope).collect();
    let covariance = logit().covariance.unwrap();
    let mut variance = 0.0;
    for (i, row) in covariance.iter().enumerate() {
        for (j, cell) in row.iter().enumerate() {
            variance += slopes[i] * cell * slopes[j];
        }
    }
    let error = rise.standard_error.unwrap();
    assert!((error / variance.sqrt() - 1.0).abs() < 1e-6, "{error} {}", variance.sqrt());
}

#[test]
fn a_chance_of_ones_own_stands_apart_from_the_constant() {
    let model = model(vec![coefficient("a", 0.05)]);
    let mut one = person("p", &[50.0, 50.0]);
    assert_eq!(what_if(&factors(), std::slice::from_ref(&one), &model, 1.0).unwrap()[0].people, 0);
    one.chance = Some(0.5);
    let rise = &what_if(&factors(), &[one], &model, 1.0).unwrap()[0];
    assert!((rise.change - (1.0 / (1.0 + exp(-0.05)) - 0.5)).abs() < 1e-15);
    assert_eq!(rise.standard_error, None);
}
