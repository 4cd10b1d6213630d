//! A roadmap as a document: its steps, its stages, and the ways from stage to stage.

use super::MAX_SITUATIONS;
use super::automaton::Automaton;
use crate::Label;
use crate::document::{Document, Reader};
use crate::error::Mistake;
use serde::Serialize;

/// Stages, the steps in each, and the ways from one to the next.
///
/// Within a stage steps come in any order. A stage can be left when each of its needed steps was taken during this stay.
///
/// ```
/// use meedoen::{conformance::Roadmap, document::Document};
/// let roadmap = Roadmap::from_json(r#"{"schema_version": 1, "id": "two", "title": {"nl": "twee", "en": "two"},
///     "steps": [{"id": "talk", "label": {"nl": "praten", "en": "talk"}}, {"id": "act", "label": {"nl": "doen", "en": "act"}}],
///     "stages": [
///         {"id": "first", "label": {"nl": "eerst", "en": "first"}, "steps": [{"step": "talk"}], "next": ["then"], "starts": true},
///         {"id": "then", "label": {"nl": "dan", "en": "then"}, "steps": [{"step": "act"}], "next": ["first"], "ends": true}]}"#)?;
/// assert_eq!(roadmap.shortest_run(), 2);
/// # Ok::<(), meedoen::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Road"))]
pub struct Roadmap {
    /// The version of the document.
    schema_version: u32,
    /// Its name.
    id: String,
    /// What people call it.
    title: Label,
    /// Where it comes from: ids of facts, or references in words.
    #[serde(default)]
    sources: Vec<String>,
    /// Every step that can be taken.
    steps: Vec<RoadmapStep>,
    /// The stages.
    stages: Vec<Stage>,
    #[serde(skip)]
    automaton: Automaton,
}

/// A step of a roadmap.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RoadStep"))]
pub struct RoadmapStep {
    /// Its name: what an event is called in a log.
    pub id: String,
    /// What people call it.
    pub label: Label,
    /// Other names by which logs call it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// As how many missing steps it weighs to leave an event of this step out, 1 to 100; 1 unless it is said otherwise. An
    /// event that is certain, such as a judgement that people recorded, weighs more than the steps around it that nobody
    /// may have recorded.
    #[serde(skip_serializing_if = "is_one")]
    #[cfg_attr(feature = "schema", serde(default = "one"), schemars(range(min = 1, max = 100)))]
    pub weight: u16,
}

/// A stage of a roadmap.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stage {
    /// Its name.
    pub id: String,
    /// What people call it.
    pub label: Label,
    /// The steps that can be taken in it, in any order.
    pub steps: Vec<StageStep>,
    /// The stages that can come after it: itself, earlier ones and later ones alike.
    #[serde(default)]
    pub next: Vec<String>,
    /// Whether the road can start here.
    #[serde(default)]
    pub starts: bool,
    /// Whether the road can end here.
    #[serde(default)]
    pub ends: bool,
}

/// A step in a stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StageStep {
    /// The name of the step.
    pub step: String,
    /// Whether the stage can only be left after it; yes unless it is said otherwise.
    #[cfg_attr(feature = "schema", serde(default = "yes"))]
    pub needed: bool,
    /// Whether it can be taken more than once during a stay; no unless it is said otherwise.
    #[serde(default)]
    pub repeats: bool,
}

/// The most an event can weigh.
const MAX_WEIGHT: u16 = 100;

#[cfg(feature = "schema")]
fn one() -> u16 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_one(weight: &u16) -> bool {
    *weight == 1
}

#[cfg(feature = "schema")]
fn yes() -> bool {
    true
}

impl Roadmap {
    /// The version of the document this release reads and writes.
    pub const SCHEMA_VERSION: u32 = 1;

    /// Its name.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What people call it.
    pub fn title(&self) -> &Label {
        &self.title
    }

    /// Where it comes from.
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// Every step that can be taken.
    pub fn steps(&self) -> &[RoadmapStep] {
        &self.steps
    }

    /// The stages.
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// The steps of the shortest run from a start to an end.
    pub fn shortest_run(&self) -> u32 {
        self.automaton.shortest_run()
    }

    /// The number of the step with this name, or with this other name.
    pub fn step(&self, name: &str) -> Option<u16> {
        let is = |step: &RoadmapStep| step.id == name || step.names.iter().any(|other| other == name);
        self.steps.iter().position(is).and_then(|place| u16::try_from(place).ok())
    }

    pub(super) fn automaton(&self) -> &Automaton {
        &self.automaton
    }
}

