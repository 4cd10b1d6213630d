//! How many people are in each state over time: as observed, and as a model expects.

use super::answer::{
    Certainty, Histories, Interval, IntervalMethod, Memory, Method, Scale, Span, Varying, check_level, draws,
    middle, no_uncertainty, reach, spread, words,
};
use super::{Clock, Model, Panel, Profile, TimeUnit};
use crate::error::{Error, Mistake, Place, Problem};
use crate::math::shown;
use crate::{Label, Provenance, Reason};
use serde::Serialize;
use std::collections::BTreeMap;

/// How many people are in one state at one time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Occupancy {
    /// The code of the state.
    pub state: String,
    /// How many of those in view were last seen in it.
    pub observed: f64,
    /// How many the model expects of the same people.
    pub expected: f64,
    /// The standard error of what is expected, from the uncertainty of the parameters.
    pub standard_error: Option<f64>,
    /// From where to where the expected number lies; it does not have the chance of what single people do.
    pub interval: Option<Interval>,
}

/// Observed beside expected at one time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Prevalence {
    /// The time.
    pub time: f64,
    /// The people in view: seen at or before this time and at or after it, or in a state that is never left.
    pub in_view: f64,
    /// Those of them last registered with a code for more than one state, who are in none of the observed numbers.
    pub unclear: f64,
    /// Every state, in order.
    pub states: Vec<Occupancy>,
}

/// Observed beside expected numbers over time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Prevalences {
    /// The clock of the times: that of the panel, or the time since each person's first visit.
    pub clock: Clock,
    /// The unit of time.
    pub unit: TimeUnit,
    /// Every time asked, in order.
    pub times: Vec<Prevalence>,
    /// What to be careful with.
    pub cautions: Vec<Reason>,
    /// Where the model comes from.
    pub provenance: Provenance,
    /// What it shows, in plain words.
    pub text: Label,
}

/// Observed and expected numbers in each state at these times.
///
/// *Observed*: the people whose last registered state at that time is this one. Someone past the last visit is no longer
/// in view, unless in a state that is never left. *Expected*: the same number of people, spread over the states as people
/// were at the first time, each moved on by the model with their own covariates, or with those of `profile`.
///
/// The two can differ because the model is wrong, but also because who is still in view is not a random part.
///
/// # Errors
/// `missing-column` for covariates the panel does not have, `missing-field` for those a given profile does not have,
/// `outside-range` for times that are no numbers.
pub fn prevalence(
    model: &Model,
    panel: &Panel,
    times: &[f64],
    clock: Clock,
    profile: Option<&Profile>,
    certainty: &Certainty,
) -> Result<Prevalences, Error> {
    check_level(certainty)?;
    let wrong = times.iter().enumerate().filter(|(_, time)| !time.is_finite());
    let problem = |(number, time): (usize, &f64)| {
        let mistake = Mistake::OutsideRange { value: shown(*time), min: f64::MIN, max: f64::MAX };
        Problem::new(mistake, Place::default().at("times").element(number + 1))
    };
    if let Some(error) = Error::of(wrong.map(problem).collect()) {
        return Err(error);
    }
    let view = View { histories: Histories::of(model, panel)?, clock, profile };
    let mut cautions = Vec::new();
    if model.covariance.is_none() && !matches!(certainty.method, Method::Replicates { .. }) {
        cautions.push(no_uncertainty());
    }
    let derivatives = model.covariance.is_some() && certainty.method == Method::Delta;
    let mut memory = Memory::new(model, derivatives);
    let found = times.iter().map(|time| view.at(model, *time, certainty, &mut memory));
    let times: Vec<Prevalence> = found.collect::<Result<_, _>>()?;
    let text = text(model, &times);
    let (unit, provenance) = (model.specification.unit, model.provenance.clone());
    Ok(Prevalences { clock, unit, times, cautions, provenance, text })
}

struct View<'a> {
    histories: Histories<'a>,
    clock: Clock,
    profile: Option<&'a Profile>,
}

/// Spans in order, each with the covariates that hold in it.
type Path = Vec<(Profile, Span)>;

/// Someone in view: the visits, the place of the last one at the time asked, and the weight.
type Seen = (std::ops::Range<usize>, usize, f64);

