//! A value with its derivatives.

use super::design::Terms;
use crate::multistate::generator::axpy;

/// How much is asked of an evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::multistate) enum Depth {
    /// The value.
    Value,
    /// And the score.
    Score,
    /// And the information: for sequences the sum of outer products in the place of the observed one.
    Information,
    /// And the observed information throughout.
    Observed,
}

/// A log-likelihood as a function of the logarithms of the intensities under one set of circumstances.
///
/// Matrices are row by row, of as many rows as there are moves.
pub(super) struct Local {
    pub(super) value: f64,
    pub(super) score: Vec<f64>,
    /// The sum of the outer products of the scores of single intervals.
    pub(super) outer: Vec<f64>,
    /// The sum of the second derivatives divided by the probability itself: `outer - curvature` is the observed information.
    pub(super) curvature: Vec<f64>,
}

impl Local {
    pub(super) fn new(moves: usize, asked: Depth) -> Self {
        let matrix = if asked >= Depth::Information { moves * moves } else { 0 };
        Self { value: 0.0, score: vec![0.0; moves], outer: vec![0.0; matrix], curvature: vec![0.0; matrix] }
    }

    pub(super) fn add_outer(&mut self, count: f64, slope: &[f64]) {
        for (row, one) in self.outer.chunks_exact_mut(slope.len().max(1)).zip(slope) {
            axpy(count * one, slope, row);
        }
    }
}

/// A log-likelihood and its derivatives with respect to the parameters.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::multistate) struct Evaluation {
    /// The log-likelihood; minus infinity when something that was seen cannot happen.
    pub(in crate::multistate) value: f64,
    /// Its first derivatives.
    pub(in crate::multistate) score: Vec<f64>,
    /// The sum of the outer products of scores: never below zero in any direction.
    pub(in crate::multistate) outer: Vec<Vec<f64>>,
    /// Minus the second derivatives.
    pub(in crate::multistate) observed: Vec<Vec<f64>>,
}

impl Evaluation {
    pub(super) fn new(parameters: usize) -> Self {
        let matrix = vec![vec![0.0; parameters]; parameters];
        Self { value: 0.0, score: vec![0.0; parameters], outer: matrix.clone(), observed: matrix }
    }

    /// Adds the score of so many units that are the same, and its outer product.
    pub(super) fn add_score(&mut self, count: f64, score: &[f64]) {
        axpy(count, score, &mut self.score);
        for (outer, one) in self.outer.iter_mut().zip(score) {
            axpy(count * one, score, outer);
        }
    }

    /// Adds a part for which there is an information, or for which the sum of outer products stands in.
    pub(super) fn join(&mut self, part: &Self, information: Option<&[Vec<f64>]>) {
        self.value += part.value;
        axpy(1.0, &part.score, &mut self.score);
        for (into, from) in self.outer.iter_mut().zip(&part.outer) {
            axpy(1.0, from, into);
        }
        for (into, from) in self.observed.iter_mut().zip(information.unwrap_or(&part.outer)) {
            axpy(1.0, from, into);
        }
    }

    /// Adds a part that depends on the parameters through a linear map.
    pub(super) fn add(&mut self, local: &Local, terms: &Terms) {
        self.value += local.value;
        for (derivative, terms) in local.score.iter().zip(terms) {
            for (parameter, factor) in terms {
                if let Some(score) = self.score.get_mut(*parameter) {
                    *score += derivative * factor;
                }
            }
        }
        let moves = terms.len().max(1);
        let rows = local.outer.chunks_exact(moves).zip(local.curvature.chunks_exact(moves)).zip(terms);
        for ((outer, curvature), left) in rows {
            for ((outer, curvature), right) in outer.iter().zip(curvature).zip(terms) {
                for (row, a) in left {
                    let (Some(into_outer), Some(into_observed)) =
                        (self.outer.get_mut(*row), self.observed.get_mut(*row))
                    else {
                        continue;
                    };
                    for (column, b) in right {
                        if let (Some(o), Some(i)) =
                            (into_outer.get_mut(*column), into_observed.get_mut(*column))
                        {
                            *o += a * b * outer;
                            *i += a * b * (outer - curvature);
                        }
                    }
                }
            }
        }
    }
}
