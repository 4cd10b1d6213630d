//! The plan with its reasons.

use super::super::{Determinant, Role, Thresholds};
use super::{Planning, reasons};
use crate::decide::Question;
use crate::error::Error;
use crate::number::rounded;
use crate::plan::{Outcome, PersonOutcome};
use crate::response::Model;
use crate::{Label, Provenance, Reason, Vocabulary};
use serde::Serialize;

/// Who could get what, how much that is expected to help, and why. Advice, never a decision.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "InterventionPlan"))]
pub struct Plan {
    /// The plan in one sentence.
    pub label: Label,
    /// How many people of whom the chance is known are expected to show the behaviour as things are.
    pub before: f64,
    /// How many more are expected to with this plan.
    pub rise: f64,
    /// The lower end of the interval in which 95 % of the rises lie when coefficients and effects are drawn; `None` when
    /// nothing is known of their uncertainty, or nothing was drawn.
    pub rise_low: Option<f64>,
    /// The upper end.
    pub rise_high: Option<f64>,
    /// No plan within the hours and the rules has a higher rise.
    pub bound: f64,
    /// How far the rise stays below the bound, as a share of it; 0 for a plan that is proven best.
    pub gap: f64,
    /// The roles with their hours.
    pub roles: Vec<RolePlan>,
    /// What the changes of professionals cost in expected people; `None` without changes.
    pub cost_of_changes: Option<f64>,
    /// What each person could get, in the order of the request.
    pub people: Vec<PersonPlan>,
    /// What to know before using it.
    pub reasons: Vec<Reason>,
    /// How it was made.
    pub settings: PlanSettings,
    /// How chances follow from the determinants, and where that comes from.
    pub model: Model,
    /// Where effects and hours come from.
    pub catalogue: Provenance,
    /// Where scores pass from one standing into the next.
    pub thresholds: Thresholds,
}

/// One role in a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RolePlan {
    /// The role.
    pub role: Role,
    /// Its name.
    pub label: Label,
    /// The hours there are.
    pub hours: f64,
    /// The hours the plan uses.
    pub used: f64,
    /// How many more people one more hour would add, about.
    pub worth: f64,
}

/// What one person could get, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PersonPlan {
    /// The name of the person in the request.
    pub person: String,
    /// The chance of the behaviour as things are, 0 to 1; `None` when it is not known.
    pub chance: Option<f64>,
    /// The same with what the person could get.
    pub chance_after: Option<f64>,
    /// What the person could get.
    pub interventions: Vec<PlannedHelp>,
    /// Why this, or why nothing.
    pub reasons: Vec<Reason>,
    /// What to ask next, when something is unknown that matters for the plan.
    pub next_question: Option<Question>,
    /// What the changes of professionals cost for this person in expected people, about; `None` without changes.
    pub cost: Option<f64>,
    /// The share of the plans made anew in which this person gets anything; `None` when none was made.
    pub anything: Option<f64>,
}

/// One intervention a person could get.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlannedHelp {
    /// Its name in the catalogue.
    pub intervention: String,
    /// What it is called.
    pub label: Label,
    /// Who does it.
    pub role: Role,
    /// The hours it takes.
    pub hours: f64,
    /// What it adds to the chance beside the others, in percentage points.
    pub percentage_points: f64,
    /// What it is expected to change.
    pub effects: Vec<EffectView>,
    /// Whether a professional fixed it.
    pub fixed: bool,
    /// The share of the plans made anew in which it is kept; `None` when none was made.
    pub kept: Option<f64>,
}

/// What an intervention is expected to change for one person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EffectView {
    /// The determinant.
    pub determinant: Determinant,
    /// The score now; `None` when it is not known, and then the effect is not counted.
    pub score: Option<f64>,
    /// The change that is expected, before the end of the scale.
    pub change: f64,
    /// Its standard error; `None` when it is not known.
    pub standard_error: Option<f64>,
}

/// How a plan was made. The sources say nothing of it: each is a choice.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanSettings {
    /// The most interventions one person gets.
    pub at_most: usize,
    /// How often coefficients and effects were drawn.
    pub draws: u32,
    /// In how many of those draws the plan was made anew.
    pub replans: u32,
    /// Where the draws come from.
    pub seed: u64,
}

