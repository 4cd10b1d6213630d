//! What documents of the behaviour model look like where their readers do more than their types say.
#![expect(dead_code, reason = "only their schemas are used")]

use super::{Determinant, Facet, Intervention, Role, Standing};
use crate::Score;
use crate::document::Defaulted;
use schemars::JsonSchema;

/// A finding has a score, or the standing someone saw: never both.
#[derive(JsonSchema)]
#[serde(untagged)]
pub(super) enum Finding {
    /// A determinant as someone saw it.
    #[schemars(title = "SeenFinding")]
    Seen {
        /// The determinant.
        determinant: Determinant,
        /// How it stands towards the behaviour.
        standing: Standing,
        #[schemars(skip_serializing)]
        /// Not beside a standing.
        score: (),
        /// The same by sub-determinant, if it was measured.
        facets: Defaulted<Vec<FindingFacet>>,
        /// What was seen or said, in words.
        note: Option<String>,
    },
    /// A determinant as it was measured.
    #[schemars(title = "MeasuredFinding")]
    Measured {
        /// The determinant.
        determinant: Determinant,
        /// Not beside a score.
        #[schemars(skip_serializing)]
        standing: (),
        /// 0 to 100, on which 100 supports the behaviour most.
        score: Score,
        /// The same by sub-determinant.
        facets: Defaulted<Vec<FindingFacet>>,
        /// What was seen or said, in words.
        note: Option<String>,
    },
}

/// What is known of one sub-determinant.
#[derive(JsonSchema)]
pub(super) struct FindingFacet {
    /// The sub-determinant.
    facet: Facet,
    /// The score, 0 to 100, on which 100 supports the behaviour most; `None` when there are too few answers.
    score: Option<Score>,
}

/// Who does what.
#[derive(JsonSchema)]
pub(super) struct PlannedIntervention {
    /// Who does it.
    role: Role,
    /// What is done.
    intervention: Intervention,
}
