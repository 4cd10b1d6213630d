//! What may follow on the events so far.

use super::State;
use crate::Label;
use crate::cocreation::Event;
use crate::cocreation::reference::{
    Actor, IdeaName, InitiativeName, NewIdea, NewInitiative, NewPromise, Newcomer, OpenInitiative,
    OpenPromise, PartyName,
};
use crate::error::Mistake;
use crate::events::{Element, Mention};
use chrono::NaiveDate;

impl State<'_> {
    /// What is wrong with a name the next event mentions. A new name is known from here on.
    pub(super) fn mistake_in_name(&mut self, mention: &Mention<'_>, date: NaiveDate) -> Option<Mistake> {
        let name = mention.name.as_str();
        let not_before = |what: Label| Some(Mistake::NotRecordedBefore { what, id: name.to_owned() });
        match mention.to {
            PartyName::TO | Actor::TO | Newcomer::TO if self.parties.iter().all(|party| party.id != name) => {
                Some(Mistake::Undefined { what: PartyName::NAME, id: name.to_owned() })
            }
            // Of a party that may have joined or left in an event with a mistake nothing is said.
            Actor::TO | Newcomer::TO if self.unclear.contains(name) => None,
            Actor::TO if self.takes_part(name) != Some(true) => {
                Some(Mistake::NotTakingPart { party: name.to_owned(), date })
            }
            Newcomer::TO if self.takes_part(name) == Some(true) => {
                Some(Mistake::OutOfTurn { kind: "party-joined", needs: "party-left" })
            }
            NewIdea::TO => self.name(NewIdea::TO, name, NewIdea::NAME),
            NewPromise::TO => self.name(NewPromise::TO, name, NewPromise::NAME),
            NewInitiative::TO => self.name(NewInitiative::TO, name, NewInitiative::NAME),
            IdeaName::TO if !self.knows(NewIdea::TO, name) => not_before(NewIdea::NAME),
            InitiativeName::TO | OpenInitiative::TO if !self.knows(NewInitiative::TO, name) => {
                not_before(NewInitiative::NAME)
            }
            OpenPromise::TO if !self.knows(NewPromise::TO, name) => not_before(NewPromise::NAME),
            OpenPromise::TO => {
                let known = self.promises.iter().find(|promise| promise.id == name);
                already_closed(known.and_then(|promise| promise.closed), NewPromise::NAME, name)
            }
            OpenInitiative::TO => {
                let known = self.initiatives.iter().find(|initiative| initiative.id == name);
                already_closed(known.and_then(|one| one.closed), NewInitiative::NAME, name)
            }
            _ => None,
        }
    }

    /// What is wrong with the next event after the earlier ones, and with which of its fields.
    pub(super) fn mistake_in_event(&self, event: &Event, date: NaiveDate) -> Option<(&'static str, Mistake)> {
        let out_of_turn = |kind, needs| Some(("kind", Mistake::OutOfTurn { kind, needs }));
        match event {
            Event::PromiseMade { due: Some(due), .. } if *due < date => {
                Some(("due", Mistake::Backwards { date: *due, previous: date }))
            }
            Event::InfluenceRecorded { arnstein: None, dutch: None, .. } => Some((
                "kind",
                Mistake::Empty { what: Label::of("de mate van invloed", "level of influence") },
            )),
            Event::GovernmentActed { role: None, step: None, .. } => {
                Some(("kind", Mistake::Empty { what: Label::of("de rol of trede", "role or step") }))
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

    fn knows(&self, kind: &'static str, name: &str) -> bool {
        self.names.contains(&(kind, name.to_owned())) || self.unclear_names.contains(name)
    }

    /// Gives a name; a mistake when it was given before.
    pub(super) fn name(&mut self, kind: &'static str, name: &str, what: Label) -> Option<Mistake> {
        let new = self.names.insert((kind, name.to_owned()));
        (!new).then(|| Mistake::Duplicate { what, id: name.to_owned() })
    }
}

fn already_closed(closed: Option<usize>, what: Label, id: &str) -> Option<Mistake> {
    closed.map(|event| Mistake::Closed { what, id: id.to_owned(), event })
}
