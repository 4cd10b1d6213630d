//! How many people will be in each state, of those there are now and those who will come.
//!
//! # Formula
//! With `n` people in each state and `e` entering per unit of time, `n P(t) + e ∫ P(u, t) du` are expected. The uncertainty
//! has two parts, named apart: that of the parameters of the model (the delta method), and chance, which there would be if
//! the parameters were known: `Σ p (1 − p)` over the people there are, and the expected number itself of those who will
//! come, as if they came independently of each other (Poisson).

#[cfg(test)]
mod tests;
mod words;

use super::answer::{
    Certainty, Course, Interval, IntervalMethod, Method, Scale, Span, Varying, check_level, draws, middle,
    no_uncertainty, reach,
};
use super::population::{Group, problems};
use super::{Clock, Model, TimeUnit};
use crate::error::{Error, Mistake, Place, Problem};
use crate::math::shown;
use crate::random::Stream;
use crate::{Label, Provenance, Reason};
use serde::Serialize;

/// A caseload: who is there now, and who will come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Caseload {
    /// The people there are now.
    pub now: Vec<Group>,
    /// The people who will come, by the state in which they come: how many per unit of time.
    pub entering: Vec<Group>,
    /// What time it is, on the clock of the panel: of use when the pieces of the model are of calendar time.
    pub begin: f64,
}

/// How many people are expected in one state.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Expected {
    /// The code of the state.
    pub state: String,
    /// How many are expected.
    pub value: f64,
    /// The standard error from the uncertainty of the parameters.
    pub parameter_error: Option<f64>,
    /// The standard deviation from chance alone.
    pub chance: f64,
    /// Between which numbers the true one will lie, by both together; `None` when the first is not known.
    pub interval: Option<Interval>,
}

/// What is expected at one time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ForecastMoment"))]
pub struct Moment {
    /// How long from now.
    pub after: f64,
    /// Every state, in order.
    pub states: Vec<Expected>,
}

/// A forecast for a caseload.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Forecast {
    /// The unit of time.
    pub unit: TimeUnit,
    /// Every time asked, in order.
    pub moments: Vec<Moment>,
    /// What to be careful with.
    pub cautions: Vec<Reason>,
    /// Where the model comes from.
    pub provenance: Provenance,
    /// The forecast in plain words.
    pub text: Label,
}

/// Expects how many people will be in each state after these times from now.
///
/// It is about numbers of people: it does not say who will be where.
///
/// # Errors
/// Every problem of the caseload: numbers below 0 (`outside-range`), lists of another length than the states
/// (`wrong-length`), nobody at all (`empty`), covariates that are left out (`missing-field`).
pub fn forecast(
    model: &Model,
    caseload: &Caseload,
    times: &[f64],
    certainty: &Certainty,
) -> Result<Forecast, Error> {
    check_level(certainty)?;
    check(model, caseload, times)?;
    let people = People::of(model, caseload, model.covariance.is_some())?;
    let redrawn = match (&certainty.method, &model.covariance) {
        (Method::Simulation { draws: count, seed }, Some(covariance)) => {
            let parameters = draws(model, covariance, *count, seed.branch(0));
            Some((IntervalMethod::Simulation, parameters, seed.branch(1)))
        }
        (Method::Replicates { kind, parameters }, _) => {
            Some((*kind, parameters.clone(), crate::random::Seed::new(0)))
        }
        _ => None,
    };
    let states = model.specification.space.states();
    let mut moments = Vec::new();
    for (step, after) in (0_u32..).zip(times) {
        let (expected, chance) = people.after(*after);
        let again = redrawn.as_ref().map(|(method, parameters, seed)| {
            let mut found: Vec<Vec<f64>> = vec![Vec::new(); states.len()];
            for (number, values) in (0_u32..).zip(parameters) {
                let other = model.with_values(values);
                let Ok(people) = People::of(&other, caseload, false) else { continue };
                let (expected, chance) = people.after(*after);
                let mut stream: Stream = seed.stream(number, step);
                for ((own, expected), chance) in found.iter_mut().zip(expected).zip(chance) {
                    own.push((expected.value + chance.sqrt() * stream.normal()).max(0.0));
                }
            }
            (*method, found)
        });
        let one = |(place, state): (usize, &super::State)| {
            let figure = expected.get(place).cloned().unwrap_or_else(|| Varying::constant(0.0, 0));
            let variance = chance.get(place).copied().unwrap_or(0.0);
            let parameter = model.covariance.as_ref().map(|covariance| figure.variance(covariance));
            let level = certainty.level;
            let ends = match &again {
                Some((method, found)) => {
                    let own = found.get(place).cloned().unwrap_or_default();
                    middle(own, level).map(|(low, high)| (low, high, *method))
                }
                None => parameter.map(|parameter| {
                    let se = (parameter + variance).sqrt();
                    let (low, high) = Scale::Log.ends(figure.value, se, reach(level));
                    (low, high, IntervalMethod::Delta)
                }),
            };
            Expected {
                state: state.code.clone(),
                value: figure.value,
                parameter_error: parameter.map(f64::sqrt),
                chance: variance.sqrt(),
                interval: ends.map(|(low, high, method)| Interval {
                    low: Some(low),
                    high: Some(high),
                    level,
                    method,
                }),
            }
        };
        moments.push(Moment { after: *after, states: states.iter().enumerate().map(one).collect() });
    }
    let unknown = model.covariance.is_none() && redrawn.is_none();
    let mut cautions: Vec<Reason> = if unknown { vec![no_uncertainty()] } else { Vec::new() };
    let held = model.parameters.iter().filter(|parameter| parameter.is_held());
    cautions.extend(held.map(|parameter| words::held(model, parameter)));
    let mut found = Forecast {
        unit: model.specification.unit,
        moments,
        cautions,
        provenance: model.provenance.clone(),
        text: Label::of("", ""),
    };
    found.text = words::text(model, caseload, &found);
    Ok(found)
}

