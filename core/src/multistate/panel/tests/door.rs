use super::{Words, columns, numbers, sentences};
use crate::column::{Bits, Cells, Column, Dates, Named, Values};
use crate::multistate::{Incomplete, Panel, PanelColumns, PanelOptions, SameDay, Unsorted};

#[test]
fn texts_and_dates_become_visits_in_order() {
    let people = Words::of(&["b", "a", "b", "ab"]);
    let days = [10_957, 0, 10_000, 5];
    let rungs = Words::of(&["4", "10", "4", "2"]);
    let dates = Cells::Dates(Dates { days: &days, present: None });
    let panel = Panel::from_columns(&columns(people.cells(), dates, rungs.cells()), &PanelOptions::default())
        .unwrap();
    assert_eq!((0..3).map(|person| panel.name(person).into_owned()).collect::<Vec<_>>(), ["a", "ab", "b"]);
    assert_eq!(panel.time, [0.0, 5.0, 10_000.0, 10_957.0]);
    assert_eq!(panel.codes(), ["2", "4", "10"]);
    assert_eq!(panel.state, [2, 0, 1, 1]);
    assert_eq!((0..4).map(|visit| panel.row(visit)).collect::<Vec<_>>(), [2, 4, 3, 1]);
    assert_eq!(panel.visits_of(2), 2..4);
    assert!((panel.tick - 1.0 / 365.25).abs() < f64::EPSILON);
    assert_eq!(panel.origin.unwrap().to_string(), "1970-01-01");
    assert!(panel.intake().reordered);
    assert_eq!(panel.intake().backwards.examples, [3]);
}

#[test]
fn what_is_in_order_stays_as_it_is() {
    let person = [1.0, 1.0, 7.0, 7.0, 7.0];
    let time = [0.0, 1.0, 0.0, 0.5, 2.0];
    let state = [1.0, 2.0, 1.0, 1.0, 2.0];
    let panel = Panel::from_columns(
        &columns(numbers(&person), numbers(&time), numbers(&state)),
        &PanelOptions::default(),
    )
    .unwrap();
    assert!(!panel.intake().reordered);
    assert_eq!(panel.first, [0, 2, 5]);
    assert_eq!((panel.people(), panel.transitions()), (2, 3));
}

#[test]
fn pieces_are_one_table_and_the_order_of_rows_changes_nothing_but_their_numbers() {
    let (person, time, state) = ([2_i64, 1, 2, 1], [1.0, 0.5, 0.0, 3.0], [1.0, 2.0, 3.0, 1.0]);
    let whole = |rows: std::ops::Range<usize>| {
        let ids = Cells::Numbers(Column { values: Values::I64(&person[rows.clone()]), present: None });
        columns(ids, numbers(&time[rows.clone()]), numbers(&state[rows]))
    };
    let one = Panel::from_columns(&whole(0..4), &PanelOptions::default()).unwrap();
    let two = Panel::from_pieces(&[whole(0..1), whole(1..4)], &PanelOptions::default()).unwrap();
    assert_eq!(one, two);
    assert_eq!(one.time, [0.5, 3.0, 0.0, 1.0]);
}

#[test]
fn neighbouring_wide_numbers_stay_two_people() {
    let person = [i64::MAX - 1, i64::MAX];
    let ids = Cells::Numbers(Column { values: Values::I64(&person), present: None });
    let panel = Panel::from_columns(
        &columns(ids, numbers(&[0.0, 0.0]), numbers(&[1.0, 1.0])),
        &PanelOptions::default(),
    );
    assert_eq!(panel.unwrap().people(), 2);
}

