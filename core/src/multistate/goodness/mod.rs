//! Whether a model fits a panel: what was observed beside what it expects.
//!
//! # Formula
//! Intervals are grouped by when they end, how long they are and how fast their covariates let people move. Of those who
//! start an interval in one state, as many are expected in each state as their probabilities add up to. The statistic is
//! `Σ (observed − expected)² / expected`.
//!
//! Where registered states may be wrong, observed and expected are both registered states: the true state is derived from
//! all that was registered of the person before (forward filtering), moved on by the model, and looked at through the
//! probabilities of a wrong registration (Titman and Sharples 2008).
//!
//! # Its distribution
//! It is no chi-square: intervals differ within a group, and the parameters were fitted to the single intervals. For
//! snapshots its distribution lies between chi-squares with the number of free cells, and with that number less the
//! parameters (Aguirre-Hernández and Farewell 2002; Titman 2009). Both probabilities are given; [`bootstrap`] finds the
//! distribution itself, by fitting to panels drawn from the model.

mod groups;
#[cfg(test)]
mod tests;
mod words;

pub use groups::Grouping;

use super::answer::Range;
use super::simulate::simulate_like;
use super::{Model, Panel, TimeUnit, fit};
use crate::distribution::chi_square;
use crate::error::{Error, Mistake, Place, Problem};
use crate::ordered::sort_stable;
use crate::random::Seed;
use crate::{Label, Provenance, Reason};
use groups::{Cohort, cohorts};
use serde::Serialize;

crate::vocabulary! {
    /// What a test of fit comes to.
    pub enum Verdict: "verdict on fit", "oordeel over de aansluiting", [] {
        /// No sign that the model does not fit.
        NoMisfit = "no-misfit": "geen teken dat het model niet past", "no sign that the model does not fit", [],
        /// The bounds of the probability do not agree.
        Undecided = "undecided": "niet te zeggen", "cannot be said", [],
        /// The differences are larger than chance explains.
        Misfit = "misfit": "het model past niet goed", "the model does not fit well", [],
    }
}

/// One cell of the table: those who went from one state to another within one group of intervals.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cell {
    /// The code of the state at the begin.
    pub from: String,
    /// The code of the state at the end.
    pub to: String,
    /// The first and the last time at which the intervals of the group end.
    pub times: Range,
    /// The length of the shortest and the longest interval of the group.
    pub lengths: Range,
    /// Which group of covariates, counted from 1: 1 holds those who move fastest.
    pub covariates: usize,
    /// How many were seen.
    pub observed: f64,
    /// How many the model expects.
    pub expected: f64,
    /// What the cell adds to the statistic.
    pub contribution: f64,
}

/// What came of panels drawn from the model and fitted again.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Replications {
    /// How many gave a statistic.
    pub count: u32,
    /// How many could not be fitted.
    pub failed: u32,
    /// The probability of a statistic as large as that of the panel: (1 + how many were) / (1 + how many there are).
    pub p: f64,
}

/// Whether a model fits a panel.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Goodness {
    /// The statistic.
    pub statistic: f64,
    /// Free cells less parameters: the fewest degrees of freedom it can have.
    pub df_low: f64,
    /// Free cells: the most degrees of freedom it can have.
    pub df_high: f64,
    /// The probability of a larger statistic at the fewest degrees of freedom; `None` when there are none.
    pub p_low: Option<f64>,
    /// The same at the most degrees of freedom.
    pub p_high: Option<f64>,
    /// The distribution found by drawing panels, when that was asked.
    pub replications: Option<Replications>,
    /// The verdict at a level of 5%.
    pub verdict: Verdict,
    /// Every cell that can be reached, in order of time, length, covariates and states.
    pub cells: Vec<Cell>,
    /// The cells that add most, by their places in `cells`, the largest first: at most ten.
    pub worst: Vec<usize>,
    /// The unit of time.
    pub unit: TimeUnit,
    /// What to be careful with.
    pub cautions: Vec<Reason>,
    /// Where the model comes from.
    pub provenance: Provenance,
    /// The verdict in plain words.
    pub text: Label,
}

/// Below this probability chance does not explain the differences.
const LEVEL: f64 = 0.05;
/// A group is no smaller than what a chi-square asks for.
const FEW: f64 = 5.0;

