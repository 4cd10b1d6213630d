//! What a review uses and the sources do not give; each travels with its provenance.

use crate::document::{Document, Reader};
use crate::{Label, Provenance, ProvenanceKind};
use serde::Serialize;

/// The periods after which a review asks for attention, and what counts for them.
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
    /// Whether time in which the process stood still is left out of the period for co-evaluation. By default it is
    /// not: evaluating is keeping a finger on the pulse, and the sources make no exception (COC-48, COC-93).
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Switch>"))]
    pub suspension_pauses: Switch,
}

/// Something that an organisation chooses to do or not to do, and where that comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Switch {
    /// Whether it is done.
    pub on: bool,
    /// Where that comes from; set by the organisation itself unless it is said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Provenance>"))]
    pub provenance: Provenance,
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
            suspension_pauses: Switch::by_default(),
        }
    }
}

impl Switch {
    /// A choice that the organisation has made itself.
    pub fn local(on: bool) -> Self {
        Self { on, provenance: local() }
    }

    fn by_default() -> Self {
        let note = Label::of(
            "de bronnen zeggen niet of tijd waarin het proces stillag meetelt; zolang niets anders is gekozen, telt zij mee",
            "the sources do not say whether time in which the process stood still counts; as long as nothing else is chosen, it does",
        );
        Self { on: false, provenance: Provenance { kind: ProvenanceKind::Illustrative, note } }
    }
}

/// What an organisation has set itself.
fn local() -> Provenance {
    let note = Label::of("zelf ingesteld", "set by the organisation itself");
    Provenance { kind: ProvenanceKind::Local, note }
}

impl Period {
    /// A period that the organisation has set itself.
    pub fn local(days: u32) -> Self {
        Self { days, provenance: local() }
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
        let fields =
            reader.fields(&["promise_open", "co_evaluation", "suspension_pauses", "initiative_quiet"])?;
        let default = Self::default();
        let promise_open = fields.maybe("promise_open", Period::read);
        let co_evaluation = fields.maybe("co_evaluation", Period::read);
        let suspension_pauses = fields.maybe("suspension_pauses", Switch::read);
        let initiative_quiet = fields.maybe("initiative_quiet", Period::read);
        Some(Self {
            initiative_quiet: initiative_quiet?.unwrap_or(default.initiative_quiet),
            promise_open: promise_open?.unwrap_or(default.promise_open),
            co_evaluation: co_evaluation?.unwrap_or(default.co_evaluation),
            suspension_pauses: suspension_pauses?.unwrap_or(default.suspension_pauses),
        })
    }
}

impl Document for Switch {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["on", "provenance"])?;
        let on = fields.required("on").and_then(|on| on.truth());
        let provenance = fields.maybe("provenance", Reader::provenance);
        let local = Self::local(on?);
        Some(Self { provenance: provenance?.unwrap_or(local.provenance), ..local })
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
