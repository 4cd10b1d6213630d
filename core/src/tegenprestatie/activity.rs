//! Whether an activity can be a tegenprestatie: the criteria of the law, those of the guide, and what stands out.

use super::law::{BALANCE, READ, Version, law};
use super::{Benefit, Regime, RegimeOnDate, views};
use crate::decide::{
    Clause, Condition, Decision, Facts, Input, Judgement, Name, Outcome, Question, Rule, Timeline,
};
use crate::document::{Document, Reader};
use crate::{Error, Label, Reason, Source, Vocabulary};
use chrono::NaiveDate;
use serde::Serialize;
use std::sync::LazyLock;

crate::vocabulary! {
    /// What the criteria say of an activity, as far as is known.
    ///
    /// # Source
    /// TEG-26…32
    pub enum ActivityStatus: "status of an activity", "stand van een activiteit", ["TEG-26", "TEG-27", "TEG-28"] {
        /// Nothing that is known speaks against it, and everything is known.
        MeetsCriteria = "meets-criteria": "voldoet aan elk criterium", "meets every criterion", [],
        /// At least one criterion is not met.
        FallsShort = "falls-short": "voldoet niet aan een criterium", "does not meet a criterion", [],
        /// The criteria of the regime were not read.
        NotKnown = "not-known": "niet te zeggen: de criteria van dit regime zijn hier niet bekend", "cannot be said: the criteria of this regime are not known here", ["PUB-70"],
    }
}

/// An activity on a date.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Activity {
    /// The date on which the law is applied.
    pub date: NaiveDate,
    /// What is known of it, by question.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::shape::ActivityFacts>"))]
    facts: Facts,
    /// Whether the municipality applies, in 2026, the regime of 2027 already.
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub early_adoption: bool,
}

/// What the criteria say of an activity.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ActivityAnswer {
    /// The date on which the law is applied.
    pub date: NaiveDate,
    /// The regime on that date.
    pub regime: RegimeOnDate,
    /// What the criteria of the law come to, `None` while more than one is possible.
    pub outcome: Option<ActivityStatus>,
    /// Everything that is possible, in order.
    pub possible: Vec<ActivityStatus>,
    /// The answer in words.
    pub label: Label,
    /// Why: the fewest facts that leave just this.
    pub reasons: Vec<Reason>,
    /// The questions whose answers still bear on it.
    pub missing: Vec<Name>,
    /// The question that narrows it most.
    pub next_question: Option<Question>,
    /// Each criterion of the law with what is known of it.
    pub criteria: Vec<Judgement>,
    /// Each of the six criteria of the guide of April 2014 with what is known of it; they give no verdict together.
    pub guide: Vec<Judgement>,
    /// What stands out beside the criteria: in force where it is met.
    pub remarks: Vec<Judgement>,
    /// Who holds another view.
    pub other_views: Vec<Reason>,
}

impl Activity {
    /// An activity of which nothing is known yet.
    pub fn on(date: NaiveDate) -> Self {
        Self { date, facts: Facts::default(), early_adoption: false }
    }

    /// The same with what is known.
    ///
    /// # Errors
    /// `undefined` when there is no such question, `wrong-kind`, `outside-range` or `unknown-code` when it has no
    /// such answer.
    pub fn with(self, input: &str, answer: impl Into<crate::Value>) -> Result<Self, Error> {
        Ok(Self { facts: super::answered(&self.facts, inputs(), input, answer.into())?, ..self })
    }
}

impl Document for Activity {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["date", "facts", "early_adoption"])?;
        let date = fields.required("date").and_then(|date| date.date());
        let facts = fields.maybe("facts", |facts| Facts::read(facts, inputs()));
        let early_adoption = fields.maybe("early_adoption", Reader::truth);
        let (date, early_adoption) = (date?, early_adoption?.unwrap_or_default());
        let place = if early_adoption { fields.optional("early_adoption") } else { fields.optional("date") };
        place?.check(Regime::on(date, early_adoption))?;
        Some(Self { date, facts: facts?.unwrap_or_default(), early_adoption })
    }
}

