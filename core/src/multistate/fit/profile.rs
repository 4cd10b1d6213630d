//! Limits by the profile likelihood: how far a parameter can go before the model, with all others fitted anew, becomes too bad.
//!
//! With `ℓ(v)` the highest log-likelihood with the parameter at `v`, the limit is where `2 (ℓ_max − ℓ(v))` is the quantile of the chi-square
//! distribution with one degree of freedom.

use super::climb::{Care, Ending};
use super::search::{Course, Search, complement};
use crate::distribution::chi_square;
use crate::multistate::generator::{axpy, dot};
use crate::multistate::symmetric::times;

/// How near the root of the rise in minus twice the log-likelihood comes to that of its quantile.
pub(super) const SHARP: f64 = 1e-8;
/// The same where searches stop when the likelihood levels out.
const LEVEL: f64 = 1e-5;
/// At most so many steps away, each twice as long as the one before.
const STEPS_AWAY: usize = 12;

impl Search<'_> {
    /// How much minus twice the log-likelihood rises when a parameter of the model has this value and the rest is fitted anew.
    ///
    /// Always from the same point: on the way back from where others ran to infinity, the likelihood is level and shows no way up.
    /// `None` when the search for the rest gets lost, so that it is not known.
    fn rise(
        &self,
        place: usize,
        value: f64,
        begin: &[f64],
        along: &[f64],
        others: &[Course],
        top: f64,
    ) -> Option<f64> {
        let row = self.outward.get(place).map(Vec::as_slice).unwrap_or_default();
        let mut at = begin.to_vec();
        axpy((value - dot(row, begin)) / dot(row, along), along, &mut at);
        let fixed = Course { standard: row.to_vec(), model: Vec::new(), silent: true, edge: Vec::new() };
        let free = complement(&[std::slice::from_ref(&fixed), others].concat(), at.len());
        let summit = self.climb(&at, &free, Care::Rough);
        (summit.ending != Ending::Lost).then_some(2.0 * (top - summit.evaluation.value))
    }

    /// The limit of a parameter of the model in a direction, from a point where it is at its best. `along` moves it, by `step` at
    /// first; `others` stay as they are. `None` when the model gets nowhere too bad.
    pub(super) fn limit(
        &self,
        place: usize,
        begin: &[f64],
        along: &[f64],
        step: f64,
        others: &[Course],
        (top, level, precision): (f64, f64, f64),
    ) -> Option<f64> {
        let wanted = chi_square::quantile(level, 1.0).sqrt();
        let start = times(&self.outward, begin).get(place).copied()?;
        let (mut near, mut low) = (start, -wanted);
        let mut length = step;
        for _ in 0..STEPS_AWAY {
            let value = near + length;
            let high = self.rise(place, value, begin, along, others, top)?.max(0.0).sqrt() - wanted;
            if high.is_nan() {
                return None;
            }
            if high >= 0.0 {
                return self.between(
                    place,
                    (near, low),
                    (value, high),
                    begin,
                    along,
                    others,
                    (top, wanted, precision),
                );
            }
            (near, low) = (value, high);
            length *= 2.0;
        }
        None
    }

    /// The limit between a value that is not too far and one that is: false position (Illinois).
    #[expect(clippy::too_many_arguments, reason = "the state of one search, from one caller")]
    fn between(
        &self,
        place: usize,
        mut near: (f64, f64),
        mut far: (f64, f64),
        begin: &[f64],
        along: &[f64],
        others: &[Course],
        (top, wanted, precision): (f64, f64, f64),
    ) -> Option<f64> {
        // A rough search leaves less certain digits.
        let precision: f64 = if self.likelihood.has_sequences() { 1e-3 } else { precision };
        let mut last = 0;
        for _ in 0..60 {
            let value = (near.0 * far.1 - far.0 * near.1) / (far.1 - near.1);
            let height = self.rise(place, value, begin, along, others, top)?.max(0.0).sqrt() - wanted;
            if height.abs() < precision || (far.0 - near.0).abs() < 1e-9 * (1.0 + value.abs()) {
                return Some(value);
            }
            // An end that stays twice counts for half, so that both close in.
            if height < 0.0 {
                near = (value, height);
                far.1 /= if last == -1 { 2.0 } else { 1.0 };
                last = -1;
            } else {
                far = (value, height);
                near.1 /= if last == 1 { 2.0 } else { 1.0 };
                last = 1;
            }
        }
        Some(f64::midpoint(near.0, far.0))
    }

    /// The limit at the finite side of a parameter that runs to infinity along a course; `None` as well where each of the many
    /// evaluations that this asks would be slow.
    pub(super) fn finite_side(
        &self,
        place: usize,
        course: &Course,
        others: &[Course],
        top: f64,
    ) -> Option<f64> {
        let part = course.model.get(place).copied().filter(|part| *part != 0.0)?;
        if self.likelihood.is_slow(&course.edge) {
            return None;
        }
        let mut begin = course.edge.clone();
        for other in others {
            // The others were taken further after this one.
            axpy(
                dot(&other.standard, &other.edge) - dot(&other.standard, &begin),
                &other.standard,
                &mut begin,
            );
        }
        self.limit(place, &begin, &course.standard, -2.0 * part, others, (top, 0.95, LEVEL))
    }
}
