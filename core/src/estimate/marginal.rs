//! Average marginal effects of a logistic regression, and how well its chances tell the outcomes apart.

use super::coefficient::{Estimate, Reference, combine};
use super::formula::{Design, Formula};
use super::moments::{count, dot};
use super::regression::Fitted;
use super::rows::{predict, sum};
use crate::math::exp;
use nalgebra::DVector;

/// What follows from the predictor, row by row.
pub(super) struct Chances {
    pub(super) predictor: Vec<f64>,
    /// `p (1 − p)` and its derivative by the predictor.
    weight: Vec<f64>,
    turn: Vec<f64>,
}

impl Chances {
    pub(super) fn of(design: &Design<'_>, estimate: &DVector<f64>) -> Self {
        let columns: Vec<&[f64]> = design.terms.iter().map(AsRef::as_ref).collect();
        let mut predictor = vec![0.0; design.rows];
        predict(&columns, estimate[0], estimate.as_slice().get(1..).unwrap_or_default(), &mut predictor);
        let (weight, turn) = predictor
            .iter()
            .map(|eta| {
                let tail = exp(-eta.abs());
                let least = tail / (1.0 + tail);
                let weight = least * (1.0 - least);
                // Above one half the derivative is below zero.
                (weight, weight * (1.0 - 2.0 * least) * if *eta < 0.0 { 1.0 } else { -1.0 })
            })
            .unzip();
        Self { predictor, weight, turn }
    }
}

/// The chance that a row with a 1 comes after one with a 0, ties counting half.
pub(super) fn area_under_curve(predictor: &[f64], outcome: &[f64]) -> f64 {
    let key = |(eta, y): (&f64, &f64)| ordered(*eta) & !1 | u64::from(*y > 0.5);
    let keys = sorted(predictor.iter().zip(outcome).map(key).collect());
    let (mut ones, mut zeros, mut after) = (0.0, 0.0, 0.0);
    for tied in keys.chunk_by(|a, b| a >> 1 == b >> 1) {
        let positive = count(tied.iter().filter(|key| **key & 1 == 1).count());
        let negative = count(tied.len()) - positive;
        after += positive * (zeros + 0.5 * negative);
        ones += positive;
        zeros += negative;
    }
    after / (ones * zeros)
}

/// A number as bits that are in the same order.
fn ordered(number: f64) -> u64 {
    // Minus zero is zero here.
    let bits = (number + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// Numbers from small to large, by one group of their bits after another: in a tenth of the time that comparing takes.
fn sorted(mut keys: Vec<u64>) -> Vec<u64> {
    const BITS: usize = 11;
    const GROUPS: usize = 1 << BITS;
    let digit = |key: u64, group: usize| usize::try_from(key >> (group * BITS)).unwrap_or(0) % GROUPS;
    let mut other = vec![0; keys.len()];
    for group in 0..64_usize.div_ceil(BITS) {
        let mut places = vec![0; GROUPS];
        for key in &keys {
            if let Some(place) = places.get_mut(digit(*key, group)) {
                *place += 1;
            }
        }
        // A group of bits that is the same everywhere changes nothing.
        if places.contains(&keys.len()) {
            continue;
        }
        let mut before = 0;
        for place in &mut places {
            (*place, before) = (before, before + *place);
        }
        for key in &keys {
            if let Some(place) = places.get_mut(digit(*key, group)) {
                if let Some(cell) = other.get_mut(*place) {
                    *cell = *key;
                }
                *place += 1;
            }
        }
        std::mem::swap(&mut keys, &mut other);
    }
    keys
}

/// Average marginal effects and their standard errors, by the delta method.
pub(super) struct Marginal<'a> {
    pub(super) design: &'a Design<'a>,
    pub(super) fit: &'a Fitted<'a>,
    pub(super) chances: &'a Chances,
}

impl Marginal<'_> {
    /// The mean of `weights` times each term, the intercept first.
    fn means(&self, weights: &[f64]) -> DVector<f64> {
        let n = count(self.design.rows);
        let of_terms = self.design.terms.iter().map(|values| dot(weights, values) / n);
        DVector::from_iterator(self.fit.estimate.len(), std::iter::once(sum(weights) / n).chain(of_terms))
    }

    /// The mean of `p (1 − p) b` of one term.
    pub(super) fn of_term(&self, index: usize) -> Estimate {
        let own = self.fit.estimate[index + 1];
        let share = sum(&self.chances.weight) / count(self.design.rows);
        let mut slope = self.means(&self.chances.turn) * own;
        slope[index + 1] += share;
        Estimate::of(share * own, combine(&slope, &self.fit.covariance), Reference::Normal).times(100.0)
    }

    /// The mean derivative of the chance by a variable, through every term that has it.
    pub(super) fn of_variable(&self, variable: &str, formula: &Formula) -> Estimate {
        let having: Vec<usize> = (0..formula.terms.len())
            .filter(|&index| formula.terms.get(index).is_some_and(|term| term.has(variable)))
            .collect();
        if let [only] = having.as_slice()
            && formula.terms.get(*only).is_some_and(|term| term.0.len() == 1)
        {
            return self.of_term(*only);
        }
        let derivatives = self.design.derivatives(formula, variable);
        let mut along = vec![0.0; self.design.rows];
        for (index, values) in &derivatives {
            let own = self.fit.estimate[index + 1];
            along.iter_mut().zip(values).for_each(|(sum, value)| *sum += own * value);
        }
        let n = count(self.design.rows);
        let turned: Vec<f64> = along.iter().zip(&self.chances.turn).map(|(a, t)| a * t).collect();
        let mut slope = self.means(&turned);
        for (index, values) in &derivatives {
            slope[index + 1] += dot(&self.chances.weight, values) / n;
        }
        let value = dot(&along, &self.chances.weight) / n;
        Estimate::of(value, combine(&slope, &self.fit.covariance), Reference::Normal).times(100.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{area_under_curve, ordered, sorted};

    #[test]
    fn bits_are_in_the_order_of_the_numbers() {
        let numbers = [f64::NEG_INFINITY, -3.5, -1e-300, 0.0, 5e-324, 0.1, 2.0, 1e300];
        assert!(numbers.is_sorted_by_key(|number| ordered(*number)));
        assert_eq!(ordered(-0.0), ordered(0.0));
        let shuffled = numbers.iter().rev().map(|number| ordered(*number)).collect();
        assert!(sorted(shuffled).is_sorted());
    }

    #[test]
    fn ties_count_half() {
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-15, "{found}");
        near(area_under_curve(&[1.0, 1.0, 2.0, 3.0], &[0.0, 1.0, 0.0, 1.0]), 0.625);
        near(area_under_curve(&[-1.0, -1.0], &[0.0, 1.0]), 0.5);
    }
}
