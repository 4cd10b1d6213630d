//! The language requirement beside the duties: what article 18b says of someone's Dutch, never that it follows.

use super::law::{Version, day, law, span};
use super::views::view;
use crate::decide::{Condition, Decision, Facts, Input, Judgement, Name, Outcome, Question, Rule, Validity};
use crate::document::{Document, Reader};
use crate::{Error, Label, Reason, Source, Vocabulary};
use chrono::NaiveDate;
use serde::Serialize;
use std::sync::LazyLock;

crate::vocabulary! {
    /// What article 18b says of someone's Dutch, as far as is known. None of it is a decision.
    ///
    /// # Source
    /// Participatiewet art. 18b
    pub enum LanguageStatus: "status of the language requirement", "stand van de taaleis", ["PUB-70"] {
        /// The article was in no law yet.
        NotInForce = "not-in-force": "de taaleis staat nog niet in de wet", "the language requirement is not in the law yet", [],
        /// The level has been shown.
        LevelShown = "level-shown": "het niveau is aangetoond", "the level has been shown", [],
        /// The article attaches nothing to it, as things stand.
        NothingFollows = "nothing-follows": "artikel 18b verbindt er nu geen gevolg aan", "article 18b attaches no consequence to it now", [],
        /// The article names the first reduction.
        First = "names-20-percent": "artikel 18b noemt 20 procent verlaging, zes maanden lang", "article 18b names a reduction of 20 percent, for six months", [],
        /// The article names the second reduction.
        Second = "names-40-percent": "artikel 18b noemt 40 procent verlaging, de zes maanden daarna", "article 18b names a reduction of 40 percent, the six months after that", [],
        /// The article names the third reduction.
        Third = "names-100-percent": "artikel 18b noemt 100 procent verlaging, na twaalf maanden", "article 18b names a reduction of 100 percent, after twelve months", [],
        /// The text of the article was not read.
        NotKnown = "not-known": "niet te zeggen: de taaleis blijft, maar de tekst vanaf 2027 is hier niet bekend", "cannot be said: the requirement remains, but its text from 2027 is not known here", ["PUB-70"],
    }
}

/// The days of which the article was read: since it is in force.
const IN_FORCE: Validity = span(day(2016, 1, 1), day(2026, 12, 31));

/// Someone's Dutch on a date: what is known.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dutch {
    /// The date on which the law is applied.
    pub date: NaiveDate,
    /// What is known, by question.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::shape::LanguageFacts>"))]
    facts: Facts,
}

/// What the article says, as far as is known.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LanguageAnswer {
    /// The date on which the law is applied.
    pub date: NaiveDate,
    /// What the article says, `None` while more than one is possible.
    pub outcome: Option<LanguageStatus>,
    /// Everything that is possible, in order.
    pub possible: Vec<LanguageStatus>,
    /// The answer in words.
    pub label: Label,
    /// Why: the fewest facts that leave just this.
    pub reasons: Vec<Reason>,
    /// The questions whose answers still bear on it.
    pub missing: Vec<Name>,
    /// The question that narrows it most.
    pub next_question: Option<Question>,
    /// Each rule of the article with what is known of it.
    pub rules: Vec<Judgement>,
    /// What to know beside it.
    pub remarks: Vec<Reason>,
}

impl Dutch {
    /// Nothing is known yet.
    pub fn on(date: NaiveDate) -> Self {
        Self { date, facts: Facts::default() }
    }

    /// The same with one more answer.
    ///
    /// # Errors
    /// `undefined` when there is no such question, `wrong-kind` or `outside-range` when it has no such answer.
    pub fn with(self, input: &str, answer: impl Into<crate::Value>) -> Result<Self, Error> {
        Ok(Self { facts: super::answered(&self.facts, inputs(), input, answer.into())?, ..self })
    }
}

impl Document for Dutch {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["date", "facts"])?;
        let date = fields.required("date").and_then(|date| date.date());
        let facts = fields.maybe("facts", |facts| Facts::read(facts, inputs()));
        Some(Self { date: date?, facts: facts?.unwrap_or_default() })
    }
}

/// Says what the language requirement of article 18b says: the level, the steps it names and what stops them. It lowers
/// nothing: that is a decision of the college about a person.
///
/// ```
/// use meedoen::tegenprestatie::{Dutch, LanguageStatus, language_requirement};
/// let untested = Dutch::on("2020-05-01".parse().unwrap()).with("tested", false)?.with("level_shown", false)?;
/// assert_eq!(language_requirement(&untested).outcome, Some(LanguageStatus::NothingFollows));
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// Participatiewet art. 18b, PUB-70
pub fn language_requirement(dutch: &Dutch) -> LanguageAnswer {
    let answer = IN_FORCE.holds_on(dutch.date).then(|| REQUIREMENT.answer(&dutch.facts));
    let otherwise = || {
        let before = dutch.date < IN_FORCE.valid_from;
        vec![if before { LanguageStatus::NotInForce } else { LanguageStatus::NotKnown }]
    };
    let possible: Vec<LanguageStatus> = answer.as_ref().map_or_else(otherwise, |answer| {
        answer.possible.iter().filter_map(|code| LanguageStatus::from_code(code).ok()).collect()
    });
    let (reasons, missing, next_question, rules) = match answer {
        Some(answer) => (answer.reasons, answer.missing, answer.next_question, answer.rules),
        None => Default::default(),
    };
    let labels: Vec<Label> = possible.iter().map(|one| one.label()).collect();
    LanguageAnswer {
        date: dutch.date,
        outcome: if let [only] = possible.as_slice() { Some(*only) } else { None },
        label: Label::join(&labels, " / "),
        possible,
        reasons,
        missing,
        next_question,
        rules,
        remarks: remarks(),
    }
}