/// Says whether an activity meets the criteria of the law on a date, beside those of the guide.
///
/// ```
/// use meedoen::tegenprestatie::{Activity, ActivityStatus, activity};
/// let paid = Activity::on("2020-05-01".parse().unwrap()).with("unpaid", false)?;
/// assert_eq!(activity(&paid)?.outcome, Some(ActivityStatus::FallsShort));
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Errors
/// As [`Regime::on`].
///
/// # Source
/// TEG-26…32, TEG-58…64, TEG-108…113, LAD-10, PUB-61, PUB-64
pub fn activity(activity: &Activity) -> Result<ActivityAnswer, Error> {
    let regime = Regime::on(activity.date, activity.early_adoption)?;
    let decision = DECISIONS.on(regime.law_date(activity.date));
    let (facts, answer) = (&activity.facts, decision.map(|decision| decision.answer(&activity.facts)));
    let possible: Vec<ActivityStatus> = match &answer {
        Some(answer) => {
            answer.possible.iter().filter_map(|code| ActivityStatus::from_code(code).ok()).collect()
        }
        None => vec![ActivityStatus::NotKnown],
    };
    let (reasons, missing, next_question) = match answer {
        Some(answer) => (answer.reasons, answer.missing, answer.next_question),
        None => Default::default(),
    };
    let judge = |clauses: &[Clause]| clauses.iter().map(|clause| clause.judge(inputs(), facts)).collect();
    let labels: Vec<Label> = possible.iter().map(|one| one.label()).collect();
    Ok(ActivityAnswer {
        date: activity.date,
        outcome: if let [only] = possible.as_slice() { Some(*only) } else { None },
        label: Label::join(&labels, " / "),
        possible,
        reasons,
        missing,
        next_question,
        criteria: if regime.regime == Regime::Balance { Vec::new() } else { judge(&CRITERIA) },
        guide: judge(&GUIDE),
        remarks: judge(&REMARKS),
        other_views: vec![
            views::view(
                "useful-has-no-test",
                "voor “maatschappelijk nuttig” bestaan geen algemene toetsingscriteria",
                "there are no general criteria for “socially useful”",
                &["TEG-115"],
            ),
            views::view(
                "part-of-reintegration",
                "in de praktijk maakt de tegenprestatie vaak deel uit van de re-integratie, tegen de bedoeling van de wet in (Inspectie)",
                "in practice the tegenprestatie is often part of re-integration, against the intention of the law (Inspectorate)",
                &["TEG-33", "TEG-34"],
            ),
        ],
        regime,
    })
}

