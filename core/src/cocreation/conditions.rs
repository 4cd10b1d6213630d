//! The table of conditions: of entering a phase, of a phase, and of the whole process.

use super::Phase;
use super::condition::Requirement;
use super::points;

/// What must hold during the whole process.
///
/// # Source
/// COC-20…26, COC-34, COC-83, COC-98, COC-07
pub(super) const GUARDS: &[Requirement] = &[
    Requirement {
        code: "right-parties",
        text: (
            "de brongroep en de gemeente doen mee; of er nog andere partijen nodig zijn, weet het logboek niet",
            "the source group and the municipality take part; whether other parties are needed, the log does not know",
        ),
        ask: (
            "Ga na welke partijen nodig zijn voor het probleem. De gemeente en de mogelijke gebruikers horen erbij.",
            "Find out which parties are needed for the problem. The municipality and the potential users are among them.",
        ),
        points: &[points::SOURCE_GROUP, points::MUNICIPALITY],
        facts: &["COC-34"],
    },
    Requirement {
        code: "source-group-present",
        text: (
            "de brongroep was bij elke vastgelegde bijeenkomst",
            "the source group was at every recorded session",
        ),
        ask: (
            "Leg bij elke bijeenkomst vast of de brongroep erbij was, en vraag wat er nodig is om erbij te zijn.",
            "Record at every session whether the source group was there, and ask what it needs to be there.",
        ),
        points: &[points::AT_SESSIONS],
        facts: &["COC-20", "COC-18"],
    },
    Requirement {
        code: "equal-voice",
        text: ("de brongroep zegt dat zij zich gehoord voelt", "the source group says that it feels heard"),
        ask: (
            "Vraag de brongroep of zij vrijuit kan spreken en zich gehoord voelt, en leg het antwoord vast.",
            "Ask the source group whether it can speak freely and feels heard, and record the answer.",
        ),
        points: &[points::HEARD],
        facts: &["COC-21", "COC-22"],
    },
    Requirement {
        code: "clear-assignment",
        text: ("er is een opdracht", "there is an assignment"),
        ask: (
            "Leg vast wie de opdracht geeft en wat die is.",
            "Record who gives the assignment and what it is.",
        ),
        points: &[points::MANDATE],
        facts: &["COC-24"],
    },
    Requirement {
        code: "fixed-frames",
        text: (
            "er zijn kaders, en daar is niet op teruggekomen",
            "there are frames, and they were not gone back on",
        ),
        ask: (
            "Zeg vooraf wat vaststaat, en blijf daarbij. Verandert er toch iets, vertel dan aan iedereen wat en waarom.",
            "Say in advance what is fixed, and keep to it. If something changes all the same, tell everyone what and why.",
        ),
        points: &[points::FRAMES_SET, points::FRAMES_KEPT],
        facts: &["COC-24", "COC-108"],
    },
    Requirement {
        code: "way-of-working",
        text: (
            "de brongroep weet hoe er samen wordt gewerkt",
            "the source group knows how people will work together",
        ),
        ask: (
            "Vertel alle partijen hoe er samen wordt gewerkt, en leg dat vast.",
            "Tell all parties how people will work together, and record it.",
        ),
        points: &[points::WAY_OF_WORKING],
        facts: &["COC-24"],
    },
    Requirement {
        code: "facilitator",
        text: (
            "er is een begeleider die geschoold is in activerende werkvormen",
            "there is a facilitator who is trained in activating working forms",
        ),
        ask: (
            "Wijs een begeleider aan die goed luistert en geschoold is in activerende werkvormen.",
            "Name a facilitator who listens well and is trained in activating working forms.",
        ),
        points: &[points::FACILITATOR, points::FACILITATOR_TRAINED],
        facts: &["COC-26"],
    },
    Requirement {
        code: "expectations-explicit",
        text: (
            "de partijen en de brongroep hebben hun verwachtingen besproken",
            "the parties and the source group have talked about their expectations",
        ),
        ask: (
            "Bespreek met elkaar wat ieder verwacht en wat echt kan, en leg dat vast.",
            "Talk about what each expects and what is really possible, and record it.",
        ),
        points: &[points::EXPECTATIONS],
        facts: &["COC-83", "COC-98"],
    },
    Requirement {
        code: "management-support",
        text: ("de directies steunen het", "the management supports it"),
        ask: (
            "Vraag de directies om steun, en leg vast of die er is.",
            "Ask the management for support, and record whether it is there.",
        ),
        points: &[points::SUPPORT[2]],
        facts: &["COC-07"],
    },
];