impl View<'_> {
    /// The moment on the panel's clock that a time means for someone.
    fn moment(&self, visits: &std::ops::Range<usize>, time: f64) -> f64 {
        match self.clock {
            Clock::Calendar => time,
            Clock::Duration => self.histories.time(visits.start) + time,
        }
    }

    fn seen(&self, model: &Model, time: f64) -> Vec<Seen> {
        let histories = &self.histories;
        let own = |(visits, weight): (std::ops::Range<usize>, f64)| {
            let moment = self.moment(&visits, time);
            let last = visits.clone().take_while(|visit| histories.time(*visit) <= moment).last()?;
            let end = visits.end.saturating_sub(1);
            let stays =
                histories.state(end).is_some_and(|state| model.specification.space.is_absorbing(state));
            (moment <= histories.time(end) || stays).then_some((visits, last, weight))
        };
        histories.people().filter_map(own).collect()
    }

    /// The share of each state at the first time.
    fn start(&self, model: &Model) -> Vec<f64> {
        let states = model.specification.space.states().len();
        let mut shares = vec![0.0; states];
        let first = self.first();
        for (_, last, weight) in self.seen(model, first) {
            if let Some(cell) = self.histories.state(last).and_then(|state| shares.get_mut(state)) {
                *cell += weight;
            }
        }
        let total: f64 = shares.iter().sum();
        shares.iter().map(|share| if total > 0.0 { share / total } else { 0.0 }).collect()
    }

    fn first(&self) -> f64 {
        match self.clock {
            Clock::Duration => 0.0,
            Clock::Calendar => {
                let firsts = self.histories.people().map(|(visits, _)| self.histories.time(visits.start));
                firsts.fold(f64::INFINITY, f64::min)
            }
        }
    }

    /// The expected number in each state of the people in view.
    fn expected(
        &self,
        (time, seen, start): (f64, &[Seen], &[f64]),
        memory: &mut Memory<'_>,
    ) -> Result<Vec<Varying>, Error> {
        let parameters = memory.parameters();
        let states = start.len();
        let mut expected = vec![Varying::constant(0.0, parameters); states];
        for (path, weight) in self.paths(seen, time) {
            let mut row: Vec<Varying> =
                start.iter().map(|share| Varying::constant(share * weight, parameters)).collect();
            for (profile, span) in path {
                let moved = memory.probabilities(&profile, span)?;
                row = (0..states)
                    .map(|to| {
                        let none = Varying::constant(0.0, parameters);
                        let shares = row.iter().enumerate();
                        shares.fold(none, |sum, (from, share)| sum.plus(&share.times(&moved.at(from, to))))
                    })
                    .collect();
            }
            for (sum, more) in expected.iter_mut().zip(&row) {
                *sum = sum.plus(more);
            }
        }
        Ok(expected)
    }

    /// The ways through covariates and time of those in view, each once with how many go it.
    fn paths(&self, seen: &[Seen], time: f64) -> Vec<(Path, f64)> {
        let mut paths: BTreeMap<Vec<u64>, (Path, f64)> = BTreeMap::new();
        for (visits, last, weight) in seen {
            let stretches = self.stretches(visits, *last, time).into_iter();
            let path: Path = stretches
                .map(|(profile, begin, end)| (profile, self.histories.on_clock(visits.start, begin, end)))
                .collect();
            let bits = |(profile, span): &(Profile, Span)| {
                let values: Vec<f64> = profile.covariates.iter().map(|(_, value)| *value).collect();
                values.into_iter().chain([span.begin, span.end]).map(f64::to_bits)
            };
            let key = path.iter().flat_map(bits).collect();
            paths.entry(key).or_insert_with(|| (path, 0.0)).1 += weight;
        }
        paths.into_values().collect()
    }

    /// The stretches of someone from the first time until the time asked, each with its covariates.
    fn stretches(&self, visits: &std::ops::Range<usize>, last: usize, time: f64) -> Vec<(Profile, f64, f64)> {
        let histories = &self.histories;
        let end = self.moment(visits, time);
        let begin = match self.clock {
            Clock::Calendar => self.first(),
            Clock::Duration => histories.time(visits.start),
        };
        if let Some(profile) = self.profile {
            return vec![(profile.clone(), begin, end)];
        }
        let mut stretches: Vec<(Profile, f64, f64)> = Vec::new();
        for visit in visits.start..=last {
            let from = if visit == visits.start { begin } else { histories.time(visit) };
            let to = if visit == last { end } else { histories.time(visit + 1) };
            // Where covariates are not known, those before hold on.
            let known = histories.profile(visit);
            match (stretches.last_mut(), known) {
                (Some(before), profile) if profile.as_ref().is_none_or(|profile| *profile == before.0) => {
                    before.2 = to;
                }
                (_, Some(profile)) => stretches.push((profile, from, to)),
                _ => {}
            }
        }
        stretches
    }

    fn at(
        &self,
        model: &Model,
        time: f64,
        certainty: &Certainty,
        memory: &mut Memory<'_>,
    ) -> Result<Prevalence, Error> {
        let (seen, start) = (self.seen(model, time), self.start(model));
        let states = model.specification.space.states();
        let mut observed = vec![0.0; states.len()];
        let (mut in_view, mut unclear) = (0.0, 0.0);
        for (_, last, weight) in &seen {
            in_view += weight;
            match self.histories.state(*last).and_then(|state| observed.get_mut(state)) {
                Some(cell) => *cell += weight,
                None => unclear += weight,
            }
        }
        let expected = self.expected((time, &seen, &start), memory)?;
        let redrawn = match (&certainty.method, &model.covariance) {
            (Method::Simulation { draws: count, seed }, Some(covariance)) => {
                Some((IntervalMethod::Simulation, draws(model, covariance, *count, *seed)))
            }
            (Method::Replicates { kind, parameters }, _) => Some((*kind, parameters.clone())),
            _ => None,
        };
        let again = redrawn.map(|(method, parameters)| {
            let one = |values: &Vec<f64>| {
                let other = model.with_values(values);
                self.expected((time, &seen, &start), &mut Memory::new(&other, false))
            };
            parameters.iter().map(one).collect::<Result<Vec<_>, Error>>().map(|found| (method, found))
        });
        let again = again.transpose()?;
        let occupancy = |(place, state): (usize, &super::State)| {
            let figure = expected.get(place).cloned().unwrap_or_else(|| Varying::constant(0.0, 0));
            let (standard_error, interval) = if let Some((method, found)) = &again {
                let own: Vec<f64> = found.iter().filter_map(|one| Some(one.get(place)?.value)).collect();
                let interval = middle(own.clone(), certainty.level).map(|(low, high)| (low, high, *method));
                (spread(&own), interval)
            } else {
                let se = model.covariance.as_ref().map(|covariance| figure.variance(covariance).sqrt());
                let ends = |se| Scale::Logit(in_view).ends(figure.value, se, reach(certainty.level));
                (se, se.map(ends).map(|(low, high)| (low, high, IntervalMethod::Delta)))
            };
            let level = certainty.level;
            let interval = interval.map(|(low, high, method)| Interval {
                low: Some(low),
                high: Some(high),
                level,
                method,
            });
            Occupancy {
                state: state.code.clone(),
                observed: observed.get(place).copied().unwrap_or(0.0),
                expected: figure.value,
                standard_error,
                interval,
            }
        };
        let states = states.iter().enumerate().map(occupancy).collect();
        Ok(Prevalence { time, in_view, unclear, states })
    }
}

