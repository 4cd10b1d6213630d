//! How many people are in each state over time: as observed, and as a model expects.

#[cfg(test)]
mod tests;
mod view;
mod words;

use super::answer::{Certainty, Histories, Interval, Memory, Method, check_level, no_uncertainty};
use super::{Clock, Model, Panel, Profile, TimeUnit};
use crate::error::{Error, Mistake, Place, Problem};
use crate::math::shown;
use crate::{Label, Provenance, Reason};
use serde::Serialize;
use view::View;

/// How many people are in one state at one time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Occupancy {
    /// The code of the state.
    pub state: String,
    /// How many of those in view were last seen in it.
    pub observed: f64,
    /// How many the model expects of the same people.
    pub expected: f64,
    /// The standard error of what is expected, from the uncertainty of the parameters.
    pub standard_error: Option<f64>,
    /// From where to where the expected number lies; it does not have the chance of what single people do.
    pub interval: Option<Interval>,
}

/// Observed beside expected at one time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Prevalence {
    /// The time.
    pub time: f64,
    /// The people in view: seen at or before this time and at or after it, or in a state that is never left.
    pub in_view: f64,
    /// Those of them last registered with a code for more than one state, who are in none of the observed numbers.
    pub unclear: f64,
    /// Every state, in order.
    pub states: Vec<Occupancy>,
}

/// Observed beside expected numbers over time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Prevalences {
    /// The clock of the times: that of the panel, or the time since each person's first visit.
    pub clock: Clock,
    /// The unit of time.
    pub unit: TimeUnit,
    /// Every time asked, in order.
    pub times: Vec<Prevalence>,
    /// What to be careful with.
    pub cautions: Vec<Reason>,
    /// Where the model comes from.
    pub provenance: Provenance,
    /// What it shows, in plain words.
    pub text: Label,
}

/// Observed and expected numbers in each state at these times.
///
/// *Observed*: the people whose last registered state at that time is this one. Someone past the last visit is no longer
/// in view, unless in a state that is never left. *Expected*: the same number of people, spread over the states as people
/// were at the first time, each moved on by the model with their own covariates, or with those of `profile`.
///
/// *Where registered states may be wrong* both are registered states: the true states at the first time are derived from what
/// was registered then, moved on, and looked at through the probabilities of a wrong registration.
///
/// The two can differ because the model is wrong, but also because who is still in view is not a random part.
///
/// # Errors
/// `missing-column` for covariates the panel does not have, `missing-field` for those a given profile does not have,
/// `outside-range` for times that are no numbers.
pub fn prevalence(
    model: &Model,
    panel: &Panel,
    times: &[f64],
    clock: Clock,
    profile: Option<&Profile>,
    certainty: &Certainty,
) -> Result<Prevalences, Error> {
    check_level(certainty)?;
    let wrong = times.iter().enumerate().filter(|(_, time)| !time.is_finite());
    let problem = |(number, time): (usize, &f64)| {
        let mistake = Mistake::OutsideRange { value: shown(*time), min: f64::MIN, max: f64::MAX };
        Problem::new(mistake, Place::default().at("times").element(number + 1))
    };
    if let Some(error) = Error::of(wrong.map(problem).collect()) {
        return Err(error);
    }
    let view = View { histories: Histories::of(model, panel)?, clock, profile };
    let mut cautions = words::cautions(model, &view);
    if model.covariance.is_none() && !matches!(certainty.method, Method::Replicates { .. }) {
        cautions.push(no_uncertainty());
    }
    let derivatives = model.covariance.is_some() && certainty.method == Method::Delta;
    let mut memory = Memory::new(model, derivatives);
    let found = times.iter().map(|time| view.at(model, *time, certainty, &mut memory));
    let times: Vec<Prevalence> = found.collect::<Result<_, _>>()?;
    let text = words::text(model, &times, &cautions);
    let (unit, provenance) = (model.specification.unit, model.provenance.clone());
    Ok(Prevalences { clock, unit, times, cautions, provenance, text })
}
