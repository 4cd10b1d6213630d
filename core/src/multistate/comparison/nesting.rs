//! Whether one model is a special case of another.

use crate::multistate::{Effect, Specification};

/// Whether the likelihoods of two models are of the same observations.
pub(super) fn observed_alike(one: &Specification, other: &Specification) -> bool {
    let codes = |specification: &Specification| -> Vec<String> {
        specification.space.states().iter().map(|state| state.code.clone()).collect()
    };
    let certain = |specification: &Specification| {
        specification.errors.as_ref().and_then(|errors| errors.certain.clone())
    };
    let same_certain = one.errors.is_none() || other.errors.is_none() || certain(one) == certain(other);
    codes(one) == codes(other)
        && one.unit == other.unit
        && one.scheme == other.scheme
        && one.exact_entry == other.exact_entry
        && one.censored == other.censored
        && same_certain
}

/// How a small specification lies within a large one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nesting {
    /// Some parameters of the rich model at 0, or equal to others.
    Inner,
    /// Some of its probabilities at zero, where the usual distribution does not hold.
    Boundary,
    None,
}

/// Whether the small specification is the large one with some parameters fixed.
pub(super) fn nesting(small: &Specification, large: &Specification) -> Nesting {
    let (few, many) = (small.space.moves(), large.space.moves());
    let place = |one: usize| few.get(one).and_then(|own| many.iter().position(|other| other == own));
    if (0..few.len()).any(|one| place(one).is_none()) {
        return Nesting::None;
    }
    // The coefficient of a covariate on a move of the large space, by its number; `None` where it is 0.
    let of_small = |covariate: &str, one: usize| {
        small.effects.iter().position(|effect| {
            effect.covariate == covariate && effect.moves.iter().any(|own| place(*own) == Some(one))
        })
    };
    let is_in_small = |one: &usize| (0..few.len()).any(|own| place(own) == Some(*one));
    // Moves that share a coefficient in the large model must share it, or have none, in the small one.
    let shared = large.effects.iter().all(|effect| {
        let mut numbers =
            effect.moves.iter().filter(|one| is_in_small(one)).map(|one| of_small(&effect.covariate, *one));
        let first = numbers.next();
        numbers.all(|number| Some(number) == first)
    });
    // What bears on a move in the small model must bear on it in the large one.
    let covered = small.effects.iter().all(|effect| {
        effect.moves.iter().all(|own| {
            let covers = |other: &Effect| {
                other.covariate == effect.covariate
                    && place(*own).is_some_and(|one| other.moves.contains(&one))
            };
            large.effects.iter().any(covers)
        })
    });
    let pieces = small.pieces.is_none() || small.pieces == large.pieces;
    let errors = match (&small.errors, &large.errors) {
        (None, None) => Some(false),
        (None, Some(_)) => Some(true),
        (Some(one), Some(other)) if one == other => Some(false),
        (Some(one), Some(other)) => {
            let within = one.allowed.iter().all(|pair| other.allowed.contains(pair));
            (within && one.initial == other.initial && one.effects.is_empty())
                .then_some(one.allowed.len() < other.allowed.len())
        }
        (Some(_), None) => None,
    };
    match errors {
        Some(boundary) if shared && covered && pieces => {
            if boundary || few.len() < many.len() {
                Nesting::Boundary
            } else {
                Nesting::Inner
            }
        }
        _ => Nesting::None,
    }
}
