//! The largest likelihood, by Newton's method.

use crate::ordered::sort_stable;
use nalgebra::{Cholesky, DMatrix, DVector, Dyn};

/// A log-likelihood at one point, with its slope and the information there (minus its curvature, or what that is
/// expected to be).
#[derive(Clone, Debug)]
pub(crate) struct Height {
    pub(crate) value: f64,
    pub(crate) slope: DVector<f64>,
    pub(crate) information: DMatrix<f64>,
}

/// Where the climb ended.
#[derive(Clone, Debug)]
pub(crate) struct Summit {
    pub(crate) at: DVector<f64>,
    pub(crate) height: Height,
    pub(crate) converged: bool,
    pub(crate) steps: usize,
    /// The last step that was taken.
    pub(crate) last_step: DVector<f64>,
}

impl Summit {
    /// The parameters that would still move most, in their standard errors: at most three, the most restless first.
    pub(crate) fn restless(&self) -> Vec<usize> {
        let Some(factor) = factor(&self.height.information) else { return Vec::new() };
        let (step, inverse) = (factor.solve(&self.height.slope), factor.inverse());
        let mut moves: Vec<(usize, f64)> = step.iter().map(|step| step * step).enumerate().collect();
        for ((_, square), variance) in moves.iter_mut().zip(inverse.diagonal().iter()) {
            *square /= variance;
        }
        sort_stable(&mut moves, |(_, one), (_, other)| other.total_cmp(one));
        moves.into_iter().take(3).map(|(index, _)| index).collect()
    }
}

/// The factor of a matrix, with as much added to its diagonal as it takes to have one.
pub(crate) fn factor(matrix: &DMatrix<f64>) -> Option<Cholesky<f64, Dyn>> {
    let scale = matrix.diagonal().iter().fold(0.0, |most: f64, value| most.max(value.abs()));
    let mut ridge = 0.0;
    for _ in 0..20 {
        let raised = matrix + DMatrix::from_diagonal_element(matrix.nrows(), matrix.nrows(), ridge);
        if let Some(factor) = raised.cholesky() {
            return Some(factor);
        }
        ridge = if ridge == 0.0 { 1e-10 * scale } else { ridge * 10.0 };
    }
    None
}

/// Climbs from `start`: full steps, halved while they lead down, until the slope leaves less than 10⁻²⁰ to gain (in
/// units of the log-likelihood) or `at_most` steps are taken. `look` gives `None` where there is no likelihood.
pub(crate) fn climb(
    start: DVector<f64>,
    at_most: usize,
    look: impl Fn(&DVector<f64>) -> Option<Height>,
) -> Option<Summit> {
    let mut at = start;
    let mut height = look(&at)?;
    let mut last_step = DVector::zeros(at.len());
    for steps in 0..at_most {
        let Some(step) = factor(&height.information).map(|factor| factor.solve(&height.slope)) else { break };
        let gain = step.dot(&height.slope);
        if gain <= 1e-20 * (1.0 + height.value.abs()) {
            return Some(Summit { at, height, converged: true, steps, last_step });
        }
        // No step leads up any more: the rest is rounding, when little was to be gained.
        let Some((next, found)) = shorten(&at, &height, &step, gain, &look) else {
            let converged = gain <= 1e-10 * (1.0 + height.value.abs());
            return Some(Summit { at, height, converged, steps, last_step });
        };
        last_step = &next - &at;
        (at, height) = (next, found);
    }
    Some(Summit { at, height, converged: false, steps: at_most, last_step })
}

/// The first of the step and its halves that leads up; none when they all lead down.
fn shorten(
    at: &DVector<f64>,
    height: &Height,
    step: &DVector<f64>,
    gain: f64,
    look: impl Fn(&DVector<f64>) -> Option<Height>,
) -> Option<(DVector<f64>, Height)> {
    // Near the summit the values are equal but for rounding, and a full step is right.
    let slack = if gain < 1e-6 { 1e-12 * (1.0 + height.value.abs()) } else { 0.0 };
    let mut halves = (0..40).scan(1.0, |share, _| {
        let this = *share;
        *share *= 0.5;
        Some(this)
    });
    halves.find_map(|share| {
        let next = at + step * share;
        look(&next).filter(|found| found.value >= height.value - slack).map(|found| (next, found))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_restless_parameters_are_named_in_their_standard_errors() {
        // Steps of slope over information, each times the root of the information: 2, 0.2, 3 and 1.
        let information = DMatrix::from_diagonal(&DVector::from_vec(vec![4.0, 100.0, 1.0, 0.25]));
        let slope = DVector::from_vec(vec![4.0, 2.0, -3.0, 0.5]);
        let height = Height { value: 0.0, slope, information };
        let summit = Summit {
            at: DVector::zeros(4),
            height,
            converged: false,
            steps: 9,
            last_step: DVector::zeros(4),
        };
        assert_eq!(summit.restless(), [2, 0, 3]);
    }
}