#[test]
fn every_cell_that_cannot_be_used_is_named_with_row_and_person() {
    let people = Words::of(&["a", "a", "", "b"]);
    let dates = Words::of(&["2020-01-01", "2020-02-30", "2020-01-01", ""]);
    let rungs = Words::of(&["1", "2", "1", "9"]);
    let options = PanelOptions { codes: Some(vec!["1".into(), "2".into()]), ..PanelOptions::default() };
    let error =
        Panel::from_columns(&columns(people.cells(), dates.cells(), rungs.cells()), &options).unwrap_err();
    assert_eq!(
        sentences(&error),
        [
            "row 2, person `a`, column `date`: `2020-02-30` is not a date: expected year-month-day, such as 2020-03-31",
            "row 3, column `client`: this cell is empty: expected a value, or the choice `leave-out` to leave such rows out and count them",
            "row 4, person `b`, column `date`: this cell is empty: expected a value, or the choice `leave-out` to leave such rows out and count them",
            "row 4, person `b`, column `rung`: `9` is not a known state: expected one of 1, 2",
        ]
    );
}

#[test]
fn incomplete_rows_are_left_out_when_that_is_chosen_and_counted() {
    let (person, time, state) = ([1.0, 1.0, 2.0], [0.0, 1.0, 0.0], [1.0, f64::NAN, f64::NAN]);
    let options = PanelOptions { incomplete: Incomplete::LeaveOut, ..PanelOptions::default() };
    let panel =
        Panel::from_columns(&columns(numbers(&person), numbers(&time), numbers(&state)), &options).unwrap();
    assert_eq!((panel.people(), panel.visits()), (1, 1));
    assert_eq!(panel.intake().incomplete.examples, [2, 3]);
    assert_eq!(panel.name(0), "1");
}

#[test]
fn two_states_on_one_day_are_refused_or_decided_and_what_is_said_twice_counts_once() {
    let (person, time) = ([1.0; 4], [0.0, 1.0, 1.0, 1.0]);
    let state = [1.0, 2.0, 2.0, 3.0];
    let table = columns(numbers(&person), numbers(&time), numbers(&state));
    let of = |same_day| Panel::from_columns(&table, &PanelOptions { same_day, ..PanelOptions::default() });
    assert_eq!(
        sentences(&of(SameDay::Refuse).unwrap_err()),
        [
            "row 4, person `1`, column `rung`: on 1 this says `3` and row 2 `2`: expected one value, or the choice `first` or `last`"
        ]
    );
    let first = of(SameDay::First).unwrap();
    assert_eq!(
        (first.state.as_slice(), first.intake().same_day.examples.as_slice()),
        ([0, 1].as_slice(), [4].as_slice())
    );
    let last = of(SameDay::Last).unwrap();
    assert_eq!(
        (last.state.as_slice(), last.intake().same_day.examples.as_slice()),
        ([0, 2].as_slice(), [2].as_slice())
    );
    assert_eq!(last.intake().duplicates.examples, [3]);
    let values = [0.0, 0.0, 5.0, 5.0];
    let covariates = vec![Named { name: "programme", cells: numbers(&values) }];
    let state = [1.0, 2.0, 2.0, 2.0];
    let table = PanelColumns { covariates, ..columns(numbers(&person), numbers(&time), numbers(&state)) };
    let error = Panel::from_columns(&table, &PanelOptions::default()).unwrap_err();
    assert!(error.to_string().contains("column `programme`: on 1 this says `5` and row 2 `0`"), "{error}");
}

#[test]
fn rows_out_of_order_are_named_when_that_is_chosen() {
    let days = [20, 10];
    let dates = Cells::Dates(Dates { days: &days, present: None });
    let options = PanelOptions { unsorted: Unsorted::Refuse, ..PanelOptions::default() };
    let error = Panel::from_columns(&columns(numbers(&[1.0, 1.0]), dates, numbers(&[1.0, 1.0])), &options)
        .unwrap_err();
    assert_eq!(
        sentences(&error),
        [
            "row 2, person `1`, column `date`: 1970-01-11 lies before 1970-01-21, of an earlier row of the same person"
        ]
    );
}

