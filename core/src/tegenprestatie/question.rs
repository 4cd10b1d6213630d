//! The question: about whom, on which date, and what is known.

use super::ordinance::read_in_turn;
use super::person::{AGES, INPUTS};
use super::{Duty, Ordinance, Regime, RegimeOnDate};
use crate::decide::{Facts, Name};
use crate::document::{Document, Fields, Reader};
use crate::error::{Error, Mistake};
use crate::math::shown;
use crate::{Label, Perspective, Value};
use chrono::{Datelike, NaiveDate};

/// A question about one person on one date: what is known, and which rules of the municipality apply.
///
/// ```
/// use meedoen::tegenprestatie::{Duty, Person};
/// let person = Person::on("2020-05-01".parse().unwrap()).with("single_parent", true)?;
/// assert!(person.with("single_parent", 3.0).is_err());
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// The date on which the law is applied.
    pub(super) date: NaiveDate,
    /// What is known, by question; a question that is left out or `null` is unknown.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::shape::Facts>"))]
    pub(super) facts: Facts,
    /// The date of birth, from which the age follows.
    pub(super) born: Option<NaiveDate>,
    /// The date of birth of the youngest child.
    pub(super) youngest_child_born: Option<NaiveDate>,
    /// The questions that were asked and to which nobody knows the answer: they are not asked again.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Name>>"))]
    pub(super) skipped: Vec<Name>,
    /// Whether the municipality applies, in 2026, the regime of 2027 already.
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub(super) early_adoption: bool,
    /// The ordinances of the municipality, at most one on any day; without them what they say is unknown.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Ordinance>>"))]
    pub(super) ordinances: Vec<Ordinance>,
    /// Whose view it is; the professional's unless said otherwise.
    pub(super) perspective: Option<Perspective>,
}

/// The fields of a question about a person.
pub(super) const FIELDS: [&str; 8] = [
    "date",
    "facts",
    "born",
    "youngest_child_born",
    "skipped",
    "early_adoption",
    "ordinances",
    "perspective",
];

impl Person {
    /// Nothing is known yet.
    pub fn on(date: NaiveDate) -> Self {
        Self {
            date,
            facts: Facts::default(),
            born: None,
            youngest_child_born: None,
            skipped: Vec::new(),
            early_adoption: false,
            ordinances: Vec::new(),
            perspective: None,
        }
    }

    /// The same with one more answer.
    ///
    /// # Errors
    /// `undefined` when there is no such question, `wrong-kind`, `outside-range` or `unknown-code` when it has no
    /// such answer.
    pub fn with(&self, input: &str, answer: impl Into<Value>) -> Result<Self, Error> {
        let answer = answer.into();
        let known = INPUTS.iter().find(|one| one.name == input).ok_or_else(|| {
            Error::from(Mistake::Undefined { what: Label::of("de vraag", "question"), id: input.to_owned() })
        })?;
        known.check(&answer)?;
        Ok(Self { facts: self.facts.clone().with(known.name.clone(), answer), ..self.clone() })
    }

    /// The same in a municipality with this ordinance.
    #[must_use]
    pub fn under(mut self, ordinance: Ordinance) -> Self {
        self.ordinances.push(ordinance);
        self
    }

    /// The same where, in 2026, the regime of 2027 is applied already.
    #[must_use]
    pub fn with_early_adoption(self) -> Self {
        Self { early_adoption: true, ..self }
    }

    /// The regime on the date.
    ///
    /// # Errors
    /// As [`Regime::on`].
    pub(super) fn regime(&self) -> Result<RegimeOnDate, Error> {
        Regime::on(self.date, self.early_adoption)
    }

    /// The ordinance that holds on the date.
    pub(super) fn ordinance(&self) -> Option<&Ordinance> {
        self.ordinances.iter().find(|one| one.validity.holds_on(self.date))
    }

    /// What is known, with what follows from dates of birth and from the ordinance.
    pub(super) fn known(&self) -> Facts {
        let mut facts = self.facts.clone();
        for (input, born) in [("age", self.born), ("youngest_child_age", self.youngest_child_born)] {
            if let Some(age) = born.and_then(|born| self.date.years_since(born)) {
                facts.set(input, Some(f64::from(age).into()));
            }
        }
        if let Some(ordinance) = self.ordinance() {
            ordinance.settle(&mut facts, self.date);
        }
        facts
    }

