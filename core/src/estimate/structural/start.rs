//! Where the climb to the largest likelihood starts.

use super::implied::Sample;
use super::relation::Operator;
use super::table::{Row, Slot, State, Table};
use crate::math::sqrt;
use nalgebra::{DMatrix, DVector};

/// First guesses of the free parameters. For a model of observed variables without circles these are the estimates
/// themselves: an equation is then a regression.
///
/// A latent variable is at first what its indicators share (the centroid method), with a variance of one; then its
/// relations are regressions; then everything is brought to the unit that the model gives it.
pub(super) fn first_guess(table: &Table, sample: &Sample) -> DVector<f64> {
    let m = table.names.len();
    let mut all = DMatrix::identity(m, m);
    all.view_mut((0, 0), (table.observed, table.observed)).copy_from(&sample.covariance);
    let mut loadings = DMatrix::zeros(m, m);
    for latent in table.observed..m {
        measure(table, latent, &mut all, &mut loadings);
    }
    let mut values = DVector::zeros(table.rows.len());
    let mut unexplained = all.diagonal();
    for variable in 0..m {
        if table.is_explained(variable, Operator::ExplainedBy) {
            unexplained[variable] = regress(table, variable, &all, &mut values);
        } else if table.is_explained(variable, Operator::MeasuredBy) {
            let own: f64 =
                (0..m).map(|latent| loadings[(variable, latent)] * loadings[(variable, latent)]).sum();
            unexplained[variable] = (all[(variable, variable)] - own).max(0.2 * all[(variable, variable)]);
        }
    }
    let unit = DVector::from_fn(m, |variable, _| unit(table, variable, &loadings, unexplained[variable]));
    let mut free = DVector::zeros(table.free);
    for (index, row) in table.rows.iter().enumerate() {
        let State::Free(number) = row.state else { continue };
        free[number] = match row.slot {
            Slot::Path(to, from) if row.operator == Operator::MeasuredBy => {
                loadings[(to, from)] * unit[to] / unit[from]
            }
            Slot::Path(to, from) => values[index] * unit[to] / unit[from],
            Slot::Together(i, j) if i == j => unexplained[i] * unit[i] * unit[i],
            Slot::Together(i, j) => together(table, i, j, &all) * unit[i] * unit[j],
            Slot::Mean(i) => mean(table, i, &values, sample),
        };
    }
    free
}

/// A plainer guess: each latent variable has half of the variance of its indicators, and nothing else is related.
pub(super) fn plain_guess(table: &Table, sample: &Sample) -> DVector<f64> {
    let mut free = first_guess(table, sample);
    let deviation = |variable: usize| {
        if variable < table.observed { sqrt(sample.covariance[(variable, variable)]) } else { 1.0 }
    };
    for row in &table.rows {
        let State::Free(number) = row.state else { continue };
        let touches_latent = row.left >= table.observed || row.right >= table.observed;
        match row.slot {
            Slot::Path(to, _) if row.operator == Operator::MeasuredBy => free[number] = 0.7 * deviation(to),
            Slot::Together(i, j) if i == j => free[number] = 0.5 * deviation(i) * deviation(i),
            Slot::Path(..) | Slot::Together(..) if touches_latent => free[number] = 0.0,
            _ => {}
        }
    }
    free
}

/// Gives a latent variable its loadings and its covariances with all others, as if it had a variance of one.
fn measure(table: &Table, latent: usize, all: &mut DMatrix<f64>, loadings: &mut DMatrix<f64>) {
    let is_own = |row: &&Row| row.operator == Operator::MeasuredBy && row.left == latent;
    let items: Vec<usize> = table.rows.iter().filter(is_own).map(|row| row.right).collect();
    let directions = directions(&items, all);
    let direction = |item: usize| {
        let place = items.iter().position(|&other| other == item);
        place.and_then(|place| directions.get(place)).copied().unwrap_or(1.0)
    };
    // What an item shares with the others, all turned the same way.
    let shared = |item: usize| -> f64 {
        let others = items.iter().filter(|&&other| other != item);
        others.map(|&other| direction(item) * direction(other) * all[(item, other)]).sum()
    };
    let total: f64 = items.iter().map(|&item| shared(item)).sum();
    let mut sum = 0.0;
    for &item in &items {
        let deviation = sqrt(all[(item, item)]);
        let guess = match items.len() {
            1 => deviation,
            2 => {
                let other =
                    items.iter().filter(|&&other| other != item).map(|&other| sqrt(all[(other, other)]));
                sqrt(shared(item).abs() * deviation / other.sum::<f64>())
            }
            _ if total > 0.0 => shared(item) / sqrt(total),
            _ => 0.7 * deviation,
        };
        let most = if items.len() == 1 { 1.0 } else { 0.95 };
        let loading = guess.max(-most * deviation).min(most * deviation);
        loadings[(item, latent)] = direction(item) * loading;
        sum += loading;
    }
    let sum = if sum.abs() < 1e-6 { 1.0 } else { sum };
    for other in (0..table.names.len()).filter(|&other| other != latent) {
        let with: f64 = items.iter().map(|&item| direction(item) * all[(item, other)]).sum::<f64>() / sum;
        all[(latent, other)] = with;
        all[(other, latent)] = with;
    }
}

