//! Bringing a person and places together: reasons for each, and no forced match.

use super::Form;
use crate::decide::{Clause, Condition, Decision, Facts, Input, Judgement, Name, Outcome, Question, Rule};
use crate::document::{Document, Reader};
use crate::error::Mistake;
use crate::{Label, Reason, Source, Vocabulary};
use serde::Serialize;
use std::sync::LazyLock;

crate::vocabulary! {
    /// When something takes place.
    ///
    /// # Source
    /// TEG-46, TEG-159: evenings, and family duties that come first
    pub enum PartOfWeek: "part of the week", "deel van de week", ["TEG-46", "TEG-159"] {
        /// Weekdays, in the morning.
        Mornings = "mornings": "ochtenden", "mornings", [],
        /// Weekdays, in the afternoon.
        Afternoons = "afternoons": "middagen", "afternoons", [],
        /// In the evening.
        Evenings = "evenings": "avonden", "evenings", [],
        /// At the weekend.
        Weekends = "weekends": "weekenden", "weekends", [],
    }
}

crate::vocabulary! {
    /// What is known of a person and a place together.
    ///
    /// # Source
    /// TEG-119, TEG-150
    pub enum PlaceFit: "fit", "passing", ["TEG-119"] {
        /// Nothing that is known stands in the way, and everything is known.
        Fits = "fits": "past, voor zover gevraagd is", "fits, as far as was asked", [],
        /// Something stands in the way: the reasons say what, and whether it can be solved.
        DoesNotFit = "does-not-fit": "past nu niet", "does not fit now", [],
    }
}

/// A person who looks for a place: wishes come first. What is left out is unknown.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Seeker {
    /// What the person wishes to do.
    pub wishes: Option<Vec<Form>>,
    /// What the person can do, in words that places use as well.
    pub abilities: Option<Vec<String>>,
    /// How many hours a week the person has, beside care and other duties.
    pub hours: Option<f64>,
    /// When the person can, given care duties.
    pub times: Option<Vec<PartOfWeek>>,
    /// How many minutes the person can travel one way.
    pub travel_minutes: Option<f64>,
    /// Whether the person has a certificate of conduct (VOG).
    pub certificate: Option<bool>,
    /// Whether the person's Dutch is enough for this kind of work.
    pub dutch: Option<bool>,
}

/// A place that an organisation offers. What is left out is unknown.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Offer {
    /// Its name.
    pub id: String,
    /// What it is.
    pub form: Form,
    /// The abilities it asks for; none when it asks for none.
    pub asks: Option<Vec<String>>,
    /// The fewest hours a week.
    pub hours: Option<f64>,
    /// When it takes place; any of these will do.
    pub times: Option<Vec<PartOfWeek>>,
    /// How many minutes it is away, one way.
    pub travel_minutes: Option<f64>,
    /// Whether it asks for a certificate of conduct (VOG).
    pub certificate: Option<bool>,
    /// Whether it asks for Dutch.
    pub dutch: Option<bool>,
}

/// A person and places to look at together.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ToMatch {
    /// The person.
    pub person: Seeker,
    /// The places.
    pub places: Vec<Offer>,
}

/// Each place with what speaks for and against it; no place is chosen.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Matches {
    /// The places in the order in which they were given.
    pub places: Vec<Match>,
    /// What to know: a proposal of the person's own comes first, and no match is a possible outcome.
    pub remarks: Vec<Reason>,
}

/// A place and a person together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Match {
    /// The name of the place.
    pub place: String,
    /// Whether it fits, `None` while that depends on what is not known.
    pub fit: Option<PlaceFit>,
    /// Each condition with what is known of it.
    pub conditions: Vec<Judgement>,
    /// What is not known and matters.
    pub missing: Vec<Name>,
    /// What to ask next.
    pub next_question: Option<Question>,
}

impl Document for Seeker {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&[
            "wishes",
            "abilities",
            "hours",
            "times",
            "travel_minutes",
            "certificate",
            "dutch",
        ])?;
        let (wishes, times) = (
            fields.maybe("wishes", |list| list.list_of(Reader::code)),
            fields.maybe("times", |list| list.list_of(Reader::code)),
        );
        let (abilities, hours) = (fields.maybe("abilities", words), fields.maybe("hours", hours));
        let travel_minutes = fields.maybe("travel_minutes", minutes);
        let (certificate, dutch) =
            (fields.maybe("certificate", Reader::truth), fields.maybe("dutch", Reader::truth));
        Some(Self {
            wishes: wishes?,
            abilities: abilities?,
            hours: hours?,
            times: times?,
            travel_minutes: travel_minutes?,
            certificate: certificate?,
            dutch: dutch?,
        })
    }
}

