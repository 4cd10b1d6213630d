//! Reference cases as panels and specifications.

use crate::Label;
use crate::column::{Cells, Column, Named, Values};
use crate::multistate::{
    Censored, Clock, Effect, Errors, Initial, Move, Panel, PanelColumns, PanelOptions, Pieces, Scheme,
    Specification, State, StateSpace,
};
use serde_json::Value;
use std::path::Path;

/// The columns of a comma-separated file.
pub(super) struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap();
        let mut lines =
            text.lines().map(|line| line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect());
        Self { header: lines.next().unwrap(), rows: lines.collect() }
    }

    fn column(&self, name: &str) -> Vec<&str> {
        let at = self.header.iter().position(|own| own == name).unwrap();
        self.rows.iter().map(|row| row[at].as_str()).collect()
    }

    fn numbers(&self, name: &str) -> Vec<f64> {
        self.column(name).iter().map(|cell| cell.parse().unwrap_or(f64::NAN)).collect()
    }
}

/// A panel of numbers.
pub(super) fn panel(ids: &[f64], time: &[f64], states: &[f64], covariates: &[(String, Vec<f64>)]) -> Panel {
    let cells = |values| Cells::Numbers(Column { values: Values::F64(values), present: None });
    let columns = PanelColumns {
        person: Named { name: "id", cells: cells(ids) },
        time: Named { name: "time", cells: cells(time) },
        state: Named { name: "state", cells: cells(states) },
        covariates: covariates.iter().map(|(name, values)| Named { name, cells: cells(values) }).collect(),
        weight: None,
    };
    Panel::from_columns(&columns, &PanelOptions::default()).unwrap()
}

/// States 1, 2, 3… and these moves.
pub(super) fn space(states: usize, moves: &[(usize, usize)]) -> StateSpace {
    let state = |at: usize| State { code: at.to_string(), label: Label::new(at.to_string(), at.to_string()) };
    let moves = moves.iter().map(|&(from, to)| Move { from: from - 1, to: to - 1 }).collect();
    StateSpace::new((1..=states).map(state).collect(), moves).unwrap()
}

fn pair(value: &Value) -> (usize, usize) {
    let at = |place: usize| usize::try_from(value[place].as_u64().unwrap()).unwrap();
    (at(0), at(1))
}

/// A case as panel and specification.
pub(super) fn case(path: &Path, case: &Value) -> (Panel, Specification) {
    let model = &case["model"];
    let list = |name: &str| model[name].as_array().cloned().unwrap_or_default();
    let moves: Vec<(usize, usize)> = if model["intensities"].is_object() {
        let names = model["intensities"].as_object().unwrap().keys();
        names
            .map(|name| name.split_once('-').unwrap())
            .map(|(a, b)| (a.parse().unwrap(), b.parse().unwrap()))
            .collect()
    } else {
        list("allowed").iter().map(pair).collect()
    };
    let mut specification = Specification::new(space(list("states").len(), &moves));
    let at = |one: (usize, usize)| moves.iter().position(|other| *other == one).unwrap();
    for name in list("covariates") {
        let name = name.as_str().unwrap();
        let over = &model["covariate_transitions"][name];
        let own: Vec<(usize, usize)> =
            over.as_array().map_or(moves.clone(), |over| over.iter().map(pair).collect());
        let mut shared: Vec<Vec<usize>> = Vec::new();
        for group in list("constraints") {
            let group = group.as_array().unwrap();
            if group[0][0].as_str() == Some(name) {
                let end = |one: &Value, place: usize| usize::try_from(one[place].as_u64().unwrap()).unwrap();
                shared.push(group.iter().map(|one| at((end(one, 1), end(one, 2)))).collect());
            }
        }
        for one in own {
            if !shared.iter().any(|group| group.contains(&at(one))) {
                shared.push(vec![at(one)]);
            }
        }
        let effect = |moves| Effect { covariate: name.to_owned(), moves };
        specification.effects.extend(shared.into_iter().map(effect));
    }
    specification.centre = model["center"].as_bool() == Some(true);
    if model["observation"].as_str() == Some("exact") {
        specification.scheme = Scheme::Exact;
    }
    specification.exact_entry =
        list("exact_entry").iter().map(|s| usize::try_from(s.as_u64().unwrap()).unwrap() - 1).collect();
    if let Some(censored) = model["censored"].as_object() {
        let places = |states: &Value| {
            states
                .as_array()
                .unwrap()
                .iter()
                .map(|s| usize::try_from(s.as_u64().unwrap()).unwrap() - 1)
                .collect()
        };
        specification.censored = censored
            .iter()
            .map(|(code, states)| Censored { code: code.clone(), states: places(states) })
            .collect();
    }
    let cuts: Vec<f64> = list("piecewise").iter().map(|cut| cut.as_f64().unwrap()).collect();
    if !cuts.is_empty() {
        specification.pieces = Some(Pieces { clock: Clock::Calendar, cuts });
    }
    let errors = &model["misclassification"];
    if errors.is_object() {
        let initial = errors["initial"].as_array().map_or(Initial::Estimated, |shares| {
            Initial::Given(shares.iter().map(|share| share.as_f64().unwrap()).collect())
        });
        specification.errors = Some(Errors {
            allowed: errors["allowed"]
                .as_array()
                .unwrap()
                .iter()
                .map(pair)
                .map(|(a, b)| (a - 1, b - 1))
                .collect(),
            initial,
            effects: Vec::new(),
            certain: errors["observed_true"].as_str().map(str::to_owned),
        });
    }
    let table = Table::read(&path.join(case["data"]["rows"].as_str().unwrap()));
    let name = |role: &str| model[role].as_str().unwrap();
    let mut names: Vec<String> =
        list("covariates").iter().map(|one| one.as_str().unwrap().to_owned()).collect();
    names.retain(|name| !name.starts_with("period"));
    names.extend(errors["observed_true"].as_str().map(str::to_owned));
    let covariates: Vec<(String, Vec<f64>)> = names
        .into_iter()
        .map(|name| {
            let values = table.numbers(&name);
            (name, values)
        })
        .collect();
    let number = |role: &str| table.numbers(name(role));
    let panel = panel(&number("subject"), &number("time"), &number("state"), &covariates);
    (panel, specification)
}
