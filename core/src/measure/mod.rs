//! Instruments: questionnaires as data, and the scores they give.
//!
//! An [`Instrument`] is a versioned document with items, their answer scales and texts, and scales made of
//! items or of products of two items (such as an opinion times the importance attached to it). Scoring is the
//! same for one person ([`Instrument::score`]) and for columns of a table ([`Instrument::score_columns`]), bit
//! for bit. An answer that is missing stays missing: a scale with too few answers has no score.
//!
//! # Formula
//! * keyed answer: `x`, or `min + max − x` for a reverse-keyed item;
//! * part: a keyed answer, or `(x − a) · (y − b)` of two, missing when either is missing;
//! * mean of the valid parts, in the order of the parts; `sum = mean · parts`; `pomp = 100 · (mean − min) / (max − min)`.
//!
//! # Source
//! Conventional scoring of summated scales; products of belief and importance after IBM-07.

mod instrument;
mod lane;
mod products;
mod read;
mod reliability;
mod rule;
mod scale;
mod score;
mod scores_document;
mod table;

pub use crate::column::{Bits, Column, Values};
pub use instrument::{Anchor, AnswerScale, Instrument, Item};
pub use reliability::{
    CaseloadChange, ChangeCounts, ChangeOfPerson, CountsOfChange, GroupReliability, ItemStatistics, Missing,
    Reliability, ReliableChange, ReliableChanges,
};
pub use rule::MissingRule;
pub use scale::{Output, Part, Polarity, Scale};
pub use score::{Answers, FacetScore, ScaleScore, Scores};
pub use table::{ScoreColumn, ScoreTable};
