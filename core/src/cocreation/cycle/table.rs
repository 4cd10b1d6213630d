//! What is looked at in each step, from frame to decision, and in a rich policy.

use super::PolicyStep;
use crate::cocreation::condition::Requirement;
use crate::cocreation::point::{policy, table as points};

pub(super) fn of_step(step: PolicyStep) -> &'static [Requirement] {
    match step {
        PolicyStep::Explore => EXPLORE,
        PolicyStep::Design => DESIGN,
        PolicyStep::Decide => DECIDE,
        PolicyStep::CarryOut => CARRY_OUT,
        PolicyStep::Evaluate => EVALUATE,
    }
}

const EXPLORE: &[Requirement] = &[
    Requirement {
        code: "view-of-residents",
        text: ("de kijk van inwoners is erbij gehaald", "the view of residents was brought in"),
        ask: (
            "Vraag inwoners en partners wat zij zien, en leg vast naar wie is geluisterd.",
            "Ask residents and partners what they see, and record who was listened to.",
        ),
        points: &[points::LISTENED],
        facts: &["COC-96"],
    },
    Requirement {
        code: "stories-collected",
        text: (
            "er zijn ervaringsverhalen van de brongroep verzameld",
            "stories of experience of the source group were collected",
        ),
        ask: ("Verzamel ervaringsverhalen.", "Collect stories of experience."),
        points: &[policy::STORIES],
        facts: &["COC-96", "COC-100"],
    },
    PRIORITIES,
    Requirement {
        code: "possible-made-clear",
        text: ("met elkaar is besproken wat echt kan", "it was discussed together what is really possible"),
        ask: (
            "Vertel wat echt kan en wat niet: luisteren wekt verwachtingen.",
            "Tell what is really possible and what is not: listening raises expectations.",
        ),
        points: &[points::EXPECTATIONS],
        facts: &["COC-98"],
    },
];

const PRIORITIES: Requirement = Requirement {
    code: "priorities-together",
    text: (
        "de prioriteiten zijn samen gesteld, door de hele groep",
        "the priorities were set together, by the whole group",
    ),
    ask: (
        "Niet alles kan mee: stel vroeg en met de hele groep prioriteiten.",
        "Not everything can be taken along: set priorities early and with the whole group.",
    ),
    points: &[policy::PRIORITIES],
    facts: &["COC-97", "COC-110"],
};

const DESIGN: &[Requirement] = &[
    ANALYSED,
    Requirement {
        code: "analysis-fed-back",
        text: (
            "de analyse is teruggekoppeld aan de mensen die hun verhaal deelden",
            "the analysis was fed back to the people who shared their stories",
        ),
        ask: (
            "Koppel de analyse terug aan wie vertelde, en vraag of zij klopt.",
            "Feed the analysis back to who told, and ask whether it is right.",
        ),
        points: &[points::FED_BACK],
        facts: &["COC-63", "COC-107"],
    },
    Requirement {
        code: "plain-note",
        text: (
            "een beleidsnota legt in heldere, concrete taal vast wat er is gezegd",
            "a policy note lays down in plain, concrete words what was said",
        ),
        ask: ("Leg in een heldere nota vast wat er is gezegd.", "Lay down in a plain note what was said."),
        points: &[policy::NOTE, policy::NOTE_PLAIN],
        facts: &["COC-99"],
    },
];

const ANALYSED: Requirement = Requirement {
    code: "analysed-together",
    text: (
        "wat er is gezegd is samen met de brongroep geanalyseerd",
        "what was said was analysed with the source group",
    ),
    ask: (
        "Geef samen met inwoners betekenis aan de verhalen.",
        "Give the stories their meaning together with residents.",
    ),
    points: &[policy::ANALYSED],
    facts: &["COC-100", "COC-107"],
};

const CO_OWNED: Requirement = Requirement {
    code: "residents-co-own",
    text: ("de brongroep is mede-eigenaar van de nota", "the source group co-owns the note"),
    ask: (
        "Leg vast wie mede-eigenaar zijn van de nota, de inwoners inbegrepen.",
        "Record who co-own the note, residents included.",
    ),
    points: &[policy::CO_OWNED],
    facts: &["COC-101"],
};

const DECIDE: &[Requirement] = &[CO_OWNED, DECIDED];

const DECIDED: Requirement = Requirement {
    code: "political-decision",
    text: ("er is een politiek besluit over het plan", "there is a political decision on the plan"),
    ask: ("Leg vast wie wat besloot.", "Record who decided what."),
    points: &[policy::DECIDED],
    facts: &["COC-95", "COC-108"],
};

