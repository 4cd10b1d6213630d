//! Ladders of influence, each a type of its own: they measure different things and are never mapped onto each other.
//!
//! No rung is better than another; which one fits depends on the subject and the phase, and people should know it
//! beforehand (PUB-51, PUB-53).

crate::vocabulary! {
    /// A rung of Arnstein's ladder of citizen participation (1969): how much power citizens have.
    ///
    /// # Source
    /// PUB-50
    pub enum ArnsteinRung: "rung of Arnstein", "trede van Arnstein", ["PUB-50"] {
        /// Rung 1.
        Manipulation = "manipulation": "manipulatie", "manipulation", [],
        /// Rung 2.
        Therapy = "therapy": "therapie", "therapy", [],
        /// Rung 3.
        Informing = "informing": "informeren", "informing", [],
        /// Rung 4.
        Consultation = "consultation": "raadplegen", "consultation", [],
        /// Rung 5.
        Placation = "placation": "sussen", "placation", [],
        /// Rung 6.
        Partnership = "partnership": "partnerschap", "partnership", [],
        /// Rung 7.
        DelegatedPower = "delegated-power": "gedelegeerde macht", "delegated power", [],
        /// Rung 8.
        CitizenControl = "citizen-control": "zeggenschap van burgers", "citizen control", [],
    }
}

crate::vocabulary! {
    /// How Arnstein groups the rungs.
    ///
    /// # Source
    /// PUB-50
    pub enum ArnsteinGroup: "group of Arnstein", "groep van Arnstein", ["PUB-50"] {
        /// Rungs 1 and 2.
        NonParticipation = "non-participation": "geen participatie", "non-participation", [],
        /// Rungs 3 to 5.
        Tokenism = "tokenism": "schijnparticipatie", "tokenism", [],
        /// Rungs 6 to 8.
        CitizenPower = "citizen-power": "burgermacht", "citizen power", [],
    }
}

impl ArnsteinRung {
    /// The group Arnstein puts the rung in.
    ///
    /// ```
    /// use meedoen::cocreation::{ArnsteinGroup, ArnsteinRung};
    /// assert_eq!(ArnsteinRung::Partnership.group(), ArnsteinGroup::CitizenPower);
    /// ```
    pub fn group(self) -> ArnsteinGroup {
        match self {
            Self::Manipulation | Self::Therapy => ArnsteinGroup::NonParticipation,
            Self::Informing | Self::Consultation | Self::Placation => ArnsteinGroup::Tokenism,
            Self::Partnership | Self::DelegatedPower | Self::CitizenControl => ArnsteinGroup::CitizenPower,
        }
    }
}

crate::vocabulary! {
    /// A rung of the Dutch ladder of citizens' influence. It is not the participation ladder of activation, and its
    /// co-producing is not the phase of that name (GEN-09).
    ///
    /// # Source
    /// PUB-51; the attribution to Edelenbos and Monnikhof is PUB-52.
    pub enum InfluenceLevel: "level of influence", "mate van invloed", ["PUB-51", "PUB-52"] {
        /// The agenda is the municipality's.
        Informing = "informing": "informeren", "informing", [],
        /// The municipality asks, and need not use the results.
        Consulting = "consulting": "raadplegen", "consulting", [],
        /// The municipality in principle follows the advice, and gives good reasons when it does not.
        Advising = "advising": "adviseren", "advising", [],
        /// The problem is named together, and a solution that is agreed on binds.
        CoProducing = "co-producing": "coproduceren", "co-producing", [],
        /// Development and decision are left to the participants.
        CoDeciding = "co-deciding": "meebeslissen", "co-deciding", [],
    }
}

crate::vocabulary! {
    /// A step of government participation: how far the government lets go of a subject that is society's. The source
    /// advises to climb no higher than needed.
    ///
    /// # Source
    /// PUB-54
    pub enum GovernmentStep: "step of government participation", "trede van overheidsparticipatie", ["PUB-54"] {
        /// The government has no part in content or process.
        LettingGo = "letting-go": "loslaten", "letting go", [],
        /// The government helps where others take the lead.
        Facilitating = "facilitating": "faciliteren", "facilitating", [],
        /// The government would like something to happen and sets others going.
        Stimulating = "stimulating": "stimuleren", "stimulating", [],
        /// Others have a part, and the government leads.
        Directing = "directing": "regisseren", "directing", [],
        /// The government sets rules and enforces them.
        Regulating = "regulating": "reguleren", "regulating", [],
    }
}

crate::vocabulary! {
    /// A role of the government in the quadrant; several hold at the same time.
    ///
    /// # Source
    /// COC-116…120, PUB-55
    pub enum GovernmentRole: "role of the government", "rol van de overheid", ["COC-116"] {
        /// Governs the democratic system, safeguards rights and duties (public administration).
        Lawful = "lawful": "rechtmatige overheid", "lawful government", ["COC-117"],
        /// Carries out legitimately, efficiently and measurably (new public management).
        Performing = "performing": "presterende overheid", "performing government", ["COC-118"],
        /// Reaches its own and society's goals with others (network governance).
        Cooperating = "cooperating": "samenwerkende overheid", "cooperating government", ["COC-119"],
        /// Acts by listening to the active community (societal resilience).
        Responsive = "responsive": "responsieve overheid", "responsive government", ["COC-120"],
    }
}

crate::vocabulary! {
    /// Whether something is a word or a deed.
    ///
    /// # Source
    /// COC-121
    pub enum Manner: "manner", "de manier", ["COC-121"] {
        /// Said: an intention, a plan, a policy note.
        Said = "said": "gezegd", "said", [],
        /// Done.
        Done = "done": "gedaan", "done", [],
    }
}
