//! Whether someone changed by more than measurement error.

use super::statistics::{known, number};
use crate::Source;
use crate::distribution::normal::Z_95;
use crate::document::{Document, Reader};
use crate::error::{Error, Mistake};
use crate::math::{shown, sqrt};
use serde::Serialize;

crate::vocabulary! {
    /// How two measurements of a person differ, given the error of measurement.
    pub enum ReliableChange: "change", "verandering", [] {
        /// Higher by more than measurement error explains.
        Higher = "higher": "hoger, meer dan meetfout", "higher, more than measurement error", [],
        /// Lower by more than measurement error explains.
        Lower = "lower": "lager, meer dan meetfout", "lower, more than measurement error", [],
        /// A difference that measurement error may explain.
        WithinError = "within-error": "binnen de meetfout", "within measurement error", [],
    }
}

/// Two measurements of some people on one scale, with its standard error of measurement.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "TwoMeasurements"))]
pub struct ReliableChanges {
    /// The scores at first, one a person; `null` where there is none.
    pub before: Vec<Option<f64>>,
    /// The scores later, in the same order.
    pub after: Vec<Option<f64>>,
    /// The standard error of measurement of the scale, in its unit; above zero.
    pub standard_error_of_measurement: f64,
    /// The caseload each person is in, `null` where it is not known; everyone together when left out.
    pub by: Option<Vec<Option<String>>>,
}

/// What changed in some people, and how many changed by more than measurement error.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeCounts {
    /// How large a difference must be: 1.96 √2 standard errors of measurement.
    pub criterion: f64,
    /// Each person, in order.
    pub persons: Vec<ChangeOfPerson>,
    /// How many of all people changed.
    pub all: CountsOfChange,
    /// The same for each caseload, in the order in which they first occur; of one person or a few, so not to be published.
    pub caseloads: Vec<CaseloadChange>,
    /// The method.
    pub source: Source,
}

/// How many people changed by more than measurement error.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CountsOfChange {
    /// How many are higher by more than measurement error.
    pub higher: usize,
    /// How many are lower by more than measurement error.
    pub lower: usize,
    /// How many differ by no more than measurement error.
    pub within_error: usize,
    /// How many have one score or none.
    pub unknown: usize,
    /// The share of those with two scores that changed by more than measurement error.
    pub share_changed: Option<f64>,
}

/// How many people of one caseload changed by more than measurement error.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CaseloadChange {
    /// The caseload; `null` for the people of whom it is not known.
    pub caseload: Option<String>,
    /// The counts.
    pub counts: CountsOfChange,
}

/// What changed in one person; `null` when one of the scores is missing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeOfPerson {
    /// The later score less the first.
    pub difference: Option<f64>,
    /// What that says.
    pub change: Option<ReliableChange>,
}

/// The smallest difference that is not measurement error, once in twenty.
pub(super) fn criterion(standard_error: f64) -> f64 {
    Z_95 * sqrt(2.0) * standard_error
}

