//! Room for change times relevance: which determinants promise most for a caseload, and how sure that is.
#![expect(clippy::indexing_slicing, reason = "determinants and rows are numbered when the data are read")]

use super::super::Determinant;
use super::resample::{Found, resample};
use super::what_if::factors;
use crate::distribution::student;
use crate::math::sqrt;
use crate::plan::{Person, interval, what_if};
use crate::response::Model;
use crate::{Label, Reason, Source, Vocabulary};
use serde::Serialize;

/// The scores of many people, what they did or intend, and perhaps a model.
///
/// Scores are 0 to 100, more being more of the determinant (so that more practical barriers hinder, IBM-14).
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "super::shape::Caseload"))]
pub struct Caseload {
    /// For each determinant, in the order of the model, one score a person; `None` where it is not known.
    pub scores: Vec<Vec<Option<f64>>>,
    /// The behaviour or the intention of each person, as a number; `None` where it is not known.
    pub outcome: Vec<Option<f64>>,
    /// How chances follow from the determinants, for the relevance by a model.
    pub model: Option<Model>,
    /// How often people are drawn anew for intervals and ranks.
    pub draws: u32,
    /// Where the draws come from.
    pub seed: u64,
}

/// What each determinant promises in a caseload.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Potential {
    /// How many people.
    pub people: usize,
    /// Each determinant in the order of the model.
    pub determinants: Vec<DeterminantPotential>,
    /// How often people were drawn anew.
    pub draws: u32,
    /// How many of those draws left a determinant without a correlation; they do not count.
    pub failed_draws: u32,
    /// The model of the relevance by a model, with where it comes from.
    pub model: Option<Model>,
    /// What to know before using it.
    pub reasons: Vec<Reason>,
}

/// Level, room, relevance and potential of one determinant.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeterminantPotential {
    /// The determinant.
    pub determinant: Determinant,
    /// Its name.
    pub label: Label,
    /// Of how many people the score is known.
    pub known: usize,
    /// The mean score; `None` when nothing is known.
    pub level: Option<f64>,
    /// The 95 % interval of the mean.
    pub level_interval: Option<[f64; 2]>,
    /// How many points the mean lies from the end of the scale that supports the behaviour.
    pub room: Option<f64>,
    /// The zero-order relevance: the correlation with the outcome, its sign so that above zero is towards support.
    pub correlation: Option<f64>,
    /// The 95 % interval of the correlation.
    pub correlation_interval: Option<[f64; 2]>,
    /// The relevance by the model: percentage points of chance for one point towards support; `None` without a model.
    pub points_by_model: Option<f64>,
    /// Its 95 % interval; `None` when nothing is known of the uncertainty of the coefficients.
    pub points_by_model_interval: Option<[f64; 2]>,
    /// The potential for change: room times correlation.
    pub potential: Option<f64>,
    /// The 95 % interval of the potential over draws of people.
    pub potential_interval: Option<[f64; 2]>,
    /// In what share of the draws this determinant has the highest potential, the second highest, and so on.
    pub ranks: Vec<f64>,
}

