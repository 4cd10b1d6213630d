//! Co-creation: making public services together with the people who use them.
//!
//! * Vocabulary: [`Phase`], [`PartyKind`], [`Event`] and the lists it uses.
//! * Door: [`Log`], an append-only dated log that refuses what cannot be, such as a party that acts before it
//!   joined.
//! * Functions: [`review`], [`readiness`], [`conditions`], [`promises`], [`voice`], [`energy`], [`follow`], [`reflect`].
//! * Descriptions: [`phases`], [`event_kinds`], [`roadmaps`], [`reflection_instrument`].
//! * Results: [`Review`] with [`Finding`]s, [`Readiness`], each with the numbers of the events it rests on.
//!
//! A phase is a state with conditions that people judge, never a step of a schedule: nothing here moves a process on,
//! and no date does (COC-27, COC-29). What the log does not hold is unknown: “not recorded” is not “no”. Going back
//! to an earlier phase and not starting at all are good outcomes too (COC-33, COC-111).
//!
//! # Source
//! COC-01…124, BUU-51…60, BUU-71…74, GEN-12, GEN-13

#[cfg(feature = "charts")]
mod chart;
mod condition;
mod course;
mod cycle;
mod energy;
mod event;
mod findings;
mod history;
mod influence;
mod log;
mod narrative;
mod phase;
mod point;
mod progress;
mod promises;
mod readiness;
mod reference;
mod reflection;
mod remarks;
mod review;
mod roadmaps;
mod roles;
mod settings;
mod state;
mod turnout;
mod voice;
mod words;

pub use crate::events::EventForm;
#[cfg(feature = "charts")]
pub use chart::timeline_chart;
pub use condition::{ConditionDescription, ConditionReview};
pub use course::{
    Breath, ConditionCourse, ConditionSpan, Conditions, Lasted, Quiet, RecordedTask, conditions,
};
pub use cycle::{
    AssemblyReview, PolicyCycle, PolicyStep, PolicyStepDescription, PolicyStepReview, policy_cycle,
    policy_steps,
};
pub use energy::{Energy, InitiativeEnergy, Momentum, SessionPeople, SetBack, SetBackKind, Turnout, energy};
pub use event::Event;
pub use findings::{Finding, FindingCode};
pub use influence::{ArnsteinGroup, ArnsteinRung, GovernmentRole, GovernmentStep, InfluenceLevel, Manner};
pub use log::{Log, Party, event_kinds};
#[cfg(feature = "charts")]
pub use narrative::story_frequencies_chart;
pub use narrative::{
    CodeAgreement, CodeFrequency, CodedStories, Coding, GroupFrequency, Story, StoryAgreement, StoryCode,
    StoryCoder, StoryCoderCount, StoryCounting, StoryFrequencies, story_agreement, story_frequencies,
};
pub use phase::{Phase, PhaseDescription, Sourced, phases};
pub use progress::{NextSteps, PhaseReview, Status, Stay};
pub use promises::{
    GoldenRulePart, Keeping, PartyCount, PartyKeeping, PromiseEntry, PromiseLedger, PromiseState, promises,
};
pub use readiness::{Readiness, readiness};
pub use reference::{
    Actor, Attendance, IdeaName, InitiativeName, NewIdea, NewInitiative, NewPromise, Newcomer,
    OpenInitiative, OpenPromise, PartyName,
};
pub use reflection::{LabPart, Reflection, ReflectionSide, ReflectionTheme, reflect, reflection_instrument};
pub use remarks::{Remark, RemarkCode};
pub use review::{PerspectiveCount, Review, review};
pub use roadmaps::{follow, roadmaps};
#[cfg(feature = "charts")]
pub use roles::roles_chart;
pub use roles::{
    Emphasis, Movement, RoleDescription, RoleProfile, RoleShare, RoleTension, government_roles, role_profile,
};
pub use settings::{Period, Settings, Switch};
#[cfg(feature = "charts")]
pub use voice::voice_chart;
pub use voice::{
    InfluenceMoment, Influences, PartyVoice, StepKind, StepPresence, TopicSetting, Verb, VerbInvolvement,
    Voice, VoiceMeasure, VoicePart, VoiceShares, voice,
};
pub use words::{
    AdviceForce, CoSteering, Ending, EvaluationSubject, ListeningMethod, PartyKind, SupportLevel, Task,
};

/// An event of a co-creation log as it was recorded.
pub type Entry = crate::events::Entry<Event>;

#[cfg(test)]
mod tests;
