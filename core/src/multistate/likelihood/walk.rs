//! The likelihood of sequences of visits whose true states are not all certain: forward and back.
//!
//! With `a` the probabilities of the true states given everything up to a visit, a stretch of time and the sight `e` at its end give
//! `a ← (a P) ∘ e / c`, where `c` makes them add up to one; the log-likelihood is the sum of all `log c`. Going back,
//! with `b` what the later visits say of each state, the derivative with respect to `a P` is `e ∘ b / c`, and the one with
//! respect to `P` is `a` times that. An entry on a known date has `(a P) Q` in the place of `a P`; where every move is on its date,
//! staying is in the place of `P`.

use super::leg::{Flow, row_times, times_column};
use crate::math;
use crate::multistate::generator::Square;
use crate::multistate::transitions::{Chain, End, Start};

/// What depends on the parameters and is shared by all sequences.
pub(super) struct Shared {
    pub(super) flows: Vec<Flow>,
    pub(super) probabilities: Vec<Vec<Square>>,
    /// By circumstances, time and move; only where scores of single sequences are asked for.
    pub(super) sensitivities: Vec<Vec<Vec<Square>>>,
    pub(super) sights: Vec<Vec<f64>>,
    /// Per sight, how its probabilities change with the parameters: (true state, parameter, derivative).
    pub(super) slopes: Vec<Vec<(usize, usize, f64)>>,
    pub(super) initial: Vec<f64>,
}

/// One sequence gone through forwards.
pub(super) struct Forward {
    pub(super) value: f64,
    /// Per visit from the first: the probabilities and the divisor.
    pub(super) states: Vec<(Vec<f64>, f64)>,
    /// Per step the vector before its end, and after it but before the sight.
    pub(super) between: Vec<(Vec<f64>, Vec<f64>)>,
}

/// Divides by the sum, which is returned.
fn normalise(vector: &mut [f64]) -> f64 {
    let sum: f64 = vector.iter().sum();
    for one in vector.iter_mut() {
        *one /= sum;
    }
    sum
}

fn times(left: &[f64], right: &[f64]) -> Vec<f64> {
    left.iter().zip(right).map(|(left, right)| left * right).collect()
}

impl Shared {
    fn sight(&self, at: u32) -> &[f64] {
        self.sights.get(at as usize).map(Vec::as_slice).unwrap_or_default()
    }

    fn matrix(&self, circumstance: u32, place: usize) -> Option<&Square> {
        self.probabilities.get(circumstance as usize)?.get(place)
    }

    pub(super) fn forward(&self, chain: &Chain, places: &[usize]) -> Forward {
        let mut now = match chain.start {
            Start::Known(state) => {
                (0..self.initial.len()).map(|one| f64::from(u8::from(one == usize::from(state)))).collect()
            }
            Start::Any(sight) => self.sight(sight).to_vec(),
            Start::Initial(sight) => times(&self.initial, self.sight(sight)),
        };
        let divisor = normalise(&mut now);
        let mut value = math::ln(divisor);
        let (mut states, mut between) = (vec![(now.clone(), divisor)], Vec::with_capacity(places.len()));
        for (step, place) in chain.steps.iter().zip(places) {
            let Some(flow) = self.flows.get(step.circumstance as usize) else { continue };
            let passed = match self.matrix(step.circumstance, *place) {
                Some(matrix) if step.end != End::Moved => row_times(&now, matrix),
                _ => times(&now, &flow.stays(step.gap)),
            };
            let ended = flow.finish(&passed, step.end, step.sight.is_some());
            now = step.sight.map_or_else(|| ended.clone(), |sight| times(&ended, self.sight(sight)));
            let divisor = normalise(&mut now);
            value += math::ln(divisor);
            states.push((now.clone(), divisor));
            between.push((passed, ended));
        }
        Forward { value: if value.is_nan() { f64::NEG_INFINITY } else { value }, states, between }
    }

    /// Goes back through a sequence. `sight` gets the derivatives with respect to the probabilities of a sight (`None`: with respect to
    /// the shares at a first visit); `step` gets circumstances, place, time, the vector before and the derivatives after `P`, and those
    /// with respect to the intensities that do not go through `P`.
    #[expect(clippy::type_complexity, reason = "the two ends of one walk")]
    pub(super) fn walk_back(
        &self,
        chain: &Chain,
        places: &[usize],
        forward: &Forward,
        sight: &mut dyn FnMut(Option<u32>, &[f64]),
        visit: &mut dyn FnMut(usize, usize, Option<f64>, &[f64], &[f64], &[f64]),
    ) {
        let mut back = vec![1.0; self.initial.len()];
        let steps = chain.steps.iter().zip(places).zip(&forward.between).zip(forward.states.windows(2));
        for (((step, place), (passed, ended)), states) in steps.rev() {
            let ([(before, _), (_, divisor)], Some(flow)) =
                (states, self.flows.get(step.circumstance as usize))
            else {
                continue;
            };
            for one in &mut back {
                *one /= divisor;
            }
            let by_end = match step.sight {
                Some(at) => {
                    sight(Some(at), &times(ended, &back));
                    times(&back, self.sight(at))
                }
                None => back,
            };
            let mut rates = vec![0.0; flow.generator.moves().count()];
            let by_passed = flow.unfinish(passed, step.end, step.sight.is_some(), &by_end, &mut rates);
            match self.matrix(step.circumstance, *place) {
                Some(matrix) if step.end != End::Moved => {
                    visit(step.circumstance as usize, *place, Some(step.gap), before, &by_passed, &rates);
                    back = times_column(matrix, &by_passed);
                }
                _ => {
                    flow.unstay(step.gap, passed, &by_passed, &mut rates);
                    visit(step.circumstance as usize, *place, None, before, &by_passed, &rates);
                    back = times(&flow.stays(step.gap), &by_passed);
                }
            }
        }
        if let (Start::Initial(at), Some((_, divisor))) = (chain.start, forward.states.first()) {
            for one in &mut back {
                *one /= divisor;
            }
            sight(Some(at), &times(&self.initial, &back));
            sight(None, &times(self.sight(at), &back));
        }
    }
}