/// What can be asked about an activity, in order.
#[expect(clippy::too_many_lines, reason = "one question a row, read as a list")]
pub(super) fn inputs() -> &'static [Input] {
    static INPUTS: LazyLock<Vec<Input>> = LazyLock::new(|| {
        let article = |facts| law(Version::January2015, &["9.1.c"], facts);
        vec![
            Input::truth(
                "assigned_by_college",
                Label::of(
                    "Draagt het college de werkzaamheden op?",
                    "Does the college assign the activities?",
                ),
                article(&["TEG-26"]),
            ),
            Input::truth(
                "unpaid",
                Label::of("Is het onbetaald?", "Is it unpaid?"),
                article(&["TEG-26", "TEG-109"]),
            ),
            Input::truth(
                "useful",
                Label::of("Is het maatschappelijk nuttig?", "Is it socially useful?"),
                article(&["TEG-26", "TEG-111", "TEG-115"]),
            ),
            Input::truth(
                "beside_regular_work",
                Label::of(
                    "Gebeurt het naast of in aanvulling op regulier werk?",
                    "Is it done beside or in addition to regular work?",
                ),
                article(&["TEG-27"]),
            ),
            Input::truth(
                "displaces_work",
                Label::of(
                    "Leidt het tot verdringing op de arbeidsmarkt?",
                    "Does it lead to displacement on the labour market?",
                ),
                article(&["TEG-28"]),
            )
            .with_help(Label::of(
                "Er zijn zeven opvattingen van verdringing; leg ze naast elkaar voordat u dit beantwoordt.",
                "There are seven views of displacement; put them side by side before you answer this.",
            )),
            Input::truth(
                "to_ability",
                Label::of(
                    "Past het bij wat deze persoon kan?",
                    "Is it within what this person is able to do?",
                ),
                article(&["TEG-29", "TEG-113"]),
            ),
            Input::truth(
                "limited",
                Label::of("Is het beperkt in duur en omvang?", "Is it limited in duration and extent?"),
                Source::facts(&["TEG-32", "TEG-112", "PUB-64"]),
            )
            .with_help(Label::of(
                "De wet noemt geen uren of maanden; bedoeld zijn klussen van een paar uur per dag of week.",
                "The law names no hours or months; meant are small jobs of a few hours a day or week.",
            )),
            Input::truth(
                "hinders_work",
                Label::of(
                    "Staat het werken of zoeken naar werk in de weg?",
                    "Does it stand in the way of working or looking for work?",
                ),
                Source::facts(&["PUB-70", "PUB-71"]),
            ),
            Input::choice::<Benefit>(
                "benefit",
                Label::of(
                    "Welke uitkering heeft de persoon die het doet?",
                    "Which benefit does the person have who does it?",
                ),
                Source::facts(&["TEG-108"]),
            ),
            Input::truth(
                "work_integration_primary",
                Label::of(
                    "Is het eerste doel dat iemand aan betaald werk komt?",
                    "Is the first aim that someone gets into paid work?",
                ),
                Source::facts(&["TEG-110", "PUB-61"]),
            ),
            Input::truth(
                "precisely_described",
                Label::of(
                    "Zijn de werkzaamheden nauwkeurig omschreven?",
                    "Are the activities described precisely?",
                ),
                Source::facts(&["TEG-111"]),
            ),
            Input::number(
                "hours_per_week",
                Label::of("Hoeveel uur per week is het?", "How many hours a week is it?"),
                (0.0, 168.0),
                Label::of("uur per week", "hours a week"),
                Source::facts(&["TEG-58", "PUB-64"]),
            ),
            Input::number(
                "months",
                Label::of("Hoeveel maanden duurt het?", "How many months does it last?"),
                (0.0, 600.0),
                Label::of("maanden", "months"),
                Source::facts(&["TEG-32", "TEG-62"]),
            ),
        ]
    });
    &INPUTS
}

fn clause(code: &'static str, nl: &'static str, en: &'static str, when: Condition, source: Source) -> Clause {
    Clause::new(code, Label::of(nl, en), when, source)
}

/// The criteria of the law.
static CRITERIA: LazyLock<Vec<Clause>> = LazyLock::new(|| {
    let article = |facts| law(Version::January2015, &["9.1.c"], facts);
    let yes = Condition::yes;
    vec![
        clause(
            "assigned-by-college",
            "opgedragen door het college",
            "assigned by the college",
            yes("assigned_by_college"),
            article(&["TEG-26"]),
        ),
        clause("unpaid", "onbetaald", "unpaid", yes("unpaid"), article(&["TEG-26"])),
        clause(
            "useful",
            "maatschappelijk nuttig",
            "socially useful",
            yes("useful"),
            article(&["TEG-26", "TEG-115"]),
        ),
        clause(
            "beside-regular-work",
            "naast of in aanvulling op regulier werk",
            "beside or in addition to regular work",
            yes("beside_regular_work"),
            article(&["TEG-27"]),
        ),
        clause(
            "no-displacement",
            "leidt niet tot verdringing",
            "does not lead to displacement",
            Condition::no("displaces_work"),
            article(&["TEG-28"]),
        ),
        clause("to-ability", "naar vermogen", "to one's ability", yes("to_ability"), article(&["TEG-29"])),
        clause(
            "limited",
            "beperkt in duur en omvang: bedoeld door de wetgever, zonder getal in de wet",
            "limited in duration and extent: intended by the legislator, without a number in the law",
            yes("limited"),
            Source::facts(&["TEG-32", "PUB-64"]),
        ),
    ]
});

