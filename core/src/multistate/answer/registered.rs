//! What is registered of people who may truly be in another state.
//!
//! # Formula
//! Someone's true state at the first visit has the shares of the model, times the probability of what was registered, made to
//! add up to one. Over time the shares are moved on by the probabilities of the model; at each visit they are multiplied
//! by the probability of what was registered there. So what will be registered next follows from all that was registered
//! before: the shares times the probabilities of registration.

use super::course::Course;
use super::history::{Histories, Memory};
use super::varying::{Matrix, Varying};
use crate::error::Error;
use crate::multistate::{Model, Profile, Quantity};

/// The probability of each registered state given each true one, `[true][registered]`.
pub(crate) fn registration(model: &Model, course: &Course<'_>) -> Matrix {
    let (states, parameters) = (course.states(), course.parameters());
    let mut matrix = Matrix::identity(states, parameters);
    let Some(errors) = &model.specification.errors else { return matrix };
    let odds: Vec<Varying> = course.error_odds().into_iter().map(|odds| odds.exp()).collect();
    let one = Varying::constant(1.0, parameters);
    for state in 0..states {
        let own = || errors.allowed.iter().zip(&odds).filter(|((truly, _), _)| *truly == state);
        let right = own().fold(one.clone(), |sum, (_, odds)| sum.plus(odds)).inverse();
        matrix.put(state, state, &right);
        for ((_, registered), odds) in own() {
            matrix.put(state, *registered, &odds.times(&right));
        }
    }
    matrix
}

/// The shares of the true states at a first visit; `None` where registered states are the true ones.
pub(crate) fn initial(model: &Model, parameters: usize) -> Option<Vec<Varying>> {
    let shares = model.initial_shares()?;
    let place = |state: usize| {
        model.parameters.iter().position(|parameter| parameter.quantity == Quantity::Initial(state))
    };
    let one = |(state, share): (usize, &f64)| {
        let mut varying = Varying::constant(*share, parameters);
        for (other, own) in shares.iter().enumerate() {
            if let Some(by) = place(other).and_then(|place| varying.by.get_mut(place)) {
                *by = share * (f64::from(u8::from(other == state)) - own);
            }
        }
        varying
    };
    Some(shares.iter().enumerate().map(one).collect())
}

/// Numbers made to add up to one; `None` where they are all nothing.
fn whole(shares: &[Varying]) -> Option<Vec<Varying>> {
    let first = shares.first()?;
    let none = Varying::constant(0.0, first.by.len());
    let total = shares.iter().fold(none, |sum, share| sum.plus(share));
    let factor = (total.value > 0.0).then(|| total.inverse())?;
    Some(shares.iter().map(|share| share.times(&factor)).collect())
}

/// How what is registered at a visit comes from the true state.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Lens {
    /// It is the true state.
    Certain,
    /// It may be another, by the covariates on errors.
    Doubtful(Profile),
}

impl Lens {
    /// The shares of the states that will be registered, from those of the true states.
    pub(crate) fn seen(&self, shares: &[Varying], memory: &mut Memory<'_>) -> Result<Vec<Varying>, Error> {
        let Self::Doubtful(profile) = self else { return Ok(shares.to_vec()) };
        let matrix = memory.registration(profile)?;
        Ok((0..shares.len()).map(|to| matrix.share_in(shares, to)).collect())
    }

    /// The shares of the true states when this code was registered, one that stands for these states; `None` when it cannot be.
    fn told(
        &self,
        shares: &[Varying],
        states: &[usize],
        memory: &mut Memory<'_>,
    ) -> Result<Option<Vec<Varying>>, Error> {
        let matrix = match (self, states) {
            // A code the model does not know says nothing.
            (_, []) => return Ok(Some(shares.to_vec())),
            (Self::Doubtful(profile), [_]) => Some(memory.registration(profile)?),
            // A code for several states is never given to a state that is not one of them.
            _ => None,
        };
        let share = |(truly, share): (usize, &Varying)| match (matrix, states) {
            (Some(matrix), [state]) => share.times(&matrix.at(truly, *state)),
            _ => share.scaled(f64::from(u8::from(states.contains(&truly)))),
        };
        Ok(whole(&shares.iter().enumerate().map(share).collect::<Vec<_>>()))
    }
}

impl Histories<'_> {
    /// How what is registered at a visit comes from the true state; `None` when a covariate on errors is not known.
    pub(crate) fn lens(&self, visit: usize) -> Option<Lens> {
        if self.certain(visit) {
            Some(Lens::Certain)
        } else {
            self.profile_of_errors(visit).map(Lens::Doubtful)
        }
    }

    /// The shares of the true states at a first visit, given what was registered there; `None` when a covariate is not known,
    /// what was registered cannot be, or the model has no errors.
    pub(crate) fn begin(
        &self,
        model: &Model,
        visit: usize,
        memory: &mut Memory<'_>,
    ) -> Result<Option<Vec<Varying>>, Error> {
        let Some(lens) = self.lens(visit) else { return Ok(None) };
        let (states, parameters) = (self.states(visit), memory.parameters());
        let Some(shares) = initial(model, parameters) else { return Ok(None) };
        let ([state], Lens::Certain) = (states, &lens) else { return lens.told(&shares, states, memory) };
        let share = |other| Varying::constant(f64::from(u8::from(other == *state)), parameters);
        Ok(Some((0..shares.len()).map(share).collect()))
    }

    /// For each visit of someone after the first the shares of the states expected to be registered, given all that was
    /// registered before; `None` where a covariate is not known or what was registered cannot be.
    pub(crate) fn foreseen(
        &self,
        model: &Model,
        visits: &std::ops::Range<usize>,
        memory: &mut Memory<'_>,
    ) -> Result<Vec<Option<Vec<f64>>>, Error> {
        let mut foreseen = Vec::with_capacity(visits.len());
        let mut shares = self.begin(model, visits.start, memory)?;
        for visit in visits.start..visits.end.saturating_sub(1) {
            let known = (shares.take(), self.profile(visit), self.lens(visit + 1));
            let (Some(now), Some(profile), Some(lens)) = known else {
                foreseen.push(None);
                continue;
            };
            let moved = memory.probabilities(&profile, self.span(visits.start, visit))?;
            let then: Vec<Varying> = (0..now.len()).map(|to| moved.share_in(&now, to)).collect();
            let seen = lens.seen(&then, memory)?;
            foreseen.push(Some(seen.iter().map(|share| share.value).collect()));
            shares = lens.told(&then, self.states(visit + 1), memory)?;
        }
        Ok(foreseen)
    }
}

impl Matrix {
    /// Sets one cell.
    fn put(&mut self, row: usize, column: usize, cell: &Varying) {
        let set = |matrix: &mut crate::multistate::Square, value: f64| {
            matrix.add(row, column, value - matrix.at(row, column));
        };
        set(&mut self.value, cell.value);
        for (matrix, by) in self.by.iter_mut().zip(&cell.by) {
            set(matrix, *by);
        }
    }

    /// The share in one state after the step of the matrix, from shares before it.
    pub(crate) fn share_in(&self, shares: &[Varying], to: usize) -> Varying {
        let none = Varying::constant(0.0, self.by.len());
        let shares = shares.iter().enumerate();
        shares.fold(none, |sum, (from, share)| sum.plus(&share.times(&self.at(from, to))))
    }
}
