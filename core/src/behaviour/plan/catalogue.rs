//! Interventions with their expected effects: the illustrative catalogue, and reading one's own.

use super::super::role::LEVERS;
use super::super::sanction::backfire;
use super::super::{Determinant, Extent, Intervention, Role, Thresholds};
use crate::document::{Document, Reader};
use crate::plan::{Catalogue, Condition, Effect, NotAlone, Offer};
use crate::{Label, Provenance, ProvenanceKind, Reason, Source, Vocabulary};
use serde::Serialize;

/// Interventions that can be offered, with what they are expected to do and the hours they take.
///
/// The sources name who does what; they give no effects and no hours. Those are a choice with provenance.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "super::shape::InterventionCatalogue")
)]
pub struct InterventionCatalogue {
    /// The interventions.
    pub interventions: Vec<CatalogueIntervention>,
    /// Where effects and hours come from.
    pub provenance: Provenance,
}

/// One intervention of a catalogue.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CatalogueIntervention {
    id: String,
    label: Label,
    intervention: Option<Intervention>,
    role: Role,
    effects: Vec<CatalogueEffect>,
    hours: f64,
    when: Vec<LevelCondition>,
    not_with: Vec<String>,
    not_alone: Vec<CompanyRule>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct CatalogueEffect {
    determinant: Determinant,
    change: f64,
    standard_error: Option<f64>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct LevelCondition {
    determinant: Determinant,
    at_least: Option<f64>,
    below: Option<f64>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct CompanyRule {
    when: Vec<LevelCondition>,
    with: Vec<String>,
    why: Option<Label>,
}

/// A catalogue to show how planning works: what the sources tie to a determinant, each with an illustrative effect of ten
/// points (standard error five) and illustrative hours.
///
/// ```
/// let catalogue = meedoen::behaviour::catalogue();
/// assert_eq!(catalogue.interventions.len(), 6);
/// assert_eq!(catalogue.provenance.kind, meedoen::ProvenanceKind::Illustrative);
/// ```
///
/// # Source
/// IBM-38…43, IBM-49…51; the effects and the hours are a choice of the library.
pub fn catalogue() -> InterventionCatalogue {
    let named = LEVERS.iter().filter(|lever| lever.extent != Extent::LimitedMeans);
    let interventions = named.filter_map(|lever| {
        let determinant = lever.determinant?;
        let change = if determinant.is_inverted() { -10.0 } else { 10.0 };
        Some(CatalogueIntervention {
            id: lever.intervention.code().to_owned(),
            label: lever.intervention.label(),
            intervention: Some(lever.intervention),
            role: lever.role,
            effects: vec![CatalogueEffect { determinant, change, standard_error: Some(5.0) }],
            hours: if lever.role == Role::IncomeConsultant { 2.0 } else { 6.0 },
            when: Vec::new(),
            not_with: Vec::new(),
            not_alone: Vec::new(),
        })
    });
    InterventionCatalogue {
        interventions: interventions.collect(),
        provenance: Provenance {
            kind: ProvenanceKind::Illustrative,
            note: Label::of(
                "effecten en uren zijn gekozen om te laten zien hoe het werkt; de bronnen geven ze niet",
                "effects and hours are chosen to show how it works; the sources do not give them",
            ),
        },
    }
}

impl LevelCondition {
    fn condition(&self) -> Condition {
        let factor = self.determinant.code().to_owned();
        Condition { factor, at_least: self.at_least, below: self.below }
    }

    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["determinant", "at_least", "below"])?;
        let determinant = fields.must("determinant", Reader::code);
        let [at_least, below] = ["at_least", "below"].map(|name| fields.maybe(name, Reader::number));
        Some(Self { determinant: determinant?, at_least: at_least?, below: below? })
    }
}

