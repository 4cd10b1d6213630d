//! Local ordinances: documents of the municipality, checked, and never law of this library.

mod library;
mod provision;
#[cfg(feature = "schema")]
mod shape;

pub use library::{ordinance, ordinances};
pub use provision::{LocalGround, Provision, Says, Topic};

use crate::decide::{Facts, Validity};
use crate::document::{Document, Fields, Reader};
use crate::error::{Error, Mistake};
use crate::{Label, Source};
use chrono::NaiveDate;
use serde::Serialize;

/// An ordinance, or another document in which a municipality lays down its rules, as it was given.
///
/// ```
/// use meedoen::tegenprestatie::Ordinance;
/// use meedoen::document::Document;
/// let error = Ordinance::from_json(r#"{
///     "schema_version": 1, "id": "ours", "title": {"nl": "Onze verordening", "en": "Our ordinance"},
///     "municipality": "Ons dorp", "valid_from": "2020-01-01", "covers": ["hours"],
///     "provisions": [{"id": "hours", "article": "3", "says": {"kind": "hours", "norm": -4}}]
/// }"#).unwrap_err();
/// assert_eq!(error.problems()[0].place().field(), Some("provisions[1].says.norm"));
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// PUB-60, PUB-63, PUB-64, TEG-58
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ordinance {
    /// The version of the format.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub schema_version: u32,
    /// Its name in requests.
    pub id: String,
    /// Its title.
    pub title: Label,
    /// Whose it is.
    pub municipality: String,
    /// From when until when it holds.
    #[serde(flatten)]
    pub validity: Validity,
    /// The topics of which it says everything there is; of other topics what it leaves out is unknown.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Vec<Topic>>"))]
    pub covers: Vec<Topic>,
    /// What it says.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Vec<Provision>>"))]
    pub provisions: Vec<Provision>,
    /// Where it was found, and what to know about it.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Vec<String>>"))]
    pub sources: Vec<String>,
}

/// The provisions of an ordinance that hold on a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrdinanceOnDate {
    /// Its name.
    pub id: String,
    /// Its title.
    pub title: Label,
    /// Whose it is.
    pub municipality: String,
    /// What it says on that date.
    pub provisions: Vec<ProvisionInForce>,
    /// Where it was found, and what to know about it.
    pub sources: Vec<String>,
}

/// A provision that holds, in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProvisionInForce {
    /// The article and paragraph, as the ordinance numbers them.
    pub article: String,
    /// What it says.
    pub says: Says,
    /// What it says in words.
    pub label: Label,
}

/// The version of the format that is read.
const VERSION: u32 = 1;

impl Document for Ordinance {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&[
            "schema_version",
            "id",
            "title",
            "municipality",
            "valid_from",
            "valid_until",
            "covers",
            "provisions",
            "sources",
        ])?;
        let text = |field: Reader<'_>| field.text().map(str::to_owned);
        let version = fields.required("schema_version").and_then(|version| {
            let given = version.count()?;
            if given != VERSION {
                version
                    .refuse(Mistake::UnsupportedVersion { version: given.to_string(), supported: VERSION });
            }
            Some(given)
        });
        let id = fields.required("id").and_then(text);
        let title = fields.required("title").and_then(|title| title.label());
        let municipality = fields.required("municipality").and_then(text);
        let validity = Validity::of_fields(&fields, None);
        let covers = fields.list_of("covers", Reader::code);
        let provisions = fields.list_of("provisions", |one| provision(one, validity.as_ref()));
        let sources = fields.list_of("sources", |one| one.text().map(str::to_owned));
        if let (Some(provisions), Some(list)) = (&provisions, fields.optional("provisions")) {
            consistent(provisions, &list);
        }
        Some(Self {
            schema_version: version?,
            id: id?,
            title: title?,
            municipality: municipality?,
            validity: validity?,
            covers: covers?,
            provisions: provisions?,
            sources: sources?,
        })
    }
}

fn provision(reader: &Reader<'_>, whole: Option<&Validity>) -> Option<Provision> {
    let fields = reader.fields(&["id", "article", "valid_from", "valid_until", "says"])?;
    let id = fields.required("id").and_then(|id| id.text().map(str::to_owned));
    let article = fields.required("article").and_then(|article| article.text().map(str::to_owned));
    let says = fields.required("says").and_then(|says| Says::read(&says));
    let validity = whole.and_then(|whole| Validity::of_fields(&fields, Some(whole)));
    if let (Some(validity), Some(whole)) = (validity, whole) {
        within(&fields, validity, *whole);
    }
    Some(Provision { id: id?, article: article?, validity: validity?, says: says? })
}