const START_ENTRY: &[Requirement] = &[Requirement {
    code: "theme-named",
    text: ("iemand heeft een thema genoemd", "someone has named a theme"),
    ask: ("Leg vast wie het thema noemt.", "Record who names the theme."),
    points: &[points::THEME_NAMED],
    facts: &["COC-31"],
}];

const CO_DESIGN_ENTRY: &[Requirement] = &[Requirement {
    code: "subject-agreed",
    text: (
        "de partijen en de brongroep zijn het eens over het onderwerp",
        "the parties and the source group agree on the subject",
    ),
    ask: (
        "Onderzoek met de brongroep en de andere partijen wat het echte onderwerp is, en leg vast wie het eens zijn.",
        "Examine with the source group and the other parties what the real subject is, and record who agree.",
    ),
    points: &[points::SUBJECT_AGREED],
    facts: &["COC-36"],
}];

const CO_PRODUCTION_ENTRY: &[Requirement] = &[
    Requirement {
        code: "design-agreed",
        text: (
            "er is een ontwerp waar de brongroep het mee eens is",
            "there is a design that the source group agrees with",
        ),
        ask: (
            "Bespreek het ontwerp met de brongroep, en leg vast wie het eens zijn.",
            "Discuss the design with the source group, and record who agree.",
        ),
        points: &[points::DESIGN_AGREED],
        facts: &["COC-35", "COC-41"],
    },
    Requirement {
        code: "common-goal",
        text: (
            "er is een groep mensen, ook uit de brongroep, die naar één doel toewerkt",
            "there is a group of people, also of the source group, that works toward one goal",
        ),
        ask: (
            "Eén keer samenkomen is niet genoeg: werk aan een groep met een gezamenlijk doel, en leg dat doel vast.",
            "Coming together once is not enough: work on a group with a common goal, and record that goal.",
        ),
        points: &[points::GOAL_SHARED],
        facts: &["COC-43", "COC-111"],
    },
    Requirement {
        code: "enough-time",
        text: ("er is genoeg tijd", "there is enough time"),
        ask: (
            "Bespreek of er genoeg tijd is voor co-productie, en leg dat oordeel vast.",
            "Discuss whether there is enough time for co-production, and record that judgement.",
        ),
        points: &[points::TIME_ENOUGH],
        facts: &["COC-44", "COC-71"],
    },
];

const CONTINUATION_ENTRY: &[Requirement] = &[Requirement {
    code: "success-and-better-fit",
    text: (
        "werken in co-creatie was succesvol, en de dienst past nu beter bij de brongroep",
        "working in co-creation was successful, and the service fits the source group better now",
    ),
    ask: (
        "Oordeel samen over beide vragen: was het succesvol, en past de dienst nu beter bij de brongroep?",
        "Judge both questions together: was it successful, and does the service fit the source group better now?",
    ),
    points: &[points::SUCCESSFUL, points::BETTER_FIT],
    facts: &["COC-49", "COC-50"],
}];

const START: &[Requirement] = &[
    Requirement {
        code: "subject-examined",
        text: (
            "het onderwerp is opnieuw onderzocht met de brongroep zelf",
            "the subject was examined anew with the source group itself",
        ),
        ask: (
            "Ga luisteren naar de brongroep, ook als het onderwerp al lijkt vast te staan.",
            "Go and listen to the source group, even when the subject seems to be known.",
        ),
        points: &[points::LISTENED],
        facts: &["COC-31", "COC-32"],
    },
    Requirement {
        code: "analysis-fed-back",
        text: (
            "de brongroep heeft teruggehoord wat er met haar verhalen is gedaan",
            "the source group heard back what was made of its stories",
        ),
        ask: (
            "Koppel de analyse terug naar de mensen die hun verhaal vertelden.",
            "Feed the analysis back to the people who told their stories.",
        ),
        points: &[points::FED_BACK],
        facts: &["COC-63", "COC-107"],
    },
    Requirement {
        code: "need-established",
        text: ("er is behoefte aan co-creatie", "there is a need for co-creation"),
        ask: (
            "Stel vast of er behoefte is aan co-creatie. Niet starten is ook een goede uitkomst.",
            "Establish whether there is a need for co-creation. Not starting is a good outcome too.",
        ),
        points: &[points::NEED],
        facts: &["COC-33"],
    },
];

