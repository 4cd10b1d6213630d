//! Stretches of time in sequences: what a vector over the states becomes, and the way back.

use crate::math;
use crate::multistate::generator::{Generator, REACH, Square, Steps, axpy, depth, dot, ticks};
use crate::multistate::transitions::End;

/// The intensities under one set of circumstances, ready for many stretches.
pub(super) struct Flow {
    pub(super) generator: Generator,
    steps: Steps,
    exits: Vec<f64>,
}

impl Flow {
    pub(super) fn of(generator: Generator) -> Self {
        let exits = (0..generator.size()).map(|state| generator.exit(state)).collect();
        Self { steps: Steps::of(&generator), generator, exits }
    }

    /// `P(t)` for many times.
    pub(super) fn probabilities(&self, times: &[f64]) -> Vec<Square> {
        let powers = self.steps.powers(self.depth(times));
        let sums = self.sums(times, &powers);
        let far =
            |(sum, time): (Option<Square>, &f64)| sum.unwrap_or_else(|| self.generator.probabilities(*time));
        sums.into_iter().zip(times).map(far).collect()
    }

    /// For many times the derivatives of `P(t)` with respect to the logarithm of each intensity.
    pub(super) fn sensitivities(&self, times: &[f64]) -> Vec<Vec<Square>> {
        let powers = self.steps.powers(self.depth(times));
        let mut all: Vec<Vec<Square>> = vec![Vec::new(); times.len()];
        for place in 0..self.steps.moves().len() {
            let sums = self.sums(times, &self.steps.changes(place, &powers));
            for (all, sum) in all.iter_mut().zip(sums) {
                all.extend(sum);
            }
        }
        let far = |(all, time): (Vec<Square>, &f64)| {
            if all.is_empty() { self.generator.sensitivities(*time) } else { all }
        };
        all.into_iter().zip(times).map(far).collect()
    }

    /// How many powers the times within reach need.
    fn depth(&self, times: &[f64]) -> usize {
        let near = times.iter().map(|time| self.steps.rate * time).filter(|reach| *reach <= REACH);
        depth(near.fold(0.0, f64::max), self.generator.size())
    }

    /// Sums over powers for times within reach.
    fn sums(&self, times: &[f64], powers: &[Square]) -> Vec<Option<Square>> {
        let size = self.generator.size();
        let of = |time: &f64| {
            let reach = self.steps.rate * time;
            (reach <= REACH).then(|| {
                let mut sum = Square::zero(size);
                for (weight, power) in ticks(reach, depth(reach, size)).iter().zip(powers) {
                    sum.add_scaled(*weight, power);
                }
                sum
            })
        };
        times.iter().map(of).collect()
    }

    /// Adds to `score` the derivatives with respect to the logarithms of the intensities, given those with respect to `P(t)` for many times.
    pub(super) fn pull(&self, times: &[f64], by_cell: &[Square], score: &mut [f64]) {
        let size = self.generator.size();
        let powers = self.steps.powers(self.depth(times));
        let mut by_power = vec![Square::zero(size); powers.len()];
        for (time, cells) in times.iter().zip(by_cell) {
            let reach = self.steps.rate * time;
            if reach > REACH {
                axpy(1.0, &self.generator.pull(*time, cells), score);
                continue;
            }
            for (weight, sum) in ticks(reach, depth(reach, size)).iter().zip(&mut by_power) {
                sum.add_scaled(*weight, cells);
            }
        }
        axpy(1.0, &self.steps.pull(&powers, by_power), score);
    }

    /// What becomes of a vector at the end of a stretch, when that is not only seen.
    pub(super) fn finish(&self, vector: &[f64], end: End, seen: bool) -> Vec<f64> {
        if !seen || end == End::Seen {
            return vector.to_vec();
        }
        let mut finished = if end == End::Moved { vector.to_vec() } else { vec![0.0; vector.len()] };
        for (one, rate) in self.generator.moves() {
            if let (Some(from), Some(to)) = (vector.get(one.from), finished.get_mut(one.to)) {
                *to += rate * from;
            }
        }
        finished
    }

    /// The way back from `finish`: the derivatives with respect to the vector; those of the intensities are added to `score`.
    pub(super) fn unfinish(
        &self,
        vector: &[f64],
        end: End,
        seen: bool,
        by: &[f64],
        score: &mut [f64],
    ) -> Vec<f64> {
        if !seen || end == End::Seen {
            return by.to_vec();
        }
        let mut back = if end == End::Moved { by.to_vec() } else { vec![0.0; by.len()] };
        for ((one, rate), score) in self.generator.moves().zip(score) {
            if let (Some(from), Some(by), Some(back)) =
                (vector.get(one.from), by.get(one.to), back.get_mut(one.from))
            {
                *back += rate * by;
                *score += rate * from * by;
            }
        }
        back
    }

    /// The probabilities to stay where one is.
    pub(super) fn stays(&self, time: f64) -> Vec<f64> {
        self.exits.iter().map(|exit| math::exp(-exit * time)).collect()
    }

    /// The way back from staying: adds the derivatives with respect to the intensities.
    pub(super) fn unstay(&self, time: f64, vector: &[f64], by: &[f64], score: &mut [f64]) {
        for ((one, rate), score) in self.generator.moves().zip(score) {
            if let (Some(vector), Some(by)) = (vector.get(one.from), by.get(one.from)) {
                *score -= time * rate * vector * by;
            }
        }
    }
}

/// A row vector times a matrix.
pub(super) fn row_times(row: &[f64], matrix: &Square) -> Vec<f64> {
    matrix.columns().map(|column| dot(row, column)).collect()
}

/// A matrix times a column vector.
pub(super) fn times_column(matrix: &Square, column: &[f64]) -> Vec<f64> {
    let mut product = vec![0.0; column.len()];
    for (weight, column) in column.iter().zip(matrix.columns()) {
        axpy(*weight, column, &mut product);
    }
    product
}

/// Adds, per move, the sum over all cells of a derivative of `P` times `from' to`.
pub(super) fn contract(changes: &[Square], from: &[f64], to: &[f64], score: &mut [f64]) {
    for (change, score) in changes.iter().zip(score) {
        *score += change.columns().zip(to).map(|(column, to)| to * dot(from, column)).sum::<f64>();
    }
}