/// Notes when a provision holds on days on which the ordinance does not.
fn within(fields: &Fields<'_>, validity: Validity, whole: Validity) {
    if whole.covers(&validity) {
        return;
    }
    for (name, date) in [("valid_from", Some(validity.valid_from)), ("valid_until", validity.valid_until)] {
        if let (Some(field), Some(date)) = (fields.optional(name), date.filter(|date| !whole.holds_on(*date)))
        {
            field.refuse(Mistake::OutsidePeriod { date, from: whole.valid_from, until: whole.valid_until });
        }
    }
}

/// Notes what occurs twice, and which provisions say the same or something else on the same days.
fn consistent(provisions: &[Provision], list: &Reader<'_>) {
    let Some(elements) = list.list() else { return };
    for (index, (one, here)) in provisions.iter().zip(&elements).enumerate() {
        for (number, other) in provisions.iter().enumerate().take(index) {
            if one.id == other.id {
                here.refuse(Mistake::Duplicate {
                    what: Label::of("de bepaling", "provision"),
                    id: one.id.clone(),
                });
            }
            let same = one.says.subject() == other.says.subject();
            let Some(days) = one.validity.overlap(&other.validity).filter(|_| same) else { continue };
            here.refuse(if one.says == other.says {
                Mistake::Overlap {
                    what: Label::of("de bepalingen", "provisions"),
                    id: one.id.clone(),
                    other: other.id.clone(),
                    from: days.valid_from,
                    until: days.valid_until,
                }
            } else {
                let place = list.place().element(number + 1);
                Mistake::Contradiction {
                    here: one.says.label(),
                    elsewhere: other.says.label(),
                    place: place.field().unwrap_or_default().to_owned(),
                }
            });
        }
    }
}

/// Reads ordinances of which at most one holds on any day.
pub(super) fn read_in_turn(reader: &Reader<'_>) -> Option<Vec<Ordinance>> {
    let ordinances = reader.list_of(Ordinance::read)?;
    let elements = reader.list()?;
    for (index, (one, here)) in ordinances.iter().zip(&elements).enumerate() {
        for other in ordinances.iter().take(index) {
            if let Some(days) = one.validity.overlap(&other.validity) {
                here.refuse(Mistake::Overlap {
                    what: Label::of("de verordeningen", "ordinances"),
                    id: one.id.clone(),
                    other: other.id.clone(),
                    from: days.valid_from,
                    until: days.valid_until,
                });
            }
        }
    }
    Some(ordinances)
}

impl Ordinance {
    /// What it says on a date; `None` when it does not hold then.
    pub fn on(&self, date: NaiveDate) -> Option<OrdinanceOnDate> {
        let in_force = self.in_force(date).map(|provision| ProvisionInForce {
            article: provision.article.clone(),
            label: provision.says.label(),
            says: provision.says.clone(),
        });
        self.validity.holds_on(date).then(|| OrdinanceOnDate {
            id: self.id.clone(),
            title: self.title.clone(),
            municipality: self.municipality.clone(),
            provisions: in_force.collect(),
            sources: self.sources.clone(),
        })
    }

    fn in_force(&self, date: NaiveDate) -> impl Iterator<Item = &Provision> {
        self.provisions.iter().filter(move |provision| provision.validity.holds_on(date))
    }

    /// Adds what the ordinance settles: whether it exempts on each ground. What it says nothing of stays unknown,
    /// unless it covers exemptions as a whole.
    pub(super) fn settle(&self, facts: &mut Facts, date: NaiveDate) {
        for (ground, input) in GROUNDS {
            let said = self.in_force(date).find_map(|provision| match provision.says {
                Says::Exemption { ground: other, exempts } if other == ground => Some(exempts),
                _ => None,
            });
            let settled = said.or(self.covers.contains(&Topic::Exemption).then_some(false));
            if let Some(exempts) = settled {
                facts.set(input, Some(exempts.into()));
            }
        }
    }

    /// Where it comes from.
    pub(super) fn source(&self) -> Source {
        Source::reference(format!("{} ({})", self.title.nl, self.municipality))
    }
}

/// The question that each local ground settles.
const GROUNDS: [(LocalGround, &str); 3] = [
    (LocalGround::InformalCare, "ordinance_exempts_informal_care"),
    (LocalGround::Reintegration, "ordinance_exempts_reintegration"),
    (LocalGround::PartTimeWork, "ordinance_exempts_part_time_work"),
];

/// Checks an ordinance: every problem is named with its place.
///
/// # Errors
/// Every problem of the document: `backwards`, `outside-period`, `overlap`, `contradiction`, `duplicate`,
/// `outside-range` and those of reading.
///
/// ```
/// let diemen = meedoen::tegenprestatie::ordinance("diemen-2015")?;
/// assert_eq!(meedoen::tegenprestatie::check_ordinance(&serde_json::to_string(&diemen).unwrap())?, diemen);
/// # Ok::<(), meedoen::Error>(())
/// ```
pub fn check_ordinance(text: &str) -> Result<Ordinance, Error> {
    Ordinance::from_json(text)
}

#[cfg(test)]
mod tests;
