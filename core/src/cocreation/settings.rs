//! The periods that a review uses; the sources give none, so each travels with its provenance.

use crate::document::{Document, Reader};
use crate::{Label, Provenance, ProvenanceKind};
use serde::Serialize;

/// The periods after which a review asks for attention.
///
/// ```
/// use meedoen::{ProvenanceKind, cocreation::{Period, Settings}};
/// let settings = Settings { promise_open: Period::local(30), ..Settings::default() };
/// assert_eq!(settings.promise_open.provenance.kind, ProvenanceKind::Local);
/// assert_eq!(settings.co_evaluation.provenance.kind, ProvenanceKind::Illustrative);
/// ```
///
/// # Source
/// COC-91 (“as soon as possible”) and COC-48 (“preferably periodic”) give no number of days.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Settings {
    /// How long a promise without a date may be open.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Period>"))]
    pub promise_open: Period,
    /// How long a phase may last without co-evaluation.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Period>"))]
    pub co_evaluation: Period,
    /// How long an initiative may go without a sign of life.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Period>"))]
    pub initiative_quiet: Period,
}

/// A number of days and where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Period {
    /// The number of days.
    pub days: u32,
    /// Where it comes from; set by the organisation itself unless it is said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Provenance>"))]
    pub provenance: Provenance,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            promise_open: Period::illustrative(90),
            co_evaluation: Period::illustrative(180),
            initiative_quiet: Period::illustrative(60),
        }
    }
}

impl Period {
    /// A period that the organisation has set itself.
    pub fn local(days: u32) -> Self {
        let note = Label::of("zelf ingesteld", "set by the organisation itself");
        Self { days, provenance: Provenance { kind: ProvenanceKind::Local, note } }
    }

    fn illustrative(days: u32) -> Self {
        let note = Label::of(
            "de bronnen noemen geen termijn; dit getal is gekozen om te laten zien hoe het werkt",
            "the sources give no period; this number was chosen to show how it works",
        );
        Self { days, provenance: Provenance { kind: ProvenanceKind::Illustrative, note } }
    }

    /// Whether this many days is longer.
    pub(super) fn is_exceeded_by(&self, days: i64) -> bool {
        days > i64::from(self.days)
    }
}

impl Document for Settings {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["promise_open", "co_evaluation", "initiative_quiet"])?;
        let default = Self::default();
        let promise_open = fields.maybe("promise_open", Period::read);
        let co_evaluation = fields.maybe("co_evaluation", Period::read);
        let initiative_quiet = fields.maybe("initiative_quiet", Period::read);
        Some(Self {
            initiative_quiet: initiative_quiet?.unwrap_or(default.initiative_quiet),
            promise_open: promise_open?.unwrap_or(default.promise_open),
            co_evaluation: co_evaluation?.unwrap_or(default.co_evaluation),
        })
    }
}

impl Document for Period {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["days", "provenance"])?;
        let days = fields.must("days", Reader::count);
        let provenance = fields.maybe("provenance", Reader::provenance);
        let local = Self::local(days?);
        Some(Self { provenance: provenance?.unwrap_or(local.provenance), ..local })
    }
}