/// Compares a panel with what a model expects of it.
///
/// # Errors
/// `missing-column` for covariates the panel does not have, `outside-range` for fewer than one group.
pub fn goodness(model: &Model, panel: &Panel, grouping: Grouping) -> Result<Goodness, Error> {
    check(grouping)?;
    let (cohorts, left_out) = cohorts(model, panel, grouping)?;
    let codes: Vec<&str> =
        model.specification.space.states().iter().map(|state| state.code.as_str()).collect();
    let cells: Vec<Cell> = cohorts.iter().flat_map(|cohort| cells(cohort, &codes)).collect();
    let statistic = cells.iter().map(|cell| cell.contribution).sum();
    let rows: usize = cohorts.len();
    let df_high = count(cells.len()) - count(rows);
    let free = model.parameters.iter().filter(|parameter| !parameter.is_held()).count();
    let df_low = (df_high - count(free)).max(0.0);
    let p = |df: f64| (df > 0.0).then(|| chi_square::sf(statistic, df));
    let mut order: Vec<usize> = (0..cells.len()).collect();
    let size = |place: &usize| cells.get(*place).map_or(0.0, |cell| cell.contribution);
    sort_stable(&mut order, |one, other| size(other).total_cmp(&size(one)));
    order.truncate(10);
    let mut found = Goodness {
        statistic,
        df_low,
        df_high,
        p_low: p(df_low),
        p_high: p(df_high),
        replications: None,
        verdict: Verdict::Undecided,
        worst: order,
        unit: model.specification.unit,
        cautions: words::cautions(model, &cells, left_out),
        cells,
        provenance: model.provenance.clone(),
        text: Label::of("", ""),
    };
    found.judge(model);
    Ok(found)
}

/// Compares a panel with what a model expects of it, and finds how often chance alone gives as large a difference: panels
/// of the same people are drawn from the model and fitted again.
///
/// # Errors
/// Those of [`goodness`].
pub fn bootstrap(
    model: &Model,
    panel: &Panel,
    grouping: Grouping,
    replications: u32,
    seed: Seed,
) -> Result<Goodness, Error> {
    let mut found = goodness(model, panel, grouping)?;
    let (mut larger, mut used, mut failed) = (0_u32, 0_u32, 0_u32);
    for number in 0..replications {
        let statistic = simulate_like(model, panel, seed.branch(u64::from(number)))
            .and_then(|drawn| {
                let again = fit(&drawn, &model.specification)?.model;
                let (cohorts, _) = cohorts(&again, &drawn, grouping)?;
                Ok(cohorts.iter().flat_map(contributions).sum::<f64>())
            })
            .ok()
            .filter(|statistic| statistic.is_finite());
        match statistic {
            Some(statistic) => {
                used += 1;
                larger += u32::from(statistic >= found.statistic);
            }
            None => failed += 1,
        }
    }
    let p = f64::from(larger + 1) / f64::from(used + 1);
    found.replications = Some(Replications { count: used, failed, p });
    found.judge(model);
    Ok(found)
}

impl Goodness {
    /// The cells that add most to the statistic.
    pub fn worst_cells(&self) -> impl Iterator<Item = &Cell> {
        self.worst.iter().filter_map(|place| self.cells.get(*place))
    }

    fn judge(&mut self, model: &Model) {
        self.verdict = match (self.replications, self.p_low, self.p_high) {
            (Some(found), _, _) if found.count > 0 => {
                if found.p < LEVEL {
                    Verdict::Misfit
                } else {
                    Verdict::NoMisfit
                }
            }
            // The fewest degrees of freedom give the smallest probability.
            (_, _, Some(high)) if high < LEVEL => Verdict::Misfit,
            (_, Some(low), _) if low >= LEVEL => Verdict::NoMisfit,
            _ => Verdict::Undecided,
        };
        self.text = words::text(model, self);
    }
}

fn check(grouping: Grouping) -> Result<(), Error> {
    let fields =
        [("times", grouping.times), ("lengths", grouping.lengths), ("covariates", grouping.covariates)];
    let wrong = fields.iter().filter(|(_, groups)| !(1..=1_000).contains(groups));
    let problem = |(field, groups): &(&str, usize)| {
        let mistake = Mistake::OutsideRange { value: groups.to_string(), min: 1.0, max: 1_000.0 };
        Problem::new(mistake, Place::default().at(field))
    };
    Error::of(wrong.map(problem).collect()).map_or(Ok(()), Err)
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// What each state that can be reached adds to the statistic.
fn contributions(cohort: &Cohort) -> impl Iterator<Item = f64> {
    let cells = cohort.observed.iter().zip(&cohort.expected).filter(|(_, expected)| **expected > 0.0);
    cells.map(|(observed, expected)| (observed - expected) * (observed - expected) / expected)
}

fn cells(cohort: &Cohort, codes: &[&str]) -> Vec<Cell> {
    let code = |state: usize| codes.get(state).map_or_else(String::new, |code| (*code).to_owned());
    let numbers = cohort.observed.iter().zip(&cohort.expected).enumerate();
    let reached = numbers.filter(|(_, (_, expected))| **expected > 0.0);
    let cell = |((to, (observed, expected)), contribution): ((usize, (&f64, &f64)), f64)| Cell {
        from: code(cohort.from),
        to: code(to),
        times: cohort.times,
        lengths: cohort.lengths,
        covariates: cohort.covariates + 1,
        observed: *observed,
        expected: *expected,
        contribution,
    };
    reached.zip(contributions(cohort)).map(cell).collect()
}
