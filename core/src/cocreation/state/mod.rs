//! What the events so far have established, and what may follow.

mod door;

use super::log::Party;
use super::reference::{NewIdea, NewInitiative, NewPromise, OpenInitiative, OpenPromise};
use super::words::{Ending, Task};
use super::{Event, Phase};
use crate::error::Mistake;
use crate::events::{self, Element, Mention};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What the events so far have established. Numbers are those of events.
#[derive(Clone, Debug)]
pub(super) struct State<'p> {
    parties: &'p [Party],
    /// Whether a party that was recorded takes part, and the event that says so.
    taking_part: BTreeMap<String, (bool, usize)>,
    /// The parties of which it is not known whether they take part, because an event has a mistake.
    unclear: BTreeSet<String>,
    names: BTreeSet<(&'static str, String)>,
    /// Names in events whose kind has a mistake, so that it is not known what they name.
    unclear_names: BTreeSet<String>,
    ideas: BTreeMap<String, (usize, Option<Task>)>,
    pub(super) promises: Vec<Promise>,
    pub(super) initiatives: Vec<Initiative>,
    pub(super) visits: Vec<Visit>,
    pub(super) suspended: Option<usize>,
    /// Each time the process stood still: from which event, and until which.
    pub(super) standstills: Vec<(usize, Option<usize>)>,
    pub(super) ended: Option<(usize, Ending)>,
}

/// A promise and what became of it.
#[derive(Clone, Debug)]
pub(super) struct Promise {
    pub(super) id: String,
    pub(super) by: String,
    pub(super) to: String,
    pub(super) text: String,
    pub(super) capacity: Option<bool>,
    pub(super) due: Option<NaiveDate>,
    pub(super) made: usize,
    pub(super) closed: Option<usize>,
    pub(super) kept: bool,
}

/// An initiative and what became of it.
#[derive(Clone, Debug)]
pub(super) struct Initiative {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) started: usize,
    /// Who carried it from which event on, as far as that is known.
    pub(super) carriers: Vec<(usize, String)>,
    /// What kind of task it is: as the initiative says, otherwise as its idea says.
    pub(super) task: Option<Task>,
    /// The event with the idea it comes from.
    pub(super) idea: Option<usize>,
    pub(super) as_co_creation: Option<bool>,
    pub(super) stalled: Option<usize>,
    pub(super) closed: Option<usize>,
    pub(super) stopped: bool,
}

/// A stay in a phase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Visit {
    pub(super) phase: Phase,
    pub(super) entered: usize,
    pub(super) left: Option<usize>,
}

impl<'p> State<'p> {
    /// The state before the first event.
    pub(super) fn new(parties: &'p [Party]) -> Self {
        Self {
            parties,
            taking_part: BTreeMap::new(),
            unclear: BTreeSet::new(),
            names: BTreeSet::new(),
            unclear_names: BTreeSet::new(),
            ideas: BTreeMap::new(),
            promises: Vec::new(),
            initiatives: Vec::new(),
            visits: Vec::new(),
            suspended: None,
            standstills: Vec::new(),
            ended: None,
        }
    }

    /// Whether a party takes part now: yes, no because it left, or not recorded.
    pub(super) fn takes_part(&self, party: &str) -> Option<bool> {
        self.taking_part.get(party).map(|&(takes_part, _)| takes_part)
    }

    /// The event with which a party last joined or left.
    pub(super) fn moved(&self, party: &str) -> Option<usize> {
        self.taking_part.get(party).map(|&(_, number)| number)
    }

    /// The event with which a party left for good.
    pub(super) fn left(&self, party: &str) -> Option<usize> {
        self.moved(party).filter(|_| self.takes_part(party) == Some(false))
    }

    /// The phase now.
    pub(super) fn current(&self) -> Option<Visit> {
        self.visits.last().copied().filter(|visit| visit.left.is_none())
    }

    fn leave_phase(&mut self, number: usize) {
        if let Some(visit) = self.visits.last_mut() {
            visit.left.get_or_insert(number);
        }
    }

    fn initiative(&mut self, id: &OpenInitiative) -> Option<&mut Initiative> {
        self.initiatives.iter_mut().find(|initiative| initiative.id == id.as_str())
    }

    fn close_promise(&mut self, id: &OpenPromise, number: usize, kept: bool) {
        if let Some(promise) = self.promises.iter_mut().find(|promise| promise.id == id.as_str())
            && promise.closed.is_none()
        {
            promise.closed = Some(number);
            promise.kept = kept;
        }
    }

