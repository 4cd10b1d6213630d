//! Whether the source group was there: at each kind of step, when the subject was set, in each of the four verbs.

use super::measure::agreeing;
use crate::cocreation::history::{History, of};
use crate::cocreation::{Event, Phase};
use crate::events::{Element, Event as _};
use crate::{Label, Source, Vocabulary};
use serde::Serialize;

crate::vocabulary! {
    /// A kind of step at which the source group can be there or not.
    ///
    /// # Source
    /// COC-20, COC-31, COC-36, COC-43, COC-46
    pub enum StepKind: "kind of step", "soort stap", ["COC-20"] {
        /// Sessions.
        Session = "session": "bijeenkomst", "session", ["COC-20"],
        /// Agreeing on the subject.
        TopicAgreed = "topic-agreed": "eens over het onderwerp", "topic agreed", ["COC-31", "COC-36"],
        /// Agreeing on the design.
        DesignAgreed = "design-agreed": "eens over het ontwerp", "design agreed", ["COC-35"],
        /// Sharing a goal.
        GoalShared = "goal-shared": "gezamenlijk doel", "shared goal", ["COC-43"],
        /// Talking about expectations.
        ExpectationsDiscussed = "expectations-discussed": "verwachtingen besproken", "expectations discussed", ["COC-83"],
        /// Weighing ideas.
        IdeaWeighed = "idea-weighed": "idee gewogen", "idea weighed", ["COC-23", "COC-110"],
        /// Judging whether there is enough time.
        TimeJudged = "time-judged": "tijd beoordeeld", "time judged", ["COC-44"],
        /// Evaluating.
        Evaluation = "evaluation": "evaluatie", "evaluation", ["COC-46", "COC-47"],
        /// Judging that a next phase helps.
        PhaseEntered = "phase-entered": "fase ingegaan", "phase entered", ["COC-27"],
        /// Judging whether it was successful.
        SuccessJudged = "success-judged": "succes beoordeeld", "success judged", ["COC-49"],
    }
}

/// Whether the source group was there at one kind of step.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepPresence {
    /// The kind of step.
    pub kind: StepKind,
    /// The same in words.
    pub label: Label,
    /// The events at which the source group was there.
    pub with: Vec<usize>,
    /// The events at which it was not.
    pub without: Vec<usize>,
    /// The events of which it is not recorded.
    pub not_recorded: Vec<usize>,
}

/// Who set the subject.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TopicSetting {
    /// The parties that named a theme, in order, each once.
    pub named_by: Vec<String>,
    /// Whether the source group was among those who agreed on the subject; `None` when no agreement is recorded.
    pub agreed_with_source_group: Option<bool>,
    /// The same in a sentence.
    pub text: Label,
    /// The numbers of the events it rests on, in order.
    pub evidence: Vec<usize>,
    /// Where it comes from.
    pub source: Source,
}

crate::vocabulary! {
    /// One of the four verbs of co-creation; full co-creation asks for all four.
    ///
    /// # Source
    /// COC-02
    pub enum Verb: "verb of co-creation", "werkwoord van co-creatie", ["COC-02"] {
        /// Take the initiative.
        Initiate = "initiate": "initiëren", "initiate", [],
        /// Design.
        Design = "design": "ontwerpen", "design", [],
        /// Carry out.
        CarryOut = "carry-out": "uitvoeren", "carry out", [],
        /// Evaluate.
        Evaluate = "evaluate": "evalueren", "evaluate", [],
    }
}

/// Whether the source group had a part in one of the four verbs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VerbInvolvement {
    /// The verb.
    pub verb: Verb,
    /// The same in words.
    pub label: Label,
    /// Yes, no because it is recorded without them only, or `None`: not recorded.
    pub involved: Option<bool>,
    /// The numbers of the events that say so, in order.
    pub evidence: Vec<usize>,
}

pub(super) fn presence(history: &History<'_>, kind: StepKind) -> StepPresence {
    let mut found = StepPresence {
        kind,
        label: kind.label(),
        with: Vec::new(),
        without: Vec::new(),
        not_recorded: Vec::new(),
    };
    for (number, event) in history.pick(|event| (event.code() == kind.code()).then_some(event)) {
        let there = match event {
            Event::Session { attendance, .. } => history.source_group_at(attendance),
            Event::PhaseEntered { judged_by, .. } => judged_by
                .as_ref()
                .map(|judges| judges.iter().any(|party| history.in_source_group(party.as_str()))),
            _ => agreeing(event).map(|parties| parties.iter().any(|party| history.in_source_group(party))),
        };
        match there {
            Some(true) => found.with.push(number),
            Some(false) => found.without.push(number),
            None => found.not_recorded.push(number),
        }
    }
    found
}

