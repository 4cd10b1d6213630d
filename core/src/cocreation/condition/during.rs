//! What is looked at during a phase, and whether it was evaluated together.

use super::Requirement;
use crate::cocreation::point::{Point, table as points};

pub(super) const START: &[Requirement] = &[
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

pub(super) const CO_DESIGN: &[Requirement] = &[Requirement {
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

pub(super) const CO_PRODUCTION: &[Requirement] = &[Requirement {
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

pub(super) const CONTINUATION: &[Requirement] = &[Requirement {
    code: "support-continues",
    text: (
        "de politieke, bestuurlijke en organisatorische steun en die van partners van buiten gaan door",
        "the political, administrative and organisational support and that of outside partners continue",
    ),
    ask: (
        "Ga per niveau na of de steun er is en blijft, en leg dat vast.",
        "Find out for each level whether the support is there and continues, and record it.",
    ),
    points: &[
        points::POLITICAL_SUPPORT,
        points::ADMINISTRATIVE_SUPPORT,
        points::ORGANISATIONAL_SUPPORT,
        points::OUTSIDE_SUPPORT,
    ],
    facts: &["COC-51"],
}];

/// Co-evaluation of each phase.
pub(super) const CO_EVALUATION: [Requirement; 4] = {
    const fn of(points: &'static [Point]) -> Requirement {
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
        of(&[points::START_EVALUATED]),
        of(&[points::CO_DESIGN_EVALUATED]),
        of(&[points::CO_PRODUCTION_EVALUATED]),
        of(&[points::CONTINUATION_EVALUATED]),
    ]
};
