//! The tegenprestatie: which rule held on which date, what is contested, and what still has to be asked.
//!
//! * Vocabulary: [`Regime`], [`Duty`], [`DutyStatus`], [`Benefit`], [`ActivityStatus`], [`Footing`], [`CallUp`],
//!   [`LanguageStatus`], [`Topic`], [`LocalGround`], [`Audience`].
//! * Door: [`Person`], [`Activity`], [`Work`], [`Care`], [`Imposing`], [`InFile`], [`NotDone`], [`Dutch`] and [`Ordinance`], the
//!   document of a municipality.
//! * Functions: [`duty()`] and [`duty_table`], [`activity()`], [`displacement()`], [`informal_care`], [`preconditions`],
//!   [`reduction()`], [`language_requirement`], [`call_up()`], [`explain()`].
//! * Results: an outcome or what is still possible, with the article or fact, the reasons, what is missing, what to
//!   ask next and who holds another view.
//!
//! The programme around it: [`roadmaps`] and [`route()`], [`figures`] and [`conflicts`], [`match_places`],
//! [`self_steering`], [`client_types`] and [`perspectives`].
//!
//! The law is data with dates, and the date is an argument: the Work and Social Assistance Act from 2012, the
//! Participation Act from 2015, and the regime of 2027 as far as it is known, which a municipality may choose to apply
//! in 2026. What is not known of it is answered as unknown, by name. Where sources disagree every position stands
//! beside the others. Nothing here imposes, exempts or lowers anything: those are decisions of a college about a person.
//!
//! The articles were read in the versions of 2012-01-01, 2012-07-18, 2013-01-01, 2015-01-01 and 2025-01-01; that part c
//! still stood so in July 2026 is PUB-60…72. Of versions between them no change was looked for.
//!
//! # Source
//! TEG-01…215, PUB-60…72, GEN-11, GEN-14, GEN-20

mod activity;
mod call_up;
mod care;
mod check;
mod displacement;
mod duty;
mod explain;
mod ground;
mod imposing;
mod language;
mod law;
mod ordinance;
mod person;
mod programme;
mod question;
mod reduction;
#[cfg(feature = "schema")]
mod shape;
mod table;
mod views;

pub use activity::{Activity, ActivityAnswer, ActivityStatus, activity};
pub use call_up::{CallUp, InFile, call_up};
pub use care::{Care, CareAnswer, informal_care};
pub use check::{DutyAnswer, Exemption, duty, questions};
pub use displacement::{Displacement, Work, displacement};
pub use duty::{Benefit, Duty, DutyStatus};
pub use explain::{Audience, Explanation, Sentence, ToExplain, explain};
pub use ground::Terms;
pub use imposing::{Footing, Imposing, Precondition, Preconditions, Recorded, preconditions};
pub use language::{Dutch, LanguageAnswer, LanguageStatus, language_requirement};
pub use law::{Regime, RegimeOnDate};
pub use ordinance::{
    LocalGround, Ordinance, OrdinanceOnDate, Provision, ProvisionInForce, Says, Topic, check_ordinance,
    ordinance, ordinances,
};
pub use programme::{
    Conflict, ContestedClassification, District, Figure, Form, Match, Matches, Norbs, Offer, PartOfWeek,
    PlaceFit, Roadmap, RoadmapStep, Route, RouteEvent, RouteReview, Seeker, Seen, SelfSteering,
    SelfSteeringCondition, StepOnRoute, ToMatch, client_types, conflicts, figures, match_places,
    perspectives, roadmaps, route, self_steering,
};
pub use question::{DutyQuestion, Person};
pub use reduction::{NotDone, Quoted, Reduction, reduction};
pub use table::{ForAll, duty_table};

use crate::decide::{Facts, Input};
use crate::error::Mistake;
use crate::{Error, Label, Value};

/// The facts with one more answer, checked against its question.
fn answered(facts: &Facts, inputs: &[Input], name: &str, answer: Value) -> Result<Facts, Error> {
    let Some(input) = inputs.iter().find(|input| input.name == name) else {
        return Err(
            Mistake::Undefined { what: Label::of("de vraag", "question"), id: name.to_owned() }.into()
        );
    };
    input.check(&answer)?;
    Ok(facts.clone().with(input.name.clone(), answer))
}
