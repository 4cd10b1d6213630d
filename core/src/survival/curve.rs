//! The curve of Kaplan and Meier.

use super::Spell;
use crate::distribution::normal;
use crate::math;
use crate::ordered::sort_stable;
use serde::Serialize;

/// The share that has not come to its end, over time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SurvivalCurve"))]
pub struct Curve {
    /// How many spells it rests on.
    pub spells: usize,
    /// How many of those came to their end.
    pub ended: usize,
    /// The time by which half has come to its end; `None` when the curve does not come down so far.
    pub median: Option<f64>,
    /// The chance with which the interval of each step covers the truth.
    pub level: f64,
    /// One step for each time at which something was seen, in order.
    pub steps: Vec<Step>,
}

/// The curve from one time until the next.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SurvivalStep"))]
pub struct Step {
    /// The time, in the unit of the spells.
    pub time: f64,
    /// How many had neither ended nor gone out of sight before it.
    pub at_risk: usize,
    /// How many ended at it.
    pub ended: usize,
    /// How many were last seen at it, without having ended.
    pub censored: usize,
    /// The share that has not ended after it, 0 to 1.
    pub still: f64,
    /// The lower bound of the interval; `None` where there is none: before the first end and once all have ended.
    pub lower: Option<f64>,
    /// The upper bound of the interval.
    pub upper: Option<f64>,
}

impl Curve {
    /// The curve of these spells, with an interval of 95 % on the scale of log(−log).
    ///
    /// ```
    /// use meedoen::survival::{Curve, Spell};
    /// // Kept after 6 days, and still open after 10.
    /// let curve = Curve::of(&[Spell::days(6, true), Spell::days(10, false)]);
    /// assert_eq!(curve.steps[0].still, 0.5);
    /// assert_eq!(curve.median, Some(6.0));
    /// assert_eq!(curve.steps[1].censored, 1);
    /// ```
    pub fn of(spells: &[Spell]) -> Self {
        let mut at_risk = spells.len();
        let (mut still, mut greenwood) = (1.0, 0.0);
        let mut steps = Vec::new();
        for seen in by_time(&sorted(spells)) {
            let Some(time) = seen.first().map(|spell| spell.time) else { continue };
            let ended = seen.iter().filter(|spell| spell.ended).count();
            let censored = seen.len() - ended;
            let (risk, ends) = (count(at_risk), count(ended));
            still *= (risk - ends) / risk;
            greenwood += ends / (risk * (risk - ends));
            let (lower, upper) = interval(still, greenwood);
            steps.push(Step { time, at_risk, ended, censored, still, lower, upper });
            at_risk -= seen.len();
        }
        Self {
            spells: spells.len(),
            ended: spells.iter().filter(|one| one.ended).count(),
            // A product of fractions can miss a half by its last bit.
            median: steps.iter().find(|step| step.still <= 0.5 + 1e-12).map(|step| step.time),
            level: 0.95,
            steps,
        }
    }

    /// The share that has not ended at a time, 0 to 1.
    ///
    /// ```
    /// use meedoen::survival::{Curve, Spell};
    /// let curve = Curve::of(&[Spell::days(6, true), Spell::days(10, false)]);
    /// assert_eq!((curve.still_at(5.0), curve.still_at(7.0)), (1.0, 0.5));
    /// ```
    pub fn still_at(&self, time: f64) -> f64 {
        self.steps.iter().take_while(|step| step.time <= time).last().map_or(1.0, |step| step.still)
    }
}

/// The spells from the shortest to the longest.
pub(super) fn sorted(spells: &[Spell]) -> Vec<Spell> {
    let mut sorted = spells.to_vec();
    sort_stable(&mut sorted, |one, other| one.time.total_cmp(&other.time));
    sorted
}

/// The spells of each time, in order of time.
pub(super) fn by_time(sorted: &[Spell]) -> impl Iterator<Item = &[Spell]> {
    sorted.chunk_by(|one, other| one.time.total_cmp(&other.time).is_eq())
}

fn interval(still: f64, greenwood: f64) -> (Option<f64>, Option<f64>) {
    if still <= 0.0 || still >= 1.0 {
        return (None, None);
    }
    let log = math::ln(still);
    let spread = normal::Z_95 * math::sqrt(greenwood) / log;
    let bound = |sign: f64| math::exp(-math::exp(math::ln(-log) + sign * spread));
    (Some(bound(-1.0)), Some(bound(1.0)))
}

/// A count as a number.
#[expect(clippy::cast_precision_loss, reason = "more spells than 2^53 do not fit in memory")]
pub(super) fn count(count: usize) -> f64 {
    count as f64
}
