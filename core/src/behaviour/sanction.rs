//! The two decisions the sources describe over a set of interventions: when announcing a sanction backfires,
//! and what the field of forces around a person is.

use super::{Determinant, InterventionSet, Profile, Standing, Thresholds};
use super::{Intervention, Role};
use crate::decide::{Answer, Clause, Condition, Decision, Facts, Input, Judgement, Outcome, Rule};
use crate::{Label, Reason, Source, Vocabulary};
use std::sync::LazyLock;

crate::vocabulary! {
    /// What the sources let one say of announcing a sanction to this person.
    ///
    /// # Source
    /// IBM-43…48
    pub enum SanctionWarning: "sanction warning", "waarschuwing bij een sanctie", ["IBM-45", "IBM-47"] {
        /// No sanction is announced in this set.
        NotAnnounced = "not-announced": "er wordt geen sanctie aangekondigd", "no sanction is announced", [],
        /// The client may block rather than change.
        MayBlock = "may-block": "waarschuwing: de klant kan eerder blokkeren dan veranderen", "warning: the client may block rather than change", ["IBM-45", "IBM-46", "IBM-47"],
        /// The sources describe no case like this.
        NotCovered = "not-covered": "de bron beschrijft dit geval niet", "the source does not cover this case", ["IBM-47"],
    }
}

crate::vocabulary! {
    /// What the professionals around a person form together.
    ///
    /// # Source
    /// IBM-52
    pub enum ForceField: "field of forces", "krachtenveld", ["IBM-52"] {
        /// The combination the source describes: each role adds what the others lack.
        Stimulating = "stimulating-and-effective": "stimulerend en effectief krachtenveld", "stimulating and effective field of forces", [],
        /// A sanction alone, for someone it will rather block.
        Paralysing = "paralysing-and-confusing": "verlammend en verwarrend krachtenveld", "paralysing and confusing field of forces", [],
        /// The sources describe no set like this.
        NotCovered = "not-covered": "de bron beschrijft deze combinatie niet", "the source does not cover this combination", ["IBM-47", "IBM-61"],
    }
}

const SANCTION: &str = "sanction_announced";
const ALONE: &str = "nothing_else_done";
const ALTERNATIVES: &str = "alternatives_made_visible";
const BELIEF: &str = "belief_strengthened";
const BARRIERS: &str = "barriers_removed";

/// A condition on a determinant under which announcing a sanction alone backfires.
struct OnPerson {
    input: &'static str,
    determinant: Determinant,
    code: &'static str,
    /// The best standing that still meets it.
    at_best: Standing,
    text: Label,
}

/// The three conditions, all of which must hold. “Doubtful” is mixed or worse: that someone whose attitude is worse
/// than doubtful is covered too is our reading.
const CONDITIONS: [OnPerson; 3] = [
    OnPerson {
        input: "attitude",
        determinant: Determinant::Attitude,
        code: "attitude-doubtful",
        at_best: Standing::Mixed,
        text: Label::of("de houding is twijfelend (of slechter)", "the attitude is doubtful (or worse)"),
    },
    OnPerson {
        input: "self_efficacy",
        determinant: Determinant::SelfEfficacy,
        code: "belief-very-low",
        at_best: Standing::StronglyHindering,
        text: Label::of("het geloof in eigen kunnen is zeer laag", "belief in own ability is very low"),
    },
    OnPerson {
        input: "context",
        determinant: Determinant::Context,
        code: "context-very-stressful",
        at_best: Standing::StronglyHindering,
        text: Label::of("de context is zeer stressvol", "the context is very stressful"),
    },
];

impl OnPerson {
    fn when(&self) -> Condition {
        let met = Standing::ALL.iter().filter(|&&one| one <= self.at_best).map(|one| one.code());
        Condition::one_of(self.input, met)
    }
}

static WARNING: LazyLock<Decision> = LazyLock::new(|| {
    let outcomes = SanctionWarning::ALL.iter().map(|one| Outcome::new(one.code(), one.label()));
    Decision::builtin(
        inputs(),
        outcomes.collect(),
        vec![
            Rule::new(
                SanctionWarning::NotAnnounced.code(),
                "no-sanction",
                Label::of(
                    "de inkomensconsulent kondigt geen sanctie aan",
                    "the income consultant announces no sanction",
                ),
                Condition::no(SANCTION),
                Source::facts(&["IBM-43"]),
            ),
            Rule::new(
                SanctionWarning::MayBlock.code(),
                "sanction-alone-may-block",
                backfire_text(),
                backfires(),
                backfire_source(),
            ),
            Rule::otherwise(
                SanctionWarning::NotCovered.code(),
                "not-covered",
                Label::of(
                    "de bron zegt alleen iets over een sanctie zonder andere hulp bij een twijfelende houding, zeer laag geloof in eigen kunnen en een zeer stressvolle context samen",
                    "the source only speaks of a sanction without other help under a doubtful attitude, very low belief in own ability and a very stressful context together",
                ),
                Source::facts(&["IBM-44", "IBM-45", "IBM-47"]),
            ),
        ],
    )
});

