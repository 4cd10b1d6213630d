//! A fit as far as it is compared with another.

use crate::Label;
use crate::document::{Document, Reader};
use crate::multistate::{Fit, Model, Summary};

/// A model that was fitted to a panel, with a name, as far as it can be compared with another.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// What it is called.
    pub(super) name: Label,
    pub(super) model: Model,
    pub(super) minus2ll: f64,
    pub(super) summary: Summary,
}

impl Candidate {
    /// A fit under a name.
    pub fn new(name: Label, fit: &Fit) -> Self {
        Self { name, model: fit.model.clone(), minus2ll: fit.minus2ll, summary: fit.summary }
    }

    /// How many parameters were fitted.
    pub(super) fn free(&self) -> usize {
        self.model.parameters.iter().filter(|parameter| !parameter.is_held()).count()
    }
}

impl Document for Candidate {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["name", "fit"])?;
        let name = fields.must("name", Reader::label);
        let fit = fields.must("fit", |fit| {
            let fields = fit.fields(&Fit::FIELDS)?;
            let (model, minus2ll) =
                (fields.must("model", Model::read), fields.must("minus2ll", Reader::number));
            let summary = fields.must("summary", Summary::read);
            Some((model?, minus2ll?, summary?))
        });
        let (name, (model, minus2ll, summary)) = (name?, fit?);
        Some(Self { name, model, minus2ll, summary })
    }
}

#[cfg(feature = "schema")]
mod shape {
    //! What such a document looks like.

    use crate::Label;
    use crate::multistate::Fit;
    use schemars::{JsonSchema, Schema, SchemaGenerator};
    use std::borrow::Cow;

    /// A fit with a name.
    #[derive(JsonSchema)]
    #[expect(dead_code, reason = "only its schema is used")]
    struct NamedFit {
        /// What it is called.
        name: Label,
        /// The fit.
        fit: Fit,
    }

    impl JsonSchema for super::Candidate {
        fn schema_name() -> Cow<'static, str> {
            NamedFit::schema_name()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            NamedFit::json_schema(generator)
        }
    }
}
