//! What stands in the way in groups of people, fit to be published.

use super::table::supporting;
use super::{Determinant, Standing, Thresholds};
use crate::disclosure::{Answered, Protection, ShownAnswers, divided};
use crate::document::Problems;
use crate::error::{Error, Mistake, Place};
use crate::measure::Column;
use crate::ordered::Ordered;
use crate::{Label, Reason, Score, Source, Vocabulary};
use serde::Serialize;

/// Counts and means of the determinants by group, with small counts withheld.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Summary {
    /// Everyone together.
    pub all: GroupSummary,
    /// The groups in the order of their names, last those of whom no group is known; none without a division.
    pub groups: Vec<GroupSummary>,
    /// What the numbers say, and what they do not.
    pub reasons: Vec<Reason>,
    /// Where scores pass from one standing into the next.
    pub thresholds: Thresholds,
    /// Below which count numbers are withheld.
    pub protection: Protection,
}

/// The determinants in one group of people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GroupSummary {
    /// The name of the group; `None` for everyone, and for those of whom it is not known.
    pub group: Option<String>,
    /// How many people; `None` when that is withheld.
    pub people: Option<u64>,
    /// The determinants, in the order of the model.
    pub determinants: Vec<DeterminantSummary>,
}

/// One determinant in one group of people; a number that is `None` is withheld.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeterminantSummary {
    /// The determinant.
    pub determinant: Determinant,
    /// Its name.
    pub label: Label,
    /// Of how many people it is known.
    pub known: Option<u64>,
    /// Of how many it is not; unknown is not “fine”. However small it is shown, unless it would give another away.
    pub unknown: Option<u64>,
    /// For how many it stands in the way.
    pub limiting: Option<u64>,
    /// For how many it is known not to.
    pub not_limiting: Option<u64>,
    /// The mean of the known scores, 0 to 100, on which 100 supports the behaviour most; `None` too when none is known.
    pub mean: Option<Score>,
}

/// Counts of one group before protection.
#[derive(Clone, Copy, Default)]
struct Tally {
    people: u64,
    limiting: u64,
    known: u64,
    sum: f64,
}

