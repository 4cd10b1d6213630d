//! The words of the neighbourhood as data: what a form, a legend or a question list shows.

use super::{
    Actor, Breakthrough, BudgetkringRelation, Ingredient, LabourMarketDimension, LevelOfSupport,
    RecruitmentStage, Wall,
};
use crate::Term;
use serde::Serialize;

/// The closed lists of the sources, each with the facts of its words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Words {
    /// The four walls on the way to work.
    pub walls: Vec<Term>,
    /// What broke through each wall, in the same order.
    pub breakthroughs: Vec<Term>,
    /// Who takes part in a buurtbaan.
    pub actors: Vec<Term>,
    /// The levels of support.
    pub support_levels: Vec<Term>,
    /// What building a neighbourhood from within takes.
    pub ingredients: Vec<Term>,
    /// The sides from which an exclusive and an inclusive labour market are compared.
    pub dimensions: Vec<Term>,
    /// Among whom a budgetkring recruits, in order.
    pub stages: Vec<Term>,
    /// The relations in which a budgetkring raises new questions.
    pub relations: Vec<Term>,
}

/// The words of the buurtbaan and of the budgetkring.
///
/// ```
/// let words = meedoen::neighbourhood::words();
/// assert_eq!(words.walls.len(), words.breakthroughs.len());
/// assert_eq!(words.stages[2].code, "professional-organisations");
/// ```
///
/// # Source
/// BUU-09, BUU-21…34, BUU-40, BUU-44…49, BUU-62…68, BUD-03…05, BUD-25
pub fn words() -> Words {
    Words {
        walls: Term::all::<Wall>(),
        breakthroughs: Term::all::<Breakthrough>(),
        actors: Term::all::<Actor>(),
        support_levels: Term::all::<LevelOfSupport>(),
        ingredients: Term::all::<Ingredient>(),
        dimensions: Term::all::<LabourMarketDimension>(),
        stages: Term::all::<RecruitmentStage>(),
        relations: Term::all::<BudgetkringRelation>(),
    }
}
