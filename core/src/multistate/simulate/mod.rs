//! Panels drawn from a model: for tests, for power, and to see what chance does.
//!
//! What is drawn depends on the seed, the person and the visit only, so people can be drawn in any order and in parts.

mod like;
mod power;
mod record;
mod study;
mod table;
#[cfg(test)]
mod tests;
mod walk;

pub use power::{Aim, Power, PowerMethod, power_by_information, power_by_simulation};
pub use study::{Draw, Schedule, Study};
pub use table::{DrawnCells, DrawnColumn, DrawnPanel};

use super::panel::People;
use super::setting::Layout;
use super::{Intake, Model, Panel};
use crate::error::Error;
use crate::random::{Seed, Stream};
use record::{Recorder, Row, Visit};
use std::ops::Range;

/// Draws a panel of the people of a study.
///
/// The true moves are drawn one by one, whatever the model is: pieces of time, covariates that change, states entered
/// on a known date, codes for more than one state, wrongly registered states. Someone seen in an absorbing state is not
/// seen again.
///
/// # Errors
/// Every reason why the study cannot be done with this model; `outside-range` for rates so high that someone would make
/// more than a million moves between two visits.
pub fn simulate(model: &Model, study: &Study, seed: Seed) -> Result<Panel, Error> {
    simulate_part(model, study, seed, 0..study.people)
}

/// Draws some of the people of a study, counted from 0: the same rows they have in the whole.
///
/// # Errors
/// Those of [`simulate`].
pub fn simulate_part(model: &Model, study: &Study, seed: Seed, people: Range<u32>) -> Result<Panel, Error> {
    let layout = Layout::of(model);
    study.check(model, layout.names())?;
    let columns: Vec<String> = study.covariates.iter().map(|(name, _)| name.clone()).collect();
    let (tick, whole) = (study.tick(), study.origin.is_some());
    let mut recorder = Recorder::new((model, &layout), &columns, (tick, whole), seed);
    let mut table = Drawn::new(model, columns);
    let seeds = record::Seeds::of(seed);
    for person in people.start..people.end.min(study.people) {
        let mut stream = seeds.start.stream(person, 0);
        let start = stream.pick(&study.start).unwrap_or_default();
        let visits = visits(model, study, seeds, person);
        table.add(recorder.rows(person, start, &visits)?);
    }
    Ok(table.panel(study.unit, tick, study.origin, None, None))
}

/// The times of a person in ticks, each above the one before.
fn times(study: &Study, draws: &mut Stream) -> Vec<f64> {
    let until = if study.dropout > 0.0 { draws.exponential() / study.dropout } else { f64::INFINITY };
    let mut times: Vec<f64> = Vec::new();
    let mut add = |time: f64| {
        let tick = time / study.tick();
        let tick = if study.origin.is_some() { tick.round() } else { tick };
        if times.last().is_none_or(|last| *last < tick) {
            times.push(tick);
        }
    };
    match &study.schedule {
        Schedule::Fixed(given) => {
            let first = given.first().copied().unwrap_or_default();
            let kept =
                given.iter().enumerate().filter(|(place, time)| *place == 0 || **time - first <= until);
            kept.for_each(|(_, time)| add(*time));
        }
        Schedule::Irregular { until: end, shortest, longest } => {
            let mut now = 0.0;
            while now <= end.min(until) {
                add(now);
                now += shortest + (longest - shortest) * draws.uniform();
            }
        }
    }
    times
}