/// The largest difference, in words.
fn text(model: &Model, times: &[Prevalence]) -> Label {
    let states = model.specification.space.states();
    let mut largest: Option<(f64, f64, usize, f64, f64)> = None;
    for one in times.iter().filter(|one| one.in_view > 0.0) {
        for (place, state) in one.states.iter().enumerate() {
            let (observed, expected) = (state.observed / one.in_view, state.expected / one.in_view);
            let off = (observed - expected).abs();
            if largest.is_none_or(|found| off > found.0) {
                largest = Some((off, one.time, place, observed, expected));
            }
        }
    }
    let Some((_, time, place, observed, expected)) = largest.filter(|found| found.2 < states.len()) else {
        return Label::of("Op deze momenten was niemand in beeld.", "No one was in view at these times.");
    };
    let (name, time) = (words::states(model, &[place]), words::duration(time, model.specification.unit));
    let (observed, expected) = (words::of_hundred(observed), words::of_hundred(expected));
    let finding = Label::new(
        format!(
            "Het grootste verschil is bij {} op {}: gezien {}, verwacht {}.",
            name.nl, time.nl, observed.nl, expected.nl
        ),
        format!(
            "The largest difference is in {} at {}: {} observed, {} expected.",
            name.en, time.en, observed.en, expected.en
        ),
    );
    let why = Label::of(
        "Een verschil kan komen doordat het model niet past, of doordat juist bepaalde mensen niet meer in beeld zijn.",
        "A difference can come from a model that does not fit, or from just who is no longer in view.",
    );
    let all: Vec<Label> = [finding, why].into_iter().chain(words::ending(model, None)).collect();
    Label::join(&all, " ")
}