static FIELD: LazyLock<Decision> = LazyLock::new(|| {
    let outcomes = ForceField::ALL.iter().map(|one| Outcome::new(one.code(), one.label()));
    Decision::builtin(
        inputs(),
        outcomes.collect(),
        vec![
            Rule::new(
                ForceField::Stimulating.code(),
                "combination-of-three-roles",
                Label::of(
                    "de inkomensconsulent kondigt een mogelijke sanctie aan, de klantmanager maakt alternatieven zichtbaar en versterkt het geloof in eigen kunnen, en de accountmanager neemt praktische belemmeringen weg voor een concrete vacature",
                    "the income consultant announces a possible sanction, the client manager makes alternatives visible and strengthens belief in own ability, and the account manager removes practical barriers for a concrete vacancy",
                ),
                Condition::all([SANCTION, ALTERNATIVES, BELIEF, BARRIERS].map(Condition::yes)),
                Source::facts(&["IBM-48", "IBM-49", "IBM-50", "IBM-51", "IBM-52"]),
            ),
            Rule::new(
                ForceField::Paralysing.code(),
                "sanction-alone-may-block",
                backfire_text(),
                backfires(),
                backfire_source(),
            ),
            Rule::otherwise(
                ForceField::NotCovered.code(),
                "not-covered",
                Label::of(
                    "de bron beschrijft alleen de combinatie van de drie rollen, en een sanctie alleen",
                    "the source only describes the combination of the three roles, and a sanction alone",
                ),
                Source::facts(&["IBM-47", "IBM-52", "IBM-61"]),
            ),
        ],
    )
});

/// What can be said of announcing a sanction.
pub(super) fn warning(profile: &Profile, set: &InterventionSet) -> Answer {
    WARNING.answer(&facts(profile, set))
}

/// What can be said of the field of forces.
pub(super) fn field(profile: &Profile, set: &InterventionSet) -> Answer {
    FIELD.answer(&facts(profile, set))
}

/// The conditions of the warning one by one: that nothing else is done, and the three on the person.
pub(super) fn conditions(profile: &Profile, set: &InterventionSet) -> Vec<Judgement> {
    let facts = facts(profile, set);
    let alone = Clause::new(
        "nothing-else-done",
        Label::of("er gebeurt verder niets", "nothing else is done"),
        Condition::yes(ALONE),
        backfire_source(),
    );
    let on_person =
        CONDITIONS.map(|one| Clause::new(one.code, one.text.clone(), one.when(), backfire_source()));
    let clauses = std::iter::once(alone).chain(on_person);
    clauses.map(|clause| clause.judge(WARNING.inputs(), &facts)).collect()
}

/// When announcing a sanction and nothing else makes someone block: the score below which each condition holds, and why.
/// The three conditions are on determinants of which more supports the behaviour.
pub(super) fn backfire(thresholds: &Thresholds) -> ([(Determinant, f64); 3], Reason) {
    let below = CONDITIONS.map(|one| {
        let bound = match one.at_best {
            Standing::StronglyHindering => thresholds.strongly_hindering_below,
            Standing::Hindering => thresholds.hindering_below,
            Standing::Mixed => thresholds.mixed_below,
            Standing::Supporting => thresholds.supporting_below,
            Standing::StronglySupporting => f64::INFINITY,
        };
        (one.determinant, bound)
    });
    (below, Reason::new("sanction-alone-may-block", backfire_text(), Vec::new(), backfire_source()))
}

/// Announced alone, and the three conditions together.
fn backfires() -> Condition {
    let set = [SANCTION, ALONE].map(Condition::yes).into_iter();
    Condition::all(set.chain(CONDITIONS.map(|one| one.when())))
}

fn backfire_text() -> Label {
    Label::of(
        "alleen een sanctie aankondigen, bij een twijfelende houding, een zeer laag geloof in eigen kunnen en een zeer stressvolle context: in het voorbeeld van de bron blokkeert de klant dan eerder",
        "announcing a sanction and nothing else, under a doubtful attitude, a very low belief in own ability and a very stressful context: in the example of the source the client then rather blocks",
    )
}

fn backfire_source() -> Source {
    Source::facts(&["IBM-45", "IBM-46", "IBM-47"])
}

fn inputs() -> Vec<Input> {
    let done = |name, role: Role, intervention: Intervention| {
        let (role, done) = (role.label(), intervention.label());
        let question = Label::said(
            format_args!("Doet de {} dit: {}?", role.nl, done.nl),
            format_args!("Does the {} do this: {}?", role.en, done.en),
        );
        Input::truth(name, question, intervention.source())
    };
    let standings = CONDITIONS.map(|OnPerson { input, determinant: one, .. }| {
        Input::choice::<Standing>(input, one.question(), one.source()).called(one.label())
    });
    let set = [
        done(SANCTION, Role::IncomeConsultant, Intervention::AnnounceSanction),
        Input::truth(
            ALONE,
            Label::of("Gebeurt er verder niets?", "Is nothing else done?"),
            Source::facts(&["IBM-45"]),
        ),
        done(ALTERNATIVES, Role::ClientManager, Intervention::MakeAlternativesVisible),
        done(BELIEF, Role::ClientManager, Intervention::StrengthenSelfEfficacy),
        done(BARRIERS, Role::AccountManager, Intervention::RemovePracticalBarriers),
    ];
    set.into_iter().chain(standings).collect()
}

fn facts(profile: &Profile, set: &InterventionSet) -> Facts {
    let has = |role, intervention| set.has(role, intervention);
    let sanction = has(Role::IncomeConsultant, Intervention::AnnounceSanction);
    let mut facts: Facts = [
        (SANCTION, sanction),
        (ALONE, set.len() == 1),
        (ALTERNATIVES, has(Role::ClientManager, Intervention::MakeAlternativesVisible)),
        (BELIEF, has(Role::ClientManager, Intervention::StrengthenSelfEfficacy)),
        (BARRIERS, has(Role::AccountManager, Intervention::RemovePracticalBarriers)),
    ]
    .into_iter()
    .collect();
    for OnPerson { input, determinant, .. } in CONDITIONS {
        facts.set(input, profile.standing(determinant).map(|standing| standing.code().into()));
    }
    facts
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_decisions_fit_together() {
        super::WARNING.check().unwrap();
        super::FIELD.check().unwrap();
    }
}
