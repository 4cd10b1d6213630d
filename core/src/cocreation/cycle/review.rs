//! The policy cycle as far as a log says.

use super::assembly::{AssemblyReview, assemblies};
use super::step::PolicyStep;
use super::{finding, table};
use crate::cocreation::Log;
use crate::cocreation::condition::{ConditionReview, review_all, together};
use crate::cocreation::findings::Finding;
use crate::cocreation::history::History;
use crate::decide::Truth;
use crate::{Label, Reason, Source, Vocabulary};
use chrono::NaiveDate;
use serde::Serialize;

/// The policy cycle with citizens, as far as a log says on a date. A number in a list of evidence is that of an event.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PolicyCycle {
    /// The name of the log.
    pub id: String,
    /// What people call it.
    pub title: Label,
    /// The date up to which the log was read.
    pub as_of: NaiveDate,
    /// The five steps, each with what citizens add and whether that is recorded.
    pub steps: Vec<PolicyStepReview>,
    /// Frames, then co-creation, then a decision: whether it went in that order, and whether they hold.
    pub frame_to_decision: Vec<ConditionReview>,
    /// What enriches a policy with views from society; a profile, and no score.
    pub rich_policy: Vec<ConditionReview>,
    /// What citizens' assemblies advised, and what became of it.
    pub assemblies: Vec<AssemblyReview>,
    /// What asks for attention, with advice.
    pub findings: Vec<Finding>,
    /// What stands behind it.
    pub reasons: Vec<Reason>,
    /// Where it comes from.
    pub source: Source,
}

/// A step of the policy cycle, and what the log says of citizens in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PolicyStepReview {
    /// The step.
    pub step: PolicyStep,
    /// What it is called.
    pub label: Label,
    /// What is usual.
    pub usual: Label,
    /// What citizens add.
    pub citizens: Label,
    /// Its conditions together: met, not met, or unknown because something is not recorded.
    pub truth: Truth,
    /// Each condition.
    pub conditions: Vec<ConditionReview>,
    /// Where it comes from.
    pub source: Source,
}

/// The policy cycle with citizens, as far as a log says on a date.
///
/// ```
/// use meedoen::cocreation::{Log, PolicyStep, policy_cycle};
/// use meedoen::{Label, decide::Truth};
/// let log = Log::new("course", Label::of("Koers", "Course"), Label::of("beleid", "policy"), vec![])?;
/// let cycle = policy_cycle(&log, "2019-03-01".parse().unwrap());
/// assert_eq!(cycle.steps[0].step, PolicyStep::Explore);
/// assert_eq!(cycle.steps[0].truth, Truth::Unknown); // nothing is recorded, which is not a no
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// COC-95…114, PUB-56
pub fn policy_cycle(log: &Log, as_of: NaiveDate) -> PolicyCycle {
    let history = History::until(log, as_of);
    let assemblies = assemblies(&history);
    let step = |&step: &PolicyStep| {
        let conditions = review_all(table::of_step(step), &history);
        PolicyStepReview {
            step,
            label: step.label(),
            usual: step.usual(),
            citizens: step.citizens(),
            truth: together(&conditions),
            conditions,
            source: step.source(),
        }
    };
    PolicyCycle {
        id: log.id().to_owned(),
        title: log.title().clone(),
        as_of,
        steps: PolicyStep::ALL.iter().map(step).collect(),
        frame_to_decision: review_all(table::FRAME_TO_DECISION, &history),
        rich_policy: review_all(table::RICH_POLICY, &history),
        findings: finding::find(&history, &assemblies),
        assemblies,
        reasons: reasons(),
        source: Source::facts(&["COC-95", "COC-108", "COC-112", "COC-114"]),
    }
}

fn reasons() -> Vec<Reason> {
    vec![
        Reason::new(
            "beside-the-lawful-cycle",
            Label::of(
                "de stappen van co-creatie komen naast de rechtmatige en doelmatige cyclus, niet in de plaats ervan",
                "the steps of co-creation come beside the lawful and efficient cycle, not in its place",
            ),
            Vec::new(),
            Source::facts(&["COC-114"]),
        ),
        Reason::new(
            "rich-is-no-score",
            Label::of(
                "rijk beleid is verrijkt met kijken uit de samenleving; de bron geeft daar geen maat voor",
                "rich policy is enriched with views from society; the source gives no measure of it",
            ),
            Vec::new(),
            Source::facts(&["COC-112"]),
        ),
    ]
}