const CARRY_OUT: &[Requirement] = &[Requirement {
    code: "residents-in-execution",
    text: ("de brongroep doet mee in de uitvoering", "the source group takes part in carrying out"),
    ask: (
        "Vraag inwoners wat zij in de uitvoering willen doen, en leg vast wie wat draagt.",
        "Ask residents what they want to do in carrying out, and record who carries what.",
    ),
    points: &[policy::IN_EXECUTION],
    facts: &["COC-103", "COC-108"],
}];

const EVALUATE: &[Requirement] = &[
    Requirement {
        code: "evaluated-as-equals",
        text: (
            "de brongroep en andere partijen hebben samen geëvalueerd",
            "the source group and other parties evaluated together",
        ),
        ask: (
            "Evalueer samen, bijvoorbeeld met gesprekstafels, veldbezoeken of een panel.",
            "Evaluate together, for instance with conversation tables, field visits or a panel.",
        ),
        points: &[policy::EVALUATED],
        facts: &["COC-105", "COC-106"],
    },
    ANALYSED,
];

/// Frames, then co-creation, then a decision.
///
/// # Source
/// COC-108
pub(super) const FRAME_TO_DECISION: &[Requirement] = &[
    Requirement {
        code: "frames-first",
        text: (
            "de kaders stonden vast voor de co-creatie begon",
            "the frames were fixed before the co-creation began",
        ),
        ask: (
            "Leg vooraf vast wat vaststaat, en vertel het iedereen.",
            "Fix beforehand what is fixed, and tell everyone.",
        ),
        points: &[policy::FRAMES_FIRST],
        facts: &["COC-108", "COC-24"],
    },
    Requirement {
        code: "frames-unchanged",
        text: ("op de kaders is niet teruggekomen", "the frames were not gone back on"),
        ask: ("Leg de kaders vast en houd eraan vast.", "Record the frames and keep to them."),
        points: &[points::FRAMES_KEPT],
        facts: &["COC-24", "COC-108"],
    },
    Requirement {
        code: "plan-made-together",
        text: ("het plan is met de brongroep overeengekomen", "the plan was agreed with the source group"),
        ask: ("Kom het plan overeen met alle betrokkenen.", "Agree on the plan with all involved."),
        points: &[points::DESIGN_AGREED],
        facts: &["COC-108"],
    },
    Requirement {
        code: "plan-fits-frames",
        text: ("het plan past binnen de kaders", "the plan fits the frames"),
        ask: (
            "Toets het plan aan de kaders die vooraf golden, en aan niets anders.",
            "Hold the plan against the frames that held beforehand, and against nothing else.",
        ),
        points: &[policy::FITS],
        facts: &["COC-108"],
    },
    Requirement {
        code: "decision-follows-plan",
        text: ("het besluit volgt het plan", "the decision follows the plan"),
        ask: (
            "Leg vast of het besluit het plan volgt; past het binnen de kaders, dan gaat het door.",
            "Record whether the decision follows the plan; when it fits the frames it goes through.",
        ),
        points: &[policy::DECIDED, policy::FOLLOWS],
        facts: &["COC-108"],
    },
];

/// What enriches a policy with views from society.
///
/// # Source
/// COC-110…112, COC-114
pub(super) const RICH_POLICY: &[Requirement] = &[
    Requirement {
        code: "values-shared",
        text: (
            "de partijen hebben gedeelde waarden benoemd, vanuit ieders kijk",
            "the parties have named shared values, from each other's view",
        ),
        ask: ("Benoem samen welke waarden u deelt.", "Name together which values you share."),
        points: &[policy::VALUES],
        facts: &["COC-111", "COC-72"],
    },
    PRIORITIES,
    Requirement {
        code: "direction-asked",
        text: (
            "onderweg is gevraagd of het de goede kant op gaat",
            "it was asked along the way whether it goes the right way",
        ),
        ask: (
            "Blijf onderweg vragen of het de goede kant op gaat.",
            "Keep asking along the way whether it goes the right way.",
        ),
        points: &[policy::DIRECTION],
        facts: &["COC-111"],
    },
    ANALYSED,
    CO_OWNED,
    Requirement {
        code: "lawful-cycle-kept",
        text: (
            "de rechtmatige cyclus blijft: er is een opdracht en een besluit",
            "the lawful cycle stays: there is an assignment and a decision",
        ),
        ask: (
            "Houd naast de co-creatie ook opdracht en besluitvorming op orde.",
            "Beside co-creation, keep assignment and decision in order.",
        ),
        points: &[points::MANDATE, policy::DECIDED],
        facts: &["COC-114"],
    },
];
