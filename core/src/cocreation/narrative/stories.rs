//! Stories, the code book, and who gave which story which codes.

use crate::Label;
use crate::cocreation::PartyKind;
use crate::document::Document;
use crate::error::{Error, Mistake};
use serde::Serialize;

/// Stories that people told, and the codes that several people gave them.
///
/// ```
/// use meedoen::cocreation::{CodedStories, Coding, PartyKind, Story, StoryCode, StoryCoder};
/// use meedoen::Label;
/// let stories = CodedStories::new(
///     "work",
///     Label::of("Verhalen over werk", "Stories about work"),
///     vec![StoryCode { id: "rest".into(), label: Label::of("rust", "rest"), meaning: None }],
///     vec![StoryCoder { id: "ana".into(), label: Label::of("Ana", "Ana"), kind: PartyKind::SourceGroup }],
///     vec![Story { id: "1".into(), group: Some("jobseekers".into()) }],
///     vec![Coding { story: "1".into(), coder: "ana".into(), codes: vec!["sleep".into()] }],
/// );
/// let error = stories.unwrap_err();
/// assert_eq!(error.code(), "unknown-code");
/// assert_eq!(error.problems()[0].place().field(), Some("codings[1].codes[1]"));
/// ```
///
/// # Source
/// COC-59, COC-60, COC-63, COC-105…107
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CodedStories {
    /// The version of the document.
    pub(super) schema_version: u32,
    /// Its name.
    pub(super) id: String,
    /// What people call it.
    pub(super) title: Label,
    /// The codes that can be given, at least one.
    pub(super) code_book: Vec<StoryCode>,
    /// Who code, at most as many as are compared.
    pub(super) coders: Vec<StoryCoder>,
    /// The stories.
    pub(super) stories: Vec<Story>,
    /// Which codes each coder gave each story they coded.
    pub(super) codings: Vec<Coding>,
}

/// A code of the code book.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StoryCode {
    /// Its name in the codings.
    pub id: String,
    /// What people call it.
    pub label: Label,
    /// When it is given and when not.
    pub meaning: Option<Label>,
}

/// Someone who codes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StoryCoder {
    /// Their name in the codings.
    pub id: String,
    /// What people call them.
    pub label: Label,
    /// The kind of party they are of.
    pub kind: PartyKind,
}

/// A story someone told: one of each person, so that a count of stories is one of people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Story {
    /// Its name in the codings.
    pub id: String,
    /// The group of who told it; `None` when it is not known.
    pub group: Option<String>,
}

/// The codes that one coder gave one story; none at all means that no code fits.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coding {
    /// The story.
    pub story: String,
    /// The coder.
    pub coder: String,
    /// The codes.
    pub codes: Vec<String>,
}

crate::vocabulary! {
    /// When a story counts as one with a code, if those who coded it differ. The sources give no rule.
    pub enum StoryCounting: "way of counting", "manier van tellen", ["COC-107"] {
        /// One of them is enough.
        Any = "any": "één codeur is genoeg", "one coder is enough", [],
        /// More than half of them gave it.
        Majority = "majority": "meer dan de helft van de codeurs", "more than half of the coders", [],
        /// All of them gave it.
        All = "all": "alle codeurs", "all coders", [],
    }
}

impl StoryCounting {
    /// Whether a story counts, when so many of its coders gave the code; `None` when nobody coded it.
    pub(super) fn counts(self, gave: usize, coders: usize) -> Option<bool> {
        (coders > 0).then_some(match self {
            Self::Any => gave > 0,
            Self::Majority => 2 * gave > coders,
            Self::All => gave == coders,
        })
    }
}

impl CodedStories {
    /// The version of the document this release reads and writes.
    pub const SCHEMA_VERSION: u32 = 1;

    /// Stories with their codings.
    ///
    /// # Errors
    /// Every problem: `unknown-code` for a code that is not in the code book, `undefined` for a story or a coder that is
    /// not in its list, `duplicate` for what is given twice, `empty` for a code book without codes, `too-many` above
    /// [`crate::agreement::Codings::MOST_CODERS`] coders.
    pub fn new(
        id: impl Into<String>,
        title: Label,
        code_book: Vec<StoryCode>,
        coders: Vec<StoryCoder>,
        stories: Vec<Story>,
        codings: Vec<Coding>,
    ) -> Result<Self, Error> {
        let (schema_version, id) = (Self::SCHEMA_VERSION, id.into());
        let made = Self { schema_version, id, title, code_book, coders, stories, codings };
        // What is made in code passes the same door as a document.
        Self::from_value(&serde_json::to_value(&made).map_err(|_| Mistake::Malformed { line: 0, column: 0 })?)
    }

    /// For each story, what each coder gave it: `None` by a coder who did not code it.
    pub(super) fn given(&self) -> Vec<Vec<Option<&[String]>>> {
        let mut given = vec![vec![None; self.coders.len()]; self.stories.len()];
        let places = |ids: Vec<&str>| -> crate::ordered::ByName<usize> {
            ids.into_iter().enumerate().map(|(place, id)| (id.to_owned().into(), place)).collect()
        };
        let stories = places(self.stories.iter().map(|story| story.id.as_str()).collect());
        let coders = places(self.coders.iter().map(|coder| coder.id.as_str()).collect());
        for coding in &self.codings {
            let story = stories.get(&coding.story).and_then(|place| given.get_mut(*place));
            let coder = coders.get(&coding.coder);
            if let Some(cell) = story.zip(coder).and_then(|(row, coder)| row.get_mut(*coder)) {
                *cell = Some(coding.codes.as_slice());
            }
        }
        given
    }
}
