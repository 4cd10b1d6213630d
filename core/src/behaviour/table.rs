//! Assessing columns of scores.

use super::{Determinant, Standing, Thresholds};
use crate::document::Problems;
use crate::error::{Error, Mistake, Place};
use crate::measure::Column;
use crate::{Score, Vocabulary};

/// How the determinants stand in each row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct StandingTable {
    /// One column a determinant, in the order of the model: the standing of each row, `None` when unknown.
    pub determinants: Vec<(Determinant, Vec<Option<Standing>>)>,
    /// Where scores pass from one standing into the next, and how that came to be.
    pub thresholds: Thresholds,
}

/// Assesses rows of scores: columns named after the determinants, 0 to 100, where more is more of the
/// determinant (so that more practical barriers hinder, IBM-14). An absent score stays unknown, as does a
/// determinant without a column.
///
/// # Errors
/// `missing-column` for each determinant when no column is named after one, `uneven-columns`, and `outside-range` for every score
/// that is not within 0 to 100, with row and column.
///
/// ```
/// use meedoen::behaviour::{assess_columns, Standing, Thresholds};
/// use meedoen::measure::{Column, Values};
/// let column = Column { values: Values::F64(&[10.0, f64::NAN]), present: None };
/// let table = assess_columns(&[("practical-barriers", column)], &Thresholds::default(), 0)?;
/// let (_, barriers) = &table.determinants[6];
/// assert_eq!(barriers, &[Some(Standing::StronglySupporting), None]);
/// # Ok::<(), meedoen::Error>(())
/// ```
pub fn assess_columns(
    columns: &[(&str, Column<'_>)],
    thresholds: &Thresholds,
    first_row: usize,
) -> Result<StandingTable, Error> {
    let mut determinants = Vec::new();
    for (determinant, scores) in supporting(columns, first_row)? {
        let standing = |score: Option<Score>| score.map(|score| thresholds.standing(score));
        determinants.push((determinant, scores.into_iter().map(standing).collect()));
    }
    Ok(StandingTable { determinants, thresholds: thresholds.clone() })
}

/// The scores of each row by determinant.
pub(super) type SupportingScores = Vec<(Determinant, Vec<Option<Score>>)>;

/// The scores of every determinant, turned so that 100 supports the behaviour most; those of a determinant without a
/// column are unknown.
pub(super) fn supporting(
    columns: &[(&str, Column<'_>)],
    first_row: usize,
) -> Result<SupportingScores, Error> {
    let problems = Problems::default();
    let find =
        |one: Determinant| columns.iter().find(|(name, _)| *name == one.code()).map(|(_, column)| column);
    let rows = Determinant::ALL.iter().find_map(|&one| find(one)).map(|column| column.values.len());
    let Some(rows) = rows else {
        for determinant in Determinant::ALL {
            problems.add(Mistake::MissingColumn { column: determinant.code().to_owned() }, Place::default());
        }
        return problems.finish(None);
    };
    let mut determinants = Vec::new();
    for &determinant in Determinant::ALL {
        let name = determinant.code();
        let mut scores = vec![None; rows];
        if let Some(column) = find(determinant) {
            if column.values.len() != rows {
                let mistake = Mistake::UnevenColumns {
                    column: name.to_owned(),
                    rows: column.values.len(),
                    expected: rows,
                };
                problems.add(mistake, Place::default());
            }
            for (row, place) in scores.iter_mut().enumerate() {
                let Some(value) = column.get(row) else { continue };
                match Score::new(value) {
                    Ok(score) => {
                        *place = Some(if determinant.is_inverted() { score.reversed() } else { score });
                    }
                    Err(error) => problems.extend(error, &Place::row(first_row + row + 1).at(name)),
                }
            }
        }
        determinants.push((determinant, scores));
    }
    problems.finish(Some(determinants))
}
