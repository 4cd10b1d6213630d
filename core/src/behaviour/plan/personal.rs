//! Room for change times relevance for one person, whose scores hold measurement error.
#![expect(clippy::indexing_slicing, reason = "determinants are numbered when the data are read")]

use super::super::Determinant;
use super::Caseload;
use super::potential::{by_model, correlations, person, reasons};
use super::resample::{Found, resample, room};
use crate::distribution::normal::Z_95;
use crate::plan::{Person, interval};
use crate::random::Seed;
use crate::response::Model;
use crate::{Label, Reason, Source, Vocabulary};
use serde::Serialize;

/// The score of one person on one determinant, and how far measurement error moves it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MeasuredScore {
    /// The determinant.
    pub determinant: Determinant,
    /// 0 to 100, more being more of the determinant; `null` when it is not known.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub score: Option<f64>,
    /// The standard error of measurement of the scale in points of the score, 0 or more; `null` when it is not known.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub standard_error_of_measurement: Option<f64>,
}

/// The scores of one person, and the many people in whom it shows what matters.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PersonInCaseload {
    /// What is known of the person, each determinant once; what is not there is not known.
    pub scores: Vec<MeasuredScore>,
    /// The people whose scores and outcome give the relevance; the person may be one of them.
    pub caseload: Caseload,
}

/// What each determinant promises for one person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PersonalPotential {
    /// How many people the relevance rests on.
    pub people: usize,
    /// Each determinant in the order of the model.
    pub determinants: Vec<PersonalDeterminant>,
    /// How often people and errors of measurement were drawn anew.
    pub draws: u32,
    /// How many of those draws left a determinant without a correlation; they do not count.
    pub failed_draws: u32,
    /// The model of the relevance by a model, with where it comes from.
    pub model: Option<Model>,
    /// What to know before using it.
    pub reasons: Vec<Reason>,
}

/// Score, room, relevance and potential of one determinant for one person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PersonalDeterminant {
    /// The determinant.
    pub determinant: Determinant,
    /// Its name.
    pub label: Label,
    /// The score; `None` when it is not known.
    pub level: Option<f64>,
    /// The 95 % interval of the score by its error of measurement, within the scale; `None` when that is not known.
    pub level_interval: Option<[f64; 2]>,
    /// How many points the score lies from the end of the scale that supports the behaviour.
    pub room: Option<f64>,
    /// The 95 % interval of the room.
    pub room_interval: Option<[f64; 2]>,
    /// The zero-order relevance in the caseload: the correlation with the outcome, above zero being towards support.
    pub correlation: Option<f64>,
    /// The 95 % interval of the correlation.
    pub correlation_interval: Option<[f64; 2]>,
    /// The relevance by the model for this person: percentage points of chance for one point towards support; `None`
    /// without a model, or when a score that the model needs is not known.
    pub points_by_model: Option<f64>,
    /// Its 95 % interval by the uncertainty of the coefficients, at the scores as they are.
    pub points_by_model_interval: Option<[f64; 2]>,
    /// The potential for change: room times correlation.
    pub potential: Option<f64>,
    /// The 95 % interval of the potential over draws of people and of errors of measurement.
    pub potential_interval: Option<[f64; 2]>,
    /// In what share of the draws this determinant has the highest potential, the second highest, and so on.
    pub ranks: Vec<f64>,
}

