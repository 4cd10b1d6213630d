//! Who leads a circle, as far as its events say; what may follow on them.

use super::BudgetkringEvent;
use crate::Label;
use crate::error::Mistake;
use crate::events::{Mention, State};
use chrono::NaiveDate;

/// Leaders by name, each with the numbers of the events about them.
#[derive(Default)]
pub(super) struct Circle {
    pub(super) leaders: Vec<Leader>,
    /// Leaders that may have joined or left in an event that could not be read.
    unclear: Vec<String>,
    all_unclear: bool,
}

/// A leader as far as the events say.
pub(super) struct Leader {
    name: String,
    pub(super) joined: usize,
    pub(super) left: Option<usize>,
    pub(super) by_experience: Option<bool>,
    pub(super) training: Option<usize>,
    pub(super) certified: Option<usize>,
}

impl Circle {
    /// The leaders that are there.
    pub(super) fn present(&self) -> impl Iterator<Item = &Leader> + Clone {
        self.leaders.iter().filter(|leader| leader.left.is_none())
    }

    fn is_there(&self, name: &str) -> bool {
        self.present().any(|leader| leader.name == name)
    }

    fn leader(&mut self, name: &str) -> Option<&mut Leader> {
        self.leaders.iter_mut().rev().find(|leader| leader.name == name)
    }
}

impl State for Circle {
    type Event = BudgetkringEvent;

    fn mention(&mut self, _: &Mention<'_>, _: NaiveDate) -> Option<Mistake> {
        None
    }

    fn check(&self, event: &BudgetkringEvent, _: NaiveDate) -> Option<(&'static str, Mistake)> {
        let what = || Label::of("de begeleider", "leader");
        match event {
            BudgetkringEvent::LeaderJoined { leader, .. } => self
                .is_there(leader)
                .then(|| ("leader", Mistake::Duplicate { what: what(), id: leader.clone() })),
            BudgetkringEvent::TrainingStarted { leader }
            | BudgetkringEvent::LeaderCertified { leader }
            | BudgetkringEvent::LeaderLeft { leader } => {
                let unclear = self.all_unclear || self.unclear.contains(leader);
                (!unclear && !self.is_there(leader))
                    .then(|| ("leader", Mistake::Undefined { what: what(), id: leader.clone() }))
            }
            _ => None,
        }
    }

    fn misread<'a>(&mut self, kind: Option<&str>, written: impl Fn(&str) -> Option<&'a str>) {
        match written("leader") {
            Some(leader) => self.unclear.push(leader.to_owned()),
            None => self.all_unclear |= kind.is_none_or(|kind| kind == "leader-joined"),
        }
    }

    fn take(&mut self, number: usize, event: &BudgetkringEvent) {
        match event {
            BudgetkringEvent::LeaderJoined { leader, by_experience } => self.leaders.push(Leader {
                name: leader.clone(),
                joined: number,
                left: None,
                by_experience: *by_experience,
                training: None,
                certified: None,
            }),
            BudgetkringEvent::TrainingStarted { leader } => {
                if let Some(leader) = self.leader(leader) {
                    leader.training = leader.training.or(Some(number));
                }
            }
            BudgetkringEvent::LeaderCertified { leader } => {
                if let Some(leader) = self.leader(leader) {
                    leader.certified = Some(number);
                }
            }
            BudgetkringEvent::LeaderLeft { leader } => {
                if let Some(leader) = self.leader(leader) {
                    leader.left = Some(number);
                }
            }
            _ => {}
        }
    }
}
