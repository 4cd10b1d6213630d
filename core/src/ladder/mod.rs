//! The participation ladder (participatieladder): six rungs of what someone does now.
//!
//! * Vocabulary: [`Rung`], [`InformalCare`], [`Change`].
//! * Door: [`Answers`], facts that can be observed; what is not said is unknown.
//! * Functions: [`classify`] and [`Session`] (question by question), [`growth_potential`], [`compare`],
//!   [`side_by_side`], [`recognise`].
//! * Results: [`Placement`], [`GrowthPotential`], [`Comparison`], [`SideBySide`], each with its reasons.
//!
//! The ladder measures what someone does, not what they want or can, and it is contested: it puts paid work at
//! the top, leaves out informal care and illness, and people do not move along it in one direction (PUB-17,
//! LAD-13…16, LAD-26, LAD-29, LAD-34). A placement is therefore advice with reasons, beside the person's own
//! view (LAD-27), and never a ground for a decision by itself.
//!
//! # Source
//! LAD-01…36, PUB-01…07, PUB-10…18

#[cfg(feature = "charts")]
mod chart;
mod classify;
mod flow;
mod informal_care;
pub mod over_time;
mod position;
mod potential;
mod rung;
mod scale;
mod session;
#[cfg(feature = "schema")]
mod shape;
mod step;
mod views;

#[cfg(feature = "charts")]
pub use chart::chart;
pub use classify::{Answers, InformalCareView, Placement, classify, questions};
pub use informal_care::InformalCare;
pub use position::Position;
pub use potential::{Expectation, GrowthPotential, growth_potential};
pub use rung::{Rung, RungDescription, rungs};
pub use scale::recognise;
pub use session::{Session, SessionState};
#[cfg(all(feature = "schema", feature = "charts"))]
pub(crate) use shape::Drawn;
pub use step::{Change, Comparison, TwoMoments, compare};
pub use views::{SideBySide, TwoViews, side_by_side};

#[cfg(test)]
mod tests {
    #[test]
    fn the_flow_fits_together() {
        super::flow::FLOW.check().unwrap();
    }
}
