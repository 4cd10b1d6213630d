//! Displacement (verdringing): seven definitions side by side, and the tests beside them.

use super::views::view;
use crate::decide::{Clause, Condition, Contested, Facts, Input, Judgement, Standpoint, Standpoints};
use crate::document::{Document, Reader};
use crate::{Error, Label, Reason, Source};
use serde::Serialize;
use std::sync::LazyLock;

/// Work that may displace other work: what is known of it.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Work {
    /// What is known, by question.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::shape::WorkFacts>"))]
    facts: Facts,
}

/// What each of the seven definitions says, and the tests beside them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Displacement {
    /// The seven definitions with their verdicts.
    #[serde(flatten)]
    pub standpoints: Standpoints,
    /// The test on commerciality that a volunteer centre makes beside the one on displacement.
    pub commerciality: Judgement,
    /// What the sources say about judging it in practice.
    pub practice: Vec<Reason>,
}

impl Work {
    /// The same with one more answer.
    ///
    /// # Errors
    /// `undefined` when there is no such question, `wrong-kind` when it has no such answer.
    pub fn with(self, input: &str, answer: bool) -> Result<Self, Error> {
        Ok(Self { facts: super::answered(&self.facts, &QUESTION.inputs, input, answer.into())? })
    }
}

impl Document for Work {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let facts = reader.fields(&["facts"])?.maybe("facts", |facts| Facts::read(facts, &QUESTION.inputs));
        Some(Self { facts: facts?.unwrap_or_default() })
    }
}

/// Says whether work displaces other work by each of seven definitions; the library holds none of them.
///
/// ```
/// use meedoen::decide::Truth;
/// use meedoen::tegenprestatie::{Work, displacement};
/// let work = Work::default().with("formerly_paid", true)?.with("job_already_cut", true)?;
/// let verdicts = displacement(&work).standpoints.standpoints;
/// assert_eq!(verdicts[0].judgement.truth, Truth::Met);
/// assert_eq!(verdicts[5].judgement.truth, Truth::Unmet);
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// TEG-91…106
pub fn displacement(work: &Work) -> Displacement {
    let commerciality = Clause::new(
        "commercial",
        Label::of("het werk is commercieel", "the work is commercial"),
        Condition::yes("commercial"),
        Source::facts(&["TEG-101"]),
    );
    Displacement {
        standpoints: QUESTION.under(&work.facts),
        commerciality: commerciality.judge(&QUESTION.inputs, &work.facts),
        practice: vec![
            view(
                "limited-testing",
                "toetsen kan maar beperkt; een toetsingscommissie was in voorbereiding",
                "testing is possible to a limited extent; a review committee was being prepared",
                &["TEG-101", "TEG-102"],
            ),
            view(
                "placing-differs",
                "wie bemiddelt oordeelt verschillend: de een weigert pas wegbezuinigde thuiszorgtaken, de ander niet",
                "those who mediate judge differently: one refuses home-care tasks cut recently, another does not",
                &["TEG-103", "TEG-104"],
            ),
            view(
                "sectors-at-risk",
                "het risico is het grootst in openbare dienstverlening, zorg en welzijn",
                "the risk is largest in public services, care and welfare",
                &["TEG-100"],
            ),
            view(
                "client-view",
                "een cliënt: aan de achterdeur eruit, aan de voordeur als vrijwilliger weer beginnen",
                "a client: out by the back door, back in as a volunteer by the front door",
                &["TEG-105"],
            ),
            view(
                "social-return",
                "social return kan een draaimolen van werklozen worden die elkaar vervangen",
                "social return can become a carousel of unemployed people who replace each other",
                &["TEG-106"],
            ),
        ],
    }
}

/// The question on which the seven disagree.
pub(super) static QUESTION: LazyLock<Contested> = LazyLock::new(|| Contested {
    question: Label::of("Verdringt dit werk ander werk?", "Does this work displace other work?"),
    inputs: inputs(),
    standpoints: standpoints(),
});

fn inputs() -> Vec<Input> {
    let ask = |name, nl, en, facts| Input::truth(name, Label::of(nl, en), Source::facts(facts));
    vec![
        ask(
            "formerly_paid",
            "Werd dit werk eerder door betaalde krachten gedaan?",
            "Was this work done by paid workers before?",
            &["TEG-91", "TEG-95", "TEG-96"],
        ),
        ask(
            "job_already_cut",
            "Was de betaalde baan al wegbezuinigd?",
            "Had the paid job already been cut?",
            &["TEG-96"],
        ),
        ask("unpaid", "Wordt het nu onbetaald gedaan?", "Is it done unpaid now?", &["TEG-94", "TEG-95"]),
        ask("imposed", "Is het opgelegd?", "Is it imposed?", &["TEG-92"]),
        ask(
            "gives_work_experience",
            "Dient het om werkervaring op te doen?",
            "Does it serve to gain work experience?",
            &["TEG-92"],
        ),
        ask("long_lasting", "Duurt het lang?", "Does it last long?", &["TEG-92"]),
        ask("demand_for_work", "Is er vraag naar dit werk?", "Is there demand for this work?", &["TEG-93"]),
        ask(
            "concrete_indications",
            "Zijn er concrete aanwijzingen van verdringing?",
            "Are there concrete indications of displacement?",
            &["TEG-94"],
        ),
        ask(
            "prospect_of_paid_work",
            "Is er uitzicht op betaald werk?",
            "Is there a prospect of paid work?",
            &["TEG-94"],
        ),
        ask(
            "ever_new_groups",
            "Doen steeds nieuwe groepen met een uitkering dit werk?",
            "Do ever-new groups of people on benefit do this work?",
            &["TEG-99"],
        ),
        ask(
            "displaces_reintegration",
            "Komt het in de plaats van werklozen in een re-integratietraject?",
            "Does it take the place of unemployed people in re-integration?",
            &["TEG-99"],
        ),
        ask("commercial", "Is het werk commercieel?", "Is the work commercial?", &["TEG-101"]),
    ]
}

