//! What an ordinance says of lowering the benefit, with what would stop it: never that it follows.

use super::law::{PARTICIPATION, Version, law};
use super::views::view;
use super::{Duty, DutyQuestion, Person, Says, duty};
use crate::decide::{Clause, Condition, Facts, Input, Judgement, Name};
use crate::document::{Document, Reader};
use crate::{Error, Label, Reason, Source};
use serde::Serialize;
use std::sync::LazyLock;

/// A person of whom it is said that the tegenprestatie was not done: what is known of why.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NotDone {
    /// About whom and when, with the ordinance.
    pub person: Person,
    /// What is known of the circumstances, by question.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Circumstances>"))]
    circumstances: Facts,
}

/// What an ordinance says, and what would stop it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reduction {
    /// What the ordinance says of not doing the tegenprestatie: text, and no conclusion about this person.
    pub ordinance_says: Vec<Quoted>,
    /// What would stop it, or make it less, each with what is known of it.
    pub stops: Vec<Judgement>,
    /// What is not known and bears on that.
    pub missing: Vec<Name>,
    /// What to know beside it.
    pub remarks: Vec<Reason>,
}

/// A provision as the ordinance has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quoted {
    /// The article and paragraph, as the ordinance numbers them.
    pub article: String,
    /// What it says.
    pub says: Says,
    /// What it says in words.
    pub label: Label,
    /// Where it stands.
    pub source: Source,
}

#[cfg(feature = "schema")]
struct Circumstances;

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Circumstances {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CircumstanceFacts".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        crate::decide::facts_schema(
            &INPUTS,
            "What is known of the circumstances; what is left out or `null` is unknown.",
        )
    }
}

impl NotDone {
    /// Nothing is known of why.
    pub fn by(person: Person) -> Self {
        Self { person, circumstances: Facts::default() }
    }

    /// The same with one more answer.
    ///
    /// # Errors
    /// `undefined` when there is no such question, `wrong-kind` when it has no such answer.
    pub fn with(self, input: &str, answer: bool) -> Result<Self, Error> {
        Ok(Self {
            circumstances: super::answered(&self.circumstances, &INPUTS, input, answer.into())?,
            ..self
        })
    }
}

impl Document for NotDone {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["person", "circumstances"])?;
        let person = fields.required("person").and_then(|person| Person::read(&person));
        let circumstances = fields.maybe("circumstances", |facts| Facts::read(facts, &INPUTS));
        Some(Self { person: person?, circumstances: circumstances?.unwrap_or_default() })
    }
}

/// Shows what the ordinance says of lowering the benefit when the tegenprestatie is not done, with every condition that
/// would stop it. Whether to lower it is for the college, in the individual case.
///
/// ```
/// use meedoen::tegenprestatie::{NotDone, Person, ordinance, reduction};
/// let person = Person::on("2016-05-01".parse().unwrap()).under(ordinance("diemen-2015")?);
/// let shown = reduction(&NotDone::by(person))?;
/// assert_eq!(shown.ordinance_says[0].label.en, "category 2: 30 % for 1 month(s)");
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Errors
/// As [`super::Regime::on`].
///
/// # Source
/// PUB-60, TEG-130, TEG-131, TEG-212, GEN-11
pub fn reduction(not_done: &NotDone) -> Result<Reduction, Error> {
    let person = &not_done.person;
    let answer = duty(&DutyQuestion { duty: Duty::Tegenprestatie, person: person.clone() })?;
    let mut facts = not_done.circumstances.clone();
    let holds = answer.possible.contains(&super::DutyStatus::Holds);
    if answer.outcome.is_some() || !holds {
        facts.set("duty_holds", Some(holds.into()));
    }
    let in_force = |one: &&(crate::decide::Validity, Clause)| one.0.holds_on(person.date);
    let stops: Vec<Judgement> =
        STOPS.iter().filter(in_force).map(|(_, clause)| clause.judge(&INPUTS, &facts)).collect();
    let source = person.ordinance().map(super::Ordinance::source);
    let says = answer.ordinance.into_iter().flat_map(|ordinance| ordinance.provisions);
    let quoted = says.filter(|one| matches!(one.says, Says::Reduction { .. })).filter_map(|one| {
        Some(Quoted { article: one.article, says: one.says, label: one.label, source: source.clone()? })
    });
    let mut missing: Vec<Name> = Vec::new();
    for name in stops.iter().flat_map(|stop| &stop.missing) {
        if !missing.contains(name) {
            missing.push(name.clone());
        }
    }
    Ok(Reduction {
        ordinance_says: quoted.collect(),
        stops,
        missing,
        remarks: vec![
            view(
                "not-in-the-national-list",
                "niet doen van de tegenprestatie staat niet in de landelijke lijst van artikel 18 lid 4: alleen een verordening kan er een gevolg aan geven",
                "not doing the tegenprestatie is not in the national list of article 18 paragraph 4: only an ordinance can attach a consequence to it",
                &["PUB-60"],
            ),
            view(
                "hardly-any-in-practice",
                "in de Rotterdamse praktijk vrijwel geen sancties, alleen bij duidelijke fraude: leidt een sanctie niet tot ander gedrag, doe het dan niet",
                "in the practice of Rotterdam hardly any sanctions, only in evident fraud: if a sanction does not lead to other behaviour, do not do it",
                &["TEG-130", "TEG-131", "TEG-147"],
            ),
            view(
                "policy-says-otherwise",
                "de beleidsnota zegt dat onvoldoende medewerking gevolgen heeft voor de uitkering",
                "the policy note says that insufficient cooperation has consequences for the benefit",
                &["TEG-212"],
            ),
            view(
                "can-enlarge-debts",
                "een verlaging kan schulden vergroten, en maakt dat mensen hulp niet durven te weigeren",
                "a reduction can enlarge debts, and makes people not dare to refuse help",
                &["TEG-78"],
            ),
        ],
    })
}

