//! From the true moves of a person to the rows of a panel.

use super::walk::{Stretch, Walker};
use crate::error::{Error, Mistake, Place, Problem};
use crate::math::shown;
use crate::multistate::setting::{Layout, error_shares};
use crate::multistate::{Model, Scheme};
use crate::random::Seed;

/// A visit that would be made: when, and what would then be known.
#[derive(Clone, Debug, Default)]
pub(super) struct Visit {
    /// The time in ticks.
    pub(super) time: f64,
    /// Every covariate of the panel.
    pub(super) covariates: Vec<f64>,
    /// The code for more than one state with which it is registered when the state is one of those, by its place
    /// among these codes.
    pub(super) censored: Option<usize>,
    /// Whether the state is registered without error.
    pub(super) certain: bool,
}

/// A row of the panel.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) time: f64,
    /// The registered state, or from the number of states on: the place among the codes for more than one state.
    pub(super) code: usize,
    pub(super) covariates: Vec<f64>,
}

/// The seeds of the different kinds of draw, so that more draws of one kind move no other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seeds {
    pub(super) moves: Seed,
    pub(super) registration: Seed,
    pub(super) covariates: Seed,
    pub(super) schedule: Seed,
    pub(super) start: Seed,
}

impl Seeds {
    pub(super) fn of(seed: Seed) -> Self {
        Self {
            moves: seed.branch(1),
            registration: seed.branch(2),
            covariates: seed.branch(3),
            schedule: seed.branch(4),
            start: seed.branch(5),
        }
    }
}

/// Draws the rows of people for one model.
#[derive(Debug)]
pub(super) struct Recorder<'m> {
    model: &'m Model,
    layout: &'m Layout,
    walker: Walker<'m>,
    /// Where each covariate of the layout stands among those of the panel.
    places: Vec<usize>,
    /// The length of one tick in the unit of the rates.
    tick: f64,
    /// Whether times are whole ticks.
    whole: bool,
    seeds: Seeds,
}

impl<'m> Recorder<'m> {
    pub(super) fn new(
        (model, layout): (&'m Model, &'m Layout),
        columns: &[String],
        (tick, whole): (f64, bool),
        seed: Seed,
    ) -> Self {
        let place = |name: &String| columns.iter().position(|column| column == name).unwrap_or(usize::MAX);
        let places = layout.names().iter().map(place).collect();
        let walker = Walker::new(model, layout);
        Self { model, layout, walker, places, tick, whole, seeds: Seeds::of(seed) }
    }

    fn values(&self, covariates: &[f64]) -> Vec<f64> {
        self.places.iter().map(|place| covariates.get(*place).copied().unwrap_or(f64::NAN)).collect()
    }

    /// The rows of one person who begins in a state and would make these visits.
    pub(super) fn rows(&mut self, person: u32, start: usize, visits: &[Visit]) -> Result<Vec<Row>, Error> {
        let specification = &self.model.specification;
        let absorbing = |state: usize| specification.space.is_absorbing(state);
        let exact = specification.scheme == Scheme::Exact;
        let mut rows: Vec<Row> = Vec::with_capacity(visits.len());
        let mut state = start;
        let Some(first) = visits.first() else { return Ok(rows) };
        rows.push(self.register(person, 0, state, first));
        for (step, pair) in (1_u32..).zip(visits.windows(2)) {
            let [visit, next] = pair else { break };
            if absorbing(state) {
                break;
            }
            let values = self.values(&visit.covariates);
            let (begin, end) = (visit.time * self.tick, next.time * self.tick);
            let stretch = Stretch { state, begin, end, first: first.time * self.tick, values: &values };
            let mut draws = self.seeds.moves.stream(person, step);
            let Some(moves) = self.walker.moves(stretch, &mut draws) else {
                return Err(self.too_fast(&values, end - begin));
            };
            state = moves.last().map_or(state, |last| last.1);
            let seen = moves.iter().filter(|(_, to)| exact || specification.exact_entry.contains(to));
            for &(moment, to) in seen {
                let time = self.moment(moment, &rows, (visit.time, next.time));
                // Entries that fall on one tick are seen as the last of them.
                if !exact && rows.last().is_some_and(|row| row.time >= time) && rows.len() > 1 {
                    rows.pop();
                }
                rows.push(Row { time, code: to, covariates: visit.covariates.clone() });
            }
            let known = absorbing(state) && (exact || specification.exact_entry.contains(&state));
            if !known && rows.last().is_none_or(|row| row.time < next.time) {
                rows.push(self.register(person, step, state, next));
            }
        }
        Ok(rows)
    }

    /// The tick of an exactly known moment; on whole ticks the first that is not before it.
    fn moment(&self, moment: f64, rows: &[Row], (begin, end): (f64, f64)) -> f64 {
        if !self.whole {
            return moment / self.tick;
        }
        let time = (moment / self.tick).ceil().max(begin + 1.0).min(end);
        let last = rows.last().map_or(f64::NEG_INFINITY, |row| row.time);
        // Every move of an exact panel has a date of its own.
        if self.model.specification.scheme == Scheme::Exact { time.max(last + 1.0) } else { time }
    }

    fn register(&self, person: u32, step: u32, state: usize, visit: &Visit) -> Row {
        let specification = &self.model.specification;
        let states = specification.space.states().len();
        let row = |code| Row { time: visit.time, code, covariates: visit.covariates.clone() };
        let group = visit.censored.and_then(|place| Some((place, specification.censored.get(place)?)));
        if let Some((place, _)) = group.filter(|(_, code)| code.states.contains(&state)) {
            return row(states + place);
        }
        let Some(errors) = specification.errors.as_ref().filter(|_| !visit.certain) else {
            return row(state);
        };
        let values = self.values(&visit.covariates);
        let odds: Vec<f64> = self.layout.error_odds(&values).collect();
        let shares = error_shares(states, &errors.allowed, &odds);
        let mut draws = self.seeds.registration.stream(person, step);
        row(shares.get(state).and_then(|shares| draws.pick(shares)).unwrap_or(state))
    }

    fn too_fast(&self, values: &[f64], gap: f64) -> Error {
        let fastest = self.layout.rates(values, 0).fold(0.0, f64::max);
        let max = super::walk::MOST_MOVES / gap;
        let mistake = Mistake::OutsideRange { value: shown(fastest), min: 0.0, max };
        let place = Place::default().at("intensities");
        Error::of(vec![Problem::new(mistake.clone(), place)]).unwrap_or_else(|| mistake.into())
    }
}
