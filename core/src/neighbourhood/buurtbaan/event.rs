//! What can be recorded of one buurtbaan and the way to it.

use super::{Breakthrough, Employment, NextStep, Wall};
use crate::document::{Document, Reader};
use crate::error::Mistake;
use crate::events::{Log, Mention, State};
use chrono::NaiveDate;

crate::event_kinds! {
    /// What can be recorded of one buurtbaan. Walls are in the way; nothing says why someone did not pass one.
    ///
    /// # Source
    /// BUU-03…08, BUU-20…35, BUU-41, BUU-42, BUU-69, BUU-74
    pub enum BuurtbaanEvent {
        /// A wall stood in the way.
        WallMet = "wall-met": "een muur stond in de weg", "a wall stood in the way", ["BUU-20", "BUU-21", "BUU-25", "BUU-29", "BUU-33"] {
            wall: Wall = "welke muur", "which wall",
        }
        /// A wall was broken through.
        WallPassed = "wall-passed": "een muur is doorbroken", "a wall was broken through", ["BUU-20", "BUU-22", "BUU-26", "BUU-30", "BUU-34"] {
            by: Breakthrough = "waardoor", "by what",
        }
        /// Goals were set.
        GoalsSet = "goals-set": "er zijn doelen gesteld", "goals were set", ["BUU-26", "BUU-28"] {
            own: Option<bool> = "zijn het eigen doelen", "whether they are the person's own",
        }
        /// There was coaching.
        Coached = "coached": "er was coaching", "there was coaching", ["BUU-24", "BUU-26", "BUU-40", "BUU-41"] {
            by: Option<String> = "door wie", "by whom",
        }
        /// A target of moving on was attached, or it was recorded that there is none.
        TargetDiscussed = "target-discussed": "er is gesproken over een doel van doorstromen", "a target of moving on was discussed", ["BUU-42", "LAD-28"] {
            attached: bool = "zit er een doel aan vast", "whether a target is attached",
            wanted: Option<bool> = "wil de persoon dat", "whether the person wants it",
        }
        /// A vacancy was opened.
        VacancyOpened = "vacancy-opened": "er is een vacature", "a vacancy was opened", ["BUU-04"] {
            among_key_persons: Option<bool> = "geworven onder sleutelpersonen", "recruited among key persons",
        }
        /// The job began.
        Employed = "employed": "de baan is begonnen", "the job began", ["BUU-03", "BUU-04", "BUU-07"] {
            employer: Option<String> = "de werkgever", "the employer",
            form: Option<Employment> = "de vorm", "the form",
            months: Option<u32> = "voor hoeveel maanden", "for how many months",
        }
        /// A task in the neighbourhood was agreed.
        TaskAgreed = "task-agreed": "een taak in de buurt is afgesproken", "a task in the neighbourhood was agreed", ["BUU-07", "BUU-69"] {
            task: String = "de taak", "the task",
        }
        /// Learning began, or earlier learning was recognised.
        Learning = "learning": "leren is begonnen, of eerder leren is erkend", "learning began, or earlier learning was recognised", ["BUU-11", "BUU-35", "BUU-74"] {
            what: Option<String> = "wat", "what",
        }
        /// Others took over tasks.
        TasksTakenOver = "tasks-taken-over": "anderen hebben taken overgenomen", "others took over tasks", ["BUU-31", "BUU-41"] {
            by: Option<String> = "wie", "who",
        }
        /// The job ended.
        EmploymentEnded = "employment-ended": "de baan is geëindigd", "the job ended", ["BUU-03", "BUU-04"] {
        }
        /// Something came after the job.
        MovedOn = "moved-on": "er kwam iets na", "something came after", ["BUU-03", "BUU-05", "LAD-29"] {
            to: NextStep = "wat", "what",
        }
    }
}

/// The record of one buurtbaan, up to a date.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Buurtbaan {
    /// What happened.
    pub(super) events: Log<BuurtbaanEvent>,
    /// The date up to which it is read.
    pub as_of: NaiveDate,
}

/// Whether there is a job now: it cannot end before it began.
#[derive(Default)]
pub(super) struct Job {
    begun: bool,
}

impl State for Job {
    type Event = BuurtbaanEvent;

    fn mention(&mut self, _: &Mention<'_>, _: NaiveDate) -> Option<Mistake> {
        None
    }

    fn check(&self, event: &BuurtbaanEvent, _: NaiveDate) -> Option<(&'static str, Mistake)> {
        let needs = |kind| Some(("kind", Mistake::OutOfTurn { kind, needs: "employed" }));
        match event {
            BuurtbaanEvent::EmploymentEnded {} if !self.begun => needs("employment-ended"),
            BuurtbaanEvent::MovedOn { .. } if !self.begun => needs("moved-on"),
            BuurtbaanEvent::Employed { months: Some(0), .. } => Some((
                "months",
                Mistake::OutsideRange { value: "0".to_owned(), min: 1.0, max: f64::from(u32::MAX) },
            )),
            _ => None,
        }
    }

    fn misread<'a>(&mut self, kind: Option<&str>, _: impl Fn(&str) -> Option<&'a str>) {
        // A kind that cannot be read may have been the beginning of the job.
        self.begun |= kind.is_none_or(|kind| kind == "employed");
    }

    fn take(&mut self, _: usize, event: &BuurtbaanEvent) {
        self.begun |= matches!(event, BuurtbaanEvent::Employed { .. });
    }
}

impl Document for Buurtbaan {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["events", "as_of"])?;
        let as_of = fields.required("as_of").and_then(|date| date.date());
        let events = fields.required("events").and_then(|events| Log::read(&events, Job::default()));
        Some(Self { events: events?, as_of: as_of? })
    }
}
