//! Where a rule, a word or a number comes from, and what each fact says.

mod area;
mod fact;
#[cfg(test)]
mod tests;

pub use area::{Area, AreaOfFacts, Established, areas};
pub(crate) use fact::find;
pub use fact::{Fact, fact, facts};

use crate::Label;
use crate::work::Work;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};
use std::borrow::Cow;
use std::sync::Arc;

/// The facts and publications something rests on.
///
/// A fact id such as `IBM-45` is stable; [`fact()`] says what it stands for, and so do the pages in `core/facts`.
///
/// ```
/// use meedoen::Source;
/// let source = Source::facts(&["IBM-45"]);
/// assert!(source.references().iter().any(|work| work.contains("Wermers")));
/// assert!(source.explained().iter().all(|fact| fact.text.nl.contains("sanctie")));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    facts: &'static [&'static str],
    // After the publications of the facts, in the order in which they were added. Shared, since answers repeat the
    // sources of their rules many times.
    also: Option<Arc<[Cow<'static, str>]>>,
}

impl Source {
    /// A source of fact ids.
    pub const fn facts(facts: &'static [&'static str]) -> Self {
        Self { facts, also: None }
    }

    /// A source of a publication that is not one of the facts, such as a municipality's own document.
    pub fn reference(reference: impl Into<Cow<'static, str>>) -> Self {
        Self::default().and(reference)
    }

    /// The same source with one more publication, such as an article of a law.
    ///
    /// ```
    /// let source = meedoen::Source::facts(&["IBM-45"]).and("a municipality's own note");
    /// assert_eq!(source.references()[1], "a municipality's own note");
    /// ```
    #[must_use]
    pub fn and(self, reference: impl Into<Cow<'static, str>>) -> Self {
        let mut also = self.also().to_vec();
        also.push(reference.into());
        Self { also: Some(also.into()), ..self }
    }

    fn also(&self) -> &[Cow<'static, str>] {
        self.also.as_deref().unwrap_or_default()
    }

    /// The ids of the facts, in the order of their weight for the matter.
    pub fn fact_ids(&self) -> &'static [&'static str] {
        self.facts
    }

    /// What each of the facts says, in the same order.
    pub fn explained(&self) -> Vec<Fact> {
        // That every fact cited is on a page is held by a test.
        facts(self.fact_ids()).unwrap_or_default()
    }

    /// The publications, each once: those of the facts first.
    pub fn references(&self) -> Vec<&str> {
        let mut works: Vec<&str> = Vec::new();
        let mut add = |work| {
            if !works.contains(&work) {
                works.push(work);
            }
        };
        self.facts.iter().filter_map(|fact| Work::of_fact(fact)).for_each(|work| add(work.citation()));
        self.also().iter().for_each(|work| add(work));
        works
    }
}

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_struct("Source", 2)?;
        document.serialize_field("facts", self.fact_ids())?;
        document.serialize_field("references", &self.references())?;
        document.end()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Source {
    fn schema_name() -> Cow<'static, str> {
        "Source".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "object",
            "description": "The facts and publications something rests on.",
            "properties": {
                "facts": {"type": "array", "items": {"type": "string"}, "description": "Fact ids, such as IBM-45."},
                "references": {"type": "array", "items": {"type": "string"}, "description": "The publications, each once."}
            },
            "required": ["facts", "references"],
            "additionalProperties": false
        })
    }
}

crate::vocabulary! {
    /// How a number, a threshold or a set of coefficients came to be.
    pub enum ProvenanceKind: "kind of provenance", "soort herkomst", [] {
        /// Chosen to show how something works; no evidence behind it.
        Illustrative = "illustrative": "ter illustratie", "illustrative", [],
        /// Taken from a publication.
        Literature = "literature": "uit de literatuur", "from the literature", [],
        /// Estimated from data.
        Fitted = "fitted": "geschat op gegevens", "fitted to data", [],
        /// Set by the organisation that uses it.
        Local = "local": "lokaal vastgesteld", "set locally", [],
    }
}

/// The origin of what the sources leave open; it travels with every result that used it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Provenance {
    /// The kind of origin.
    pub kind: ProvenanceKind,
    /// What to know about it: the reference, the summary of the data, or the caution.
    pub note: Label,
}
