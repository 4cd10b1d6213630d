use super::{Clock, Effect, Errors, Initial, Pieces, Specification};
use crate::document::Document;
use crate::error::Error;
use crate::multistate::{Censored, Move, State, StateSpace};

fn space() -> StateSpace {
    StateSpace::neighbours(["1", "2", "3"].map(State::of).to_vec()).unwrap()
}

fn problems(error: &Error) -> Vec<(&'static str, String)> {
    let field = |problem: &crate::error::Problem| problem.place().field().unwrap_or_default().to_owned();
    error.problems().iter().map(|problem| (problem.code(), field(problem))).collect()
}

#[test]
fn a_specification_is_read_as_it_is_written() {
    let mut specification = Specification::new(space());
    specification.effects = vec![
        Effect { covariate: "programme".into(), moves: vec![0, 2] },
        Effect { covariate: "period2".into(), moves: vec![1] },
    ];
    specification.exact_entry = vec![2];
    specification.censored = vec![Censored { code: "1-2".into(), states: vec![0, 1] }];
    specification.pieces = Some(Pieces { clock: Clock::Calendar, cuts: vec![0.1 + 0.2, 46.0] });
    specification.errors = Some(Errors {
        allowed: vec![(0, 1), (1, 0)],
        initial: Initial::Given(vec![0.25, 0.75, 0.0]),
        effects: vec![Effect { covariate: "new".into(), moves: vec![0, 1] }],
        certain: Some("certain".into()),
    });
    let text = serde_json::to_string(&specification).unwrap();
    assert_eq!(Specification::from_json(&text).unwrap(), specification);
    assert!(text.contains(r#""moves":[{"from":"1","to":"2"},{"from":"2","to":"3"}]"#), "{text}");
}

#[test]
fn an_effect_without_moves_is_one_for_each_move_and_a_cut_can_be_a_date() {
    let text = r#"{
        "space": {"states": [{"code": "a"}, {"code": "b"}], "moves": [{"from": "a", "to": "b"}, {"from": "b", "to": "a"}]},
        "unit": "day",
        "effects": [{"covariate": "age"}],
        "pieces": {"clock": "calendar", "cuts": ["1970-01-11", 20]}
    }"#;
    let specification = Specification::from_json(text).unwrap();
    let moves: Vec<&[usize]> = specification.effects.iter().map(|effect| effect.moves.as_slice()).collect();
    assert_eq!(moves, [[0], [1]]);
    assert_eq!(specification.pieces.unwrap().cuts, [10.0, 20.0]);
    assert_eq!(specification.space.states()[0].label.nl, "toestand a");
}

#[test]
fn everything_wrong_in_a_document_is_named_with_its_field() {
    let text = r#"{
        "space": {
            "states": [{"code": "1"}, {"code": "2"}, {"code": "2"}, {"code": "3"}],
            "moves": [{"from": "1", "to": "2"}, {"from": "1", "to": "2"}, {"from": "2", "to": "2"}]
        },
        "unit": "fortnight"
    }"#;
    assert_eq!(
        problems(&Specification::from_json(text).unwrap_err()),
        [
            ("duplicate", "space.states[3].code".to_owned()),
            ("duplicate", "space.moves[2]".to_owned()),
            ("same-state", "space.moves[3]".to_owned()),
            ("unused", "space.states[3]".to_owned()),
            ("unused", "space.states[4]".to_owned()),
            ("unknown-code", "unit".to_owned()),
        ]
    );
    let space = r#""space": {"states": [{"code": "1"}, {"code": "2"}], "moves": [{"from": "1", "to": "2"}]}"#;
    let text = format!(
        r#"{{{space}, "effects": [
            {{"covariate": "a", "moves": [{{"from": "2", "to": "1"}}]}},
            {{"covariate": "b", "moves": [{{"from": "1", "to": "9"}}]}}
        ]}}"#
    );
    assert_eq!(
        problems(&Specification::from_json(&text).unwrap_err()),
        [
            ("undefined", "effects[1].moves[1]".to_owned()),
            ("unknown-code", "effects[2].moves[1].to".to_owned())
        ]
    );
    let text = format!(
        r#"{{{space}, "effects": [{{"covariate": "a", "moves": []}}, {{"covariate": "period3"}}],
            "exact_entry": ["2", "2"],
            "censored": [{{"code": "1", "states": []}}],
            "pieces": {{"clock": "duration", "cuts": [2, 1]}},
            "errors": {{"allowed": [{{"truth": "1", "registered": "1"}}], "initial": [0.5, 0.4]}}}}"#
    );
    assert_eq!(
        problems(&Specification::from_json(&text).unwrap_err()),
        [
            ("empty", "effects[1].moves".to_owned()),
            ("duplicate", "exact_entry[2]".to_owned()),
            ("duplicate", "censored[1].code".to_owned()),
            ("empty", "censored[1].states".to_owned()),
            ("not-ascending", "pieces.cuts[2]".to_owned()),
            ("same-state", "errors.allowed[1]".to_owned()),
            ("not-one", "errors.initial".to_owned()),
        ]
    );
}

#[test]
fn a_specification_made_in_code_is_held_to_the_same() {
    let mut specification = Specification::new(space());
    specification.effects = vec![
        Effect { covariate: "a".into(), moves: vec![9] },
        Effect { covariate: "a".into(), moves: vec![1, 1] },
    ];
    specification.exact_entry = vec![3];
    specification.errors = Some(Errors {
        allowed: Vec::new(),
        initial: Initial::Given(vec![1.0]),
        effects: Vec::new(),
        certain: None,
    });
    assert_eq!(
        problems(&specification.check().unwrap_err()),
        [
            ("outside-range", "effects[1].moves[1]".to_owned()),
            ("duplicate", "effects[2].moves[2]".to_owned()),
            ("outside-range", "exact_entry[1]".to_owned()),
            ("empty", "errors.allowed".to_owned()),
            ("wrong-length", "errors.initial".to_owned()),
        ]
    );
    let move_out = StateSpace::new(["1", "2"].map(State::of).to_vec(), vec![Move { from: 0, to: 2 }]);
    assert_eq!(
        problems(&move_out.unwrap_err()),
        [("outside-range", "moves[1].to".to_owned()), ("unused", "states[2]".to_owned())]
    );
    assert_eq!(StateSpace::any(vec![State::of("1")]).unwrap_err().code(), "outside-range");
}

#[test]
fn any_and_neighbouring_moves() {
    assert_eq!(space().moves().len(), 4);
    let any = StateSpace::any(["1", "2", "3"].map(State::of).to_vec()).unwrap();
    assert_eq!(any.moves().len(), 6);
    assert_eq!(StateSpace::any(Vec::new()).unwrap_err().code(), "outside-range");
}
