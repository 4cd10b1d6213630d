//! A profile as a document.

use super::profile::{FacetFinding, Finding, InstrumentUsed, Profile};
use super::{Determinant, Facet, Thresholds};
use crate::document::{Document, Fields, Reader};
use crate::error::{Kind, Mistake};
use crate::ordered::Ordered;
use crate::{Score, Vocabulary};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::cell::RefCell;

impl Document for Profile {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields =
            reader.fields(&["target_behaviour", "perspective", "findings", "thresholds", "instrument"])?;
        let target = fields.must("target_behaviour", Reader::label);
        let perspective = fields.must("perspective", Reader::code);
        let thresholds = fields.maybe("thresholds", Thresholds::read).map(Option::unwrap_or_default);
        let instrument = fields.maybe("instrument", read_instrument);
        let bounds = thresholds.clone().unwrap_or_default();
        let findings = fields.required("findings").and_then(|findings| {
            let read = findings.list_of(|finding| read_finding(finding, &bounds))?;
            let mut seen = Ordered::default();
            for finding in read.iter().filter(|finding| !seen.insert(finding.determinant)) {
                let id = finding.determinant.code().to_owned();
                findings.refuse(Mistake::Duplicate { what: Determinant::NAME, id });
            }
            Some(read)
        });
        let empty = Self::new(target?, perspective?);
        Some(Self { findings: findings?, thresholds: thresholds?, instrument: instrument?, ..empty })
    }
}

fn read_instrument(reader: &Reader<'_>) -> Option<InstrumentUsed> {
    let fields = reader.fields(&["id", "version", "provenance"])?;
    let text = |name| fields.must(name, Reader::string);
    let (id, version) = (text("id"), text("version"));
    let provenance = fields.must("provenance", Reader::provenance);
    Some(InstrumentUsed { id: id?, version: version?, provenance: provenance? })
}

fn read_finding(reader: &Reader<'_>, thresholds: &Thresholds) -> Option<Finding> {
    let fields = reader.fields(&["determinant", "standing", "score", "facets", "note"])?;
    let determinant: Option<Determinant> = fields.must("determinant", Reader::code);
    let note = fields.maybe("note", Reader::string);
    let score = fields.maybe("score", read_score);
    let seen = RefCell::new(Ordered::default());
    let facets = fields.list_of("facets", |facet| {
        let fields = facet.fields(&["facet", "score"])?;
        let (name, score) = (fields.required("facet"), fields.maybe("score", read_score));
        let (name, facet) = name.and_then(|name| Some((name, name.code::<Facet>()?)))?;
        if let Some(mistake) = determinant.and_then(|one| facet.misfit(one, &mut seen.borrow_mut())) {
            name.refuse(mistake);
        }
        Some(FacetFinding::new(facet, score?, thresholds))
    });
    let standing = match (fields.optional("standing"), fields.optional("score")) {
        (Some(standing), None) => standing.code(),
        (Some(_), Some(score)) => {
            // One of the two would have to give way; that choice is not ours.
            score.refuse(Mistake::WrongKind { found: Kind::Number, expected: Kind::Nothing });
            None
        }
        (None, Some(_)) => score.flatten().map(|score| thresholds.standing(score)),
        (None, None) => fields.required("standing").and(None),
    };
    Some(Finding {
        determinant: determinant?,
        standing: standing?,
        score: score?,
        facets: facets?,
        note: note?,
    })
}

fn read_score(reader: &Reader<'_>) -> Option<Score> {
    reader.number().and_then(|number| reader.check(Score::new(number)))
}

impl Serialize for Profile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_struct("Profile", 5)?;
        document.serialize_field("target_behaviour", &self.target_behaviour)?;
        document.serialize_field("perspective", &self.perspective)?;
        document.serialize_field("findings", &self.findings)?;
        document.serialize_field("thresholds", &self.thresholds)?;
        document.serialize_field("instrument", &self.instrument)?;
        document.end()
    }
}

/// A finding is written with its score, or with the standing someone saw: never with both.
impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Facet {
            facet: super::Facet,
            score: Option<Score>,
        }
        let facets: Vec<Facet> =
            self.facets.iter().map(|one| Facet { facet: one.facet, score: one.score }).collect();
        let mut document = serializer.serialize_struct("Finding", 4)?;
        document.serialize_field("determinant", &self.determinant)?;
        match self.score {
            Some(score) => document.serialize_field("score", &score)?,
            None => document.serialize_field("standing", &self.standing)?,
        }
        document.serialize_field("facets", &facets)?;
        document.serialize_field("note", &self.note)?;
        document.end()
    }
}

impl Profile {
    /// The fields of the document, for those who write one by hand.
    pub(crate) fn of_fields(fields: &Fields<'_>, name: &str) -> Option<Self> {
        fields.must(name, Self::read)
    }
}