fn standpoint(
    code: &'static str,
    holder: [&'static str; 2],
    text: [&'static str; 2],
    when: Condition,
    facts: &'static [&'static str],
) -> Standpoint {
    let label = |[nl, en]: [&'static str; 2]| Label::of(nl, en);
    Standpoint {
        holder: label(holder),
        clause: Clause::new(code, label(text), when, Source::facts(facts)),
        replies: Vec::new(),
    }
}

fn standpoints() -> Vec<Standpoint> {
    let (yes, no) = (Condition::yes, Condition::no);
    let all = |conditions: Vec<Condition>| Condition::all(conditions);
    let mut standpoints = vec![
        standpoint(
            "d1",
            ["het onderzoek", "the study"],
            [
                "vrijwilligers doen taken of functies die eerder door betaalde krachten werden gedaan",
                "volunteers do tasks or functions that paid workers did before",
            ],
            yes("formerly_paid"),
            &["TEG-91"],
        ),
        standpoint(
            "d2",
            ["Corra en Bosselaar", "Corra and Bosselaar"],
            [
                "opgelegd werk dat niet dient om werkervaring op te doen en lang duurt",
                "imposed work that does not serve to gain work experience and lasts long",
            ],
            all(vec![yes("imposed"), no("gives_work_experience"), yes("long_lasting")]),
            &["TEG-92"],
        ),
        standpoint(
            "d3",
            ["Raad van State (2011), als vraag", "Council of State (2011), as a question"],
            [
                "is er niet altijd verdringing, nu er blijkbaar vraag naar het werk is?",
                "is there not always displacement, since there is apparently demand for the work?",
            ],
            yes("demand_for_work"),
            &["TEG-93"],
        ),
        standpoint(
            "d4",
            ["FNV (precies)", "FNV (precise)"],
            [
                "er zijn concrete aanwijzingen, of het is onbetaald werk zonder uitzicht op betaald werk, wat onaanvaardbaar is",
                "there are concrete indications, or it is unpaid work without a prospect of paid work, which is unacceptable",
            ],
            Condition::any([
                yes("concrete_indications"),
                all(vec![yes("unpaid"), no("prospect_of_paid_work")]),
            ]),
            &["TEG-94", "TEG-98"],
        ),
        standpoint(
            "d5",
            ["CNV", "CNV"],
            [
                "(eerder) betaald werk dat onbetaalde krachten doen, met of zonder uitkering",
                "(formerly) paid work done by unpaid workers, with or without benefit",
            ],
            all(vec![yes("formerly_paid"), yes("unpaid")]),
            &["TEG-95"],
        ),
        standpoint(
            "d6",
            ["Voorwerk (rekkelijk)", "Voorwerk (loose)"],
            [
                "eerder betaald werk waarvan de banen nog niet waren wegbezuinigd; zijn ze dat al, dan is het “eigenlijk” geen verdringing meer",
                "formerly paid work of which the jobs had not been cut yet; if they had, it is “actually” displacement no more",
            ],
            all(vec![yes("formerly_paid"), no("job_already_cut")]),
            &["TEG-96", "TEG-98"],
        ),
        standpoint(
            "d7",
            ["het onderzoek, ruimer", "the study, wider"],
            [
                "steeds nieuwe groepen met een uitkering doen het, of het komt in de plaats van werklozen in re-integratie (“rondpompen”)",
                "ever-new groups on benefit do it, or it takes the place of unemployed people in re-integration (“pumping round”)",
            ],
            Condition::any([yes("ever_new_groups"), yes("displaces_reintegration")]),
            &["TEG-99"],
        ),
    ];
    if let Some(voorwerk) = standpoints.get_mut(5) {
        voorwerk.replies.push(view(
            "easier-to-cut",
            "Overschie voor Elkaar: het wordt makkelijker om te bezuinigen als er een legertje vrijwilligers klaarstaat",
            "Overschie voor Elkaar: it becomes easier to cut when a small army of volunteers stands ready",
            &["TEG-97"],
        ));
    }
    standpoints
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_standpoints_ask_only_what_can_be_asked() {
        assert!(super::QUESTION.fits_together());
        assert_eq!(super::QUESTION.standpoints.len(), 7);
    }
}