pub(super) fn topic(history: &History<'_>) -> TopicSetting {
    let named = history.pick(|event| of!(event, Event::ThemeNamed { by, .. } => by.as_str()));
    let agreed = history.pick(|event| of!(event, Event::TopicAgreed { parties, .. } => parties));
    let ours = |parties: &[crate::cocreation::Actor]| {
        parties.iter().any(|party| history.in_source_group(party.key()))
    };
    let agreed_with_source_group =
        (!agreed.is_empty()).then(|| agreed.iter().any(|(_, parties)| ours(parties)));
    let mut named_by: Vec<String> = Vec::new();
    for (_, by) in &named {
        if !named_by.iter().any(|one| one == by) {
            named_by.push((*by).to_owned());
        }
    }
    let labels: Vec<Label> = named_by.iter().map(|id| history.name(id)).collect();
    let who = Label::join(&labels, ", ");
    let first = if named.is_empty() {
        Label::of("Wie het thema noemde, is niet vastgelegd.", "Who named the theme is not recorded.")
    } else {
        Label::said(
            format_args!("Het thema werd genoemd door: {}.", who.nl),
            format_args!("The theme was named by: {}.", who.en),
        )
    };
    let second = match agreed_with_source_group {
        Some(true) => Label::of(
            "De brongroep was bij de afspraak over het onderwerp.",
            "The source group was part of the agreement on the subject.",
        ),
        Some(false) => Label::of(
            "De brongroep was niet bij de afspraak over het onderwerp.",
            "The source group was not part of the agreement on the subject.",
        ),
        None => Label::of(
            "Een afspraak over het onderwerp is niet vastgelegd.",
            "An agreement on the subject is not recorded.",
        ),
    };
    let mut evidence: Vec<usize> =
        named.iter().map(|(number, _)| *number).chain(agreed.iter().map(|(number, _)| *number)).collect();
    evidence.sort_unstable();
    TopicSetting {
        named_by,
        agreed_with_source_group,
        text: Label::join([&first, &second], " "),
        evidence,
        source: Source::facts(&["COC-30", "COC-31", "COC-36"]),
    }
}

/// Who had a part in a verb, by the events that show it.
fn acting<'e>(verb: Verb, event: &'e Event, phase: Option<Phase>) -> Option<Vec<&'e str>> {
    let keys = |parties: &'e [crate::cocreation::Actor]| parties.iter().map(Element::key).collect();
    match (verb, event) {
        (Verb::Initiate, Event::ThemeNamed { by, .. }) => Some(vec![by.as_str()]),
        (Verb::Initiate, Event::Idea { by: Some(party), .. })
        | (
            Verb::CarryOut,
            Event::InitiativeStarted { carried_by: Some(party), .. }
            | Event::InitiativeCarriedBy { party, .. },
        ) => Some(vec![party.as_str()]),

        (Verb::Initiate, Event::TopicAgreed { parties, .. })
        | (Verb::Design, Event::DesignAgreed { parties, .. })
        | (Verb::Evaluate, Event::Evaluation { parties, .. } | Event::SuccessJudged { by: parties, .. }) => {
            Some(keys(parties))
        }
        (Verb::Design, Event::Session { attendance, .. }) if phase == Some(Phase::CoDesign) => {
            Some(attendance.iter().filter(|one| one.present()).map(Element::key).collect())
        }
        _ => None,
    }
}

pub(super) fn verb(history: &History<'_>, verb: Verb) -> VerbInvolvement {
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for (number, event) in history.pick(Some) {
        if let Some(parties) = acting(verb, event, history.phase_at(number)) {
            let ours = parties.iter().any(|party| history.in_source_group(party));
            if ours { with.push(number) } else { without.push(number) }
        }
    }
    let involved = if with.is_empty() { (!without.is_empty()).then_some(false) } else { Some(true) };
    VerbInvolvement {
        verb,
        label: verb.label(),
        involved,
        evidence: if with.is_empty() { without } else { with },
    }
}
