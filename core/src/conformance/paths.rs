//! The fewest steps from one situation to another, and which they are.

use super::automaton::NEVER;
use std::collections::VecDeque;

/// A step, or none on the way from a stage to the next.
pub(super) type Taken = Option<u16>;

/// From a situation to the situations one move on.
pub(super) type Graph = Vec<Vec<(usize, Taken)>>;

/// The shortest ways from one situation to every other.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Paths {
    /// How many steps each takes; [`NEVER`] where no way leads, and up to the width of a row.
    pub(super) steps: Vec<u16>,
    /// The situation before each, and what was done then.
    before: Vec<Option<(usize, Taken)>>,
}

impl Paths {
    /// The shortest ways from this situation. Of ways as short the first found stays, so the order of the graph decides.
    pub(super) fn from(start: usize, graph: &Graph, width: usize) -> Self {
        let mut paths = Self { steps: vec![NEVER; width], before: vec![None; graph.len()] };
        if let Some(steps) = paths.steps.get_mut(start) {
            *steps = 0;
        }
        let mut waiting = VecDeque::from([(start, 0_u16)]);
        while let Some((here, steps)) = waiting.pop_front() {
            if paths.steps.get(here) != Some(&steps) {
                continue; // a shorter way was found since
            }
            for &(there, taken) in graph.get(here).into_iter().flatten() {
                let total = steps + u16::from(taken.is_some());
                let (Some(known), Some(before)) = (paths.steps.get_mut(there), paths.before.get_mut(there))
                else {
                    continue;
                };
                if total < *known {
                    *known = total;
                    *before = Some((here, taken));
                    if taken.is_some() {
                        waiting.push_back((there, total));
                    } else {
                        waiting.push_front((there, total));
                    }
                }
            }
        }
        paths
    }

    /// The steps on the way to a situation from the last to the first, each with the situation it leads to.
    pub(super) fn back_from(&self, end: usize) -> impl Iterator<Item = (u16, usize)> {
        let mut here = end;
        std::iter::from_fn(move || {
            let (before, taken) = self.before.get(here).copied().flatten()?;
            let reached = std::mem::replace(&mut here, before);
            Some((taken, reached))
        })
        .filter_map(|(taken, reached)| Some((taken?, reached)))
    }
}