    fn close_initiative(&mut self, id: &OpenInitiative, number: usize, stopped: bool) {
        if let Some(initiative) = self.initiative(id) {
            initiative.closed.get_or_insert(number);
            initiative.stopped = stopped;
        }
    }
}

impl events::State for State<'_> {
    type Event = Event;

    fn mention(&mut self, mention: &Mention<'_>, date: NaiveDate) -> Option<Mistake> {
        self.mistake_in_name(mention, date)
    }

    fn check(&self, event: &Event, date: NaiveDate) -> Option<(&'static str, Mistake)> {
        self.mistake_in_event(event, date)
    }

    fn misread<'a>(&mut self, kind: Option<&str>, written: impl Fn(&str) -> Option<&'a str>) {
        let party = written("party").filter(|name| self.parties.iter().any(|party| party.id == *name));
        match (kind, party) {
            (None | Some("party-joined" | "party-left"), Some(party)) => {
                self.unclear.insert(party.to_owned());
            }
            (Some("party-joined" | "party-left"), None) => {
                self.unclear.extend(self.parties.iter().map(|party| party.id.clone()));
            }
            _ => {}
        }
        if kind.is_none() {
            self.unclear_names.extend(written("id").map(str::to_owned));
        }
    }

    fn take(&mut self, number: usize, event: &Event) {
        match event {
            Event::PartyJoined { party } => {
                self.unclear.remove(party.as_str());
                self.taking_part.insert(party.as_str().to_owned(), (true, number));
            }
            Event::PartyLeft { party, .. } => {
                self.unclear.remove(party.as_str());
                self.taking_part.insert(party.as_str().to_owned(), (false, number));
            }
            Event::Idea { id: Some(id), task, .. } => {
                self.name(NewIdea::TO, id.as_str(), NewIdea::NAME);
                self.ideas.insert(id.as_str().to_owned(), (number, *task));
            }
            Event::PromiseMade { id, by, to, text, capacity, due } => {
                self.name(NewPromise::TO, id.as_str(), NewPromise::NAME);
                self.promises.push(Promise {
                    id: id.as_str().to_owned(),
                    by: by.as_str().to_owned(),
                    to: to.as_str().to_owned(),
                    text: text.clone(),
                    capacity: *capacity,
                    due: *due,
                    made: number,
                    closed: None,
                    kept: false,
                });
            }
            Event::PromiseKept { id } => self.close_promise(id, number, true),
            Event::PromiseWithdrawn { id, .. } => self.close_promise(id, number, false),
            Event::InitiativeStarted { id, text, carried_by, idea, task, as_co_creation, .. } => {
                self.name(NewInitiative::TO, id.as_str(), NewInitiative::NAME);
                let of_idea = idea.as_ref().and_then(|idea| self.ideas.get(idea.as_str()).copied());
                self.initiatives.push(Initiative {
                    id: id.as_str().to_owned(),
                    text: text.clone(),
                    started: number,
                    carriers: carried_by.iter().map(|party| (number, party.as_str().to_owned())).collect(),
                    task: task.or(of_idea.and_then(|(_, task)| task)),
                    idea: of_idea.map(|(number, _)| number),
                    as_co_creation: *as_co_creation,
                    stalled: None,
                    closed: None,
                    stopped: false,
                });
            }
            Event::InitiativeCarriedBy { id, party } => {
                if let Some(initiative) = self.initiative(id) {
                    initiative.carriers.push((number, party.as_str().to_owned()));
                }
            }
            Event::InitiativeStalled { id, .. } => {
                if let Some(initiative) = self.initiative(id) {
                    initiative.stalled.get_or_insert(number);
                }
            }
            Event::InitiativeResumed { id } => {
                if let Some(initiative) = self.initiative(id) {
                    initiative.stalled = None;
                }
            }
            Event::InitiativeCompleted { id } => self.close_initiative(id, number, false),
            Event::InitiativeStopped { id, .. } => self.close_initiative(id, number, true),
            Event::PhaseEntered { phase, .. } => {
                self.leave_phase(number);
                self.visits.push(Visit { phase: *phase, entered: number, left: None });
                self.ended = None;
            }
            Event::Suspended { .. } => {
                self.suspended = Some(number);
                self.standstills.push((number, None));
            }
            Event::Resumed {} => {
                self.suspended = None;
                if let Some((_, until)) = self.standstills.last_mut() {
                    until.get_or_insert(number);
                }
            }
            Event::Ended { outcome, .. } => {
                self.leave_phase(number);
                self.ended = Some((number, *outcome));
            }
            _ => {}
        }
    }
}
