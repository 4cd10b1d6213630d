//! What documents of a plan look like where their readers do more than their types say.
#![expect(dead_code, reason = "only their schemas are used")]

use super::super::{Determinant, Intervention, Role, Thresholds};
use crate::document::Defaulted;
use crate::response::Model;
use crate::{Label, Provenance};
use schemars::JsonSchema;

/// Interventions that can be offered, with what they are expected to do and the hours they take.
#[derive(JsonSchema)]
pub(super) struct InterventionCatalogue {
    /// The interventions, at most 64.
    interventions: Vec<CatalogueIntervention>,
    /// Where effects and hours come from.
    provenance: Provenance,
}

/// One intervention of a catalogue.
#[derive(JsonSchema)]
struct CatalogueIntervention {
    /// Its name, each once.
    id: String,
    /// What it is called; the name the sources use, or else `id`, when left out.
    label: Defaulted<Label>,
    /// The intervention of the sources that it is; the one named by `id` when left out.
    intervention: Option<Intervention>,
    /// Who does it.
    role: Role,
    /// What it is expected to change.
    effects: Vec<CatalogueEffect>,
    /// The hours it takes for one person.
    #[schemars(range(min = 0))]
    hours: f64,
    /// On which scores it can be offered; all must hold.
    when: Defaulted<Vec<LevelCondition>>,
    /// The interventions it must not be combined with.
    not_with: Defaulted<Vec<String>>,
    /// When it must not be left alone.
    not_alone: Defaulted<Vec<CompanyRule>>,
}

/// What an intervention is expected to change.
#[derive(JsonSchema)]
struct CatalogueEffect {
    /// The determinant.
    determinant: Determinant,
    /// By how many points of the score, more being more of the determinant.
    change: f64,
    /// The standard error of that expectation; not known when left out.
    #[schemars(range(min = 0))]
    standard_error: Option<f64>,
}

/// A condition on a score.
#[derive(JsonSchema)]
struct LevelCondition {
    /// The determinant.
    determinant: Determinant,
    /// The lowest score at which it holds.
    at_least: Option<f64>,
    /// The score below which it holds.
    below: Option<f64>,
}

/// When an intervention must not be left alone: where every condition holds, or may hold while a score is unknown.
#[derive(JsonSchema)]
struct CompanyRule {
    /// The conditions.
    when: Defaulted<Vec<LevelCondition>>,
    /// One of these must go with it; any other will do when there are none.
    with: Defaulted<Vec<String>>,
    /// Why.
    why: Option<Label>,
}

/// People, what help can do, and the hours there are for it.
#[derive(JsonSchema)]
pub(super) struct Planning {
    /// The people.
    people: Vec<PersonLevels>,
    /// How chances follow from the determinants.
    model: Model,
    /// What can be offered; the illustrative catalogue when left out.
    catalogue: Option<super::InterventionCatalogue>,
    /// The hours of each role in the catalogue.
    hours: Vec<HoursOfRole>,
    /// What a professional wants kept.
    fixed: Option<Vec<PersonIntervention>>,
    /// What a professional does not want.
    forbidden: Option<Vec<PersonIntervention>>,
    /// The most interventions one person gets; 3 when left out.
    #[schemars(range(min = 1))]
    at_most: Option<u32>,
    /// How often coefficients and effects are drawn to say how sure the rise is; 200 when left out.
    draws: Option<u32>,
    /// In how many of those draws the plan is made anew; none when left out.
    replans: Option<u32>,
    /// Where the draws come from; 1 when left out.
    seed: Option<u32>,
    /// Where scores pass from one standing into the next; five equal steps when left out.
    thresholds: Option<Thresholds>,
}

/// What is known of one person.
#[derive(JsonSchema)]
struct PersonLevels {
    /// A name, each once.
    id: String,
    /// The scores; a determinant that is not there is unknown.
    levels: Vec<LevelOf>,
    /// The chance of the behaviour as it is, 0 to 1; from the model when left out.
    #[schemars(range(min = 0, max = 1))]
    chance: Option<f64>,
}

/// The score on one determinant.
#[derive(JsonSchema)]
pub(crate) struct LevelOf {
    /// The determinant.
    determinant: Determinant,
    /// 0 to 100, more being more of the determinant; `null` when it is not known.
    #[schemars(range(min = 0, max = 100))]
    score: Option<f64>,
}

/// The hours of one role.
#[derive(JsonSchema)]
struct HoursOfRole {
    /// The role.
    role: Role,
    /// The hours.
    #[schemars(range(min = 0))]
    hours: f64,
}

/// One person and one intervention.
#[derive(JsonSchema)]
struct PersonIntervention {
    /// The name of the person.
    person: String,
    /// The name of the intervention.
    intervention: String,
}

/// People, a model, and by how many points a determinant would rise.
#[derive(JsonSchema)]
pub(super) struct Supposing {
    /// The people.
    people: Vec<PersonLevels>,
    /// How chances follow from the determinants.
    model: Model,
    /// By how many points of the score a determinant would rise, or fall below zero; 1 when left out.
    points: Option<f64>,
}

/// The scores of many people, what they did or intend, and perhaps a model.
#[derive(JsonSchema)]
pub(super) struct Caseload {
    /// The scores by determinant, each list one score a person.
    scores: Vec<ScoresOf>,
    /// The behaviour or the intention of each person, as a number; `null` where it is not known.
    outcome: Vec<Option<f64>>,
    /// How chances follow from the determinants, for the relevance by a model.
    model: Option<Model>,
    /// How often people are drawn anew for intervals and ranks; 1000 when left out.
    draws: Option<u32>,
    /// Where the draws come from; 1 when left out.
    seed: Option<u32>,
}

/// The scores of many people on one determinant.
#[derive(JsonSchema)]
struct ScoresOf {
    /// The determinant.
    determinant: Determinant,
    /// 0 to 100, more being more of the determinant; `null` where it is not known.
    values: Vec<Option<f64>>,
}