const CO_DESIGN: &[Requirement] = &[Requirement {
    code: "designed-together",
    text: (
        "de brongroep was bij de bijeenkomsten in de co-design",
        "the source group was at the sessions during co-design",
    ),
    ask: (
        "Ontwerp samen met de brongroep, en leg vast wie erbij waren.",
        "Design together with the source group, and record who were there.",
    ),
    points: &[points::IN_DESIGN],
    facts: &["COC-02", "COC-35"],
}];

const CO_PRODUCTION: &[Requirement] = &[Requirement {
    code: "open-to-steering",
    text: (
        "mensen blijven langer betrokken, of het ontwerp laat steeds opnieuw meesturen toe",
        "people stay involved for longer, or the design lets them steer again and again",
    ),
    ask: (
        "Bespreek hoe de brongroep tijdens de uitvoering kan meesturen, en leg dat vast.",
        "Discuss how the source group can co-steer during the service, and record it.",
    ),
    points: &[points::STEERING],
    facts: &["COC-42"],
}];

const CONTINUATION: &[Requirement] = &[Requirement {
    code: "support-continues",
    text: (
        "de politieke, bestuurlijke en organisatorische steun en die van partners van buiten gaan door",
        "the political, administrative and organisational support and that of outside partners continue",
    ),
    ask: (
        "Ga per niveau na of de steun er is en blijft, en leg dat vast.",
        "Find out for each level whether the support is there and continues, and record it.",
    ),
    points: &points::SUPPORT,
    facts: &["COC-51"],
}];

/// Co-evaluation of each phase.
const CO_EVALUATION: [Requirement; 4] = {
    const fn of(points: &'static [super::point::Point]) -> Requirement {
        Requirement {
            code: "co-evaluation",
            text: (
                "de partijen en de brongroep hebben deze fase samen geëvalueerd",
                "the parties and the source group have evaluated this phase together",
            ),
            ask: (
                "Bespreek met alle partijen en de brongroep: verliep het proces goed, is bereikt wat de bedoeling was, en wat betekent dat voor de volgende stappen?",
                "Discuss with all parties and the source group: was the process carried out well, was the intended result achieved, and what does that mean for the next steps?",
            ),
            points,
            facts: &["COC-46", "COC-47", "COC-48"],
        }
    }
    [
        of(&[points::CO_EVALUATION[0]]),
        of(&[points::CO_EVALUATION[1]]),
        of(&[points::CO_EVALUATION[2]]),
        of(&[points::CO_EVALUATION[3]]),
    ]
};

impl Phase {
    /// When the phase can be entered: exactly the entry condition of the phase table.
    pub(super) fn entry_conditions(self) -> &'static [Requirement] {
        match self {
            Self::Start => START_ENTRY,
            Self::CoDesign => CO_DESIGN_ENTRY,
            Self::CoProduction => CO_PRODUCTION_ENTRY,
            Self::Continuation => CONTINUATION_ENTRY,
        }
    }

    /// What is looked at during the phase.
    pub(super) fn conditions(self) -> &'static [Requirement] {
        match self {
            Self::Start => START,
            Self::CoDesign => CO_DESIGN,
            Self::CoProduction => CO_PRODUCTION,
            Self::Continuation => CONTINUATION,
        }
    }

    /// Whether the phase was evaluated together.
    pub(super) fn co_evaluation(self) -> &'static Requirement {
        let [start, co_design, co_production, continuation] = &CO_EVALUATION;
        match self {
            Self::Start => start,
            Self::CoDesign => co_design,
            Self::CoProduction => co_production,
            Self::Continuation => continuation,
        }
    }
}