/// The criteria of the guide Werkwijzer Tegenprestatie (Divosa, VNG and Cedris, April 2014).
static GUIDE: LazyLock<Vec<Clause>> = LazyLock::new(|| {
    let yes = Condition::yes;
    let benefits = [Benefit::SocialAssistance, Benefit::Ioaw, Benefit::Ioaz].map(Benefit::code);
    let both = |one, two| Condition::all([yes(one), two]);
    vec![
        clause(
            "w1",
            "iemand met een uitkering WWB, IOAW of IOAZ",
            "someone with a WWB, IOAW or IOAZ benefit",
            Condition::one_of("benefit", benefits),
            Source::facts(&["TEG-108", "TEG-107"]),
        ),
        clause(
            "w2",
            "onbetaalde werkzaamheden",
            "unpaid activities",
            yes("unpaid"),
            Source::facts(&["TEG-109"]),
        ),
        clause(
            "w3",
            "additionele arbeid, niet met arbeidsinschakeling als eerste doel",
            "additional labour, without integration into work as its first aim",
            both("beside_regular_work", Condition::no("work_integration_primary")),
            Source::facts(&["TEG-110"]),
        ),
        clause(
            "w4",
            "nauwkeurig omschreven maatschappelijk nuttige werkzaamheden",
            "precisely described, socially useful activities",
            both("precisely_described", yes("useful")),
            Source::facts(&["TEG-111"]),
        ),
        clause(
            "w5",
            "beperkt in duur en omvang",
            "limited in duration and extent",
            yes("limited"),
            Source::facts(&["TEG-112"]),
        ),
        clause(
            "w6",
            "afgestemd op de capaciteiten en mogelijkheden van de persoon",
            "attuned to the person's capacities and possibilities",
            yes("to_ability"),
            Source::facts(&["TEG-113"]),
        ),
    ]
});

/// What stands out beside the criteria.
static REMARKS: LazyLock<Vec<Clause>> = LazyLock::new(|| {
    let (hours, months) = (
        |bound| Condition::AtLeast("hours_per_week".into(), bound),
        |bound| Condition::AtLeast("months".into(), bound),
    );
    vec![
        clause(
            "longer-than-intended",
            "een half jaar of langer: langer dan de wetgever bedoelde, wel gewoon in Kralingen-Crooswijk",
            "half a year or longer: longer than the legislator intended, though customary in Kralingen-Crooswijk",
            months(6.0),
            Source::facts(&["TEG-32", "TEG-62", "TEG-61", "TEG-63"]),
        ),
        clause(
            "twenty-hours",
            "20 uur of meer: de norm van Rotterdam, die nergens in de wet staat; de bedoeling was een paar uur per dag of week, en een Tsjechische rechter vond 20 uur onevenredig",
            "20 hours or more: the norm of Rotterdam, which stands nowhere in the law; a few hours a day or week were intended, and a Czech court found 20 hours disproportionate",
            hours(20.0),
            Source::facts(&["TEG-58", "PUB-64", "TEG-32", "TEG-67", "TEG-70"]),
        ),
        clause(
            "fewer-hours-count",
            "minder dan de 20 uur van Rotterdam: dat telt gewoon mee, en vier uur kan als begin al veel zijn",
            "fewer than Rotterdam's 20 hours: that counts all the same, and four hours can be a lot to begin with",
            hours(20.0).negated(),
            Source::facts(&["LAD-10", "TEG-58", "TEG-59", "TEG-64"]),
        ),
        clause(
            "another-instrument",
            "het eerste doel is betaald werk: kijk naar de participatieplaats, de proefplaats of sociale activering, die eigen regels hebben",
            "the first aim is paid work: look at the participation place, the trial place or social activation, which have rules of their own",
            Condition::yes("work_integration_primary"),
            law(Version::January2025, &["10a.1", "8a.2.d", "6.1.c"], &["PUB-61", "TEG-30"]),
        ),
    ]
});

