//! What has to be in place before a tegenprestatie is imposed, and what of it is recorded.

use super::law::{PARTICIPATION, READ, Version, law};
use super::views::view;
use super::{Regime, RegimeOnDate};
use crate::decide::{Clause, Condition, Facts, Input, Judgement, Name, Question, Truth, Validity};
use crate::document::{Document, Reader};
use crate::{Error, Label, Reason, Source};
use chrono::NaiveDate;
use serde::Serialize;
use std::sync::LazyLock;

crate::vocabulary! {
    /// Where a condition for imposing comes from; they do not weigh the same.
    ///
    /// # Source
    /// TEG-26…31, TEG-71…73, TEG-114
    pub enum Footing: "footing of a condition", "grondslag van een voorwaarde", ["TEG-26", "TEG-73", "TEG-114"] {
        /// The law or what the legislator intended.
        Law = "law": "de wet of de bedoeling van de wetgever", "the law or the intention of the legislator", ["TEG-26"],
        /// What courts have held.
        Courts = "courts": "rechtspraak", "case law", ["PUB-62"],
        /// The guide for municipalities of April 2014.
        Guide = "guide": "de Werkwijzer van april 2014", "the guide of April 2014", ["TEG-114"],
        /// What research has found to be needed.
        Research = "research": "lessen uit onderzoek", "lessons of research", ["TEG-71", "TEG-72", "TEG-73"],
    }
}

/// A tegenprestatie that someone thinks of imposing: what is recorded about its conditions.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Imposing {
    /// The date on which the law is applied.
    pub date: NaiveDate,
    /// What is recorded, by question.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::shape::ImposingFacts>"))]
    facts: Facts,
    /// Whether the municipality applies, in 2026, the regime of 2027 already.
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub early_adoption: bool,
}

/// Which conditions are recorded as met; whether to impose is for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Preconditions {
    /// The date on which the law is applied.
    pub date: NaiveDate,
    /// The regime on that date.
    pub regime: RegimeOnDate,
    /// Each condition with what is recorded of it.
    pub conditions: Vec<Precondition>,
    /// How many are recorded as met, as not met, and not recorded.
    pub count: Recorded,
    /// What is not recorded.
    pub missing: Vec<Name>,
    /// The first question that nothing is recorded about.
    pub next_question: Option<Question>,
    /// What to know beside the conditions.
    pub remarks: Vec<Reason>,
}

/// A condition and its footing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Precondition {
    /// Where it comes from.
    pub footing: Footing,
    /// What is recorded of it.
    pub judgement: Judgement,
}

/// How many conditions stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recorded {
    /// Recorded as met.
    pub met: usize,
    /// Recorded as not met.
    pub unmet: usize,
    /// Not recorded.
    pub unknown: usize,
}

impl Imposing {
    /// Nothing is recorded yet.
    pub fn on(date: NaiveDate) -> Self {
        Self { date, facts: Facts::default(), early_adoption: false }
    }

    /// The same with one more answer.
    ///
    /// # Errors
    /// `undefined` when there is no such question, `wrong-kind` when it has no such answer.
    pub fn with(self, input: &str, answer: bool) -> Result<Self, Error> {
        Ok(Self { facts: super::answered(&self.facts, inputs(), input, answer.into())?, ..self })
    }
}