impl Document for Roadmap {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["schema_version", "id", "title", "sources", "steps", "stages"])?;
        let schema_version = fields.must("schema_version", |field| {
            let (version, supported) = (field.count()?, Self::SCHEMA_VERSION);
            if version != supported {
                field.refuse(Mistake::UnsupportedVersion { version: version.to_string(), supported });
            }
            Some(version)
        });
        let id = fields.must("id", Reader::string);
        let title = fields.must("title", Reader::label);
        let sources = fields.list_of("sources", Reader::string);
        let steps =
            fields.must("steps", |list| named(list, &Label::of("de stap", "step"), step, |step| &step.id));
        let stages = fields
            .must("stages", |list| named(list, &Label::of("het stadium", "stage"), stage, |stage| &stage.id));
        let (steps, stages) = (steps?, stages?);
        let field = fields.required("stages")?;
        if !known(&field, &steps, &stages) {
            return None;
        }
        let Some(automaton) = Automaton::of(&steps, &stages) else {
            field.refuse(Mistake::TooMany {
                what: Label::of("situaties in een routekaart", "situations in a roadmap"),
                limit: MAX_SITUATIONS,
            });
            return None;
        };
        if !automaton.ends() {
            field.refuse(Mistake::NoRoad);
            return None;
        }
        Some(Self {
            schema_version: schema_version?,
            id: id?,
            title: title?,
            sources: sources?,
            steps,
            stages,
            automaton,
        })
    }
}

/// A list that is not empty, whose elements have names of their own.
fn named<T>(
    list: &Reader<'_>,
    what: &Label,
    read: impl Fn(&Reader<'_>) -> Option<T>,
    name: impl Fn(&T) -> &str,
) -> Option<Vec<T>> {
    let elements = list.list()?;
    if elements.is_empty() {
        list.refuse(Mistake::Empty { what: Label::of("de lijst", "list") });
    }
    let mut found: Vec<T> = Vec::new();
    let mut complete = !elements.is_empty();
    for element in &elements {
        let Some(next) = read(element) else {
            complete = false;
            continue;
        };
        if found.iter().any(|other| name(other) == name(&next)) {
            element.refuse(Mistake::Duplicate { what: what.clone(), id: name(&next).to_owned() });
        }
        found.push(next);
    }
    complete.then_some(found)
}

fn step(reader: &Reader<'_>) -> Option<RoadmapStep> {
    let fields = reader.fields(&["id", "label", "names", "weight"])?;
    let id = fields.must("id", Reader::string);
    let label = fields.must("label", Reader::label);
    let names = fields.list_of("names", Reader::string);
    let weight = fields.maybe("weight", |field| {
        let weight = field.count()?;
        let known = u16::try_from(weight).ok().filter(|weight| (1..=MAX_WEIGHT).contains(weight));
        if known.is_none() {
            let (value, max) = (weight.to_string(), f64::from(MAX_WEIGHT));
            field.refuse(Mistake::OutsideRange { value, min: 1.0, max });
        }
        known
    });
    Some(RoadmapStep { id: id?, label: label?, names: names?, weight: weight?.unwrap_or(1) })
}

fn stage(reader: &Reader<'_>) -> Option<Stage> {
    let fields = reader.fields(&["id", "label", "steps", "next", "starts", "ends"])?;
    let id = fields.must("id", Reader::string);
    let label = fields.must("label", Reader::label);
    let steps = fields
        .must("steps", |list| named(list, &Label::of("de stap", "step"), stage_step, |step| &step.step));
    let next = fields.list_of("next", Reader::string);
    let starts = fields.maybe("starts", Reader::truth);
    let ends = fields.maybe("ends", Reader::truth);
    Some(Stage {
        id: id?,
        label: label?,
        steps: steps?,
        next: next?,
        starts: starts?.unwrap_or(false),
        ends: ends?.unwrap_or(false),
    })
}

fn stage_step(reader: &Reader<'_>) -> Option<StageStep> {
    let fields = reader.fields(&["step", "needed", "repeats"])?;
    let step = fields.must("step", Reader::string);
    let needed = fields.maybe("needed", Reader::truth);
    let repeats = fields.maybe("repeats", Reader::truth);
    Some(StageStep { step: step?, needed: needed?.unwrap_or(true), repeats: repeats?.unwrap_or(false) })
}

/// Whether every step and stage that the stages name is there.
fn known(list: &Reader<'_>, steps: &[RoadmapStep], stages: &[Stage]) -> bool {
    let mut all = true;
    let mut refuse = |place, what, id: &str| {
        list.refuse_at(Mistake::Undefined { what, id: id.to_owned() }, place);
        all = false;
    };
    for (number, stage) in (1..).zip(stages) {
        let place = list.place().element(number);
        for (inner, step) in (1..).zip(&stage.steps) {
            if !steps.iter().any(|one| one.id == step.step) {
                refuse(place.at("steps").element(inner).at("step"), Label::of("de stap", "step"), &step.step);
            }
        }
        for (inner, next) in (1..).zip(&stage.next) {
            if !stages.iter().any(|one| &one.id == next) {
                refuse(place.at("next").element(inner), Label::of("het stadium", "stage"), next);
            }
        }
    }
    all
}
