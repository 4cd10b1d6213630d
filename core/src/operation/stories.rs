//! The operations on what people told: how far those who code it agree, and what is in it.

use super::row::{Operation, fallible, total};
use crate::Error;
use crate::agreement::{CodingsToCompare, Resampling};
use crate::cocreation::{self, CodedStories, StoryAgreement, StoryCounting, StoryFrequencies};
use crate::disclosure::Protection;
use crate::document::{Document, Fields, Reader};
#[cfg(feature = "charts")]
use crate::{Chart, Language};

pub(super) const OPERATIONS: &[&dyn Operation] = &[
    &total(
        "agreement.estimate",
        "How far people who code the same things agree beyond chance, with intervals; some codes may be missing.",
        CodingsToCompare::estimate,
    ),
    &total(
        "cocreation.story_agreement",
        "How far those who coded stories agree, code by code, and which stories to talk about.",
        ToCompare::agreement,
    ),
    &fallible(
        "cocreation.story_frequencies",
        "How often each code is in the stories, by group; small counts are withheld.",
        ToCount::frequencies,
    ),
    #[cfg(feature = "charts")]
    &fallible(
        "cocreation.story_frequencies_chart",
        "Draws how often each code is in the stories, over all and by group.",
        ToDraw::draw,
    ),
];

/// Coded stories, and how to draw intervals.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StoriesToCompare"))]
struct ToCompare {
    /// The stories with their codings.
    stories: CodedStories,
    /// How intervals are drawn.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<Resampling>"))]
    resampling: Resampling,
}

impl ToCompare {
    fn agreement(&self) -> StoryAgreement {
        cocreation::story_agreement(&self.stories, &self.resampling)
    }
}

impl Document for ToCompare {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["stories", "resampling"])?;
        let stories = fields.must("stories", CodedStories::read);
        let resampling = fields.maybe("resampling", Resampling::read);
        Some(Self { stories: stories?, resampling: resampling?.unwrap_or_default() })
    }
}

/// Coded stories, and how to count them.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StoriesToCount"))]
struct ToCount {
    /// The stories with their codings.
    stories: CodedStories,
    /// When a story counts as one with a code, if coders differ; more than half of them unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<StoryCounting>"))]
    counting: StoryCounting,
    /// The smallest count that is shown; 5 unless said otherwise.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::Defaulted<u32>", range(min = 1)))]
    smallest: u32,
}

impl ToCount {
    fn frequencies(&self) -> Result<StoryFrequencies, Error> {
        cocreation::story_frequencies(&self.stories, self.counting, self.smallest)
    }

    fn of_fields(fields: &Fields<'_>) -> Option<Self> {
        let stories = fields.must("stories", CodedStories::read);
        let counting = fields.maybe("counting", Reader::code);
        let smallest = fields.maybe("smallest", Reader::count);
        let counting = counting?.unwrap_or(StoryCounting::Majority);
        Some(Self { stories: stories?, counting, smallest: smallest?.unwrap_or(Protection::SMALLEST) })
    }
}

impl Document for ToCount {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        Self::of_fields(&reader.fields(&["stories", "counting", "smallest"])?)
    }
}

/// Coded stories to draw.
#[cfg(feature = "charts")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StoriesToDraw"))]
struct ToDraw {
    #[cfg_attr(feature = "schema", schemars(flatten))]
    count: ToCount,
    /// The language of the texts in the chart.
    language: Language,
}

#[cfg(feature = "charts")]
impl ToDraw {
    fn draw(&self) -> Result<Chart, Error> {
        self.count.frequencies().map(|found| cocreation::story_frequencies_chart(&found, self.language))
    }
}

#[cfg(feature = "charts")]
impl Document for ToDraw {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["stories", "counting", "smallest", "language"])?;
        let (count, language) = (ToCount::of_fields(&fields), fields.must("language", Reader::code));
        Some(Self { count: count?, language: language? })
    }
}
