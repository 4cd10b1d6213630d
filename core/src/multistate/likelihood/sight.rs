//! What was registered, given what is true: probabilities, and the way back to the parameters.
//!
//! For a true state `r` the log odds of registering `s` against `r` itself are linear in the covariates, so the probability is
//! `exp(odds_rs) / (1 + Σ exp(odds_r·))`. The shares of the states at a first visit are made of log odds against the first state in
//! the same way.

use super::design::{Design, Influence};
use crate::math;
use crate::multistate::transitions::Sight;
use crate::multistate::{Errors, Initial};

/// Per allowed error of a true state its place, and the parameters in its log odds with their factors.
type Odds = Vec<(usize, Vec<(usize, f64)>)>;

/// Probabilities made of log odds against one that has none.
fn shares(odds: &[f64]) -> Vec<f64> {
    let largest = odds.iter().fold(0.0_f64, |largest, one| largest.max(*one));
    let weights: Vec<f64> = [0.0].iter().chain(odds).map(|one| math::exp(one - largest)).collect();
    let total: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / total).collect()
}

/// From derivatives with respect to shares to those with respect to the odds.
fn pull(shares: &[f64], by_share: &[f64]) -> Vec<f64> {
    let mean: f64 = shares.iter().zip(by_share).map(|(share, by)| share * by).sum();
    shares.iter().zip(by_share).skip(1).map(|(share, by)| share * (by - mean)).collect()
}

/// The errors of a specification, with the places of their parameters.
#[derive(Clone, Debug)]
pub(super) struct Registration {
    states: usize,
    allowed: Vec<(usize, usize)>,
    influences: Vec<Influence>,
    /// Where the parameters of errors begin, and of the shares at a first visit.
    first_error: usize,
    first_initial: usize,
    /// The shares, where they are given.
    given: Option<Vec<f64>>,
    /// The states with a parameter, where shares are estimated.
    estimated: Vec<usize>,
}

impl Registration {
    pub(super) fn of(errors: Option<&Errors>, states: usize, design: &Design) -> Self {
        let first_error = design.moves + design.influences.len();
        let allowed = errors.map(|errors| errors.allowed.clone()).unwrap_or_default();
        Self {
            states,
            first_initial: first_error + allowed.len() + design.error_influences.len(),
            allowed,
            influences: design.error_influences.clone(),
            first_error,
            given: errors.and_then(|errors| match &errors.initial {
                Initial::Given(shares) => Some(shares.clone()),
                Initial::Estimated => None,
            }),
            estimated: design.initial.clone(),
        }
    }

    /// Per allowed error of a true state: its place, and the parameters with their factors.
    fn odds_of(&self, state: usize, values: &[f64]) -> Odds {
        let own = self.allowed.iter().enumerate().filter(|(_, (truly, _))| *truly == state);
        own.map(|(place, _)| {
            let effects = self.influences.iter().enumerate().filter(|(_, one)| one.moves.contains(&place));
            let term = |(at, one): (usize, &Influence)| {
                (self.first_error + self.allowed.len() + at, (one.value_in(values) - one.centre) / one.scale)
            };
            (place, [(self.first_error + place, 1.0)].into_iter().chain(effects.map(term)).collect())
        })
        .collect()
    }

    fn row(&self, state: usize, values: &[f64], parameters: &[f64]) -> (Odds, Vec<f64>) {
        let terms = self.odds_of(state, values);
        let value = |at: &usize| parameters.get(*at).copied().unwrap_or(f64::NAN);
        let odds: Vec<f64> = terms
            .iter()
            .map(|(_, terms)| terms.iter().map(|(at, factor)| factor * value(at)).sum())
            .collect();
        let shares = shares(&odds);
        (terms, shares)
    }

    /// Where a registered state stands among the shares of a true one.
    fn column(&self, state: usize, registered: usize, terms: &[(usize, Vec<(usize, f64)>)]) -> Option<usize> {
        if state == registered {
            return Some(0);
        }
        let at =
            terms.iter().position(|(place, _)| self.allowed.get(*place) == Some(&(state, registered)))?;
        Some(at + 1)
    }

    /// The probability of a sight for each true state.
    pub(super) fn probabilities(&self, sight: &Sight, parameters: &[f64]) -> Vec<f64> {
        (0..self.states)
            .map(|state| match sight {
                Sight::Known(known) => f64::from(u8::from(usize::from(*known) == state)),
                Sight::Among(states) => {
                    f64::from(u8::from(states.iter().any(|one| usize::from(*one) == state)))
                }
                Sight::Registered(registered, values) => {
                    let (terms, shares) = self.row(state, values, parameters);
                    let column = self.column(state, usize::from(*registered), &terms);
                    column.and_then(|column| shares.get(column)).copied().unwrap_or(0.0)
                }
            })
            .collect()
    }

    /// The derivatives of the probabilities of a sight that are not zero: (true state, parameter, derivative).
    pub(super) fn slopes(&self, sight: &Sight, parameters: &[f64]) -> Vec<(usize, usize, f64)> {
        let Sight::Registered(registered, values) = sight else { return Vec::new() };
        let mut slopes = Vec::new();
        for state in 0..self.states {
            let (terms, shares) = self.row(state, values, parameters);
            let Some(column) = self.column(state, usize::from(*registered), &terms) else { continue };
            let by_share: Vec<f64> = (0..shares.len()).map(|at| f64::from(u8::from(at == column))).collect();
            for (derivative, (_, terms)) in pull(&shares, &by_share).iter().zip(&terms) {
                slopes.extend(terms.iter().map(|(at, factor)| (state, *at, derivative * factor)));
            }
        }
        slopes
    }

    fn initial_shares(&self, parameters: &[f64]) -> Vec<f64> {
        shares(parameters.get(self.first_initial..).unwrap_or_default())
    }

    /// The shares of the true states at a first visit.
    pub(super) fn initial(&self, parameters: &[f64]) -> Vec<f64> {
        if let Some(given) = &self.given {
            return given.clone();
        }
        let own = self.initial_shares(parameters);
        let mut initial = vec![0.0; self.states];
        for (state, share) in [0].iter().chain(&self.estimated).zip(own) {
            initial.get_mut(*state).into_iter().for_each(|place| *place = share);
        }
        initial
    }

    /// Adds to the score what derivatives with respect to the shares at a first visit come to.
    pub(super) fn pull_initial(&self, by_state: &[f64], parameters: &[f64], score: &mut [f64]) {
        if self.given.is_some() {
            return;
        }
        let states = [0].into_iter().chain(self.estimated.iter().copied());
        let by_share: Vec<f64> = states.map(|state| by_state.get(state).copied().unwrap_or(0.0)).collect();
        let derivatives = pull(&self.initial_shares(parameters), &by_share);
        for (score, derivative) in
            score.get_mut(self.first_initial..).unwrap_or_default().iter_mut().zip(derivatives)
        {
            *score += derivative;
        }
    }
}
