//! Whether a model can be asked of a panel.

use super::{Panel, at};
use crate::error::{Error, Listed, Mistake, Place};
use crate::multistate::transitions::whole;
use crate::multistate::{Scheme, Specification};
use crate::{Label, Vocabulary};

/// For each state whether someone can be in it.
type States = Vec<bool>;

/// What a panel a model can be asked of says about the states of the model.
pub(in crate::multistate) struct Suited {
    /// For each code of the panel the states it stands for.
    pub(in crate::multistate) states: Vec<Vec<usize>>,
    /// For each state whether someone can have been in it when first seen.
    pub(in crate::multistate) entered: States,
}

impl Panel {
    /// Checks everything a fit needs of a panel, and gives for each code of the panel the states it stands for.
    ///
    /// # Errors
    /// Everything that stands in the way, with row and person: `other-unit`, `missing-column` for a covariate the panel
    /// does not have and `missing-covariate` where it is not known but needed, `unknown-code` for states the model does
    /// not have, `absorbing-left`, `impossible-move`, `unreachable`, `nothing-follows`, and whatever is wrong with the
    /// specification itself.
    ///
    /// ```
    /// use meedoen::column::{Cells, Column, Named, Values};
    /// use meedoen::multistate::{Panel, PanelColumns, Specification, State, StateSpace};
    /// let numbers = |values| Cells::Numbers(Column { values: Values::F64(values), present: None });
    /// let columns = PanelColumns {
    ///     person: Named { name: "client", cells: numbers(&[1.0, 1.0]) },
    ///     time: Named { name: "years", cells: numbers(&[0.0, 1.0]) },
    ///     state: Named { name: "rung", cells: numbers(&[1.0, 3.0]) },
    ///     covariates: Vec::new(),
    ///     weight: None,
    /// };
    /// let panel = Panel::from_columns(&columns, &Default::default())?;
    /// let space = StateSpace::neighbours(["1", "2"].map(State::of).to_vec())?;
    /// let error = panel.check(&Specification::new(space)).unwrap_err();
    /// assert_eq!(error.to_string(), "row 2, person `1`: `3` is not a known state: expected one of 1, 2");
    /// # Ok::<(), meedoen::Error>(())
    /// ```
    pub fn check(&self, specification: &Specification) -> Result<Vec<Vec<usize>>, Error> {
        self.suit_whole(specification).map(|suited| suited.states)
    }

    /// The same, for a panel that is no part of another.
    pub(in crate::multistate) fn suit_whole(&self, specification: &Specification) -> Result<Suited, Error> {
        let (suited, mut problems) = self.suits(specification)?;
        for mistake in whole(&specification.space, &suited.entered, self.transitions() > 0) {
            problems.add(mistake, Place::default);
        }
        problems.finish().map_or(Ok(suited), Err)
    }

    /// The same, for a panel that may be a part of another.
    pub(in crate::multistate) fn suit(&self, specification: &Specification) -> Result<Suited, Error> {
        let (suited, mut problems) = self.suits(specification)?;
        problems.finish().map_or(Ok(suited), Err)
    }

    fn suits(&self, specification: &Specification) -> Result<(Suited, Listed), Error> {
        specification.check()?;
        let mut problems = Listed::default();
        if specification.unit != self.unit {
            let (found, expected) = (self.unit.label(), specification.unit.label());
            problems.add(Mistake::OtherUnit { found, expected }, Place::default);
        }
        let states = self.states_of_codes(specification);
        self.check_codes(specification, &states, &mut problems);
        self.check_covariates(specification, &mut problems);
        let entered = self.check_moves(specification, &states, &mut problems);
        Ok((Suited { states, entered }, problems))
    }

    /// A moment in the unit of the panel in ticks: a whole number where the panel has dates.
    pub fn ticks(&self, moment: f64) -> f64 {
        let ticks = moment / self.tick;
        if self.origin.is_some() { ticks.round() } else { ticks }
    }

    /// For each code of the panel the states of the model it stands for; none where the model does not know it.
    pub(in crate::multistate) fn states_of_codes(&self, specification: &Specification) -> Vec<Vec<usize>> {
        let states = |code: &String| {
            let censored = || specification.censored.iter().find(|one| one.code == *code);
            let own = specification.space.place(code).map(|state| vec![state]);
            own.or_else(|| censored().map(|one| one.states.clone())).unwrap_or_default()
        };
        self.codes.iter().map(states).collect()
    }

    /// Where a visit stands in the table.
    pub(in crate::multistate) fn place(&self, person: usize, visit: usize) -> Place {
        Place::row(self.row(visit)).of(&self.name(person))
    }

    /// People and their visits.
    pub(in crate::multistate) fn everyone(&self) -> impl Iterator<Item = (usize, std::ops::Range<usize>)> {
        self.first.windows(2).enumerate().filter_map(|(person, pair)| match pair {
            &[start, end] => Some((person, at(start)..at(end))),
            _ => None,
        })
    }

    /// The code at a visit, by its place in the codes.
    pub(in crate::multistate) fn code_at(&self, visit: usize) -> usize {
        self.state.get(visit).map_or(usize::MAX, |code| usize::from(*code))
    }

    /// The code of the state at a visit.
    pub fn code(&self, visit: usize) -> &str {
        self.codes.get(self.code_at(visit)).map_or("", String::as_str)
    }