impl Document for Imposing {
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

/// Says which conditions for imposing a tegenprestatie are recorded as met. It concludes nothing from them.
///
/// ```
/// use meedoen::tegenprestatie::{Imposing, preconditions};
/// let nothing = Imposing::on("2020-05-01".parse().unwrap());
/// assert_eq!(preconditions(&nothing)?.count.met, 0);
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Errors
/// As [`Regime::on`].
///
/// # Source
/// TEG-26…31, TEG-37, TEG-50, TEG-68…77, TEG-111, TEG-114, TEG-188, TEG-195, PUB-62
pub fn preconditions(imposing: &Imposing) -> Result<Preconditions, Error> {
    let regime = Regime::on(imposing.date, imposing.early_adoption)?;
    let law_date = regime.law_date(imposing.date);
    let held = ROWS.iter().filter(|row| row.footing != Footing::Law || row.validity.holds_on(law_date));
    let conditions: Vec<Precondition> = held
        .map(|row| Precondition {
            footing: row.footing,
            judgement: row.clause.judge(inputs(), &imposing.facts),
        })
        .collect();
    let count = conditions.iter().fold(Recorded::default(), |mut count, one| {
        match one.judgement.truth {
            Truth::Met => count.met += 1,
            Truth::Unmet => count.unmet += 1,
            Truth::Unknown => count.unknown += 1,
        }
        count
    });
    let missing: Vec<Name> = conditions.iter().flat_map(|one| one.judgement.missing.clone()).collect();
    let next = missing.first().and_then(|name| inputs().iter().find(|input| input.name == *name));
    Ok(Preconditions {
        date: imposing.date,
        conditions,
        count,
        next_question: next.map(Question::of),
        missing,
        remarks: vec![
            view(
                "guide-names-five",
                "de Werkwijzer kondigt zeven randvoorwaarden aan; de bron noemt er vijf, en de andere twee zijn niet bekend",
                "the guide announces seven preconditions; the source names five, and the other two are not known",
                &["TEG-114"],
            ),
            view(
                "no-ground-for-coercion",
                "dwang bestaat in het sociaal werk bij gevaar voor kinderen, een veroordeling, of gevaar voor zichzelf of anderen; bij de tegenprestatie doen die redenen zich niet voor",
                "coercion exists in social work where children are in danger, after a conviction, or where someone is a danger to themselves or others; these reasons do not apply to the tegenprestatie",
                &["TEG-77", "TEG-78"],
            ),
            view(
                "weakest-interest",
                "sociaal werk doet recht aan het zwakste belang en meldt verdringing en afroming",
                "social work does justice to the weakest interest and reports displacement and creaming",
                &["TEG-188"],
            ),
        ],
        regime,
    })
}

/// A condition: the question about it, its footing, and when it holds.
struct Row {
    footing: Footing,
    validity: Validity,
    clause: Clause,
    question: Label,
}

/// The questions, in order.
pub(super) fn inputs() -> &'static [Input] {
    static INPUTS: LazyLock<Vec<Input>> = LazyLock::new(|| {
        let input = |row: &Row| {
            Input::truth(row.clause.code.clone(), row.question.clone(), row.clause.source.clone())
        };
        ROWS.iter().map(input).collect()
    });
    &INPUTS
}

