//! What a specification must hold, whatever panel it is asked of.

use super::{Effect, Errors, Initial, Pieces, Specification};
use crate::Label;
use crate::document::Problems;
use crate::error::{Error, Mistake, Place};
use crate::math::shown;
use crate::multistate::{Move, StateSpace};
use crate::ordered::Ordered;

/// Shares of first states may miss one by this much: what is lost in writing them down.
const LOSS: f64 = 1e-9;

impl Specification {
    /// Checks what does not depend on a panel.
    ///
    /// # Errors
    /// Everything that is wrong, with its field: `empty` for an effect or a code without states, `outside-range` for what
    /// points outside the states and moves, `duplicate`, `not-ascending` for cuts, `wrong-length` and `not-one` for
    /// shares of first states, `undefined` for the effect of a period that is not there.
    pub fn check(&self) -> Result<(), Error> {
        let problems = Problems::default();
        let root = Place::default();
        let moves = self.space.moves().len();
        self.check_effects(&self.effects, moves, &problems, &root.at("effects"));
        self.check_states(&self.exact_entry, &problems, &root.at("exact_entry"));
        let mut codes: Ordered<&str> = self.space.states().iter().map(|state| state.code.as_str()).collect();
        for (number, censored) in (1..).zip(&self.censored) {
            let place = root.at("censored").element(number);
            if !codes.insert(&censored.code) {
                let (what, id) = (Label::of("de toestand", "state"), censored.code.clone());
                problems.add(Mistake::Duplicate { what, id }, place.at("code"));
            }
            if censored.states.is_empty() {
                problems.add(
                    Mistake::Empty { what: Label::of("de lijst van toestanden", "list of states") },
                    place.at("states"),
                );
            }
            self.check_states(&censored.states, &problems, &place.at("states"));
        }
        if let Some(pieces) = &self.pieces {
            check_pieces(pieces, &problems, &root.at("pieces").at("cuts"));
        }
        if let Some(errors) = &self.errors {
            self.check_errors(errors, &problems, &root.at("errors"));
        }
        problems.finish(Some(()))
    }

    /// How many pieces of time there are.
    pub fn periods(&self) -> usize {
        1 + self.pieces.as_ref().map_or(0, |pieces| pieces.cuts.len())
    }

    /// The piece of time, counted from 0, whose effect against the first a covariate stands for: 1 for `period2` where
    /// there are two pieces or more.
    pub fn period(&self, covariate: &str) -> Option<usize> {
        let number = covariate.strip_prefix("period")?.parse::<usize>().ok()?;
        (2..=self.periods()).contains(&number).then(|| number - 1)
    }

    fn check_effects(&self, effects: &[Effect], moves: usize, problems: &Problems, place: &Place) {
        let mut met = Ordered::default();
        for (number, effect) in (1..).zip(effects) {
            let place = place.element(number);
            let is_period =
                effect.covariate.strip_prefix("period").is_some_and(|rest| rest.parse::<usize>().is_ok());
            if is_period && self.pieces.is_some() && self.period(&effect.covariate).is_none() {
                let (what, id) = (Label::of("de periode", "period"), effect.covariate.clone());
                problems.add(Mistake::Undefined { what, id }, place.at("covariate"));
            }
            if effect.moves.is_empty() {
                problems.add(
                    Mistake::Empty { what: Label::of("de lijst van overgangen", "list of moves") },
                    place.at("moves"),
                );
            }
            for (element, one) in (1..).zip(&effect.moves) {
                let place = place.at("moves").element(element);
                if *one >= moves {
                    outside(*one, moves, problems, place);
                } else if !met.insert((effect.covariate.as_str(), *one)) {
                    let (what, id) = (Label::of("het effect van", "effect of"), effect.covariate.clone());
                    problems.add(Mistake::Duplicate { what, id }, place);
                }
            }
        }
    }

    fn check_states(&self, states: &[usize], problems: &Problems, place: &Place) {
        let mut met = Ordered::default();
        for (number, state) in (1..).zip(states) {
            let place = place.element(number);
            if *state >= self.space.states().len() {
                outside(*state, self.space.states().len(), problems, place);
            } else if !met.insert(*state) {
                let (what, id) = (Label::of("de toestand", "state"), self.space.code(*state).to_owned());
                problems.add(Mistake::Duplicate { what, id }, place);
            }
        }
    }

    fn check_errors(&self, errors: &Errors, problems: &Problems, place: &Place) {
        if errors.allowed.is_empty() {
            let what = Label::of("de lijst van mogelijke fouten", "list of possible errors");
            problems.add(Mistake::Empty { what }, place.at("allowed"));
        } else {
            // An error has the shape of a move: from the true state to the registered one.
            let pairs =
                errors.allowed.iter().map(|(truth, registered)| Move { from: *truth, to: *registered });
            let pairs: Vec<Move> = pairs.collect();
            StateSpace::check_moves(
                self.space.states(),
                &pairs,
                ["truth", "registered"],
                problems,
                &place.at("allowed"),
            );
        }
        self.check_effects(&errors.effects, errors.allowed.len(), problems, &place.at("effects"));
        let Initial::Given(shares) = &errors.initial else { return };
        let place = place.at("initial");
        let (found, expected) = (shares.len(), self.space.states().len());
        if found != expected {
            problems.add(Mistake::WrongLength { found, expected }, place);
            return;
        }
        for (number, share) in (1..).zip(shares) {
            if !(0.0..=1.0).contains(share) {
                problems.add(
                    Mistake::OutsideRange { value: shown(*share), min: 0.0, max: 1.0 },
                    place.element(number),
                );
            }
        }
        let sum: f64 = shares.iter().sum();
        if (sum - 1.0).abs() > LOSS {
            problems.add(Mistake::NotOne { sum: shown(sum) }, place);
        }
    }
}

fn check_pieces(pieces: &Pieces, problems: &Problems, place: &Place) {
    if pieces.cuts.is_empty() {
        problems
            .add(Mistake::Empty { what: Label::of("de lijst van grenzen", "list of cuts") }, place.clone());
    }
    let mut previous = f64::NEG_INFINITY;
    for (number, cut) in (1..).zip(&pieces.cuts) {
        if !cut.is_finite() {
            problems.add(Mistake::NotFinite { value: shown(*cut) }, place.element(number));
        } else if *cut <= previous {
            let (value, previous) = (shown(*cut), shown(previous));
            problems.add(Mistake::NotAscending { value, previous }, place.element(number));
        } else {
            previous = *cut;
        }
    }
}

fn outside(index: usize, count: usize, problems: &Problems, place: Place) {
    let max = u32::try_from(count).map_or(f64::INFINITY, f64::from) - 1.0;
    problems.add(Mistake::OutsideRange { value: index.to_string(), min: 0.0, max }, place);
}
