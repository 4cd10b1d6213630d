//! Tables of counts and shares.

use super::bootstrap::Replicates;
use super::interval::{Share, ShareMethod, jeffreys, wilson};
use super::rows::{Counts, ONE, Stratum};
use super::{Counting, Spacing};
use crate::error::{Error, Mistake, Place, Problem};
use crate::math::shown;
use crate::multistate::Panel;
use crate::random::Seed;
use crate::{Label, Reason, Source};
use serde::Serialize;

/// Counts and shares, by group, period and gap.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TransitionTables {
    /// The codes of the states: the rows and columns of each table.
    pub states: Vec<String>,
    /// What was counted.
    pub counting: Counting,
    /// How the intervals were found.
    pub method: ShareMethod,
    /// How often an interval holds the true share.
    pub level: f64,
    /// The tables, by group, then period, then gap; those without a transition are not there.
    pub tables: Vec<TransitionTable>,
    /// How many people were counted.
    pub people: u64,
    /// Transitions to or from a code that is not among the states.
    pub left_out: u64,
    /// What to know about these numbers.
    pub cautions: Vec<Reason>,
}

/// Counts and shares of one group, period and gap.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TransitionTable {
    /// The group; `None` when there are no groups, or when it is not known.
    pub group: Option<String>,
    /// The number of the period, counted from 1.
    pub period: usize,
    /// The number of the class of gaps, counted from 1.
    pub gap: usize,
    /// How many transitions there are.
    pub transitions: u64,
    /// How often each state (column) followed each state (row).
    pub counts: Vec<Vec<u64>>,
    /// Of how many people each was seen, once or more.
    pub people: Vec<Vec<u64>>,
    /// How many transitions leave from each state; with weights their weight.
    pub at_risk: Vec<f64>,
    /// The share of each state among those that followed a state; `None` where nobody was in that state.
    pub shares: Vec<Option<Vec<Share>>>,
    /// What became of all, in the order of the states.
    pub outcome: Outcome,
}

/// What became of people between two moments, where the states stand in an order.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "TransitionOutcome"))]
pub struct Outcome {
    /// The share that was in a later state of the list.
    pub higher: Share,
    /// The share that was in the same state.
    pub same: Share,
    /// The share that was in an earlier state of the list.
    pub lower: Share,
}

/// How the intervals of shares are to be found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Intervals {
    /// By a formula; [`ShareMethod::Bootstrap`] is none, and becomes Jeffreys.
    By(ShareMethod),
    /// By drawing people anew.
    Drawn {
        /// Where the random numbers come from.
        seed: Seed,
        /// How many times.
        replicates: usize,
    },
}

impl TransitionTables {
    /// Counts a panel and makes tables of it.
    ///
    /// # Errors
    /// Whatever [`Counts::of`], [`Replicates::of`] and [`Counts::tables`] refuse.
    pub fn of(panel: &Panel, counting: &Counting, intervals: Intervals, level: f64) -> Result<Self, Error> {
        match intervals {
            Intervals::By(method) => Counts::of(panel, counting)?.tables(method, level),
            Intervals::Drawn { seed, replicates } => {
                Replicates::of(panel, counting, seed, replicates)?.tables(level)
            }
        }
    }
}

/// One table in the making: weights in the parts of [`ONE`], with the sum of their squares.
pub(super) struct Matrix {
    pub(super) size: usize,
    pub(super) cells: Vec<(u64, u128, u128)>,
}

impl Matrix {
    /// The table of one stratum.
    pub(super) fn of(counts: &Counts, stratum: Stratum) -> Self {
        let size = counts.states.len();
        let mut matrix = Self { size, cells: vec![(0, 0, 0); size * size] };
        let first = counts.rows.partition_point(|row| row.stratum < stratum);
        let own = counts.rows.iter().skip(first).take_while(|row| row.stratum == stratum);
        for row in own {
            let place = usize::from(row.from) * size + usize::from(row.to);
            if let Some(cell) = matrix.cells.get_mut(place) {
                cell.0 += row.count;
                cell.1 += row.weight;
                cell.2 += row.square;
            }
        }
        matrix
    }

    /// The sums of the cells that are wanted, by their states.
    fn sum(&self, wanted: impl Fn(usize, usize) -> bool) -> (u64, u128, u128) {
        let cells =
            self.cells.iter().enumerate().filter(|(place, _)| wanted(place / self.size, place % self.size));
        cells.fold((0, 0, 0), |sum, (_, cell)| (sum.0 + cell.0, sum.1 + cell.1, sum.2 + cell.2))
    }

    pub(super) fn count(&self, from: usize, to: usize) -> u64 {
        self.cells.get(from * self.size + to).map_or(0, |cell| cell.0)
    }
}

/// A weight in parts as a number.
pub(super) fn number(parts: u128) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "rounded once, where it is shown")]
    let (parts, one) = (parts as f64, ONE as f64);
    parts / one
}

/// How shares get their intervals.
struct Estimating<'a> {
    method: ShareMethod,
    level: f64,
    replicates: Option<&'a Replicates>,
}

