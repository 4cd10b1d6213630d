//! One duty for the rows of a table.

use super::ground::decisions;
use super::{Duty, Ordinance, Regime};
use crate::Error;
use crate::decide::{AnswerColumn, Decision, Facts, Input, OutcomeTable};
use crate::document::{Document, Reader};
use crate::error::Mistake;
use chrono::NaiveDate;

/// What is the same for every row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct ForAll {
    /// The date on which the law is applied.
    pub date: NaiveDate,
    /// The duty.
    pub duty: Duty,
    /// Whether the municipality applies, in 2026, the regime of 2027 already.
    pub early_adoption: bool,
    /// The ordinance of the municipality.
    pub ordinance: Option<Ordinance>,
}

/// Says for each row of a table which outcomes of [`super::duty`] are possible: the same, without the reasons. Columns
/// have the names of the questions; a question without a column is unknown in every row.
///
/// # Errors
/// As [`Regime::on`] and [`crate::decide::Decision::table`].
///
/// ```
/// use meedoen::column::{Column, Values};
/// use meedoen::decide::AnswerColumn;
/// use meedoen::tegenprestatie::{Duty, ForAll, duty_table};
/// let all = ForAll { date: "2020-05-01".parse().unwrap(), duty: Duty::Tegenprestatie, early_adoption: false, ordinance: None };
/// let ages = AnswerColumn::Numbers(Column { values: Values::U8(&[17, 40]), present: None });
/// let table = duty_table(&all, &[("age", ages)], 0)?;
/// assert_eq!(table.possible(0), ["outside-scope"]);
/// assert!(table.outcome(1).is_none());
/// # Ok::<(), meedoen::Error>(())
/// ```
pub fn duty_table(
    all: &ForAll,
    columns: &[(&str, AnswerColumn<'_>)],
    first_row: usize,
) -> Result<OutcomeTable, Error> {
    let mut settled = Facts::default();
    if let Some(ordinance) = all.ordinance.as_ref().filter(|one| one.validity.holds_on(all.date)) {
        ordinance.settle(&mut settled, all.date);
    }
    all.decision()?.table(&settled, columns, first_row)
}

impl Document for ForAll {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["date", "duty", "early_adoption", "ordinance"])?;
        let date = fields.required("date").and_then(|date| date.date());
        let duty = fields.maybe("duty", Reader::code);
        let early_adoption = fields.maybe("early_adoption", Reader::truth);
        let ordinance = fields.maybe("ordinance", Ordinance::read);
        let (date, early_adoption) = (date?, early_adoption?.unwrap_or_default());
        let place = if early_adoption { fields.optional("early_adoption") } else { fields.optional("date") };
        place?.check(Regime::on(date, early_adoption))?;
        Some(Self {
            date,
            duty: duty?.unwrap_or(Duty::Tegenprestatie),
            early_adoption,
            ordinance: ordinance?,
        })
    }
}

impl ForAll {
    /// The questions that bear on the duty, which are the columns that are read.
    ///
    /// # Errors
    /// As [`Regime::on`].
    pub fn inputs(&self) -> Result<&'static [Input], Error> {
        self.decision().map(Decision::inputs)
    }

    fn decision(&self) -> Result<&'static Decision, Error> {
        let regime = Regime::on(self.date, self.early_adoption)?;
        let decision = decisions(self.duty).and_then(|decisions| decisions.on(regime.law_date(self.date)));
        // There is a decision on every day that has a regime; this keeps the function total.
        decision.ok_or_else(|| {
            let (from, until) = (regime.validity.valid_from, regime.validity.valid_until);
            Mistake::OutsidePeriod { date: self.date, from, until }.into()
        })
    }
}
