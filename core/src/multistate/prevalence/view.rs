//! Who is in view at a time, and where they are expected.

use super::{Occupancy, Prevalence};
use crate::error::Error;
use crate::multistate::answer::{
    Certainty, Histories, Interval, IntervalMethod, Lens, Memory, Method, Scale, Span, Varying, draws,
    middle, reach, spread,
};
use crate::multistate::{Clock, Model, Profile, State};
use std::collections::BTreeMap;

/// A panel, by a clock, with other covariates or its own.
pub(super) struct View<'a> {
    pub(super) histories: Histories<'a>,
    pub(super) clock: Clock,
    pub(super) profile: Option<&'a Profile>,
}

/// Spans in order, each with the covariates that hold in it, and how what is registered comes from the true state at its end.
#[derive(Clone, Debug)]
struct Path {
    spans: Vec<(Profile, Span)>,
    lens: Lens,
}

/// Someone in view: the visits, the place of the last one at the time asked, and the weight.
pub(super) type Seen = (std::ops::Range<usize>, usize, f64);

impl View<'_> {
    /// The moment on the panel's clock that a time means for someone.
    fn moment(&self, visits: &std::ops::Range<usize>, time: f64) -> f64 {
        match self.clock {
            Clock::Calendar => time,
            Clock::Duration => self.histories.time(visits.start) + time,
        }
    }

    pub(super) fn seen(&self, model: &Model, time: f64) -> Vec<Seen> {
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

    /// The share of each true state at the first time.
    fn start(&self, model: &Model, memory: &mut Memory<'_>) -> Result<Vec<Varying>, Error> {
        let states = model.specification.space.states().len();
        let parameters = memory.parameters();
        let hidden = model.specification.errors.is_some();
        let mut shares = vec![Varying::constant(0.0, parameters); states];
        for (_, last, weight) in self.seen(model, self.first()) {
            if hidden {
                let own = self.histories.begin(model, last, memory)?.unwrap_or_default();
                for (cell, share) in shares.iter_mut().zip(own) {
                    *cell = cell.plus(&share.scaled(weight));
                }
            } else if let Some(cell) = self.histories.state(last).and_then(|state| shares.get_mut(state)) {
                cell.value += weight;
            }
        }
        let total: f64 = shares.iter().map(|share| share.value).sum();
        Ok(shares.iter().map(|share| share.scaled(if total > 0.0 { 1.0 / total } else { 0.0 })).collect())
    }

    /// The first time of all.
    pub(super) fn first(&self) -> f64 {
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
        model: &Model,
        (time, seen): (f64, &[Seen]),
        memory: &mut Memory<'_>,
    ) -> Result<Vec<Varying>, Error> {
        let start = self.start(model, memory)?;
        let mut expected = vec![Varying::constant(0.0, memory.parameters()); start.len()];
        for (path, weight) in self.paths(seen, time) {
            let mut row: Vec<Varying> = start.iter().map(|share| share.scaled(weight)).collect();
            for (profile, span) in path.spans {
                let moved = memory.probabilities(&profile, span)?;
                row = (0..row.len()).map(|to| moved.share_in(&row, to)).collect();
            }
            let registered = path.lens.seen(&row, memory)?;
            for (sum, more) in expected.iter_mut().zip(&registered) {
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
            let spans: Vec<(Profile, Span)> = stretches
                .map(|(profile, begin, end)| (profile, self.histories.on_clock(visits.start, begin, end)))
                .collect();
            // At covariates that are given the registration is one at those, too.
            let given = self.profile.cloned().map(Lens::Doubtful);
            let last = self.histories.lens(*last);
            let before = || spans.last().map(|(profile, _)| Lens::Doubtful(profile.clone()));
            let lens = match (last, given) {
                (Some(Lens::Certain), _) => Lens::Certain,
                (last, given) => given.or(last).or_else(before).unwrap_or(Lens::Certain),
            };
            let bits = |(profile, span): &(Profile, Span)| {
                let values: Vec<f64> = profile.covariates.iter().map(|(_, value)| *value).collect();
                values.into_iter().chain([span.begin, span.end]).map(f64::to_bits)
            };
            let seen_through = match &lens {
                Lens::Certain => vec![u64::MAX],
                Lens::Doubtful(profile) => {
                    profile.covariates.iter().map(|(_, value)| value.to_bits()).collect()
                }
            };
            let key = spans.iter().flat_map(bits).chain(seen_through).collect();
            paths.entry(key).or_insert_with(|| (Path { spans, lens }, 0.0)).1 += weight;
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

    /// Observed beside expected at a time.
    pub(super) fn at(
        &self,
        model: &Model,
        time: f64,
        certainty: &Certainty,
        memory: &mut Memory<'_>,
    ) -> Result<Prevalence, Error> {
        let seen = self.seen(model, time);
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
        let expected = self.expected(model, (time, &seen), memory)?;
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
                self.expected(&other, (time, &seen), &mut Memory::new(&other, false))
            };
            parameters.iter().map(one).collect::<Result<Vec<_>, Error>>().map(|found| (method, found))
        });
        let again = again.transpose()?;
        let occupancy = |(place, state): (usize, &State)| {
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