fn visits(model: &Model, study: &Study, seeds: record::Seeds, person: u32) -> Vec<Visit> {
    let times = times(study, &mut seeds.schedule.stream(person, 0));
    let mut stream = seeds.covariates.stream(person, 0);
    let mut covariates: Vec<f64> = study.covariates.iter().map(|(_, draw)| draw.first(&mut stream)).collect();
    let mut visits = Vec::with_capacity(times.len());
    for (step, time) in (0_u32..).zip(times) {
        if step > 0 {
            let mut stream = seeds.covariates.stream(person, step);
            for (value, (_, draw)) in covariates.iter_mut().zip(&study.covariates) {
                *value = draw.next(*value, &mut stream);
            }
        }
        let mut stream = seeds.schedule.stream(person, step + 1);
        let lost = study.censored.iter().find(|(_, share)| stream.uniform() < *share);
        let censored =
            lost.and_then(|(code, _)| model.specification.censored.iter().position(|one| one.code == *code));
        visits.push(Visit { time, covariates: covariates.clone(), censored, certain: false });
    }
    visits
}

impl Draw {
    fn first(&self, draws: &mut Stream) -> f64 {
        match self {
            Self::Share(share) | Self::Switch { share, .. } => f64::from(u8::from(draws.uniform() < *share)),
            Self::Even { low, high } => low + (high - low) * draws.uniform(),
            Self::Normal { mean, sd } => mean + sd * draws.normal(),
        }
    }

    fn next(&self, value: f64, draws: &mut Stream) -> f64 {
        match self {
            Self::Switch { change, .. } if draws.uniform() < *change => 1.0 - value,
            _ => value,
        }
    }
}

/// Draws a panel of the people of another panel: seen at the same times, with the same covariates and weights, but with
/// states drawn from the model. It is what a parametric bootstrap needs.
///
/// Everyone begins where they were first seen. Where registered states may be wrong, the true first state is drawn from
/// the shares the model gives; where the first code stands for more than one state, each of these is as likely. Someone
/// whose exactly known entry into a state is not drawn before the date on which the panel has it, is seen on that date
/// in whatever state was drawn.
///
/// # Errors
/// `missing-column` for covariates of the model that the panel does not have; `outside-range` for rates so high that
/// someone would make more than a million moves between two visits.
pub fn simulate_like(model: &Model, panel: &Panel, seed: Seed) -> Result<Panel, Error> {
    like::simulate(model, panel, seed)
}

/// The rows drawn so far, in columns.
struct Drawn {
    codes: Vec<String>,
    names: Vec<String>,
    columns: Vec<Vec<f64>>,
    first: Vec<u32>,
    time: Vec<f64>,
    state: Vec<u8>,
}

impl Drawn {
    fn new(model: &Model, names: Vec<String>) -> Self {
        let specification = &model.specification;
        let states = specification.space.states().iter().map(|state| state.code.clone());
        let codes = states.chain(specification.censored.iter().map(|one| one.code.clone())).collect();
        let columns = names.iter().map(|_| Vec::new()).collect();
        Self { codes, names, columns, first: vec![0], time: Vec::new(), state: Vec::new() }
    }

    fn add(&mut self, rows: Vec<Row>) {
        for row in rows {
            self.time.push(row.time);
            self.state.push(u8::try_from(row.code).unwrap_or(u8::MAX));
            for (column, value) in self.columns.iter_mut().zip(row.covariates) {
                column.push(value);
            }
        }
        self.first.push(u32::try_from(self.time.len()).unwrap_or(u32::MAX));
    }

    fn panel(
        self,
        unit: super::TimeUnit,
        tick: f64,
        origin: Option<chrono::NaiveDate>,
        weight: Option<Vec<f64>>,
        people: Option<People>,
    ) -> Panel {
        let rows = u32::try_from(self.time.len()).unwrap_or(u32::MAX);
        let numbers = || People::Numbers((1..).take(self.first.len().saturating_sub(1)).collect());
        Panel {
            unit,
            tick,
            origin,
            people: people.unwrap_or_else(numbers),
            first: self.first,
            row: (0..rows).collect(),
            time: self.time,
            state: self.state,
            codes: self.codes,
            covariates: self.names.into_iter().zip(self.columns).collect(),
            groups: Vec::new(),
            weight,
            intake: Intake { rows: rows as usize, ..Intake::default() },
        }
    }
}
