//! What it costs to be in each situation, event after event, and back again.
//!
//! A cost counts every event that is still to come as left out. So an event that is left out changes nothing, and one that
//! finds its place on the road lowers the cost of the situation it leads to, by its weight: going back takes no more than those changes.

use super::automaton::{Automaton, NEVER, Way};

/// The costs after so many events of a trace.
#[derive(Default)]
pub(super) struct Costs {
    /// The cost to be in each situation when no step was added since the last event that fits.
    now: Vec<u16>,
    /// The same when steps may have been added since: from no situation on it costs less to come to another.
    onward: Vec<u16>,
    /// The lowest cost of all.
    lowest: u16,
    changes: Vec<Change>,
}

/// The cost of a situation that a step leads to.
struct Change {
    situation: usize,
    /// What it was.
    before: u16,
    /// What it is by the step; the situation may cost less without it.
    by_step: u16,
}

/// A moment in a trace to go back to.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    changes: usize,
    lowest: u16,
    /// What leaving the step after it out costs.
    pub(super) weight: u16,
}

impl Costs {
    /// The costs before anything happened, of a trace whose events weigh so much.
    pub(super) fn start(&mut self, automaton: &Automaton, events: u16) {
        let costs = |start: &[u16], costs: &mut Vec<u16>| {
            costs.clear();
            costs.extend(start.iter().map(|cost| cost.saturating_add(events)));
        };
        costs(&automaton.start, &mut self.now);
        costs(&automaton.onward, &mut self.onward);
        self.lowest = events;
        self.changes.clear();
    }

    /// Lets a step of this weight happen; gives the moment before it.
    pub(super) fn take(&mut self, automaton: &Automaton, step: u16, weight: u16) -> Moment {
        let moment = Moment { changes: self.changes.len(), lowest: self.lowest, weight };
        // All costs are read before any is lowered: the event counts once.
        self.changes.extend(automaton.targets(step).iter().map(|target| {
            let costs = target.from.iter().filter_map(|from| self.onward.get(*from));
            let cost = costs.fold(NEVER, |lowest, cost| lowest.min(*cost));
            Change { situation: target.situation, before: NEVER, by_step: cost.saturating_sub(weight) }
        }));
        for change in self.changes.get_mut(moment.changes..).unwrap_or_default() {
            let cost = change.by_step;
            self.lowest = self.lowest.min(cost);
            if let Some(now) = self.now.get_mut(change.situation) {
                change.before = std::mem::replace(now, cost.min(*now));
            }
            if self.onward.get(change.situation).is_some_and(|known| cost < *known) {
                for (onward, steps) in self.onward.iter_mut().zip(automaton.distances(change.situation)) {
                    *onward = (*onward).min(cost.saturating_add(*steps));
                }
            }
        }
        moment
    }

    /// Goes back to the moment before a step; gives the way by which the step led to this situation, and nothing when
    /// leaving the event out costs less. What can be added onward is not undone.
    pub(super) fn back<'a>(
        &mut self,
        moment: Moment,
        automaton: &'a Automaton,
        step: u16,
        situation: usize,
    ) -> Option<&'a Way> {
        let cost = self.at(situation);
        let mut led = false;
        for change in self.changes.get(moment.changes..).unwrap_or_default().iter().rev() {
            led |= change.situation == situation && change.by_step == cost;
            if let Some(now) = self.now.get_mut(change.situation) {
                *now = change.before;
            }
        }
        self.changes.truncate(moment.changes);
        if !led {
            return None;
        }
        // No situation cost less than the lowest, so that no way can have taken more steps than these.
        let before = cost.saturating_add(moment.weight);
        let most = before.saturating_sub(moment.lowest);
        let ways = automaton.ways(step, situation).iter().take_while(|way| way.more <= most);
        // Of repairs equally small the one that lets the trace run as long as it can: the last of these ways.
        ways.filter(|way| self.at(way.from).saturating_add(way.more) == before).last()
    }

    /// The cost to be in a situation.
    pub(super) fn at(&self, situation: usize) -> u16 {
        self.now.get(situation).copied().unwrap_or(NEVER)
    }

    /// The lowest cost to come to an end, and the first situation from which it does.
    pub(super) fn end(&self, automaton: &Automaton) -> Option<(u16, usize)> {
        let sums = || self.now.iter().zip(&automaton.finish).map(|(cost, more)| cost.saturating_add(*more));
        let lowest = sums().min().filter(|lowest| *lowest != NEVER)?;
        Some((lowest, sums().position(|sum| sum == lowest)?))
    }
}
