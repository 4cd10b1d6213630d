//! Every point on which conditions look at the log.

use super::{Point, own, voice};
use crate::cocreation::history::of;
use crate::cocreation::words::{CoSteering, PartyKind, SupportLevel};
use crate::cocreation::{Event, Phase};
use crate::events::Element;

pub(super) fn names<E: Element>(parties: &[E]) -> Vec<&str> {
    parties.iter().map(Element::key).collect()
}

pub(in crate::cocreation) const THEME_NAMED: Point =
    Point::recorded("theme_named", ("een thema", "a theme"), |event| {
        matches!(event, Event::ThemeNamed { .. })
    });

pub(in crate::cocreation) const LISTENED: Point = Point::with_source_group(
    "source_group_listened_to",
    ("luisteren naar wat er speelt", "listening to what is going on"),
    |event| {
        let heard = of!(event, Event::Listening { parties, count, .. } => (names(parties), *count));
        heard.filter(|(_, count)| *count != Some(0)).map(|(parties, _)| parties)
    },
);

pub(in crate::cocreation) const FED_BACK: Point = Point::with_source_group(
    "analysis_fed_back",
    ("terugkoppelen van de analyse", "feeding the analysis back"),
    |event| of!(event, Event::AnalysisFedBack { to } => names(to)),
);

pub(in crate::cocreation) const NEED: Point = Point::latest(
    "need_established",
    ("behoefte aan co-creatie", "a need for co-creation"),
    |event| of!(event, Event::NeedEstablished { needed, .. } => *needed),
);

pub(in crate::cocreation) const SUBJECT_AGREED: Point = Point::together(
    "subject_agreed",
    ("overeenstemming over het onderwerp", "agreement on the subject"),
    |event| of!(event, Event::TopicAgreed { parties, .. } => names(parties)),
);

pub(in crate::cocreation) const DESIGN_AGREED: Point = Point::with_source_group(
    "design_agreed",
    ("overeenstemming over het ontwerp", "agreement on the design"),
    |event| of!(event, Event::DesignAgreed { parties, .. } => names(parties)),
);

pub(in crate::cocreation) const GOAL_SHARED: Point = Point::with_source_group(
    "goal_shared",
    ("een gezamenlijk doel", "a shared goal"),
    |event| of!(event, Event::GoalShared { parties, .. } => names(parties)),
);

pub(in crate::cocreation) const TIME_ENOUGH: Point = Point::latest(
    "time_enough",
    ("genoeg tijd", "enough time"),
    |event| of!(event, Event::TimeJudged { enough, .. } => *enough),
);

pub(in crate::cocreation) const STEERING: Point =
    Point::latest("steering_possible", ("ruimte om mee te sturen", "room to co-steer"), |event| {
        let steering = of!(event, Event::DesignAgreed { steering, .. } => *steering).flatten();
        steering.map(|steering| steering != CoSteering::None)
    });

pub(in crate::cocreation) const SUCCESSFUL: Point = Point::latest(
    "successful",
    ("werken in co-creatie was succesvol", "working in co-creation was successful"),
    |event| of!(event, Event::SuccessJudged { successful, .. } => *successful),
);

pub(in crate::cocreation) const BETTER_FIT: Point = Point::latest(
    "better_fit",
    ("de dienst past nu beter bij de brongroep", "the service fits the source group better now"),
    |event| of!(event, Event::SuccessJudged { better_fit, .. } => *better_fit).flatten(),
);

pub(in crate::cocreation) const MANDATE: Point =
    Point::recorded("mandate_given", ("een opdracht", "an assignment"), |event| {
        matches!(event, Event::MandateGiven { .. })
    });

pub(in crate::cocreation) const FRAMES_SET: Point =
    Point::recorded("frames_set", ("kaders", "frames"), |event| matches!(event, Event::FramesSet { .. }));

pub(in crate::cocreation) const FRAMES_KEPT: Point =
    Point::own("frames_kept", ("vasthouden aan de kaders", "keeping to the frames"), own::frames_kept);

pub(in crate::cocreation) const WAY_OF_WORKING: Point = Point::with_source_group(
    "way_of_working_told",
    ("vertellen hoe er samen wordt gewerkt", "telling how people will work together"),
    |event| of!(event, Event::WayOfWorkingTold { to, .. } => names(to)),
);

