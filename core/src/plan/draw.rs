//! How the plan changes with what is not certain.
#![expect(clippy::indexing_slicing, reason = "people and sets are numbered when the task is read")]

use super::columns::Drawn;
use super::market::{Column, Market, dot};
use super::sets::Sets;
use super::sight::{Numbers, Sight};
use crate::random::{Seed, Stream};

/// What the draws show.
#[derive(Clone, Debug, Default)]
pub(super) struct Draws {
    /// The bounds between which 95 % of the drawn rises of the plan lie; `None` without draws or uncertainty.
    pub(super) interval: Option<(f64, f64)>,
    /// For each person and each member of their set, the share of the replans in which they still get it.
    pub(super) kept: Vec<Vec<f64>>,
    /// For each person the share of the replans in which they get anything.
    pub(super) anything: Vec<f64>,
}

const COEFFICIENTS: u32 = 0;
const EFFECTS: u32 = 1;

/// The numbers of one draw: coefficients together, effects each by itself, all from normal distributions.
fn numbers(sight: &Sight<'_>, root: &[Vec<f64>], draw: u32) -> Numbers {
    let seed = Seed::new(sight.task.settings.seed);
    let mut stream: Stream = seed.stream(COEFFICIENTS, draw);
    let deviations: Vec<f64> = root.iter().map(|_| stream.normal()).collect();
    let mut drawn = sight.expected();
    for (value, row) in drawn.coefficients.iter_mut().zip(root) {
        *value += dot(row, &deviations);
    }
    let mut stream = seed.stream(EFFECTS, draw);
    for (effects, offer) in drawn.effects.iter_mut().zip(sight.task.catalogue.offers()) {
        for (change, effect) in effects.iter_mut().zip(&offer.effects) {
            *change += effect.standard_error.unwrap_or(0.0) * stream.normal();
        }
    }
    drawn
}

/// Whether anything is known of what is not certain.
pub(super) fn is_uncertain(sight: &Sight<'_>) -> bool {
    let mut effects = sight.task.catalogue.offers().iter().flat_map(|offer| &offer.effects);
    sight.task.model.is_uncertain() || effects.any(|effect| effect.standard_error.is_some())
}

/// Draws numbers, evaluates the plan under each, and makes it anew under some.
pub(super) fn draws(sight: &Sight<'_>, sets: &Sets, plan: &[Column], capacity: &[f64]) -> Draws {
    let settings = sight.task.settings;
    let mut out = Draws::default();
    if !is_uncertain(sight) || settings.draws.max(settings.replans) == 0 {
        return out;
    }
    let root = sight.task.model.root();
    let masks: Vec<u64> = plan.iter().map(|column| sets.masks[column.set as usize]).collect();
    let mut rises: Vec<f64> = Vec::new();
    let mut kept: Vec<Vec<u32>> = masks.iter().map(|mask| vec![0; mask.count_ones() as usize]).collect();
    let mut anything = vec![0_u32; plan.len()];
    for draw in 0..settings.draws.max(settings.replans) {
        let numbers = numbers(sight, &root, draw);
        let drawn = Drawn::of(sight, sets, &numbers);
        if draw < settings.draws {
            let gain = |(person, column): (usize, &Column)| drawn.gain(person, column.set as usize);
            rises.push(plan.iter().enumerate().map(gain).fold(0.0, |sum, gain| sum + gain));
        }
        if draw < settings.replans {
            let bounds = sight.people.iter().enumerate();
            let columns = bounds.map(|(person, bounds)| drawn.columns(person, bounds, capacity)).collect();
            let market = Market { columns, capacity, sets };
            for (person, column) in market.choose().columns.into_iter().enumerate() {
                let mask = sets.masks[market.columns[person][column].set as usize];
                anything[person] += u32::from(mask != 0);
                for (count, member) in kept[person].iter_mut().zip(super::sets::members(masks[person])) {
                    *count += u32::from(mask >> member & 1 == 1);
                }
            }
        }
    }
    out.interval = interval(rises);
    if settings.replans > 0 {
        let share = |count: u32| f64::from(count) / f64::from(settings.replans);
        out.kept = kept.into_iter().map(|counts| counts.into_iter().map(share).collect()).collect();
        out.anything = anything.into_iter().map(share).collect();
    }
    out
}

/// The 2.5 % and 97.5 % points of a sample, interpolated between neighbours.
pub(crate) fn interval(mut sample: Vec<f64>) -> Option<(f64, f64)> {
    sample.sort_unstable_by(f64::total_cmp);
    Some((quantile(&sample, 0.025)?, quantile(&sample, 0.975)?))
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place in a sample is a small whole number"
)]
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let place = share * sorted.len().checked_sub(1)? as f64;
    let below = *sorted.get(place.floor() as usize)?;
    let above = sorted.get(place.floor() as usize + 1).copied().unwrap_or(below);
    Some(below + (above - below) * (place - place.floor()))
}
