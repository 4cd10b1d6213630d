//! A table of events beside a road, for logs of millions of rows.

use super::traces::text;
use super::{Checker, Deviation, Following, Roadmap};
use crate::Label;
use crate::column::Named;
use crate::error::{Error, Mistake, Place, Problem};
use std::borrow::Cow;
use std::collections::HashMap;

/// The cases of a table beside a road.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// Each case, in the order in which they came.
    pub cases: Vec<CheckedCase>,
    /// The deviations of all cases, in the order of the cases.
    pub deviations: Vec<Deviation>,
}

/// A case beside a road.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedCase {
    /// The name of the case.
    pub name: String,
    /// What came of it.
    pub following: Following,
    /// Where its deviations end among those of all; they begin where those of the case before end.
    pub last: usize,
}

/// Holds each case of a table against a roadmap. The table comes in pieces, each its column of cases and its column of
/// steps. An event stands on each row, in order within its case; the rows of a case need not stand together.
///
/// ```
/// use meedoen::column::{Cells, Named, Offsets, Texts};
/// use meedoen::{cocreation::roadmaps, conformance::check_columns};
/// let column = |name, text, offsets| Named {
///     name,
///     cells: Cells::Texts(Texts { text, offsets: Offsets::Short(offsets), present: None }),
/// };
/// let (case, step) = (column("case", "aa", &[0, 1, 2]), column("step", "storiesanalysis", &[0, 7, 15]));
/// let checked = check_columns(&roadmaps()[1], &[(case, step)])?;
/// assert_eq!((checked.cases[0].following.cost, checked.deviations.len()), (2, 2));
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Errors
/// `uneven-columns`; by row `empty` without a case or a step; `too-many` for a case with more than
/// [`MAX_EVENTS`](super::MAX_EVENTS) events.
pub fn check_columns(roadmap: &Roadmap, pieces: &[(Named<'_>, Named<'_>)]) -> Result<Checked, Error> {
    let (mut known, mut places) = (HashMap::new(), HashMap::new());
    let mut names: Vec<Cow<'_, str>> = Vec::new();
    let (mut case_of, mut steps, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    let (mut last, mut before) = (0_usize, 0_usize);
    for (case, step) in pieces {
        let (rows, found) = (case.cells.len(), step.cells.len());
        if found != rows {
            return Err(
                Mistake::UnevenColumns { column: step.name.to_owned(), rows: found, expected: rows }.into()
            );
        }
        for row in 0..rows {
            let (Some(name), Some(taken)) = (text(&case.cells, row), text(&step.cells, row)) else {
                for column in [case, step].into_iter().filter(|column| text(&column.cells, row).is_none()) {
                    let mistake = Mistake::Empty { what: Label::of("de cel", "cell") };
                    problems.push(Problem::new(mistake, Place::row(before + row + 1).at(column.name)));
                }
                continue;
            };
            if names.get(last).is_none_or(|before| *before != name) {
                last = *places.entry(name.clone()).or_insert_with(|| {
                    names.push(name);
                    names.len() - 1
                });
            }
            case_of.push(last);
            steps.push(*known.entry(taken).or_insert_with_key(|taken| roadmap.step(taken)));
        }
        before += rows;
    }
    if let Some(error) = Error::of(problems) {
        return Err(error);
    }
    let (steps, firsts) = by_case(&case_of, steps, names.len());
    let mut checker = Checker::new(roadmap);
    let mut checked = Checked::default();
    for (name, bounds) in names.into_iter().zip(firsts.windows(2)) {
        let &[first, end] = bounds else { continue };
        let own = steps.get(first..end).unwrap_or_default();
        let Some(following) = checker.follow(own, &mut checked.deviations) else {
            return Err(super::traces::too_many().into());
        };
        let last = checked.deviations.len();
        checked.cases.push(CheckedCase { name: name.into_owned(), following, last });
    }
    Ok(checked)
}

/// The steps case by case, and where those of each case begin and the last end.
fn by_case(case_of: &[usize], steps: Vec<Option<u16>>, cases: usize) -> (Vec<Option<u16>>, Vec<usize>) {
    let mut firsts = vec![0_usize; cases + 1];
    for case in case_of {
        if let Some(count) = firsts.get_mut(case + 1) {
            *count += 1;
        }
    }
    let mut total = 0;
    for first in &mut firsts {
        total += *first;
        *first = total;
    }
    if case_of.is_sorted() {
        return (steps, firsts);
    }
    let mut next = firsts.clone();
    let mut sorted = vec![None; steps.len()];
    for (&case, step) in case_of.iter().zip(steps) {
        if let Some(place) = next.get_mut(case) {
            if let Some(cell) = sorted.get_mut(*place) {
                *cell = step;
            }
            *place += 1;
        }
    }
    (sorted, firsts)
}
