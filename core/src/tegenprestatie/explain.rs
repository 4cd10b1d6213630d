//! The answer in sentences, for the person concerned and for the official; every sentence with its article or fact.

use super::ground::{decisions, ground};
use super::person::QUESTIONS;
use super::{Duty, DutyAnswer, DutyQuestion, DutyStatus, Regime, duty};
use crate::decide::{Instead, Name, OtherAnswer, Truth};
use crate::document::{Document, Reader};
use crate::label::capital;
use crate::number::plain;
use crate::{Error, Label, Source, Value, Vocabulary};
use serde::Serialize;

crate::vocabulary! {
    /// For whom an explanation is.
    ///
    /// # Source
    /// TEG-195: people are not well aware of their rights and duties, and are told by word of mouth.
    pub enum Audience: "audience", "publiek", ["TEG-195"] {
        /// The person concerned: short sentences, plain words.
        Person = "person": "voor de persoon zelf", "for the person concerned", ["TEG-195"],
        /// The official: terms of the law, every ground.
        Official = "official": "voor de uitvoerder", "for the official", ["GEN-14"],
    }
}

/// An answer in sentences.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explanation {
    /// For whom it is.
    pub audience: Audience,
    /// What the law says, `None` while more than one is possible.
    pub outcome: Option<DutyStatus>,
    /// The explanation, sentence by sentence.
    pub sentences: Vec<Sentence>,
    /// What would change the answer: one other answer at a time.
    pub changes: Vec<OtherAnswer>,
}

/// A sentence, and where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sentence {
    /// What it is about: `regime`, `outcome`, `ground`, `missing`, `change`, `unknown-part`, `other-view` or `rights`.
    pub about: &'static str,
    /// The sentence.
    pub text: Label,
    /// Its article or fact.
    pub source: Source,
}

/// A duty to explain, and for whom.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ToExplain {
    /// For whom; the person concerned unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Audience>"))]
    pub audience: Audience,
    /// What is asked.
    pub question: DutyQuestion,
}

impl Document for ToExplain {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["audience", "question"])?;
        let audience = fields.maybe("audience", Reader::code);
        let question = fields.required("question").and_then(|question| DutyQuestion::read(&question));
        Some(Self { audience: audience?.unwrap_or(Audience::Person), question: question? })
    }
}

/// Explains what the law says of a duty: what it comes to and why, what is not known, and what would change it.
///
/// ```
/// use meedoen::tegenprestatie::{Audience, Duty, DutyQuestion, Person, ToExplain, explain};
/// let person = Person::on("2020-05-01".parse().unwrap()).with("age", 17.0)?.with("benefit", "social-assistance")?;
/// let question = DutyQuestion { duty: Duty::Tegenprestatie, person };
/// let explanation = explain(&ToExplain { audience: Audience::Person, question })?;
/// assert!(explanation.sentences.iter().any(|one| one.text.en.contains("younger than 18")));
/// assert!(explanation.sentences.iter().all(|one| !one.source.references().is_empty()));
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Errors
/// As [`Regime::on`].
pub fn explain(to_explain: &ToExplain) -> Result<Explanation, Error> {
    let question = &to_explain.question;
    let answer = duty(question)?;
    let law_date = answer.regime.law_date(answer.date);
    let decision = decisions(question.duty).and_then(|decisions| decisions.on(law_date));
    let changes = decision.map_or_else(Vec::new, |decision| decision.changes(&question.person.known()));
    let voice = Voice { answer: &answer, law_date };
    let mut sentences = voice.regime();
    match to_explain.audience {
        Audience::Person => {
            sentences.extend(voice.to_person());
            sentences.extend(
                changes
                    .iter()
                    .filter(|change| change.was.is_some())
                    .map(|change| change_sentence(change, true)),
            );
            sentences.push(voice.rights());
        }
        Audience::Official => {
            sentences.extend(voice.to_official());
            sentences.extend(changes.iter().map(|change| change_sentence(change, false)));
            sentences.extend(
                answer
                    .other_views
                    .iter()
                    .map(|view| sentence("other-view", ended(&view.text), view.source.clone())),
            );
        }
    }
    Ok(Explanation { audience: to_explain.audience, outcome: answer.outcome, sentences, changes })
}

/// An answer being put into sentences.
struct Voice<'a> {
    answer: &'a DutyAnswer,
    law_date: chrono::NaiveDate,
}

