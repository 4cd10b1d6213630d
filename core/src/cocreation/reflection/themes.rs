//! The themes of the reflection, with the part of the lab each belongs to and what to talk about.

use super::ReflectionSide;
use crate::Label;
use crate::math::shown;

crate::vocabulary! {
    /// A part of the co-creation lab. The source gives no order: a lab can begin with any.
    ///
    /// # Source
    /// BUU-72, BUU-73, BUU-74
    pub enum LabPart: "part of the co-creation lab", "deel van het cocreatielab", ["BUU-71"] {
        /// Which images hinder, what strengthens informal parties, and what gives formal parties room.
        UnderlyingValues = "underlying-values": "onderliggende waarden", "underlying values", ["BUU-72"],
        /// Roles, knowledge, tasks, goals, steering, plan and means, together.
        EqualCooperation = "equal-cooperation": "gelijkwaardig samenwerken", "equal cooperation", ["BUU-73"],
        /// Qualifying beside what people bring in themselves, and its recognition.
        ExperientialKnowledge = "experiential-knowledge": "ervaringskennis en diploma-eis", "experiential knowledge and the diploma requirement", ["BUU-74"],
    }
}

/// A theme of the reflection.
pub(super) struct Theme {
    scale: &'static str,
    pub(super) part: LabPart,
    /// What to talk about.
    pub(super) ask: (&'static str, &'static str),
    pub(super) facts: &'static [&'static str],
}

impl Theme {
    pub(super) fn of(scale: &str) -> Option<&'static Self> {
        THEMES.iter().find(|theme| theme.scale == scale)
    }
}

const THEMES: &[Theme] = &[
    Theme {
        scale: "work",
        part: LabPart::UnderlyingValues,
        ask: (
            "Wat heeft ieder nodig om op de eigen manier te kunnen werken, en wat vraagt dat van de ander?",
            "What does each need to work in its own way, and what does that ask of the other?",
        ),
        facts: &["BUU-57", "BUU-72"],
    },
    Theme {
        scale: "equal",
        part: LabPart::EqualCooperation,
        ask: (
            "Over welke besluiten en middelen kunnen we samen beslissen, en welke kaders staan echt vast?",
            "On which decisions and means can we decide together, and which frames are really fixed?",
        ),
        facts: &["BUU-52", "BUU-58", "BUU-73"],
    },
    Theme {
        scale: "knowledge",
        part: LabPart::ExperientialKnowledge,
        ask: (
            "Hoe laten we ervaringskennis meetellen, en wat is er nodig om wie dat wil ook een diploma te laten halen?",
            "How do we let experiential knowledge count, and what is needed so that who wants to can also get a diploma?",
        ),
        facts: &["BUU-59", "BUU-74"],
    },
    Theme {
        scale: "images",
        part: LabPart::UnderlyingValues,
        ask: (
            "Welke beelden hebben we van elkaar, en welke daarvan zitten in de weg?",
            "Which images do we have of each other, and which of those stand in the way?",
        ),
        facts: &["BUU-60", "BUU-72"],
    },
    Theme {
        scale: "goals",
        part: LabPart::EqualCooperation,
        ask: (
            "Welke taken in de wijk zijn van ons samen, en wat verwachten we daarbij van elkaar?",
            "Which tasks in the neighbourhood belong to all of us, and what do we expect of each other there?",
        ),
        facts: &["BUU-55", "BUU-73"],
    },
];

/// Both sides in words.
pub(super) fn text(formal: &ReflectionSide, informal: &ReflectionSide) -> Label {
    let side = |side: &ReflectionSide| match side.percent {
        Some(percent) => {
            let percent = shown((percent * 10.0).round() / 10.0);
            Label::new(format!("{percent} van 100"), format!("{percent} of 100"))
        }
        None if side.people == 0 => Label::of("niemand beantwoordde genoeg", "nobody answered enough"),
        None => Label::of("niet getoond: weinig mensen", "withheld: few people"),
    };
    let (formal, informal) = (side(formal), side(informal));
    Label::new(
        format!("informeel: {}; formeel: {}", informal.nl, formal.nl),
        format!("informal: {}; formal: {}", informal.en, formal.en),
    )
}

pub(super) fn cautions(withheld: usize) -> Vec<Label> {
    let mut cautions = vec![
        Label::of(
            "Dit is om samen over te praten. Er is geen grens voor goed of slecht, en de lijst is niet gevalideerd.",
            "This is to talk about together. There is no bound for good or bad, and the list has not been validated.",
        ),
        Label::of(
            "Wie niet meedeed, is niet gehoord: vraag wie er ontbreekt voordat u iets uit de getallen afleidt.",
            "Who did not take part was not heard: ask who is missing before you conclude anything from the numbers.",
        ),
    ];
    if withheld > 0 {
        cautions.push(Label::of(
            "Van weinig mensen is het gemiddelde niet getoond: het zou zeggen wat één van hen antwoordde.",
            "Of few people the mean is not shown: it would say what one of them answered.",
        ));
    }
    cautions
}
