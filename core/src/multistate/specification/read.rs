//! Reading specifications and state spaces.

use super::{Censored, Effect, Errors, Initial, Pieces, Scheme, Specification};
use crate::Label;
use crate::document::{Document, Fields, Reader};
use crate::error::Mistake;
use crate::multistate::panel::day;
use crate::multistate::{Move, State, StateSpace, TimeUnit};

impl Document for StateSpace {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["states", "moves"])?;
        let states = fields.required("states").and_then(|states| states.list_of(state));
        let moves = fields.required("moves").and_then(|moves| moves.list());
        let (states, moves) = (states?, moves?);
        let codes: Vec<&str> = states.iter().map(|state| state.code.as_str()).collect();
        let moves: Vec<Option<Move>> = moves.iter().map(|one| pair(one, &codes, ["from", "to"])).collect();
        let moves: Option<Vec<Move>> = moves.into_iter().collect();
        reader.check(Self::new(states, moves?))
    }
}

/// A state with its code and, where it has one, its name.
pub(in crate::multistate) fn state(reader: &Reader<'_>) -> Option<State> {
    let fields = reader.fields(&["code", "label"])?;
    let code = fields.required("code").and_then(|code| code.text());
    let label = fields.maybe("label", Reader::label);
    let state = State::of(code?);
    Some(State { label: label?.unwrap_or(state.label), code: state.code })
}

/// A pair of states by their codes.
fn pair(reader: &Reader<'_>, codes: &[&str], names: [&str; 2]) -> Option<Move> {
    let fields = reader.fields(&names)?;
    let [from, to] = names.map(|name| fields.required(name).and_then(|code| place(&code, codes)));
    Some(Move { from: from?, to: to? })
}

/// The place of a code among those of the states.
pub(in crate::multistate) fn place(reader: &Reader<'_>, codes: &[&str]) -> Option<usize> {
    let code = reader.text()?;
    let place = codes.iter().position(|other| *other == code);
    if place.is_none() {
        let expected = codes.iter().map(ToString::to_string).collect();
        reader.refuse(Mistake::UnknownCode {
            what: Label::of("de toestand", "state"),
            value: code.to_owned(),
            expected,
        });
    }
    place
}

impl Document for Specification {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&[
            "space",
            "unit",
            "effects",
            "centre",
            "scheme",
            "exact_entry",
            "censored",
            "pieces",
            "errors",
        ])?;
        let space = fields.required("space").and_then(|space| StateSpace::read(&space));
        let unit = fields.maybe("unit", Reader::code).map(|unit| unit.unwrap_or(TimeUnit::Year));
        let centre = fields.maybe("centre", Reader::truth).map(Option::unwrap_or_default);
        let scheme = fields.maybe("scheme", Reader::code).map(|scheme| scheme.unwrap_or(Scheme::Panel));
        let pieces = fields.maybe("pieces", |pieces| Pieces::read(pieces, unit.unwrap_or(TimeUnit::Year)));
        // The rest speaks of the states and moves.
        let space = space?;
        let codes: Vec<&str> = space.states().iter().map(|state| state.code.as_str()).collect();
        let effects = read_effects(&fields, "moves", ["from", "to"], &codes, space.moves());
        let exact_entry = fields.list_of("exact_entry", |state| place(state, &codes));
        let censored = fields.list_of("censored", |censored| read_censored(censored, &codes));
        let errors = fields.maybe("errors", |errors| read_errors(errors, &codes));
        let specification = Self {
            effects: effects?,
            exact_entry: exact_entry?,
            censored: censored?,
            errors: errors?,
            unit: unit?,
            centre: centre?,
            scheme: scheme?,
            pieces: pieces?,
            space,
        };
        reader.check(specification.check()).map(|()| specification)
    }
}

/// Effects on pairs of states; one that names no pairs stands for as many as there are pairs.
fn read_effects(
    fields: &Fields<'_>,
    of: &str,
    names: [&str; 2],
    codes: &[&str],
    known: &[Move],
) -> Option<Vec<Effect>> {
    let read = |reader: &Reader<'_>| -> Option<Vec<Effect>> {
        let fields = reader.fields(&["covariate", of])?;
        let covariate = fields.required("covariate").and_then(|covariate| covariate.text());
        let places = fields.maybe(of, |pairs| pairs.list_of(|one| known_pair(one, codes, names, known)));
        let (covariate, places) = (covariate?.to_owned(), places?);
        Some(match places {
            Some(moves) => vec![Effect { covariate, moves }],
            None => (0..known.len())
                .map(|one| Effect { covariate: covariate.clone(), moves: vec![one] })
                .collect(),
        })
    };
    fields.list_of("effects", read).map(|effects| effects.into_iter().flatten().collect())
}

/// The place of a pair among those that are known.
pub(in crate::multistate) fn known_pair(
    reader: &Reader<'_>,
    codes: &[&str],
    names: [&str; 2],
    known: &[Move],
) -> Option<usize> {
    let pair = pair(reader, codes, names)?;
    let place = known.iter().position(|other| *other == pair);
    if place.is_none() {
        let code = |state: usize| codes.get(state).copied().unwrap_or_default();
        let id = format!("{} → {}", code(pair.from), code(pair.to));
        reader.refuse(Mistake::Undefined { what: Label::of("de overgang", "move"), id });
    }
    place
}

pub(in crate::multistate) fn read_censored(reader: &Reader<'_>, codes: &[&str]) -> Option<Censored> {
    let fields = reader.fields(&["code", "states"])?;
    let code = fields.required("code").and_then(|code| code.text());
    let states = fields.required("states").and_then(|states| states.list_of(|state| place(state, codes)));
    Some(Censored { code: code?.to_owned(), states: states? })
}

impl Pieces {
    /// Reads pieces of time; dates among the cuts are counted from 1 January 1970 in the unit.
    pub(in crate::multistate) fn read(reader: &Reader<'_>, unit: TimeUnit) -> Option<Self> {
        let fields = reader.fields(&["clock", "cuts"])?;
        let clock = fields.required("clock").and_then(|clock| clock.code());
        let cut = |cut: &Reader<'_>| {
            if cut.value().is_string() {
                cut.date().map(|date| f64::from(day(date)) / unit.days())
            } else {
                cut.number()
            }
        };
        let cuts = fields.required("cuts").and_then(|cuts| cuts.list_of(cut));
        Some(Self { clock: clock?, cuts: cuts? })
    }
}

fn read_errors(reader: &Reader<'_>, codes: &[&str]) -> Option<Errors> {
    let fields = reader.fields(&["allowed", "initial", "effects", "certain"])?;
    let names = ["truth", "registered"];
    let allowed =
        fields.required("allowed").and_then(|allowed| allowed.list_of(|one| pair(one, codes, names)));
    let initial = fields.maybe("initial", |shares| shares.list_of(Reader::number));
    let certain = fields.maybe("certain", |certain| certain.text().map(str::to_owned));
    let allowed = allowed?;
    let effects = read_effects(&fields, "errors", names, codes, &allowed);
    Some(Errors {
        initial: initial?.map_or(Initial::Estimated, Initial::Given),
        effects: effects?,
        certain: certain?,
        allowed: allowed.into_iter().map(|pair| (pair.from, pair.to)).collect(),
    })
}
