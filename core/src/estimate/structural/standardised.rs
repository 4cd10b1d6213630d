//! Parameters in standard deviations, with their uncertainty.

use super::fit::Estimated;
use super::table::{Row, Slot, State};
use crate::estimate::coefficient::{Estimate, Reference, combine};
use crate::math::sqrt;
use nalgebra::{DMatrix, DVector};

/// Each parameter when every variable, latent ones too, has a standard deviation of one by the model: a path times
/// the deviation of what explains over that of what is explained; a variance over the total; a covariance as a
/// correlation of what is left; a mean over the deviation.
pub(super) fn of(estimated: &Estimated<'_>) -> Vec<Estimate> {
    let table = estimated.problem.table;
    let (slots, numbers) = table.estimated();
    let motion = table.motion(&estimated.implied, &slots);
    // How the variance of each variable moves with each free parameter.
    let mut turn = DMatrix::zeros(table.names.len(), table.free);
    for (index, &number) in numbers.iter().enumerate() {
        let moved = motion.u.column(index).component_mul(&motion.v.column(index)) * 2.0;
        let mut column = turn.column_mut(number);
        column += moved;
    }
    let total = estimated.implied.total.diagonal();
    let of_row = |(index, row): (usize, &Row)| {
        let value = estimated.implied.values[index];
        let (standardised, slope) = match row.slot {
            Slot::Path(to, from) => {
                let ratio = sqrt(total[from] / total[to]);
                let by = |variable: usize| turn.row(variable).transpose() / total[variable];
                let slope = (by(from) - by(to)) * (0.5 * value * ratio);
                (value * ratio, slope + own(row, table.free) * ratio)
            }
            Slot::Together(i, j) if i == j => {
                let slope = turn.row(i).transpose() * (-value / (total[i] * total[i]));
                (value / total[i], slope + own(row, table.free) / total[i])
            }
            Slot::Together(i, j) => {
                let (first, second) = (variance(estimated, i), variance(estimated, j));
                let scale = sqrt(first.0 * second.0);
                let slope = (first.1 / first.0 + second.1 / second.0) * (-0.5 * value / scale);
                (value / scale, slope + own(row, table.free) / scale)
            }
            Slot::Mean(i) => {
                let deviation = sqrt(total[i]);
                let slope = turn.row(i).transpose() * (-0.5 * value / (deviation * total[i]));
                (value / deviation, slope + own(row, table.free) / deviation)
            }
        };
        let variance = combine(&slope, &estimated.covariance);
        // What is one by definition does not vary: what rounding leaves of its variance is none.
        let variance = if variance <= 1e-24 * standardised * standardised { 0.0 } else { variance };
        Estimate::of(standardised, variance, Reference::Normal)
    };
    table.rows.iter().enumerate().map(of_row).collect()
}

/// The slope of a parameter by itself.
fn own(row: &Row, free: usize) -> DVector<f64> {
    let mut slope = DVector::zeros(free);
    if let State::Free(number) = row.state {
        slope[number] = 1.0;
    }
    slope
}

/// The variance that is left of a variable, with its slope.
fn variance(estimated: &Estimated<'_>, variable: usize) -> (f64, DVector<f64>) {
    let table = estimated.problem.table;
    let place = table.rows.iter().position(|row| row.slot == Slot::Together(variable, variable));
    let row = place.and_then(|place| table.rows.get(place));
    let slope = row.map_or_else(|| DVector::zeros(table.free), |row| own(row, table.free));
    (place.map_or(f64::NAN, |place| estimated.implied.values[place]), slope)
}
