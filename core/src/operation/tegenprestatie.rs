//! The operations of the tegenprestatie.

use super::row::{Operation, constant, fallible, total};
use crate::decide::Question;
use crate::document::{Document, Reader};
use crate::events::EventForm;
use crate::tegenprestatie::{
    self, Benefit, Duty, DutyQuestion, DutyStatus, Form, Ordinance, Person, Regime, RegimeOnDate, RouteEvent,
};
use crate::{Error, Term};
use chrono::NaiveDate;

pub(super) const LAW: &[&dyn Operation] = &[
    &constant("tegenprestatie.regimes", "The regimes, in order of time.", Term::all::<Regime>),
    &constant("tegenprestatie.duties", "The three duties of article 9.", Term::all::<Duty>),
    &constant("tegenprestatie.statuses", "What can be said of a duty.", Term::all::<DutyStatus>),
    &constant("tegenprestatie.benefits", "The benefits that are told apart.", Term::all::<Benefit>),
    &fallible("tegenprestatie.regime", "The regime on a date, and what is not known of it.", Dated::regime),
    &fallible(
        "tegenprestatie.questions",
        "The questions that bear on a duty on a date, in order.",
        Dated::questions,
    ),
    &fallible("tegenprestatie.duty", "Says what the law says of a duty of one person.", tegenprestatie::duty),
    &fallible(
        "tegenprestatie.explain",
        "Explains it in sentences, each with its article or fact, and says what would change it.",
        tegenprestatie::explain,
    ),
    &fallible(
        "tegenprestatie.reduction",
        "Shows what an ordinance says of lowering the benefit, with what would stop it.",
        tegenprestatie::reduction,
    ),
    &constant(
        "tegenprestatie.ordinances",
        "The names of the ordinances that come with the library as examples.",
        tegenprestatie::ordinances,
    ),
    &fallible("tegenprestatie.ordinance", "An ordinance that comes with the library.", Named::ordinance),
    &total("tegenprestatie.check_ordinance", "Checks an ordinance.", Ordinance::clone),
];

pub(super) const PRACTICE: &[&dyn Operation] = &[
    &fallible(
        "tegenprestatie.activity",
        "Says whether an activity meets the criteria of the law and of the guide.",
        tegenprestatie::activity,
    ),
    &total(
        "tegenprestatie.displacement",
        "Says whether work displaces other work by each of seven definitions.",
        tegenprestatie::displacement,
    ),
    &total(
        "tegenprestatie.informal_care",
        "Says whether informal care counts as tegenprestatie by each of four positions.",
        tegenprestatie::informal_care,
    ),
    &fallible(
        "tegenprestatie.preconditions",
        "Says which conditions for imposing are recorded as met.",
        tegenprestatie::preconditions,
    ),
    &total(
        "tegenprestatie.language_requirement",
        "Says what the language requirement of article 18b says of someone's Dutch.",
        tegenprestatie::language_requirement,
    ),
    &total(
        "tegenprestatie.call_up",
        "Says whether someone would have been called up in the practice of Rotterdam in 2013 and 2014.",
        tegenprestatie::call_up,
    ),
    &constant("tegenprestatie.forms", "The forms an activity can have.", Term::all::<Form>),
    &constant(
        "tegenprestatie.roadmaps",
        "The two district processes, side by side.",
        tegenprestatie::roadmaps,
    ),
    &constant(
        "tegenprestatie.route_events",
        "What can be recorded of a route, with the fields of each kind of event.",
        EventForm::of::<RouteEvent>,
    ),
    &total(
        "tegenprestatie.route",
        "Says which steps of a route are recorded and when to be in touch again.",
        tegenprestatie::route,
    ),
    &total(
        "tegenprestatie.match_places",
        "Says of each place what speaks for it and against it; it chooses none.",
        tegenprestatie::match_places,
    ),
    &constant(
        "tegenprestatie.figures",
        "Every figure of the source, with its date, place and qualifier.",
        tegenprestatie::figures,
    ),
    &constant(
        "tegenprestatie.conflicts",
        "The figures that conflict, side by side.",
        tegenprestatie::conflicts,
    ),
    &constant(
        "tegenprestatie.self_steering",
        "The conditions of self-steering, the conversation, and what is said of it.",
        tegenprestatie::self_steering,
    ),
    &constant(
        "tegenprestatie.perspectives",
        "What is seen of the tegenprestatie from each of five perspectives.",
        tegenprestatie::perspectives,
    ),
    &constant(
        "tegenprestatie.client_types",
        "The client types the source names, flagged as contested.",
        tegenprestatie::client_types,
    ),
];

/// A date, a duty and the regime that is chosen.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "DutyOnDate"))]
struct Dated {
    /// The date on which the law is applied.
    date: NaiveDate,
    /// The duty; the tegenprestatie unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Duty>"))]
    duty: Duty,
    /// Whether the municipality applies, in 2026, the regime of 2027 already.
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    early_adoption: bool,
}

impl Dated {
    fn regime(&self) -> Result<RegimeOnDate, Error> {
        Regime::on(self.date, self.early_adoption)
    }

    fn questions(&self) -> Result<Vec<Question>, Error> {
        let person = Person::on(self.date);
        let person = if self.early_adoption { person.with_early_adoption() } else { person };
        tegenprestatie::questions(&DutyQuestion { duty: self.duty, person })
    }
}

impl Document for Dated {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["date", "duty", "early_adoption"])?;
        let date = fields.required("date").and_then(|date| date.date());
        let duty = fields.maybe("duty", Reader::code);
        let early_adoption = fields.maybe("early_adoption", Reader::truth);
        Some(Self {
            date: date?,
            duty: duty?.unwrap_or(Duty::Tegenprestatie),
            early_adoption: early_adoption?.unwrap_or_default(),
        })
    }
}

/// The name of an ordinance.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "OrdinanceName"))]
struct Named {
    /// One of the names that `tegenprestatie.ordinances` gives.
    id: String,
}

impl Named {
    fn ordinance(&self) -> Result<Ordinance, Error> {
        tegenprestatie::ordinance(&self.id)
    }
}

impl Document for Named {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let id = reader.fields(&["id"])?.required("id")?.text()?.to_owned();
        Some(Self { id })
    }
}
