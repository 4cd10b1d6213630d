//! Groups of spells as a document, with their curves and their comparison.

use super::{Comparison, Curve, Group, Spell, log_rank};
use crate::Label;
use crate::document::{Document, Reader};
use crate::error::Mistake;
use serde::Serialize;

/// Groups of spells.
#[derive(Clone, Debug, PartialEq)]
pub struct Groups(
    /// The groups, at least one, each with a name of its own and at least one spell.
    pub Vec<Group>,
);

/// The curve of each group, and whether they differ.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SurvivalEstimate"))]
pub struct Estimate {
    /// The curve of each group, in the order given.
    pub groups: Vec<GroupCurve>,
    /// Whether the groups differ; `None` when there is nothing to compare.
    pub comparison: Option<Comparison>,
}

/// The curve of one group.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GroupCurve {
    /// The name of the group.
    pub id: String,
    /// The curve.
    pub curve: Curve,
}

/// The curve of each group, and whether they differ.
///
/// ```
/// use meedoen::{document::Document, survival::{Groups, estimate}};
/// let groups = Groups::from_json(r#"{"groups": [{"id": "town", "spells": [{"time": 3, "ended": true}]}]}"#)?;
/// assert_eq!(estimate(&groups).groups[0].curve.median, Some(3.0));
/// # Ok::<(), meedoen::Error>(())
/// ```
pub fn estimate(groups: &Groups) -> Estimate {
    Estimate {
        groups: groups
            .0
            .iter()
            .map(|group| GroupCurve { id: group.id.clone(), curve: Curve::of(&group.spells) })
            .collect(),
        comparison: log_rank(&groups.0),
    }
}

impl Document for Groups {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let field = reader.fields(&["groups"])?.required("groups")?;
        let elements = field.list()?;
        if elements.is_empty() {
            field.refuse(Mistake::Empty { what: Label::of("de lijst", "list") });
        }
        let mut groups: Vec<Group> = Vec::new();
        let mut complete = true;
        for element in &elements {
            let Some(group) = group(element) else {
                complete = false;
                continue;
            };
            if groups.iter().any(|other| other.id == group.id) {
                element.refuse(Mistake::Duplicate {
                    what: Label::of("de groep", "group"),
                    id: group.id.clone(),
                });
            }
            groups.push(group);
        }
        complete.then_some(Self(groups))
    }
}

fn group(reader: &Reader<'_>) -> Option<Group> {
    let fields = reader.fields(&["id", "spells"])?;
    let id = fields.required("id").and_then(|id| id.text().map(str::to_owned));
    let spells = fields.required("spells").and_then(|list| {
        let spells = list.list_of(spell)?;
        if spells.is_empty() {
            list.refuse(Mistake::Empty { what: Label::of("de lijst", "list") });
        }
        Some(spells)
    });
    Some(Group { id: id?, spells: spells? })
}

fn spell(reader: &Reader<'_>) -> Option<Spell> {
    let fields = reader.fields(&["time", "ended"])?;
    let time = fields.required("time").and_then(|time| Some((time.number()?, time)));
    let ended = fields.required("ended").and_then(|ended| ended.truth());
    let ((time, field), ended) = (time?, ended?);
    field.check(Spell::new(time, ended))
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Groups {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SurvivalGroups".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let spell = serde_json::json!({
            "type": "object",
            "description": "How long something lasted, and whether its end was seen.",
            "properties": {
                "time": {"type": "number", "minimum": 0, "description": "How long, in one unit for all."},
                "ended": {"type": "boolean", "description": "Whether its end was seen."},
            },
            "required": ["time", "ended"],
        });
        let group = serde_json::json!({
            "type": "object",
            "description": "Spells of one group.",
            "properties": {
                "id": {"type": "string", "description": "The name of the group."},
                "spells": {"type": "array", "items": spell, "minItems": 1, "description": "What was seen in it."},
            },
            "required": ["id", "spells"],
        });
        schemars::json_schema!({
            "type": "object",
            "description": "Groups of spells.",
            "properties": {"groups": {"type": "array", "items": group, "minItems": 1, "description": "The groups."}},
            "required": ["groups"],
        })
    }
}
