//! Every point on which conditions look at the log.

use super::history::History;
use super::point::{Observation, Point, latest, with_source_group};
use super::words::{CoSteering, PartyKind, SupportLevel};
use super::{Event, Phase};
use crate::Label;
use crate::events::Element;

fn names<E: Element>(parties: &[E]) -> Vec<&str> {
    parties.iter().map(Element::key).collect()
}

pub(super) const THEME_NAMED: Point = Point::recorded("theme_named", ("een thema", "a theme"), |event| {
    matches!(event, Event::ThemeNamed { .. })
});

pub(super) const LISTENED: Point = Point::with_source_group(
    "source_group_listened_to",
    ("luisteren naar wat er speelt", "listening to what is going on"),
    |event| match event {
        Event::Listening { parties, count, .. } if *count != Some(0) => Some(names(parties)),
        _ => None,
    },
);

pub(super) const FED_BACK: Point = Point::with_source_group(
    "analysis_fed_back",
    ("terugkoppelen van de analyse", "feeding the analysis back"),
    |event| match event {
        Event::AnalysisFedBack { to } => Some(names(to)),
        _ => None,
    },
);

pub(super) const NEED: Point =
    Point::latest("need_established", ("behoefte aan co-creatie", "a need for co-creation"), |event| {
        match event {
            Event::NeedEstablished { needed, .. } => Some(*needed),
            _ => None,
        }
    });

pub(super) const SUBJECT_AGREED: Point = Point::with_source_group(
    "subject_agreed",
    ("overeenstemming over het onderwerp", "agreement on the subject"),
    |event| match event {
        Event::TopicAgreed { parties, .. } => Some(names(parties)),
        _ => None,
    },
);

pub(super) const DESIGN_AGREED: Point = Point::with_source_group(
    "design_agreed",
    ("overeenstemming over het ontwerp", "agreement on the design"),
    |event| match event {
        Event::DesignAgreed { parties, .. } => Some(names(parties)),
        _ => None,
    },
);

pub(super) const GOAL_SHARED: Point =
    Point::with_source_group("goal_shared", ("een gezamenlijk doel", "a shared goal"), |event| match event {
        Event::GoalShared { parties, .. } => Some(names(parties)),
        _ => None,
    });

pub(super) const TIME_ENOUGH: Point =
    Point::latest("time_enough", ("genoeg tijd", "enough time"), |event| match event {
        Event::TimeJudged { enough, .. } => Some(*enough),
        _ => None,
    });

pub(super) const STEERING: Point = Point::latest(
    "steering_possible",
    ("ruimte om mee te sturen", "room to co-steer"),
    |event| match event {
        Event::DesignAgreed { steering, .. } => steering.map(|steering| steering != CoSteering::None),
        _ => None,
    },
);

pub(super) const SUCCESSFUL: Point = Point::latest(
    "successful",
    ("werken in co-creatie was succesvol", "working in co-creation was successful"),
    |event| match event {
        Event::SuccessJudged { successful, .. } => Some(*successful),
        _ => None,
    },
);

pub(super) const BETTER_FIT: Point = Point::latest(
    "better_fit",
    ("de dienst past nu beter bij de brongroep", "the service fits the source group better now"),
    |event| match event {
        Event::SuccessJudged { better_fit, .. } => *better_fit,
        _ => None,
    },
);

pub(super) const MANDATE: Point =
    Point::recorded("mandate_given", ("een opdracht", "an assignment"), |event| {
        matches!(event, Event::MandateGiven { .. })
    });

pub(super) const FRAMES_SET: Point =
    Point::recorded("frames_set", ("kaders", "frames"), |event| matches!(event, Event::FramesSet { .. }));

pub(super) const FRAMES_KEPT: Point =
    Point::own("frames_kept", ("vasthouden aan de kaders", "keeping to the frames"), frames_kept);

pub(super) const WAY_OF_WORKING: Point = Point::with_source_group(
    "way_of_working_told",
    ("vertellen hoe er samen wordt gewerkt", "telling how people will work together"),
    |event| match event {
        Event::WayOfWorkingTold { to, .. } => Some(names(to)),
        _ => None,
    },
);

pub(super) const FACILITATOR: Point =
    Point::recorded("facilitator_named", ("een begeleider", "a facilitator"), |event| {
        matches!(event, Event::FacilitatorNamed { .. })
    });

