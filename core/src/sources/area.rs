//! What facts are about, and how well each is established.

use super::fact;
use crate::{Label, Vocabulary};
use serde::Serialize;

crate::vocabulary! {
    /// What a fact is about: the letters before its number.
    pub enum Area: "area of facts", "onderwerp van feiten", [] {
        /// How willing and being able make behaviour.
        Ibm = "ibm": "integratief gedragsmodel", "integrative behaviour model", [],
        /// The participation ladder, as the source documents use it.
        Lad = "lad": "participatieladder", "participation ladder", [],
        /// Making services together with the people who need them.
        Coc = "coc": "cocreatie", "co-creation", [],
        /// Unpaid work asked in return for benefit.
        Teg = "teg": "tegenprestatie en verplicht vrijwilligerswerk", "doing something in return, and compulsory volunteering", [],
        /// Temporary paid work of active residents.
        Buu = "buu": "buurtbaan", "neighbourhood job", [],
        /// Self-help groups of people with little money.
        Bud = "bud": "budgetkring", "budget circle", [],
        /// Building communities from what they have.
        Abc = "abc": "samenlevingsopbouw", "community building", [],
        /// Networks of citizens for people at the margin.
        Bkr = "bkr": "burgerkracht en sociale inclusie", "citizen power and social inclusion", [],
        /// What holds across the source documents.
        Gen = "gen": "over alle brondocumenten heen", "across the source documents", [],
        /// Public knowledge found beside the source documents.
        Pub = "pub": "openbare kennis", "public knowledge", [],
    }
}

crate::vocabulary! {
    /// How well a fact is established.
    pub enum Established: "way a fact is established", "manier waarop een feit is vastgesteld", [] {
        /// Read in a source document.
        SourceDocument = "source-document": "gelezen in een brondocument", "read in a source document", [],
        /// Read in the full text of the law, in the versions of 2012 to 1 July 2026.
        LegalText = "legal-text": "gelezen in de volledige wettekst", "read in the full text of the law", [],
        /// Read in the public source named, often only the beginning of it.
        Verified = "verified": "gelezen in de genoemde openbare bron, vaak alleen het begin ervan", "read in the public source named, often only its beginning", [],
        /// Read in a source that reports on another one.
        Secondary = "secondary": "gelezen in een bron uit de tweede hand: zwak vastgesteld", "read in a second-hand source: weakly established", [],
        /// Partly read in the public source named; the rest is background knowledge or concluded from it.
        Partly = "partly": "deels gelezen in de genoemde openbare bron; de rest is achtergrondkennis of eruit afgeleid", "partly read in the public source named; the rest is background knowledge or concluded from it", [],
        /// Background knowledge that was not verified.
        Background = "background": "achtergrondkennis die niet is nagegaan", "background knowledge that was not verified", [],
        /// Looked for and not found.
        NotFound = "not-found": "gezocht en niet gevonden", "looked for and not found", [],
    }
}

impl Area {
    /// The page with the facts: under each publication a table of its facts.
    pub(super) fn page(self) -> &'static str {
        match self {
            Self::Ibm => include_str!("../../facts/ibm.md"),
            Self::Lad => include_str!("../../facts/lad.md"),
            Self::Coc => include_str!("../../facts/coc.md"),
            Self::Teg => include_str!("../../facts/teg.md"),
            Self::Buu => include_str!("../../facts/buu.md"),
            Self::Bud => include_str!("../../facts/bud.md"),
            Self::Abc => include_str!("../../facts/abc.md"),
            Self::Bkr => include_str!("../../facts/bkr.md"),
            Self::Gen => include_str!("../../facts/gen.md"),
            Self::Pub => include_str!("../../facts/pub.md"),
        }
    }
}

/// An area with the ids of its facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AreaOfFacts {
    /// The area.
    pub code: Area,
    /// What its facts are about.
    pub label: Label,
    /// The ids of its facts, in order.
    pub facts: Vec<&'static str>,
}

/// The areas, each with the ids of its facts.
///
/// ```
/// use meedoen::sources::{Area, areas};
///
/// let ladder = areas().into_iter().find(|area| area.code == Area::Lad);
/// assert!(ladder.is_some_and(|area| area.facts.contains(&"LAD-03")));
/// ```
pub fn areas() -> Vec<AreaOfFacts> {
    let with_facts = |&area: &Area| AreaOfFacts {
        code: area,
        label: area.label(),
        facts: fact::of_area(area).map(|fact| fact.id).collect(),
    };
    Area::ALL.iter().map(with_facts).collect()
}
