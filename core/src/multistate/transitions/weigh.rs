//! What a sufficient statistic holds, by weight.

use super::{Chain, Row, Sight, Start, Transitions};
use crate::math;
use crate::multistate::likelihood::{Design, Influence};
use crate::multistate::{Errors, Specification};

/// An interval whose ends are more or less known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::multistate) struct Stretch {
    pub(in crate::multistate) from: usize,
    pub(in crate::multistate) to: usize,
    /// In the unit of time.
    pub(in crate::multistate) time: f64,
    /// How many, by weight.
    pub(in crate::multistate) mass: f64,
}

impl Row {
    /// How many there are, by weight.
    #[expect(clippy::cast_precision_loss, reason = "fewer intervals than 2^53")]
    pub(in crate::multistate) fn mass(&self) -> f64 {
        self.count as f64 * self.weight
    }
}

impl Chain {
    /// How many there are, by weight.
    #[expect(clippy::cast_precision_loss, reason = "fewer sequences than 2^53")]
    pub(in crate::multistate) fn mass(&self) -> f64 {
        self.count as f64 * self.weight
    }
}

impl Sight {
    /// Whether someone in a state can be seen so.
    pub(in crate::multistate) fn agrees(&self, state: usize, specification: &Specification) -> bool {
        match self {
            Self::Known(known) => usize::from(*known) == state,
            Self::Among(states) => states.iter().any(|one| usize::from(*one) == state),
            Self::Registered(registered, _) => {
                let registered = usize::from(*registered);
                let allowed = |errors: &Errors| errors.allowed.contains(&(state, registered));
                registered == state || specification.errors.as_ref().is_some_and(allowed)
            }
        }
    }

    /// The state that was registered, or the first of those it may be.
    pub(in crate::multistate) fn likely(&self) -> usize {
        match self {
            Self::Known(state) | Self::Registered(state, _) => usize::from(*state),
            Self::Among(states) => states.first().map_or(0, |state| usize::from(*state)),
        }
    }
}

fn mean(values: &[f64], mass: &[f64]) -> f64 {
    let total: f64 = mass.iter().sum();
    let sum: f64 = values.iter().zip(mass).map(|(value, mass)| value * mass).sum();
    if total > 0.0 { sum / total } else { 0.0 }
}

impl Influence {
    fn standardise(&mut self, values: &[f64], mass: &[f64]) {
        let centre = mean(values, mass);
        let squares: Vec<f64> = values.iter().map(|value| (value - centre) * (value - centre)).collect();
        let spread = mean(&squares, mass).sqrt();
        let constant = spread <= 1e-12 * centre.abs();
        (self.centre, self.scale) = (centre, if constant { 1.0 } else { spread });
    }
}

impl Transitions {
    /// Every interval as if what was registered is true; codes for more than one state are passed over.
    pub(in crate::multistate) fn stretches(&self) -> Vec<Stretch> {
        let mut stretches: Vec<Stretch> = self
            .rows
            .iter()
            .map(|row| Stretch {
                from: usize::from(row.from),
                to: usize::from(row.to),
                time: row.gap * self.tick,
                mass: row.mass(),
            })
            .collect();
        for chain in &self.chains {
            let sight = |at: u32| self.sights.get(at as usize);
            let mut from = match chain.start {
                Start::Known(state) => usize::from(state),
                Start::Any(at) | Start::Initial(at) => sight(at).map_or(0, Sight::likely),
            };
            let mut time = 0.0;
            for step in &chain.steps {
                time += step.gap * self.tick;
                match step.sight.and_then(sight) {
                    None | Some(Sight::Among(_)) => {}
                    Some(seen) => {
                        let to = seen.likely();
                        stretches.push(Stretch { from, to, time, mass: chain.mass() });
                        (from, time) = (to, 0.0);
                    }
                }
            }
        }
        stretches
    }