    pub(super) fn of_fields(fields: &Fields<'_>) -> Option<Self> {
        let date = fields.required("date").and_then(|date| date.date());
        let facts = fields.maybe("facts", |facts| Facts::read(facts, &INPUTS));
        let born = fields.maybe("born", Reader::date);
        let child = fields.maybe("youngest_child_born", Reader::date);
        let skipped = fields.list_of("skipped", question);
        let early_adoption = fields.maybe("early_adoption", Reader::truth);
        let ordinances = fields.maybe("ordinances", read_in_turn);
        let perspective = fields.maybe("perspective", Reader::code);
        let date = date?;
        let births = Births { born: born.flatten(), child: child.flatten() };
        // Also where an answer could not be read: every problem is named at once.
        births.refuse_impossible(fields, date, facts.as_ref().and_then(Option::as_ref));
        let early_adoption = early_adoption?.unwrap_or_default();
        let person = Self {
            date,
            facts: facts?.unwrap_or_default(),
            born: born?,
            youngest_child_born: child?,
            skipped: skipped?,
            early_adoption,
            ordinances: ordinances?.unwrap_or_default(),
            perspective: perspective?,
        };
        let place = if early_adoption { fields.optional("early_adoption") } else { fields.optional("date") };
        place?.check(person.regime())?;
        Some(person)
    }
}

/// The dates of birth of a question.
struct Births {
    born: Option<NaiveDate>,
    child: Option<NaiveDate>,
}

impl Births {
    /// Notes dates of birth that cannot be, and ages that do not go with them.
    fn refuse_impossible(&self, fields: &Fields<'_>, date: NaiveDate, facts: Option<&Facts>) {
        let earliest =
            date.with_day(1).and_then(|day| day.with_year(date.year() - 130)).unwrap_or(NaiveDate::MIN);
        let dates = [
            ("born", "age", self.born, earliest),
            ("youngest_child_born", "youngest_child_age", self.child, self.born.unwrap_or(earliest)),
        ];
        for (name, input, born, from) in dates {
            let (Some(field), Some(born)) = (fields.optional(name), born) else { continue };
            if born < from || born > date {
                field.refuse(Mistake::OutsidePeriod { date: born, from, until: Some(date) });
                continue;
            }
            let follows = date.years_since(born).map(f64::from);
            if let (Some(Value::Number(given)), Some(age)) =
                (facts.and_then(|facts| facts.get(input)), follows)
                && (*given - age).abs() >= 1.0
            {
                let age = |years: f64| {
                    Label::said(format_args!("{} jaar", shown(years)), format_args!("{} years", shown(years)))
                };
                field.refuse(Mistake::Contradiction {
                    here: age(follows.unwrap_or(AGES.0)),
                    elsewhere: age(*given),
                    place: format!("facts.{input}"),
                });
            }
        }
    }
}

/// Reads the name of a question.
fn question(reader: &Reader<'_>) -> Option<Name> {
    let name = reader.text()?;
    let known = INPUTS.iter().find(|input| input.name == name);
    if known.is_none() {
        reader.refuse(Mistake::Undefined { what: Label::of("de vraag", "question"), id: name.to_owned() });
    }
    known.map(|input| input.name.clone())
}

impl Document for Person {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        Self::of_fields(&reader.fields(&FIELDS)?)
    }
}

/// A question about one duty of one person.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DutyQuestion {
    /// The duty; the tegenprestatie unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Duty>"))]
    pub duty: Duty,
    /// About whom and when.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub person: Person,
}

impl Document for DutyQuestion {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let mut known = vec!["duty"];
        known.extend(FIELDS);
        let fields = reader.fields(&known)?;
        let duty = fields.maybe("duty", Reader::code);
        let person = Person::of_fields(&fields);
        Some(Self { duty: duty?.unwrap_or(Duty::Tegenprestatie), person: person? })
    }
}