impl Document for Offer {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&[
            "id",
            "form",
            "asks",
            "hours",
            "times",
            "travel_minutes",
            "certificate",
            "dutch",
        ])?;
        let id = fields.required("id").and_then(|id| id.text().map(str::to_owned));
        let form = fields.required("form").and_then(|form| form.code());
        let (asks, hours) = (fields.maybe("asks", words), fields.maybe("hours", hours));
        let times = fields.maybe("times", |list| list.list_of(Reader::code));
        let travel_minutes = fields.maybe("travel_minutes", minutes);
        let (certificate, dutch) =
            (fields.maybe("certificate", Reader::truth), fields.maybe("dutch", Reader::truth));
        Some(Self {
            id: id?,
            form: form?,
            asks: asks?,
            hours: hours?,
            times: times?,
            travel_minutes: travel_minutes?,
            certificate: certificate?,
            dutch: dutch?,
        })
    }
}

impl Document for ToMatch {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["person", "places"])?;
        let person = fields.required("person").and_then(|person| Seeker::read(&person));
        let list = fields.required("places")?.list()?;
        let places: Vec<Option<Offer>> = list.iter().map(Offer::read).collect();
        for (index, (place, here)) in places.iter().zip(&list).enumerate() {
            let same = |other: &Option<Offer>| {
                other.as_ref().zip(place.as_ref()).is_some_and(|(one, two)| one.id == two.id)
            };
            if let (Some(place), true) = (place, places.iter().take(index).any(same)) {
                here.refuse(Mistake::Duplicate { what: Label::of("de plek", "place"), id: place.id.clone() });
            }
        }
        Some(Self { person: person?, places: places.into_iter().collect::<Option<_>>()? })
    }
}

fn words(reader: &Reader<'_>) -> Option<Vec<String>> {
    reader.list_of(|word| word.text().map(str::to_owned))
}

fn hours(reader: &Reader<'_>) -> Option<f64> {
    within(reader, 168.0)
}

fn minutes(reader: &Reader<'_>) -> Option<f64> {
    within(reader, 1440.0)
}

fn within(reader: &Reader<'_>, max: f64) -> Option<f64> {
    let number = reader.number()?;
    if (0.0..=max).contains(&number) {
        return Some(number);
    }
    reader.refuse(Mistake::OutsideRange { value: crate::math::shown(number), min: 0.0, max });
    None
}

/// Says of each place what speaks for it and against it. It chooses none, orders none, and looks at wishes first; sex, age
/// and origin are not asked, because matching by them confirms roles (TEG-198).
///
/// ```
/// use meedoen::document::Document;
/// use meedoen::tegenprestatie::{PlaceFit, ToMatch, match_places};
/// let both = ToMatch::from_json(r#"{"person": {"wishes": ["volunteering"], "hours": 4}, "places": [
///     {"id": "library", "form": "volunteering", "hours": 8}
/// ]}"#)?;
/// assert_eq!(match_places(&both).places[0].fit, Some(PlaceFit::DoesNotFit));
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// TEG-46, TEG-50, TEG-114, TEG-118, TEG-119, TEG-126, TEG-150, TEG-159, TEG-178, TEG-198, TEG-202
pub fn match_places(both: &ToMatch) -> Matches {
    let matched = both.places.iter().map(|place| {
        let facts = facts(&both.person, place);
        let answer = FITS.answer(&facts);
        Match {
            place: place.id.clone(),
            fit: answer.outcome.and_then(|code| PlaceFit::from_code(&code).ok()),
            conditions: CONDITIONS.iter().map(|(_, clause, _)| clause.judge(FITS.inputs(), &facts)).collect(),
            missing: answer.missing,
            next_question: answer.next_question,
        }
    });
    let remark = |code: &'static str, nl, en, facts| {
        Reason::new(code, Label::of(nl, en), Vec::new(), Source::facts(facts))
    };
    Matches {
        places: matched.collect(),
        remarks: vec![
            remark(
                "own-proposal-first",
                "een eigen voorstel gaat voor: een flink deel vindt zelf een plek",
                "a proposal of one's own comes first: a good part find a place themselves",
                &["TEG-118", "TEG-122"],
            ),
            remark(
                "no-forced-match",
                "geen plek is ook een uitkomst: een verkeerde plek geeft uitval en frustratie",
                "no place is an outcome as well: a wrong place leads to drop-out and frustration",
                &["TEG-128", "TEG-150"],
            ),
            remark(
                "ask-well",
                "hoe de vraag wordt gesteld doet ertoe: vraag naar eerder werk en naar wat iemand wil",
                "how the question is put matters: ask about former work and about what someone wants",
                &["TEG-202", "TEG-178"],
            ),
            remark(
                "no-roles",
                "er wordt niet gekeken naar geslacht, leeftijd of herkomst: dat bevestigt rolpatronen",
                "sex, age and origin are not looked at: that confirms roles",
                &["TEG-198"],
            ),
            remark(
                "creaming",
                "let op afroming: wie de meeste begeleiding vraagt heeft ook recht op een plek",
                "mind creaming: those who ask for most guidance have a right to a place as well",
                &["TEG-127", "TEG-129", "TEG-184"],
            ),
        ],
    }
}

