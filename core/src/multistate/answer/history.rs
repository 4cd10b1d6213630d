//! What happened to the people of a panel, in the terms of a model.

use super::course::{Course, Span};
use super::registered::registration;
use super::varying::Matrix;
use crate::error::{Error, Mistake, Place, Problem};
use crate::multistate::setting::Layout;
use crate::multistate::{Clock, Model, Panel, Profile};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A panel read for a model: states by their places, covariates by name.
#[derive(Debug)]
pub(crate) struct Histories<'p> {
    panel: &'p Panel,
    names: Vec<String>,
    columns: Vec<Cow<'p, [f64]>>,
    /// The states that each code of the panel stands for; none where the model does not know it.
    states: Vec<Vec<usize>>,
    /// Whether registered states may be wrong.
    hidden: bool,
    /// 1 where the state was registered without error, for a model that has errors.
    certain: Option<Cow<'p, [f64]>>,
    /// The covariates on errors, by their places in the names.
    on_errors: Vec<bool>,
    clock: Option<Clock>,
}

impl<'p> Histories<'p> {
    /// Reads a panel for a model.
    ///
    /// # Errors
    /// `missing-column` for covariates of the model that the panel does not have.
    pub(crate) fn of(model: &Model, panel: &'p Panel) -> Result<Self, Error> {
        let specification = &model.specification;
        let names = Layout::of(model).names().to_vec();
        let mut problems = Vec::new();
        let mut column = |name: &String| {
            let found = panel.covariate(name);
            if found.is_none() {
                problems
                    .push(Problem::new(Mistake::MissingColumn { column: name.clone() }, Place::default()));
            }
            found
        };
        let columns = names.iter().filter_map(&mut column).collect();
        let certain = specification.errors.as_ref().and_then(|errors| errors.certain.as_ref());
        let certain = certain.and_then(column);
        if let Some(error) = Error::of(problems) {
            return Err(error);
        }
        let states = panel.states_of_codes(specification);
        let used = specification.error_covariates();
        let on_errors = names.iter().map(|name| used.contains(&name.as_str())).collect();
        let clock = specification.pieces.as_ref().map(|pieces| pieces.clock);
        let hidden = specification.errors.is_some();
        Ok(Self { panel, names, columns, states, hidden, certain, on_errors, clock })
    }

    /// The visits of everyone with at least one, and how much they count.
    pub(crate) fn people(&self) -> impl Iterator<Item = (std::ops::Range<usize>, f64)> {
        (0..self.panel.people())
            .map(|person| (self.panel.visits_of(person), self.panel.weight(person)))
            .filter(|(visits, _)| !visits.is_empty())
    }

    /// The time of a visit in the unit of the model.
    pub(crate) fn time(&self, visit: usize) -> f64 {
        self.panel.time.get(visit).copied().unwrap_or_default() * self.panel.tick
    }

    /// The time between two visits in the unit of the model; from ticks, so that equal gaps are equal.
    pub(crate) fn gap(&self, visit: usize, next: usize) -> f64 {
        let tick = |visit: usize| self.panel.time.get(visit).copied().unwrap_or_default();
        (tick(next) - tick(visit)) * self.panel.tick
    }

    /// The registered state of a visit; `None` when its code stands for more than one.
    pub(crate) fn state(&self, visit: usize) -> Option<usize> {
        match self.states(visit) {
            [state] => Some(*state),
            _ => None,
        }
    }

    /// The states that the code of a visit stands for; none where the model does not know it.
    pub(crate) fn states(&self, visit: usize) -> &[usize] {
        self.states.get(self.panel.code_at(visit)).map_or(&[], Vec::as_slice)
    }

    /// Whether the registered state of a visit is the true one.
    pub(crate) fn certain(&self, visit: usize) -> bool {
        let column = self.certain.as_ref();
        !self.hidden || column.and_then(|certain| certain.get(visit)).is_some_and(|value| *value > 0.5)
    }

