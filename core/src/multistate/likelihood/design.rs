//! From parameters to the logarithms of the intensities: a linear map, and its transpose.
//!
//! With `b` the logarithm of the intensity of a move where every covariate is at its centre and `β` the effects on it,
//! `log q = b + Σ β (x − centre) / scale`.

use crate::multistate::transitions::Circumstance;
use crate::multistate::{Effect, Initial, Quantity, Specification};

/// What an effect is an effect of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::multistate) enum Driver {
    /// A covariate, by its place in [`Specification::covariates`].
    Covariate(usize),
    /// Being in a later piece of time.
    Piece(usize),
}

/// One effect, ready to compute with.
#[derive(Clone, Debug)]
pub(in crate::multistate) struct Influence {
    pub(in crate::multistate) driver: Driver,
    pub(in crate::multistate) moves: Vec<usize>,
    pub(in crate::multistate) centre: f64,
    pub(in crate::multistate) scale: f64,
}

/// The linear map of a specification.
#[derive(Clone, Debug)]
pub(in crate::multistate) struct Design {
    pub(in crate::multistate) moves: usize,
    pub(in crate::multistate) influences: Vec<Influence>,
    /// How many errors in registration are allowed.
    pub(in crate::multistate) errors: usize,
    pub(in crate::multistate) error_influences: Vec<Influence>,
    /// The states after the first that someone can be in at a first visit, where those shares are estimated.
    pub(in crate::multistate) initial: Vec<usize>,
}

/// Per move, which parameters bear on it and with what factor.
pub(in crate::multistate) type Terms = Vec<Vec<(usize, f64)>>;

impl Specification {
    /// The names of the covariates on the intensities, each once, in the order of the effects; the pieces of time are not among them.
    pub fn covariates(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for effect in &self.effects {
            if self.period(&effect.covariate).is_none() && !names.contains(&effect.covariate.as_str()) {
                names.push(&effect.covariate);
            }
        }
        names
    }

    /// The names of the covariates on errors in registration, each once, in the order of the effects.
    pub fn error_covariates(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for effect in self.errors.iter().flat_map(|errors| &errors.effects) {
            if !names.contains(&effect.covariate.as_str()) {
                names.push(&effect.covariate);
            }
        }
        names
    }
}

impl Design {
    /// The map of a specification, with every centre 0 and every scale 1.
    pub(in crate::multistate) fn of(specification: &Specification) -> Self {
        let names = specification.covariates();
        let influence = |effect: &Effect| {
            let driver = match specification.period(&effect.covariate) {
                Some(piece) => Driver::Piece(piece),
                None => Driver::Covariate(
                    names.iter().position(|name| *name == effect.covariate).unwrap_or(usize::MAX),
                ),
            };
            Influence { driver, moves: effect.moves.clone(), centre: 0.0, scale: 1.0 }
        };
        let errors = specification.errors.as_ref();
        let error_names = specification.error_covariates();
        let error_influence = |effect: &Effect| {
            let place = error_names.iter().position(|name| *name == effect.covariate);
            let driver = Driver::Covariate(place.unwrap_or(usize::MAX));
            Influence { driver, moves: effect.moves.clone(), centre: 0.0, scale: 1.0 }
        };
        Self {
            moves: specification.space.moves().len(),
            influences: specification.effects.iter().map(influence).collect(),
            errors: errors.map_or(0, |errors| errors.allowed.len()),
            error_influences: errors.iter().flat_map(|errors| &errors.effects).map(error_influence).collect(),
            initial: match errors.map(|errors| &errors.initial) {
                Some(Initial::Estimated) => (1..specification.space.states().len()).collect(),
                _ => Vec::new(),
            },
        }
    }

    /// How many parameters there are.
    pub(in crate::multistate) fn parameters(&self) -> usize {
        self.moves + self.influences.len() + self.errors + self.error_influences.len() + self.initial.len()
    }

    /// What each parameter stands for, in order.
    pub(in crate::multistate) fn quantities(&self) -> Vec<Quantity> {
        let intensities = (0..self.moves).map(Quantity::Intensity);
        let effects = (0..self.influences.len()).map(Quantity::Effect);
        let errors = (0..self.errors).map(Quantity::Error);
        let error_effects = (0..self.error_influences.len()).map(Quantity::ErrorEffect);
        let initial = self.initial.iter().map(|state| Quantity::Initial(*state));
        intensities.chain(effects).chain(errors).chain(error_effects).chain(initial).collect()
    }

    /// The terms of each move under some circumstances.
    pub(in crate::multistate) fn terms(&self, circumstance: &Circumstance) -> Terms {
        let mut terms: Terms = (0..self.moves).map(|one| vec![(one, 1.0)]).collect();
        for (place, influence) in self.influences.iter().enumerate() {
            let factor = (influence.value(circumstance) - influence.centre) / influence.scale;
            for &one in &influence.moves {
                if let Some(terms) = terms.get_mut(one) {
                    terms.push((self.moves + place, factor));
                }
            }
        }
        terms
    }
}

impl Design {
    /// How many parameters bear on the intensities; those of errors and first states come after them.
    pub(in crate::multistate) fn rates(&self) -> usize {
        self.moves + self.influences.len()
    }

    /// From parameters of this map to those with these centres of the covariates and every scale 1: the matrix, row by row; and
    /// back.
    pub(in crate::multistate) fn outward(&self, centres: &[f64]) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
        let unit = || -> Vec<Vec<f64>> {
            let size = self.parameters();
            (0..size).map(|at| (0..size).map(|other| f64::from(u8::from(other == at))).collect()).collect()
        };
        let (mut out, mut back) = (unit(), unit());
        let put = |matrix: &mut Vec<Vec<f64>>, row: usize, column: usize, value: f64| {
            if let Some(cell) = matrix.get_mut(row).and_then(|row| row.get_mut(column)) {
                *cell = value;
            }
        };
        let effects = self.influences.iter().enumerate().map(|(at, one)| (0, self.moves + at, one));
        let first = self.rates();
        let on_errors = self.error_influences.iter().enumerate();
        let on_errors = on_errors.map(|(at, one)| (first, first + self.errors + at, one));
        for (base, place, influence) in effects.chain(on_errors) {
            // Covariates on errors are not centred, nor are the pieces of time.
            let centre = match influence.driver {
                Driver::Covariate(at) if base == 0 => centres.get(at).copied().unwrap_or(0.0),
                _ => 0.0,
            };
            put(&mut out, place, place, 1.0 / influence.scale);
            put(&mut back, place, place, influence.scale);
            for &one in &influence.moves {
                put(&mut out, base + one, place, (centre - influence.centre) / influence.scale);
                put(&mut back, base + one, place, influence.centre - centre);
            }
        }
        (out, back)
    }
}

impl Influence {
    /// The value of what drives it, among those of the covariates.
    pub(in crate::multistate) fn value_in(&self, values: &[f64]) -> f64 {
        match self.driver {
            Driver::Covariate(at) => values.get(at).copied().unwrap_or(f64::NAN),
            Driver::Piece(_) => 0.0,
        }
    }

    /// The value of what drives it.
    pub(in crate::multistate) fn value(&self, circumstance: &Circumstance) -> f64 {
        match self.driver {
            Driver::Covariate(_) => self.value_in(&circumstance.values),
            Driver::Piece(piece) => f64::from(u8::from(circumstance.piece == piece)),
        }
    }
}
