//! The true moves of one person, drawn as they happen.

use crate::multistate::setting::Layout;
use crate::multistate::{Clock, Model};
use crate::random::Stream;

/// More moves than this are never drawn between two visits: such rates say that the unit of time is wrong.
pub(super) const MOST_MOVES: f64 = 1e6;

/// What someone does between two visits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch<'v> {
    /// The true state at its begin.
    pub(super) state: usize,
    /// Its begin, in the unit of the rates.
    pub(super) begin: f64,
    /// Its end, in the unit of the rates.
    pub(super) end: f64,
    /// The time of the first visit.
    pub(super) first: f64,
    /// The covariates that hold in it, in the order of the layout.
    pub(super) values: &'v [f64],
}

/// Draws moves for one model.
#[derive(Debug)]
pub(super) struct Walker<'m> {
    model: &'m Model,
    layout: &'m Layout,
    // The rates last used, and for which covariates and piece: they seldom change between two stretches.
    rates: Vec<f64>,
    of: Option<(Vec<f64>, usize)>,
}

impl<'m> Walker<'m> {
    pub(super) fn new(model: &'m Model, layout: &'m Layout) -> Self {
        Self { model, layout, rates: Vec::new(), of: None }
    }

    fn set(&mut self, values: &[f64], piece: usize) {
        if self.of.as_ref().is_some_and(|(other, at)| other == values && *at == piece) {
            return;
        }
        self.rates = self.layout.rates(values, piece).collect();
        self.of = Some((values.to_vec(), piece));
    }

    /// Draws the moves of a stretch: the moment of each and the state it leads to. `None` when they would be more than
    /// can be drawn.
    pub(super) fn moves(&mut self, stretch: Stretch<'_>, draws: &mut Stream) -> Option<Vec<(f64, usize)>> {
        let clock = self.model.specification.pieces.as_ref().map(|pieces| pieces.clock);
        let zero = if clock == Some(Clock::Duration) { stretch.first } else { 0.0 };
        let cuts = self.model.specification.pieces.as_ref().map_or(&[][..], |pieces| &pieces.cuts);
        let (mut moves, mut now, mut state) = (Vec::new(), stretch.begin, stretch.state);
        let mut piece = self.model.piece(now - zero);
        while now < stretch.end {
            self.set(stretch.values, piece);
            let end = cuts.get(piece).map_or(stretch.end, |cut| stretch.end.min(zero + cut));
            let ways = self.model.specification.space.moves().iter().zip(&self.rates);
            let ways = ways.filter(|(one, _)| one.from == state);
            let (to, rates): (Vec<usize>, Vec<f64>) = ways.map(|(one, rate)| (one.to, *rate)).unzip();
            let total: f64 = rates.iter().sum();
            // A rate that is not a number stops it too.
            let few = total * (end - now) <= MOST_MOVES;
            if !few {
                return None;
            }
            let moment = if total > 0.0 { now + draws.exponential() / total } else { f64::INFINITY };
            if moment >= end {
                // A memoryless wait that is cut off begins anew.
                (now, piece) = (end, piece + 1);
                continue;
            }
            let Some(next) = draws.pick(&rates).and_then(|place| to.get(place)) else { break };
            (now, state) = (moment, *next);
            moves.push((now, state));
        }
        Some(moves)
    }
}