impl Voice<'_> {
    fn regime(&self) -> Vec<Sentence> {
        let (regime, date) = (&self.answer.regime, self.answer.date);
        let text = Label::said(
            format_args!(
                "Dit gaat over de {} op {date}, volgens: {}.",
                self.answer.duty.label().nl,
                regime.label.nl
            ),
            format_args!(
                "This is about the {} on {date}, under: {}.",
                self.answer.duty.label().en,
                regime.label.en
            ),
        );
        let mut sentences = vec![sentence("regime", text, regime.regime.source())];
        let notes =
            regime.notes.iter().map(|note| sentence("regime", ended(&note.text), note.source.clone()));
        sentences.extend(notes);
        sentences.extend(regime.unknown_parts.iter().map(|part| {
            let text = Label::said(
                format_args!("Niet bekend is {}.", part.text.nl),
                format_args!("Not known is {}.", part.text.en),
            );
            sentence("unknown-part", text, part.source.clone())
        }));
        sentences
    }

    fn to_person(&self) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        if let (Some(_), Some(reason)) = (self.answer.outcome, self.answer.reasons.first()) {
            let text = ground(&reason.code, self.law_date)
                .map_or_else(|| ended(&reason.text), |ground| ground.to_person.clone());
            sentences.push(sentence("ground", text, reason.source.clone()));
            return sentences;
        }
        let text = Label::of(
            "Wat er voor u geldt is nog niet te zeggen. Dat hangt af van de volgende vragen.",
            "What applies to you cannot be said yet. It depends on the following questions.",
        );
        sentences.push(sentence("outcome", text, self.answer.duty.source()));
        let first = self.answer.next_question.as_ref().map(|question| &question.input);
        let others = self.answer.missing.iter().filter(|name| Some(*name) != first);
        for name in first.into_iter().chain(others) {
            if let Some(question) = QUESTIONS.iter().find(|question| question.input.name == *name) {
                sentences.push(sentence(
                    "missing",
                    question.to_person.clone(),
                    question.input.source.clone(),
                ));
            }
        }
        sentences
    }

    fn to_official(&self) -> Vec<Sentence> {
        let label = &self.answer.label;
        let text = match self.answer.outcome {
            Some(_) => {
                Label::said(format_args!("Uitkomst: {}.", label.nl), format_args!("Outcome: {}.", label.en))
            }
            None => Label::said(
                format_args!("Nog mogelijk: {}.", label.nl),
                format_args!("Still possible: {}.", label.en),
            ),
        };
        let mut sentences = vec![sentence("outcome", text, Source::facts(&["GEN-11", "GEN-14", "TEG-49"]))];
        for judged in &self.answer.grounds {
            let verdict = judged.truth.label();
            let because = if judged.truth == Truth::Unknown {
                let open = QUESTIONS.iter().filter(|one| judged.missing.contains(&one.input.name));
                let open: Vec<Label> = open.map(|one| one.input.question.clone()).collect();
                // Nothing that can be asked would settle it.
                if open.is_empty() {
                    Label::of("", "")
                } else {
                    Label::join([&Label::of("niet bekend:", "not known:"), &Label::join(&open, " ")], " ")
                }
            } else {
                let given =
                    judged.rests_on.iter().map(|one| Label::join([&one.label, &one.value_label], " "));
                Label::join(&given.collect::<Vec<_>>(), "; ")
            };
            let within = |text: &str| if text.is_empty() { String::new() } else { format!(" ({text})") };
            let text = Label::said(
                format_args!("{}: {}{}.", capital(&verdict.nl), judged.text.nl, within(&because.nl)),
                format_args!("{}: {}{}.", capital(&verdict.en), judged.text.en, within(&because.en)),
            );
            sentences.push(sentence("ground", text, judged.source.clone()));
        }
        sentences
    }

    fn rights(&self) -> Sentence {
        let balance = self.answer.regime.regime == Regime::Balance;
        let text = if balance || self.answer.duty != Duty::Tegenprestatie {
            Label::of(
                "Dit is uitleg en geen besluit. Vraag de gemeente om uitleg op papier.",
                "This is an explanation and no decision. Ask the municipality for an explanation in writing.",
            )
        } else {
            Label::of(
                "Dit is uitleg en geen besluit. Alleen de gemeente kan u een tegenprestatie opdragen. Vraag om uitleg op papier.",
                "This is an explanation and no decision. Only the municipality can assign you a tegenprestatie. Ask for an explanation in writing.",
            )
        };
        sentence("rights", text, Source::facts(&["TEG-195", "TEG-26", "GEN-11"]))
    }
}

/// One other answer, and where it leads.
fn change_sentence(change: &OtherAnswer, to_person: bool) -> Sentence {
    let asked = QUESTIONS.iter().find(|question| question.input.name == change.input);
    let question = asked.filter(|_| to_person).map_or(&change.question, |question| &question.to_person);
    let value = instead(&change.would_be, &change.input);
    let outcomes = change.possible.iter().filter_map(|code| DutyStatus::from_code(code).ok());
    let outcomes: Vec<Label> = outcomes.map(DutyStatus::label).collect();
    let outcomes = Label::join(&outcomes, " / ");
    let text = Label::said(
        format_args!("Is het antwoord op “{}” {}, dan: {}.", question.nl, value.nl, outcomes.nl),
        format_args!("If the answer to “{}” is {}, then: {}.", question.en, value.en, outcomes.en),
    );
    sentence("change", text, change.source.clone())
}

fn sentence(about: &'static str, text: Label, source: Source) -> Sentence {
    Sentence { about, text, source }
}

/// A text as a sentence.
fn ended(text: &Label) -> Label {
    Label::said(format_args!("{}.", capital(&text.nl)), format_args!("{}.", capital(&text.en)))
}

/// An answer in words.
fn instead(instead: &Instead, input: &Name) -> Label {
    let bound = |nl: &str, en: &str, bound: Option<f64>| {
        let bound = plain(bound?);
        Some(Label::said(format_args!("{nl} {}", bound.nl), format_args!("{en} {}", bound.en)))
    };
    match &instead.value {
        None => {
            let bounds = [
                bound("ten minste", "at least", instead.at_least),
                bound("minder dan", "less than", instead.below),
            ];
            let bounds: Vec<Label> = bounds.into_iter().flatten().collect();
            bounds
                .into_iter()
                .reduce(|low, high| {
                    Label::new(format!("{} en {}", low.nl, high.nl), format!("{} and {}", low.en, high.en))
                })
                .unwrap_or_else(|| Label::of("", ""))
        }
        Some(Value::Truth(true)) => Label::of("ja", "yes"),
        Some(Value::Truth(false)) => Label::of("nee", "no"),
        Some(value) => {
            let code = value.to_string();
            let asked = QUESTIONS.iter().find(|question| question.input.name == *input);
            let choice = asked.and_then(|question| match &question.input.kind {
                crate::decide::InputKind::Choice { choices } => {
                    choices.iter().find(|choice| choice.code == code)
                }
                _ => None,
            });
            choice.map_or_else(|| Label::new(code.clone(), code.clone()), |choice| choice.label.clone())
        }
    }
}
