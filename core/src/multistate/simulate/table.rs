//! A drawn panel as a table: the document from which the same panel can be read.

use crate::multistate::{Panel, TimeUnit};
use chrono::Days;
use serde::Serialize;

/// The cells of one column.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DrawnCells {
    /// Numbers; absent where a covariate is not known.
    Numbers(Vec<Option<f64>>),
    /// Texts: codes, names and dates.
    Texts(Vec<String>),
}

/// One column.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DrawnColumn {
    /// Its name.
    pub name: String,
    /// Its cells.
    pub values: DrawnCells,
}

/// A drawn panel as a table, one row a visit.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DrawnPanel {
    /// The column of the people.
    pub person: &'static str,
    /// The column of the times: dates when the study had a first day, else numbers in the unit.
    pub time: &'static str,
    /// The column of the codes of the states.
    pub state: &'static str,
    /// The columns of the covariates.
    pub covariates: Vec<String>,
    /// The unit of time.
    pub unit: TimeUnit,
    /// The columns themselves.
    pub columns: Vec<DrawnColumn>,
}

impl DrawnPanel {
    /// The table of a panel.
    pub fn of(panel: &Panel) -> Self {
        let people = 0..panel.people();
        let names = people.flat_map(|person| {
            let visits = panel.visits_of(person).len();
            std::iter::repeat_n(panel.name(person).into_owned(), visits)
        });
        let time = match panel.origin {
            Some(origin) => {
                let date = |tick: &f64| {
                    // Drawn dates lie on whole days from the first; one that the calendar does not have is the first.
                    let days = crate::math::shown(tick.max(0.0)).parse().map(Days::new);
                    let date = days.ok().and_then(|days| origin.checked_add_days(days)).unwrap_or(origin);
                    date.to_string()
                };
                DrawnCells::Texts(panel.time.iter().map(date).collect())
            }
            None => DrawnCells::Numbers(panel.time.iter().map(|tick| Some(tick * panel.tick)).collect()),
        };
        let code = |state: &u8| panel.codes.get(usize::from(*state)).cloned().unwrap_or_default();
        let column = |name: &str, values| DrawnColumn { name: name.to_owned(), values };
        let mut columns = vec![
            column("person", DrawnCells::Texts(names.collect())),
            column("time", time),
            column("state", DrawnCells::Texts(panel.state.iter().map(code).collect())),
        ];
        let known = |value: &f64| Some(*value).filter(|value| value.is_finite());
        for (name, values) in &panel.covariates {
            columns.push(column(name, DrawnCells::Numbers(values.iter().map(known).collect())));
        }
        Self {
            person: "person",
            time: "time",
            state: "state",
            covariates: panel.covariates.iter().map(|(name, _)| name.clone()).collect(),
            unit: panel.unit,
            columns,
        }
    }
}