fn article() -> Source {
    law(Version::January2025, &["18b"], &[])
}

fn remarks() -> Vec<Reason> {
    let note = |code: &'static str, nl, en| Reason::new(code, Label::of(nl, en), Vec::new(), article());
    vec![
        note(
            "level-and-skills",
            "het gaat om niveau 1F in vijf vaardigheden",
            "it is about level 1F in five skills",
        ),
        note(
            "notice-in-eight-weeks",
            "het college laat binnen acht weken weten dat het niveau niet genoeg is",
            "the college gives notice within eight weeks that the level is not enough",
        ),
        note(
            "start-within-a-month",
            "wie binnen een maand begint met leren en vooruitgaat, krijgt geen verlaging",
            "whoever starts learning within a month and makes progress gets no reduction",
        ),
        view(
            "kept-in-2027",
            "de taaleis blijft in de Participatiewet in balans; voor taalaanbod komt vanaf 2027 geld bij",
            "the language requirement is kept in the Participation Act in balance; from 2027 there is more money for language courses",
            &["PUB-70"],
        ),
    ]
}

/// The questions, in order.
pub(super) fn inputs() -> &'static [Input] {
    REQUIREMENT.inputs()
}

static REQUIREMENT: LazyLock<Decision> = LazyLock::new(|| {
    let ask = |name, nl, en| Input::truth(name, Label::of(nl, en), article());
    let rule = |outcome: LanguageStatus, code, nl, en, when| {
        Rule::new(outcome.code(), code, Label::of(nl, en), when, article())
    };
    let months = |bound| Condition::AtLeast("months".into(), bound);
    let months_passed = Input::number(
        "months",
        Label::of(
            "Hoeveel maanden zijn er om sinds de eerste verlaging inging?",
            "How many months have passed since the first reduction took effect?",
        ),
        (0.0, 1200.0),
        Label::of("maanden", "months"),
        article(),
    );
    let open: Vec<LanguageStatus> = LanguageStatus::ALL
        .iter()
        .copied()
        .filter(|one| !matches!(one, LanguageStatus::NotInForce | LanguageStatus::NotKnown))
        .collect();
    Decision::builtin(
        vec![
            ask(
                "level_shown",
                "Is aangetoond dat deze persoon Nederlands kent op niveau 1F, in alle vijf vaardigheden?",
                "Has it been shown that this person has Dutch at level 1F, in all five skills?",
            ),
            ask(
                "tested",
                "Is met een toets vastgesteld dat het niveau niet genoeg is?",
                "Has a test established that the level is not enough?",
            ),
            ask(
                "progress",
                "Gaat deze persoon vooruit met het Nederlands?",
                "Is this person making progress with Dutch?",
            ),
            ask("blameless", "Ontbreekt verwijtbaarheid?", "Is there no blame?"),
            months_passed,
        ],
        open.iter().map(|one| Outcome::new(one.code(), one.label())).collect(),
        vec![
            rule(
                LanguageStatus::LevelShown,
                "level-shown",
                "niveau 1F is aangetoond in alle vijf vaardigheden",
                "level 1F has been shown in all five skills",
                Condition::yes("level_shown"),
            ),
            rule(
                LanguageStatus::NothingFollows,
                "no-test",
                "zonder toets is er geen verlaging",
                "without a test there is no reduction",
                Condition::no("tested"),
            ),
            rule(
                LanguageStatus::NothingFollows,
                "progress",
                "wie vooruitgaat krijgt geen verlaging",
                "whoever makes progress gets no reduction",
                Condition::yes("progress"),
            ),
            rule(
                LanguageStatus::NothingFollows,
                "blameless",
                "zonder verwijtbaarheid is er geen verlaging",
                "without blame there is no reduction",
                Condition::yes("blameless"),
            ),
            rule(
                LanguageStatus::Third,
                "after-twelve-months",
                "na twaalf maanden noemt het artikel 100 procent",
                "after twelve months the article names 100 percent",
                months(12.0),
            ),
            rule(
                LanguageStatus::Second,
                "next-six-months",
                "na zes maanden noemt het artikel 40 procent",
                "after six months the article names 40 percent",
                months(6.0),
            ),
            Rule::otherwise(
                LanguageStatus::First.code(),
                "first-six-months",
                Label::of(
                    "de eerste zes maanden noemt het artikel 20 procent",
                    "the first six months the article names 20 percent",
                ),
                article(),
            ),
        ],
    )
});

#[cfg(test)]
mod tests {
    use super::{Dutch, LanguageStatus, REQUIREMENT, language_requirement};

    #[test]
    fn the_decision_fits_together() {
        REQUIREMENT.check().unwrap();
    }

    #[test]
    fn the_steps_begin_at_six_and_twelve_months() {
        let lacking = Dutch::on("2020-05-01".parse().unwrap());
        let lacking = ["level_shown", "progress", "blameless"]
            .into_iter()
            .fold(lacking, |dutch, input| dutch.with(input, false).unwrap())
            .with("tested", true)
            .unwrap();
        let after =
            |months: f64| language_requirement(&lacking.clone().with("months", months).unwrap()).outcome;
        assert_eq!(after(5.9), Some(LanguageStatus::First));
        assert_eq!(after(6.0), Some(LanguageStatus::Second));
        assert_eq!(after(12.0), Some(LanguageStatus::Third));
    }
}
