//! Scores as a document: what one part of a program stores, another can assess later.

use super::{FacetScore, ScaleScore, Scores};
use crate::Score;
use crate::document::{Document, Fields, Reader};

impl Document for Scores {
    /// The reasons of a score are made when it is scored; they are not read back.
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["instrument", "version", "target_behaviour", "provenance", "scales"])?;
        let (instrument, version) = (text(&fields, "instrument"), text(&fields, "version"));
        let target_behaviour = fields.maybe("target_behaviour", Reader::label);
        let provenance = fields.must("provenance", Reader::provenance);
        let scales = fields.must("scales", |scales| scales.list_of(read_scale));
        Some(Self {
            instrument: instrument?,
            version: version?,
            target_behaviour: target_behaviour?,
            provenance: provenance?,
            scales: scales?,
        })
    }
}

fn read_scale(reader: &Reader<'_>) -> Option<ScaleScore> {
    let fields = reader.fields(&[
        "scale", "label", "polarity", "value", "output", "percent", "valid", "parts", "missing", "facets",
        "reasons",
    ])?;
    let scale = text(&fields, "scale");
    let label = fields.must("label", Reader::label);
    let polarity = fields.must("polarity", Reader::code);
    let value = fields.maybe("value", Reader::number);
    let output = fields.must("output", Reader::code);
    let percent = fields.maybe("percent", read_percent);
    let (valid, parts) = (count(&fields, "valid"), count(&fields, "parts"));
    let missing = fields.list_of("missing", Reader::string);
    let facets = fields.list_of("facets", read_facet);
    Some(ScaleScore {
        scale: scale?,
        label: label?,
        polarity: polarity?,
        value: value?,
        output: output?,
        percent: percent?,
        valid: valid?,
        parts: parts?,
        missing: missing?,
        facets: facets?,
        reasons: Vec::new(),
    })
}

fn read_facet(reader: &Reader<'_>) -> Option<FacetScore> {
    let fields = reader.fields(&["facet", "percent", "valid", "parts"])?;
    let (facet, percent) = (text(&fields, "facet"), fields.maybe("percent", read_percent));
    let (valid, parts) = (count(&fields, "valid"), count(&fields, "parts"));
    Some(FacetScore { facet: facet?, percent: percent?, valid: valid?, parts: parts? })
}

fn read_percent(reader: &Reader<'_>) -> Option<Score> {
    reader.number().and_then(|number| reader.check(Score::new(number)))
}

fn text(fields: &Fields<'_>, name: &str) -> Option<String> {
    fields.must(name, Reader::string)
}

fn count(fields: &Fields<'_>, name: &str) -> Option<usize> {
    fields.must(name, Reader::count).and_then(|count| count.try_into().ok())
}
