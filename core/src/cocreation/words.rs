//! The closed lists that the events use.

crate::vocabulary! {
    /// What kind of party takes part.
    ///
    /// # Source
    /// COC-13 and COC-34; the other kinds are those of the two cases (COC-55, COC-58, COC-75).
    pub enum PartyKind: "kind of party", "het soort partij", ["COC-34"] {
        /// The people who use or may use the service, as the source of its renewal.
        SourceGroup = "source-group": "brongroep", "source group", ["COC-13", "COC-18", "COC-34"],
        /// The municipality or another government body.
        Municipality = "municipality": "gemeente", "municipality", ["COC-34"],
        /// An organisation whose professionals carry out services.
        ProfessionalOrganisation = "professional-organisation": "professionele organisatie", "professional organisation", ["COC-55", "COC-75"],
        /// Education or research.
        Education = "education": "onderwijs of onderzoek", "education or research", ["GEN-12"],
        /// Any other partner, such as an employer or an association.
        Partner = "partner": "andere partner", "other partner", ["COC-58", "COC-75"],
    }
}

crate::vocabulary! {
    /// How people were listened to.
    pub enum ListeningMethod: "method of listening", "de manier van luisteren", ["COC-32"] {
        /// Open interviews.
        OpenInterviews = "open-interviews": "open interviews", "open interviews", ["COC-32"],
        /// People interview each other and tell their stories.
        CommunityReporting = "community-reporting": "community reporting: mensen interviewen elkaar", "community reporting: people interview each other", ["COC-32", "COC-59", "COC-100"],
        /// Conversations at the door.
        DoorToDoor = "door-to-door": "gesprekken huis aan huis", "conversations from door to door", ["COC-76"],
        /// Conversations about someone's story.
        NarrativeConversations = "narrative-conversations": "narratieve gesprekken", "narrative conversations", ["COC-32"],
        /// In another way; the note says how.
        Other = "other": "op een andere manier", "in another way", ["COC-32"],
    }
}

crate::vocabulary! {
    /// Whose task an idea or an initiative is.
    ///
    /// # Source
    /// COC-81
    pub enum Task: "kind of task", "het soort taak", ["COC-81"] {
        /// One party can and must do it alone: no co-creation is needed.
        OwnTask = "own-task": "eigen taak van één partij", "own task of one party", [],
        /// The parties can only do it together.
        JointTask = "joint-task": "gezamenlijke taak", "joint task", [],
    }
}

crate::vocabulary! {
    /// How the source group can steer while the service is carried out.
    ///
    /// # Source
    /// COC-42
    pub enum CoSteering: "way of co-steering", "de manier van meesturen", ["COC-42"] {
        /// People stay involved for longer.
        InvolvedLonger = "involved-longer": "mensen blijven langer betrokken", "people stay involved for longer", [],
        /// The design leaves room to steer again and again.
        OpenDesign = "open-design": "het ontwerp laat steeds opnieuw meesturen toe", "the design lets people steer again and again", [],
        /// It was recorded that there is no such way.
        None = "none": "meesturen kan niet", "there is no way to co-steer", [],
    }
}

crate::vocabulary! {
    /// What a co-evaluation talks about.
    ///
    /// # Source
    /// COC-47
    pub enum EvaluationSubject: "subject of evaluation", "het onderwerp van de evaluatie", ["COC-47"] {
        /// The process.
        Process = "process": "is het proces goed verlopen?", "was the process carried out well?", [],
        /// The results for each party.
        Results = "results": "zijn de bedoelde resultaten voor de verschillende partijen bereikt?", "were the intended results for the different parties achieved?", [],
        /// What follows.
        NextSteps = "next-steps": "heeft dit gevolgen voor de volgende stappen?", "are there consequences for the next steps?", [],
    }
}

crate::vocabulary! {
    /// Whether the advice of a citizens' assembly binds. The source calls it binding, which is unusual; so it is recorded.
    ///
    /// # Source
    /// COC-102, PUB-56
    pub enum AdviceForce: "force of advice", "kracht van het advies", ["COC-102", "PUB-56"] {
        /// The decision follows it.
        Binding = "binding": "bindend", "binding", [],
        /// The decision may differ, with reasons.
        Advisory = "advisory": "adviserend", "advisory", [],
    }
}

crate::vocabulary! {
    /// How a co-creation process ended.
    ///
    /// # Source
    /// COC-33, COC-49, COC-50
    pub enum Ending: "way of ending", "de afloop", ["COC-49", "COC-50"] {
        /// It turned out that there was no need to start.
        NotStarted = "not-started": "niet gestart", "not started", ["COC-33"],
        /// It stopped.
        Stopped = "stopped": "gestopt", "stopped", ["COC-86"],
        /// The service goes on in its new form.
        Continued = "continued": "voortgezet", "continued", [],
        /// The way of working is applied to other services.
        AppliedElsewhere = "applied-elsewhere": "toegepast op andere diensten", "applied to other services", [],
    }
}

crate::vocabulary! {
    /// Where support comes from.
    ///
    /// # Source
    /// COC-07, COC-51
    pub enum SupportLevel: "level of support", "het niveau van steun", ["COC-51"] {
        /// The council.
        Political = "political": "politiek (raad)", "political (council)", [],
        /// The mayor and aldermen.
        Administrative = "administrative": "bestuurlijk (college van B&W)", "administrative (mayor and aldermen)", [],
        /// The management of the organisations that carry it out.
        Organisational = "organisational": "organisatorisch (directie en uitvoering)", "organisational (management and execution)", ["COC-07", "COC-51"],
        /// Partners outside the municipality.
        OutsidePartners = "outside-partners": "partners van buiten", "outside partners", [],
    }
}
