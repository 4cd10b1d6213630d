//! How far the answers to some questions measure one thing.

#![expect(clippy::indexing_slicing, reason = "a matrix is indexed by the dimensions it was made with")]

mod change;
mod factor;
mod moments;
mod report;
mod statistics;

pub use change::{
    CaseloadChange, ChangeCounts, ChangeOfPerson, CountsOfChange, ReliableChange, ReliableChanges,
};
pub use report::{GroupReliability, Reliability};
pub use statistics::ItemStatistics;

crate::vocabulary! {
    /// What is done with a row in which an answer is missing.
    pub enum Missing: "treatment of missing answers", "omgang met ontbrekende antwoorden", [] {
        /// Only rows that have every answer count.
        Listwise = "listwise": "alleen volledige rijen", "complete rows only", [],
        /// A covariance rests on the rows that have both answers.
        Pairwise = "pairwise": "per paar van vragen", "by pair of items", [],
    }
}
