//! A caseload as a document.

use super::super::Determinant;
use super::{Caseload, MeasuredScore, PersonInCaseload};
use crate::Vocabulary;
use crate::column::Column;
use crate::document::{Document, Reader};
use crate::error::{Error, Mistake};
use crate::response::Model;

/// How often people are drawn anew when nothing is said.
const DRAWS: u32 = 1_000;

impl Caseload {
    /// The caseload in the rows of a table: columns named after the determinants, and one of the outcome.
    ///
    /// # Errors
    /// Those of [`people_of_columns`](super::people_of_columns).
    pub fn of_columns(
        columns: &[(&str, Column<'_>)],
        outcome: Column<'_>,
        model: Option<Model>,
    ) -> Result<Self, Error> {
        let rows = outcome.values.len();
        let ids = (0..rows).map(|row| (row + 1).to_string()).collect();
        let people = super::people_of_columns(ids, columns, None)?;
        let column =
            |index: usize| people.iter().map(|one| one.levels.get(index).copied().flatten()).collect();
        Ok(Self {
            scores: (0..Determinant::ALL.len()).map(column).collect(),
            outcome: (0..rows).map(|row| outcome.get(row)).collect(),
            model,
            draws: DRAWS,
            seed: 1,
        })
    }
}

impl Document for Caseload {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["scores", "outcome", "model", "draws", "seed"])?;
        let outcome = fields.must("outcome", |list| list.list_of(|one| one.nullable(Reader::number)));
        let scores = fields.required("scores").and_then(|list| {
            let given = list.list_of(|one| {
                let fields = one.fields(&["determinant", "values"])?;
                let determinant = fields.must::<Determinant>("determinant", Reader::code);
                let values = fields.required("values");
                let read = values.as_ref().and_then(|list| list.list_of(|one| one.nullable(read_score)));
                let (values, read) = (values?, read?);
                let (found, expected) = (read.len(), outcome.as_ref().map_or(read.len(), Vec::len));
                if found != expected {
                    values.refuse(Mistake::WrongLength { found, expected });
                }
                Some((determinant?, read))
            })?;
            for (number, (one, _)) in given.iter().enumerate() {
                if given.iter().take(number).any(|(other, _)| other == one) {
                    let id = one.code().to_owned();
                    list.refuse(Mistake::Duplicate { what: Determinant::NAME, id });
                }
            }
            Some(given)
        });
        let model = fields.maybe("model", Model::read);
        let [draws, seed] = ["draws", "seed"].map(|name| fields.maybe(name, Reader::count));
        let (scores, outcome) = (scores?, outcome?);
        let column = |one: &Determinant| {
            let given = scores.iter().find(|(determinant, _)| determinant == one);
            given.map_or_else(|| vec![None; outcome.len()], |(_, values)| values.clone())
        };
        Some(Self {
            scores: Determinant::ALL.iter().map(column).collect(),
            outcome,
            model: model?,
            draws: draws?.unwrap_or(DRAWS),
            seed: u64::from(seed?.unwrap_or(1)),
        })
    }
}

impl Document for PersonInCaseload {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["scores", "caseload"])?;
        let scores = fields.required("scores").and_then(|list| {
            let scores = list.list_of(MeasuredScore::read)?;
            for (number, one) in scores.iter().enumerate() {
                if scores.iter().take(number).any(|other| other.determinant == one.determinant) {
                    let id = one.determinant.code().to_owned();
                    list.refuse(Mistake::Duplicate { what: Determinant::NAME, id });
                }
            }
            Some(scores)
        });
        let caseload = fields.must("caseload", Caseload::read);
        Some(Self { scores: scores?, caseload: caseload? })
    }
}

impl MeasuredScore {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["determinant", "score", "standard_error_of_measurement"])?;
        let determinant = fields.must("determinant", Reader::code);
        let score = fields.maybe("score", read_score);
        let error = fields.maybe("standard_error_of_measurement", read_error);
        Some(Self { determinant: determinant?, score: score?, standard_error_of_measurement: error? })
    }
}

fn read_error(reader: &Reader<'_>) -> Option<f64> {
    let error = reader.number()?;
    if error < 0.0 {
        let value = crate::math::shown(error);
        reader.refuse(Mistake::BelowZero { value });
        return None;
    }
    Some(error)
}

fn read_score(reader: &Reader<'_>) -> Option<f64> {
    reader.number().and_then(|number| reader.check(crate::Score::new(number))).map(crate::Score::value)
}
