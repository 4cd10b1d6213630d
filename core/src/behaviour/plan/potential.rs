//! Room for change times relevance: which determinants promise most for a caseload, and how sure that is.
#![expect(clippy::indexing_slicing, reason = "determinants and rows are numbered when the data are read")]

use super::super::Determinant;
use super::what_if::factors;
use crate::distribution::{correlation, student};
use crate::math::sqrt;
use crate::ordered::by_key;
use crate::plan::{Model, Person, interval, what_if};
use crate::random::Seed;
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

/// The room, the correlation and the potential of one determinant over some rows.
struct Found {
    known: f64,
    mean: f64,
    deviation: f64,
    pairs: f64,
    correlation: Option<f64>,
}

impl Found {
    /// Of the rows at these places.
    fn of(scores: &[Option<f64>], outcome: &[Option<f64>], rows: &mut dyn Iterator<Item = usize>) -> Self {
        let (mut known, mut sum, mut square) = (0.0, 0.0, 0.0);
        let (mut pairs, mut x, mut y, mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        // Deviations from the first values: sums of squares of small numbers keep their digits.
        let (mut from, mut start) = (None, None);
        for row in rows {
            let Some(score) = scores[row] else { continue };
            let score = score - *from.get_or_insert(score);
            known += 1.0;
            sum += score;
            square += score * score;
            let Some(value) = outcome[row] else { continue };
            let value = value - *start.get_or_insert(value);
            pairs += 1.0;
            x += score;
            y += value;
            xx += score * score;
            yy += value * value;
            xy += score * value;
        }
        let (sxx, syy, sxy) = (xx - x * x / pairs, yy - y * y / pairs, xy - x * y / pairs);
        let varies = |s: f64, scale: f64| s > 1e-12 * scale.max(f64::MIN_POSITIVE);
        let possible = pairs >= 3.0 && varies(sxx, xx) && varies(syy, yy);
        Self {
            known,
            mean: from.unwrap_or(f64::NAN) + sum / known,
            deviation: sqrt((square - sum * sum / known).max(0.0) / (known - 1.0)),
            pairs,
            correlation: possible.then(|| (sxy / sqrt(sxx * syy)).clamp(-1.0, 1.0)),
        }
    }

    fn room(&self, determinant: Determinant) -> f64 {
        if determinant.is_inverted() { self.mean } else { 100.0 - self.mean }
    }

    fn potential(&self, determinant: Determinant) -> Option<f64> {
        Some(self.room(determinant) * sign(determinant) * self.correlation?)
    }
}

/// Towards support more of a determinant counts up, and more of one that hinders counts down.
fn sign(determinant: Determinant) -> f64 {
    if determinant.is_inverted() { -1.0 } else { 1.0 }
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
    let all = |index: usize| Found::of(&caseload.scores[index], &caseload.outcome, &mut (0..people));
    let found: Vec<Found> = (0..Determinant::ALL.len()).map(all).collect();
    let by_model = by_model(caseload)?;
    let resampled = resample(caseload, people);
    let view = |(index, found): (usize, &Found)| {
        let determinant = Determinant::ALL[index];
        let known = found.known > 0.0;
        // With one score there is no spread to tell.
        let half = (found.known > 1.0)
            .then(|| student::quantile(0.975, found.known - 1.0) * found.deviation / sqrt(found.known));
        let model = by_model.get(index).copied().flatten();
        let turned =
            |(low, high): (f64, f64)| if determinant.is_inverted() { [-high, -low] } else { [low, high] };
        DeterminantPotential {
            determinant,
            label: determinant.label(),
            known: caseload.scores[index].iter().flatten().count(),
            level: known.then_some(found.mean),
            level_interval: half.map(|half| [found.mean - half, found.mean + half]),
            room: known.then(|| found.room(determinant)),
            correlation: found.correlation.map(|r| sign(determinant) * r),
            correlation_interval: found
                .correlation
                .filter(|r| found.pairs > 3.0 && r.abs() < 1.0)
                .map(|r| turned(correlation::interval(r, found.pairs))),
            points_by_model: model.map(|(points, _)| points),
            points_by_model_interval: model.and_then(|(_, ends)| ends),
            potential: found.potential(determinant),
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
        reasons: vec![
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
        ],
    })
}

type ByModel = Vec<Option<(f64, Option<[f64; 2]>)>>;

/// What one point towards support does to the chance, by the model.
fn by_model(caseload: &Caseload) -> Result<ByModel, crate::Error> {
    let person = |row: usize| Person {
        id: (row + 1).to_string(),
        levels: caseload.scores.iter().map(|column| column.get(row).copied().flatten()).collect(),
        chance: None,
    };
    let people: Vec<Person> = (0..caseload.outcome.len()).map(person).collect();
    let mut out = Vec::new();
    let Some(model) = &caseload.model else { return Ok(out) };
    let [up, down] = [what_if(&factors(), &people, model, 1.0)?, what_if(&factors(), &people, model, -1.0)?];
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

struct Resampled {
    potentials: Vec<Vec<f64>>,
    /// For each determinant how often it has each rank.
    counts: Vec<Vec<u32>>,
    failed: u32,
}

impl Resampled {
    fn ranks(&self, index: usize) -> Vec<f64> {
        let total: u32 = self.counts[index].iter().sum();
        if total == 0 {
            return Vec::new();
        }
        self.counts[index].iter().map(|&count| f64::from(count) / f64::from(total)).collect()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a place among people"
)]
fn resample(caseload: &Caseload, people: usize) -> Resampled {
    // A determinant without a correlation in the data has none in any draw, and does not compete.
    let all = Determinant::ALL;
    let competes: Vec<usize> = (0..all.len())
        .filter(|&index| {
            Found::of(&caseload.scores[index], &caseload.outcome, &mut (0..people)).correlation.is_some()
        })
        .collect();
    let mut out = Resampled {
        potentials: vec![Vec::new(); all.len()],
        counts: vec![vec![0; competes.len()]; all.len()],
        failed: 0,
    };
    let draws = if competes.is_empty() { 0 } else { caseload.draws };
    for draw in 0..draws {
        let mut stream = Seed::new(caseload.seed).stream(0, draw);
        let rows: Vec<usize> =
            (0..people).map(|_| ((stream.uniform() * people as f64) as usize).min(people - 1)).collect();
        let potential = |&index: &usize| {
            let found = Found::of(&caseload.scores[index], &caseload.outcome, &mut rows.iter().copied());
            Some((index, found.potential(all[index])?))
        };
        let Some(drawn) = competes.iter().map(potential).collect::<Option<Vec<_>>>() else {
            out.failed += 1;
            continue;
        };
        for (rank, (index, _)) in highest_first(&drawn).into_iter().enumerate() {
            out.counts[index][rank] += 1;
        }
        for (index, value) in drawn {
            out.potentials[index].push(value);
        }
    }
    out
}

/// In the order of their values, the highest first; equal ones in the order of the model.
fn highest_first(values: &[(usize, f64)]) -> Vec<(usize, f64)> {
    #[derive(PartialEq)]
    struct Key(f64);
    impl Eq for Key {}
    impl PartialOrd for Key {
        fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
            Some(self.cmp(other))
        }
    }
    impl Ord for Key {
        fn cmp(&self, other: &Self) -> std::cmp::Ordering {
            other.0.total_cmp(&self.0)
        }
    }
    by_key(values.to_vec(), |(_, value)| Key(*value))
}