pub(super) const FACILITATOR_TRAINED: Point = Point::latest(
    "facilitator_trained",
    ("de begeleider is geschoold", "the facilitator is trained"),
    |event| match event {
        Event::FacilitatorNamed { trained, .. } => *trained,
        _ => None,
    },
);

pub(super) const EXPECTATIONS: Point = Point::with_source_group(
    "expectations_discussed",
    ("praten over verwachtingen", "talking about expectations"),
    |event| match event {
        Event::ExpectationsDiscussed { parties, .. } => Some(names(parties)),
        _ => None,
    },
);

pub(super) const SOURCE_GROUP: Point = Point::own(
    "source_group_takes_part",
    ("de brongroep doet mee", "the source group takes part"),
    |history| takes_part(history, PartyKind::SourceGroup),
);

pub(super) const MUNICIPALITY: Point = Point::own(
    "municipality_takes_part",
    ("de gemeente doet mee", "the municipality takes part"),
    |history| takes_part(history, PartyKind::Municipality),
);

pub(super) const AT_SESSIONS: Point = Point::own(
    "source_group_at_sessions",
    ("de brongroep bij bijeenkomsten", "the source group at sessions"),
    |history| presence(history, None),
);

pub(super) const IN_DESIGN: Point = Point::own(
    "source_group_in_design",
    ("de brongroep bij bijeenkomsten in de co-design", "the source group at sessions during co-design"),
    |history| presence(history, Some(Phase::CoDesign)),
);

pub(super) const HEARD: Point = Point::own(
    "source_group_heard",
    ("de brongroep voelt zich gehoord", "the source group feels heard"),
    heard,
);

/// Support from each level.
pub(super) const SUPPORT: [Point; 4] = [
    Point::latest("support_political", ("politieke steun", "political support"), |event| {
        support(event, SupportLevel::Political)
    }),
    Point::latest("support_administrative", ("bestuurlijke steun", "administrative support"), |event| {
        support(event, SupportLevel::Administrative)
    }),
    Point::latest("support_organisational", ("organisatorische steun", "organisational support"), |event| {
        support(event, SupportLevel::Organisational)
    }),
    Point::latest(
        "support_outside_partners",
        ("steun van partners van buiten", "support of outside partners"),
        |event| support(event, SupportLevel::OutsidePartners),
    ),
];

/// Co-evaluation of each phase.
pub(super) const CO_EVALUATION: [Point; 4] = {
    const WORDS: (&str, &str) = ("evaluatie van deze fase", "evaluation of this phase");
    [
        Point::own("start_co_evaluated", WORDS, |history| co_evaluation(history, Phase::Start)),
        Point::own("co_design_co_evaluated", WORDS, |history| co_evaluation(history, Phase::CoDesign)),
        Point::own("co_production_co_evaluated", WORDS, |history| {
            co_evaluation(history, Phase::CoProduction)
        }),
        Point::own("continuation_co_evaluated", WORDS, |history| co_evaluation(history, Phase::Continuation)),
    ]
};

fn support(event: &Event, wanted: SupportLevel) -> Option<bool> {
    match event {
        Event::SupportRecorded { level, continued } if *level == wanted => Some(*continued),
        _ => None,
    }
}

/// Evaluations of a phase: of the phase they name, otherwise of the phase in which they took place.
fn co_evaluation(history: &History<'_>, wanted: Phase) -> Observation {
    let mut evaluations = history.pick(|event| match event {
        Event::Evaluation { parties, phase, .. } => Some((names(parties), *phase)),
        _ => None,
    });
    evaluations.retain(|(number, (_, phase))| phase.or_else(|| history.phase_at(*number)) == Some(wanted));
    let parties: Vec<(usize, Vec<&str>)> =
        evaluations.into_iter().map(|(number, (parties, _))| (number, parties)).collect();
    with_source_group(history, &parties)
}

/// The frames stand from when they were set until a change after the start is recorded.
fn frames_kept(history: &History<'_>) -> Observation {
    let changed = frames_changed(history);
    if !changed.is_empty() {
        let dates = history.dates(&changed);
        let says = Label::new(
            format!("na de start veranderd ({dates})"),
            format!("changed after the start ({dates})"),
        );
        return Observation::new(Some(false), changed, says);
    }
    let set = FRAMES_SET.observe(history);
    if set.value.is_none() {
        return Observation::nothing();
    }
    let says = Label::of("geen verandering na de start vastgelegd", "no change after the start recorded");
    Observation::new(Some(true), set.evidence, says)
}