/// Which way each item points, so that each goes along with the others taken together; the first points up.
fn directions(items: &[usize], all: &DMatrix<f64>) -> Vec<f64> {
    let mut directions = vec![1.0; items.len()];
    // Each turn raises what they share in all, so that it ends; the bound is for ties.
    for _ in 0..items.len() * items.len() {
        let shared = |(place, item): (usize, &usize)| {
            let own = directions.get(place).copied().unwrap_or(1.0);
            let others = items.iter().zip(&directions).filter(|(other, _)| *other != item);
            let sum: f64 = others.map(|(&other, direction)| own * direction * all[(*item, other)]).sum();
            (place, sum)
        };
        let worst = items
            .iter()
            .enumerate()
            .map(shared)
            .fold((0, 0.0), |worst, one| if one.1 < worst.1 { one } else { worst });
        match directions.get_mut(worst.0) {
            Some(direction) if worst.1 < 0.0 => *direction = -*direction,
            _ => break,
        }
    }
    let first = directions.first().copied().unwrap_or(1.0);
    directions.iter().map(|direction| direction * first).collect()
}

/// The regression of a variable on what explains it; gives what it leaves unexplained.
fn regress(table: &Table, variable: usize, all: &DMatrix<f64>, values: &mut DVector<f64>) -> f64 {
    let explaining: Vec<(usize, usize)> = table
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.operator == Operator::ExplainedBy)
        .filter_map(|(index, row)| match row.slot {
            Slot::Path(to, from) if to == variable => Some((index, from)),
            _ => None,
        })
        .collect();
    let k = explaining.len();
    let from = |index: usize| explaining.get(index).map_or(0, |(_, from)| *from);
    // What is fixed is taken off the variable first.
    let fixed = |index: usize| {
        let row = explaining.get(index).and_then(|(row, _)| table.rows.get(*row));
        match row.map(|row| row.state) {
            Some(State::Fixed(value)) => Some(value),
            _ => None,
        }
    };
    let free: Vec<usize> = (0..k).filter(|&index| fixed(index).is_none()).collect();
    let with = |index: usize| {
        let taken: f64 = (0..k)
            .filter_map(|other| fixed(other).map(|value| value * all[(from(index), from(other))]))
            .sum();
        all[(from(index), variable)] - taken
    };
    let at = |index: usize| free.get(index).copied().unwrap_or_default();
    let inside = DMatrix::from_fn(free.len(), free.len(), |i, j| all[(from(at(i)), from(at(j)))]);
    let outside = DVector::from_fn(free.len(), |i, _| with(at(i)));
    let weights = crate::maximum::factor(&inside).map(|factor| factor.solve(&outside));
    let mut slopes = DVector::from_fn(k, |index, _| fixed(index).unwrap_or(0.0));
    if let Some(weights) = weights {
        for (index, &place) in free.iter().enumerate() {
            slopes[place] = weights[index];
        }
    }
    let mut explained = 0.0;
    for (index, (row, place)) in explaining.iter().enumerate() {
        values[*row] = slopes[index];
        let both: f64 = (0..k).map(|other| slopes[other] * all[(*place, from(other))]).sum();
        explained += slopes[index] * (2.0 * all[(*place, variable)] - both);
    }
    let own = all[(variable, variable)];
    // Of an observed variable it is exact; of a latent one it is a guess that must stay above zero.
    if variable < table.observed {
        (own - explained).max(1e-6 * own)
    } else {
        (own - explained).max(0.1 * own)
    }
}

/// By what a variable of variance one is to be multiplied.
fn unit(table: &Table, variable: usize, loadings: &DMatrix<f64>, unexplained: f64) -> f64 {
    if variable < table.observed {
        return 1.0;
    }
    for row in &table.rows {
        match (row.slot, row.state) {
            (Slot::Path(to, from), State::Fixed(value))
                if from == variable && row.operator == Operator::MeasuredBy && value != 0.0 =>
            {
                let guess = loadings[(to, from)] / value;
                return if guess.abs() > 1e-3 { guess } else { 1e-3 };
            }
            (Slot::Together(i, j), State::Fixed(value)) if i == variable && j == variable && value > 0.0 => {
                return sqrt(value / unexplained);
            }
            _ => {}
        }
    }
    1.0
}

/// A covariance that is not explained: of what only explains it is that of the data, of the rest nothing at first.
fn together(table: &Table, i: usize, j: usize, all: &DMatrix<f64>) -> f64 {
    let outward = |one: usize| {
        !table.is_explained(one, Operator::ExplainedBy) && !table.is_explained(one, Operator::MeasuredBy)
    };
    if outward(i) && outward(j) {
        let most = 0.9 * sqrt(all[(i, i)] * all[(j, j)]);
        let latent = i >= table.observed || j >= table.observed;
        return if latent { all[(i, j)].max(-most).min(most) } else { all[(i, j)] };
    }
    0.0
}

/// What the mean of an observed variable leaves when its regression is taken off.
fn mean(table: &Table, variable: usize, values: &DVector<f64>, sample: &Sample) -> f64 {
    if variable >= table.observed {
        return 0.0;
    }
    let explained: f64 = table
        .rows
        .iter()
        .zip(values.iter())
        .filter_map(|(row, value)| match row.slot {
            Slot::Path(to, from) if to == variable && from < table.observed => {
                Some(value * sample.mean[from])
            }
            _ => None,
        })
        .sum();
    sample.mean[variable] - explained
}
