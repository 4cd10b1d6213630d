//! The operations on groups of people, whose answers are fit to be published.

use super::row::{Operation, fallible};
use crate::Error;
use crate::Vocabulary;
use crate::behaviour::{self, Determinant, Summary, Thresholds};
use crate::disclosure::Protection;
use crate::document::{Document, Reader};
use crate::error::Mistake;
use crate::measure::{Column, Values};
use crate::ordered::Ordered;

pub(super) const OPERATIONS: &[&dyn Operation] = &[&fallible(
    "behaviour.summarise",
    "Counts by group for how many people each determinant stands in the way; small counts are withheld.",
    Grouped::summary,
)];

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
        let by = fields.maybe("by", |by| by.list_of(|one| one.nullable(Reader::string)));
        let thresholds = fields.maybe("thresholds", Thresholds::read);
        let smallest = fields.maybe("smallest", Reader::count);
        Some(Self { scores: scores?, by: by?, thresholds: thresholds?, smallest: smallest? })
    }
}

impl DeterminantScores {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["determinant", "values"])?;
        let determinant = fields.must("determinant", Reader::code);
        let values = fields.required("values");
        let values = values.and_then(|values| values.list_of(|one| one.nullable(Reader::number)));
        Some(Self { determinant: determinant?, values: values? })
    }
}
