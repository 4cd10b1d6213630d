//! The words of the buurtbaan.

crate::vocabulary! {
    /// A wall on the way to work. It stands in the way; it says nothing about who meets it.
    ///
    /// The order is that of the typical route: people may have passed a wall before anything was recorded.
    ///
    /// # Source
    /// BUU-20…34
    pub enum Wall: "wall", "muur", ["BUU-20"] {
        /// No work experience or education, debts, out of sight of the system.
        Insecurity = "insecurity": "bestaansonzekerheid", "an insecure existence", ["BUU-21", "BUU-23"],
        /// Not meeting the municipality's conditions for education, work experience and applying.
        SafetyNet = "safety-net": "een vangnet dat gevangen houdt", "a safety net that imprisons", ["BUU-25", "BUU-27"],
        /// Hardly any earning capacity, and no growth.
        RemainingVolunteer = "remaining-volunteer": "vrijwilliger blijven", "remaining a volunteer", ["BUU-29", "BUU-32", "LAD-32"],
        /// Diplomas are the norm among employers.
        DiplomaRequirement = "diploma-requirement": "de diploma-eis", "the diploma requirement", ["BUU-33", "BUU-59"],
    }
}

crate::vocabulary! {
    /// What breaks through a wall, in the order of the walls.
    ///
    /// # Source
    /// BUU-22, BUU-26, BUU-30, BUU-34
    pub enum Breakthrough: "breakthrough", "doorbraak", ["BUU-20"] {
        /// Supporting each other, being active, constructions for more income.
        NotGivingUp = "not-giving-up": "niet opgeven", "not giving up", ["BUU-22", "BUU-24"],
        /// Coaching by residents, own goals, a network, gathering means together.
        ChoosingDevelopment = "choosing-development": "kiezen voor ontwikkeling", "choosing development", ["BUU-26", "BUU-28"],
        /// Into subsidised work, or paid for what was done unpaid.
        RewardedWork = "rewarded-work": "(onbetaald) werk belonen", "rewarding (unpaid) work", ["BUU-30", "BUU-31"],
        /// Self-employed in the neighbourhood, or at an employer with training.
        WorkingFromExperience = "working-from-experience": "werken vanuit ervaringskennis", "working from experiential knowledge", ["BUU-34", "BUU-35"],
    }
}

crate::vocabulary! {
    /// Who takes part in making a buurtbaan.
    ///
    /// # Source
    /// BUU-09
    pub enum Actor: "actor of a buurtbaan", "actor bij een buurtbaan", ["BUU-09"] {
        /// Residents, key persons among them.
        Residents = "residents": "bewoners en sleutelpersonen", "residents and key persons", ["BUU-08", "BUU-09"],
        /// The residents' movement: conditions, coaching, taking up what goes wrong in the system.
        ResidentsMovement = "residents-movement": "de bewonersbeweging (Wikistad, Werkplaats Informeel Leren)", "the residents' movement (Wikistad, Werkplaats Informeel Leren)", ["BUU-09", "BUU-11"],
        /// The employer, with a coordinator of its own.
        Employer = "employer": "de werkgever, met een interne coördinator", "the employer, with an internal coordinator", ["BUU-09"],
        /// The municipality, which decides on the subsidy.
        Municipality = "municipality": "de gemeente, die de subsidie toekent", "the municipality, which grants the subsidy", ["BUU-09"],
        /// Councillors.
        Councillors = "councillors": "raadsleden", "councillors", ["BUU-06", "BUU-09"],
    }
}

crate::vocabulary! {
    /// A level of support.
    ///
    /// # Source
    /// BUU-40
    pub enum LevelOfSupport: "level of support", "niveau van ondersteuning", ["BUU-40"] {
        /// Coaching, a route of one's own.
        Personal = "personal": "persoonlijke ondersteuning", "personal support", [],
        /// From an allowance, by way of the job, to an income of one's own.
        GreyCeiling = "grey-ceiling": "het grijze plafond doorbreken", "breaking the grey ceiling", [],
        /// Joining forces.
        Community = "community": "krachten bundelen in een gemeenschap", "joining forces in a community", [],
    }
}

