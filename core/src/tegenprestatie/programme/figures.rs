//! Figures of the sources: each with its date, place and qualifier; what conflicts is kept side by side, never averaged.
//!
//! The figures are the rows of `figures.tsv`: columns divided by tabs, an empty cell where the source says nothing.

use crate::document::written_number;
use crate::{Label, Reason, Source};
use serde::Serialize;
use std::sync::LazyLock;

/// A figure as a source gives it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// What it counts.
    pub label: Label,
    /// The value, or the lowest of a range.
    pub value: f64,
    /// The highest of a range.
    pub value_max: Option<f64>,
    /// The unit.
    pub unit: Label,
    /// How the source puts it, such as `approx`, `estimate` or `stated`.
    pub qualifier: &'static str,
    /// When, as the source has it: a year, a month or years from and to.
    pub period: &'static str,
    /// Where.
    pub place: &'static str,
    /// The conflict it is part of, when there is one.
    pub conflict: Option<&'static str>,
    /// Where it comes from.
    pub source: Source,
}

/// Figures about one thing that do not agree, or that only seem to be about one thing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conflict {
    /// Its name.
    pub code: &'static str,
    /// What to know about it.
    pub about: Reason,
    /// The figures, in the order of the list.
    pub figures: Vec<Figure>,
}

/// Every figure of the source about compulsory volunteering, in the order of its facts.
///
/// ```
/// let figures = meedoen::tegenprestatie::figures();
/// assert!(figures.iter().any(|one| one.value == 20.0 && one.place == "Rotterdam"));
/// ```
///
/// # Source
/// GEN-19; the fact is with each figure.
pub fn figures() -> Vec<Figure> {
    FIGURES.iter().map(Row::figure).collect()
}

/// The figures that conflict, side by side.
///
/// ```
/// let conflicts = meedoen::tegenprestatie::conflicts();
/// let outflow = conflicts.iter().find(|one| one.code == "outflow-to-work").unwrap();
/// assert_eq!(outflow.figures.iter().map(|one| one.value).collect::<Vec<_>>(), [4.5, 8.6, 4.8]);
/// ```
///
/// # Source
/// GEN-05, GEN-06
pub fn conflicts() -> Vec<Conflict> {
    let conflict = |code: &'static str, nl, en, facts| Conflict {
        code,
        about: Reason::new(code, Label::of(nl, en), Vec::new(), Source::facts(facts)),
        figures: FIGURES.iter().filter(|row| row.conflict == Some(code)).map(Row::figure).collect(),
    };
    vec![
        conflict(
            "outflow-to-work",
            "uitstroom naar werk in Rotterdam: drie cijfers uit dezelfde bron die niet op elkaar passen; niet middelen",
            "outflow to work in Rotterdam: three figures of the same source that do not fit together; not to be averaged",
            &["GEN-05", "TEG-89"],
        ),
        conflict(
            "activation-population",
            "de groep die nog te activeren was: 16.000 in oktober 2013 en 17.000 in 2014; beide met hun datum",
            "the group still to be activated: 16,000 in October 2013 and 17,000 in 2014; both with their date",
            &["GEN-06", "TEG-13", "TEG-14"],
        ),
        conflict(
            "kralingen-population",
            "Kralingen-Crooswijk: deze cijfers meten verschillende dingen",
            "Kralingen-Crooswijk: these figures measure different things",
            &["GEN-06", "TEG-153", "TEG-157"],
        ),
    ]
}

/// A row of the file.
struct Row {
    facts: [&'static str; 1],
    label: Label,
    value: f64,
    value_max: Option<f64>,
    unit: Label,
    qualifier: &'static str,
    period: &'static str,
    place: &'static str,
    conflict: Option<&'static str>,
}

static FIGURES: LazyLock<Vec<Row>> = LazyLock::new(|| FILE.lines().skip(1).filter_map(Row::read).collect());

const FILE: &str = include_str!("figures.tsv");

impl Row {
    /// Reads a line; a test reads every line of the file.
    fn read(line: &'static str) -> Option<Self> {
        let mut cells = line.split('\t');
        let mut cell = || cells.next();
        Some(Self {
            facts: [cell()?],
            label: Label::of(cell()?, cell()?),
            value: written_number(cell()?)?,
            value_max: match cell()? {
                "" => None,
                most => Some(written_number(most)?),
            },
            unit: Label::of(cell()?, cell()?),
            qualifier: cell()?,
            period: cell()?,
            place: cell()?,
            conflict: Some(cell()?).filter(|conflict| !conflict.is_empty()),
        })
    }

    fn figure(&'static self) -> Figure {
        Figure {
            label: self.label.clone(),
            value: self.value,
            value_max: self.value_max,
            unit: self.unit.clone(),
            qualifier: self.qualifier,
            period: self.period,
            place: self.place,
            conflict: self.conflict,
            source: Source::facts(&self.facts),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FIGURES, FILE, conflicts};

    #[test]
    fn every_line_is_a_figure_of_a_fact() {
        assert_eq!(FIGURES.len() + 1, FILE.lines().count());
        for (line, row) in FILE.lines().skip(1).zip(FIGURES.iter()) {
            assert_eq!(line.split('\t').count(), 11, "{line}");
            assert!(crate::sources::fact(row.facts[0]).is_ok(), "{line}");
            assert!(row.value_max.is_none_or(|most| most > row.value), "{line}");
        }
    }

    #[test]
    fn every_conflict_that_a_line_names_is_told() {
        let told = conflicts();
        for row in FIGURES.iter() {
            assert!(
                row.conflict.is_none_or(|code| told.iter().any(|one| one.code == code)),
                "{}",
                row.label.nl
            );
        }
        assert!(told.iter().all(|one| one.figures.len() > 1));
    }
}
