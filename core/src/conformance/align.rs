//! One trace beside the road: the cheapest way to make it a run.

use super::automaton::{Automaton, NEVER};
use super::{MAX_EVENTS, Roadmap};

crate::vocabulary! {
    /// How a trace differs from the road.
    pub enum DeviationKind: "kind of deviation", "het soort afwijking", [] {
        /// The road asks for a step that is not in the trace.
        Missing = "missing": "stap ontbreekt", "step missing", [],
        /// The trace has an event that has no place on the road there.
        Extra = "extra": "gebeurtenis past niet", "event does not fit", [],
    }
}

/// One difference between a trace and the road.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// What kind of difference it is.
    pub kind: DeviationKind,
    /// The number of the step, counted from 0.
    pub step: u16,
    /// The number of the stage in which it is, counted from 0.
    pub stage: u16,
    /// The event, counted from 1: the one that does not fit, or before which the step is missing; `None` for a step
    /// missing at the end.
    pub event: Option<u32>,
}

/// A trace beside the road.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Following {
    /// How many events were held against the road.
    pub events: u32,
    /// How many events are no step of the roadmap; they count neither for nor against.
    pub outside: u32,
    /// How many steps would have to be added and events left out: the size of the smallest repair.
    pub cost: u32,
    /// 1 − cost / (events + steps of the shortest run): 1 when the trace follows the road.
    pub fitness: f64,
}

/// Holds traces against one roadmap; keeps its working space from trace to trace.
///
/// ```
/// # use meedoen::{conformance::{Checker, Roadmap}, document::Document};
/// # let roadmap = Roadmap::from_json(r#"{"schema_version": 1, "id": "two", "title": {"nl": "twee", "en": "two"},
/// #    "steps": [{"id": "talk", "label": {"nl": "praten", "en": "talk"}}, {"id": "act", "label": {"nl": "doen", "en": "act"}}],
/// #    "stages": [
/// #        {"id": "first", "label": {"nl": "eerst", "en": "first"}, "steps": [{"step": "talk"}], "next": ["then"], "starts": true},
/// #        {"id": "then", "label": {"nl": "dan", "en": "then"}, "steps": [{"step": "act"}], "next": ["first"], "ends": true}]}"#)?;
/// let (mut checker, mut deviations) = (Checker::new(&roadmap), Vec::new());
/// // Talk, and act twice: before the second time there was no talk.
/// let following = checker.follow(&[Some(0), Some(1), Some(1)], &mut deviations).unwrap();
/// assert_eq!((following.cost, deviations[0].event), (1, Some(3)));
/// # Ok::<(), meedoen::Error>(())
/// ```
pub struct Checker<'r> {
    automaton: &'r Automaton,
    /// For each number of events, the cost to be in each situation after them.
    rows: Vec<u16>,
    /// The events that are steps: the number of the event, and the step.
    taken: Vec<(u32, u16)>,
}

/// What the way back through a trace meets.
enum Met {
    Deviation(Deviation),
    /// An event that fits, and the number of its stage.
    Fits(u32, u16),
}

impl<'r> Checker<'r> {
    /// A checker for this roadmap.
    pub fn new(roadmap: &'r Roadmap) -> Self {
        Self { automaton: roadmap.automaton(), rows: Vec::new(), taken: Vec::new() }
    }

    /// Holds a trace against the road: its steps by number, `None` for an event that is no step. Deviations are added to
    /// the list, in the order of the trace. `None` when the trace has more than [`MAX_EVENTS`] events.
    pub fn follow(&mut self, steps: &[Option<u16>], deviations: &mut Vec<Deviation>) -> Option<Following> {
        let (following, last) = self.forward(steps)?;
        if following.cost > 0 {
            let first = deviations.len();
            self.back(last, |met| {
                if let Met::Deviation(deviation) = met {
                    deviations.push(deviation);
                }
            });
            deviations.get_mut(first..).unwrap_or_default().reverse();
        }
        Some(following)
    }

