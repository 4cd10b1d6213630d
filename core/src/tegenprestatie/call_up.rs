//! Who was called up in Rotterdam in 2013 and 2014: practice as a study describes it, not law.

use crate::decide::{Answer, Condition, Decision, Facts, Input, Outcome, Rule};
use crate::document::{Document, Reader};
use crate::{Error, Label, Source, Vocabulary};
use std::sync::LazyLock;

crate::vocabulary! {
    /// What the practice of Rotterdam in 2013 and 2014 comes to for someone in the file.
    ///
    /// # Source
    /// TEG-21, TEG-40…42, TEG-50, TEG-51
    pub enum CallUp: "call-up in practice", "oproep in de praktijk", ["TEG-40", "TEG-42"] {
        /// In principle not called up.
        InPrincipleNot = "in-principle-not": "in beginsel niet opgeroepen", "in principle not called up", ["TEG-40"],
        /// Often not called up.
        OftenNot = "often-not": "vaak niet opgeroepen", "often not called up", ["TEG-41"],
        /// It can be decided not to activate someone.
        MayBeLeft = "may-be-left": "men kan besluiten niet te activeren", "it can be decided not to activate", ["TEG-50"],
        /// Called up to show an agreement, or to conclude one.
        ToShowAgreement = "to-show-agreement": "wel opgeroepen: om een vrijwilligersovereenkomst te laten zien of alsnog te sluiten", "called up: to show a volunteer agreement, or still to conclude one", ["TEG-42"],
        /// Called up as far as caseload and capacity allow.
        AsCapacityAllows = "as-capacity-allows": "opgeroepen, voor zover caseload en capaciteit het toelaten", "called up, as far as caseload and capacity allow", ["TEG-21", "TEG-51"],
    }
}

/// Someone in the file of the activation consultant: what is known.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InFile {
    /// What is known, by question.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::shape::CallUpFacts>"))]
    facts: Facts,
}

impl InFile {
    /// The same with one more answer.
    ///
    /// # Errors
    /// `undefined` when there is no such question, `wrong-kind` when it has no such answer.
    pub fn with(self, input: &str, answer: bool) -> Result<Self, Error> {
        Ok(Self { facts: super::answered(&self.facts, inputs(), input, answer.into())? })
    }
}

impl Document for InFile {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let facts = reader.fields(&["facts"])?.maybe("facts", |facts| Facts::read(facts, inputs()));
        Some(Self { facts: facts?.unwrap_or_default() })
    }
}

/// Says whether someone would have been called up in the practice the study describes. It is no rule of law.
///
/// ```
/// use meedoen::tegenprestatie::{InFile, call_up};
/// let volunteer = InFile::default().with("already_volunteers", true)?;
/// assert!(call_up(&volunteer).possible.contains(&"to-show-agreement".into()));
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// TEG-21, TEG-40…42, TEG-50, TEG-51
pub fn call_up(person: &InFile) -> Answer {
    PRACTICE.answer(&person.facts)
}

/// The questions, in order.
pub(super) fn inputs() -> &'static [Input] {
    PRACTICE.inputs()
}

static PRACTICE: LazyLock<Decision> = LazyLock::new(|| {
    let ask = |name, nl, en, facts| Input::truth(name, Label::of(nl, en), Source::facts(facts));
    let (yes, any) = (Condition::yes, Condition::any);
    let rule = |outcome: CallUp, code, nl, en, when, facts| {
        Rule::new(outcome.code(), code, Label::of(nl, en), when, Source::facts(facts))
    };
    Decision::builtin(
        vec![
            ask(
                "reintegration_track",
                "Zit deze persoon in een re-integratietraject?",
                "Is this person in a re-integration track?",
                &["TEG-40"],
            ),
            ask("almost_pension_age", "Is deze persoon bijna 65?", "Is this person almost 65?", &["TEG-41"]),
            ask(
                "small_distance",
                "Is de afstand tot de arbeidsmarkt heel klein?",
                "Is the distance to the labour market very small?",
                &["TEG-41"],
            ),
            ask(
                "part_time_work",
                "Werkt deze persoon in deeltijd?",
                "Does this person work part-time?",
                &["TEG-41"],
            ),
            ask(
                "travel_costs_bar",
                "Zijn reiskosten een belemmering?",
                "Are travel costs a barrier?",
                &["TEG-50"],
            ),
            ask(
                "already_volunteers",
                "Doet deze persoon al vrijwilligerswerk?",
                "Does this person volunteer already?",
                &["TEG-42"],
            ),
        ],
        CallUp::ALL.iter().map(|one| Outcome::new(one.code(), one.label())).collect(),
        vec![
            rule(
                CallUp::InPrincipleNot,
                "in-reintegration",
                "zit al in een re-integratietraject",
                "is in a re-integration track already",
                yes("reintegration_track"),
                &["TEG-40"],
            ),
            rule(
                CallUp::OftenNot,
                "almost-out-or-in-work",
                "bijna 65, een heel kleine afstand tot de arbeidsmarkt, of werk in deeltijd",
                "almost 65, a very small distance to the labour market, or part-time work",
                any([yes("almost_pension_age"), yes("small_distance"), yes("part_time_work")]),
                &["TEG-41"],
            ),
            rule(
                CallUp::MayBeLeft,
                "travel-costs",
                "reiskosten zijn een belemmering",
                "travel costs are a barrier",
                yes("travel_costs_bar"),
                &["TEG-50"],
            ),
            rule(
                CallUp::ToShowAgreement,
                "already-volunteers",
                "doet al vrijwilligerswerk, ook als dat bekend is",
                "volunteers already, also when that is known",
                yes("already_volunteers"),
                &["TEG-42"],
            ),
            Rule::otherwise(
                CallUp::AsCapacityAllows.code(),
                "as-many-as-possible",
                Label::of(
                    "zo veel mogelijk mensen, binnen budget en capaciteit",
                    "as many people as possible, within budget and capacity",
                ),
                Source::facts(&["TEG-21", "TEG-51"]),
            ),
        ],
    )
});

#[cfg(test)]
mod tests {
    #[test]
    fn the_decision_fits_together() {
        super::PRACTICE.check().unwrap();
    }
}
