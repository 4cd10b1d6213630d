//! The sufficient statistic as it is written: counts by their ends, their length and what held in them.

use super::{Chain, Circumstance, End, Row, Sight, Start, Step, Summary, Transitions};
#[cfg(feature = "schema")]
use crate::document::Defaulted;
use crate::multistate::Specification;
use serde::{Serialize, Serializer};

crate::vocabulary! {
    /// What a registration says of the true state.
    pub enum SightKind: "kind of sighting", "soort waarneming", [] {
        /// It is this one.
        Known = "known": "zeker", "certain", [],
        /// It is one of these.
        Among = "among": "een van deze", "one of these", [],
        /// This one was registered, which may be an error.
        Registered = "registered": "geregistreerd", "registered", [],
    }
}

crate::vocabulary! {
    /// How a sequence of visits begins.
    pub enum StartKind: "beginning of a sequence", "begin van een reeks", [] {
        /// In a known state.
        Known = "known": "in een bekende toestand", "in a known state", [],
        /// In any state that agrees with what was seen, each counted once.
        Any = "any": "in een toestand die kan", "in any state that agrees", [],
        /// By the shares of the states at a first visit, and what was seen there.
        Initial = "initial": "volgens de eerste verdeling", "by the first shares", [],
    }
}

/// What a panel says about a model, and nothing else: counts that add up over parts of the panel.
///
/// Rows that are the same in every respect are one row with a count.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Transitions"))]
pub(super) struct TransitionsDocument<'a> {
    /// The model that was asked of the panel.
    specification: &'a Specification,
    /// The length of one tick in the unit of time: 1/365.25 for dates in years, 1 when times were given as numbers.
    tick: f64,
    /// Intervals between two certain states.
    intervals: Vec<IntervalsDocument<'a>>,
    /// Sequences of visits between two certain states, where what lies between is not certain or the intensities change.
    sequences: Vec<SequencesDocument<'a>>,
    /// The codes of the states in which someone can have been when first seen.
    entered: Vec<&'a str>,
    /// What the panel held.
    summary: Summary,
}

/// A number of intervals that are the same in every respect.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CountedIntervals"))]
struct IntervalsDocument<'a> {
    /// The code of the state at the beginning.
    from: &'a str,
    /// The code of the state at the end.
    to: &'a str,
    #[serde(flatten)]
    stretch: StretchDocument<'a>,
    /// How much each of them counts; 1 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Defaulted<f64>"))]
    weight: f64,
    /// How many there are.
    count: u64,
}

/// One stretch of time, and what held in it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CountedStretch"))]
struct StretchDocument<'a> {
    /// The length in ticks.
    ticks: f64,
    /// The values of the covariates on the intensities, in the order in which the effects first name them.
    #[cfg_attr(feature = "schema", schemars(with = "Defaulted<Vec<f64>>"))]
    covariates: &'a [f64],
    /// The piece of time, counted from 1; 1 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Defaulted<usize>"))]
    period: usize,
    /// What the date at the end says; `seen` when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Defaulted<End>"))]
    end: End,
    /// Whether it begins at a visit, not at a cut between pieces of time; it does when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Defaulted<bool>"))]
    opens: bool,
}

/// A number of sequences of visits that are the same in every respect.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CountedSequences"))]
struct SequencesDocument<'a> {
    /// How they begin.
    start: StartKind,
    /// What is known at the beginning.
    seen: SightDocument<'a>,
    /// What follows.
    steps: Vec<StepDocument<'a>>,
    /// How much each of them counts; 1 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Defaulted<f64>"))]
    weight: f64,
    /// How many there are.
    count: u64,
}

/// One stretch of time in a sequence, and what is known at its end.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CountedStep"))]
struct StepDocument<'a> {
    #[serde(flatten)]
    stretch: StretchDocument<'a>,
    /// What is known at its end; nothing at a cut between pieces of time.
    seen: Option<SightDocument<'a>>,
}

/// What is known of the true state at a visit.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Sighting"))]
struct SightDocument<'a> {
    /// What it says.
    kind: SightKind,
    /// The code of the state, or of those it can be.
    states: Vec<&'a str>,
    /// The values of the covariates on errors, in the order in which the effects on errors first name them.
    #[cfg_attr(feature = "schema", schemars(with = "Defaulted<Vec<f64>>"))]
    covariates: &'a [f64],
}

impl Transitions {
    fn state(&self, state: u8) -> &str {
        self.specification.space.code(usize::from(state))
    }

    fn stretch(&self, circumstance: u32, gap: f64, end: End, opens: bool) -> StretchDocument<'_> {
        let (piece, covariates) = match self.circumstances.get(circumstance as usize) {
            Some(Circumstance { piece, values }) => (*piece, values.as_slice()),
            None => (0, &[][..]),
        };
        StretchDocument { ticks: gap, covariates, period: piece + 1, end, opens }
    }

    fn intervals(&self, row: &Row) -> IntervalsDocument<'_> {
        IntervalsDocument {
            from: self.state(row.from),
            to: self.state(row.to),
            stretch: self.stretch(row.circumstance, row.gap, row.end, row.opens),
            weight: row.weight,
            count: row.count,
        }
    }

    fn sight(&self, place: u32) -> SightDocument<'_> {
        let (kind, states, covariates) = match self.sights.get(place as usize) {
            Some(Sight::Known(state)) => (SightKind::Known, std::slice::from_ref(state), &[][..]),
            Some(Sight::Among(states)) => (SightKind::Among, states.as_slice(), &[][..]),
            Some(Sight::Registered(state, values)) => {
                (SightKind::Registered, std::slice::from_ref(state), values.as_slice())
            }
            None => (SightKind::Among, &[][..], &[][..]),
        };
        SightDocument { kind, states: states.iter().map(|state| self.state(*state)).collect(), covariates }
    }

    fn sequences(&self, chain: &Chain) -> SequencesDocument<'_> {
        let (start, seen) = match chain.start {
            Start::Known(state) => {
                let (kind, states) = (SightKind::Known, vec![self.state(state)]);
                (StartKind::Known, SightDocument { kind, states, covariates: &[] })
            }
            Start::Any(place) => (StartKind::Any, self.sight(place)),
            Start::Initial(place) => (StartKind::Initial, self.sight(place)),
        };
        let step = |step: &Step| StepDocument {
            stretch: self.stretch(step.circumstance, step.gap, step.end, step.opens),
            seen: step.sight.map(|place| self.sight(place)),
        };
        let steps = chain.steps.iter().map(step).collect();
        SequencesDocument { start, seen, steps, weight: chain.weight, count: chain.count }
    }
}

impl Serialize for Transitions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entered = self.entered.iter().enumerate().filter(|(_, entered)| **entered);
        TransitionsDocument {
            specification: &self.specification,
            tick: self.tick,
            intervals: self.rows.iter().map(|row| self.intervals(row)).collect(),
            sequences: self.chains.iter().map(|chain| self.sequences(chain)).collect(),
            entered: entered.map(|(state, _)| self.specification.space.code(state)).collect(),
            summary: self.summary,
        }
        .serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Transitions {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        TransitionsDocument::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        TransitionsDocument::json_schema(generator)
    }
}
