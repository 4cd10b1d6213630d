//! Answers of a model: what it expects, how sure that is, and in words.
//!
//! Nothing here gives a bare number. An [`Answer`] has the value, its standard error, an interval and how that was made,
//! what it was asked for, what to be careful with, where the model comes from, and a paragraph in plain words.
//!
//! # Formula
//! Probabilities are those of the [`Generator`](super::Generator); over several pieces of time they are multiplied. Time
//! spent is their integral; entries into a state are the time spent in others times the intensity of the move; the
//! probability to reach a state is that of a model in which it is not left; the expected time to a state solves
//! `−Q m = 1` without that state, by an elimination that adds only. Standard errors are by the delta method with exact
//! derivatives; intervals are made on the logarithmic or logit scale.

mod asking;
mod caution;
mod course;
mod history;
mod interval;
mod question;
mod reach;
mod registered;
#[cfg(feature = "schema")]
mod shape;
#[cfg(test)]
mod tests;
mod varying;
pub(crate) mod words;

pub use asking::{Asking, QuestionKind};
pub use course::Span;
pub use interval::{Certainty, Interval, IntervalMethod, Method, Range};
pub use question::Question;

pub(crate) use asking::{certainty as asked_certainty, profile as asked_profile};
pub(crate) use caution::{at_boundary, name, no_uncertainty};
pub(crate) use course::Course;
pub(crate) use history::{Histories, Memory};
pub(crate) use interval::{Scale, draws, middle, quantile, reach, root_of, spread};
pub(crate) use registered::Lens;
#[cfg(feature = "schema")]
pub(crate) use shape::CovariateValue;
pub(crate) use varying::Varying;

use super::{Model, Profile, TimeUnit};
use crate::error::{Error, Mistake, Place, Problem};
use crate::math::shown;
use crate::{Label, Provenance, Reason};
use serde::Serialize;

/// A covariate and its value.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Covariate {
    /// The name.
    pub name: String,
    /// The value.
    pub value: f64,
}

/// What a model answers to a question.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Answer {
    /// The code of the kind of question, such as `probability` or `first-passage`.
    pub question: &'static str,
    /// The code of the state it starts in.
    pub from: String,
    /// The codes of the states it leads to; any of them will do.
    pub to: Vec<String>,
    /// From when, on the clock of the model; `None` for what does not depend on time.
    pub begin: Option<f64>,
    /// Until when.
    pub end: Option<f64>,
    /// The unit of time of everything here.
    pub unit: TimeUnit,
    /// For whom: the covariates.
    pub profile: Vec<Covariate>,
    /// The value; `None` when it is infinite or does not exist, which the cautions explain.
    pub value: Option<f64>,
    /// Its standard error; `None` when nothing is known about it.
    pub standard_error: Option<f64>,
    /// From where to where the true value is expected; `None` when that is not known.
    pub interval: Option<Interval>,
    /// What to be careful with.
    pub cautions: Vec<Reason>,
    /// Where the model comes from.
    pub provenance: Provenance,
    /// The answer in plain words.
    pub text: Label,
}

/// Answers a question about people of one profile.
///
/// # Errors
/// What the model cannot be asked: states or effects it does not have (`undefined`), a time that runs backwards
/// (`outside-range`), covariates that are left out (`missing-field`).
pub fn answer(
    model: &Model,
    question: &Question,
    profile: &Profile,
    certainty: &Certainty,
) -> Result<Answer, Error> {
    question.check(model)?;
    check_level(certainty)?;
    // A hazard ratio is the same for everyone, so nothing need be known of anyone.
    let anyone = Profile::zero(model);
    let at = if question.is_of_someone() { profile } else { &anyone };
    Ok(reply(model, question, at, certainty, &Course::of(model, at, true)?))
}

