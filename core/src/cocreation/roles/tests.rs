use super::{GovernmentRole, government_roles, role_profile};
use crate::cocreation::Log;
use crate::document::{Document, parse};
use serde_json::json;

/// A log of what a town said and did, each as manner and role.
fn log(acts: &[(&str, Option<&str>)]) -> Log {
    let event = |(manner, role): &(&str, Option<&str>)| {
        json!({"date": "2019-01-01", "kind": "government-acted", "perspective": "policy",
            "by": "town", "manner": manner, "role": role, "step": "facilitating", "text": "-"})
    };
    let events: serde_json::Value = acts.iter().map(event).collect();
    let document = json!({
        "schema_version": 1, "id": "town", "title": {"nl": "t", "en": "t"}, "service": {"nl": "s", "en": "s"},
        "parties": [{"id": "town", "label": {"nl": "gemeente", "en": "town"}, "kind": "municipality"}],
        "events": events,
    });
    Log::from_value(&parse(&document.to_string()).unwrap()).unwrap()
}

fn profile(acts: &[(&str, Option<&str>)]) -> super::RoleProfile {
    role_profile(&log(acts), "2019-12-31".parse().unwrap())
}

#[test]
fn each_corner_of_the_quadrant_has_one_role() {
    let mut corners: Vec<_> = government_roles().iter().map(|role| (role.movement, role.emphasis)).collect();
    corners.sort_unstable();
    corners.dedup();
    assert_eq!(corners.len(), 4);
    assert_eq!(government_roles()[1].movement_label.en, "from government to society");
}

#[test]
fn word_and_deed_are_shares_of_their_own() {
    // Said: responsive 3 of 4, lawful 1. Done: lawful 1 of 2, performing 1.
    let acts = [
        ("said", Some("responsive")),
        ("said", Some("responsive")),
        ("said", Some("responsive")),
        ("said", Some("lawful")),
        ("done", Some("lawful")),
        ("done", Some("performing")),
        ("done", None),
    ];
    let found = profile(&acts);
    assert_eq!(found.apart, Some(0.75));
    assert_eq!(found.without_role, [7]);
    let order: Vec<_> = found.tensions.iter().map(|one| (one.role, one.difference)).collect();
    let expected = [
        (GovernmentRole::Responsive, 0.75),
        (GovernmentRole::Performing, -0.5),
        (GovernmentRole::Lawful, -0.25),
    ];
    assert_eq!(order, expected);
    assert_eq!(found.tensions[2].evidence, [4, 5]);
    assert!(found.tensions[0].text.en.contains("75% of what was said and 0% of what was done"));
    assert!(found.reasons.iter().any(|reason| reason.code == "said-outward-done-inward"));
}

#[test]
fn what_is_not_recorded_has_no_share() {
    let found = profile(&[("said", Some("responsive"))]);
    assert_eq!((found.apart, found.tensions.len()), (None, 0));
    assert_eq!((found.roles[3].said_share, found.roles[3].done_share), (Some(1.0), None));
    assert_eq!(profile(&[]).roles[0].said_share, None);
}

#[test]
fn nothing_recorded_stands_in_lines_of_its_own() {
    let chart = super::roles_chart(&profile(&[("said", Some("responsive"))]), crate::Language::En);
    let row = |says: &str| {
        let rows = chart.spec()["data"]["values"].as_array().unwrap();
        rows.iter().find(|row| row["says"] == says).unwrap()["label"].clone()
    };
    assert_eq!(row("responsive government: said: 1"), "said: 1");
    assert_eq!(
        row("lawful government: done: nothing recorded"),
        serde_json::json!(["done:", "nothing recorded"])
    );
}

#[test]
fn word_and_deed_in_the_same_place_are_no_tension() {
    let found = profile(&[("said", Some("lawful")), ("done", Some("lawful")), ("done", Some("lawful"))]);
    assert_eq!((found.apart, found.tensions.len()), (Some(0.0), 0));
    assert_eq!(found.reasons.len(), 1);
}