impl ReliableChanges {
    /// Who changed by more than measurement error. It says nothing of why, nor whether the change matters to the person.
    ///
    /// # Formula
    /// A difference counts when it is beyond `1.96 · √2 · SEM` (Jacobson & Truax 1991).
    ///
    /// # Assumptions
    /// Errors of measurement are normal, alike for everyone and independent between the two moments. People chosen
    /// because they scored low will on average score higher the second time without any change.
    ///
    /// # When not to use it
    /// To show that help worked: that takes people who did not get it, measured at the same two moments.
    ///
    /// # Source
    /// Jacobson & Truax 1991, *Journal of Consulting and Clinical Psychology* 59, 12–19.
    ///
    /// # Errors
    /// `wrong-length` when the two have different numbers of people, `outside-range` for an error not above zero.
    ///
    /// ```
    /// use meedoen::measure::{ReliableChange, ReliableChanges};
    /// let two = ReliableChanges {
    ///     before: vec![Some(2.0), Some(3.0), None],
    ///     after: vec![Some(4.0), Some(3.2), Some(5.0)],
    ///     standard_error_of_measurement: 0.4,
    ///     by: None,
    /// };
    /// let changes = two.count()?;
    /// assert_eq!(changes.persons[0].change, Some(ReliableChange::Higher));
    /// assert_eq!((changes.all.within_error, changes.all.unknown, changes.all.share_changed), (1, 1, Some(0.5)));
    /// # Ok::<(), meedoen::Error>(())
    /// ```
    pub fn count(&self) -> Result<ChangeCounts, Error> {
        let error = self.standard_error_of_measurement;
        if !(error > 0.0 && error.is_finite()) {
            return Err(Mistake::OutsideRange { value: shown(error), min: 0.0, max: f64::MAX }.into());
        }
        if self.before.len() != self.after.len() {
            return Err(Mistake::WrongLength { found: self.after.len(), expected: self.before.len() }.into());
        }
        if let Some(by) = self.by.as_ref().filter(|by| by.len() != self.before.len()) {
            return Err(Mistake::WrongLength { found: by.len(), expected: self.before.len() }.into());
        }
        let criterion = criterion(error);
        let person = |(before, after): (&Option<f64>, &Option<f64>)| {
            let difference = before.zip(*after).map(|(before, after)| after - before);
            let change = difference.map(|difference| {
                if difference > criterion {
                    ReliableChange::Higher
                } else if difference < -criterion {
                    ReliableChange::Lower
                } else {
                    ReliableChange::WithinError
                }
            });
            ChangeOfPerson { difference, change }
        };
        let persons: Vec<ChangeOfPerson> = self.before.iter().zip(&self.after).map(person).collect();
        let mut caseloads: Vec<(Option<&str>, Vec<Option<ReliableChange>>)> = Vec::new();
        for (by, person) in self.by.iter().flatten().zip(&persons) {
            let by = by.as_deref();
            match caseloads.iter_mut().find(|(other, _)| *other == by) {
                Some((_, changes)) => changes.push(person.change),
                None => caseloads.push((by, vec![person.change])),
            }
        }
        let of_caseload = |(by, changes): (Option<&str>, Vec<Option<ReliableChange>>)| CaseloadChange {
            caseload: by.map(str::to_owned),
            counts: CountsOfChange::of(changes.into_iter()),
        };
        Ok(ChangeCounts {
            criterion,
            all: CountsOfChange::of(persons.iter().map(|one| one.change)),
            caseloads: caseloads.into_iter().map(of_caseload).collect(),
            source: Source::reference(
                "Jacobson & Truax 1991, Journal of Consulting and Clinical Psychology 59, 12–19",
            ),
            persons,
        })
    }
}

impl CountsOfChange {
    fn of(changes: impl Iterator<Item = Option<ReliableChange>>) -> Self {
        let [mut higher, mut lower, mut within_error, mut unknown] = [0; 4];
        for change in changes {
            *match change {
                Some(ReliableChange::Higher) => &mut higher,
                Some(ReliableChange::Lower) => &mut lower,
                Some(ReliableChange::WithinError) => &mut within_error,
                None => &mut unknown,
            } += 1;
        }
        let share_changed = known(number(higher + lower) / number(higher + lower + within_error));
        Self { higher, lower, within_error, unknown, share_changed }
    }
}

impl Document for ReliableChanges {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["before", "after", "standard_error_of_measurement", "by"])?;
        let scores = |name| {
            fields.required(name).and_then(|list| {
                list.list_of(
                    |score| if score.value().is_null() { Some(None) } else { score.number().map(Some) },
                )
            })
        };
        let (before, after) = (scores("before"), scores("after"));
        let error = fields.required("standard_error_of_measurement").and_then(|error| error.number());
        let by = fields.maybe("by", |by| by.list_of(|one| one.nullable(Reader::string)));
        Some(Self { before: before?, after: after?, standard_error_of_measurement: error?, by: by? })
    }
}
