//! The programme around the duty: district processes, routes, figures, places, self-steering, perspectives.

mod figures;
mod matching;
mod perspectives;
mod roadmap;
mod route;
mod words;

pub use figures::{Conflict, Figure, conflicts, figures};
pub use matching::{Match, Matches, Offer, PartOfWeek, PlaceFit, Seeker, ToMatch, match_places};
pub use perspectives::{Seen, perspectives};
pub use roadmap::{District, Roadmap, RoadmapStep, roadmaps};
pub use route::{Route, RouteEvent, RouteReview, StepOnRoute, route};
pub use words::{
    ContestedClassification, Form, Norbs, SelfSteering, SelfSteeringCondition, client_types, self_steering,
};