/// Answers several questions about people of one profile; much cheaper than one by one.
///
/// # Errors
/// Every problem of every question, placed by its number; see [`answer`].
pub fn answers(
    model: &Model,
    questions: &[Question],
    profile: &Profile,
    certainty: &Certainty,
) -> Result<Vec<Answer>, Error> {
    check_level(certainty)?;
    let mut problems = Vec::new();
    for (number, question) in questions.iter().enumerate() {
        if let Err(error) = question.check(model) {
            let place = Place::default().at("questions").element(number + 1);
            let placed = |one: &Problem| {
                let field = one.place().field().unwrap_or_default();
                Problem::new(one.mistake().clone(), place.at(field))
            };
            problems.extend(error.problems().iter().map(placed));
        }
    }
    if let Some(error) = Error::of(problems) {
        return Err(error);
    }
    let course = Course::of(model, profile, true)?;
    Ok(questions.iter().map(|question| reply(model, question, profile, certainty, &course)).collect())
}

fn reply(
    model: &Model,
    question: &Question,
    profile: &Profile,
    certainty: &Certainty,
    course: &Course<'_>,
) -> Answer {
    let figure = question.figure(model, course);
    let states = model.specification.space.states();
    let code = |state: usize| states.get(state).map_or_else(String::new, |state| state.code.clone());
    let mut answer = Answer {
        question: question.code(),
        from: code(question.from()),
        to: question.to().into_iter().map(code).collect(),
        begin: question.span().map(|span| span.begin),
        end: question.span().map(|span| span.end),
        unit: model.specification.unit,
        profile: if question.is_of_someone() { covariates(profile) } else { Vec::new() },
        value: figure.as_ref().map(|figure| figure.value),
        standard_error: None,
        interval: None,
        cautions: Vec::new(),
        provenance: model.provenance.clone(),
        text: Label::of("", ""),
    };
    match &figure {
        Some(figure) => {
            let again = |parameters: &[f64]| {
                let other = model.with_values(parameters);
                let course = Course::of(&other, profile, false).ok()?;
                question.figure(&other, &course).map(|figure| figure.value)
            };
            let sureness = sureness(model, figure, question.scale(), certainty, &again);
            answer.standard_error = sureness.standard_error;
            answer.interval = sureness.interval;
            answer.cautions = sureness.cautions;
        }
        None if matches!(question, Question::Sojourn { .. }) => answer.cautions.push(caution::never_left()),
        None => answer.cautions.push(caution::may_never_be_reached(model, question)),
    }
    answer.text = words::paragraph(model, question, &answer);
    answer
}

pub(crate) fn covariates(profile: &Profile) -> Vec<Covariate> {
    let one = |(name, value): &(String, f64)| Covariate { name: name.clone(), value: *value };
    profile.covariates.iter().map(one).collect()
}

pub(crate) fn check_level(certainty: &Certainty) -> Result<(), Error> {
    let level = certainty.level;
    if level > 0.0 && level < 1.0 {
        return Ok(());
    }
    let mistake = Mistake::OutsideRange { value: shown(level), min: 0.0, max: 1.0 };
    let problem = Problem::new(mistake.clone(), Place::default().at("level"));
    Err(Error::of(vec![problem]).unwrap_or_else(|| mistake.into()))
}

/// How sure a figure is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sureness {
    pub(crate) standard_error: Option<f64>,
    pub(crate) interval: Option<Interval>,
    pub(crate) cautions: Vec<Reason>,
}

