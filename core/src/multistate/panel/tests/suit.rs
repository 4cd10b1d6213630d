use super::{columns, numbers, seen, sentences};
use crate::column::Named;
use crate::multistate::{
    Censored, Effect, Errors, Initial, Move, Panel, PanelColumns, PanelOptions, Scheme, Specification, State,
    StateSpace,
};

/// 1 ⇄ 2 → 3, and nothing leaves 3.
fn illness() -> Specification {
    let moves = [(0, 1), (1, 0), (1, 2)].map(|(from, to)| Move { from, to });
    Specification::new(StateSpace::new(["1", "2", "3"].map(State::of).to_vec(), moves.to_vec()).unwrap())
}

#[test]
fn a_model_that_can_be_asked_gives_the_states_of_codes() {
    let mut specification = illness();
    specification.censored = vec![Censored { code: "9".into(), states: vec![0, 1] }];
    assert_eq!(
        seen(&["1923", "111"]).check(&specification).unwrap(),
        [vec![0], vec![1], vec![2], vec![0, 1]]
    );
}

#[test]
fn what_a_fit_cannot_use_is_named_with_row_and_person() {
    let error = seen(&["132", "17", "31"]).check(&illness()).unwrap_err();
    assert_eq!(
        sentences(&error),
        [
            "row 3, person `1`: after `3`, which no allowed move leaves, this says `2`",
            "row 5, person `2`: `7` is not a known state: expected one of 1, 2, 3",
            "row 7, person `3`: after `3`, which no allowed move leaves, this says `1`",
        ]
    );
    let error = seen(&["33", "3"]).check(&illness()).unwrap_err();
    assert_eq!(error.problems().len(), 2);
    assert!(error.to_string().contains("state `1` cannot be reached"), "{error}");
    assert_eq!(seen(&["1", "2"]).check(&illness()).unwrap_err().code(), "nothing-follows");
    let mut exact = illness();
    exact.scheme = Scheme::Exact;
    assert_eq!(
        sentences(&seen(&["123", "113"]).check(&exact).unwrap_err()),
        ["row 6, person `2`: from `1` to `3` cannot be with the moves allowed"]
    );
}

#[test]
fn a_code_for_several_states_is_followed_through_the_states_it_can_be() {
    let mut specification = illness();
    specification.censored = vec![Censored { code: "9".into(), states: vec![0, 2] }];
    // 3 is left never, so the 9 after it is 3; a 1 after that cannot be.
    let error = seen(&["1393", "391"]).check(&specification).unwrap_err();
    assert_eq!(
        sentences(&error),
        ["row 7, person `2`: after `9`, which no allowed move leaves, this says `1`"]
    );
}

#[test]
fn a_state_that_may_be_registered_wrongly_explains_what_looks_impossible() {
    let mut specification = illness();
    assert!(seen(&["231"]).check(&specification).is_err());
    specification.errors = Some(Errors {
        allowed: vec![(1, 2)],
        initial: Initial::Estimated,
        effects: Vec::new(),
        certain: None,
    });
    assert!(seen(&["231"]).check(&specification).is_ok());
}

#[test]
fn covariates_are_needed_where_an_interval_opens() {
    let (person, time, state) = ([1.0, 1.0, 2.0, 2.0], [0.0, 1.0, 0.0, 1.0], [1.0, 2.0, 1.0, 2.0]);
    let ages = [20.0, f64::NAN, f64::NAN, 30.0];
    let covariates = vec![Named { name: "age", cells: numbers(&ages) }];
    let table = PanelColumns { covariates, ..columns(numbers(&person), numbers(&time), numbers(&state)) };
    let panel = Panel::from_columns(&table, &PanelOptions::default()).unwrap();
    let mut specification = illness();
    specification.effects =
        ["age", "sex"].map(|covariate| Effect { covariate: covariate.into(), moves: vec![0] }).to_vec();
    assert_eq!(
        sentences(&panel.check(&specification).unwrap_err()),
        [
            "the column `sex` is missing",
            "row 3, person `2`, column `age`: `age` is not known here, and the model uses it"
        ]
    );
    specification.unit = crate::multistate::TimeUnit::Day;
    assert_eq!(panel.check(&specification).unwrap_err().code(), "other-unit");
}