pub(in crate::cocreation) const FACILITATOR: Point =
    Point::recorded("facilitator_named", ("een begeleider", "a facilitator"), |event| {
        matches!(event, Event::FacilitatorNamed { .. })
    });

pub(in crate::cocreation) const FACILITATOR_TRAINED: Point = Point::latest(
    "facilitator_trained",
    ("de begeleider is geschoold", "the facilitator is trained"),
    |event| of!(event, Event::FacilitatorNamed { trained, .. } => *trained).flatten(),
);

pub(in crate::cocreation) const EXPECTATIONS: Point = Point::together(
    "expectations_discussed",
    ("praten over verwachtingen", "talking about expectations"),
    |event| of!(event, Event::ExpectationsDiscussed { parties, .. } => names(parties)),
);

pub(in crate::cocreation) const SOURCE_GROUP: Point = Point::own(
    "source_group_takes_part",
    ("de brongroep doet mee", "the source group takes part"),
    |history| own::takes_part(history, PartyKind::SourceGroup),
);

pub(in crate::cocreation) const MUNICIPALITY: Point = Point::own(
    "municipality_takes_part",
    ("de gemeente doet mee", "the municipality takes part"),
    |history| own::takes_part(history, PartyKind::Municipality),
);

pub(in crate::cocreation) const AT_SESSIONS: Point = Point::own(
    "source_group_at_sessions",
    ("de brongroep bij bijeenkomsten", "the source group at sessions"),
    |history| own::presence(history, None),
);

pub(in crate::cocreation) const IN_DESIGN: Point = Point::own(
    "source_group_in_design",
    ("de brongroep bij bijeenkomsten in de co-design", "the source group at sessions during co-design"),
    |history| own::presence(history, Some(Phase::CoDesign)),
);

pub(in crate::cocreation) const HEARD: Point = Point::own(
    "source_group_heard",
    ("de brongroep voelt zich gehoord", "the source group feels heard"),
    voice::heard,
);

pub(in crate::cocreation) const POLITICAL_SUPPORT: Point =
    Point::latest("support_political", ("politieke steun", "political support"), |event| {
        support(event, SupportLevel::Political)
    });

pub(in crate::cocreation) const ADMINISTRATIVE_SUPPORT: Point =
    Point::latest("support_administrative", ("bestuurlijke steun", "administrative support"), |event| {
        support(event, SupportLevel::Administrative)
    });

pub(in crate::cocreation) const ORGANISATIONAL_SUPPORT: Point =
    Point::latest("support_organisational", ("organisatorische steun", "organisational support"), |event| {
        support(event, SupportLevel::Organisational)
    });

pub(in crate::cocreation) const OUTSIDE_SUPPORT: Point = Point::latest(
    "support_outside_partners",
    ("steun van partners van buiten", "support of outside partners"),
    |event| support(event, SupportLevel::OutsidePartners),
);

fn support(event: &Event, wanted: SupportLevel) -> Option<bool> {
    let recorded = of!(event, Event::SupportRecorded { level, continued } => (*level, *continued));
    recorded.filter(|(level, _)| *level == wanted).map(|(_, continued)| continued)
}

const EVALUATION: (&str, &str) = ("evaluatie van deze fase", "evaluation of this phase");

pub(in crate::cocreation) const START_EVALUATED: Point =
    Point::own("start_co_evaluated", EVALUATION, |history| own::co_evaluation(history, Phase::Start));

pub(in crate::cocreation) const CO_DESIGN_EVALUATED: Point =
    Point::own("co_design_co_evaluated", EVALUATION, |history| own::co_evaluation(history, Phase::CoDesign));

pub(in crate::cocreation) const CO_PRODUCTION_EVALUATED: Point =
    Point::own("co_production_co_evaluated", EVALUATION, |history| {
        own::co_evaluation(history, Phase::CoProduction)
    });

pub(in crate::cocreation) const CONTINUATION_EVALUATED: Point =
    Point::own("continuation_co_evaluated", EVALUATION, |history| {
        own::co_evaluation(history, Phase::Continuation)
    });
