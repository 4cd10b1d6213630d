//! What a model implies for the variances, covariances and means, and how these move with each parameter.

use super::table::{Slot, State, Table};
use nalgebra::{DMatrix, DVector};

/// The model at one point. `total` and `mean` are of all variables, those observed first.
#[derive(Clone, Debug)]
pub(super) struct Implied {
    /// What one more of a variable does to each in all: `(I − A)⁻¹`.
    pub(super) reach: DMatrix<f64>,
    /// The variances and covariances.
    pub(super) total: DMatrix<f64>,
    /// The means.
    pub(super) mean: DVector<f64>,
    /// The value of each row of the table.
    pub(super) values: DVector<f64>,
}

/// How covariances and means move with each row: by `u vᵀ + v uᵀ`, and by `d`; a column a row of the table.
#[derive(Clone, Debug)]
pub(super) struct Motion {
    pub(super) u: DMatrix<f64>,
    pub(super) v: DMatrix<f64>,
    pub(super) d: DMatrix<f64>,
}

/// The values that fixed variances and means of the data have.
#[derive(Clone, Debug)]
pub(super) struct Sample {
    pub(super) covariance: DMatrix<f64>,
    pub(super) mean: DVector<f64>,
}

impl Table {
    /// The value of each row where the free parameters have these values.
    pub(super) fn values(&self, free: &DVector<f64>, sample: &Sample) -> DVector<f64> {
        DVector::from_iterator(
            self.rows.len(),
            self.rows.iter().map(|row| match (row.state, row.slot) {
                (State::Fixed(value), _) => value,
                (State::Free(number), _) => free[number],
                (State::Sample, Slot::Together(i, j)) => sample.covariance[(i, j)],
                (State::Sample, Slot::Mean(i)) => sample.mean[i],
                (State::Sample, Slot::Path(..)) => 0.0,
            }),
        )
    }

    /// What the model implies; none where its paths have no inverse.
    pub(super) fn implied(&self, values: DVector<f64>) -> Option<Implied> {
        let m = self.names.len();
        let mut paths = DMatrix::identity(m, m);
        let mut together = DMatrix::zeros(m, m);
        let mut own = DVector::zeros(m);
        for (row, value) in self.rows.iter().zip(values.iter()) {
            match row.slot {
                Slot::Path(to, from) => paths[(to, from)] -= value,
                Slot::Together(i, j) => {
                    together[(i, j)] = *value;
                    together[(j, i)] = *value;
                }
                Slot::Mean(i) => own[i] = *value,
            }
        }
        let reach = paths.try_inverse()?;
        let total = &reach * together * reach.transpose();
        Some(Implied { mean: &reach * own, total, reach, values })
    }

    /// How the model moves with each of these places of parameters.
    pub(super) fn motion(&self, implied: &Implied, slots: &[Slot]) -> Motion {
        let (m, count) = (self.names.len(), slots.len());
        let mut motion =
            Motion { u: DMatrix::zeros(m, count), v: DMatrix::zeros(m, count), d: DMatrix::zeros(m, count) };
        for (index, slot) in slots.iter().enumerate() {
            match *slot {
                Slot::Path(to, from) => {
                    motion.u.set_column(index, &implied.reach.column(to));
                    motion.v.set_column(index, &implied.total.column(from));
                    motion.d.set_column(index, &(implied.reach.column(to) * implied.mean[from]));
                }
                Slot::Together(i, j) => {
                    motion.u.set_column(index, &implied.reach.column(i));
                    let share = if i == j { 0.5 } else { 1.0 };
                    motion.v.set_column(index, &(implied.reach.column(j) * share));
                }
                Slot::Mean(i) => motion.d.set_column(index, &implied.reach.column(i)),
            }
        }
        motion
    }

    /// The rows that are estimated, with the numbers of their parameters.
    pub(super) fn estimated(&self) -> (Vec<Slot>, Vec<usize>) {
        let free = |row: &super::table::Row| match row.state {
            State::Free(number) => Some((row.slot, number)),
            State::Fixed(_) | State::Sample => None,
        };
        self.rows.iter().filter_map(free).unzip()
    }
}