/// The changes of frames after the start: recorded as such, or recorded after a phase was entered.
pub(super) fn frames_changed(history: &History<'_>) -> Vec<usize> {
    let changes = history.pick(|event| match event {
        Event::FramesChanged { before_start, .. } => Some(*before_start),
        _ => None,
    });
    let after = |&(number, before): &(usize, Option<bool>)| {
        before == Some(false) || history.phase_at(number).is_some()
    };
    changes.into_iter().filter(after).map(|(number, _)| number).collect()
}

/// A kind of party takes part as soon as one of that kind does.
fn takes_part(history: &History<'_>, kind: PartyKind) -> Observation {
    let parties: Vec<_> = history.parties_of(kind).collect();
    let joined = history.pick(|event| match event {
        Event::PartyJoined { party } => Some(party.as_str()),
        _ => None,
    });
    let of = |value: Option<bool>| -> Vec<&str> {
        let ids = parties.iter().map(|party| party.id.as_str());
        ids.filter(|id| history.state.takes_part(id) == value).collect()
    };
    let (present, gone) = (of(Some(true)), of(Some(false)));
    let words = |ids: &[&str]| {
        let labels: Vec<Label> = ids.iter().map(|id| history.name(id)).collect();
        Label::join(&labels, ", ")
    };
    if !present.is_empty() {
        let evidence =
            joined.iter().filter(|(_, id)| present.contains(id)).map(|&(number, _)| number).collect();
        return Observation::new(Some(true), evidence, words(&present));
    }
    if gone.is_empty() {
        return Observation::nothing();
    }
    let left = words(&gone);
    let mut evidence: Vec<usize> = gone.iter().filter_map(|id| history.state.left(id)).collect();
    evidence.sort_unstable();
    let says = Label::new(format!("gestopt: {}", left.nl), format!("left: {}", left.en));
    Observation::new(Some(false), evidence, says)
}

/// No as soon as the source group was recorded as absent at one session, yes when it was at all of them.
fn presence(history: &History<'_>, phase: Option<Phase>) -> Observation {
    let mut sessions: Vec<(usize, Option<bool>)> = history
        .sessions()
        .into_iter()
        .map(|(number, (attendance, _))| (number, history.source_group_at(attendance)))
        .collect();
    sessions.retain(|(number, _)| phase.is_none() || history.phase_at(*number) == phase);
    let of = |value: Option<bool>| -> Vec<usize> {
        sessions.iter().filter(|(_, present)| *present == value).map(|&(number, _)| number).collect()
    };
    let (present, absent, silent) = (of(Some(true)), of(Some(false)), of(None));
    if !absent.is_empty() {
        let dates = history.dates(&absent);
        let says = Label::new(format!("afwezig op {dates}"), format!("absent on {dates}"));
        return Observation::new(Some(false), absent, says);
    }
    if !silent.is_empty() {
        let dates = history.dates(&silent);
        let says = Label::new(
            format!("niet vastgelegd of zij er was op {dates}"),
            format!("not recorded whether it was there on {dates}"),
        );
        return Observation::new(None, silent, says);
    }
    if present.is_empty() {
        return Observation::nothing();
    }
    let dates = history.dates(&present);
    let says = Label::new(format!("bij elke bijeenkomst ({dates})"), format!("at every session ({dates})"));
    Observation::new(Some(true), present, says)
}

/// No as soon as one part of the source group last said that it is not heard.
fn heard(history: &History<'_>) -> Observation {
    let said = history.pick(|event| match event {
        Event::VoiceRecorded { by, heard, .. } => Some((by.as_str(), *heard)),
        _ => None,
    });
    let last_of = |party: &str| {
        let own = said.iter().filter(|(_, (by, _))| *by == party);
        own.map(|&(number, (_, heard))| (number, heard)).next_back()
    };
    let mut last: Vec<(usize, bool)> =
        history.parties_of(PartyKind::SourceGroup).filter_map(|party| last_of(&party.id)).collect();
    // The record that decides comes last: one “no” weighs more than a later “yes” of another.
    last.sort_by_key(|&(number, heard)| (!heard, number));
    latest(history, &last)
}
