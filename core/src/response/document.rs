//! A model as a document.

use super::{Coefficient, Model};
use crate::document::{Document, Reader};

impl Document for Model {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["link", "coefficients", "covariance", "provenance"])?;
        let link = fields.must("link", Reader::code);
        let coefficients = fields.must("coefficients", |list| list.list_of(Coefficient::read));
        let covariance = fields.maybe("covariance", |rows| rows.list_of(|row| row.list_of(Reader::number)));
        let provenance = fields.must("provenance", Reader::provenance);
        let model = Self {
            link: link?,
            coefficients: coefficients?,
            covariance: covariance?,
            provenance: provenance?,
        };
        reader.check(model.check())
    }
}

impl Coefficient {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["term", "value", "standard_error"])?;
        let (term, value) = (fields.must("term", Reader::string), fields.must("value", Reader::number));
        let standard_error = fields.maybe("standard_error", Reader::number);
        Some(Self { term: term?, value: value?, standard_error: standard_error? })
    }
}
