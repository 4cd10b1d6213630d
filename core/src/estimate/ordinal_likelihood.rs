//! The likelihood of a proportional-odds regression.

use super::formula::Design;
use super::moments::{BLOCK, dot};
use super::rows::{ScaledRows, add_cross, predict};
use crate::math::{exp, ln};
use crate::maximum::Height;
use nalgebra::{DMatrix, DVector};

/// The rows of a proportional-odds regression with their classes.
pub(super) struct Likelihood<'a> {
    rows: &'a ScaledRows,
    /// The number of the class of each row.
    pub(super) class: Vec<usize>,
    weights: Option<&'a [f64]>,
    /// How much weight each class has.
    shares: Vec<f64>,
}

/// What one row adds, by the boundary above it and the one below.
struct Part {
    chance: f64,
    above: f64,
    below: f64,
    curve_above: f64,
    curve_both: f64,
    curve_below: f64,
}

impl<'a> Likelihood<'a> {
    pub(super) fn new(rows: &'a ScaledRows, design: &'a Design<'_>, levels: &[f64]) -> Self {
        let class: Vec<usize> = design
            .outcome
            .iter()
            .map(|value| levels.iter().position(|level| level >= value).unwrap_or_default())
            .collect();
        let weights = design.weights.as_deref();
        let mut shares = vec![0.0; levels.len()];
        for (row, class) in class.iter().enumerate() {
            if let Some(share) = shares.get_mut(*class) {
                *share += weights.and_then(|weights| weights.get(row)).copied().unwrap_or(1.0);
            }
        }
        Self { rows, class, weights, shares }
    }

    /// The number of rows, each counted as often as its weight.
    pub(super) fn total(&self) -> f64 {
        self.shares.iter().sum()
    }

    /// The boundaries as they would be without terms, and slopes of zero.
    pub(super) fn start(&self) -> DVector<f64> {
        let cuts = self.shares.len() - 1;
        let total = self.total() + 1.0;
        let mut below = 0.5 / super::moments::count(cuts + 1);
        let step = below;
        let mut start = DVector::zeros(cuts + self.rows.columns.len());
        for (cut, share) in self.shares.iter().take(cuts).enumerate() {
            below += share + if cut == 0 { 0.0 } else { step };
            start[cut] = ln(below / (total - below));
        }
        start
    }

    /// The log-likelihood at a point, its slope and its observed information; none where boundaries cross.
    pub(super) fn look(&self, at: &DVector<f64>) -> Option<Height> {
        let (cuts, k) = (self.shares.len() - 1, self.rows.columns.len());
        let slopes = at.as_slice().get(cuts..)?;
        let (mut value, mut slope) = (0.0, DVector::zeros(cuts + k));
        let mut information = DMatrix::zeros(cuts + k, cuts + k);
        let (mut predictor, mut off, mut weight) = ([0.0; BLOCK], [0.0; BLOCK], [0.0; BLOCK]);
        let mut by_cut = vec![[0.0; BLOCK]; cuts];
        let mut product = 1.0;
        for span in self.rows.blocks() {
            let block = self.rows.block(span);
            let size = span.1 - span.0;
            let (predictor, off, weight) =
                (predictor.get_mut(..size)?, off.get_mut(..size)?, weight.get_mut(..size)?);
            predict(&block, 0.0, slopes, predictor);
            for cut in &mut by_cut {
                cut.fill(0.0);
            }
            let classes = self.class.get(span.0..span.1)?;
            for (row, (eta, &class)) in predictor.iter().zip(classes).enumerate() {
                let upper = if class < cuts { at[class] - eta } else { f64::INFINITY };
                let lower = if class > 0 { at[class - 1] - eta } else { f64::NEG_INFINITY };
                let part = part(upper, lower)?;
                let times =
                    self.weights.and_then(|weights| weights.get(span.0 + row)).copied().unwrap_or(1.0);
                if self.weights.is_some() || part.chance < 1e-200 {
                    value += times * ln(part.chance);
                } else {
                    // The logarithm of a product is the sum of theirs, while the product can be written.
                    product *= part.chance;
                    if product < 1e-100 {
                        value += ln(product);
                        product = 1.0;
                    }
                }
                if let (Some(off), Some(weight)) = (off.get_mut(row), weight.get_mut(row)) {
                    *off = -times * (part.above + part.below);
                    *weight = -times * (part.curve_above + 2.0 * part.curve_both + part.curve_below);
                }
                if class < cuts {
                    slope[class] += times * part.above;
                    information[(class, class)] -= times * part.curve_above;
                    if let Some(cell) = by_cut.get_mut(class).and_then(|cut| cut.get_mut(row)) {
                        *cell += times * (part.curve_above + part.curve_both);
                    }
                }
                if class > 0 {
                    slope[class - 1] += times * part.below;
                    information[(class - 1, class - 1)] -= times * part.curve_below;
                    if let Some(cell) = by_cut.get_mut(class - 1).and_then(|cut| cut.get_mut(row)) {
                        *cell += times * (part.curve_below + part.curve_both);
                    }
                }
                if class < cuts && class > 0 {
                    information[(class - 1, class)] -= times * part.curve_both;
                }
            }
            for (index, values) in block.iter().enumerate() {
                slope[cuts + index] += dot(off, values);
                for (cut, along) in by_cut.iter().enumerate() {
                    information[(cut, cuts + index)] += dot(along.get(..size)?, values);
                }
            }
            add_cross(&mut information, cuts, &block, weight);
        }
        value += ln(product);
        information.fill_lower_triangle_with_upper_triangle();
        value.is_finite().then_some(Height { value, slope, information })
    }
}

/// The chances of at most and of more than a point, each with all its digits.
fn both_tails(x: f64) -> (f64, f64) {
    let tail = exp(-x.abs());
    let (least, most) = (tail / (1.0 + tail), 1.0 / (1.0 + tail));
    if x < 0.0 { (least, most) } else { (most, least) }
}

/// `F(upper) − F(lower)` with the first and second derivatives of its logarithm; none unless it is above zero.
fn part(upper: f64, lower: f64) -> Option<Part> {
    let ((upper_down, upper_up), (lower_down, lower_up)) = (both_tails(upper), both_tails(lower));
    // On the side where both are small, so that their difference keeps its digits.
    let chance = if lower > 0.0 { lower_up - upper_up } else { upper_down - lower_down };
    if chance.is_nan() || chance <= 0.0 {
        return None;
    }
    let (dense_upper, dense_lower) = (upper_up * upper_down, lower_up * lower_down);
    let over = 1.0 / chance;
    let (above, below) = (dense_upper * over, -dense_lower * over);
    Some(Part {
        chance,
        above,
        below,
        curve_above: above * (upper_up - upper_down) - above * above,
        curve_both: -above * below,
        curve_below: below * (lower_up - lower_down) - below * below,
    })
}