impl CatalogueIntervention {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&[
            "id",
            "label",
            "intervention",
            "role",
            "effects",
            "hours",
            "when",
            "not_with",
            "not_alone",
        ])?;
        let (id, label) = (fields.must("id", Reader::string), fields.maybe("label", Reader::label));
        let intervention = fields.maybe("intervention", Reader::code);
        let (role, hours) = (fields.must("role", Reader::code), fields.must("hours", Reader::number));
        let effects = fields.must("effects", |list| list.list_of(CatalogueEffect::read));
        let when = fields.list_of("when", LevelCondition::read);
        let not_with = fields.list_of("not_with", Reader::string);
        let not_alone = fields.list_of("not_alone", |rule| {
            let fields = rule.fields(&["when", "with", "why"])?;
            let (when, with) =
                (fields.list_of("when", LevelCondition::read), fields.list_of("with", Reader::string));
            let why = fields.maybe("why", Reader::label);
            Some(CompanyRule { when: when?, with: with?, why: why? })
        });
        let id = id?;
        // An intervention by the name that the sources use is that intervention.
        let intervention = intervention?.or_else(|| Intervention::from_code(&id).ok());
        let label = label?.or_else(|| intervention.map(Vocabulary::label));
        let label = label.unwrap_or_else(|| Label::new(id.clone(), id.clone()));
        Some(Self {
            id,
            label,
            intervention,
            role: role?,
            effects: effects?,
            hours: hours?,
            when: when?,
            not_with: not_with?,
            not_alone: not_alone?,
        })
    }

    /// The intervention as the kernel takes it: a sanction gets the rule of the source.
    fn offer(&self, thresholds: &Thresholds) -> Offer {
        let conditions = |list: &[LevelCondition]| list.iter().map(LevelCondition::condition).collect();
        let own = |rule: &CompanyRule| {
            let why = rule.why.clone().unwrap_or_else(|| {
                let (nl, en) = (&self.label.nl, &self.label.en);
                Label::said(
                    format_args!("{nl}: niet zonder iets anders"),
                    format_args!("{en}: not without something else"),
                )
            });
            let source = Source::reference("catalogue of interventions");
            let reason = Reason::new("not-alone", why, Vec::new(), source);
            NotAlone { when: conditions(&rule.when), with: rule.with.clone(), reason }
        };
        let mut not_alone: Vec<NotAlone> = self.not_alone.iter().map(own).collect();
        if self.intervention == Some(Intervention::AnnounceSanction) {
            let (bounds, reason) = backfire(thresholds);
            let when = bounds.map(|(determinant, below)| Condition {
                factor: determinant.code().to_owned(),
                at_least: None,
                below: Some(below),
            });
            not_alone.push(NotAlone { when: when.into(), with: Vec::new(), reason });
        }
        Offer {
            id: self.id.clone(),
            label: self.label.clone(),
            role: self.role.code().to_owned(),
            effects: self.effects.iter().map(CatalogueEffect::effect).collect(),
            hours: self.hours,
            when: conditions(&self.when),
            not_with: self.not_with.clone(),
            not_alone,
        }
    }
}

impl CatalogueEffect {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["determinant", "change", "standard_error"])?;
        let (determinant, change) =
            (fields.must("determinant", Reader::code), fields.must("change", Reader::number));
        let standard_error = fields.maybe("standard_error", Reader::number);
        Some(Self { determinant: determinant?, change: change?, standard_error: standard_error? })
    }

    fn effect(&self) -> Effect {
        let factor = self.determinant.code().to_owned();
        Effect { factor, change: self.change, standard_error: self.standard_error }
    }
}

impl InterventionCatalogue {
    /// The catalogue as the kernel takes it.
    ///
    /// # Errors
    /// Those of [`Catalogue::new`].
    pub fn offers(&self, thresholds: &Thresholds) -> Result<Catalogue, crate::Error> {
        let offers = self.interventions.iter().map(|one| one.offer(thresholds)).collect();
        Catalogue::new(offers, self.provenance.clone())
    }

    /// Whether an intervention of the catalogue is the announcement of a sanction.
    pub(super) fn announces_sanction(&self, offer: usize) -> bool {
        let intervention = self.interventions.get(offer).and_then(|one| one.intervention);
        intervention == Some(Intervention::AnnounceSanction)
    }
}

impl Document for InterventionCatalogue {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["interventions", "provenance"])?;
        let interventions = fields.must("interventions", |list| list.list_of(CatalogueIntervention::read));
        let provenance = fields.must("provenance", Reader::provenance);
        let catalogue = Self { interventions: interventions?, provenance: provenance? };
        // What is wrong with the whole is named with its place in this document.
        reader.check(catalogue.offers(&Thresholds::default())).map(|_| catalogue)
    }
}