/// Summarises rows of scores by group: columns as in [`super::assess_columns`], and the group of each row, `None` where
/// it is not known.
///
/// # Errors
/// As [`super::assess_columns`]; `uneven-columns` when there is not one group a row, `outside-range` for a smallest count
/// of 0.
///
/// ```
/// use meedoen::behaviour::{summarise_columns, Thresholds};
/// use meedoen::measure::{Column, Values};
/// let scores: Vec<f64> = (0..9).map(|row| if row < 6 { 10.0 } else { 90.0 }).collect();
/// let column = Column { values: Values::F64(&scores), present: None };
/// let summary = summarise_columns(&[("skills", column)], None, &Thresholds::default(), 3)?;
/// let skills = &summary.all.determinants[3];
/// assert_eq!((skills.known, skills.limiting, skills.not_limiting), (Some(9), Some(6), Some(3)));
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// IBM-15, GEN-11; the protection is our choice, see [`crate::disclosure`].
pub fn summarise_columns(
    columns: &[(&str, Column<'_>)],
    groups: Option<&[Option<&str>]>,
    thresholds: &Thresholds,
    smallest: u32,
) -> Result<Summary, Error> {
    let scores = supporting(columns, 0)?;
    let rows = scores.first().map_or(0, |(_, scores)| scores.len());
    if smallest == 0 {
        let (min, max) = (1.0, f64::from(u32::MAX));
        let problems = Problems::default();
        problems
            .add(Mistake::OutsideRange { value: "0".to_owned(), min, max }, Place::default().at("smallest"));
        return problems.finish(None);
    }
    if let Some(found) = groups.map(<[_]>::len).filter(|found| *found != rows) {
        let column = "by".to_owned();
        return Err(Mistake::UnevenColumns { column, rows: found, expected: rows }.into());
    }
    // Those without a group come last.
    let order = |group: Option<&str>| (group.is_none(), group.map(str::to_owned));
    let names: Vec<(bool, Option<String>)> =
        groups.unwrap_or_default().iter().copied().map(order).collect::<Ordered<_>>().into_vec();
    let place = |row: usize| {
        let group = groups.and_then(|groups| groups.get(row)).copied().map(order);
        group.and_then(|group| names.binary_search(&group).ok())
    };
    let places: Vec<Option<usize>> = (0..rows).map(place).collect();
    let tallies: Vec<(Tally, Vec<Tally>)> =
        scores.iter().map(|(_, scores)| tally(scores, &places, names.len(), thresholds)).collect();
    Ok(publish(&tallies, names.into_iter().map(|(_, name)| name).collect(), thresholds, smallest))
}

/// Everyone and each group; sums in the order of the rows.
fn tally(
    scores: &[Option<Score>],
    places: &[Option<usize>],
    groups: usize,
    thresholds: &Thresholds,
) -> (Tally, Vec<Tally>) {
    let (mut all, mut each) = (Tally::default(), vec![Tally::default(); groups]);
    for (score, place) in scores.iter().zip(places) {
        let own = place.and_then(|place| each.get_mut(place));
        for tally in std::iter::once(&mut all).chain(own) {
            tally.people += 1;
            if let Some(score) = score {
                tally.known += 1;
                tally.sum += score.value();
                tally.limiting += u64::from(thresholds.standing(*score).hinders());
            }
        }
    }
    (all, each)
}

fn publish(
    tallies: &[(Tally, Vec<Tally>)],
    names: Vec<Option<String>>,
    thresholds: &Thresholds,
    smallest: u32,
) -> Summary {
    let each = |(total, each): &(Tally, Vec<Tally>)| -> Vec<Answered> {
        std::iter::once(total).chain(each).map(Tally::answered).collect()
    };
    let (shown, withheld) = divided(&tallies.iter().map(each).collect::<Vec<_>>(), smallest);
    let people = |place: usize| shown.first().and_then(|shown| shown.get(place)?.people);
    let group = |(place, group): (usize, Option<String>)| GroupSummary {
        group,
        people: people(place),
        determinants: Vec::new(),
    };
    let mut all = group((0, None));
    let mut groups: Vec<GroupSummary> = (1..).zip(names).map(group).collect();
    for (&determinant, ((total, each), shown)) in Determinant::ALL.iter().zip(tallies.iter().zip(&shown)) {
        let of_everyone = std::iter::once(&mut all).chain(&mut groups);
        for ((summary, shown), tally) in of_everyone.zip(shown).zip(std::iter::once(total).chain(each)) {
            summary.determinants.push(determinant_summary(determinant, *shown, *tally, smallest));
        }
    }
    Summary {
        all,
        groups,
        reasons: reasons(),
        thresholds: thresholds.clone(),
        protection: Protection::new(smallest, withheld),
    }
}

impl Tally {
    fn answered(&self) -> Answered {
        Answered { people: self.people, known: self.known, yes: self.limiting }
    }
}

fn determinant_summary(
    determinant: Determinant,
    shown: ShownAnswers,
    tally: Tally,
    smallest: u32,
) -> DeterminantSummary {
    #[expect(clippy::cast_precision_loss, reason = "far fewer people than a number can count")]
    let mean = || (tally.sum / tally.known as f64).clamp(0.0, 100.0);
    // A mean of a few people says nearly as much as their scores.
    let enough = shown.known.is_some_and(|known| known >= u64::from(smallest));
    DeterminantSummary {
        determinant,
        label: determinant.label(),
        known: shown.known,
        unknown: shown.unknown,
        limiting: shown.yes,
        not_limiting: shown.no,
        mean: if enough { Score::new(mean()).ok() } else { None },
    }
}

fn reasons() -> Vec<Reason> {
    let of = |code: &'static str, text, source| Reason::new(code, text, Vec::new(), source);
    let stands = Standing::Hindering.label();
    vec![
        of(
            "counts-situations",
            Label::said(
                format_args!(
                    "geteld is voor hoeveel mensen iets in de weg staat ({} of erger); het zegt niets over wie het zijn",
                    stands.nl
                ),
                format_args!(
                    "counted is for how many people something stands in the way ({} or worse); it says nothing of who they are",
                    stands.en
                ),
            ),
            Source::facts(&["GEN-11"]),
        ),
        of(
            "unknown-is-not-fine",
            Label::of(
                "mensen van wie het niet bekend is tellen apart: onbekend is niet hetzelfde als in orde",
                "people of whom it is not known are counted apart: unknown is not the same as fine",
            ),
            Source::facts(&["IBM-15"]),
        ),
    ]
}
