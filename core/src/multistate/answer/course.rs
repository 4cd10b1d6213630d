//! What happens over time to someone of a known profile, under a model.

use super::varying::{Matrix, Varying};
use crate::error::Error;
use crate::multistate::setting::Layout;
use crate::multistate::{Generator, Model, Profile};
use std::cell::RefCell;
use std::rc::Rc;

/// A stretch of time on the clock of the pieces of a model; from 0 where it has no pieces.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Its begin, in the unit of time of the model.
    pub begin: f64,
    /// Its end, at or after its begin.
    pub end: f64,
}

impl Span {
    /// The stretch from 0.
    pub const fn to(end: f64) -> Self {
        Self { begin: 0.0, end }
    }

    /// How long it is.
    pub fn length(&self) -> f64 {
        self.end - self.begin
    }
}

/// A model at a profile.
#[derive(Clone, Debug)]
pub(crate) struct Course<'m> {
    model: &'m Model,
    layout: Layout,
    values: Vec<f64>,
    held: Option<usize>,
    parameters: usize,
    // What was computed before: many questions ask for other cells of the same matrices.
    known: RefCell<Vec<Known>>,
}

/// What happens in a span with some states kept.
type Known = (Span, Vec<usize>, Rc<Passage>);

/// What happens in a span: matrices from the state at its begin to a state.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    /// Where someone is at its end.
    pub(crate) probabilities: Matrix,
    /// How long someone is in a state within it.
    pub(crate) spent: Matrix,
    /// How often someone enters a state within it.
    pub(crate) entries: Matrix,
}

impl<'m> Course<'m> {
    /// A model at a profile, with or without derivatives.
    pub(crate) fn of(model: &'m Model, profile: &Profile, derivatives: bool) -> Result<Self, Error> {
        let layout = Layout::of(model);
        let values = layout.values(profile)?;
        let held = profile.held_piece(model.pieces())?;
        let parameters = if derivatives { model.parameters.len() } else { 0 };
        Ok(Self { model, layout, values, held, parameters, known: RefCell::default() })
    }

    /// How many parameters the derivatives are of.
    pub(crate) fn parameters(&self) -> usize {
        self.parameters
    }

    pub(crate) fn states(&self) -> usize {
        self.model.specification.space.states().len()
    }

    /// The piece that holds at a moment.
    pub(crate) fn piece(&self, moment: f64) -> usize {
        self.held.unwrap_or_else(|| self.model.piece(moment))
    }

    fn chain(&self, place: usize, piece: usize, by: f64, into: &mut [f64]) {
        for (parameter, factor) in self.layout.terms(place, &self.values, piece) {
            if let Some(cell) = into.get_mut(parameter) {
                *cell += factor * by;
            }
        }
    }

    /// The intensity of a move, by its place.
    pub(crate) fn rate(&self, place: usize, piece: usize) -> Varying {
        let value = self.layout.rates(&self.values, piece).nth(place).unwrap_or(0.0);
        let mut rate = Varying::constant(value, self.parameters);
        self.chain(place, piece, value, &mut rate.by);
        rate
    }

    /// The intensity of the move between two states; 0 where there is none.
    pub(crate) fn rate_between(&self, from: usize, to: usize, piece: usize) -> Varying {
        let moves = self.model.specification.space.moves();
        let place = moves.iter().position(|one| (one.from, one.to) == (from, to));
        place.map_or_else(|| Varying::constant(0.0, self.parameters), |place| self.rate(place, piece))
    }

    /// How fast a state is left.
    pub(crate) fn exit(&self, state: usize, piece: usize) -> Varying {
        let moves = self.model.specification.space.moves().iter().enumerate();
        let own = moves.filter(|(_, one)| one.from == state);
        own.fold(Varying::constant(0.0, self.parameters), |sum, (place, _)| {
            sum.plus(&self.rate(place, piece))
        })
    }

    /// The log odds of an allowed error against no error, by its place.
    pub(crate) fn error_odds(&self) -> Vec<Varying> {
        let terms = |place| {
            let mut by = vec![0.0; self.parameters];
            for (parameter, factor) in self.layout.error_terms(place, &self.values) {
                if let Some(cell) = by.get_mut(parameter) {
                    *cell += factor;
                }
            }
            by
        };
        let odds = self.layout.error_odds(&self.values).enumerate();
        odds.map(|(place, value)| Varying { value, by: terms(place) }).collect()
    }

