//! One trace beside the road: the cheapest way to make it a run.

use super::automaton::Automaton;
use super::costs::{Costs, Moment};
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
    /// How many steps would have to be added and events left out, each event as often as its step weighs: the size of the
    /// smallest repair.
    pub cost: u32,
    /// 1 − cost / (weight of the events + steps of the shortest run): 1 when the trace follows the road.
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
    costs: Costs,
    /// The events that are steps.
    taken: Vec<Taken>,
}

/// The most that the events of a trace weigh together: with the longest way through a roadmap it is still a cost.
const MOST: u16 = 60_000;

/// An event that is a step.
struct Taken {
    /// The number of the event.
    event: u32,
    step: u16,
    before: Moment,
}

impl<'r> Checker<'r> {
    /// A checker for this roadmap.
    pub fn new(roadmap: &'r Roadmap) -> Self {
        Self { automaton: roadmap.automaton(), costs: Costs::default(), taken: Vec::new() }
    }

    /// Holds a trace against the road: its steps by number, `None` for an event that is no step. Deviations are added to
    /// the list, in the order of the trace. `None` when the trace has more than [`MAX_EVENTS`] events.
    pub fn follow(&mut self, steps: &[Option<u16>], deviations: &mut Vec<Deviation>) -> Option<Following> {
        let (following, last) = self.forward(steps)?;
        self.back(last, deviations, None);
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
        self.back(last, deviations, Some(stages));
        Some(following)
    }

    /// Goes through the trace; gives the situation in which the cheapest way ends.
    fn forward(&mut self, steps: &[Option<u16>]) -> Option<(Following, usize)> {
        if steps.len() > MAX_EVENTS {
            return None;
        }
        let count = steps.iter().flatten().count();
        let events = u32::try_from(count).ok()?;
        let outside = u32::try_from(steps.len() - count).ok()?;
        self.taken.clear();
        // In a trace so long that they do not fit, weights count for less; 1 stays 1.
        let most = MOST / u16::try_from(count.max(1)).ok()?;
        let weight = |step: u16| self.automaton.weight(step).min(most);
        let weights: u16 = steps.iter().flatten().map(|step| weight(*step)).sum();
        self.costs.start(self.automaton, weights);
        for (event, step) in (1..).zip(steps) {
            if let Some(step) = *step {
                let before = self.costs.take(self.automaton, step, weight(step));
                self.taken.push(Taken { event, step, before });
            }
        }
        let (cost, last) = self.costs.end(self.automaton)?;
        let whole = f64::from(weights) + f64::from(self.automaton.shortest_run());
        let fitness = if whole > 0.0 { 1.0 - f64::from(cost) / whole } else { 1.0 };
        Some((Following { events, outside, cost: u32::from(cost), fitness }, last))
    }

    /// Goes back along the cheapest way: to the start of the trace, and without stages no further than its first deviation.
    fn back(
        &mut self,
        last: usize,
        deviations: &mut Vec<Deviation>,
        mut stages: Option<&mut Vec<(u32, u16)>>,
    ) {
        let (first, first_stage) = (deviations.len(), stages.as_ref().map_or(0, |stages| stages.len()));
        let deviation = |kind, step, situation, event| Deviation {
            kind,
            step,
            stage: self.automaton.stage(situation),
            event,
        };
        let missing = |(step, situation), event| deviation(DeviationKind::Missing, step, situation, event);
        deviations.extend(self.automaton.to_end(last).map(|way| missing(way, None)));
        let mut here = last;
        let mut after = 0;
        for &Taken { event, step, before } in self.taken.iter().rev() {
            // Nothing but the events after it left out: every event up to here fits.
            if self.costs.at(here) == after && stages.is_none() {
                break;
            }
            after += before.weight;
            if let Some(way) = self.costs.back(before, self.automaton, step, here) {
                if let Some(stages) = &mut stages {
                    stages.push((event, self.automaton.stage(here)));
                }
                deviations.extend(self.automaton.along(way).map(|step| missing(step, Some(event))));
                here = way.from;
            } else {
                deviations.push(deviation(DeviationKind::Extra, step, here, Some(event)));
            }
        }
        deviations.get_mut(first..).unwrap_or_default().reverse();
        if let Some(stages) = stages {
            stages.get_mut(first_stage..).unwrap_or_default().reverse();
        }
    }
}
