//! What a plan does with rules, with what is not known, and with what professionals decide.

use super::made::{below, drawn, not_alone, offer, pair, person, small};
use crate::plan::{Nothing, Outcome, Settings, Task, plan};

fn gets(task: &Task, found: &Outcome, person: usize) -> Vec<String> {
    let offers =
        found.people[person].gets.iter().map(|given| task.catalogue.offers()[given.offer].id.clone());
    offers.collect()
}

/// `1 / (1 + exp(2 − 0.02·50 − 0.03·50))` is the chance at two levels of 50; ten more of `b` adds 0.3 to the sum.
#[test]
fn the_gain_is_what_the_model_says() {
    let task = small(vec![offer("x", "r", "b", 10.0, 2.0)], vec![person("p", &[50.0, 50.0])], 2.0);
    let found = plan(&task).unwrap();
    let chance = |sum: f64| 1.0 / (1.0 + crate::math::exp(-sum));
    assert!((found.before - chance(0.5)).abs() < 1e-15);
    assert!((found.rise - (chance(0.8) - chance(0.5))).abs() < 1e-15);
    assert!((found.roles[0].0 - 2.0).abs() < 1e-15);
}

#[test]
fn no_level_rises_beyond_its_scale() {
    let task = small(vec![offer("x", "r", "b", 10.0, 2.0)], vec![person("p", &[50.0, 96.0])], 2.0);
    let found = plan(&task).unwrap();
    let chance = |sum: f64| 1.0 / (1.0 + crate::math::exp(-sum));
    assert!((found.rise - (chance(2.0) - chance(1.88))).abs() < 1e-15);
}

#[test]
fn an_intervention_is_not_left_alone_where_a_rule_says_so_or_may_say_so() {
    let rule = |mut one: crate::plan::Offer| {
        one.not_alone = vec![not_alone(vec![below("a", 20.0)], &[])];
        one
    };
    // Hours for one of the two only.
    let offers = vec![rule(offer("x", "r", "b", 10.0, 2.0)), offer("y", "r", "a", 1.0, 2.0)];
    let people = |level: f64| vec![person("p", &[level, 50.0])];
    let of = |level, hours| {
        let mut task = small(offers.clone(), people(level), hours);
        task.people[0].chance = Some(0.4);
        let found = plan(&task).unwrap();
        (gets(&task, &found, 0), found.people[0].company.clone())
    };
    assert_eq!(of(50.0, 2.0), (vec!["x".to_owned()], vec![]));
    assert_eq!(of(10.0, 2.0), (vec!["y".to_owned()], vec![]));
    assert_eq!(of(10.0, 4.0), (vec!["x".to_owned(), "y".to_owned()], vec![(0, 0, true)]));
    // Not known: not alone, and `y` itself cannot be counted, so nothing is expected of it.
    assert_eq!(of(f64::NAN, 2.0), (vec![], vec![(0, 0, false)]));
}

#[test]
fn what_must_not_be_combined_is_not() {
    let mut offers = vec![offer("x", "r", "b", 10.0, 1.0), offer("y", "r", "a", 10.0, 1.0)];
    offers[1].not_with = vec!["x".to_owned()];
    let task = small(offers, vec![person("p", &[50.0, 50.0])], 10.0);
    assert_eq!(gets(&task, &plan(&task).unwrap(), 0), ["x"]);
}

#[test]
fn what_is_unknown_is_named_and_not_guessed() {
    let mut offers = vec![offer("x", "r", "b", 10.0, 1.0), offer("y", "r", "a", 10.0, 1.0)];
    offers[1].when = vec![below("b", 60.0)];
    let people = vec![person("p", &[50.0, f64::NAN]), person("q", &[50.0, 50.0])];
    let mut task = small(offers, people, 1.0);
    let found = plan(&task).unwrap();
    assert_eq!(found.people[0].nothing, Some(Nothing::Unknown));
    assert_eq!((found.people[0].unknown.clone(), found.people[0].before), (vec![1], None));
    assert_eq!(found.people[0].unsure, [1]);
    // With a chance of one's own the person takes part; what works on the unknown level is not counted.
    task.people[0].chance = Some(0.5);
    task.forbidden = vec![pair("q", "x")];
    let found = plan(&task).unwrap();
    assert_eq!(found.people[0].nothing, Some(Nothing::NoGain));
    assert_eq!(gets(&task, &found, 1), ["y"]);
}

