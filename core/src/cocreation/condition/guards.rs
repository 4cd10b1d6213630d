//! What must hold during the whole process.

use super::Requirement;
use crate::cocreation::point::table as points;

/// What must hold during the whole process.
///
/// # Source
/// COC-20…26, COC-34, COC-83, COC-98, COC-07
pub(in crate::cocreation) const GUARDS: &[Requirement] = &[
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
        points: &[points::ORGANISATIONAL_SUPPORT],
        facts: &["COC-07"],
    },
];
