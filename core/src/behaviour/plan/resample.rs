//! What a caseload says of each determinant, in the people there are and in people drawn anew from them.
#![expect(clippy::indexing_slicing, reason = "determinants and rows are numbered when the data are read")]

use super::super::Determinant;
use super::Caseload;
use crate::Vocabulary;
use crate::distribution::correlation;
use crate::math::sqrt;
use crate::ordered::by_key;
use crate::random::Seed;

/// The room, the correlation and the potential of one determinant over some rows.
pub(super) struct Found {
    pub(super) known: f64,
    pub(super) mean: f64,
    pub(super) deviation: f64,
    pub(super) pairs: f64,
    pub(super) correlation: Option<f64>,
}

impl Found {
    /// Of the rows at these places.
    pub(super) fn of(
        scores: &[Option<f64>],
        outcome: &[Option<f64>],
        rows: &mut dyn Iterator<Item = usize>,
    ) -> Self {
        let (mut known, mut sum, mut square) = (0.0, 0.0, 0.0);
        let (mut pairs, mut x, mut y, mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        // Deviations from the first values: sums of squares of small numbers keep their digits.
        let (mut from, mut start) = (None, None);
        for row in rows {
            let Some(score) = scores[row] else { continue };
            let score = score - *from.get_or_insert(score);
            known += 1.0;
            sum += score;
            square += score * score;
            let Some(value) = outcome[row] else { continue };
            let value = value - *start.get_or_insert(value);
            pairs += 1.0;
            x += score;
            y += value;
            xx += score * score;
            yy += value * value;
            xy += score * value;
        }
        let (sxx, syy, sxy) = (xx - x * x / pairs, yy - y * y / pairs, xy - x * y / pairs);
        let varies = |s: f64, scale: f64| s > 1e-12 * scale.max(f64::MIN_POSITIVE);
        let possible = pairs >= 3.0 && varies(sxx, xx) && varies(syy, yy);
        Self {
            known,
            mean: from.unwrap_or(f64::NAN) + sum / known,
            deviation: sqrt((square - sum * sum / known).max(0.0) / (known - 1.0)),
            pairs,
            correlation: possible.then(|| (sxy / sqrt(sxx * syy)).clamp(-1.0, 1.0)),
        }
    }

    /// The room that the mean leaves.
    pub(super) fn room(&self, determinant: Determinant) -> f64 {
        room(determinant, self.mean)
    }

    /// The correlation, turned so that above zero is towards support.
    pub(super) fn towards(&self, determinant: Determinant) -> Option<f64> {
        self.correlation.map(|r| sign(determinant) * r)
    }

    /// The 95 % interval of the correlation, turned likewise.
    pub(super) fn towards_interval(&self, determinant: Determinant) -> Option<[f64; 2]> {
        let r = self.correlation.filter(|r| self.pairs > 3.0 && r.abs() < 1.0)?;
        let (low, high) = correlation::interval(r, self.pairs);
        Some(if determinant.is_inverted() { [-high, -low] } else { [low, high] })
    }
}

/// How many points a level lies from the end of the scale that supports the behaviour.
pub(super) fn room(determinant: Determinant, level: f64) -> f64 {
    if determinant.is_inverted() { level } else { 100.0 - level }
}

/// Towards support more of a determinant counts up, and more of one that hinders counts down.
fn sign(determinant: Determinant) -> f64 {
    if determinant.is_inverted() { -1.0 } else { 1.0 }
}

/// Room times relevance in every draw.
pub(super) struct Resampled {
    /// Of each determinant, one a draw.
    pub(super) potentials: Vec<Vec<f64>>,
    /// For each determinant how often it has each rank.
    counts: Vec<Vec<u32>>,
    /// How many draws left a determinant without a correlation.
    pub(super) failed: u32,
}

impl Resampled {
    /// In what share of the draws a determinant has each rank.
    pub(super) fn ranks(&self, index: usize) -> Vec<f64> {
        let total: u32 = self.counts[index].iter().sum();
        if total == 0 {
            return Vec::new();
        }
        self.counts[index].iter().map(|&count| f64::from(count) / f64::from(total)).collect()
    }
}

/// Draws people anew, all determinants of a person together; `room` says how much room a determinant has in a draw, by its
/// number among all. Only what `competes` has a potential and a rank.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a place among people"
)]
pub(super) fn resample(
    caseload: &Caseload,
    competes: &[usize],
    room: impl Fn(u32, usize, &Found) -> f64,
) -> Resampled {
    let (all, people) = (Determinant::ALL, caseload.outcome.len());
    let mut out = Resampled {
        potentials: vec![Vec::new(); all.len()],
        counts: vec![vec![0; competes.len()]; all.len()],
        failed: 0,
    };
    let draws = if competes.is_empty() { 0 } else { caseload.draws };
    for draw in 0..draws {
        let mut stream = Seed::new(caseload.seed).stream(0, draw);
        let rows: Vec<usize> =
            (0..people).map(|_| ((stream.uniform() * people as f64) as usize).min(people - 1)).collect();
        let potential = |&index: &usize| {
            let found = Found::of(&caseload.scores[index], &caseload.outcome, &mut rows.iter().copied());
            Some((index, room(draw, index, &found) * found.towards(all[index])?))
        };
        let Some(drawn) = competes.iter().map(potential).collect::<Option<Vec<_>>>() else {
            out.failed += 1;
            continue;
        };
        for (rank, (index, _)) in highest_first(&drawn).into_iter().enumerate() {
            out.counts[index][rank] += 1;
        }
        for (index, value) in drawn {
            out.potentials[index].push(value);
        }
    }
    out
}

/// In the order of their values, the highest first; equal ones in the order of the model.
fn highest_first(values: &[(usize, f64)]) -> Vec<(usize, f64)> {
    #[derive(PartialEq)]
    struct Key(f64);
    impl Eq for Key {}
    impl PartialOrd for Key {
        fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
            Some(self.cmp(other))
        }
    }
    impl Ord for Key {
        fn cmp(&self, other: &Self) -> std::cmp::Ordering {
            other.0.total_cmp(&self.0)
        }
    }
    by_key(values.to_vec(), |(_, value)| Key(*value))
}