fn row(
    footing: Footing,
    name: &'static str,
    [text_nl, text_en]: [&'static str; 2],
    [nl, en]: [&'static str; 2],
    source: Source,
) -> Row {
    let clause = Clause::new(name, Label::of(text_nl, text_en), Condition::yes(name), source);
    Row { footing, validity: READ, clause, question: Label::of(nl, en) }
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let article = |articles: &[&str], facts| law(Version::January2015, articles, facts);
    let law_rows = [
        row(
            Footing::Law,
            "decided_by_college",
            ["het college heeft het besloten", "the college has decided it"],
            [
                "Is er een besluit van het college, of namens het college?",
                "Is there a decision by or for the college?",
            ],
            article(&["9.1.c"], &["TEG-26", "TEG-49", "TEG-193"]),
        ),
        row(
            Footing::Law,
            "ordinance_in_force",
            ["er is een verordening over de tegenprestatie", "there is an ordinance on the tegenprestatie"],
            [
                "Geldt er een verordening over de tegenprestatie?",
                "Is an ordinance on the tegenprestatie in force?",
            ],
            article(&["8a.1.b", "7.1.c"], &["PUB-63"]),
        ),
        row(
            Footing::Law,
            "attuned_to_person",
            ["afgestemd op de persoon, naar vermogen", "attuned to the person, to their ability"],
            [
                "Is het afgestemd op de omstandigheden en mogelijkheden van deze persoon?",
                "Is it attuned to this person's circumstances and possibilities?",
            ],
            law(Version::January2025, &["9.1.c", "18.1"], &["TEG-29"]),
        ),
        row(
            Footing::Law,
            "care_considered",
            ["er is gekeken naar zorgtaken en kinderopvang", "care tasks and childcare have been considered"],
            ["Is gekeken naar zorgtaken en kinderopvang?", "Have care tasks and childcare been considered?"],
            article(&["9.2", "9.4"], &["TEG-37", "TEG-38"]),
        ),
        row(
            Footing::Law,
            "apart_from_reintegration",
            ["los van de re-integratieplicht", "apart from the duty to use support"],
            ["Staat het los van de re-integratieplicht?", "Is it apart from the duty to use support?"],
            Source::facts(&["TEG-30"]),
        ),
        row(
            Footing::Law,
            "not_from_participation_budget",
            ["niet betaald uit het participatiebudget", "not paid from the participation budget"],
            [
                "Wordt het niet betaald uit het participatiebudget?",
                "Is it not paid from the participation budget?",
            ],
            Source::facts(&["TEG-31"]),
        ),
        row(
            Footing::Law,
            "short",
            [
                "kort: klussen van een paar uur per dag of week",
                "short: small jobs of a few hours a day or week",
            ],
            ["Is het kort en klein?", "Is it short and small?"],
            Source::facts(&["TEG-32"]),
        ),
    ];
    let others = [
        row(
            Footing::Courts,
            "bespoke",
            ["maatwerk voor deze persoon", "bespoke for this person"],
            ["Is het maatwerk?", "Is it bespoke?"],
            Source::facts(&["PUB-62"]),
        ),
        row(
            Footing::Courts,
            "proportionate",
            ["niet buitensporig of onevenredig belastend", "not excessive or disproportionately burdensome"],
            [
                "Is het in verhouding, ook wat er bij weigeren gebeurt?",
                "Is it proportionate, also in what follows on refusal?",
            ],
            Source::facts(&["PUB-62", "TEG-68", "TEG-69", "TEG-70"]),
        ),
        row(
            Footing::Guide,
            "target_group_known",
            ["de doelgroep is bekend", "the target group is known"],
            ["Kent u de mensen om wie het gaat?", "Do you know the people it is about?"],
            Source::facts(&["TEG-114"]),
        ),
        row(
            Footing::Guide,
            "places_and_guidance",
            ["er zijn passende plekken en begeleiding", "there are fitting places and guidance"],
            [
                "Zijn er passende plekken en begeleiding, gelet op beperkingen, opvang, mantelzorg, kunnen en bereikbaarheid?",
                "Are there fitting places and guidance, given limitations, childcare, informal care, abilities and getting there?",
            ],
            Source::facts(&["TEG-114"]),
        ),
        row(
            Footing::Guide,
            "safe",
            ["het is veilig", "it is safe"],
            ["Is het veilig?", "Is it safe?"],
            Source::facts(&["TEG-114"]),
        ),
        row(
            Footing::Guide,
            "enforcement_arranged",
            ["handhaving is geregeld", "enforcement is arranged"],
            ["Is geregeld hoe er wordt gehandhaafd?", "Is it arranged how it is enforced?"],
            Source::facts(&["TEG-114"]),
        ),
        row(
            Footing::Guide,
            "budget",
            ["er is genoeg geld om te investeren", "there is enough money to invest"],
            ["Is er genoeg geld om te investeren?", "Is there enough money to invest?"],
            Source::facts(&["TEG-114", "TEG-126"]),
        ),
        row(
            Footing::Research,
            "not_humiliating",
            ["het werk vernedert niet", "the work does not humiliate"],
            ["Is het werk niet vernederend?", "Is the work not humiliating?"],
            Source::facts(&["TEG-71", "TEG-57", "TEG-132"]),
        ),
        row(
            Footing::Research,
            "choice",
            ["er valt iets te kiezen", "there is something to choose"],
            ["Kan deze persoon kiezen?", "Can this person choose?"],
            Source::facts(&["TEG-71", "TEG-73", "TEG-178"]),
        ),
        row(
            Footing::Research,
            "contributes_to_development",
            ["het draagt bij aan iemands ontwikkeling", "it contributes to someone's development"],
            [
                "Draagt het bij aan de ontwikkeling van deze persoon?",
                "Does it contribute to this person's development?",
            ],
            Source::facts(&["TEG-71", "TEG-73"]),
        ),
        row(
            Footing::Research,
            "respectful",
            ["de bejegening is respectvol", "people are treated with respect"],
            ["Is de bejegening respectvol?", "Is the treatment respectful?"],
            Source::facts(&["TEG-72", "TEG-179"]),
        ),
        row(
            Footing::Research,
            "prospect_of_work",
            ["er is uitzicht op werk", "there is a prospect of work"],
            ["Is er uitzicht op werk?", "Is there a prospect of work?"],
            Source::facts(&["TEG-72", "TEG-178"]),
        ),
        row(
            Footing::Research,
            "not_a_cut_job",
            ["geen plek in eerder wegbezuinigd werk", "no place in work that was cut before"],
            ["Is het geen werk dat eerder is wegbezuinigd?", "Is it no work that was cut before?"],
            Source::facts(&["TEG-72"]),
        ),
        row(
            Footing::Research,
            "no_suspicion",
            ["geen uitspraken die mensen verdacht maken", "no statements that put people under suspicion"],
            [
                "Zijn er geen uitspraken die mensen met een uitkering verdacht maken?",
                "Are there no statements that put people on benefit under suspicion?",
            ],
            Source::facts(&["TEG-72", "TEG-201"]),
        ),
        row(
            Footing::Research,
            "informed",
            ["de persoon kent rechten en plichten", "the person knows rights and duties"],
            ["Kent deze persoon de rechten en plichten?", "Does this person know the rights and duties?"],
            Source::facts(&["TEG-195", "TEG-121"]),
        ),
        row(
            Footing::Research,
            "costs_covered",
            [
                "reiskosten, opvang en VOG zijn geregeld",
                "travel, childcare and certificate of conduct are paid for",
            ],
            [
                "Zijn reiskosten, opvang en VOG geregeld?",
                "Are travel costs, childcare and the certificate of conduct arranged?",
            ],
            Source::facts(&["TEG-50", "TEG-126"]),
        ),
    ];
    let mut rows: Vec<Row> = law_rows.into_iter().chain(others).collect();
    for row in rows.iter_mut().filter(|row| row.clause.code == "ordinance_in_force") {
        row.validity = PARTICIPATION;
    }
    rows
});