#[test]
fn reasons_for_nothing_tell_hours_from_rules() {
    let mut offers = vec![offer("x", "r", "b", 10.0, 1.0)];
    offers[0].when = vec![below("b", 60.0)];
    let people = vec![person("p", &[50.0, 50.0]), person("q", &[95.0, 50.0]), person("r", &[50.0, 70.0])];
    let task = small(offers, people, 1.0);
    let found = plan(&task).unwrap();
    assert_eq!(found.people[2].nothing, Some(Nothing::NotAllowed));
    let unserved = usize::from(!found.people[0].gets.is_empty());
    assert!(matches!(&found.people[unserved].nothing, Some(Nothing::Hours { best, .. }) if *best == [0]));
}

#[test]
fn what_a_professional_fixes_is_kept_whatever_it_costs() {
    let mut task = drawn(5, 30, 6, 2);
    let free = plan(&task).unwrap();
    let without: Vec<usize> = (0..30).filter(|&one| free.people[one].gets.is_empty()).collect();
    task.fixed = vec![pair(&format!("p{}", without[0]), "o1")];
    let with = (0..30).find(|&one| !free.people[one].gets.is_empty()).unwrap();
    let lost = task.catalogue.offers()[free.people[with].gets[0].offer].id.clone();
    task.forbidden = vec![pair(&format!("p{with}"), &lost)];
    let changed = plan(&task).unwrap();
    assert!(gets(&task, &changed, without[0]).contains(&"o1".to_owned()));
    assert!(!gets(&task, &changed, with).contains(&lost));
    let cost = changed.cost.unwrap();
    assert!(cost > 0.0 && (free.rise - changed.rise - cost).abs() < 1e-12, "{cost}");
    assert!(changed.people[without[0]].cost.unwrap() > 0.0);
}

#[test]
fn what_is_fixed_is_kept_even_against_the_catalogue() {
    let mut offers = vec![offer("x", "r", "b", 10.0, 1.0), offer("y", "r", "a", 10.0, 1.0)];
    offers[0].not_with = vec!["y".to_owned()];
    offers[0].when = vec![below("b", 10.0)];
    let mut task = small(offers, vec![person("p", &[50.0, 50.0])], 2.0);
    task.fixed = vec![pair("p", "x"), pair("p", "y")];
    let found = plan(&task).unwrap();
    assert_eq!(gets(&task, &found, 0), ["x", "y"]);
    assert_eq!(found.people[0].unfit, [0]);
}

#[test]
fn draws_say_how_sure_the_plan_is() {
    let mut task = drawn(8, 40, 6, 2);
    let none = plan(&task).unwrap();
    assert_eq!(none.interval, None);
    task.model.coefficients[1].standard_error = Some(0.004);
    task.model.coefficients[2].standard_error = Some(0.005);
    task.settings = Settings { draws: 400, replans: 25, ..task.settings };
    let found = plan(&task).unwrap();
    let (low, high) = found.interval.unwrap();
    assert!(low < found.rise && found.rise < high, "{low} {} {high}", found.rise);
    let kept: Vec<f64> =
        found.people.iter().flat_map(|one| &one.gets).filter_map(|given| given.kept).collect();
    assert!(kept.len() > 20 && kept.iter().all(|share| (0.0..=1.0).contains(share)));
    assert!(kept.iter().any(|share| *share < 1.0) && kept.iter().any(|share| *share > 0.8));
    assert_eq!(found, plan(&task).unwrap());
    task.settings.seed = 2;
    assert_ne!(found.interval, plan(&task).unwrap().interval);
}