    /// The log odds of registering these states at a first visit against the first state, with half a visit added to each.
    pub(in crate::multistate) fn first_odds(&self, states: &[usize]) -> Vec<f64> {
        let seen = |state: usize| {
            let first = self.chains.iter().filter(|chain| match chain.start {
                Start::Initial(at) => {
                    self.sights.get(at as usize).is_some_and(|sight| sight.likely() == state)
                }
                _ => false,
            });
            0.5 + first.map(Chain::mass).sum::<f64>()
        };
        let none = seen(0);
        states.iter().map(|state| math::ln(seen(*state) / none)).collect()
    }

    /// The time people were followed, by weight, in the unit of time.
    pub(in crate::multistate) fn followed(&self) -> f64 {
        let rows: f64 = self.rows.iter().map(|row| row.mass() * row.gap).sum();
        let time = |chain: &Chain| chain.steps.iter().map(|step| step.gap).sum::<f64>() * chain.mass();
        (rows + self.chains.iter().map(time).sum::<f64>()) * self.tick
    }

    /// Fits a design to what there is: every influence gets the mean and the standard deviation over the intervals (on errors: over the
    /// visits), and only states that someone can be in at a first visit keep a share. Returns the mean of each covariate over the
    /// visits that open an interval.
    pub(in crate::multistate) fn adapt(
        &self,
        design: &mut Design,
        specification: &Specification,
    ) -> Vec<f64> {
        self.adapt_errors(design, specification);
        let (mut all, mut opening) =
            (vec![0.0; self.circumstances.len()], vec![0.0; self.circumstances.len()]);
        let mut add = |circumstance: u32, opens: bool, mass: f64| {
            let at = circumstance as usize;
            if let (Some(all), Some(opening)) = (all.get_mut(at), opening.get_mut(at)) {
                *all += mass;
                *opening += if opens { mass } else { 0.0 };
            }
        };
        for row in &self.rows {
            add(row.circumstance, row.opens, row.mass());
        }
        for chain in &self.chains {
            for step in &chain.steps {
                add(step.circumstance, step.opens, chain.mass());
            }
        }
        for influence in &mut design.influences {
            let values: Vec<f64> = self.circumstances.iter().map(|one| influence.value(one)).collect();
            influence.standardise(&values, &all);
        }
        let covariates = self.circumstances.first().map_or(0, |one| one.values.len());
        let values = |at: usize| {
            self.circumstances.iter().map(|one| one.values.get(at).copied().unwrap_or(0.0)).collect()
        };
        (0..covariates).map(values).map(|values: Vec<f64>| mean(&values, &opening)).collect()
    }

    fn adapt_errors(&self, design: &mut Design, specification: &Specification) {
        let mut mass = vec![0.0; self.sights.len()];
        let mut first = vec![false; specification.space.states().len()];
        for chain in &self.chains {
            let seen = chain.steps.iter().filter_map(|step| step.sight);
            let begun = if let Start::Initial(at) = chain.start { Some(at) } else { None };
            for at in seen.chain(begun) {
                mass.get_mut(at as usize).into_iter().for_each(|mass| *mass += chain.mass());
            }
            if let Some(sight) = begun.and_then(|at| self.sights.get(at as usize)) {
                first
                    .iter_mut()
                    .enumerate()
                    .for_each(|(state, first)| *first |= sight.agrees(state, specification));
            }
        }
        design.initial.retain(|state| first.get(*state) == Some(&true));
        for influence in &mut design.error_influences {
            let values: Vec<f64> =
                self.sights
                    .iter()
                    .map(|sight| {
                        if let Sight::Registered(_, values) = sight {
                            influence.value_in(values)
                        } else {
                            0.0
                        }
                    })
                    .collect();
            let registered = self.sights.iter().zip(&mass);
            let mass: Vec<f64> = registered
                .map(|(sight, mass)| if matches!(sight, Sight::Registered(..)) { *mass } else { 0.0 })
                .collect();
            influence.standardise(&values, &mass);
        }
    }
}