fn check(model: &Model, caseload: &Caseload, times: &[f64]) -> Result<(), Error> {
    let mut all = if caseload.entering.is_empty() {
        problems(&caseload.now, model, &Place::default().at("now"))
    } else {
        let within = |groups: &[Group], field: &str| -> Vec<Problem> {
            let place = Place::default().at(field);
            let each = groups.iter().enumerate();
            each.flat_map(|(number, group)| group.problems(model, &place.element(number + 1))).collect()
        };
        let mut both = within(&caseload.now, "now");
        both.extend(within(&caseload.entering, "entering"));
        both
    };
    for (number, time) in times.iter().enumerate().filter(|(_, time)| !(**time >= 0.0 && time.is_finite())) {
        let mistake = Mistake::OutsideRange { value: shown(*time), min: 0.0, max: f64::MAX };
        all.push(Problem::new(mistake, Place::default().at("times").element(number + 1)));
    }
    if !caseload.begin.is_finite() {
        let mistake = Mistake::OutsideRange { value: shown(caseload.begin), min: f64::MIN, max: f64::MAX };
        all.push(Problem::new(mistake, Place::default().at("begin")));
    }
    Error::of(all).map_or(Ok(()), Err)
}

/// The caseload under a model.
struct People<'a> {
    caseload: &'a Caseload,
    now: Vec<Course<'a>>,
    entering: Vec<Course<'a>>,
    clock: Option<Clock>,
    states: usize,
    parameters: usize,
}

impl<'a> People<'a> {
    fn of(model: &'a Model, caseload: &'a Caseload, derivatives: bool) -> Result<Self, Error> {
        let courses = |groups: &[Group]| -> Result<Vec<Course<'a>>, Error> {
            groups.iter().map(|group| Course::of(model, &group.profile, derivatives)).collect()
        };
        Ok(Self {
            caseload,
            now: courses(&caseload.now)?,
            entering: courses(&caseload.entering)?,
            clock: model.specification.pieces.as_ref().map(|pieces| pieces.clock),
            states: model.specification.space.states().len(),
            parameters: if derivatives { model.parameters.len() } else { 0 },
        })
    }

    /// The expected number in each state, and its variance by chance.
    fn after(&self, after: f64) -> (Vec<Varying>, Vec<f64>) {
        let mut expected = vec![Varying::constant(0.0, self.parameters); self.states];
        let mut chance = vec![0.0; self.states];
        for (group, course) in self.caseload.now.iter().zip(&self.now) {
            let begin = match self.clock {
                Some(Clock::Calendar) => self.caseload.begin,
                Some(Clock::Duration) => group.since,
                None => 0.0,
            };
            let passage = course.passage(Span { begin, end: begin + after }, &[]);
            for (from, people) in group.states.iter().enumerate().filter(|(_, people)| **people > 0.0) {
                for (to, (sum, variance)) in expected.iter_mut().zip(&mut chance).enumerate() {
                    let share = passage.probabilities.at(from, to);
                    *variance += people * share.value * (1.0 - share.value);
                    *sum = sum.plus(&share.scaled(*people));
                }
            }
        }
        for (group, course) in self.caseload.entering.iter().zip(&self.entering) {
            for ((sum, variance), come) in
                expected.iter_mut().zip(&mut chance).zip(self.come(group, course, after))
            {
                *variance += come.value;
                *sum = sum.plus(&come);
            }
        }
        (expected, chance)
    }

    /// How many of those who came since now are in each state.
    fn come(&self, group: &Group, course: &Course<'_>, after: f64) -> Vec<Varying> {
        let zero = || Varying::constant(0.0, self.parameters);
        let begin = if self.clock == Some(Clock::Calendar) { self.caseload.begin } else { 0.0 };
        // Those who come later have spent less time; in a piece of calendar time that is the time spent in it, and those
        // who came before it move on.
        let whole = self.clock != Some(Clock::Calendar);
        let stretches =
            if whole { vec![(0, after)] } else { course.stretches(Span { begin, end: begin + after }) };
        let (mut row, mut now) = (vec![zero(); self.states], begin);
        for (_, length) in stretches {
            let passage = course.passage(Span { begin: now, end: now + length }, &[]);
            now += length;
            row =
                (0..self.states)
                    .map(|to| {
                        let moved = row.iter().enumerate().fold(zero(), |sum, (from, people)| {
                            sum.plus(&people.times(&passage.probabilities.at(from, to)))
                        });
                        group.states.iter().enumerate().fold(moved, |sum, (from, rate)| {
                            sum.plus(&passage.spent.at(from, to).scaled(*rate))
                        })
                    })
                    .collect();
        }
        row
    }
}