/// Says for each determinant how much room one person has, how it goes together with the outcome in a caseload, and what
/// the two promise together, with the error of measurement counted in.
///
/// # Formula
/// `potential = room × r` as in [`potential`](super::potential()), with the room from the score of the person. Interval of
/// the score by `1.96 · SEM`, cut off at the ends of the scale; of `r` by Fisher's z; of the potential and the ranks by
/// drawing the people of the caseload anew and, in the same draw, a normal error with standard deviation `SEM` for each
/// score. A determinant of which the score, its error of measurement or the correlation is not known has no rank.
///
/// # Assumptions
/// Errors of measurement are normal, alike for everyone and independent between determinants; what matters in the caseload
/// matters likewise for this person, which no data on many people can show.
///
/// # When not to use it
/// To decide about a person, or where the order of the determinants is not clear: then the ranks are near to each other, and
/// the conversation says more.
///
/// # Source
/// Crutzen, Noijen & Peters 2017 (relevance with intervals); Lord & Novick 1968, *Statistical theories of mental test scores*
/// (standard error of measurement).
///
/// # Errors
/// Those of [`potential`](super::potential()).
///
/// ```
/// use meedoen::behaviour::{PersonInCaseload, personal_potential};
/// use meedoen::document::Document;
/// let person = PersonInCaseload::from_json(r#"{
///     "scores": [{"determinant": "skills", "score": 40, "standard_error_of_measurement": 5}],
///     "caseload": {"scores": [{"determinant": "skills", "values": [20, 40, 60, 80]}], "outcome": [1, 3, 2, 4], "draws": 0}
/// }"#)?;
/// let skills = &personal_potential(&person)?.determinants[3];
/// assert_eq!(skills.room, Some(60.0));
/// assert!((skills.potential.unwrap_or(0.0) - 48.0).abs() < 1e-9);
/// # Ok::<(), meedoen::Error>(())
/// ```
pub fn personal_potential(person: &PersonInCaseload) -> Result<PersonalPotential, crate::Error> {
    let caseload = &person.caseload;
    let found = correlations(caseload);
    let measured = |determinant: Determinant| person.scores.iter().find(|one| one.determinant == determinant);
    let score = |index: usize| measured(Determinant::ALL[index]).and_then(|one| one.score);
    let error = |index: usize| {
        let one = measured(Determinant::ALL[index])?;
        one.score.and(one.standard_error_of_measurement)
    };
    let levels = (0..found.len()).map(score).collect();
    let alone = Person { id: "1".to_owned(), levels, chance: None };
    let by_model = by_model(caseload.model.as_ref(), std::slice::from_ref(&alone))?;
    let competes: Vec<usize> = (0..found.len())
        .filter(|&index| found[index].correlation.is_some() && error(index).is_some())
        .collect();
    let drawn_room = |draw: u32, index: usize, _: &Found| {
        let row = u32::try_from(index).unwrap_or(u32::MAX);
        let off = Seed::new(caseload.seed).branch(1).stream(row, draw).normal();
        let level = score(index).unwrap_or(f64::NAN) + off * error(index).unwrap_or(f64::NAN);
        room(Determinant::ALL[index], level.clamp(0.0, 100.0))
    };
    let resampled = resample(caseload, &competes, drawn_room);
    let view = |(index, found): (usize, &Found)| {
        let determinant = Determinant::ALL[index];
        let level = score(index);
        let ends = level.zip(error(index)).map(|(level, error)| {
            [level - Z_95 * error, level + Z_95 * error].map(|end| end.clamp(0.0, 100.0))
        });
        let turned = |[low, high]: [f64; 2]| {
            let (one, other) = (room(determinant, low), room(determinant, high));
            [one.min(other), one.max(other)]
        };
        let own_room = level.map(|level| room(determinant, level));
        let model = by_model.get(index).copied().flatten();
        PersonalDeterminant {
            determinant,
            label: determinant.label(),
            level,
            level_interval: ends,
            room: own_room,
            room_interval: ends.map(turned),
            correlation: found.towards(determinant),
            correlation_interval: found.towards_interval(determinant),
            points_by_model: model.map(|(points, _)| points),
            points_by_model_interval: model.and_then(|(_, ends)| ends),
            potential: own_room.zip(found.towards(determinant)).map(|(room, r)| room * r),
            potential_interval: interval(resampled.potentials[index].clone()).map(|(low, high)| [low, high]),
            ranks: resampled.ranks(index),
        }
    };
    let unmeasured = person.scores.iter().filter(|one| one.score.is_some());
    let unmeasured = unmeasured.filter(|one| one.standard_error_of_measurement.is_none());
    let unmeasured: Vec<Label> = unmeasured.map(|one| one.determinant.label()).collect();
    Ok(PersonalPotential {
        people: caseload.outcome.len(),
        determinants: found.iter().enumerate().map(view).collect(),
        draws: caseload.draws,
        failed_draws: resampled.failed,
        model: caseload.model.clone(),
        reasons: personal_reasons(caseload, &unmeasured),
    })
}

fn personal_reasons(caseload: &Caseload, unmeasured: &[Label]) -> Vec<Reason> {
    let people: Vec<Person> = (0..caseload.outcome.len()).map(|row| person(caseload, row)).collect();
    let mut all = reasons(&people);
    all.push(Reason::new(
        "relevance-is-of-many",
        Label::of(
            "wat ertoe doet is afgelezen aan veel mensen; voor deze persoon kan iets anders tellen: bespreek het",
            "what matters was read from many people; for this person something else may count: talk about it",
        ),
        Vec::new(),
        Source::facts(&["IBM-15", "GEN-12"]),
    ));
    if !unmeasured.is_empty() {
        let nl: Vec<&str> = unmeasured.iter().map(|label| label.nl.as_ref()).collect();
        let en: Vec<&str> = unmeasured.iter().map(|label| label.en.as_ref()).collect();
        all.push(Reason::new(
            "measurement-error-unknown",
            Label::new(
                format!(
                    "de meetfout is niet bekend van {}: daarom zonder interval en zonder rang",
                    nl.join(", ")
                ),
                format!(
                    "the error of measurement is not known of {}: hence without interval and rank",
                    en.join(", ")
                ),
            ),
            Vec::new(),
            Source::reference("Lord & Novick 1968, Statistical theories of mental test scores"),
        ));
    }
    all
}
