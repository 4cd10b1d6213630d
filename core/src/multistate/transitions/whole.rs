//! What must hold of a whole, and need not hold of its parts.

use super::Transitions;
use crate::error::{Error, Mistake, Place, Problem};
use crate::multistate::StateSpace;
use crate::multistate::panel::step;

/// What stands in the way of a fit: nobody seen twice, states that cannot be reached from where people began.
pub(in crate::multistate) fn whole(
    space: &StateSpace,
    entered: &[bool],
    follows: bool,
) -> impl Iterator<Item = Mistake> {
    let reached = step(entered, &space.reach(), &vec![true; space.states().len()]);
    let unreachable = reached.into_iter().enumerate().filter(|(_, reached)| !reached);
    let unreachable =
        unreachable.map(|(state, _)| Mistake::Unreachable { state: space.code(state).to_owned() });
    (!follows).then_some(Mistake::NothingFollows).into_iter().chain(unreachable)
}

impl Transitions {
    /// Checks that all parts together are enough to fit.
    pub(in crate::multistate) fn check_whole(&self) -> Result<(), Error> {
        let mistakes = whole(&self.specification.space, &self.entered, self.summary.intervals > 0);
        Error::of(mistakes.map(|mistake| Problem::new(mistake, Place::default())).collect())
            .map_or(Ok(()), Err)
    }
}
