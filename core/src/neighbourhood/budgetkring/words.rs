//! The words of the budgetkring.

crate::vocabulary! {
    /// Among whom participants and leaders are recruited, in order: so the initiative stays with citizens.
    ///
    /// # Source
    /// BUD-03…05
    pub enum RecruitmentStage: "stage of recruiting", "stap van de werving", ["BUD-05"] {
        /// Of people on benefit or a minimum income, and others.
        SelfOrganisations = "self-organisations": "zelforganisaties", "self-organisations", ["BUD-03"],
        /// Churches, food banks, thrift shops.
        VolunteerOrganisations = "volunteer-organisations": "vrijwilligersorganisaties dicht bij de groep", "volunteer organisations close to the group", ["BUD-04"],
        /// Municipalities, debt help, social work, district teams, social enterprises: explicitly last.
        ProfessionalOrganisations = "professional-organisations": "professionele organisaties, uitdrukkelijk als laatste", "professional organisations, explicitly last", ["BUD-05"],
    }
}

crate::vocabulary! {
    /// A relation in which a circle raises new questions.
    ///
    /// # Source
    /// BUD-25…37
    pub enum BudgetkringRelation: "relation of a budgetkring", "relatie rond een budgetkring", ["BUD-25"] {
        /// Distrust and paternalism; worries about quality.
        ProfessionalVolunteer = "professional-volunteer": "professional en vrijwilliger", "professional and volunteer", ["BUD-26", "BUD-32"],
        /// Policy supports it, execution less.
        ProfessionalProfessional = "professional-professional": "professional en professional", "professional and professional", ["BUD-27", "BUD-29"],
        /// Interests that turn into differences in competence.
        VolunteerVolunteer = "volunteer-volunteer": "vrijwilliger en vrijwilliger", "volunteer and volunteer", ["BUD-33", "BUD-34"],
        /// Earning, and the moral objection to it.
        VolunteerEnterprise = "volunteer-enterprise": "vrijwillige inzet en sociaal ondernemen", "voluntary effort and social enterprise", ["BUD-37"],
    }
}

crate::vocabulary! {
    /// How a leader leads.
    ///
    /// # Source
    /// BUD-11, BUD-31
    pub enum LeaderRole: "role of a leader", "rol van een begeleider", ["BUD-11"] {
        /// Uses everybody's experiential knowledge.
        Facilitator = "facilitator": "faciliteert", "facilitates", ["BUD-11", "BUD-31"],
        /// Teaches how it is done.
        Expert = "expert": "treedt op als deskundige", "acts as an expert", ["BUD-11", "BUD-31"],
    }
}

crate::vocabulary! {
    /// Who holds the initiative.
    ///
    /// # Source
    /// BUD-13, BUD-23
    pub enum InitiativeHolder: "holder of the initiative", "houder van het initiatief", ["BUD-13"] {
        /// Local organisations of citizens.
        Citizens = "citizens": "burgers en hun organisaties", "citizens and their organisations", ["BUD-13"],
        /// An organisation that supports them.
        SupportOrganisation = "support-organisation": "een ondersteunende organisatie", "a supporting organisation", ["BUD-23"],
        /// Local government.
        LocalGovernment = "local-government": "de gemeente zelf", "local government itself", ["BUD-13"],
    }
}

crate::vocabulary! {
    /// What a meeting is about.
    ///
    /// # Source
    /// BUD-08
    pub enum Sphere: "sphere of a meeting", "onderwerp van een kringbijeenkomst", ["BUD-08"] {
        /// Money.
        Money = "money": "geld", "money", [],
        /// Living and green.
        Living = "living": "wonen en groen", "living and green", [],
        /// Activities.
        Activities = "activities": "activiteiten", "activities", [],
        /// Health of body and mind.
        Health = "health": "gezondheid van lichaam en geest", "physical and mental health", [],
    }
}
