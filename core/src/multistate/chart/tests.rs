//! What holds of every chart of a model, and what each shows.

use super::{course, flow, ratios};
use crate::Label;
use crate::chart::tests::{both, draws_what_is_there, row, subtitle, table};
use crate::multistate::answer::{Certainty, Span};
use crate::multistate::comparison::{At, ratios as compare};
use crate::multistate::tests::made::{model, with_effect};
use crate::multistate::{Model, Profile};

const NAMES: (&Label, &Label) =
    (&Label::of("met programma", "with programme"), &Label::of("zonder", "without"));

fn ladder() -> Model {
    let rates = [((1, 2), 0.7), ((2, 1), 0.3), ((2, 3), 0.55), ((3, 2), 0.25), ((3, 4), 0.45), ((4, 3), 0.2)];
    let model = with_effect(model(4, &rates), "programme", &[0, 2, 4], 0.4);
    let mut model = with_effect(model, "programme", &[1, 3], -0.1);
    let size = model.parameters.len();
    let cell = |row, column| if row == column { 0.03 } else { 0.0 };
    model.covariance = Some((0..size).map(|row| (0..size).map(|at| cell(row, at)).collect()).collect());
    model
}

fn on<'a>(model: &'a Model, profile: &'a Profile) -> At<'a> {
    At { name: NAMES.0, model, profile }
}

fn off<'a>(model: &'a Model, profile: &'a Profile) -> At<'a> {
    At { name: NAMES.1, model, profile }
}

fn programme(value: f64) -> Profile {
    Profile { covariates: vec![("programme".to_owned(), value)] }
}

#[test]
fn every_row_of_a_flow_adds_up_to_a_hundred() {
    let model = ladder();
    let [nl, en] = both(|language| flow(&model, &programme(1.0), Span::to(2.0), language).unwrap());
    draws_what_is_there(&nl);
    assert_eq!(table(&nl).len(), 16);
    let own = || table(&nl).iter().filter(|row| row["from"] == "2");
    let total: f64 = own().map(|row| row["share"].as_f64().unwrap()).sum();
    assert!((total - 1.0).abs() < 1e-12);
    assert_eq!(
        own().map(|row| row["way"].as_str().unwrap()).collect::<Vec<_>>(),
        ["earlier", "same", "later", "later"]
    );
    assert!(subtitle(&en).starts_with("Of those who begin in “state "), "{}", subtitle(&en));
    assert!(flow(&model, &Profile::default(), Span::to(2.0), crate::Language::Nl).is_err());
}

#[test]
fn a_course_begins_where_people_are_and_has_a_band() {
    let model = ladder();
    let [nl, _] = both(|language| course(&model, 1, &programme(0.0), Span::to(3.0), language).unwrap());
    draws_what_is_there(&nl);
    let first = |state: &str| table(&nl).iter().find(|row| row["state"] == state).unwrap();
    // The second of four rows stands on 2, and everyone is there.
    assert_eq!((first("2")["base"].as_f64(), first("2")["value"].as_f64()), (Some(2.0), Some(2.86)));
    assert_eq!(first("1")["value"].as_f64(), Some(3.0));
    let last: Vec<_> = table(&nl).iter().filter(|row| row["is_last"] == true).collect();
    assert_eq!(last.len(), 4);
    assert!(last.iter().all(|row| row["low"].as_f64() < row["value"].as_f64()));
    assert!(last.iter().all(|row| row["value"].as_f64() < row["high"].as_f64()));
    let mut unsure = ladder();
    unsure.covariance = None;
    let chart = course(&unsure, 1, &programme(0.0), Span::to(3.0), crate::Language::Nl).unwrap();
    assert!(chart.to_string().contains("Er is geen band"));
}

#[test]
fn a_ratio_is_coloured_only_when_its_whole_interval_is_on_one_side() {
    let mut model = ladder();
    let certainty = Certainty::default();
    let found = compare(on(&model, &programme(1.0)), off(&model, &programme(0.0)), 0.0, &certainty).unwrap();
    let [nl, en] = both(|language| ratios(&model, NAMES, &found, language));
    draws_what_is_there(&nl);
    assert_eq!(table(&nl).len(), 5);
    assert!(nl.to_string().contains("Bij nog 1 stap laat het model geen verschil toe."));
    assert_eq!(row(&nl, "title", "toestand 1 → toestand 2")["side"], "faster");
    assert_eq!(row(&en, "title", "state 2 → state 1")["side"], "either");
    assert!(subtitle(&nl).starts_with("Aantoonbaar sneller: 3 van 5 stappen."), "{}", subtitle(&nl));
    model.covariance = None;
    let unsure = compare(on(&model, &programme(1.0)), off(&model, &programme(0.0)), 0.0, &certainty).unwrap();
    let [nl, _] = both(|language| ratios(&model, NAMES, &unsure, language));
    assert!(table(&nl).iter().all(|row| row["side"] == "either" && row.get("low").is_none()));
}

#[test]
fn no_number_along_the_axis_lies_beyond_the_scale() {
    let model = ladder();
    let certainty = Certainty::default();
    let found = compare(on(&model, &programme(1.0)), off(&model, &programme(0.0)), 0.0, &certainty).unwrap();
    let chart = ratios(&model, NAMES, &found, crate::Language::En);
    let x = &chart.spec()["layer"][0]["encoding"]["x"];
    let numbers = |list: &serde_json::Value| -> Vec<f64> {
        list.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
    };
    let (ticks, domain) = (numbers(&x["axis"]["values"]), numbers(&x["scale"]["domain"]));
    assert!(ticks.contains(&1.0) && ticks.contains(&1.5));
    assert!(ticks.iter().all(|tick| domain[0] <= *tick && *tick <= domain[1]), "{ticks:?} {domain:?}");
}
