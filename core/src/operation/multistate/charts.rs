//! Requests for charts of models.

use super::expecting::Comparing;
use super::parts::state;
use crate::document::{Document, Fields, Reader};
use crate::error::{Error, Place};
use crate::multistate::answer::{Span, asked_profile};
use crate::multistate::{Model, Profile, chart};
use crate::{Chart, Language};

fn language(fields: &Fields<'_>) -> Option<Language> {
    fields.required("language").and_then(|language| language.code())
}

/// Who moves where, to be drawn.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FlowChart"))]
pub(super) struct Flow {
    /// The model.
    model: Model,
    /// For whom: the value of every covariate the model uses.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Option<Vec<crate::multistate::answer::CovariateValue>>")
    )]
    at: Profile,
    /// The state in which people begin; needed for the course of probabilities only.
    from: Option<String>,
    /// From when, on the clock of the model; 0 when left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    begin: f64,
    /// Until when.
    end: f64,
    /// The language of the texts in the chart.
    language: Language,
}

impl Flow {
    pub(super) fn flow(&self) -> Result<Chart, Error> {
        let span = Span { begin: self.begin, end: self.end };
        chart::flow(&self.model, &self.at, span, self.language)
    }

    pub(super) fn course(&self) -> Result<Chart, Error> {
        let mut problems = Vec::new();
        let code = self.from.as_deref().unwrap_or_default();
        let from = state(&self.model, code, &Place::default().at("from"), &mut problems);
        if let Some(error) = Error::of(problems) {
            return Err(error);
        }
        let span = Span { begin: self.begin, end: self.end };
        chart::course(&self.model, from.unwrap_or_default(), &self.at, span, self.language)
    }
}

impl Document for Flow {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["model", "at", "from", "begin", "end", "language"])?;
        let model = fields.required("model").and_then(|model| Model::read(&model));
        let at = asked_profile(&fields);
        let from = fields.maybe("from", |from| from.text().map(str::to_owned));
        let (begin, end) =
            (fields.maybe("begin", Reader::number), fields.required("end").and_then(|end| end.number()));
        let language = language(&fields);
        let begin = begin?.unwrap_or(0.0);
        Some(Self { model: model?, at: at?, from: from?, begin, end: end?, language: language? })
    }
}

/// Ratios of intensities to be drawn.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RatiosChart"))]
pub(super) struct Ratios {
    #[cfg_attr(feature = "schema", schemars(flatten))]
    comparing: Comparing,
    /// The language of the texts in the chart.
    language: Language,
}

impl Ratios {
    pub(super) fn ratios(&self) -> Result<Chart, Error> {
        let (found, one) = (self.comparing.ratios()?, &self.comparing);
        Ok(chart::ratios(one.model()?, (&one.first.name, &one.second.name), &found, self.language))
    }
}

impl Document for Ratios {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let mut names = Comparing::names();
        names.push("language");
        let fields = reader.fields(&names)?;
        let (comparing, language) = (Comparing::of(&fields), language(&fields));
        Some(Self { comparing: comparing?, language: language? })
    }
}