/// What can be asked about the circumstances.
static INPUTS: LazyLock<Vec<Input>> = LazyLock::new(|| {
    let ask = |name, nl, en, source| Input::truth(name, Label::of(nl, en), source);
    let article = |articles: &[&str]| law(Version::January2025, articles, &[]);
    vec![
        ask(
            "duty_holds",
            "Gold de plicht voor deze persoon?",
            "Did the duty hold for this person?",
            law(Version::January2015, &["9.1.c"], &["TEG-25"]),
        ),
        ask(
            "assigned",
            "Is de tegenprestatie aan deze persoon opgedragen?",
            "Was the tegenprestatie assigned to this person?",
            law(Version::January2015, &["9.1.c"], &["TEG-26"]),
        ),
        ask(
            "blameless",
            "Ontbreekt elke vorm van verwijtbaarheid?",
            "Is there no blame of any kind?",
            article(&["18.9"]),
        ),
        ask(
            "urgent_circumstances",
            "Zijn er bijzondere omstandigheden met dringende redenen?",
            "Are there special circumstances with urgent reasons?",
            article(&["18.10"]),
        ),
        ask(
            "attuned",
            "Is gekeken naar omstandigheden, mogelijkheden en middelen?",
            "Have circumstances, possibilities and means been looked at?",
            article(&["18.1"]),
        ),
    ]
});

/// What would stop a reduction or make it less, with the days on which the text was read.
static STOPS: LazyLock<Vec<(crate::decide::Validity, Clause)>> = LazyLock::new(|| {
    let clause = |code: &'static str, nl, en, when, source| {
        (PARTICIPATION, Clause::new(code, Label::of(nl, en), when, source))
    };
    let article = |articles: &[&str]| law(Version::January2025, articles, &[]);
    vec![
        clause(
            "duty-did-not-hold",
            "de plicht gold niet voor deze persoon",
            "the duty did not hold for this person",
            Condition::no("duty_holds"),
            law(Version::January2015, &["9.1.c"], &["TEG-25"]),
        ),
        clause(
            "not-assigned",
            "er is niets opgedragen",
            "nothing was assigned",
            Condition::no("assigned"),
            law(Version::January2015, &["9.1.c"], &["TEG-26"]),
        ),
        clause(
            "blameless",
            "elke vorm van verwijtbaarheid ontbreekt: dan ziet het college ervan af",
            "there is no blame of any kind: the college then refrains",
            Condition::yes("blameless"),
            article(&["18.9"]),
        ),
        clause(
            "urgent-circumstances",
            "dringende redenen: dan stemt het college de maatregel af op de omstandigheden",
            "urgent reasons: the college then attunes the measure to the circumstances",
            Condition::yes("urgent_circumstances"),
            article(&["18.10"]),
        ),
        clause(
            "not-attuned",
            "er is niet gekeken naar omstandigheden, mogelijkheden en middelen",
            "circumstances, possibilities and means have not been looked at",
            Condition::no("attuned"),
            article(&["18.1"]),
        ),
    ]
});
