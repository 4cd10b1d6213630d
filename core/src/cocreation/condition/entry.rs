//! When a phase can be entered: exactly the entry conditions of the phase table.

use super::Requirement;
use crate::cocreation::point::table as points;

pub(super) const START: &[Requirement] = &[Requirement {
    code: "theme-named",
    text: ("iemand heeft een thema genoemd", "someone has named a theme"),
    ask: ("Leg vast wie het thema noemt.", "Record who names the theme."),
    points: &[points::THEME_NAMED],
    facts: &["COC-31"],
}];

pub(super) const CO_DESIGN: &[Requirement] = &[Requirement {
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

pub(super) const CO_PRODUCTION: &[Requirement] = &[
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

pub(super) const CONTINUATION: &[Requirement] = &[Requirement {
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
