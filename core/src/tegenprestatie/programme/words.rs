//! Words of the programme: forms, self-steering, the conversation, and a contested classification.

use crate::{Label, Reason, Source, Term};
use serde::Serialize;

crate::vocabulary! {
    /// What an activity can be about, for matching; our own list over the forms and cases the source names.
    ///
    /// # Source
    /// TEG-52, TEG-53, TEG-104
    pub enum Form: "form of an activity", "vorm van een activiteit", ["TEG-52", "TEG-53"] {
        /// Volunteering with an organisation.
        Volunteering = "volunteering": "vrijwilligerswerk", "volunteering", ["TEG-52"],
        /// Care for someone one knows.
        InformalCare = "informal-care": "mantelzorg", "informal care", ["TEG-52"],
        /// Learning the language.
        Language = "language-training": "taaltraining", "language training", ["TEG-52"],
        /// A programme of exercise or diet.
        Exercise = "exercise-or-diet": "beweeg- of dieetprogramma", "exercise or diet programme", ["TEG-52"],
        /// Starting a care or help track.
        Help = "help": "een zorg- of hulptraject beginnen", "starting a care or help track", ["TEG-52", "TEG-55"],
        /// Membership of a client council, which the National Client Council proposes.
        ClientCouncil = "client-council": "lid van een cliëntenraad", "member of a client council", ["TEG-56"],
    }
}

crate::vocabulary! {
    /// What people need in order to steer their own route; without room, skills or motivation there is no self-steering.
    ///
    /// # Source
    /// TEG-160…162
    pub enum SelfSteeringCondition: "condition of self-steering", "voorwaarde voor zelfsturing", ["TEG-160"] {
        /// The possibilities and the room to steer.
        Room = "room": "mogelijkheden en ruimte om te sturen", "possibilities and room to steer", ["TEG-161"],
        /// The skills to steer.
        Skills = "skills": "vaardigheden om te sturen", "skills to steer", ["TEG-161"],
        /// Being motivated to take the wheel, in the direction that government indicates.
        Motivation = "motivation": "gemotiveerd om zelf het stuur te pakken", "motivated to take the wheel oneself", ["TEG-162", "TEG-166"],
    }
}

crate::vocabulary! {
    /// The steps of the conversation technique NORBS, in order.
    ///
    /// # Source
    /// TEG-163
    pub enum Norbs: "step of the conversation", "gespreksstap", ["TEG-163"] {
        /// Inform neutrally.
        Inform = "inform-neutrally": "neutraal informeren", "inform neutrally", [],
        /// Ask open questions.
        Ask = "ask-open-questions": "open vragen stellen", "ask open questions", [],
        /// Reflect.
        Reflect = "reflect": "reflecteren", "reflect", [],
        /// Affirm.
        Affirm = "affirm": "bekrachtigen", "affirm", [],
        /// Summarise.
        Summarise = "summarise": "samenvatten", "summarise", [],
    }
}

/// Sturen op zelfsturing: its conditions, its conversation, and what speaks for and against it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SelfSteering {
    /// The three conditions.
    pub conditions: Vec<Term>,
    /// The steps of the conversation, in order.
    pub conversation: Vec<Term>,
    /// What the source says of it.
    pub remarks: Vec<Reason>,
}

/// A way of sorting people that a source names, with what to know before using it: the library never sorts anyone by it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ContestedClassification {
    /// The names as the source has them, by own initiative; it does not define them.
    pub names: Vec<Label>,
    /// Always true: it is contested.
    pub contested: bool,
    /// Why.
    pub remarks: Vec<Reason>,
    /// Where it comes from.
    pub source: Source,
}

