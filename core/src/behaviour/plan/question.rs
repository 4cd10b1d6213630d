//! What is asked for: people, a model, a catalogue, hours, and what professionals decided.

use super::super::{Determinant, Role, Thresholds};
use super::InterventionCatalogue;
use crate::column::Column;
use crate::error::{Error, Mistake, Place};
use crate::plan::{Factor, Pair, Person, RoleHours, Settings, Task};
use crate::response::Model;
use crate::{Label, Vocabulary, document::Problems};

/// People, what help can do, and the hours there are for it.
///
/// Scores are 0 to 100, more being more of the determinant (so that more practical barriers hinder, IBM-14), in the levels
/// of people, in the effects and conditions of the catalogue, and in the terms of the model alike.
///
/// ```
/// use meedoen::behaviour::{plan, Planning};
/// use meedoen::document::Document;
/// let planning = Planning::from_json(r#"{
///   "people": [{"id": "a", "levels": [{"determinant": "skills", "score": 30}]}],
///   "model": {"link": "logit",
///     "coefficients": [{"term": "(Intercept)", "value": -2}, {"term": "skills", "value": 0.04}],
///     "provenance": {"kind": "illustrative", "note": {"nl": "voorbeeld", "en": "example"}}},
///   "hours": [{"role": "client-manager", "hours": 6}, {"role": "account-manager", "hours": 0},
///     {"role": "income-consultant", "hours": 0}]}"#)?;
/// let plan = plan(&planning)?;
/// assert_eq!(plan.people[0].interventions[0].intervention, "strengthen-application-skills");
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "super::shape::Planning"))]
pub struct Planning {
    /// The people.
    pub people: Vec<Person>,
    /// How chances follow from the determinants.
    pub model: Model,
    /// What can be offered.
    pub catalogue: InterventionCatalogue,
    /// The hours of each role.
    pub hours: Vec<(Role, f64)>,
    /// What a professional wants kept.
    pub fixed: Vec<Pair>,
    /// What a professional does not want.
    pub forbidden: Vec<Pair>,
    /// How to plan.
    pub settings: Settings,
    /// Where scores pass from one standing into the next: they say when a sanction may make someone block.
    pub thresholds: Thresholds,
}

impl Planning {
    /// The task as the kernel takes it.
    pub(super) fn task(&self) -> Result<Task, Error> {
        let factor = |one: &Determinant| Factor { id: one.code().to_owned(), low: 0.0, high: 100.0 };
        let hours =
            |&(role, hours): &(Role, f64)| RoleHours { role: Vocabulary::code(role).to_owned(), hours };
        Ok(Task {
            factors: Determinant::ALL.iter().map(factor).collect(),
            people: self.people.clone(),
            model: self.model.clone(),
            catalogue: self.catalogue.offers(&self.thresholds)?,
            hours: self.hours.iter().map(hours).collect(),
            fixed: self.fixed.clone(),
            forbidden: self.forbidden.clone(),
            settings: self.settings,
        })
    }

    /// What a role is called.
    pub(super) fn role(&self, index: usize) -> Option<(Role, Label)> {
        self.hours.get(index).map(|(role, _)| (*role, role.label()))
    }
}

/// The people in the rows of a table: columns named after the determinants, 0 to 100. An absent score
/// stays unknown, as does a determinant without a column.
///
/// # Errors
/// `missing-column` for each determinant when no column is named after one, `uneven-columns`, and `outside-range` for
/// every score or chance outside its range, with row and column.
pub fn people_of_columns(
    ids: Vec<String>,
    columns: &[(&str, Column<'_>)],
    chance: Option<(&str, Column<'_>)>,
) -> Result<Vec<Person>, Error> {
    let problems = Problems::default();
    let find = |one: Determinant| columns.iter().find(|(name, _)| *name == one.code());
    let used: Vec<Option<&(&str, Column<'_>)>> = Determinant::ALL.iter().map(|&one| find(one)).collect();
    if used.iter().all(Option::is_none) {
        for determinant in Determinant::ALL {
            let column = determinant.code().to_owned();
            problems.add(Mistake::MissingColumn { column }, Place::default());
        }
        return problems.finish(None);
    }
    for (name, column) in used.iter().flatten().copied().chain(&chance) {
        let (rows, expected) = (column.values.len(), ids.len());
        if rows != expected {
            let column = (*name).to_owned();
            problems.add(Mistake::UnevenColumns { column, rows, expected }, Place::default());
        }
    }
    let read = |(name, column): &(&str, Column<'_>), row: usize, max: f64| {
        let value = column.get(row)?;
        if !(0.0..=max).contains(&value) {
            let value = crate::math::shown(value);
            problems.add(Mistake::OutsideRange { value, min: 0.0, max }, Place::row(row + 1).at(name));
        }
        Some(value)
    };
    let person = |(row, id): (usize, String)| Person {
        id,
        levels: used.iter().map(|column| column.and_then(|column| read(column, row, 100.0))).collect(),
        chance: chance.as_ref().and_then(|column| read(column, row, 1.0)),
    };
    let people = ids.into_iter().enumerate().map(person).collect();
    problems.finish(Some(people))
}
