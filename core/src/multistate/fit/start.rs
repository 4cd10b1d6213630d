//! Where the search begins: moves counted, divided by the time in which they could have happened.
//!
//! An interval over which a direct move is not possible counts for each move on a shortest way, and its time is spread evenly over the
//! states on it. Half a move is added, so that no intensity begins at zero.

use crate::math;
use crate::multistate::likelihood::Design;
use crate::multistate::transitions::{Stretch, Transitions};
use crate::multistate::{Move, Specification, StateSpace};

/// For each state and each other one, a shortest way as places in the moves; `None` where there is no way.
pub(in crate::multistate) fn ways(space: &StateSpace) -> Vec<Vec<Option<Vec<usize>>>> {
    let size = space.states().len();
    let from = |origin: usize| {
        let mut ways: Vec<Option<Vec<usize>>> = vec![None; size];
        if let Some(way) = ways.get_mut(origin) {
            *way = Some(Vec::new());
        }
        let mut next = vec![origin];
        while !next.is_empty() {
            let mut later = Vec::new();
            for state in next {
                let so_far = ways.get(state).cloned().flatten().unwrap_or_default();
                for (place, one) in space.moves().iter().enumerate().filter(|(_, one)| one.from == state) {
                    if let Some(way @ None) = ways.get_mut(one.to) {
                        *way = Some(so_far.iter().copied().chain([place]).collect());
                        later.push(one.to);
                    }
                }
            }
            next = later;
        }
        ways
    };
    (0..size).map(from).collect()
}

/// What is seen of each move.
pub(in crate::multistate) struct Crude {
    /// How often it lies on a shortest way between two states seen after each other.
    pub(in crate::multistate) moved: Vec<f64>,
    /// The time spent in the state it leaves.
    pub(in crate::multistate) exposed: Vec<f64>,
}

impl Crude {
    /// Counted over a sufficient statistic.
    pub(in crate::multistate) fn of(transitions: &Transitions, space: &StateSpace) -> Self {
        let ways = ways(space);
        let (mut moved, mut spent) = (vec![0.0; space.moves().len()], vec![0.0; space.states().len()]);
        for Stretch { from, to, time, mass } in transitions.stretches() {
            let way = ways.get(from).and_then(|ways| ways.get(to)).and_then(Option::as_ref);
            let on_way = way.map(Vec::as_slice).unwrap_or_default();
            for place in on_way {
                if let Some(moved) = moved.get_mut(*place) {
                    *moved += mass;
                }
            }
            let ends = on_way.iter().filter_map(|place| space.moves().get(*place)).map(|one: &Move| one.to);
            #[expect(clippy::cast_precision_loss, reason = "as many as states at most")]
            let share = mass * time / (on_way.len() + 1) as f64;
            for state in ends.chain([from]) {
                if let Some(spent) = spent.get_mut(state) {
                    *spent += share;
                }
            }
        }
        let exposed = space.moves().iter().map(|one| spent.get(one.from).copied().unwrap_or(0.0)).collect();
        Self { moved, exposed }
    }

    /// The logarithms of crude intensities.
    pub(in crate::multistate) fn logs(&self) -> Vec<f64> {
        let (all_moves, all_time): (f64, f64) = (self.moved.iter().sum(), self.exposed.iter().sum());
        let usual = if all_time > 0.0 { (all_moves + 0.5) / all_time } else { 1.0 };
        let rate =
            |(moved, exposed): (&f64, &f64)| if *exposed > 0.0 { (moved + 0.5) / exposed } else { usual };
        self.moved.iter().zip(&self.exposed).map(rate).map(math::ln).collect()
    }
}

impl Crude {
    /// Where searches begin: once for a likelihood with one top, several times where states are not certain.
    pub(in crate::multistate) fn starts(
        &self,
        transitions: &Transitions,
        specification: &Specification,
        design: &Design,
    ) -> Vec<Vec<f64>> {
        let mut start = self.logs();
        start.resize(design.rates(), 0.0);
        let Some(errors) = &specification.errors else { return vec![start] };
        // Errors make changes that did not happen, so with more of them there are fewer moves.
        let with = |odds: f64, slower: f64| {
            let mut start = start.clone();
            start.iter_mut().take(design.moves).for_each(|one| *one -= slower);
            start.extend(errors.allowed.iter().map(|_| odds));
            start.extend(design.error_influences.iter().map(|_| 0.0));
            start.extend(transitions.first_odds(&design.initial));
            start
        };
        vec![with(-3.0, 0.5), with(-1.5, 1.2), with(-5.0, 0.1)]
    }
}