    /// The covariates on errors at a visit, the others at 0; `None` when one of them is not known.
    pub(crate) fn profile_of_errors(&self, visit: usize) -> Option<Profile> {
        let value = |(column, used): (&Cow<'_, [f64]>, &bool)| match column.get(visit).copied() {
            _ if !used => Some(0.0),
            value => value.filter(|value| value.is_finite()),
        };
        let values: Option<Vec<f64>> = self.columns.iter().zip(&self.on_errors).map(value).collect();
        Some(Profile { covariates: self.names.iter().cloned().zip(values?).collect() })
    }

    /// The stretch from a visit to the next on the clock of the pieces, for someone first seen at a visit.
    pub(crate) fn span(&self, first: usize, visit: usize) -> Span {
        let mut span = self.on_clock(first, self.time(visit), self.time(visit + 1));
        // Equal gaps count as equal wherever they lie, unless the model has pieces of time.
        if self.clock.is_none() {
            span.end = self.gap(visit, visit + 1);
        }
        span
    }

    /// The covariates from a visit to the next; `None` when one of them is not known.
    pub(crate) fn profile(&self, visit: usize) -> Option<Profile> {
        let value = |column: &Cow<'_, [f64]>| column.get(visit).copied().filter(|value| value.is_finite());
        let values: Option<Vec<f64>> = self.columns.iter().map(value).collect();
        Some(Profile { covariates: self.names.iter().cloned().zip(values?).collect() })
    }

    /// A stretch of calendar time on the clock of the pieces of the model, for someone first seen at a visit.
    pub(crate) fn on_clock(&self, first: usize, begin: f64, end: f64) -> Span {
        match self.clock {
            None => Span::to(end - begin),
            Some(Clock::Calendar) => Span { begin, end },
            Some(Clock::Duration) => Span { begin: begin - self.time(first), end: end - self.time(first) },
        }
    }
}

/// The probabilities of spans for profiles, each computed once.
#[derive(Debug)]
pub(crate) struct Memory<'m> {
    model: &'m Model,
    derivatives: bool,
    known: BTreeMap<Vec<u64>, Matrix>,
    registrations: BTreeMap<Vec<u64>, Matrix>,
}

impl<'m> Memory<'m> {
    pub(crate) fn new(model: &'m Model, derivatives: bool) -> Self {
        Self { model, derivatives, known: BTreeMap::new(), registrations: BTreeMap::new() }
    }

    /// How many parameters the derivatives are of.
    pub(crate) fn parameters(&self) -> usize {
        if self.derivatives { self.model.parameters.len() } else { 0 }
    }

    /// The probabilities over a span at a profile.
    pub(crate) fn probabilities(&mut self, profile: &Profile, span: Span) -> Result<&Matrix, Error> {
        let values = profile.covariates.iter().map(|(_, value)| value.to_bits());
        let key: Vec<u64> = values.chain([span.begin.to_bits(), span.end.to_bits()]).collect();
        let (model, derivatives) = (self.model, self.derivatives);
        match self.known.entry(key) {
            std::collections::btree_map::Entry::Occupied(entry) => Ok(entry.into_mut()),
            std::collections::btree_map::Entry::Vacant(entry) => {
                let course = Course::of(model, profile, derivatives)?;
                Ok(entry.insert(course.passage(span, &[]).probabilities.clone()))
            }
        }
    }
    /// The probability of each registered state given each true one, at a profile.
    pub(crate) fn registration(&mut self, profile: &Profile) -> Result<&Matrix, Error> {
        let key = profile.covariates.iter().map(|(_, value)| value.to_bits()).collect();
        match self.registrations.entry(key) {
            std::collections::btree_map::Entry::Occupied(entry) => Ok(entry.into_mut()),
            std::collections::btree_map::Entry::Vacant(entry) => {
                let course = Course::of(self.model, profile, self.derivatives)?;
                Ok(entry.insert(registration(self.model, &course)))
            }
        }
    }
}