    /// The pieces a span goes through, each with how long it lasts; the last without end where the span has none.
    pub(crate) fn stretches(&self, span: Span) -> Vec<(usize, f64)> {
        if let Some(piece) = self.held {
            return vec![(piece, span.length())];
        }
        let cuts = self.model.specification.pieces.as_ref().map_or(&[][..], |pieces| &pieces.cuts);
        let (mut stretches, mut now) = (Vec::new(), span.begin);
        for (piece, cut) in cuts.iter().enumerate() {
            if *cut > now && now < span.end {
                stretches.push((piece, cut.min(span.end) - now));
                now = cut.min(span.end);
            }
        }
        if now < span.end || stretches.is_empty() {
            stretches.push((self.model.piece(now), span.end - now));
        }
        stretches
    }

    /// The generator in a piece, with no way out of the states in `kept`.
    pub(crate) fn generator(&self, piece: usize, kept: &[usize]) -> Generator {
        let moves = self.model.specification.space.moves();
        let rates = moves.iter().zip(self.layout.rates(&self.values, piece));
        let rates: Vec<f64> =
            rates.map(|(one, rate)| if kept.contains(&one.from) { 0.0 } else { rate }).collect();
        Generator::of(&self.model.specification.space, &rates)
    }

    /// What happens in a span; whoever comes into a state in `kept` stays there.
    pub(crate) fn passage(&self, span: Span, kept: &[usize]) -> Rc<Passage> {
        let is_same = |one: &&Known| one.0 == span && one.1 == kept;
        if let Some((_, _, passage)) = self.known.borrow().iter().find(is_same) {
            return Rc::clone(passage);
        }
        let passage = Rc::new(self.walk(span, kept));
        self.known.borrow_mut().push((span, kept.to_vec(), Rc::clone(&passage)));
        passage
    }

    fn walk(&self, span: Span, kept: &[usize]) -> Passage {
        let (size, parameters) = (self.states(), self.parameters);
        let mut passage = Passage {
            probabilities: Matrix::identity(size, parameters),
            spent: Matrix::zero(size, parameters),
            entries: Matrix::zero(size, parameters),
        };
        for (piece, length) in self.stretches(span) {
            let next = self.stretch(piece, length, kept);
            let (spent, entries) =
                (passage.probabilities.times(&next.spent), passage.probabilities.times(&next.entries));
            passage.spent = passage.spent.plus(&spent);
            passage.entries = passage.entries.plus(&entries);
            passage.probabilities = passage.probabilities.times(&next.probabilities);
        }
        passage
    }

    fn stretch(&self, piece: usize, length: f64, kept: &[usize]) -> Passage {
        let generator = self.generator(piece, kept);
        let (size, parameters) = (self.states(), self.parameters);
        let mut probabilities = Matrix::zero(size, parameters);
        let mut spent = Matrix::zero(size, parameters);
        let mut rates = Matrix::zero(size, parameters);
        for (place, (one, rate)) in generator.moves().enumerate() {
            rates.value.add(one.from, one.to, rate);
            for (parameter, factor) in self.layout.terms(place, &self.values, piece) {
                if let Some(by) = rates.by.get_mut(parameter) {
                    by.add(one.from, one.to, factor * rate);
                }
            }
        }
        if parameters == 0 {
            (probabilities.value, spent.value) =
                (generator.probabilities(length), generator.integral(length));
        } else {
            let evolution = generator.evolution(length);
            let changes = evolution.sensitivities.iter().zip(&evolution.integral_sensitivities);
            for (place, (change, more)) in changes.enumerate() {
                for (parameter, factor) in self.layout.terms(place, &self.values, piece) {
                    if let (Some(one), Some(two)) =
                        (probabilities.by.get_mut(parameter), spent.by.get_mut(parameter))
                    {
                        one.add_scaled(factor, change);
                        two.add_scaled(factor, more);
                    }
                }
            }
            (probabilities.value, spent.value) = (evolution.probabilities, evolution.integral);
        }
        let entries = spent.times(&rates);
        Passage { probabilities, spent, entries }
    }
}
