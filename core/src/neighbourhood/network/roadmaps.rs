//! The roads of communities that the sources describe.

use crate::conformance::Roadmap;
use crate::document::Document;

const TEXTS: [&str; 3] = [
    include_str!("roadmaps/community-building.json"),
    include_str!("roadmaps/from-motivation.json"),
    include_str!("roadmaps/village-assets.json"),
];

/// How a community finds its goals and acts on them, how someone comes from what moves them to taking part, and how the
/// village of Witteveen came from visits to provisions.
///
/// The sources tell each as a sequence, and that a community does not move in a straight line: every earlier stage can be
/// gone back to. They give no durations, and nothing by which a stage is done: taking its step is.
///
/// ```
/// assert_eq!(meedoen::neighbourhood::network::roadmaps()[0].shortest_run(), 6);
/// ```
///
/// # Source
/// ABC-04, ABC-05, ABC-27; BKR-10, BKR-33; ABC-29
pub fn roadmaps() -> Vec<Roadmap> {
    TEXTS.iter().filter_map(|text| Roadmap::from_json(text).ok()).collect()
}
