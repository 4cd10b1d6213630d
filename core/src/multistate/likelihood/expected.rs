//! The expected information of plain panels: `Σ n_r Σ_s (∂P_rs)(∂P_rs)' / P_rs`, with first derivatives only.

use super::evaluation::{Depth, Evaluation, Local};
use super::leg::Flow;
use super::{Likelihood, Part};

impl Likelihood {
    /// The information that is expected given where people were and for how long, at these parameters; `None` unless every visit was a
    /// snapshot of a certain state, within one piece of time.
    pub(in crate::multistate) fn expected(&self, parameters: &[f64]) -> Option<Vec<Vec<f64>>> {
        let seen = |part: &Part| {
            part.intervals.iter().all(|one| !one.entered) && part.exposed.iter().all(|one| *one <= 0.0)
        };
        if self.has_sequences() || !self.parts.iter().all(seen) {
            return None;
        }
        let mut information = Evaluation::new(parameters.len());
        for part in &self.parts {
            let flow = Flow::of(self.generator(part, parameters));
            information.add(&expected(&flow, part), &part.terms);
        }
        Some(information.outer)
    }
}

fn expected(flow: &Flow, part: &Part) -> Local {
    let moves = part.terms.len();
    let mut local = Local::new(moves, Depth::Information);
    let mut times: Vec<f64> = part.intervals.iter().map(|one| one.time).collect();
    times.dedup();
    let (probabilities, sensitivities) = (flow.probabilities(&times), flow.sensitivities(&times));
    let mut rest = part.intervals.as_slice();
    for ((time, matrix), changes) in times.iter().zip(&probabilities).zip(&sensitivities) {
        let (own, later) = rest.split_at(rest.partition_point(|one| one.time <= *time));
        rest = later;
        for from in 0..matrix.size() {
            let count: f64 = own.iter().filter(|one| one.from == from).map(|one| one.count).sum();
            if count <= 0.0 {
                continue;
            }
            for to in 0..matrix.size() {
                let probability = matrix.at(from, to);
                if probability > 0.0 {
                    let slope: Vec<f64> = changes.iter().map(|change| change.at(from, to)).collect();
                    local.add_outer(count / probability, &slope);
                }
            }
        }
    }
    local
}