/// Says for each determinant how the caseload stands, how much room there is, how it goes together with the outcome, and
/// what it promises: room times relevance.
///
/// # Formula
/// `potential = room × r`, with the room to the end of the scale that supports the behaviour, and `r` the correlation with
/// the outcome, turned so that above zero is towards support. Correlations are zero-order because determinants overlap,
/// which makes weights of a model misleading for choosing; the relevance by a model stands beside them for that reason.
/// Interval of the mean by Student's t, of `r` by Fisher's z; interval of the potential and ranks by drawing people anew
/// with replacement, all determinants of a person together.
///
/// # Assumptions
/// People are independent. Pairs of which one value is missing are left out by determinant.
///
/// # When not to use it
/// To choose without looking at the distributions: two caseloads with the same potential can look quite different.
///
/// # Source
/// Crutzen, Noijen & Peters 2017, *Using confidence interval-based estimation of relevance to select social-cognitive
/// determinants for behavior change interventions*; Knittle et al. 2019 (potential for change).
///
/// # Errors
/// `outside-range` for a score outside 0 to 100; those of [`crate::plan::what_if`] for the model.
pub fn potential(caseload: &Caseload) -> Result<Potential, crate::Error> {
    let people = caseload.outcome.len();
    let found = correlations(caseload);
    let persons: Vec<Person> = (0..people).map(|row| person(caseload, row)).collect();
    let by_model = by_model(caseload.model.as_ref(), &persons)?;
    // A determinant without a correlation in the data has none in any draw, and does not compete.
    let competes: Vec<usize> = (0..found.len()).filter(|&index| found[index].correlation.is_some()).collect();
    let resampled = resample(caseload, &competes, |_, index, found| found.room(Determinant::ALL[index]));
    let view = |(index, found): (usize, &Found)| {
        let determinant = Determinant::ALL[index];
        let known = found.known > 0.0;
        // With one score there is no spread to tell.
        let half = (found.known > 1.0)
            .then(|| student::quantile(0.975, found.known - 1.0) * found.deviation / sqrt(found.known));
        let model = by_model.get(index).copied().flatten();
        DeterminantPotential {
            determinant,
            label: determinant.label(),
            known: caseload.scores[index].iter().flatten().count(),
            level: known.then_some(found.mean),
            level_interval: half.map(|half| [found.mean - half, found.mean + half]),
            room: known.then(|| found.room(determinant)),
            correlation: found.towards(determinant),
            correlation_interval: found.towards_interval(determinant),
            points_by_model: model.map(|(points, _)| points),
            points_by_model_interval: model.and_then(|(_, ends)| ends),
            potential: found.towards(determinant).map(|r| found.room(determinant) * r),
            potential_interval: interval(resampled.potentials[index].clone()).map(|(low, high)| [low, high]),
            ranks: resampled.ranks(index),
        }
    };
    Ok(Potential {
        people,
        determinants: found.iter().enumerate().map(view).collect(),
        draws: caseload.draws,
        failed_draws: resampled.failed,
        model: caseload.model.clone(),
        reasons: reasons(&persons),
    })
}

/// What to know before using a potential.
pub(super) fn reasons(people: &[Person]) -> Vec<Reason> {
    let mut reasons = vec![
        Reason::new(
            "overlap-of-determinants",
            Label::of(
                "determinanten overlappen: de samenhang zonder model en die volgens het model staan daarom naast elkaar",
                "determinants overlap: the relevance without a model and by the model therefore stand side by side",
            ),
            Vec::new(),
            Source::facts(&["IBM-15"]),
        ),
        Reason::new(
            "look-at-the-distributions",
            Label::of(
                "kies niet op dit getal alleen: kijk ook naar de spreiding en naar wat professionals en cliënten zien",
                "do not choose by this number alone: look at the distributions and at what professionals and clients see",
            ),
            Vec::new(),
            Source::facts(&["IBM-61", "GEN-12"]),
        ),
    ];
    reasons.extend(super::reasons::near_zero(people));
    reasons
}

/// What each determinant and the outcome have to do with each other.
pub(super) fn correlations(caseload: &Caseload) -> Vec<Found> {
    let mut people = |index: usize| {
        Found::of(&caseload.scores[index], &caseload.outcome, &mut (0..caseload.outcome.len()))
    };
    (0..Determinant::ALL.len()).map(&mut people).collect()
}

pub(super) fn person(caseload: &Caseload, row: usize) -> Person {
    Person {
        id: (row + 1).to_string(),
        levels: caseload.scores.iter().map(|column| column.get(row).copied().flatten()).collect(),
        chance: None,
    }
}

pub(super) type ByModel = Vec<Option<(f64, Option<[f64; 2]>)>>;

/// What one point towards support does to the chance of these people, by the model.
pub(super) fn by_model(model: Option<&Model>, people: &[Person]) -> Result<ByModel, crate::Error> {
    let mut out = Vec::new();
    let Some(model) = model else { return Ok(out) };
    let [up, down] = [what_if(&factors(), people, model, 1.0)?, what_if(&factors(), people, model, -1.0)?];
    for ((determinant, up), down) in Determinant::ALL.iter().zip(up).zip(down) {
        let rise = if determinant.is_inverted() { down } else { up };
        let named = model.coefficients.iter().any(|one| one.factors().contains(&determinant.code()));
        let ends = rise.standard_error.map(|error| {
            let half = crate::distribution::normal::Z_95 * error;
            [100.0 * (rise.change - half), 100.0 * (rise.change + half)]
        });
        out.push((named && rise.people > 0).then_some((100.0 * rise.change, ends)));
    }
    Ok(out)
}
