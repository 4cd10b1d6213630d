use super::{Bounds, Settings, quality};
use crate::column::{Cells, Dates, Named};
use crate::multistate::panel::tests::{columns, numbers, panel_of, seen};
use crate::multistate::{Censored, Move, Panel, PanelColumns, PanelOptions, State, StateSpace};

fn codes(panel: &Panel, settings: &Settings) -> Vec<(&'static str, usize, usize)> {
    quality(panel, settings)
        .findings
        .iter()
        .map(|finding| (finding.code, finding.count, finding.of))
        .collect()
}

fn illness() -> StateSpace {
    let moves = [(0, 1), (1, 0), (1, 2)].map(|(from, to)| Move { from, to });
    StateSpace::new(["1", "2", "3"].map(State::of).to_vec(), moves.to_vec()).unwrap()
}

#[test]
fn what_became_of_the_rows_is_found_with_their_numbers() {
    let person = [1.0, 1.0, 1.0, 2.0, 2.0];
    let (time, state) = ([1.0, 0.0, 1.0, 0.0, 3.0], [2.0, 1.0, 2.0, 1.0, 1.0]);
    let report = quality(&panel_of(&person, &time, &state, &[]), &Settings::default());
    let rows = |code: &str| {
        let finding = report.findings.iter().find(|finding| finding.code == code).unwrap();
        finding.examples.iter().map(|example| example.row.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!((rows("duplicates"), rows("out-of-order"), rows("longest-gap")), (vec![3], vec![2], vec![5]));
    assert_eq!((report.people, report.visits, report.transitions, report.changes), (2, 4, 2, 1));
    let gaps = report.gaps.unwrap();
    assert_eq!((gaps.shortest, gaps.median, gaps.longest, gaps.different), (1.0, 2.0, 3.0, 2));
    assert_eq!((report.states[0].visits, report.states[0].people), (3, 2));
}

#[test]
fn moves_that_cannot_be_are_shown_with_person_and_row() {
    let settings = Settings { space: Some(illness()), ..Settings::default() };
    let report = quality(&seen(&["132", "17", "12"]), &settings);
    let found: Vec<_> = report.findings.iter().map(|finding| (finding.code, finding.count)).collect();
    assert_eq!(found, [("longest-gap", 1), ("absorbing-left", 1), ("unknown-state", 1)]);
    let left = &report.findings[1].examples[0];
    assert_eq!((left.person.as_deref(), left.row), (Some("1"), Some(3)));
    assert_eq!(left.note.as_ref().unwrap().en, "from `3` to `2`");
    let found = codes(&seen(&["32", "33"]), &settings);
    assert!(
        found.contains(&("state-never-seen", 1, 3)) && found.contains(&("unreachable", 2, 3)),
        "{found:?}"
    );
}

#[test]
fn a_move_over_more_states_than_days_is_shown_and_not_judged() {
    let days = [0, 1, 0, 2];
    let dates = Cells::Dates(Dates { days: &days, present: None });
    let (person, state) = ([1.0, 1.0, 2.0, 2.0], [1.0, 3.0, 1.0, 3.0]);
    let panel =
        Panel::from_columns(&columns(numbers(&person), dates, numbers(&state)), &PanelOptions::default())
            .unwrap();
    let settings = Settings { space: Some(illness()), ..Settings::default() };
    let found = codes(&panel, &settings);
    assert!(found.contains(&("fast-move", 1, 2)), "{found:?}");
}

#[test]
fn runs_batches_and_people_who_never_move_are_shown() {
    let bounds = Bounds { run: 4, batch: 3, ..Bounds::default() };
    let settings = Settings { bounds, ..Settings::default() };
    let found = codes(&seen(&["1111", "2212", "1112", "3"]), &settings);
    assert_eq!(
        found,
        [("one-visit", 1, 4), ("longest-gap", 1, 9), ("copied-run", 1, 4), ("never-moved", 1, 3)]
    );
    // On moment 1 three people are again in 1.
    let found = codes(&seen(&["112", "113", "112", "22"]), &settings);
    assert!(found.contains(&("copied-batch", 3, 7)), "{found:?}");
    // Irregular times are no run.
    let panel = panel_of(&[1.0; 4], &[0.0, 1.0, 5.0, 6.0], &[1.0; 4], &[]);
    assert!(codes(&panel, &settings).iter().all(|(code, ..)| *code != "copied-run"));
}

#[test]
fn people_who_are_all_alike_are_found() {
    let found = codes(&seen(&["11", "11"]), &Settings::default());
    assert!(found.contains(&("all-alike", 2, 2)) && found.contains(&("nothing-changes", 2, 2)), "{found:?}");
    let found = codes(&seen(&["12", "11"]), &Settings::default());
    assert!(found.iter().all(|(code, ..)| !["all-alike", "nothing-changes"].contains(code)));
}

#[test]
fn patterns_and_missing_covariates_are_of_visits_that_open_an_interval() {
    let (person, time) = ([1.0, 1.0, 2.0, 2.0, 3.0, 3.0], [0.0, 1.0, 0.0, 1.0, 0.0, 1.0]);
    let (ages, sexes) = ([20.0, f64::NAN, f64::NAN, 30.0, 20.0, 1.0], [1.0; 6]);
    let panel = panel_of(&person, &time, &[1.0, 2.0, 1.0, 2.0, 2.0, 2.0], &[("age", &ages), ("sex", &sexes)]);
    let report = quality(&panel, &Settings::default());
    let listed: Vec<_> = report.patterns.iter().map(|one| (one.pattern.as_str(), one.transitions)).collect();
    assert_eq!(listed, [("age = 20, sex = 1", 2), ("age = ?, sex = 1", 1)]);
    let found: Vec<_> = report.findings.iter().map(|finding| (finding.code, finding.count)).collect();
    assert!(
        found.contains(&("missing-covariate", 1)) && found.contains(&("covariate-constant", 3)),
        "{found:?}"
    );
}

#[test]
fn dates_that_stand_for_unknown_are_shown() {
    let days = [-25_567, 2_932_896];
    let dates = Cells::Dates(Dates { days: &days, present: None });
    let table = PanelColumns {
        state: Named { name: "rung", cells: numbers(&[1.0, 2.0]) },
        ..columns(numbers(&[1.0, 1.0]), dates, numbers(&[1.0, 2.0]))
    };
    let panel = Panel::from_columns(&table, &PanelOptions::default()).unwrap();
    assert!(codes(&panel, &Settings::default()).contains(&("placeholder-date", 2, 2)));
}

#[test]
fn a_code_for_several_states_is_no_mistake_and_is_followed() {
    let censored = vec![Censored { code: "9".to_owned(), states: vec![0, 1] }];
    let settings = Settings { space: Some(illness()), censored, ..Settings::default() };
    // From 3 nobody comes back; from 9, which is 1 or 2, everyone can go on.
    let report = quality(&seen(&["193", "39", "7"]), &settings);
    let found: Vec<_> = report.findings.iter().map(|finding| (finding.code, finding.count)).collect();
    let own = |code: &str| found.iter().find(|one| one.0 == code).map(|one| one.1);
    assert_eq!(
        (own("between-states"), own("unknown-state"), own("absorbing-left")),
        (Some(2), Some(1), Some(1))
    );
    assert_eq!(own("impossible-move"), None);
}