    /// The same, with the number of the stage of every event that fits.
    pub(super) fn follow_by_stage(
        &mut self,
        steps: &[Option<u16>],
        deviations: &mut Vec<Deviation>,
        stages: &mut Vec<(u32, u16)>,
    ) -> Option<Following> {
        let (following, last) = self.forward(steps)?;
        self.back(last, |met| match met {
            Met::Deviation(deviation) => deviations.push(deviation),
            Met::Fits(event, stage) => stages.push((event, stage)),
        });
        deviations.reverse();
        stages.reverse();
        Some(following)
    }

    /// Fills the rows; gives the situation in which the cheapest way ends.
    fn forward(&mut self, steps: &[Option<u16>]) -> Option<(Following, usize)> {
        if steps.len() > MAX_EVENTS {
            return None;
        }
        self.taken.clear();
        self.taken.extend((1..).zip(steps).filter_map(|(event, step)| Some((event, (*step)?))));
        let width = self.automaton.width();
        let events = u32::try_from(self.taken.len()).ok()?;
        let outside = u32::try_from(steps.len() - self.taken.len()).ok()?;
        self.rows.clear();
        self.rows.extend_from_slice(&self.automaton.start);
        self.rows.resize(width * (self.taken.len() + 1), NEVER);
        let mut rest = self.rows.as_mut_slice();
        for &(_, step) in &self.taken {
            let (row, later) = rest.split_at_mut(width);
            let next = later.get_mut(..width).unwrap_or_default();
            for (cost, before) in next.iter_mut().zip(row.iter()) {
                *cost = before.saturating_add(1);
            }
            for target in self.automaton.moves(step).map(|moves| moves.targets.as_slice()).unwrap_or_default()
            {
                let reached = cheapest(row, &target.cost);
                if let Some(cost) = next.get_mut(target.situation) {
                    *cost = (*cost).min(reached);
                }
            }
            rest = later;
        }
        let (cost, last) = lowest(rest, &self.automaton.finish)?;
        let whole = f64::from(events) + f64::from(self.automaton.shortest_run());
        let fitness = if whole > 0.0 { 1.0 - f64::from(cost) / whole } else { 1.0 };
        Some((Following { events, outside, cost: u32::from(cost), fitness }, last))
    }

    /// Goes from the end of the trace to its start along the cheapest way.
    fn back(&self, last: usize, mut meet: impl FnMut(Met)) {
        let missing = |step, situation, event| {
            Met::Deviation(Deviation {
                kind: DeviationKind::Missing,
                step,
                stage: self.automaton.stage(situation),
                event,
            })
        };
        for (step, situation) in self.automaton.to_end(last) {
            meet(missing(step, situation, None));
        }
        let (width, mut here) = (self.automaton.width(), last);
        let rows = self.rows.rchunks_exact(width);
        for ((&(event, step), row), before) in
            self.taken.iter().rev().zip(rows.clone()).zip(rows.clone().skip(1))
        {
            let cost = row.get(here).copied().unwrap_or(NEVER);
            let target = self.automaton.moves(step).and_then(|moves| moves.target(here));
            let from = target.and_then(|target| {
                let ways = before.iter().zip(&target.cost).zip(0..);
                // Of repairs equally small the one that lets the trace run as long as it can.
                let ways = ways.filter(|((before, more), _)| before.saturating_add(**more) == cost);
                ways.min_by_key(|((before, _), _)| **before).map(|(_, at)| (target, at))
            });
            if let Some((target, from)) = from.filter(|_| cost != NEVER) {
                meet(Met::Fits(event, self.automaton.stage(here)));
                for (step, situation) in self.automaton.to_target(from, target) {
                    meet(missing(step, situation, Some(event)));
                }
                here = from;
            } else {
                let stage = self.automaton.stage(here);
                meet(Met::Deviation(Deviation {
                    kind: DeviationKind::Extra,
                    step,
                    stage,
                    event: Some(event),
                }));
            }
        }
    }
}

fn cheapest(row: &[u16], more: &[u16]) -> u16 {
    row.iter().zip(more).fold(NEVER, |lowest, (cost, more)| lowest.min(cost.saturating_add(*more)))
}

/// The lowest sum, and its first place.
fn lowest(row: &[u16], more: &[u16]) -> Option<(u16, usize)> {
    let sums = row.iter().zip(more).map(|(cost, more)| cost.saturating_add(*more));
    sums.zip(0..).min_by_key(|(sum, _)| *sum).filter(|(sum, _)| *sum != NEVER)
}
