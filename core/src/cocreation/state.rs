//! What the events so far have established, and what may follow.

use super::Event;
use super::Phase;
use super::log::{PARTY, PartyDescription};
use super::reference::{
    Actor, IdeaName, InitiativeName, NewIdea, NewInitiative, NewPromise, Newcomer, OpenInitiative,
    OpenPromise, Party,
};
use super::words::{Ending, Task};
use crate::Label;
use crate::error::Mistake;
use crate::events::{self, Element, Mention};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What the events so far have established. Numbers are those of events.
#[derive(Clone, Debug)]
pub(super) struct State<'p> {
    parties: &'p [PartyDescription],
    taking_part: BTreeSet<String>,
    left: BTreeMap<String, usize>,
    names: BTreeSet<(&'static str, String)>,
    tasks: BTreeMap<String, (usize, Task)>,
    pub(super) promises: Vec<Promise>,
    pub(super) initiatives: Vec<Initiative>,
    pub(super) visits: Vec<Visit>,
    pub(super) suspended: Option<usize>,
    pub(super) ended: Option<(usize, Ending)>,
}

/// A promise and what became of it.
#[derive(Clone, Debug)]
pub(super) struct Promise {
    pub(super) id: String,
    pub(super) by: String,
    pub(super) text: String,
    pub(super) capacity: Option<bool>,
    pub(super) due: Option<NaiveDate>,
    pub(super) made: usize,
    pub(super) closed: Option<usize>,
}

/// An initiative and what became of it.
#[derive(Clone, Debug)]
pub(super) struct Initiative {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) started: usize,
    pub(super) carriers: Vec<(usize, String)>,
    /// Whose task it is, and the events that say so.
    pub(super) task: Option<Task>,
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
    pub(super) fn new(parties: &'p [PartyDescription]) -> Self {
        Self {
            parties,
            taking_part: BTreeSet::new(),
            left: BTreeMap::new(),
            names: BTreeSet::new(),
            tasks: BTreeMap::new(),
            promises: Vec::new(),
            initiatives: Vec::new(),
            visits: Vec::new(),
            suspended: None,
            ended: None,
        }
    }

    /// Whether a party takes part now: yes, no because it left, or not recorded.
    pub(super) fn takes_part(&self, party: &str) -> Option<bool> {
        match (self.taking_part.contains(party), self.left.contains_key(party)) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            (false, false) => None,
        }
    }

    /// The event with which a party left for good.
    pub(super) fn left(&self, party: &str) -> Option<usize> {
        self.left.get(party).copied()
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

    fn close_promise(&mut self, id: &OpenPromise, number: usize) {
        if let Some(promise) = self.promises.iter_mut().find(|promise| promise.id == id.as_str()) {
            promise.closed.get_or_insert(number);
        }
    }

    fn close_initiative(&mut self, id: &OpenInitiative, number: usize, stopped: bool) {
        if let Some(initiative) = self.initiative(id) {
            initiative.closed.get_or_insert(number);
            initiative.stopped = stopped;
        }
    }

    fn close_check(closed: Option<usize>, what: Label, id: &str) -> Option<Mistake> {
        closed.map(|event| Mistake::Closed { what, id: id.to_owned(), event })
    }
}

