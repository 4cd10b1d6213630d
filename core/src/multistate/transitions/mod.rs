//! The sufficient statistic: what a panel says about a model, and nothing else.
//!
//! The likelihood of a panel of snapshots depends on it only through how often people went from one state to another
//! in the same time under the same circumstances. Those counts are kept, sorted, as whole numbers beside the weight of each
//! person, so parts of a panel add up exactly and in any order: a fit over parts is the fit over the whole.
//!
//! Where a state is not certain (errors in registration, codes for more than one state) or an interval lies over a cut between
//! pieces, the unit is the whole sequence of visits between two certain ones: a [`Chain`].

mod gather;
mod merge;

use super::Specification;
use super::likelihood::Design;
use crate::Error;

/// The values that hold in an interval: of the covariates on the intensities, and the piece of time.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Circumstance {
    /// Counted from 0.
    pub(super) piece: usize,
    /// In the order of [`Specification::covariates`].
    pub(super) values: Vec<f64>,
}

/// What the date at the end of an interval says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    /// The state was seen.
    Seen,
    /// The state was entered on that date, from a state that is not known.
    Entered,
    /// Nothing changed before that date; on it came the move.
    Moved,
}

/// A number of intervals that are the same in every respect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Row {
    /// Which of the circumstances.
    pub(super) circumstance: u32,
    /// The length in ticks.
    pub(super) gap: f64,
    /// The state at the beginning.
    pub(super) from: u8,
    /// The state at the end.
    pub(super) to: u8,
    /// What the end says.
    pub(super) end: End,
    /// Whether it begins at a visit, not at a cut between pieces.
    pub(super) opens: bool,
    /// How much each of them counts.
    pub(super) weight: f64,
    /// How many there are.
    pub(super) count: u64,
}

/// What a panel says about a model: counts that add up exactly over parts of the panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Transitions {
    /// The length of one tick in the unit of time.
    pub(super) tick: f64,
    // INVARIANT: both sorted, each circumstance and each row once.
    pub(super) circumstances: Vec<Circumstance>,
    pub(super) rows: Vec<Row>,
    /// What the panel held.
    pub(super) summary: Summary,
}

/// What a panel held, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// People with two visits or more, whose intervals count.
    pub people: u64,
    /// Visits of those people.
    pub visits: u64,
    /// Intervals between two visits that follow each other.
    pub intervals: u64,
    /// Intervals at whose end another state was registered than at the beginning.
    pub changes: u64,
    /// People with a single visit, which says nothing about moves.
    pub single: u64,
    /// Intervals left out because a covariate was not known at their beginning.
    pub without_covariates: u64,
}

impl Transitions {
    /// The part of the people in a panel.
    ///
    /// # Errors
    /// Every interval that cannot happen under the model, with its row.
    pub fn of(panel: &super::Panel, specification: &Specification) -> Result<Self, Error> {
        gather::gather(panel, specification)
    }

    /// What the panel held.
    pub fn summary(&self) -> Summary {
        self.summary
    }
}

impl Transitions {
    /// Every interval as (from, to, time, how many by weight).
    pub(super) fn intervals(&self) -> impl Iterator<Item = (usize, usize, f64, f64)> {
        self.rows
            .iter()
            .map(|row| (usize::from(row.from), usize::from(row.to), row.gap * self.tick, row.mass()))
    }

    /// Gives every influence of a design the mean and the standard deviation over the intervals, and returns the mean of each covariate over
    /// the visits that open an interval.
    pub(super) fn standardise(&self, design: &mut Design) -> Vec<f64> {
        let mut mass = vec![0.0; self.circumstances.len()];
        let mut opening = mass.clone();
        for row in &self.rows {
            let at = row.circumstance as usize;
            if let (Some(mass), Some(opening)) = (mass.get_mut(at), opening.get_mut(at)) {
                *mass += row.mass();
                *opening += if row.opens { row.mass() } else { 0.0 };
            }
        }
        let mean = |mass: &[f64], value: &dyn Fn(&Circumstance) -> f64| {
            let total: f64 = mass.iter().sum();
            let sum: f64 = self.circumstances.iter().zip(mass).map(|(one, mass)| mass * value(one)).sum();
            if total > 0.0 { sum / total } else { 0.0 }
        };
        for influence in &mut design.influences {
            let centre = mean(&mass, &|one| influence.value(one));
            let square = mean(&mass, &|one| {
                let off = influence.value(one) - centre;
                off * off
            });
            let constant = square <= 1e-24 * centre * centre;
            (influence.centre, influence.scale) = (centre, if constant { 1.0 } else { square.sqrt() });
        }
        let covariates = self.circumstances.first().map_or(0, |one| one.values.len());
        (0..covariates).map(|at| mean(&opening, &|one| one.values.get(at).copied().unwrap_or(0.0))).collect()
    }
}

impl Row {
    /// How many there are, by weight.
    #[expect(clippy::cast_precision_loss, reason = "fewer intervals than 2^53")]
    pub(super) fn mass(&self) -> f64 {
        self.count as f64 * self.weight
    }
}
