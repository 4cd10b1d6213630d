//! Tasks of one party and tasks of several together, as recorded of ideas and initiatives.

use super::Lasted;
use crate::cocreation::history::{History, of};
use crate::cocreation::{Event, Task};
use crate::events::Moment;
use crate::{Label, Source, Vocabulary};
use chrono::NaiveDate;
use serde::Serialize;

/// A task, and whether it is of one party or of several together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordedTask {
    /// What is to be done, as recorded.
    pub text: String,
    /// What kind of task it is; `None` when that is not recorded.
    pub task: Option<Task>,
    /// The same in words.
    pub label: Label,
    /// Whose task it is; `None` when that is not recorded.
    pub owner: Option<String>,
    /// Who carries it now; `None` when that is not recorded, and for an idea.
    pub carried_by: Option<String>,
    /// Whether it is done as co-creation; `None` when that is not recorded.
    pub as_co_creation: Option<bool>,
    /// Since when it is recorded.
    pub since: Moment,
    /// When it was carried out or stopped; `None` as long as that is not recorded.
    pub until: Option<Moment>,
    /// For how many days, up to the date when it is not over.
    pub lasted: Lasted,
    /// The numbers of the events it rests on, in order.
    pub evidence: Vec<usize>,
    /// Where it comes from.
    pub source: Source,
}

/// Each initiative, and each idea of which a kind of task is recorded and no initiative came.
pub(super) fn tasks(history: &History<'_>, as_of: NaiveDate) -> Vec<RecordedTask> {
    let initiatives = &history.state.initiatives;
    let from: Vec<usize> = initiatives.iter().filter_map(|initiative| initiative.idea).collect();
    let ideas = history.pick(|event| {
        of!(event, Event::Idea { text, task: Some(task), owner, .. } => (text, *task, owner.as_ref()))
    });
    let mut tasks = Vec::new();
    for (number, (text, task, owner)) in ideas.into_iter().filter(|(number, _)| !from.contains(number)) {
        let task = Recorded { text, task: Some(task), since: number, until: None, evidence: vec![number] };
        let owner = owner.map(|party| party.as_str().to_owned());
        tasks.extend(task.on(history, as_of).map(|task| RecordedTask { owner, ..task }));
    }
    let owners = history.pick(|event| {
        of!(event, Event::InitiativeStarted { id, owner: Some(owner), .. } => (id.as_str(), owner.as_str()))
    });
    for initiative in initiatives {
        let owner = owners.iter().find(|(_, (id, _))| *id == initiative.id);
        let mut evidence: Vec<usize> = initiative.idea.into_iter().collect();
        evidence.push(initiative.started);
        evidence.extend(initiative.carriers.iter().map(|(number, _)| *number));
        evidence.extend(initiative.closed);
        evidence.dedup();
        let task = Recorded {
            text: &initiative.text,
            task: initiative.task,
            since: initiative.started,
            until: initiative.closed,
            evidence,
        };
        tasks.extend(task.on(history, as_of).map(|task| RecordedTask {
            owner: owner.map(|(_, (_, party))| (*party).to_owned()),
            carried_by: initiative.carriers.last().map(|(_, party)| party.clone()),
            as_co_creation: initiative.as_co_creation,
            ..task
        }));
    }
    tasks
}

/// What is recorded of a task, by the numbers of its events.
struct Recorded<'h> {
    text: &'h str,
    task: Option<Task>,
    since: usize,
    until: Option<usize>,
    evidence: Vec<usize>,
}

impl Recorded<'_> {
    fn on(self, history: &History<'_>, as_of: NaiveDate) -> Option<RecordedTask> {
        let when = |number: usize| history.entry(number).map(|entry| entry.when);
        let (since, until) = (when(self.since)?, self.until.and_then(when));
        Some(RecordedTask {
            text: self.text.to_owned(),
            task: self.task,
            label: self.task.map_or(
                Label::of("niet vastgelegd wiens taak het is", "not recorded whose task it is"),
                Vocabulary::label,
            ),
            owner: None,
            carried_by: None,
            as_co_creation: None,
            since,
            until,
            lasted: Lasted::between(since, until, as_of),
            evidence: self.evidence,
            source: Source::facts(&["COC-81"]),
        })
    }
}