impl events::State for State<'_> {
    type Event = Event;

    fn mention(&mut self, mention: &Mention<'_>, date: NaiveDate) -> Option<Mistake> {
        let name = mention.name.as_str();
        let undefined = |what: Label| Mistake::Undefined { what, id: name.to_owned() };
        match mention.to {
            Party::TO | Actor::TO | Newcomer::TO if self.parties.iter().all(|party| party.id != name) => {
                Some(undefined(PARTY))
            }
            Actor::TO if !self.taking_part.contains(name) => {
                Some(Mistake::NotTakingPart { party: name.to_owned(), date })
            }
            Newcomer::TO if self.taking_part.contains(name) => {
                Some(Mistake::OutOfTurn { kind: "party-joined", needs: "party-left" })
            }
            NewIdea::TO => self.name(NewIdea::TO, name, NewIdea::NAME),
            NewPromise::TO => self.name(NewPromise::TO, name, NewPromise::NAME),
            NewInitiative::TO => self.name(NewInitiative::TO, name, NewInitiative::NAME),
            IdeaName::TO if !self.knows(NewIdea::TO, name) => Some(undefined(NewIdea::NAME)),
            InitiativeName::TO | OpenInitiative::TO if !self.knows(NewInitiative::TO, name) => {
                Some(undefined(NewInitiative::NAME))
            }
            OpenPromise::TO if !self.knows(NewPromise::TO, name) => Some(undefined(NewPromise::NAME)),
            OpenPromise::TO => {
                let known = self.promises.iter().find(|promise| promise.id == name);
                Self::close_check(known.and_then(|promise| promise.closed), NewPromise::NAME, name)
            }
            OpenInitiative::TO => {
                let known = self.initiatives.iter().find(|initiative| initiative.id == name);
                Self::close_check(known.and_then(|one| one.closed), NewInitiative::NAME, name)
            }
            _ => None,
        }
    }

    fn check(&self, event: &Event, date: NaiveDate) -> Option<(&'static str, Mistake)> {
        let out_of_turn = |kind, needs| Some(("kind", Mistake::OutOfTurn { kind, needs }));
        match event {
            Event::PromiseMade { due: Some(due), .. } if *due < date => {
                Some(("due", Mistake::Backwards { date: *due, previous: date }))
            }
            Event::Suspended { .. } if self.suspended.is_some() => out_of_turn("suspended", "resumed"),
            Event::Resumed {} if self.suspended.is_none() => out_of_turn("resumed", "suspended"),
            Event::Ended { .. } if self.ended.is_some() => out_of_turn("ended", "phase-entered"),
            Event::InitiativeResumed { id } => {
                let known = self.initiatives.iter().find(|initiative| initiative.id == id.as_str())?;
                let may = known.stalled.is_some() || known.closed.is_some();
                if may { None } else { out_of_turn("initiative-resumed", "initiative-stalled") }
            }
            _ => None,
        }
    }

    fn take(&mut self, number: usize, event: &Event) {
        match event {
            Event::PartyJoined { party } => {
                self.taking_part.insert(party.as_str().to_owned());
                self.left.remove(party.as_str());
            }
            Event::PartyLeft { party, .. } => {
                self.taking_part.remove(party.as_str());
                self.left.insert(party.as_str().to_owned(), number);
            }
            Event::Idea { id: Some(id), task, .. } => {
                self.name(NewIdea::TO, id.as_str(), NewIdea::NAME);
                self.tasks.insert(id.as_str().to_owned(), (number, *task));
            }
            Event::PromiseMade { id, by, text, capacity, due, .. } => {
                self.name(NewPromise::TO, id.as_str(), NewPromise::NAME);
                self.promises.push(Promise {
                    id: id.as_str().to_owned(),
                    by: by.as_str().to_owned(),
                    text: text.clone(),
                    capacity: *capacity,
                    due: *due,
                    made: number,
                    closed: None,
                });
            }
            Event::PromiseKept { id } | Event::PromiseWithdrawn { id, .. } => self.close_promise(id, number),
            Event::InitiativeStarted { id, text, carried_by, idea, task, as_co_creation, .. } => {
                self.name(NewInitiative::TO, id.as_str(), NewInitiative::NAME);
                let of_idea = idea.as_ref().and_then(|idea| self.tasks.get(idea.as_str()).copied());
                self.initiatives.push(Initiative {
                    id: id.as_str().to_owned(),
                    text: text.clone(),
                    started: number,
                    carriers: vec![(number, carried_by.as_str().to_owned())],
                    task: task.or(of_idea.map(|(_, task)| task)),
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
            Event::Suspended { .. } => self.suspended = Some(number),
            Event::Resumed {} => self.suspended = None,
            Event::Ended { outcome, .. } => {
                self.leave_phase(number);
                self.ended = Some((number, *outcome));
            }
            _ => {}
        }
    }
}

impl State<'_> {
    fn knows(&self, kind: &'static str, name: &str) -> bool {
        self.names.contains(&(kind, name.to_owned()))
    }

    /// Gives a name; a mistake when it was given before.
    fn name(&mut self, kind: &'static str, name: &str, what: Label) -> Option<Mistake> {
        let new = self.names.insert((kind, name.to_owned()));
        (!new).then(|| Mistake::Duplicate { what, id: name.to_owned() })
    }
}
