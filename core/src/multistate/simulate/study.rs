//! How people are seen: when, where they begin, what is known of them, and what is lost.

use crate::Label;
use crate::error::{Error, Mistake, Place, Problem};
use crate::math::shown;
use crate::multistate::{Model, TimeUnit};
use chrono::NaiveDate;

/// When people are seen.
#[derive(Clone, Debug, PartialEq)]
pub enum Schedule {
    /// Everyone at these times, in the unit of time, from the first to the last.
    Fixed(Vec<f64>),
    /// Everyone at moments of their own: from 0, with gaps that lie evenly between two bounds.
    Irregular {
        /// The time after which no one is seen.
        until: f64,
        /// The shortest gap, above 0.
        shortest: f64,
        /// The longest gap.
        longest: f64,
    },
}

/// How the values of a covariate are drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Draw {
    /// 1 for this share of the people, 0 for the others; it does not change.
    Share(f64),
    /// 1 for this share at the first visit, 0 for the others; at each later visit it changes with this probability.
    Switch {
        /// The share that begins with 1.
        share: f64,
        /// The probability of a change at each later visit.
        change: f64,
    },
    /// Evenly between two bounds; it does not change.
    Even {
        /// The lower bound.
        low: f64,
        /// The upper bound.
        high: f64,
    },
    /// From a normal distribution; it does not change.
    Normal {
        /// Its mean.
        mean: f64,
        /// Its standard deviation.
        sd: f64,
    },
}

/// How people are seen: what a simulated panel needs beside the model.
///
/// What the sources do not say, such as how many people stop coming, is a choice of whoever simulates.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// How many people.
    pub people: u32,
    /// When they are seen.
    pub schedule: Schedule,
    /// The share of each state at the first visit, in the order of the states.
    pub start: Vec<f64>,
    /// The covariates and how they are drawn; those the model uses must be among them.
    pub covariates: Vec<(String, Draw)>,
    /// The rate at which people stop coming, per unit of time; 0 when everyone keeps coming. It does not depend on
    /// their state.
    pub dropout: f64,
    /// The probability that a visit is registered with a code for more than one state, by code, when the state is one
    /// of those.
    pub censored: Vec<(String, f64)>,
    /// The unit of time of the rates.
    pub unit: TimeUnit,
    /// The date of time 0. With a date all times are whole days, without one they are numbers.
    pub origin: Option<NaiveDate>,
}

impl Study {
    /// A study without covariates in which everyone keeps coming: the other fields can be set.
    pub fn new(people: u32, schedule: Schedule, start: Vec<f64>, unit: TimeUnit) -> Self {
        let (covariates, censored) = (Vec::new(), Vec::new());
        Self { people, schedule, start, covariates, dropout: 0.0, censored, unit, origin: None }
    }

    /// The length of one tick of the panel in the unit of time.
    pub(super) fn tick(&self) -> f64 {
        if self.origin.is_some() { 1.0 / self.unit.days() } else { 1.0 }
    }

    /// Every reason why this study cannot be done with this model.
    pub(super) fn check(&self, model: &Model, needed: &[String]) -> Result<(), Error> {
        let mut problems = Problems(Vec::new());
        problems.range(f64::from(self.people), 1.0, f64::from(u32::MAX), "people");
        let states = model.specification.space.states().len();
        if self.start.len() == states {
            for (number, share) in self.start.iter().enumerate() {
                problems.range(*share, 0.0, 1.0, &format!("start[{}]", number + 1));
            }
            let total: f64 = self.start.iter().sum();
            problems.range(total, 1.0 - 1e-9, 1.0 + 1e-9, "start");
        } else {
            problems.add(Mistake::WrongLength { found: self.start.len(), expected: states }, "start");
        }
        match &self.schedule {
            Schedule::Fixed(times) => {
                if times.is_empty() {
                    problems.add(Mistake::Empty { what: SCHEDULE }, "schedule");
                }
                let mut previous = f64::NEG_INFINITY;
                for (number, time) in times.iter().enumerate() {
                    problems.range(*time, previous, f64::MAX, &format!("schedule[{}]", number + 1));
                    previous = *time;
                }
            }
            Schedule::Irregular { until, shortest, longest } => {
                problems.range(*until, 0.0, f64::MAX, "schedule.until");
                // A person has at most a million visits.
                problems.range(
                    *shortest,
                    (until / 1e6).max(f64::MIN_POSITIVE),
                    f64::MAX,
                    "schedule.shortest",
                );
                problems.range(*longest, *shortest, f64::MAX, "schedule.longest");
            }
        }
        problems.range(self.dropout, 0.0, f64::MAX, "dropout");
        for (number, (name, draw)) in self.covariates.iter().enumerate() {
            if self.covariates.iter().take(number).any(|(other, _)| other == name) {
                problems.add(Mistake::Duplicate { what: COVARIATE, id: name.clone() }, "covariates");
            }
            draw.check(name, &mut problems);
        }
        for name in needed.iter().filter(|name| self.covariates.iter().all(|(given, _)| given != *name)) {
            problems.add(Mistake::MissingField { field: name.clone() }, "covariates");
        }
        for (code, share) in &self.censored {
            problems.range(*share, 0.0, 1.0, code);
            if model.specification.censored.iter().all(|known| known.code != *code) {
                problems.add(Mistake::Undefined { what: CODE, id: code.clone() }, "censored");
            }
        }
        Error::of(problems.0).map_or(Ok(()), Err)
    }
}

const SCHEDULE: Label = Label::of("het schema van de momenten", "schedule of the visits");
const COVARIATE: Label = Label::of("de covariaat", "covariate");
const CODE: Label = Label::of("de code voor meer dan één toestand", "code for more than one state");

struct Problems(Vec<Problem>);

impl Problems {
    fn add(&mut self, mistake: Mistake, field: &str) {
        self.0.push(Problem::new(mistake, Place::default().at(field)));
    }

    fn range(&mut self, value: f64, min: f64, max: f64, field: &str) {
        if !(value >= min && value <= max) {
            self.add(Mistake::OutsideRange { value: shown(value), min, max }, field);
        }
    }
}

impl Draw {
    fn check(&self, name: &str, problems: &mut Problems) {
        match self {
            Self::Share(share) => problems.range(*share, 0.0, 1.0, name),
            Self::Switch { share, change } => {
                problems.range(*share, 0.0, 1.0, name);
                problems.range(*change, 0.0, 1.0, name);
            }
            Self::Even { low, high } => {
                problems.range(*low, f64::MIN, f64::MAX, name);
                problems.range(*high, *low, f64::MAX, name);
            }
            Self::Normal { mean, sd } => {
                problems.range(*mean, f64::MIN, f64::MAX, name);
                problems.range(*sd, 0.0, f64::MAX, name);
            }
        }
    }
}
