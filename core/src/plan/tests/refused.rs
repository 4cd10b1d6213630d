//! What is refused, and where.

use super::made::{below, coefficient, drawn, model, not_alone, offer, pair, provenance};
use crate::plan::{Catalogue, Condition, RoleHours, plan};

fn places(error: &crate::Error) -> Vec<(&'static str, String)> {
    let place = |problem: &crate::error::Problem| problem.place().field().unwrap_or_default().to_owned();
    error.problems().iter().map(|problem| (problem.code(), place(problem))).collect()
}

#[test]
fn a_catalogue_that_contradicts_itself_is_refused_with_every_contradiction() {
    let mut offers =
        vec![offer("x", "r", "a", 1.0, -1.0), offer("y", "r", "b", 1.0, 1.0), offer("y", "r", "b", 1.0, 1.0)];
    offers[0].not_with = vec!["x".to_owned(), "y".to_owned(), "z".to_owned()];
    offers[0].not_alone = vec![not_alone(vec![], &["y"])];
    offers[1].when = vec![Condition { at_least: Some(60.0), ..below("a", 40.0) }];
    let error = Catalogue::new(offers, provenance()).unwrap_err();
    let found = places(&error);
    let expected = [
        ("below-zero", "interventions[1].hours"),
        ("contradictory", "interventions[1].not_with[1]"),
        ("undefined", "interventions[1].not_with[3]"),
        ("contradictory", "interventions[1].not_alone[1].with"),
        ("contradictory", "interventions[2].when[1]"),
        ("duplicate", "interventions[3].id"),
    ];
    assert_eq!(found, expected.map(|(code, place)| (code, place.to_owned())));
}

#[test]
fn a_task_is_refused_with_everything_that_is_wrong() {
    let mut task = drawn(1, 3, 5, 2);
    task.people[1].id = "p0".to_owned();
    task.people[2].levels[1] = Some(101.0);
    task.people[2].chance = Some(1.5);
    task.model = model(vec![coefficient("a:nothing", 1.0)]);
    task.hours = vec![RoleHours { role: "r0".to_owned(), hours: -1.0 }];
    task.fixed = vec![pair("p0", "o1"), pair("nobody", "o9")];
    task.forbidden = vec![pair("p0", "o1")];
    task.settings.at_most = 0;
    let found = places(&plan(&task).unwrap_err());
    let expected = [
        ("duplicate", "people[2].id"),
        ("outside-range", "people[3].levels.b"),
        ("outside-range", "people[3].chance"),
        ("undefined", "model.coefficients[1].term"),
        ("below-zero", "hours[1].hours"),
        ("undefined", "hours"),
        ("undefined", "fixed[2].person"),
        ("undefined", "fixed[2].intervention"),
        ("contradictory", "forbidden[1]"),
        ("not-positive", "at_most"),
    ];
    assert_eq!(found, expected.map(|(code, place)| (code, place.to_owned())));
}

#[test]
fn what_is_fixed_must_fit_the_hours() {
    let mut task = drawn(1, 3, 5, 1);
    task.hours[0].hours = 0.5;
    task.fixed = vec![pair("p0", "o1")];
    let error = plan(&task).unwrap_err();
    assert_eq!(places(&error), [("not-enough", "fixed".to_owned())]);
}

#[test]
fn covariances_that_cannot_be_are_refused_with_the_pair() {
    let mut one = model(vec![coefficient("a", 1.0), coefficient("b", 1.0)]);
    one.covariance = Some(vec![vec![1.0, 2.0], vec![2.0, 1.0]]);
    let error = one.clone().check().unwrap_err();
    assert_eq!(error.code(), "contradictory");
    assert!(error.to_string().contains("`b` and `a`"), "{error}");
    one.covariance = Some(vec![vec![1.0, 0.5]]);
    assert_eq!(one.clone().check().unwrap_err().code(), "wrong-length");
    one.covariance = Some(vec![vec![1.0, 1.0], vec![1.0, 1.0]]);
    assert_eq!(one.check().unwrap().root(), vec![vec![1.0], vec![1.0, 0.0]]);
}
