//! Every operation as a function from one JSON document to another.
//!
//! This is the one door of the bindings: Python and JavaScript convert, call and convert back, and decide
//! nothing. A Rust program would rather use the typed functions that each operation names.

mod behaviour;
#[cfg(feature = "charts")]
mod chart;
mod cocreation;
mod conformance;
mod estimate;
mod groups;
mod ladder;
mod measure;
mod multistate;
mod neighbourhood;
mod network;
mod over_time;
mod panel;
mod plan;
mod policy;
mod reflection;
mod row;
#[cfg(feature = "schema")]
mod rules;
#[cfg(feature = "schema")]
mod schema;
mod sources;
mod stories;
mod survival;
mod tegenprestatie;

pub use estimate::estimate;
pub use row::written;
#[cfg(feature = "schema")]
pub use schema::{schema, schema_of};

use crate::error::{Error, Mistake};
use crate::multistate::Panel;
use row::Operation;

/// Operations that a page may want without the others: what the npm package loads in one piece.
#[derive(Clone, Copy)]
pub struct Part(&'static [&'static [&'static dyn Operation]]);

/// What concerns people: their scores, their determinants, their place on the ladder.
pub const PEOPLE: Part = Part(&[measure::OPERATIONS, behaviour::OPERATIONS, ladder::OPERATIONS]);

/// The instruments that come with the library.
pub const INSTRUMENTS: Part = Part(&[behaviour::INSTRUMENTS]);

/// What concerns a process: the log of a co-creation.
pub const PROCESS: Part = Part(&[cocreation::OPERATIONS]);

/// What the law says of the duties of article 9, and what ordinances say.
pub const DUTY: Part = Part(&[tegenprestatie::LAW]);

/// What concerns the practice of the tegenprestatie: activities, displacement, conditions, the programme.
pub const PRACTICE: Part = Part(&[tegenprestatie::PRACTICE]);

/// How well an instrument measures: the reliability of its scales, and who changed by more than measurement error.
pub const RELIABILITY: Part = Part(&[estimate::RELIABILITY]);

/// What estimates: regressions, path models and models with latent variables.
pub const STATISTICS: Part = Part(&[estimate::OPERATIONS]);

/// What follows a process while it runs: promises, voice, energy, conditions, the reflection of those who take part, and
/// how long things take.
pub const FOLLOWING: Part = Part(&[cocreation::FOLLOWING, reflection::OPERATIONS, survival::OPERATIONS]);

/// What models of moves between states say: answers, forecasts, comparisons, drawn panels.
pub const MODELS: Part = Part(&[multistate::MODELS]);

/// What fits such models to registrations, and says whether they fit.
pub const FIT: Part = Part(&[multistate::FITTING]);

/// What registrations of people over time say by themselves: their quality, and counts.
pub const PANELS: Part = Part(&[over_time::OPERATIONS]);

/// What concerns groups of people: counts fit to be published.
pub const GROUPS: Part = Part(&[groups::OPERATIONS]);

/// What concerns policy: its cycle with citizens, and the roles of the government.
pub const POLICY: Part = Part(&[policy::OPERATIONS]);

/// What concerns stories that people told: how far those who code them agree, and what is in them.
pub const STORIES: Part = Part(&[stories::OPERATIONS]);

/// What would help: room for change, what changes would do, and who could get what.
pub const PLAN: Part = Part(&[plan::OPERATIONS]);

/// What holds a process against a roadmap, and reads logs of other programs.
pub const ROADS: Part = Part(&[conformance::OPERATIONS]);

/// What residents make themselves: the records of a buurtbaan and of a budgetkring, networks and communities.
pub const NEIGHBOURHOOD: Part = Part(&[neighbourhood::OPERATIONS, network::OPERATIONS]);

/// What the facts say that answers rest on.
pub const SOURCES: Part = Part(&[sources::OPERATIONS]);

/// What draws people: their determinants, the forces around them, their place on the ladder.
#[cfg(feature = "charts")]
pub const CHARTS: Part = Part(&[chart::PEOPLE]);

/// What draws what would help: levels and relevance of the determinants.
#[cfg(feature = "charts")]
pub const PLAN_CHARTS: Part = Part(&[plan::CHARTS]);

/// What draws people over time: who moves where, how probabilities change, ratios.
#[cfg(feature = "charts")]
pub const PANEL_CHARTS: Part = Part(&[multistate::CHARTS]);

/// What draws a process.
#[cfg(feature = "charts")]
pub const TIMELINE: Part = Part(&[chart::PROCESS]);

const PARTS: &[Part] = &[
    PEOPLE,
    INSTRUMENTS,
    PROCESS,
    DUTY,
    PRACTICE,
    RELIABILITY,
    STATISTICS,
    MODELS,
    FIT,
    PANELS,
    GROUPS,
    SOURCES,
    STORIES,
    POLICY,
    PLAN,
    FOLLOWING,
    ROADS,
    NEIGHBOURHOOD,
    #[cfg(feature = "charts")]
    CHARTS,
    #[cfg(feature = "charts")]
    PLAN_CHARTS,
    #[cfg(feature = "charts")]
    PANEL_CHARTS,
    #[cfg(feature = "charts")]
    TIMELINE,
];

fn within(parts: &[Part]) -> impl Iterator<Item = &'static dyn Operation> {
    parts.iter().flat_map(|part| part.0).copied().flatten().copied()
}

/// The names of all operations, by module.
///
/// ```
/// assert!(meedoen::operation::names().any(|name| name == "ladder.classify"));
/// ```
pub fn names() -> impl Iterator<Item = &'static str> {
    names_within(PARTS)
}

/// The names of the operations of some parts. A program that asks for no other parts does not carry them.
///
/// ```
/// use meedoen::operation::{PROCESS, names_within};
///
/// assert!(names_within(&[PROCESS]).all(|name| !name.starts_with("ladder.")));
/// ```
pub fn names_within(parts: &[Part]) -> impl Iterator<Item = &'static str> {
    within(parts).map(Operation::name)
}

/// Runs an operation on a request and gives its answer; both are JSON documents.
///
/// ```
/// let answer = meedoen::operation::call("ladder.classify", r#"{"facts": {"contract": false}}"#)?;
/// assert!(answer.contains(r#""rung":null"#));
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Errors
/// `unknown-operation`, or every problem of the request.
pub fn call(name: &str, request: &str) -> Result<String, Error> {
    call_within(PARTS, name, request)
}

/// Runs an operation of some parts, as [`call`] does one of all.
///
/// # Errors
/// `unknown-operation` also when another part has it, or every problem of the request.
pub fn call_within(parts: &[Part], name: &str, request: &str) -> Result<String, Error> {
    match within(parts).find(|operation| operation.name() == name) {
        Some(operation) => row::run(operation, None, request),
        None => Err(Mistake::UnknownOperation { name: name.to_owned() }.into()),
    }
}

/// Runs an operation on a panel that was read before; the request has the fields of the operation but `panel`.
///
/// # Errors
/// `unknown-operation` also where the operation is not one on a panel, or every problem of the request.
pub fn call_on(panel: &Panel, name: &str, request: &str) -> Result<String, Error> {
    match within(PARTS).find(|operation| operation.name() == name) {
        Some(operation) => row::run(operation, Some(panel), request),
        None => Err(Mistake::UnknownOperation { name: name.to_owned() }.into()),
    }
}
