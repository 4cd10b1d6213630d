//! The operations of the integrative behaviour model.

use super::row::{Operation, constant, fallible, total};
use crate::behaviour::{self, Determinant, Profile, Role, Standing, Summary, Thresholds};
use crate::disclosure::Protection;
use crate::document::{Document, Reader};
use crate::error::Mistake;
use crate::measure::{Column, Instrument, Scores, Values};
use crate::ordered::Ordered;
use crate::{Error, Perspective, Term, Vocabulary};

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &constant("behaviour.determinants", "The seven determinants.", behaviour::determinants),
    &constant("behaviour.standings", "How a determinant can stand, in order.", Term::all::<Standing>),
    &constant("behaviour.roles", "The professional roles.", Term::all::<Role>),
    &constant(
        "behaviour.interventions",
        "What the sources name as done, and by whom.",
        behaviour::interventions,
    ),
    &constant("behaviour.levers", "What each role can do about each determinant.", behaviour::levers),
    &constant(
        "behaviour.instruments",
        "The names of the instruments that come with the library.",
        behaviour::instruments,
    ),
    &fallible("behaviour.instrument", "An instrument that comes with the library.", Named::instrument),
    &fallible(
        "behaviour.profile",
        "The profile of someone's scores on an instrument whose scales are determinants.",
        Measured::profile,
    ),
    &total(
        "behaviour.assess",
        "Says what stands in the way of one behaviour, and what is not known.",
        behaviour::assess,
    ),
    &fallible(
        "behaviour.summarise",
        "Counts by group for how many people each determinant stands in the way; small counts are withheld.",
        Grouped::summary,
    ),
    &total(
        "behaviour.review_interventions",
        "Reviews who would do what around one person.",
        behaviour::review_interventions,
    ),
];

/// The name of an instrument.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "InstrumentName"))]
struct Named {
    /// One of the names that `behaviour.instruments` gives.
    id: String,
}

impl Named {
    fn instrument(&self) -> Result<Instrument, Error> {
        behaviour::instrument(&self.id)
    }
}

impl Document for Named {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let id = reader.fields(&["id"])?.required("id")?.text()?.to_owned();
        Some(Self { id })
    }
}

/// Someone's scores, and how to read them.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ProfileFromScores"))]
struct Measured {
    /// The scores.
    scores: Scores,
    /// Whose perspective it is. A questionnaire is filled in by the person concerned, so theirs it is unless
    /// said otherwise.
    perspective: Option<Perspective>,
    /// Where scores pass from one standing into the next; five equal steps unless said otherwise.
    thresholds: Option<Thresholds>,
}

impl Measured {
    fn profile(&self) -> Result<Profile, Error> {
        let perspective = self.perspective.unwrap_or(Perspective::Client);
        Profile::from_scores(&self.scores, perspective, self.thresholds.clone().unwrap_or_default())
    }
}

impl Document for Measured {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["scores", "perspective", "thresholds"])?;
        let scores = fields.required("scores").and_then(|scores| Scores::read(&scores));
        let perspective = fields.maybe("perspective", Reader::code);
        let thresholds = fields.maybe("thresholds", Thresholds::read);
        Some(Self { scores: scores?, perspective: perspective?, thresholds: thresholds? })
    }
}

/// Scores of many people, and how to divide them.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ScoresOfMany"))]
struct Grouped {
    /// The scores by determinant, each list one score a person.
    scores: Vec<DeterminantScores>,
    /// The group of each person, `null` where it is not known; everyone together when left out.
    by: Option<Vec<Option<String>>>,
    /// Where scores pass from one standing into the next; five equal steps unless said otherwise.
    thresholds: Option<Thresholds>,
    /// The smallest count that is shown; 5 unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    smallest: Option<u32>,
}

/// The scores of many people on one determinant.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct DeterminantScores {
    /// The determinant.
    determinant: Determinant,
    /// One score a person, 0 to 100, more being more of the determinant; `null` where it is not known.
    values: Vec<Option<f64>>,
}

impl Grouped {
    fn summary(&self) -> Result<Summary, Error> {
        let values = |one: &DeterminantScores| -> Vec<f64> {
            one.values.iter().map(|value| value.unwrap_or(f64::NAN)).collect()
        };
        let scores: Vec<(&str, Vec<f64>)> =
            self.scores.iter().map(|one| (one.determinant.code(), values(one))).collect();
        let columns: Vec<(&str, Column<'_>)> = scores
            .iter()
            .map(|(name, values)| (*name, Column { values: Values::F64(values), present: None }))
            .collect();
        let by: Option<Vec<Option<&str>>> =
            self.by.as_ref().map(|by| by.iter().map(Option::as_deref).collect());
        let thresholds = self.thresholds.clone().unwrap_or_default();
        let smallest = self.smallest.unwrap_or(Protection::SMALLEST);
        behaviour::summarise_columns(&columns, by.as_deref(), &thresholds, smallest)
    }
}

impl Document for Grouped {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["scores", "by", "thresholds", "smallest"])?;
        let scores = fields.required("scores").and_then(|scores| {
            let read = scores.list_of(DeterminantScores::read)?;
            let mut seen = Ordered::default();
            for one in read.iter().filter(|one| !seen.insert(one.determinant)) {
                let id = one.determinant.code().to_owned();
                scores.refuse(Mistake::Duplicate { what: Determinant::NAME, id });
            }
            Some(read)
        });
        let by =
            fields.maybe("by", |by| by.list_of(|one| nullable(one, |one| one.text().map(str::to_owned))));
        let thresholds = fields.maybe("thresholds", Thresholds::read);
        let smallest = fields.maybe("smallest", Reader::count);
        Some(Self { scores: scores?, by: by?, thresholds: thresholds?, smallest: smallest? })
    }
}

impl DeterminantScores {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["determinant", "values"])?;
        let determinant = fields.required("determinant").and_then(|one| one.code());
        let values = fields.required("values");
        let values = values.and_then(|values| values.list_of(|one| nullable(one, |one| one.number())));
        Some(Self { determinant: determinant?, values: values? })
    }
}

/// An element of a list that may be `null`.
fn nullable<T>(reader: &Reader<'_>, read: impl Fn(&Reader<'_>) -> Option<T>) -> Option<Option<T>> {
    if reader.value().is_null() { Some(None) } else { read(reader).map(Some) }
}