#[test]
fn weights_are_of_people_and_not_below_zero() {
    let (person, time, state) = ([1.0, 1.0, 2.0], [0.0, 1.0, 0.0], [1.0, 1.0, 1.0]);
    let weights = [2.0, 3.0, -1.0];
    let weight = Some(Named { name: "weight", cells: numbers(&weights) });
    let table = PanelColumns { weight, ..columns(numbers(&person), numbers(&time), numbers(&state)) };
    let error = Panel::from_columns(&table, &PanelOptions::default()).unwrap_err();
    assert_eq!(
        error.problems().iter().map(crate::error::Problem::code).collect::<Vec<_>>(),
        ["unequal-weight", "negative-weight"]
    );
    let weights = [2.0, 2.0, 0.0];
    let weight = Some(Named { name: "weight", cells: numbers(&weights) });
    let table = PanelColumns { weight, ..columns(numbers(&person), numbers(&time), numbers(&state)) };
    let panel = Panel::from_columns(&table, &PanelOptions::default()).unwrap();
    assert_eq!((panel.weight(0), panel.weight(1)), (2.0, 0.0));
}

#[test]
fn columns_that_make_no_table_are_refused() {
    let error = Panel::from_columns(
        &columns(numbers(&[1.0, 2.0]), numbers(&[0.0]), numbers(&[1.0, 1.0])),
        &PanelOptions::default(),
    )
    .unwrap_err();
    assert_eq!(sentences(&error), ["the column `date` has 1 row, expected 2"]);
    let days = [1];
    let dates = Cells::Dates(Dates { days: &days, present: None });
    let error =
        Panel::from_columns(&columns(dates, dates, numbers(&[1.0])), &PanelOptions::default()).unwrap_err();
    assert_eq!(sentences(&error), ["the column `client` holds dates, expected texts or whole numbers"]);
    let error = Panel::from_columns(
        &columns(numbers(&[1.5]), numbers(&[f64::INFINITY]), dates),
        &PanelOptions::default(),
    );
    assert_eq!(sentences(&error.unwrap_err()), ["the column `rung` holds dates, expected numbers or texts"]);
    let error = Panel::from_columns(
        &columns(numbers(&[1.5]), numbers(&[f64::INFINITY]), numbers(&[1.0])),
        &PanelOptions::default(),
    );
    assert_eq!(
        sentences(&error.unwrap_err()),
        [
            "row 1, column `client`: `1.5` is not a whole number",
            "row 1, column `date`: `inf` is not a finite number: expected a number, or `null` for unknown"
        ]
    );
}

#[test]
fn groups_by_name_are_covariates_of_zero_and_one() {
    let districts = Words::of(&["north", "south", "", "east"]);
    let covariates = vec![Named { name: "district", cells: districts.cells() }];
    let (person, time) = ([1.0, 2.0, 3.0, 4.0], [0.0; 4]);
    let table = PanelColumns { covariates, ..columns(numbers(&person), numbers(&time), numbers(&time)) };
    let panel = Panel::from_columns(&table, &PanelOptions::default()).unwrap();
    assert_eq!(panel.covariate_names(), ["district=north", "district=south"]);
    let south = panel.covariate("district=south").unwrap();
    assert_eq!((south[0], south[1], south[3]), (0.0, 1.0, 0.0));
    assert!(south[2].is_nan());
    assert!(panel.covariate("district=west").is_none());
}

#[test]
fn cells_that_are_marked_absent_are_empty() {
    let values = [1_i8, 2, 3];
    let present = Some(Bits { bytes: &[0b101], offset: 0 });
    let state = Cells::Numbers(Column { values: Values::I8(&values), present });
    let options = PanelOptions { incomplete: Incomplete::LeaveOut, ..PanelOptions::default() };
    let panel = Panel::from_columns(&columns(numbers(&[1.0, 2.0, 3.0]), numbers(&[0.0; 3]), state), &options)
        .unwrap();
    assert_eq!(panel.intake().incomplete.examples, [2]);
    assert_eq!(panel.codes(), ["1", "3"]);
}
