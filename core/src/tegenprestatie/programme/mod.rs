//! The programme around the duty: district processes, routes, figures, places, self-steering.

mod figures;
mod matching;
mod roadmap;
mod route;
mod words;

pub use figures::{Conflict, Figure, conflicts, figures};
pub use matching::{Fit, Match, Matches, Offer, PartOfWeek, Seeker, ToMatch, match_places};
pub use roadmap::{District, Roadmap, RoadmapStep, roadmaps};
pub use route::{FollowUp, Route, RouteEvent, RouteReview, StepOnRoute, route};
pub use words::{
    ContestedClassification, Form, Norbs, SelfSteering, SelfSteeringCondition, client_types, self_steering,
};
