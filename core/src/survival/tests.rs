use super::{Curve, Group, Spell, log_rank};

/// The remission times of Freireich and others (1963), as in most textbooks; weeks, `+` for still in remission.
fn group(id: &str, weeks: &str) -> Group {
    let spell =
        |week: &str| Spell::new(week.trim_end_matches('+').parse().unwrap(), !week.ends_with('+')).unwrap();
    Group { id: id.to_owned(), spells: weeks.split(' ').map(spell).collect() }
}

fn treated() -> Group {
    group("6-mp", "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+")
}

fn placebo() -> Group {
    group("placebo", "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23")
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-10, "{found} {expected}");
}

#[test]
fn the_curve_is_worked_by_hand() {
    let curve = Curve::of(&treated().spells);
    // Three of 21 relapse in week 6, of 17 one in week 7, of 15 one in week 10.
    near(curve.still_at(6.0), 18.0 / 21.0);
    near(curve.still_at(9.9), 18.0 / 21.0 * 16.0 / 17.0);
    near(curve.still_at(10.0), 18.0 / 21.0 * 16.0 / 17.0 * 14.0 / 15.0);
    assert_eq!(curve.median, Some(23.0));
    assert_eq!((curve.spells, curve.ended), (21, 9));
    let sixth = &curve.steps[0];
    assert_eq!((sixth.at_risk, sixth.ended, sixth.censored), (21, 3, 1));
}

#[test]
fn who_is_seen_last_at_a_time_was_at_risk_at_it() {
    let curve = Curve::of(&[Spell::days(5, false), Spell::days(5, true)]);
    near(curve.steps[0].still, 0.5);
}

#[test]
fn half_of_an_even_number_is_a_median() {
    let spells: Vec<Spell> = (1..=6).map(|day| Spell::days(day, true)).collect();
    assert_eq!(Curve::of(&spells).median, Some(3.0));
    assert_eq!(Curve::of(&[Spell::days(9, false)]).median, None);
    assert_eq!(Curve::of(&[]).steps, []);
}

#[test]
fn an_interval_stands_only_where_something_is_left_to_vary() {
    let curve = Curve::of(&[Spell::days(1, false), Spell::days(2, true), Spell::days(3, true)]);
    let bounds: Vec<bool> = curve.steps.iter().map(|step| step.lower.is_some()).collect();
    assert_eq!(bounds, [false, true, false]);
    assert!(curve.steps.iter().all(|step| step.lower <= step.upper));
}

#[test]
fn the_log_rank_test_is_that_of_the_textbooks() {
    // Chi-square 16.79 with 1 degree of freedom; 9 of 19.25 expected relapses, and 21 of 10.75.
    let found = log_rank(&[treated(), placebo()]).unwrap();
    assert!((found.statistic - 16.79).abs() < 0.005, "{}", found.statistic);
    assert_eq!(found.degrees_of_freedom, 1);
    assert!((found.groups[0].expected - 19.25).abs() < 0.005);
    assert!((found.groups[1].expected - 10.75).abs() < 0.005);
}

#[test]
fn a_group_that_cannot_be_compared_takes_no_degree_of_freedom() {
    let late = group("late", "100+");
    let two = log_rank(&[treated(), placebo()]).unwrap();
    let gone = log_rank(&[group("early", "0+ 0+"), treated(), placebo()]).unwrap();
    assert_eq!(gone.degrees_of_freedom, 1);
    near(gone.statistic, two.statistic);
    assert_eq!(log_rank(&[late.clone(), treated(), placebo()]).unwrap().degrees_of_freedom, 2);
    assert!(log_rank(&[late.clone(), group("other", "3+")]).is_none());
    assert!(log_rank(&[]).is_none());
}

/// Times with ties, censored and ended together, some at time 0, with what lifelines makes of them.
#[test]
fn curves_and_tests_are_those_of_lifelines() {
    let reference: serde_json::Value = serde_json::from_str(include_str!("reference.json")).unwrap();
    for case in reference["cases"].as_array().unwrap() {
        let mut all = Vec::new();
        let mut groups: Vec<Group> = Vec::new();
        for spell in case["spells"].as_array().unwrap() {
            let one = Spell::new(spell["time"].as_f64().unwrap(), spell["ended"] == true).unwrap();
            let id = spell["group"].to_string();
            all.push(one);
            match groups.iter_mut().find(|group| group.id == id) {
                Some(group) => group.spells.push(one),
                None => groups.push(Group { id, spells: vec![one] }),
            }
        }
        let curve = Curve::of(&all);
        assert_eq!(curve.median, case["median"].as_f64());
        let mut compared = 0;
        for point in case["curve"].as_array().unwrap() {
            let time = point["time"].as_f64().unwrap();
            near(curve.still_at(time), point["still"].as_f64().unwrap());
            let step = curve.steps.iter().find(|step| (step.time - time).abs() < 1e-9);
            for (bound, expected) in [
                (step.and_then(|step| step.lower), &point["lower"]),
                (step.and_then(|step| step.upper), &point["upper"]),
            ] {
                if let (Some(bound), Some(expected)) = (bound, expected.as_f64()) {
                    near(bound, expected);
                    compared += 1;
                }
            }
        }
        assert!(compared > 20, "{compared}");
        let test = log_rank(&groups).unwrap();
        near(test.statistic, case["statistic"].as_f64().unwrap());
        near(test.p_value, case["p_value"].as_f64().unwrap());
    }
}
