//! The seven determinants of behaviour.

use super::Standing;
use crate::decide::{InputKind, Question};
use crate::error::Mistake;
use crate::ordered::Ordered;
use crate::{Label, Vocabulary};

crate::vocabulary! {
    /// The two sides of the model: behaviour depends on willing and on being able.
    ///
    /// # Source
    /// IBM-02
    pub enum Domain: "side of the model", "kant van het model", ["IBM-02"] {
        /// Willing: gives content to motivation, the intention to show one named behaviour.
        Willing = "willing": "willen", "willing", ["IBM-03", "IBM-04"],
        /// Being able: at least as important, for doing it and for keeping it up.
        BeingAble = "being-able": "kunnen", "being able", ["IBM-10"],
    }
}

crate::vocabulary! {
    /// A determinant of behaviour: three of willing, four of being able.
    ///
    /// A determinant is about a person's situation and one named behaviour, never about character.
    ///
    /// # Source
    /// IBM-05…07, IBM-11…14
    pub enum Determinant: "determinant", "determinant", ["IBM-15"] {
        /// Emotions and thoughts about the behaviour.
        Attitude = "attitude": "houding", "attitude", ["IBM-05"],
        /// Sense of competence and of control; it belongs to willing.
        SelfEfficacy = "self-efficacy": "geloof in eigen kunnen", "belief in own ability", ["IBM-06"],
        /// Opinions of others and of society, and the weight attached to them; it has a sign.
        SocialPressure = "social-pressure": "sociale druk", "social pressure", ["IBM-07", "IBM-36"],
        /// Task-related and social skills, relative to what the surroundings ask.
        Skills = "skills": "vaardigheden", "skills", ["IBM-11", "IBM-34"],
        /// Self-discipline and the capacity to steer oneself.
        SelfRegulation = "self-regulation": "zelfregulering", "self-regulation", ["IBM-12"],
        /// The factors in the environment.
        Context = "context": "context", "context", ["IBM-13", "GEN-10"],
        /// Barriers such as physical condition; more of them is less being able.
        PracticalBarriers = "practical-barriers": "praktische belemmeringen", "practical barriers", ["IBM-14"],
    }
}

crate::vocabulary! {
    /// A sub-determinant: what a determinant is made of.
    ///
    /// # Source
    /// IBM-05…14; the last two of context and practical barriers are open lists.
    pub enum Facet: "sub-determinant", "sub-determinant", ["IBM-05"] {
        /// Emotions about the behaviour.
        Emotions = "emotions": "emoties", "emotions", ["IBM-05"],
        /// Thoughts about the behaviour.
        Thoughts = "thoughts": "gedachten", "thoughts", ["IBM-05"],
        /// Sense of competence.
        Competence = "competence": "gevoel van competentie", "sense of competence", ["IBM-06"],
        /// Sense of control.
        Control = "control": "gevoel van controle", "sense of control", ["IBM-06"],
        /// Opinions of others, weighed by the importance attached to them.
        OpinionsOfOthers = "opinions-of-others": "meningen van anderen", "opinions of others", ["IBM-07"],
        /// Opinions of society, weighed by the importance attached to them.
        OpinionsOfSociety = "opinions-of-society": "meningen van de maatschappij", "opinions of society", ["IBM-07"],
        /// Skills the task asks for.
        TaskRelatedSkills = "task-related-skills": "taakgerelateerde vaardigheden", "task-related skills", ["IBM-11"],
        /// Social skills.
        SocialSkills = "social-skills": "sociale vaardigheden", "social skills", ["IBM-11"],
        /// Self-discipline.
        SelfDiscipline = "self-discipline": "zelfdiscipline", "self-discipline", ["IBM-12"],
        /// The capacity to steer oneself.
        SelfSteering = "self-steering": "zelfsturend vermogen", "capacity to steer oneself", ["IBM-12"],
        /// Factors in the environment.
        Environment = "environment": "factoren in de omgeving", "factors in the environment", ["IBM-13"],
        /// Physical condition.
        PhysicalCondition = "physical-condition": "fysieke toestand", "physical condition", ["IBM-14"],
        /// Practical barriers other than physical condition.
        OtherBarriers = "other-barriers": "andere belemmeringen", "other barriers", ["IBM-14"],
    }
}

