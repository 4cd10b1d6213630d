//! What a sufficient statistic holds, by weight.

use super::{Chain, Circumstance, End, Row, Sight, Start, Transitions};
use crate::multistate::likelihood::Design;

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
    /// The state that was registered, or the first of those it may be.
    pub(in crate::multistate) fn likely(&self) -> usize {
        match self {
            Self::Known(state) | Self::Registered(state, _) => usize::from(*state),
            Self::Among(states) => states.first().map_or(0, |state| usize::from(*state)),
        }
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

    /// The time people were followed, by weight, in the unit of time.
    pub(in crate::multistate) fn followed(&self) -> f64 {
        let rows: f64 = self.rows.iter().map(|row| row.mass() * row.gap).sum();
        let time = |chain: &Chain| chain.steps.iter().map(|step| step.gap).sum::<f64>() * chain.mass();
        (rows + self.chains.iter().map(time).sum::<f64>()) * self.tick
    }

    /// Gives every influence of a design the mean and the standard deviation over the intervals, and returns the mean of each
    /// covariate over the visits that open an interval.
    pub(in crate::multistate) fn standardise(&self, design: &mut Design) -> Vec<f64> {
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
            let centre = self.mean(&all, &|one| influence.value(one));
            let off = |one: &Circumstance| influence.value(one) - centre;
            let spread = self.mean(&all, &|one| off(one) * off(one)).sqrt();
            let constant = spread <= 1e-12 * centre.abs();
            (influence.centre, influence.scale) = (centre, if constant { 1.0 } else { spread });
        }
        let covariates = self.circumstances.first().map_or(0, |one| one.values.len());
        let value = |at: usize| move |one: &Circumstance| one.values.get(at).copied().unwrap_or(0.0);
        (0..covariates).map(|at| self.mean(&opening, &value(at))).collect()
    }

    fn mean(&self, mass: &[f64], value: &dyn Fn(&Circumstance) -> f64) -> f64 {
        let total: f64 = mass.iter().sum();
        let sum: f64 = self.circumstances.iter().zip(mass).map(|(one, mass)| mass * value(one)).sum();
        if total > 0.0 { sum / total } else { 0.0 }
    }

    /// Whether every interval is a snapshot between two certain states, for which there is an expected information.
    pub(in crate::multistate) fn plain(&self) -> bool {
        self.chains.is_empty() && self.rows.iter().all(|row| row.end == End::Seen)
    }
}
