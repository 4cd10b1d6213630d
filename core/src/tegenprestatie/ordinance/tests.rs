//! Ordinances that contradict themselves, with the place of each problem.

use super::{Ordinance, ordinance, ordinances};
use crate::document::Document;

fn problems(provisions: &str) -> Vec<(String, &'static str)> {
    let text = format!(
        r#"{{"schema_version": 1, "id": "ours", "title": {{"nl": "Onze", "en": "Ours"}}, "municipality": "Ons dorp",
            "valid_from": "2020-01-01", "valid_until": "2020-12-31", "provisions": {provisions}}}"#
    );
    let Err(error) = Ordinance::from_json(&text) else { return Vec::new() };
    error.problems().iter().map(|one| (one.place().field().unwrap_or("").to_owned(), one.code())).collect()
}

fn one(place: &str, code: &'static str) -> Vec<(String, &'static str)> {
    vec![(place.to_owned(), code)]
}

#[test]
fn the_examples_are_sound_and_cite_where_they_come_from() {
    for id in ordinances() {
        let example = ordinance(id).unwrap();
        assert_eq!(example.id, id);
        assert!(!example.sources.is_empty() && !example.provisions.is_empty());
    }
}

#[test]
fn provisions_that_hold_at_once_and_differ_contradict_each_other() {
    let hours = |id: &str, norm: u8, from: &str| {
        format!(
            r#"{{"id": "{id}", "article": "3", "valid_from": "{from}", "says": {{"kind": "hours", "norm": {norm}}}}}"#
        )
    };
    let both = format!("[{}, {}]", hours("a", 20, "2020-01-01"), hours("b", 16, "2020-06-01"));
    assert_eq!(problems(&both), one("provisions[2]", "contradiction"));
    let same = format!("[{}, {}]", hours("a", 20, "2020-01-01"), hours("b", 20, "2020-06-01"));
    assert_eq!(problems(&same), one("provisions[2]", "overlap"));
}

#[test]
fn one_after_the_other_is_no_contradiction() {
    assert_eq!(
        problems(
            r#"[{"id": "a", "article": "3", "valid_until": "2020-05-31", "says": {"kind": "hours", "norm": 20}},
                {"id": "b", "article": "3", "valid_from": "2020-06-01", "says": {"kind": "hours", "norm": 16}}]"#
        ),
        Vec::new()
    );
}

#[test]
fn a_number_outside_its_own_bounds_is_named() {
    assert_eq!(
        problems(r#"[{"id": "a", "article": "3", "says": {"kind": "hours", "norm": 20, "most": 16}}]"#),
        one("provisions[1].says.norm", "contradiction")
    );
    assert_eq!(
        problems(r#"[{"id": "a", "article": "3", "says": {"kind": "hours", "least": 20, "most": 16}}]"#),
        one("provisions[1].says.least", "contradiction")
    );
    assert_eq!(
        problems(
            r#"[{"id": "a", "article": "9", "says": {"kind": "reduction", "category": "2", "percentage": 130, "months": -1}}]"#
        ),
        vec![
            ("provisions[1].says.percentage".to_owned(), "outside-range"),
            ("provisions[1].says.months".to_owned(), "outside-range")
        ]
    );
}

#[test]
fn days_outside_the_ordinance_and_days_the_wrong_way_round_are_named() {
    assert_eq!(
        problems(
            r#"[{"id": "a", "article": "3", "valid_from": "2019-01-01", "valid_until": "2021-01-01", "says": {"kind": "hours", "norm": 20}}]"#
        ),
        vec![
            ("provisions[1].valid_from".to_owned(), "outside-period"),
            ("provisions[1].valid_until".to_owned(), "outside-period")
        ]
    );
    assert_eq!(
        problems(
            r#"[{"id": "a", "article": "3", "valid_from": "2020-06-01", "valid_until": "2020-05-01", "says": {"kind": "hours", "norm": 20}}]"#
        ),
        one("provisions[1].valid_until", "backwards")
    );
}
