//! Panels made in tests.

mod door;
mod suit;

use super::{Panel, PanelColumns, PanelOptions};
use crate::column::{Cells, Column, Named, Offsets, Texts, Values};
use crate::error::Error;

/// Texts with what a text column needs.
struct Words {
    text: String,
    offsets: Vec<i32>,
}

impl Words {
    fn of(words: &[&str]) -> Self {
        let mut offsets = vec![0];
        for word in words {
            offsets.push(offsets[offsets.len() - 1] + i32::try_from(word.len()).unwrap());
        }
        Self { text: words.concat(), offsets }
    }

    fn cells(&self) -> Cells<'_> {
        Cells::Texts(Texts { text: &self.text, offsets: Offsets::Short(&self.offsets), present: None })
    }
}

pub(crate) fn numbers(values: &[f64]) -> Cells<'_> {
    Cells::Numbers(Column { values: Values::F64(values), present: None })
}

pub(crate) fn columns<'a>(person: Cells<'a>, time: Cells<'a>, state: Cells<'a>) -> PanelColumns<'a> {
    let named = |name, cells| Named { name, cells };
    PanelColumns {
        person: named("client", person),
        time: named("date", time),
        state: named("rung", state),
        covariates: Vec::new(),
        weight: None,
    }
}

fn sentences(error: &Error) -> Vec<String> {
    error.problems().iter().map(|problem| problem.message().en.into_owned()).collect()
}

/// The panel of these columns.
pub(crate) fn panel_of(person: &[f64], time: &[f64], state: &[f64], covariates: &[(&str, &[f64])]) -> Panel {
    let covariates = covariates.iter().map(|(name, values)| Named { name, cells: numbers(values) }).collect();
    let table = PanelColumns { covariates, ..columns(numbers(person), numbers(time), numbers(state)) };
    Panel::from_columns(&table, &PanelOptions::default()).unwrap()
}

/// People with their visits at whole numbers, in states written as digits.
pub(crate) fn seen(people: &[&str]) -> Panel {
    let (mut person, mut time, mut state) = (Vec::new(), Vec::new(), Vec::new());
    for (number, states) in (1_u32..).zip(people) {
        for (moment, code) in (0_u32..).zip(states.chars()) {
            person.push(f64::from(number));
            time.push(f64::from(moment));
            state.push(f64::from(code.to_digit(10).unwrap()));
        }
    }
    Panel::from_columns(&columns(numbers(&person), numbers(&time), numbers(&state)), &PanelOptions::default())
        .unwrap()
}
