//! Narrative evaluation: what people told, coded by several people with one code book.
//!
//! Municipality and community have an equal part in it (COC-105): those who told their stories, or people like them, code
//! along, hear back what was made of it, and set priorities with the others. What is said is collected and analysed
//! afterwards (COC-107). Two answers come of the same codings:
//!
//! * [`story_agreement`]: how far the coders agree, code by code, and which stories to talk about. It names stories, and
//!   is for those who do the analysis.
//! * [`story_frequencies`]: how often each code is in the stories, by group, with small counts withheld. It is fit to be
//!   published.
//!
//! A story that nobody coded is unknown, for each code.
//!
//! # Source
//! COC-58…63, COC-100, COC-104…107, COC-110, COC-111

mod agreement;
#[cfg(feature = "charts")]
mod chart;
mod document;
mod frequencies;
mod stories;

pub use agreement::{CodeAgreement, StoryAgreement, StoryCoderCount, story_agreement};
#[cfg(feature = "charts")]
pub use chart::story_frequencies_chart;
pub use frequencies::{CodeFrequency, GroupFrequency, StoryFrequencies, story_frequencies};
pub use stories::{CodedStories, Coding, Story, StoryCode, StoryCoder, StoryCounting};

#[cfg(test)]
mod tests;
