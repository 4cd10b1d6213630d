//! The prices of hours at which the bound is lowest.
#![expect(clippy::indexing_slicing, reason = "a matrix is indexed by the number of roles it was made with")]

use super::market::{Market, add, dot};
use crate::math::sqrt;

/// The most steps; for three roles some three hundred are enough.
const STEPS: usize = 4_000;
/// How close to the lowest bound it stops, as a share of the bound.
const CLOSE: f64 = 1e-7;

/// The lowest bound that was found.
pub(super) struct Priced {
    pub(super) prices: Vec<f64>,
    pub(super) bound: f64,
    /// For each person the best column at those prices.
    pub(super) choice: Vec<usize>,
}

/// What the bound is at some prices, and the hours that people would then take.
fn at(market: &Market<'_>, prices: &[f64]) -> (f64, Vec<f64>) {
    let costs = market.costs(prices);
    let (mut bound, mut used) = (dot(market.capacity, prices), vec![0.0; prices.len()]);
    for columns in &market.columns {
        let best = best(columns, &costs);
        bound += Market::worth(columns[best], &costs);
        add(&mut used, market.hours(columns[best]), 1.0);
    }
    (bound, used)
}

/// The first of the best columns.
fn best(columns: &[super::market::Column], costs: &[f64]) -> usize {
    let mut best = (0, f64::NEG_INFINITY);
    for (index, &column) in columns.iter().enumerate() {
        let worth = Market::worth(column, costs);
        if worth > best.1 {
            best = (index, worth);
        }
    }
    best.0
}

/// The price of each role above which nobody would want an hour of it.
fn highest(market: &Market<'_>) -> Vec<f64> {
    let mut highest = vec![0.0_f64; market.capacity.len()];
    for columns in &market.columns {
        let least = columns.iter().map(|column| column.gain).fold(f64::INFINITY, f64::min);
        for &column in columns {
            for (price, hours) in
                highest.iter_mut().zip(market.hours(column)).filter(|(_, hours)| **hours > 0.0)
            {
                *price = price.max((column.gain - least) / hours);
            }
        }
    }
    highest
}

/// Looks for the prices by the ellipsoid method with deep cuts.
pub(super) fn prices(market: &Market<'_>) -> Priced {
    let roles = market.capacity.len();
    let mut lowest = (at(market, &vec![0.0; roles]), vec![0.0; roles]);
    let slack = |used: &[f64]| -> Vec<f64> {
        market.capacity.iter().zip(used).map(|(given, used)| given - used).collect()
    };
    if !market.fits(&lowest.0.1) {
        let highest = highest(market);
        let mut centre: Vec<f64> = highest.iter().map(|price| price / 2.0).collect();
        let mut shape = vec![vec![0.0; roles]; roles];
        for (role, price) in highest.iter().enumerate() {
            // Never flat, so that a role nobody wants does not stop the search for the others.
            let half = (price / 2.0).max(f64::MIN_POSITIVE.sqrt());
            shape[role][role] = half * half * f64::from(u32::try_from(roles).unwrap_or(u32::MAX));
        }
        for _ in 0..STEPS {
            let below = (0..roles).find(|&role| centre[role] < 0.0);
            let (gradient, beyond) = if let Some(role) = below {
                let mut gradient = vec![0.0; roles];
                gradient[role] = -1.0;
                (gradient, -centre[role])
            } else {
                let (bound, used) = at(market, &centre);
                let beyond = (bound - lowest.0.0).max(0.0);
                let gradient = slack(&used);
                if bound < lowest.0.0 {
                    lowest = ((bound, used), centre.clone());
                }
                (gradient, beyond)
            };
            let turned: Vec<f64> = shape.iter().map(|row| dot(row, &gradient)).collect();
            let reach = sqrt(dot(&gradient, &turned).max(0.0));
            // No point of the ellipsoid has a bound that is lower by more than `reach`.
            let close = below.is_none() && reach <= CLOSE * lowest.0.0.abs();
            if close
                || reach <= f64::MIN_POSITIVE
                || beyond >= reach
                || !cut(&mut centre, &mut shape, &turned, reach, beyond)
            {
                break;
            }
        }
    }
    let (_, prices) = lowest;
    let costs = market.costs(&prices);
    let choice = market.columns.iter().map(|columns| best(columns, &costs)).collect();
    Priced { bound: at(market, &prices).0, prices, choice }
}

/// The smallest ellipsoid around what lies beyond the cut; `false` when rounding left nothing of it.
fn cut(centre: &mut [f64], shape: &mut [Vec<f64>], turned: &[f64], reach: f64, beyond: f64) -> bool {
    let n = f64::from(u32::try_from(centre.len()).unwrap_or(u32::MAX));
    let (depth, unit): (f64, Vec<f64>) = (beyond / reach, turned.iter().map(|one| one / reach).collect());
    let step = (1.0 + n * depth) / (n + 1.0);
    add(centre, &unit, -step);
    let shrink = 2.0 * step / (1.0 + depth);
    // In one dimension the ellipsoid is an interval, and the general factor a division of nothing by nothing.
    let grow = if n > 1.0 { n * n * (1.0 - depth * depth) / (n * n - 1.0) } else { 1.0 };
    for (row, left) in shape.iter_mut().zip(&unit) {
        for (cell, right) in row.iter_mut().zip(&unit) {
            *cell = if n > 1.0 {
                grow * (*cell - shrink * left * right)
            } else {
                *cell * (1.0 - depth) * (1.0 - depth) / 4.0
            };
        }
    }
    centre.iter().chain(shape.iter().flatten()).all(|value| value.is_finite())
}