impl Estimating<'_> {
    /// The share of some cells among others of a table; `None` where nobody is among those.
    fn share(
        &self,
        matrix: &Matrix,
        stratum: Stratum,
        among: impl Fn(usize, usize) -> bool,
        wanted: impl Fn(usize, usize) -> bool,
    ) -> Option<Share> {
        let (_, all, squares) = matrix.sum(&among);
        if all == 0 {
            return None;
        }
        let (_, part, _) = matrix.sum(|from, to| among(from, to) && wanted(from, to));
        let value = number(part) / number(all);
        let n = number(all) * number(all) / number(squares);
        Some(match (self.method, self.replicates) {
            (ShareMethod::Wilson, _) => wilson(value, n, self.level),
            (ShareMethod::Bootstrap, Some(replicates)) => {
                replicates.interval(stratum, value, self.level, among, wanted)
            }
            _ => jeffreys(value, n, self.level),
        })
    }
}

impl Replicates {
    /// The tables, with intervals by drawing people anew.
    ///
    /// # Errors
    /// `outside-range` for a level that is not between 0.5 and 1.
    pub fn tables(&self, level: f64) -> Result<TransitionTables, Error> {
        let method = ShareMethod::Bootstrap;
        self.counts().tabulate(&Estimating { method, level, replicates: Some(self) })
    }
}

impl Counts {
    /// The tables, with intervals by a formula.
    ///
    /// # Errors
    /// `outside-range` for a level that is not between 0.5 and 1.
    pub fn tables(&self, method: ShareMethod, level: f64) -> Result<TransitionTables, Error> {
        let method = if method == ShareMethod::Bootstrap { ShareMethod::Jeffreys } else { method };
        self.tabulate(&Estimating { method, level, replicates: None })
    }

    fn tabulate(&self, estimating: &Estimating<'_>) -> Result<TransitionTables, Error> {
        let level = estimating.level;
        if !(0.5..1.0).contains(&level) {
            let mistake = Mistake::OutsideRange { value: shown(level), min: 0.5, max: 1.0 };
            let problem = Problem::new(mistake, Place::default().at("level"));
            return Error::of(vec![problem]).map_or_else(|| Err(Mistake::NothingFollows.into()), Err);
        }
        let tables =
            self.strata().into_iter().filter_map(|stratum| self.table(stratum, estimating)).collect();
        Ok(TransitionTables {
            states: self.states.clone(),
            counting: self.counting.clone(),
            method: estimating.method,
            level,
            tables,
            people: self.people,
            left_out: self.left_out,
            cautions: self.cautions(),
        })
    }

    fn table(&self, stratum: Stratum, estimating: &Estimating<'_>) -> Option<TransitionTable> {
        let matrix = Matrix::of(self, stratum);
        let all = 0..matrix.size;
        let everything = |_: usize, _: usize| true;
        let outcome = Outcome {
            higher: estimating.share(&matrix, stratum, everything, |from, to| to > from)?,
            same: estimating.share(&matrix, stratum, everything, |from, to| to == from)?,
            lower: estimating.share(&matrix, stratum, everything, |from, to| to < from)?,
        };
        let shares = |state: usize| {
            let share = |other: usize| {
                estimating.share(&matrix, stratum, |from, _| from == state, |_, to| to == other)
            };
            all.clone().map(share).collect::<Option<Vec<Share>>>()
        };
        let mut people = vec![vec![0; matrix.size]; matrix.size];
        for seen in self.seen.iter().filter(|seen| seen.stratum == stratum) {
            if let Some(cell) =
                people.get_mut(usize::from(seen.from)).and_then(|row| row.get_mut(usize::from(seen.to)))
            {
                *cell = seen.people;
            }
        }
        Some(TransitionTable {
            group: self.groups.get(usize::from(stratum.group)).cloned().flatten(),
            period: usize::from(stratum.period) + 1,
            gap: usize::from(stratum.gap) + 1,
            transitions: matrix.sum(everything).0,
            counts: all.clone().map(|from| all.clone().map(|to| matrix.count(from, to)).collect()).collect(),
            people,
            at_risk: all.clone().map(|state| number(matrix.sum(|from, _| from == state).1)).collect(),
            shares: all.clone().map(shares).collect(),
            outcome,
        })
    }

    fn cautions(&self) -> Vec<Reason> {
        let caution = |code: &'static str, nl: &'static str, en: &'static str, source| {
            Reason::new(code, Label::of(nl, en), Vec::new(), source)
        };
        let mut cautions = Vec::new();
        if let Spacing::Visits = self.counting.spacing {
            cautions.push(caution(
                "gaps-differ",
                "tussen twee bezoeken ligt niet altijd even veel tijd: aandelen van groepen die vaker of minder vaak werden gezien, zijn niet te vergelijken",
                "the time between two visits is not always the same: shares of groups that were seen more or less often cannot be compared",
                Source::facts(&["LAD-24"]),
            ));
        }
        if let Spacing::Grid(_) = self.counting.spacing {
            cautions.push(caution(
                "read-off-a-grid",
                "wat iemand op een punt van het raster deed, is afgelezen van een bezoek in de buurt: veranderingen kunnen eerder of later zijn geweest",
                "what someone did at a point of the grid was read off a visit near it: changes may have been earlier or later",
                Source::default(),
            ));
        }
        cautions.push(caution(
            "one-person-several-times",
            "wie vaker is gezien, telt vaker mee; intervallen met een formule houden er geen rekening mee dat overgangen van één persoon op elkaar lijken, die met de bootstrap wel",
            "who was seen more often counts more often; intervals by formula do not allow for transitions of one person being alike, those by bootstrap do",
            Source::default(),
        ));
        cautions
    }
}