/// How sure a figure is, given how it is computed at other parameters: `None` there where it is infinite.
pub(crate) fn sureness(
    model: &Model,
    figure: &Varying,
    scale: Scale,
    certainty: &Certainty,
    again: &dyn Fn(&[f64]) -> Option<f64>,
) -> Sureness {
    let mut sure = Sureness::default();
    let values: Vec<f64> = model.parameters.iter().map(|parameter| parameter.value).collect();
    let level = certainty.level;
    let by_draws = |sure: &mut Sureness, parameters: &[Vec<f64>], method| {
        let found: Vec<f64> = parameters.iter().map(|one| again(one).unwrap_or(f64::INFINITY)).collect();
        let finite: Vec<f64> = found.iter().copied().filter(|value| value.is_finite()).collect();
        if finite.len() < found.len() {
            sure.cautions.push(caution::some_infinite());
        }
        sure.standard_error = spread(&finite);
        sure.interval = middle(found, level).map(|(low, high)| Interval {
            low: Some(low).filter(|end| end.is_finite()),
            high: Some(high).filter(|end| end.is_finite()),
            level,
            method,
        });
    };
    match (&certainty.method, &model.covariance) {
        (Method::Replicates { kind, parameters }, _) => by_draws(&mut sure, parameters, *kind),
        (_, None) => sure.cautions.push(no_uncertainty()),
        (Method::Simulation { draws: count, seed }, Some(covariance)) => {
            by_draws(&mut sure, &draws(model, covariance, *count, *seed), IntervalMethod::Simulation);
        }
        (Method::Delta, Some(covariance)) => {
            let se = figure.variance(covariance).sqrt();
            let (low, high) = scale.ends(figure.value, se, reach(level));
            sure.standard_error = Some(se);
            sure.interval =
                Some(Interval { low: Some(low), high: Some(high), level, method: IntervalMethod::Delta });
        }
    }
    boundary(model, figure, &values, again, &mut sure);
    sure
}

/// Widens the interval to the limit of every parameter without a finite optimum that the figure rests on, or takes it
/// away when that limit is not known.
fn boundary(
    model: &Model,
    figure: &Varying,
    values: &[f64],
    again: &dyn Fn(&[f64]) -> Option<f64>,
    sure: &mut Sureness,
) {
    let at = |place: usize, value: f64| {
        let mut moved = values.to_vec();
        if let Some(cell) = moved.get_mut(place) {
            *cell = value;
        }
        again(&moved)
    };
    for (place, parameter) in model.parameters.iter().enumerate().filter(|(_, one)| one.is_held()) {
        let other = at(place, parameter.limit().unwrap_or(parameter.value / 2.0));
        let differs = other.is_none_or(|other| (other - figure.value).abs() > 1e-6 * figure.value.abs());
        if !differs {
            continue;
        }
        let end = other.filter(|_| parameter.limit().is_some());
        if sure.interval.is_some() || end.is_none() {
            sure.cautions.push(at_boundary(model, parameter, end.is_some()));
        }
        sure.interval = match (sure.interval.take(), end) {
            (Some(interval), Some(end)) => Some(Interval {
                low: interval.low.map(|low| low.min(end)),
                high: interval.high.map(|high| high.max(end)),
                level: interval.level,
                method: IntervalMethod::Limit,
            }),
            _ => None,
        };
    }
}

impl Model {
    /// The same model with other values of its parameters, in their order.
    pub(crate) fn with_values(&self, values: &[f64]) -> Self {
        let mut other = self.clone();
        for (parameter, value) in other.parameters.iter_mut().zip(values) {
            parameter.value = *value;
        }
        other
    }
}

impl Profile {
    /// Every covariate of a model at 0.
    pub fn zero(model: &Model) -> Self {
        let layout = super::setting::Layout::of(model);
        Self { covariates: layout.names().iter().map(|name| (name.clone(), 0.0)).collect() }
    }

    /// Every covariate of a model at its centre: at its mean in the data when the model was centred, at 0 when not.
    pub fn centre(model: &Model) -> Self {
        let centre = |name: &str| {
            model.centres.iter().find(|(other, _)| other == name).map_or(0.0, |(_, value)| *value)
        };
        let mut profile = Self::zero(model);
        for (name, value) in &mut profile.covariates {
            *value = centre(name);
        }
        profile
    }

    /// The same profile with some covariates at other values.
    #[must_use]
    pub fn with(&self, covariates: &[(String, f64)]) -> Self {
        let mut profile = self.clone();
        for (name, value) in covariates {
            match profile.covariates.iter_mut().find(|(other, _)| other == name) {
                Some(own) => own.1 = *value,
                None => profile.covariates.push((name.clone(), *value)),
            }
        }
        profile
    }
}
