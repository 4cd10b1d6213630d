//! Rungs as they are written in a panel.

use crate::Vocabulary;
use crate::error::{Error, Mistake};
use crate::ladder::{Rung, recognise};
use crate::multistate::Panel;
use crate::ordered::sort;

/// What may stand between the rungs of a placement that is between rungs.
const BETWEEN: [&str; 9] = ["-", "–", "/", ",", ";", " tot en met ", " to ", " of ", " or "];

/// The code of a rung as a state: its number.
pub(super) fn code(rung: Rung) -> String {
    rung.number().to_string()
}

/// Reads the states of a panel as rungs: numbers, codes or names, and placements between rungs such as `1-3` or `3 of 4`.
/// The states become `1` to `6`; a placement between rungs becomes one code, such as `1-3` or `1,3`.
///
/// # Errors
/// `other-scale` and `unknown-code` for every visit with a state that is no rung, with row and person.
///
/// ```
/// use meedoen::document::Document;
/// use meedoen::{ladder, multistate::PanelDocument};
/// let document = PanelDocument::from_json(r#"{
///     "person": "client", "time": "date", "state": "rung",
///     "columns": [
///         {"name": "client", "values": ["a", "a", "a"]},
///         {"name": "date", "values": ["2024-01-15", "2024-06-01", "2024-09-01"]},
///         {"name": "rung", "values": ["trede 3", "3 of 4", "unpaid-work"]}
///     ]
/// }"#)?;
/// let panel = ladder::over_time::read_panel(&document.panel)?;
/// assert_eq!(panel.codes(), ["1", "2", "3", "4", "5", "6", "3-4"]);
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// PUB-04, PUB-10, PUB-83; a placement between rungs is unknown, not the lowest of them.
pub fn read_panel(panel: &Panel) -> Result<Panel, Error> {
    let rungs: Vec<String> = Rung::ALL.iter().map(|rung| code(*rung)).collect();
    panel.clone().recode(&rungs, |written| match recognise([written]) {
        Ok(rungs) => Ok(rungs.into_iter().map(code).collect()),
        Err(error) => between(written).map(|rungs| code_of(&rungs)).ok_or_else(|| first(&error, written)),
    })
}

/// The rungs of a placement between rungs.
pub(super) fn between(written: &str) -> Option<Vec<Rung>> {
    let (sign, parts) = BETWEEN.iter().find_map(|sign| {
        let parts: Vec<&str> = written.split(sign).collect();
        (parts.len() > 1).then_some((*sign, parts))
    })?;
    let mut rungs = recognise(parts).ok()?;
    let is_range = ["-", "–", " tot en met ", " to "].contains(&sign);
    if let (true, [first, last]) = (is_range, rungs.as_slice()) {
        let (first, last) = (*first, *last);
        rungs = Rung::ALL.iter().copied().filter(|rung| (first..=last).contains(rung)).collect();
    }
    sort(&mut rungs, Ord::cmp);
    rungs.dedup();
    (rungs.len() > 1).then_some(rungs)
}

fn code_of(rungs: &[Rung]) -> String {
    let numbers: Vec<usize> = rungs.iter().map(|rung| rung.number()).collect();
    match (numbers.first(), numbers.last()) {
        (Some(first), Some(last)) if last - first + 1 == numbers.len() => format!("{first}-{last}"),
        _ => numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(","),
    }
}

fn first(error: &Error, written: &str) -> Mistake {
    let expected = || Rung::ALL.iter().map(|rung| rung.code().to_owned()).collect();
    error.problems().first().map_or_else(
        || Mistake::UnknownCode { what: Rung::NAME, value: written.to_owned(), expected: expected() },
        |problem| problem.mistake().clone(),
    )
}