    fn check_codes(&self, specification: &Specification, states: &[Vec<usize>], problems: &mut Listed) {
        if states.iter().all(|states| !states.is_empty()) {
            return;
        }
        let own = specification.space.states().iter().map(|state| &state.code);
        let known: Vec<String> =
            own.chain(specification.censored.iter().map(|one| &one.code)).cloned().collect();
        for (person, visits) in self.everyone() {
            for visit in visits.filter(|visit| states.get(self.code_at(*visit)).is_none_or(Vec::is_empty)) {
                let (what, value) = (Label::of("de toestand", "state"), self.code(visit).to_owned());
                let mistake = Mistake::UnknownCode { what, value, expected: known.clone() };
                problems.add(mistake, || self.place(person, visit));
            }
        }
    }

    fn check_covariates(&self, specification: &Specification, problems: &mut Listed) {
        let effects =
            specification.effects.iter().filter(|effect| specification.period(&effect.covariate).is_none());
        // What bears on a move is needed where an interval opens, what bears on an error at every visit.
        let opening = effects.map(|effect| (&effect.covariate, false));
        let errors = specification.errors.iter();
        let always = errors
            .flat_map(|errors| errors.effects.iter().map(|effect| &effect.covariate).chain(&errors.certain));
        let mut met: Vec<(&String, bool)> = Vec::new();
        for (name, always) in opening.chain(always.map(|name| (name, true))) {
            if met.contains(&(name, always)) {
                continue;
            }
            met.push((name, always));
            let Some(values) = self.covariate(name) else {
                problems.add(Mistake::MissingColumn { column: name.clone() }, Place::default);
                continue;
            };
            for (person, visits) in self.everyone() {
                let needed = visits.start..visits.end - usize::from(!always);
                for visit in needed.filter(|visit| values.get(*visit).is_none_or(|value| value.is_nan())) {
                    let mistake = Mistake::MissingCovariate { covariate: name.clone() };
                    problems.add(mistake, || self.place(person, visit).at(name));
                }
            }
        }
    }

    /// Follows everyone through the states they can be in, and refuses what no path of moves explains. Gives the states in which
    /// they can have begun.
    fn check_moves(
        &self,
        specification: &Specification,
        states: &[Vec<usize>],
        problems: &mut Listed,
    ) -> States {
        let space = &specification.space;
        let count = space.states().len();
        let reach = specification.within_reach();
        let seen: Vec<States> =
            states.iter().map(|states| (0..count).map(|state| states.contains(&state)).collect()).collect();
        let meant: Vec<States> = seen.iter().map(|seen| may_be(specification, seen)).collect();
        let certain = specification.errors.as_ref().and_then(|errors| errors.certain.as_ref());
        let certain = certain.and_then(|name| self.covariate(name));
        let possible = |visit: usize| {
            let is_certain =
                certain.as_ref().is_some_and(|certain| certain.get(visit).is_some_and(|value| *value > 0.5));
            if is_certain { &seen } else { &meant }.get(self.code_at(visit))
        };
        let mut entered = vec![false; count];
        for (person, visits) in self.everyone() {
            let mut now: States = Vec::new();
            let mut before = visits.start;
            for visit in visits {
                // A code the model does not know has been refused already.
                let Some(possible) = possible(visit).filter(|states| states.contains(&true)) else {
                    now.clear();
                    continue;
                };
                if now.is_empty() {
                    entered.iter_mut().zip(possible).for_each(|(entered, possible)| *entered |= possible);
                    now.clone_from(possible);
                } else {
                    let then = step(&now, &reach, possible);
                    if then.contains(&true) {
                        now = then;
                    } else {
                        let (from, to) = (self.code(before).to_owned(), self.code(visit).to_owned());
                        let left = now.iter().enumerate().all(|(state, is)| !is || space.is_absorbing(state));
                        let mistake = if left {
                            Mistake::AbsorbingLeft { state: from, to }
                        } else {
                            Mistake::ImpossibleMove { from, to }
                        };
                        problems.add(mistake, || self.place(person, visit));
                        now.clone_from(possible);
                    }
                }
                before = visit;
            }
        }
        entered
    }
}

impl Specification {
    /// For each state in which states someone can be found next.
    pub(in crate::multistate) fn within_reach(&self) -> Vec<States> {
        let space = &self.space;
        let all = 0..space.states().len();
        let direct = |from: usize, to: usize| {
            to == from || space.moves().iter().any(|one| (one.from, one.to) == (from, to))
        };
        match self.scheme {
            Scheme::Panel => space.reach(),
            Scheme::Exact => {
                all.clone().map(|from| all.clone().map(|to| direct(from, to)).collect()).collect()
            }
        }
    }
}

/// The states among the possible ones that can be reached from where someone can be.
pub(in crate::multistate) fn step(now: &[bool], reach: &[States], possible: &[bool]) -> States {
    let can = |to: usize| now.iter().zip(reach).any(|(is, reach)| *is && reach.get(to) == Some(&true));
    possible.iter().enumerate().map(|(to, possible)| *possible && can(to)).collect()
}

/// The true states of someone of whom these are registered.
fn may_be(specification: &Specification, registered: &[bool]) -> States {
    let Some(errors) = &specification.errors else { return registered.to_vec() };
    let is = |state: usize| registered.get(state) == Some(&true);
    let meant = |truth: usize| {
        is(truth) || errors.allowed.iter().any(|(other, as_what)| *other == truth && is(*as_what))
    };
    (0..registered.len()).map(meant).collect()
}