/// What is known of a person and a place together.
fn facts(person: &Seeker, place: &Offer) -> Facts {
    let all_in = |asked: &Option<Vec<String>>, held: &Option<Vec<String>>| match (asked, held) {
        (Some(asked), _) if asked.is_empty() => Some(true),
        (Some(asked), Some(held)) => Some(asked.iter().all(|one| held.contains(one))),
        _ => None,
    };
    let at_most = |one: Option<f64>, other: Option<f64>| Some(one? <= other?);
    let needs = |asked: Option<bool>, held: Option<bool>| match (asked, held) {
        (Some(false), _) | (_, Some(true)) => Some(true),
        (Some(true), Some(false)) => Some(false),
        _ => None,
    };
    let times = match (&person.times, &place.times) {
        (Some(can), Some(when)) => Some(when.iter().any(|one| can.contains(one))),
        _ => None,
    };
    let known = [
        ("wished", person.wishes.as_ref().map(|wishes| wishes.contains(&place.form))),
        ("able", all_in(&place.asks, &person.abilities)),
        ("hours_fit", at_most(place.hours, person.hours)),
        ("times_fit", times),
        ("reachable", at_most(place.travel_minutes, person.travel_minutes)),
        ("certificate_fits", needs(place.certificate, person.certificate)),
        ("dutch_fits", needs(place.dutch, person.dutch)),
    ];
    let mut facts = Facts::default();
    for (input, value) in known {
        facts.set(input, value.map(Into::into));
    }
    facts
}

/// The conditions in the order in which they are asked: the input, what it says, and the question.
static CONDITIONS: LazyLock<Vec<(&'static str, Clause, Label)>> = LazyLock::new(|| {
    let row = |input: &'static str, code: &'static str, text, question, facts| {
        (input, Clause::new(code, text, Condition::yes(input), Source::facts(facts)), question)
    };
    vec![
        row(
            "wished",
            "wished",
            Label::of("de persoon wil dit", "the person wants this"),
            Label::of("Wil de persoon dit doen?", "Does the person want to do this?"),
            &["TEG-150", "TEG-119"],
        ),
        row(
            "able",
            "able",
            Label::of("de persoon kan wat er gevraagd wordt", "the person can do what is asked"),
            Label::of("Kan de persoon wat deze plek vraagt?", "Can the person do what this place asks?"),
            &["TEG-119", "TEG-114"],
        ),
        row(
            "hours_fit",
            "hours",
            Label::of("de uren passen", "the hours fit"),
            Label::of(
                "Heeft de persoon genoeg uren voor deze plek?",
                "Has the person enough hours for this place?",
            ),
            &["TEG-58", "TEG-64"],
        ),
        row(
            "times_fit",
            "times",
            Label::of("de tijden passen bij zorg en gezin", "the times go with care and family"),
            Label::of(
                "Passen de tijden bij de zorg die de persoon heeft?",
                "Do the times go with the care the person gives?",
            ),
            &["TEG-114", "TEG-159"],
        ),
        row(
            "reachable",
            "reachable",
            Label::of("de plek is te bereiken", "the place can be reached"),
            Label::of(
                "Kan de persoon er komen, ook met de reiskosten?",
                "Can the person get there, the travel costs included?",
            ),
            &["TEG-50", "TEG-114", "TEG-126"],
        ),
        row(
            "certificate_fits",
            "certificate",
            Label::of(
                "de VOG is geregeld of niet nodig",
                "the certificate of conduct is there or not needed",
            ),
            Label::of(
                "Is een VOG nodig, en is die er?",
                "Is a certificate of conduct needed, and is it there?",
            ),
            &["TEG-126"],
        ),
        row(
            "dutch_fits",
            "language",
            Label::of("de taal is geen belemmering", "language is no barrier"),
            Label::of(
                "Is het Nederlands van de persoon genoeg voor deze plek?",
                "Is the person's Dutch enough for this place?",
            ),
            &["TEG-182", "TEG-114"],
        ),
    ]
});

static FITS: LazyLock<Decision> = LazyLock::new(|| {
    let short = |(_, clause, _): &(&'static str, Clause, Label)| {
        let text =
            Label::said(format_args!("niet: {}", clause.text.nl), format_args!("not: {}", clause.text.en));
        Rule::new(
            PlaceFit::DoesNotFit.code(),
            format!("not-{}", clause.code),
            text,
            clause.when.clone().negated(),
            clause.source.clone(),
        )
    };
    let mut rules: Vec<Rule> = CONDITIONS.iter().map(short).collect();
    rules.push(Rule::otherwise(
        PlaceFit::Fits.code(),
        "nothing-in-the-way",
        Label::of("niets staat in de weg", "nothing stands in the way"),
        Source::facts(&["TEG-119"]),
    ));
    let input = |(input, clause, question): &(&'static str, Clause, Label)| {
        Input::truth(*input, question.clone(), clause.source.clone())
    };
    Decision::builtin(
        CONDITIONS.iter().map(input).collect(),
        PlaceFit::ALL.iter().map(|one| Outcome::new(one.code(), one.label())).collect(),
        rules,
    )
});

#[cfg(test)]
mod tests {
    #[test]
    fn the_decision_fits_together() {
        super::FITS.check().unwrap();
    }
}