/// Chooses who could get what, so that the expected number of people showing the behaviour rises most within the hours.
///
/// How it is computed and what it assumes is in [`crate::plan`]. Announcing a sanction is never left alone where the
/// source says it makes people block, or where that cannot be ruled out (IBM-45).
///
/// # Errors
/// Everything that is wrong with the request, each with its place: among them `unknown-code` for an intervention on an
/// unknown determinant, `below-zero` for hours, `contradictory` for a catalogue or choices that contradict themselves,
/// `not-enough` when what is fixed takes more hours than there are.
///
/// # Source
/// IBM-15, IBM-38…57, GEN-11; effects, hours, coefficients and settings are not in the sources and travel with the answer.
pub fn plan(planning: &Planning) -> Result<Plan, Error> {
    let task = planning.task()?;
    let found = crate::plan::plan(&task)?;
    let roles =
        found.roles.iter().zip(&task.hours).enumerate().filter_map(|(index, ((used, worth), given))| {
            let (role, label) = planning.role(index)?;
            Some(RolePlan { role, label, hours: given.hours, used: *used, worth: *worth })
        });
    let people = found.people.iter().zip(&planning.people).map(|(one, person)| PersonPlan {
        person: person.id.clone(),
        chance: one.before,
        chance_after: one.after,
        interventions: help(planning, one, &person.levels, task.catalogue.offers()),
        reasons: reasons::of_person(planning, &task, one),
        next_question: reasons::to_ask(&task, one),
        cost: one.cost,
        anything: one.anything,
    });
    let (low, high) = found.interval.unzip();
    Ok(Plan {
        label: label(&found),
        before: found.before,
        rise: found.rise,
        rise_low: low,
        rise_high: high,
        bound: found.bound,
        gap: if found.bound > 0.0 { ((found.bound - found.rise) / found.bound).max(0.0) } else { 0.0 },
        roles: roles.collect(),
        cost_of_changes: found.cost,
        people: people.collect(),
        reasons: reasons::of_plan(planning, &found),
        settings: PlanSettings {
            at_most: planning.settings.at_most,
            draws: planning.settings.draws,
            replans: planning.settings.replans,
            seed: planning.settings.seed,
        },
        model: planning.model.clone(),
        catalogue: planning.catalogue.provenance.clone(),
        thresholds: planning.thresholds.clone(),
    })
}

fn help(
    planning: &Planning,
    one: &PersonOutcome,
    levels: &[Option<f64>],
    offers: &[crate::plan::Offer],
) -> Vec<PlannedHelp> {
    let effect = |effect: &crate::plan::Effect| {
        let place = Determinant::ALL.iter().position(|one| one.code() == effect.factor)?;
        Some(EffectView {
            determinant: *Determinant::ALL.get(place)?,
            score: levels.get(place).copied().flatten(),
            change: effect.change,
            standard_error: effect.standard_error,
        })
    };
    let view = |given: &crate::plan::Given| {
        let offer = offers.get(given.offer)?;
        let (role, _) = planning.hours.iter().find(|(role, _)| Vocabulary::code(*role) == offer.role)?;
        Some(PlannedHelp {
            intervention: offer.id.clone(),
            label: offer.label.clone(),
            role: *role,
            hours: offer.hours,
            percentage_points: 100.0 * given.adds,
            effects: offer.effects.iter().filter_map(effect).collect(),
            fixed: given.fixed,
            kept: given.kept,
        })
    };
    one.gets.iter().filter_map(view).collect()
}

fn label(found: &Outcome) -> Label {
    let (helped, all) = (found.people.iter().filter(|one| !one.gets.is_empty()).count(), found.people.len());
    let [rise, bound] = [found.rise, found.bound].map(|people| rounded(people, 2));
    let (nl, en) = if helped == 1 { ("krijgt", "gets") } else { ("krijgen", "get") };
    Label::said(
        format_args!(
            "{helped} van {all} mensen {nl} hulp; naar verwachting {} mensen meer, hoogstens {}",
            rise.nl, bound.nl
        ),
        format_args!(
            "{helped} of {all} people {en} help; {} more people expected, at most {}",
            rise.en, bound.en
        ),
    )
}
