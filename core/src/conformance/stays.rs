//! How long cases stay in each stage: what the models of moves between states ask for.

use super::align::Checker;
use super::report::visits;
use super::{Roadmap, Traces};
use crate::Label;
use serde::Serialize;

/// The stays of cases in the stages of a roadmap, as a request to fit a model of moves between states.
///
/// Every move was seen on its day; the last event of a case says that it was still in its stage then.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stays {
    /// The stages that cases were in, and the moves that were seen.
    pub space: StaysSpace,
    /// Always `exact`: every move was recorded on its own day.
    pub scheme: &'static str,
    /// Who entered which stage when.
    pub panel: StaysPanel,
}

/// The stages that cases were in, and the moves between them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StaysSpace {
    /// The stages, in the order of the roadmap.
    pub states: Vec<StaysState>,
    /// The moves that were seen, on the road or not.
    pub moves: Vec<StaysMove>,
}

/// A stage as a state.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StaysState {
    /// The name of the stage.
    pub code: String,
    /// What people call it.
    pub label: Label,
}

/// A move from stage to stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StaysMove {
    /// The stage that was left.
    pub from: String,
    /// The stage that was entered.
    pub to: String,
}

/// Who entered which stage when, as columns.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StaysPanel {
    /// The column with the name of the case.
    pub person: &'static str,
    /// The column with the day.
    pub time: &'static str,
    /// The column with the stage.
    pub state: &'static str,
    /// What counts of two stages on one day.
    pub same_day: &'static str,
    /// The columns.
    pub columns: Vec<StaysColumn>,
}

/// A column of texts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StaysColumn {
    /// Its name.
    pub name: &'static str,
    /// Its values.
    pub values: Vec<String>,
}

/// The stays of cases in the stages of a roadmap. Events without a date say nothing of how long.
///
/// ```
/// use meedoen::{conformance::{Traces, stays}, cocreation::roadmaps, document::Document};
/// let houten = roadmaps().into_iter().find(|roadmap| roadmap.id() == "houten").unwrap();
/// let traces = Traces::from_json(r#"{"traces": [{"case": "square", "events": [
///     {"step": "stories", "date": "2019-03-01"}, {"step": "analysis", "date": "2019-07-01"}]}]}"#)?;
/// assert_eq!(stays(&houten, &traces).space.moves.len(), 1);
/// # Ok::<(), meedoen::Error>(())
/// ```
pub fn stays(roadmap: &Roadmap, traces: &Traces) -> Stays {
    let mut checker = Checker::new(roadmap);
    let [mut cases, mut dates, mut stages] = [const { Vec::new() }; 3];
    let mut moves: Vec<(usize, usize)> = Vec::new();
    let place = |id: &str| roadmap.stages().iter().position(|stage| stage.id == id).unwrap_or_default();
    for trace in &traces.traces {
        let mut by_event = Vec::new();
        // A trace that is too long was refused at the door.
        checker.follow_by_stage(&trace.numbers(roadmap), &mut Vec::new(), &mut by_event);
        let visits = visits(roadmap, &by_event, &trace.events);
        let dated = visits.iter().filter_map(|visit| Some((visit.stage.clone(), visit.from?)));
        let last = visits.last().zip(trace.events.iter().rev().find_map(|event| event.date));
        let mut entered: Vec<(String, chrono::NaiveDate)> = Vec::new();
        for (stage, date) in dated.chain(last.map(|(visit, date)| (visit.stage.clone(), date))) {
            // Of two stages on one day the last counts.
            entered.retain(|(_, earlier)| *earlier != date);
            entered.push((stage, date));
        }
        let places: Vec<usize> = entered.iter().map(|(stage, _)| place(stage)).collect();
        moves.extend(
            places.iter().copied().zip(places.iter().copied().skip(1)).filter(|(from, to)| from != to),
        );
        for (stage, date) in entered {
            cases.push(trace.case.clone());
            dates.push(date.to_string());
            stages.push(stage);
        }
    }
    moves.sort_unstable();
    moves.dedup();
    let name = |place: usize| roadmap.stages().get(place).map(|stage| stage.id.clone()).unwrap_or_default();
    let states = roadmap.stages().iter().filter(|stage| stages.contains(&stage.id));
    Stays {
        space: StaysSpace {
            states: states
                .map(|stage| StaysState { code: stage.id.clone(), label: stage.label.clone() })
                .collect(),
            moves: moves.into_iter().map(|(from, to)| StaysMove { from: name(from), to: name(to) }).collect(),
        },
        scheme: "exact",
        panel: StaysPanel {
            person: "case",
            time: "date",
            state: "stage",
            same_day: "last",
            columns: vec![
                StaysColumn { name: "case", values: cases },
                StaysColumn { name: "date", values: dates },
                StaysColumn { name: "stage", values: stages },
            ],
        },
    }
}
