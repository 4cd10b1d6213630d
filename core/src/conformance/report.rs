//! Traces beside a road in words.

use super::align::{Checker, Deviation, DeviationKind};
use super::{Roadmap, Traces};
use crate::Label;
use chrono::NaiveDate;
use serde::Serialize;

/// Traces beside a road.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ConformanceReport"))]
pub struct Report {
    /// The name of the roadmap.
    pub roadmap: String,
    /// What people call it.
    pub title: Label,
    /// Where the roadmap comes from.
    pub sources: Vec<String>,
    /// How many traces follow the road throughout.
    pub following: usize,
    /// The mean fitness, 0 to 1; `None` without traces.
    pub fitness: Option<f64>,
    /// Each trace.
    pub traces: Vec<TraceReport>,
}

/// A trace beside a road.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TraceReport {
    /// The name of the case.
    pub case: String,
    /// Whether it follows the road throughout.
    pub follows: bool,
    /// 1 − cost / (weight of the events + steps of the shortest run), 0 to 1.
    pub fitness: f64,
    /// The size of the smallest repair: how many steps to add and events to leave out, each event as often as its step weighs.
    pub cost: u32,
    /// How many events were held against the road.
    pub events: u32,
    /// How many events are no step of this roadmap; they count neither for nor against.
    pub outside: u32,
    /// The deviations in the order of the trace; their repairs together are a smallest repair.
    pub deviations: Vec<DeviationReport>,
    /// The stages that it was in, in order; returning to an earlier stage is a visit like any other.
    pub visits: Vec<Visit>,
}

/// One difference between a trace and the road, in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeviationReport {
    /// What kind of difference it is.
    pub kind: DeviationKind,
    /// The step.
    pub step: String,
    /// The stage in which it is.
    pub stage: String,
    /// The event, counted from 1: the one that does not fit, or before which the step is missing; `None` at the end.
    pub event: Option<u32>,
    /// The difference in words.
    pub reason: Label,
    /// What would have to differ in the record.
    pub repair: Label,
}

/// A stay in a stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Visit {
    /// The stage.
    pub stage: String,
    /// Its first event, counted from 1.
    pub first: u32,
    /// Its last event.
    pub last: u32,
    /// The day of its first event, when known.
    pub from: Option<NaiveDate>,
    /// Whether it was in this stage before, or in a later one.
    pub back: bool,
}

/// Holds each trace against a roadmap.
///
/// ```
/// use meedoen::{conformance::{Traces, check}, cocreation::roadmaps, document::Document};
/// let houten = roadmaps().into_iter().find(|roadmap| roadmap.id() == "houten").unwrap();
/// let traces = Traces::from_json(r#"{"traces": [{"case": "square", "events": [{"step": "stories"}]}]}"#)?;
/// let report = check(&houten, &traces);
/// assert!(!report.traces[0].follows);
/// # Ok::<(), meedoen::Error>(())
/// ```
pub fn check(roadmap: &Roadmap, traces: &Traces) -> Report {
    let mut checker = Checker::new(roadmap);
    let one = |trace: &super::Trace| {
        let (mut deviations, mut stages) = (Vec::new(), Vec::new());
        // A trace that is too long was refused at the door.
        let following = checker
            .follow_by_stage(&trace.numbers(roadmap), &mut deviations, &mut stages)
            .unwrap_or_default();
        TraceReport {
            case: trace.case.clone(),
            follows: following.cost == 0,
            fitness: following.fitness,
            cost: following.cost,
            events: following.events,
            outside: following.outside,
            deviations: deviations.iter().filter_map(|deviation| deviation.report(roadmap)).collect(),
            visits: visits(roadmap, &stages, &trace.events),
        }
    };
    let reports: Vec<TraceReport> = traces.traces.iter().map(one).collect();
    let total: f64 = reports.iter().map(|report| report.fitness).sum();
    Report {
        roadmap: roadmap.id().to_owned(),
        title: roadmap.title().clone(),
        sources: roadmap.sources().to_vec(),
        following: reports.iter().filter(|report| report.follows).count(),
        fitness: (!reports.is_empty()).then(|| total / count(reports.len())),
        traces: reports,
    }
}

#[expect(clippy::cast_precision_loss, reason = "more traces than 2^53 do not fit in memory")]
fn count(count: usize) -> f64 {
    count as f64
}

/// The stays in stages, of the stage of each event that fits.
pub(super) fn visits(roadmap: &Roadmap, stages: &[(u32, u16)], events: &[super::TraceEvent]) -> Vec<Visit> {
    let mut visits: Vec<Visit> = Vec::new();
    let (mut now, mut furthest) = (None, None);
    for &(event, stage) in stages {
        match visits.last_mut().filter(|_| now == Some(stage)) {
            Some(visit) => visit.last = event,
            None => visits.push(Visit {
                stage: roadmap
                    .stages()
                    .get(usize::from(stage))
                    .map(|stage| stage.id.clone())
                    .unwrap_or_default(),
                first: event,
                last: event,
                from: usize::try_from(event).ok().and_then(|at| events.get(at.checked_sub(1)?)?.date),
                back: furthest.is_some_and(|furthest| stage <= furthest),
            }),
        }
        now = Some(stage);
        furthest = furthest.max(Some(stage));
    }
    visits
}

impl Deviation {
    /// The deviation in words; `None` when it is not of this roadmap.
    pub fn report(&self, roadmap: &Roadmap) -> Option<DeviationReport> {
        let step = roadmap.steps().get(usize::from(self.step))?;
        let stage = roadmap.stages().get(usize::from(self.stage))?;
        let (name, within) = (&step.label, &stage.label);
        let (reason, repair) = match (self.kind, self.event) {
            (DeviationKind::Missing, Some(event)) => (
                Label::said(
                    format_args!(
                        "“{}” ontbreekt in het stadium “{}”, vóór gebeurtenis {event}",
                        name.nl, within.nl
                    ),
                    format_args!(
                        "“{}” is missing in the stage “{}”, before event {event}",
                        name.en, within.en
                    ),
                ),
                Label::said(
                    format_args!("als dit gebeurd is, leg “{}” vast vóór gebeurtenis {event}", name.nl),
                    format_args!("if it happened, record “{}” before event {event}", name.en),
                ),
            ),
            (DeviationKind::Missing, None) => (
                Label::said(
                    format_args!(
                        "“{}” is aan het eind nog niet vastgelegd, in het stadium “{}”",
                        name.nl, within.nl
                    ),
                    format_args!(
                        "“{}” is not recorded yet at the end, in the stage “{}”",
                        name.en, within.en
                    ),
                ),
                Label::said(
                    format_args!("als dit gebeurd is, leg “{}” vast na de laatste gebeurtenis", name.nl),
                    format_args!("if it happened, record “{}” after the last event", name.en),
                ),
            ),
            (DeviationKind::Extra, event) => {
                let event = event.unwrap_or_default();
                (
                    Label::said(
                        format_args!(
                            "gebeurtenis {event}, “{}”, heeft op de weg geen plaats in het stadium “{}”",
                            name.nl, within.nl
                        ),
                        format_args!(
                            "event {event}, “{}”, has no place on the road in the stage “{}”",
                            name.en, within.en
                        ),
                    ),
                    Label::said(
                        format_args!("zonder gebeurtenis {event} volgt dit deel de weg"),
                        format_args!("without event {event} this part follows the road"),
                    ),
                )
            }
        };
        let (kind, event) = (self.kind, self.event);
        Some(DeviationReport { kind, step: step.id.clone(), stage: stage.id.clone(), event, reason, repair })
    }
}
