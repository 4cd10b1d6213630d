//! What is known of the determinants of one person towards one behaviour.

use super::{Determinant, Facet, Standing, Thresholds};
use crate::error::{Error, Mistake};
use crate::measure::{Polarity, ScaleScore, Scores};
use crate::ordered::Ordered;
use crate::{Label, Perspective, Provenance, Score, Vocabulary};
use serde::Serialize;

/// What is known of the determinants of one person, towards one named behaviour, from one perspective.
///
/// A determinant nothing is known of has no finding: it stays unknown.
///
/// ```
/// use meedoen::behaviour::{Determinant, Profile, Standing};
/// use meedoen::{Label, Perspective};
/// let profile = Profile::new(Label::of("werk zoeken", "looking for work"), Perspective::Professional)
///     .with(Determinant::Attitude, Standing::Hindering);
/// assert_eq!(profile.standing(Determinant::Skills), None);
/// ```
///
/// # Source
/// IBM-04: every assessment is relative to one named behaviour; GEN-12: and to a perspective.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Profile {
    /// The one behaviour it is about.
    pub(super) target_behaviour: Label,
    /// Whose perspective it is.
    pub(super) perspective: Perspective,
    /// What is known, by determinant: each at most once.
    pub(super) findings: Vec<Finding>,
    /// Where scores pass from one standing into the next; five equal steps unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Thresholds>"))]
    pub(super) thresholds: Thresholds,
    /// The instrument the scores come from.
    pub(super) instrument: Option<InstrumentUsed>,
}

/// The instrument the scores of a profile come from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InstrumentUsed {
    /// Its name.
    pub id: String,
    /// Its version.
    pub version: String,
    /// How it came to be, and whether it has been validated.
    pub provenance: Provenance,
}

/// What is known of one determinant.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "DeterminantFinding", with = "super::shape::Finding")
)]
pub struct Finding {
    /// The determinant.
    pub determinant: Determinant,
    /// How it stands towards the behaviour.
    pub standing: Standing,
    /// The score it rests on, if it was measured: 0 to 100, on which 100 supports the behaviour most.
    pub score: Option<Score>,
    /// The same by sub-determinant, if it was measured.
    pub facets: Vec<FacetFinding>,
    /// What was seen or said, in words.
    pub note: Option<String>,
}

/// What is known of one sub-determinant.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FacetFinding {
    /// The sub-determinant.
    pub facet: Facet,
    /// Its name.
    pub label: Label,
    /// The score, 0 to 100, on which 100 supports the behaviour most; `None` when there are too few answers.
    pub score: Option<Score>,
    /// How it stands towards the behaviour.
    pub standing: Option<Standing>,
}

impl Profile {
    /// A profile in which nothing is known yet.
    pub fn new(target_behaviour: Label, perspective: Perspective) -> Self {
        Self {
            target_behaviour,
            perspective,
            findings: Vec::new(),
            thresholds: Thresholds::default(),
            instrument: None,
        }
    }

    /// The same profile with the standing of one determinant as someone saw it; replaces what was known of it.
    #[must_use]
    pub fn with(mut self, determinant: Determinant, standing: Standing) -> Self {
        self.findings.retain(|finding| finding.determinant != determinant);
        self.findings.push(Finding { determinant, standing, score: None, facets: Vec::new(), note: None });
        self
    }

    /// How a determinant stands, `None` when unknown.
    pub fn standing(&self, determinant: Determinant) -> Option<Standing> {
        self.finding(determinant).map(|finding| finding.standing)
    }

    /// What is known of a determinant, `None` when nothing is.
    pub fn finding(&self, determinant: Determinant) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.determinant == determinant)
    }

    /// The profile of someone's scores on an instrument whose scales are determinants. A scale without a score
    /// leaves its determinant unknown.
    ///
    /// # Errors
    /// `unknown-code` for a scale or sub-determinant the model does not have; `misplaced` for a sub-determinant of
    /// another determinant, `duplicate` for a scale or sub-determinant given twice; `missing-field` when the
    /// instrument names no behaviour.
    pub fn from_scores(
        scores: &Scores,
        perspective: Perspective,
        thresholds: Thresholds,
    ) -> Result<Self, Error> {
        let Some(target) = scores.target_behaviour.clone() else {
            return Err(Mistake::MissingField { field: "target_behaviour".to_owned() }.into());
        };
        let problems = crate::document::Problems::default();
        let mut profile = Self { thresholds, ..Self::new(target, perspective) };
        profile.instrument = Some(InstrumentUsed {
            id: scores.instrument.clone(),
            version: scores.version.clone(),
            provenance: scores.provenance.clone(),
        });
        let mut seen = Ordered::default();
        for scale in &scores.scales {
            let here = crate::error::Place::default().at(&scale.scale);
            if !seen.insert(&scale.scale) {
                let id = scale.scale.clone();
                problems.add(Mistake::Duplicate { what: Determinant::NAME, id }, here);
                continue;
            }
            match profile.of_scale(scale) {
                Ok(finding) => profile.findings.extend(finding),
                Err(error) => problems.extend(error, &here),
            }
        }
        problems.finish(Some(profile))
    }

    fn of_scale(&self, scale: &ScaleScore) -> Result<Option<Finding>, Error> {
        let determinant = Determinant::from_code(&scale.scale)?;
        let supporting = |percent: Score| match scale.polarity {
            Polarity::Supporting => percent,
            Polarity::Hindering => percent.reversed(),
        };
        let (problems, mut seen) = (crate::document::Problems::default(), Ordered::default());
        let here = crate::error::Place::default;
        let mut facets = Vec::new();
        for facet in &scale.facets {
            let score = facet.percent.map(supporting);
            match Facet::from_code(&facet.facet) {
                Ok(known) => {
                    if let Some(mistake) = known.misfit(determinant, &mut seen) {
                        problems.add(mistake, here());
                    }
                    facets.push(FacetFinding::new(known, score, &self.thresholds));
                }
                Err(error) => problems.extend(error, &here()),
            }
        }
        let facets = problems.finish(Some(facets))?;
        Ok(scale.percent.map(supporting).map(|score| Finding {
            determinant,
            standing: self.thresholds.standing(score),
            score: Some(score),
            facets,
            note: None,
        }))
    }
}

impl FacetFinding {
    pub(super) fn new(facet: Facet, score: Option<Score>, thresholds: &Thresholds) -> Self {
        Self { facet, label: facet.label(), score, standing: score.map(|score| thresholds.standing(score)) }
    }
}