crate::vocabulary! {
    /// What building a neighbourhood from within takes.
    ///
    /// # Source
    /// BUU-10, BUU-44…49
    pub enum Ingredient: "ingredient of building from within", "ingrediënt van buurtopbouw", ["BUU-10"] {
        /// Being where residents come.
        Reach = "reach": "bewoners bereiken die uit beeld zijn", "reaching residents out of sight", ["BUU-44", "BUU-10"],
        /// Taking time, not beginning with solutions.
        ListenAndHeal = "listen-and-heal": "luisteren en helen", "listening and healing", ["BUU-45"],
        /// Staying available and visible.
        Relation = "relation": "een relatie aangaan", "entering into a relation", ["BUU-46"],
        /// Freedoms, means, networks and sources.
        SharePrivileges = "share-privileges": "samen ervaring opdoen en privileges delen", "gaining experience together and sharing privileges", ["BUU-47"],
        /// Knowledge, activities and services.
        CarryOutWishes = "carry-out-wishes": "ontwikkelwensen uitvoeren", "carrying out wishes for development", ["BUU-48"],
        /// A network, a role model, going along.
        EnlargeChances = "enlarge-chances": "individuele kansen vergroten", "enlarging individual chances", ["BUU-49"],
    }
}

crate::vocabulary! {
    /// A side from which the labour market as it is and an inclusive one are compared.
    ///
    /// # Source
    /// BUU-62…68
    pub enum LabourMarketDimension: "dimension of the labour market", "dimensie van de arbeidsmarkt", ["BUU-62"] {
        /// Society.
        Society = "society": "maatschappelijke dimensie", "societal dimension", ["BUU-62"],
        /// The economy.
        Economy = "economy": "economische dimensie", "economic dimension", ["BUU-63"],
        /// The person.
        Person = "person": "persoonlijke dimensie", "personal dimension", ["BUU-64"],
        /// Steering.
        Steering = "steering": "sturing van de arbeidsmarkt", "steering of the labour market", ["BUU-65"],
        /// Budget.
        Budget = "budget": "budget van de arbeidsmarkt", "budget of the labour market", ["BUU-66"],
        /// Instruments.
        Instruments = "instruments": "instrumenten van de arbeidsmarkt", "instruments of the labour market", ["BUU-67"],
        /// Kinds of work.
        KindsOfWork = "kinds-of-work": "soorten werk", "kinds of work", ["BUU-68", "BUU-54", "LAD-30"],
    }
}

crate::vocabulary! {
    /// How someone in a buurtbaan is employed.
    ///
    /// # Source
    /// BUU-03, BUU-04
    pub enum Employment: "form of employment", "vorm van dienstverband", ["BUU-04"] {
        /// A contract with the employer itself.
        Contract = "contract": "arbeidscontract bij de werkgever", "employment contract with the employer", ["BUU-04"],
        /// Through payroll.
        Payroll = "payroll": "via payroll", "through payroll", ["BUU-03"],
        /// As a freelancer or on assignment.
        Freelance = "freelance": "als freelancer of in opdracht", "as a freelancer or on assignment", ["BUU-01", "BUU-03"],
    }
}

crate::vocabulary! {
    /// What came after a buurtbaan. The order says nothing of which is better: views of that differ.
    ///
    /// # Source
    /// BUU-03, BUU-05, BUU-34, BUU-61, LAD-29
    pub enum NextStep: "what came after", "wat erna kwam", ["BUU-05", "LAD-29"] {
        /// Regular work.
        RegularWork = "regular-work": "regulier werk", "regular work", ["BUU-05"],
        /// Self-employed.
        SelfEmployed = "self-employed": "zzp", "self-employed", ["BUU-34", "BUU-61"],
        /// Education or training.
        Education = "education": "opleiding", "education", ["BUU-34", "BUU-35"],
        /// Other subsidised or protected work.
        SubsidisedWork = "subsidised-work": "ander gesubsidieerd of beschut werk", "other subsidised or sheltered work", ["LAD-28", "LAD-29"],
        /// Unpaid work.
        UnpaidWork = "unpaid-work": "onbetaald werk", "unpaid work", ["BUU-29", "LAD-29"],
        /// No work.
        NoWork = "no-work": "geen werk", "no work", ["BUU-03"],
    }
}
