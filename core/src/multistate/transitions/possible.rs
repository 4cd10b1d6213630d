//! What can happen at all under a model, whatever its intensities.

use super::End;
use crate::multistate::Specification;

/// Which states can be reached from which, and which are registered how.
pub(super) struct Possible {
    /// By any number of moves, also none.
    reached: Vec<Vec<bool>>,
    moves: Vec<(usize, usize)>,
}

impl Possible {
    pub(super) fn of(specification: &Specification) -> Self {
        let size = specification.space.states().len();
        let moves: Vec<(usize, usize)> =
            specification.space.moves().iter().map(|one| (one.from, one.to)).collect();
        let from = |origin: usize| {
            let mut reached: Vec<bool> = (0..size).map(|state| state == origin).collect();
            for _ in 0..size {
                for &(from, to) in &moves {
                    if reached.get(from) == Some(&true) {
                        reached.get_mut(to).into_iter().for_each(|to| *to = true);
                    }
                }
            }
            reached
        };
        Self { reached: (0..size).map(from).collect(), moves }
    }

    /// The states people can be in at the end of a stretch that began in one of these.
    pub(super) fn after(&self, states: &[bool], end: End, seen: bool) -> Vec<bool> {
        let mut after = vec![false; states.len()];
        if end == End::Moved {
            after.copy_from_slice(states);
        } else {
            for (reached, _) in self.reached.iter().zip(states).filter(|(_, from)| **from) {
                after.iter_mut().zip(reached).for_each(|(after, reached)| *after |= reached);
            }
        }
        if !seen || end == End::Seen {
            return after;
        }
        // An entry comes after a move; on the date of a move one either moved or stayed.
        let mut entered = if end == End::Moved { after.clone() } else { vec![false; states.len()] };
        for &(from, to) in &self.moves {
            if after.get(from) == Some(&true) {
                entered.get_mut(to).into_iter().for_each(|to| *to = true);
            }
        }
        entered
    }
}