static DECISIONS: LazyLock<Timeline<Decision>> = LazyLock::new(|| {
    let outcomes = || ActivityStatus::ALL.iter().map(|one| Outcome::new(one.code(), one.label())).collect();
    let short = |clause: &Clause| {
        let text =
            Label::said(format_args!("niet: {}", clause.text.nl), format_args!("not: {}", clause.text.en));
        let code = format!("not-{}", clause.code);
        Rule::new(
            ActivityStatus::FallsShort.code(),
            code,
            text,
            clause.when.clone().negated(),
            clause.source.clone(),
        )
    };
    let mut rules: Vec<_> = CRITERIA.iter().map(|clause| (READ, short(clause))).collect();
    rules.push((
        READ,
        Rule::otherwise(
            ActivityStatus::MeetsCriteria.code(),
            "all-criteria-met",
            Label::of("elk criterium is vastgelegd als vervuld", "every criterion is recorded as met"),
            law(Version::January2015, &["9.1.c"], &["TEG-26", "TEG-27", "TEG-28", "TEG-29", "TEG-32"]),
        ),
    ));
    let known = [
        ("displaces-work", "displaces_work", Label::of("verdringt werk", "displaces work")),
        ("hinders-work", "hinders_work", Label::of("staat werken in de weg", "stands in the way of working")),
    ];
    for (code, input, text) in known {
        let rule = Rule::new(
            ActivityStatus::FallsShort.code(),
            code,
            text,
            Condition::yes(input),
            Source::facts(&["PUB-70", "PUB-71"]),
        );
        rules.push((BALANCE, rule));
    }
    rules.push((
        BALANCE,
        Rule::otherwise(
            ActivityStatus::NotKnown.code(),
            "criteria-of-2027-not-read",
            Label::of(
                "iemand vormt maatschappelijke participatie zelf, zolang die geen werk verdringt of in de weg staat; verdere criteria zijn hier niet bekend",
                "people shape social participation themselves, as long as it displaces no work and does not stand in its way; further criteria are not known here",
            ),
            Source::facts(&["PUB-70", "PUB-71"]),
        ),
    ));
    Timeline::of_rules(|| inputs().to_vec(), outcomes, &rules)
});

#[cfg(test)]
mod tests {
    use super::super::law::PARTICIPATION;
    use super::{Activity, ActivityStatus, DECISIONS, activity};
    use crate::decide::Truth;

    #[test]
    fn the_decisions_fit_together() {
        for (_, decision) in DECISIONS.spans() {
            decision.check().unwrap();
        }
    }

    #[test]
    fn half_a_year_of_twenty_hours_is_remarked_on_and_no_error() {
        let activity_of_t20 = Activity::on(PARTICIPATION.valid_from)
            .with("months", 6.0)
            .unwrap()
            .with("hours_per_week", 20.0)
            .unwrap();
        let answer = activity(&activity_of_t20).unwrap();
        let truth = |code: &str| answer.remarks.iter().find(|one| one.code == code).map(|one| one.truth);
        assert_eq!(truth("longer-than-intended"), Some(Truth::Met));
        assert_eq!(truth("fewer-hours-count"), Some(Truth::Unmet));
        assert_eq!(answer.possible, [ActivityStatus::MeetsCriteria, ActivityStatus::FallsShort]);
    }
}
