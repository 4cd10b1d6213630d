//! Whether parts are about the same model.

use super::Transitions;
use crate::document::Problems;
use crate::error::{Error, Mistake, Place};
use crate::math::shown;
use crate::multistate::{Effect, Initial, Specification, State};
use crate::{Label, Vocabulary};

/// One respect in which two parts must be the same: its field, its name, and how it is shown.
struct Respect {
    field: &'static str,
    name: Label,
    same: fn(&Specification, &Specification) -> bool,
    show: fn(&Specification) -> Label,
}

const RESPECTS: [Respect; 9] = [
    Respect {
        field: "space.states",
        name: Label::of("de toestanden", "the states"),
        same: |one, other| one.space.states() == other.space.states(),
        show: |one| both(&one.space.states().iter().map(state).collect::<Vec<_>>()),
    },
    Respect {
        field: "space.moves",
        name: Label::of("de overgangen", "the moves"),
        same: |one, other| one.space.moves() == other.space.moves(),
        show: |one| {
            both(&one.space.moves().iter().map(|own| pair(one, own.from, own.to)).collect::<Vec<_>>())
        },
    },
    Respect {
        field: "effects",
        name: Label::of("de kenmerken", "the covariates"),
        same: |one, other| one.effects == other.effects,
        show: |one| {
            let moves: Vec<(usize, usize)> = one.space.moves().iter().map(|own| (own.from, own.to)).collect();
            both(&effects(one, &one.effects, &moves))
        },
    },
    Respect {
        field: "centre",
        name: Label::of("het centreren", "centring"),
        same: |one, other| one.centre == other.centre,
        show: |one| if one.centre { Label::of("ja", "yes") } else { Label::of("nee", "no") },
    },
    Respect {
        field: "scheme",
        name: Label::of("de waarnemingswijze", "the observation scheme"),
        same: |one, other| one.scheme == other.scheme,
        show: |one| one.scheme.label(),
    },
    Respect {
        field: "exact_entry",
        name: Label::of("de toestanden met een bekende dag", "the states entered on a known date"),
        same: |one, other| one.exact_entry == other.exact_entry,
        show: |one| both(&one.exact_entry.iter().map(|state| one.space.code(*state)).collect::<Vec<_>>()),
    },
    Respect {
        field: "censored",
        name: Label::of("de codes voor meer toestanden", "the codes for more states"),
        same: |one, other| one.censored == other.censored,
        show: |one| {
            let codes = |states: &[usize]| {
                states.iter().map(|state| one.space.code(*state)).collect::<Vec<_>>().join("/")
            };
            both(
                &one.censored
                    .iter()
                    .map(|own| format!("{} = {}", own.code, codes(&own.states)))
                    .collect::<Vec<_>>(),
            )
        },
    },
    Respect {
        field: "pieces",
        name: Label::of("de perioden", "the pieces of time"),
        same: |one, other| one.pieces == other.pieces,
        show: |one| {
            let Some(pieces) = &one.pieces else { return none() };
            let cuts = pieces.cuts.iter().map(|cut| shown(*cut)).collect::<Vec<_>>().join(", ");
            let clock = pieces.clock.label();
            Label::new(format!("{}: {cuts}", clock.nl), format!("{}: {cuts}", clock.en))
        },
    },
    Respect {
        field: "errors",
        name: Label::of("de mogelijke registratiefouten", "the possible errors in registration"),
        same: |one, other| one.errors == other.errors,
        show: |one| {
            let Some(errors) = &one.errors else { return none() };
            let mut words: Vec<String> =
                errors.allowed.iter().map(|(truth, seen)| pair(one, *truth, *seen)).collect();
            words.extend(effects(one, &errors.effects, &errors.allowed));
            if let Initial::Given(shares) = &errors.initial {
                words.extend(shares.iter().map(|share| shown(*share)));
            }
            words.extend(errors.certain.clone());
            both(&words)
        },
    },
];

fn none() -> Label {
    Label::of("geen", "none")
}

/// Words that are the same in both languages.
fn both<T: AsRef<str>>(words: &[T]) -> Label {
    if words.is_empty() {
        return none();
    }
    let words = words.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
    Label::new(words.clone(), words)
}

fn state(state: &State) -> String {
    if *state == State::of(&state.code) {
        return state.code.clone();
    }
    format!("{} ({}/{})", state.code, state.label.nl, state.label.en)
}

fn pair(specification: &Specification, from: usize, to: usize) -> String {
    format!("{} → {}", specification.space.code(from), specification.space.code(to))
}

fn effects(specification: &Specification, effects: &[Effect], pairs: &[(usize, usize)]) -> Vec<String> {
    let known = |place: &usize| pairs.get(*place).map(|(from, to)| pair(specification, *from, *to));
    let on = |effect: &Effect| effect.moves.iter().filter_map(known).collect::<Vec<_>>().join(" + ");
    effects.iter().map(|effect| format!("{} ({})", effect.covariate, on(effect))).collect()
}

impl Transitions {
    /// Checks that another part can be added; `place` is where that part stands.
    pub(super) fn alike(&self, other: &Self, place: &Place) -> Result<(), Error> {
        let problems = Problems::default();
        let (first, own) = (&self.specification, &other.specification);
        if own.unit != first.unit {
            let (found, expected) = (own.unit.label(), first.unit.label());
            problems.add(Mistake::OtherUnit { found, expected }, place.at("specification").at("unit"));
        }
        for Respect { field, name, same, show } in RESPECTS {
            if !same(first, own) {
                let (found, expected) = (Box::new(show(own)), Box::new(show(first)));
                let place = place.at("specification").at(field);
                problems.add(Mistake::OtherPart { what: name, found, expected }, place);
            }
        }
        // With another unit of time ticks differ as well.
        if own.unit == first.unit && other.tick.to_bits() != self.tick.to_bits() {
            let length = |tick: f64| Label::new(shown(tick), shown(tick));
            let what = Label::of(
                "de lengte van een tijdstap (datums of getallen)",
                "the length of a tick (dates or numbers)",
            );
            let (found, expected) = (Box::new(length(other.tick)), Box::new(length(self.tick)));
            problems.add(Mistake::OtherPart { what, found, expected }, place.at("tick"));
        }
        problems.finish(Some(()))
    }
}