fn remark(code: &'static str, nl: &'static str, en: &'static str, facts: &'static [&'static str]) -> Reason {
    Reason::new(code, Label::of(nl, en), Vec::new(), Source::facts(facts))
}

/// Sturen op zelfsturing, as the source describes it.
///
/// ```
/// let steering = meedoen::tegenprestatie::self_steering();
/// assert_eq!((steering.conditions.len(), steering.conversation.len()), (3, 5));
/// ```
///
/// # Source
/// TEG-160…172, TEG-215, GEN-17
pub fn self_steering() -> SelfSteering {
    SelfSteering {
        conditions: Term::all::<SelfSteeringCondition>(),
        conversation: Term::all::<Norbs>(),
        remarks: vec![
            remark(
                "what-it-is",
                "zelf verantwoordelijkheid nemen voor de route naar werk, en er invloed op kunnen hebben",
                "taking responsibility for one's route to work oneself, and being able to influence it",
                &["TEG-160"],
            ),
            remark(
                "co-driver",
                "de professional is bijrijder, die op de vangrails wijst",
                "the professional is a co-driver who points to the guard rails",
                &["TEG-164", "TEG-165"],
            ),
            remark(
                "paradox",
                "de organisatie bepaalt het einddoel, niet de persoon",
                "the organisation sets the end goal, not the person",
                &["TEG-166"],
            ),
            remark(
                "toolbox",
                "na een jaar een gereedschapskist met gesprekstechnieken, geen sturend kader; het gebruik hangt af van wie het doet",
                "after a year a toolbox of conversation techniques, no steering frame; its use depends on who does it",
                &["TEG-167", "TEG-171"],
            ),
            remark(
                "certain-conditions",
                "vermoedelijk alleen onder bepaalde voorwaarden effectief; wederkerigheid moet als rechtvaardig worden ervaren",
                "probably effective under certain conditions only; reciprocity has to be felt to be just",
                &["TEG-168", "TEG-169"],
            ),
            remark(
                "own-responsibility",
                "de nadruk ligt op eigen verantwoordelijkheid, waar groepsempowerment op emancipatie let",
                "it stresses own responsibility, where group empowerment looks at emancipation",
                &["TEG-172", "TEG-214"],
            ),
            remark(
                "helpers-give-tools",
                "zelfsturing volgt pas als helpers de kracht van mensen zien en hun middelen geven om te sturen",
                "self-steering follows only when helpers see people's strength and give them the means to steer",
                &["TEG-215"],
            ),
            remark(
                "overlap-is-ours",
                "de overlap met het gedragsmodel is een lezing van deze bibliotheek, niet van de bron",
                "the overlap with the behaviour model is a reading of this library, not of the source",
                &["GEN-17"],
            ),
        ],
    }
}

/// The client types that the source names and does not define. They are shown so that they can be recognised where they
/// are used, and flagged as contested; nothing in the library puts a person under one of them.
///
/// ```
/// assert!(meedoen::tegenprestatie::client_types().contested);
/// ```
///
/// # Source
/// TEG-170, TEG-189, TEG-201, GEN-09, GEN-11
pub fn client_types() -> ContestedClassification {
    ContestedClassification {
        names: vec![
            Label::of("regievoerder", "director (regievoerder)"),
            Label::of("coproducent", "co-producer (coproducent)"),
            Label::of("toetser", "tester (toetser)"),
        ],
        contested: true,
        remarks: vec![
            remark(
                "not-defined",
                "de bron noemt de drie en omschrijft ze niet",
                "the source names the three and does not define them",
                &["TEG-170"],
            ),
            remark(
                "sorting-labels",
                "indelen naar initiatief zegt iets over mensen in plaats van over hun situatie; tekst en codes doen dat niet",
                "sorting by initiative says something of people instead of their situation; texts and codes do not do that",
                &["GEN-11", "TEG-201"],
            ),
            remark(
                "same-word",
                "coproducent heeft niets te maken met de fase coproductie van co-creatie",
                "co-producer has nothing to do with the phase of co-production in co-creation",
                &["GEN-09"],
            ),
        ],
        source: Source::facts(&["TEG-170"]),
    }
}