crate::vocabulary! {
    /// The core behaviours of clients that departments of work and income want to influence.
    ///
    /// # Source
    /// IBM-17, IBM-29…31
    pub enum CoreBehaviour: "core behaviour", "kerngedraging", ["IBM-17"] {
        /// Looking for work.
        JobSearch = "job-search": "werk zoeken", "looking for work", ["IBM-17", "IBM-29"],
        /// Complying with laws and rules.
        Compliance = "compliance": "zich houden aan wet- en regelgeving", "complying with laws and rules", ["IBM-17", "IBM-30"],
        /// Connecting to employers and vacancies.
        Connecting = "connecting": "verbinding maken met werkgevers en vacatures", "connecting to employers and vacancies", ["IBM-17", "IBM-31"],
    }
}

impl Facet {
    /// What is wrong with this sub-determinant of a determinant, given those `seen` before it.
    pub(super) fn misfit(self, determinant: Determinant, seen: &mut Ordered<Self>) -> Option<Mistake> {
        let (what, id) = (Self::NAME, self.code().to_owned());
        let own = determinant.facets();
        if !own.contains(&self) {
            let expected = own.iter().map(|facet| facet.code().to_owned()).collect();
            return Some(Mistake::Misplaced { what, id, whole: determinant.code().to_owned(), expected });
        }
        (!seen.insert(self)).then_some(Mistake::Duplicate { what, id })
    }
}

impl Determinant {
    /// The side of the model it belongs to.
    pub fn domain(self) -> Domain {
        match self {
            Self::Attitude | Self::SelfEfficacy | Self::SocialPressure => Domain::Willing,
            Self::Skills | Self::SelfRegulation | Self::Context | Self::PracticalBarriers => {
                Domain::BeingAble
            }
        }
    }

    /// Its sub-determinants.
    pub fn facets(self) -> &'static [Facet] {
        match self {
            Self::Attitude => &[Facet::Emotions, Facet::Thoughts],
            Self::SelfEfficacy => &[Facet::Competence, Facet::Control],
            Self::SocialPressure => &[Facet::OpinionsOfOthers, Facet::OpinionsOfSociety],
            Self::Skills => &[Facet::TaskRelatedSkills, Facet::SocialSkills],
            Self::SelfRegulation => &[Facet::SelfDiscipline, Facet::SelfSteering],
            Self::Context => &[Facet::Environment],
            Self::PracticalBarriers => &[Facet::PhysicalCondition, Facet::OtherBarriers],
        }
    }

    /// Whether more of it makes the behaviour harder: so for practical barriers (IBM-14).
    pub fn is_inverted(self) -> bool {
        self == Self::PracticalBarriers
    }

    /// The question a professional would ask about it.
    pub fn question(self) -> Label {
        match self {
            Self::Attitude => Label::of(
                "Welke gevoelens en gedachten heeft deze persoon over het gedrag?",
                "Which feelings and thoughts does this person have about the behaviour?",
            ),
            Self::SelfEfficacy => Label::of(
                "Hoe bekwaam voelt deze persoon zich ervoor, en hoeveel invloed ervaart deze persoon?",
                "How competent does this person feel for it, and how much control does this person sense?",
            ),
            Self::SocialPressure => Label::of(
                "Wat vinden anderen en de maatschappij ervan, en hoe belangrijk vindt deze persoon dat?",
                "What do others and society think of it, and how much does that matter to this person?",
            ),
            Self::Skills => Label::of(
                "Welke vaardigheden vraagt het gedrag nu, en welke heeft deze persoon?",
                "Which skills does the behaviour ask for now, and which does this person have?",
            ),
            Self::SelfRegulation => Label::of(
                "Lukt het deze persoon om te plannen, zichzelf te sturen en vol te houden?",
                "Does this person manage to plan, to steer themselves and to keep going?",
            ),
            Self::Context => Label::of(
                "Welke factoren in de omgeving helpen of hinderen?",
                "Which factors in the environment help or hinder?",
            ),
            Self::PracticalBarriers => Label::of(
                "Welke praktische belemmeringen zijn er, zoals de fysieke toestand?",
                "Which practical barriers are there, such as physical condition?",
            ),
        }
    }

    /// Its question, with the standings as the answers.
    pub(super) fn to_ask(self) -> Question {
        Question {
            input: self.code().into(),
            text: self.question(),
            help: None,
            kind: InputKind::of::<Standing>(),
            source: self.source(),
        }
    }

    pub(super) fn of_domain(domain: Domain) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |determinant| determinant.domain() == domain)
    }
}
