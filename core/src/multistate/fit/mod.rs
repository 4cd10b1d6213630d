//! Maximum likelihood for a panel.
//!
//! * starting values: moves counted over the time in which they could have happened;
//! * the search: Newton steps with safeguards on standardised covariates and log intensities, so that neither the unit of time nor
//!   that of a covariate matters;
//! * what has no finite optimum, or nothing to be estimated from, is found, named and held, and the rest is estimated; so it is with
//!   moves that are too fast for the dates to show, as when registrations have nothing to do with each other;
//! * standard errors come from the observed information: the second derivatives themselves, not an approximation to them.

mod climb;
mod findings;
mod limits;
mod profile;
mod search;
mod start;
mod uncertainty;

pub use findings::{Finding, FindingKind};
pub use limits::{IntervalOf, IntervalsAsked, ParameterInterval, ParameterIntervals, intervals};
pub use uncertainty::{Bootstrap, Range};

use super::likelihood::{Design, Likelihood};
use super::symmetric::{self, Rows, factor, inverse, times, transposed, within};
use super::transitions::{Summary, Transitions};
use super::{Held, Model, Panel, Parameter, Specification};
use crate::{Error, Label, Provenance, ProvenanceKind};
use climb::{Care, Ending, Summit};
use findings::findings;
use search::{Course, Found, Search};
use serde::Serialize;
use start::Crude;

/// A model fitted to a panel, with what is needed to judge it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fit {
    /// The model with its estimates and their covariance.
    pub model: Model,
    /// Minus twice the logarithm of the likelihood at the estimates.
    pub minus2ll: f64,
    /// How many parameters were estimated: those held are not among them.
    pub free: usize,
    /// Minus the second derivatives of the log-likelihood with respect to the parameters, row by row.
    pub observed: Vec<Vec<f64>>,
    /// How many steps the search took.
    pub iterations: usize,
    /// The largest first derivative of the log-likelihood at the estimates, in any direction that is estimated.
    pub score: f64,
    /// What could not be settled; nothing when all is well.
    pub findings: Vec<Finding>,
    /// What the panel held.
    pub summary: Summary,
    /// The time people were followed, all together and by weight, in the unit of time.
    pub followed: f64,
}

impl Fit {
    /// The fields of a fit as a document.
    pub(in crate::multistate) const FIELDS: [&str; 9] =
        ["model", "minus2ll", "free", "observed", "iterations", "score", "findings", "summary", "followed"];
}

/// Fits a model to a panel.
///
/// # Errors
/// Everything in the panel that stands in the way, as [`Panel::check`] has it.
pub fn fit(panel: &Panel, specification: &Specification) -> Result<Fit, Error> {
    Ok(fitted(&Transitions::of_whole(panel, specification)?))
}

/// Fits the model that was asked of some panels to what they say together.
///
/// # Errors
/// `nothing-follows` when nobody was seen twice, `unreachable` for each state that cannot be reached from where people began.
pub fn fit_transitions(transitions: &Transitions) -> Result<Fit, Error> {
    transitions.check_whole()?;
    Ok(fitted(transitions))
}

fn fitted(transitions: &Transitions) -> Fit {
    let specification = transitions.specification();
    let mut design = Design::of(specification);
    let means = transitions.adapt(&mut design, specification);
    let centres: Vec<f64> = means.iter().map(|mean| if specification.centre { *mean } else { 0.0 }).collect();
    let (outward, inward) = design.outward(&centres);
    let likelihood = Likelihood::new(transitions, specification, design);
    let search = Search { likelihood: &likelihood, outward, inward };
    let crude = Crude::of(transitions, &specification.space);
    let found = best(&search, crude.starts(transitions, specification, &likelihood.design));
    let names = specification.covariates().into_iter().map(str::to_owned);
    report(&search, &found, specification, names.zip(centres).collect(), &crude, transitions)
}

/// The search from the best of several starting points: the one from which a rough search comes highest.
fn best(search: &Search<'_>, starts: Vec<Vec<f64>>) -> Found {
    let mut best: Option<Summit> = None;
    if starts.len() > 1 {
        for start in &starts {
            let summit = search.climb(start, &symmetric::identity(start.len()), Care::Rough);
            if best.as_ref().is_none_or(|best| summit.evaluation.value > best.evaluation.value) {
                best = Some(summit);
            }
        }
    }
    let start = best.map(|summit| summit.at).or_else(|| starts.into_iter().next()).unwrap_or_default();
    search.run(&start)
}

/// A search as a fit.
fn report(
    search: &Search<'_>,
    found: &Found,
    specification: &Specification,
    centres: Vec<(String, f64)>,
    crude: &Crude,
    transitions: &Transitions,
) -> Fit {
    let summary = transitions.summary();
    let Found { summit, along, courses } = found;
    let information = within(along, &summit.evaluation.observed);
    // Estimates = outward * (directions' * coordinates).
    let to_model: Rows = search.outward.iter().map(|row| times(along, row)).collect();
    let inverse = factor(&information).map(|factor| inverse(&factor));
    let covariance = inverse.map(|inverse| within(&to_model, &inverse));
    let values = times(&search.outward, &summit.at);
    let parameters: Vec<Parameter> = search
        .likelihood
        .design
        .quantities()
        .into_iter()
        .zip(values)
        .enumerate()
        .map(|(place, (quantity, value))| Parameter { quantity, value, held: held(search, found, place) })
        .collect();
    let (converged, definite) = (summit.ending == Ending::Top, covariance.is_some());
    let model = Model {
        specification: specification.clone(),
        centres,
        parameters,
        covariance: if converged { covariance } else { None },
        provenance: Provenance { kind: ProvenanceKind::Fitted, note: note(summary) },
    };
    let score = times(along, &summit.evaluation.score);
    Fit {
        findings: findings(&model, found, &crude.moved, converged, definite),
        model,
        minus2ll: -2.0 * summit.evaluation.value,
        free: search.outward.len() - courses.len(),
        observed: within(&transposed(&search.inward), &summit.evaluation.observed),
        iterations: summit.iterations,
        score: score.iter().fold(0.0_f64, |largest, one| largest.max(one.abs())),
        summary,
        followed: transitions.followed(),
    }
}

/// Why a parameter was held, if it was.
fn held(search: &Search<'_>, found: &Found, place: usize) -> Option<Held> {
    let moves = |course: &&Course| course.model.get(place).is_some_and(|part| *part != 0.0);
    let course = found.courses.iter().find(moves)?;
    if course.silent {
        return Some(Held::NotIdentified);
    }
    let others: Vec<Course> = found.courses.iter().filter(|other| *other != course).cloned().collect();
    let upwards = course.model.get(place).is_some_and(|part| *part > 0.0);
    let limit = search.finite_side(place, course, &others, found.summit.evaluation.value);
    Some(Held::Boundary { upwards, limit })
}

fn note(summary: Summary) -> Label {
    let Summary { people, visits, changes, .. } = summary;
    Label::said(
        format_args!("{people} mensen met {visits} waarnemingen en {changes} veranderingen van toestand"),
        format_args!("{people} people with {visits} visits and {changes} changes of state"),
    )
}
