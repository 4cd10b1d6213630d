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
        let provenance = fields.required("provenance").and_then(|provenance| provenance.provenance());
        let scales = fields.required("scales").and_then(|scales| scales.list_of(read_scale));
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
    let label = fields.required("label").and_then(|label| label.label());
    let polarity = fields.required("polarity").and_then(|polarity| polarity.code());
    let value = fields.maybe("value", Reader::number);
    let output = fields.required("output").and_then(|output| output.code());
    let percent = fields.maybe("percent", read_percent);
    let (valid, parts) = (count(&fields, "valid"), count(&fields, "parts"));
    let missing = fields.list_of("missing", |item| item.text().map(str::to_owned));
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
    fields.required(name).and_then(|field| field.text().map(str::to_owned))
}

fn count(fields: &Fields<'_>, name: &str) -> Option<usize> {
    fields.required(name).and_then(|field| field.count()).and_then(|count| count.try_into().ok())
}
