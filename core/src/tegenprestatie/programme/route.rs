//! What happened on one person's route: a log of steps, and the moments to be in touch again.

use super::District;
use crate::decide::Truth;
use crate::document::{Document, Reader};
use crate::error::Mistake;
use crate::events::{FollowUp, Log, Mention, Moment, State};
use crate::ordered::by_key;
use crate::{Label, Source};
use chrono::NaiveDate;
use serde::Serialize;

crate::event_kinds! {
    /// What can be recorded of a route. Nothing here says why someone did not do something.
    ///
    /// # Source
    /// TEG-120, TEG-124, TEG-134…156
    pub enum RouteEvent {
        /// A step of the roadmap was reached.
        StepReached = "step-reached": "een stap is bereikt", "a step was reached", ["TEG-149", "TEG-154"] {
            step: String = "de stap", "the step",
        }
        /// Someone was placed with an organisation, or began something of their own.
        Placed = "placed": "iemand heeft een plek", "someone has a place", ["TEG-149", "TEG-155", "TEG-122"] {
            organisation: String = "de organisatie", "the organisation",
            own_proposal: Option<bool> = "op eigen voorstel", "by their own proposal",
        }
        /// An agreement was signed.
        AgreementSigned = "agreement-signed": "een overeenkomst is getekend", "an agreement was signed", ["TEG-120", "TEG-42"] {
            months: Option<u32> = "voor hoeveel maanden", "for how many months",
        }
        /// People were in touch.
        InTouch = "in-touch": "er is contact geweest", "people were in touch", ["TEG-156", "TEG-200"] {
        }
        /// The contact was closed.
        ContactClosed = "contact-closed": "het contact is afgesloten", "the contact was closed", ["TEG-149"] {
        }
        /// The person came back.
        Returned = "returned": "de persoon is teruggekomen", "the person came back", ["TEG-149", "TEG-128"] {
        }
    }
}

/// One person's route in one district.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Route {
    /// The way of working.
    pub district: District,
    /// What happened.
    events: Log<RouteEvent>,
    /// The date up to which it is read.
    pub as_of: NaiveDate,
}

/// What a route says on a date. It moves nobody on: a step is something people record.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RouteReview {
    /// The way of working.
    pub district: District,
    /// Each step of the roadmap with whether it is recorded as reached.
    pub steps: Vec<StepOnRoute>,
    /// When to be in touch again, in order of date: `place-ideally-by`, `follow-up-until`, `agreement-ends`.
    pub moments: Vec<FollowUp>,
}

/// A step on someone's route.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepOnRoute {
    /// The code of the step.
    pub code: &'static str,
    /// What happens in it.
    pub label: Label,
    /// Met when it is recorded as reached, unknown otherwise: what is not recorded may have happened.
    pub reached: Truth,
    /// When it was reached, as recorded.
    pub date: Option<NaiveDate>,
}

/// What the events so far come to; steps must be those of the district.
struct Reached {
    district: District,
}

impl State for Reached {
    type Event = RouteEvent;

    fn mention(&mut self, _: &Mention<'_>, _: NaiveDate) -> Option<Mistake> {
        None
    }

    fn check(&self, event: &RouteEvent, _: NaiveDate) -> Option<(&'static str, Mistake)> {
        let RouteEvent::StepReached { step } = event else { return None };
        let steps = self.district.steps();
        let known = steps.iter().any(|one| one.code == step);
        (!known).then(|| {
            let expected = steps.iter().map(|one| one.code.to_owned()).collect();
            let what = Label::of("de stap", "step of this roadmap");
            ("step", Mistake::UnknownCode { what, value: step.clone(), expected })
        })
    }

    // No event rests on an earlier one, so none is mistaken because of it.
    fn misread<'a>(&mut self, _: Option<&str>, _: impl Fn(&str) -> Option<&'a str>) {}

    fn take(&mut self, _: usize, _: &RouteEvent) {}
}

impl Document for Route {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["district", "events", "as_of"])?;
        let district: Option<District> = fields.required("district").and_then(|district| district.code());
        let as_of = fields.required("as_of").and_then(|date| date.date());
        let events = fields.required("events");
        // Which steps there are depends on the district.
        let district = district?;
        let events = events.and_then(|events| Log::read(&events, Reached { district }));
        Some(Self { district, events: events?, as_of: as_of? })
    }
}

/// Says which steps of a route are recorded and when to be in touch again.
///
/// ```
/// use meedoen::document::Document;
/// use meedoen::tegenprestatie::{Route, route};
/// let log = Route::from_json(r#"{"district": "kralingen-crooswijk", "as_of": "2014-09-01", "events": [
///     {"date": "2014-03-03", "kind": "step-reached", "step": "call-up", "perspective": "professional"},
///     {"date": "2014-03-24", "kind": "placed", "organisation": "a community centre", "perspective": "professional"}
/// ]}"#)?;
/// let review = route(&log);
/// assert_eq!(review.moments[0].date.to_string(), "2014-09-24");
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// TEG-62, TEG-149, TEG-155, TEG-156, TEG-200
pub fn route(log: &Route) -> RouteReview {
    let entries = log.events.until(log.as_of);
    let when = |found: &dyn Fn(&RouteEvent) -> bool| -> Option<Moment> {
        entries.iter().rev().find(|entry| found(&entry.event)).map(|entry| entry.when)
    };
    let steps = log.district.steps();
    let reached = steps.iter().map(|step| {
        let date =
            when(&|event| matches!(event, RouteEvent::StepReached { step: other } if other == step.code));
        StepOnRoute {
            code: step.code,
            label: step.label.clone(),
            reached: if date.is_some() { Truth::Met } else { Truth::Unknown },
            date: date.map(Moment::date),
        }
    });
    let placed = when(&|event| matches!(event, RouteEvent::Placed { .. }));
    let mut moments = Vec::new();
    let mut add = |code, start: Option<Moment>, months: Option<u32>, text, source: Source| {
        let due = start
            .zip(months)
            .and_then(|(start, months)| FollowUp::after(start, months, log.as_of, (code, text, source)));
        moments.extend(due);
    };
    // Once someone has a place there is no day left to find one by.
    let looking = entries.first().map(|entry| entry.when).filter(|_| placed.is_none());
    for step in &steps {
        add(
            "place-ideally-by",
            looking,
            step.within_months,
            Label::of("ideaal heeft iemand dan een plek", "ideally someone has a place by then"),
            step.source.clone(),
        );
        add(
            "follow-up-until",
            placed,
            step.lasts_months,
            Label::of("tot dan is er contact na de plaatsing", "until then there is contact after placement"),
            step.source.clone(),
        );
    }
    for entry in entries {
        if let RouteEvent::AgreementSigned { months } = entry.event {
            add(
                "agreement-ends",
                Some(entry.when),
                months,
                Label::of(
                    "dan loopt de overeenkomst af: bespreek hoe het verder gaat",
                    "then the agreement ends: talk about what comes next",
                ),
                Source::facts(&["TEG-62", "TEG-124"]),
            );
        }
    }
    RouteReview {
        district: log.district,
        steps: reached.collect(),
        moments: by_key(moments, |moment| moment.date),
    }
}
