//! People by what is known of them and where they are.

use super::{Model, Profile};
use crate::Label;
use crate::error::{Mistake, Place, Problem};
use crate::math::shown;

/// People of one profile, by the state they are in.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Their covariates.
    pub profile: Profile,
    /// How many are in each state, in the order of the states; 0 or more. In a comparison only the proportions count.
    pub states: Vec<f64>,
    /// How long ago they were first seen: of use when the pieces of the model run from the first visit.
    pub since: f64,
}

impl Group {
    /// People of one profile who were first seen now.
    pub fn new(profile: Profile, states: Vec<f64>) -> Self {
        Self { profile, states, since: 0.0 }
    }

    /// How many people it has.
    pub fn size(&self) -> f64 {
        self.states.iter().sum()
    }

    /// The same people with some covariates at other values: what would be if all of them had these.
    #[must_use]
    pub fn with(&self, covariates: &[(String, f64)]) -> Self {
        Self { profile: self.profile.with(covariates), ..self.clone() }
    }

    /// Every reason why these cannot be people of a model.
    pub(crate) fn problems(&self, model: &Model, place: &Place) -> Vec<Problem> {
        let expected = model.specification.space.states().len();
        let mut problems = Vec::new();
        if self.states.len() != expected {
            let found = self.states.len();
            problems.push(Problem::new(Mistake::WrongLength { found, expected }, place.at("states")));
        }
        let numbers = self.states.iter().enumerate();
        let all = numbers.map(|(number, value)| (place.at("states").element(number + 1), *value));
        for (place, value) in all.chain([(place.at("since"), self.since)]) {
            if !(value >= 0.0 && value.is_finite()) {
                let mistake = Mistake::OutsideRange { value: shown(value), min: 0.0, max: f64::MAX };
                problems.push(Problem::new(mistake, place));
            }
        }
        problems
    }
}

/// Every reason why a list of groups cannot be a population of a model.
pub(crate) fn problems(groups: &[Group], model: &Model, place: &Place) -> Vec<Problem> {
    let mut problems: Vec<Problem> = groups
        .iter()
        .enumerate()
        .flat_map(|(number, group)| group.problems(model, &place.element(number + 1)))
        .collect();
    if problems.is_empty() && groups.iter().map(Group::size).sum::<f64>() <= 0.0 {
        let what = Label::of("de lijst van mensen", "list of people");
        problems.push(Problem::new(Mistake::Empty { what }, place.clone()));
    }
    problems
}
