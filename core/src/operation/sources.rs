//! The operations of facts: what the ids in an answer's source say.

use super::row::{Operation, constant, total};
use crate::document::{Document, Reader};
use crate::source::{self, Fact};

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &constant("sources.areas", "What facts are about, with the ids of the facts of each.", source::areas),
    &total("sources.fact", "What a fact says, by its id.", OfId::fact),
    &total("sources.facts", "What facts say, by their ids.", OfIds::facts),
];

/// The id of a fact.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FactId"))]
struct OfId {
    /// The id, such as `COC-36`.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    id: Fact,
}

/// The ids of facts.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FactIds"))]
struct OfIds {
    /// The ids, such as the `facts` of an answer's source.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    ids: Vec<Fact>,
}

impl OfId {
    fn fact(&self) -> Fact {
        self.id.clone()
    }
}

impl OfIds {
    fn facts(&self) -> Vec<Fact> {
        self.ids.clone()
    }
}

/// The fact that an id stands for.
fn read(reader: &Reader<'_>) -> Option<Fact> {
    match source::find(reader.text()?) {
        Ok(fact) => Some(fact),
        Err(mistake) => {
            reader.refuse(mistake);
            None
        }
    }
}

impl Document for OfId {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let id = reader.fields(&["id"])?.must("id", read)?;
        Some(Self { id })
    }
}

impl Document for OfIds {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let ids = reader.fields(&["ids"])?.must("ids", |ids| ids.list_of(read))?;
        Some(Self { ids })
    }
}
