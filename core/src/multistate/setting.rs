//! A model at known covariates: its rates, and what each is made of.

use super::{Model, Profile, Quantity};
use crate::error::{Error, Kind, Mistake, Place, Problem};
use crate::math;

/// Where the value comes from that a coefficient is multiplied by.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Multiplier {
    /// 1 in this piece of time, 0 elsewhere.
    Piece(usize),
    /// A covariate by its place in the names, less its centre.
    Covariate(usize, f64),
}

/// One term of a linear predictor: a parameter by its place, and what it is multiplied by.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Part {
    parameter: usize,
    value: f64,
    multiplier: Option<Multiplier>,
}

/// How a model makes rates and error probabilities of covariates: its parameters put in their places, once.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Layout {
    names: Vec<String>,
    moves: Vec<Vec<Part>>,
    errors: Vec<Vec<Part>>,
}

impl Layout {
    /// The places of the parameters of a model.
    pub(crate) fn of(model: &Model) -> Self {
        let specification = &model.specification;
        let mut layout = Self { names: Vec::new(), moves: Vec::new(), errors: Vec::new() };
        let find = |quantity: Quantity| {
            let place = model.parameters.iter().position(|parameter| parameter.quantity == quantity)?;
            Some((place, model.parameters.get(place)?.value))
        };
        let part = |quantity, multiplier| {
            find(quantity).map(|(parameter, value)| Part { parameter, value, multiplier })
        };
        for place in 0..specification.space.moves().len() {
            let mut parts: Vec<Part> = part(Quantity::Intensity(place), None).into_iter().collect();
            for (number, effect) in specification.effects.iter().enumerate() {
                if effect.moves.contains(&place) {
                    let multiplier = layout.multiplier(model, &effect.covariate);
                    parts.extend(part(Quantity::Effect(number), Some(multiplier)));
                }
            }
            layout.moves.push(parts);
        }
        if let Some(errors) = &specification.errors {
            for place in 0..errors.allowed.len() {
                let mut parts: Vec<Part> = part(Quantity::Error(place), None).into_iter().collect();
                for (number, effect) in errors.effects.iter().enumerate() {
                    if effect.moves.contains(&place) {
                        let name = layout.name(&effect.covariate);
                        let multiplier = Some(Multiplier::Covariate(name, 0.0));
                        parts.extend(part(Quantity::ErrorEffect(number), multiplier));
                    }
                }
                layout.errors.push(parts);
            }
        }
        layout
    }

    fn multiplier(&mut self, model: &Model, covariate: &str) -> Multiplier {
        let pieces = model.specification.pieces.as_ref().map_or(0, |pieces| pieces.cuts.len());
        let period = covariate.strip_prefix("period").and_then(|number| number.parse::<usize>().ok());
        if let Some(number) = period.filter(|number| (2..=pieces + 1).contains(number)) {
            return Multiplier::Piece(number - 1);
        }
        let centre = model.centres.iter().find(|(name, _)| name == covariate).map_or(0.0, |centre| centre.1);
        Multiplier::Covariate(self.name(covariate), centre)
    }

    fn name(&mut self, covariate: &str) -> usize {
        self.names.iter().position(|name| name == covariate).unwrap_or_else(|| {
            self.names.push(covariate.to_owned());
            self.names.len() - 1
        })
    }

    /// The covariates whose values are needed, in the order in which they are given.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// The values of these covariates in a profile.
    ///
    /// # Errors
    /// `missing-field` for each that is left out, `wrong-kind` for each that is not a finite number.
    pub(crate) fn values(&self, profile: &Profile) -> Result<Vec<f64>, Error> {
        let (mut values, mut problems) = (Vec::new(), Vec::new());
        for name in &self.names {
            match profile.covariates.iter().find(|(given, _)| given == name) {
                Some((_, value)) if value.is_finite() => values.push(*value),
                Some(_) => problems.push(Problem::new(
                    Mistake::WrongKind { found: Kind::Nothing, expected: Kind::Number },
                    Place::default().at(name),
                )),
                None => problems
                    .push(Problem::new(Mistake::MissingField { field: name.clone() }, Place::default())),
            }
        }
        Error::of(problems).map_or(Ok(values), Err)
    }

    /// The rate of each move at these values, in a piece of time.
    pub(crate) fn rates<'a>(&'a self, values: &'a [f64], piece: usize) -> impl Iterator<Item = f64> + 'a {
        self.moves.iter().map(move |parts| math::exp(sum(parts, values, piece)))
    }

    /// The parameters in the log rate of a move, each with its factor: the linear map from parameters to log rates.
    pub(crate) fn terms(&self, place: usize, values: &[f64], piece: usize) -> Vec<(usize, f64)> {
        factors(self.moves.get(place), values, piece)
    }

    /// The log odds of each allowed error against no error.
    pub(crate) fn error_odds<'a>(&'a self, values: &'a [f64]) -> impl Iterator<Item = f64> + 'a {
        self.errors.iter().map(move |parts| sum(parts, values, 0))
    }

    /// The parameters in the log odds of an allowed error, each with its factor.
    pub(crate) fn error_terms(&self, place: usize, values: &[f64]) -> Vec<(usize, f64)> {
        factors(self.errors.get(place), values, 0)
    }
}

fn factor(part: &Part, values: &[f64], piece: usize) -> f64 {
    match part.multiplier {
        None => 1.0,
        Some(Multiplier::Piece(own)) => f64::from(u8::from(own == piece)),
        Some(Multiplier::Covariate(name, centre)) => values.get(name).map_or(0.0, |value| value - centre),
    }
}

fn sum(parts: &[Part], values: &[f64], piece: usize) -> f64 {
    parts.iter().map(|part| part.value * factor(part, values, piece)).sum()
}

fn factors(parts: Option<&Vec<Part>>, values: &[f64], piece: usize) -> Vec<(usize, f64)> {
    let parts = parts.map_or(&[][..], Vec::as_slice).iter();
    parts.map(|part| (part.parameter, factor(part, values, piece))).collect()
}

/// The probability of each registered state given each true one, `[true][registered]`, from the log odds of the
/// allowed errors.
pub(crate) fn error_shares(states: usize, allowed: &[(usize, usize)], odds: &[f64]) -> Vec<Vec<f64>> {
    let mut shares = vec![vec![0.0; states]; states];
    for (state, row) in shares.iter_mut().enumerate() {
        let own: Vec<(usize, f64)> = allowed
            .iter()
            .zip(odds)
            .filter(|((truly, _), _)| *truly == state)
            .map(|((_, registered), odds)| (*registered, *odds))
            .collect();
        // The largest is taken out, so that no exponential is too large.
        let largest = own.iter().fold(0.0_f64, |largest, (_, odds)| largest.max(*odds));
        let right = math::exp(-largest);
        let total = right + own.iter().map(|(_, odds)| math::exp(odds - largest)).sum::<f64>();
        if let Some(cell) = row.get_mut(state) {
            *cell = right / total;
        }
        for (registered, odds) in own {
            if let Some(cell) = row.get_mut(registered) {
                *cell = math::exp(odds - largest) / total;
            }
        }
    }
    shares
}

impl Model {
    /// How many pieces of time there are.
    pub(crate) fn pieces(&self) -> usize {
        self.specification.pieces.as_ref().map_or(1, |pieces| pieces.cuts.len() + 1)
    }

    /// In which piece of time a moment lies: how many cuts are at or before it. The moment is on the clock of the pieces.
    pub(crate) fn piece(&self, moment: f64) -> usize {
        let cuts = self.specification.pieces.as_ref().map_or(&[][..], |pieces| &pieces.cuts);
        cuts.iter().take_while(|cut| **cut <= moment).count()
    }

    /// The shares of the true states at the first visit, where registered states may be wrong.
    pub(crate) fn initial_shares(&self) -> Option<Vec<f64>> {
        use super::Initial;
        let errors = self.specification.errors.as_ref()?;
        let states = self.specification.space.states().len();
        Some(match &errors.initial {
            Initial::Given(shares) => shares.clone(),
            Initial::Estimated => {
                let odds: Vec<f64> = (0..states)
                    .map(|state| {
                        let mut own = self.parameters.iter();
                        own.find(|parameter| parameter.quantity == Quantity::Initial(state))
                            .map_or(if state == 0 { 0.0 } else { f64::NEG_INFINITY }, |found| found.value)
                    })
                    .collect();
                let largest = odds.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let weights: Vec<f64> = odds.iter().map(|odds| math::exp(odds - largest)).collect();
                let total: f64 = weights.iter().sum();
                weights.iter().map(|weight| weight / total).collect()
            }
        })
    }
}

impl Profile {
    /// The piece of time that it holds for ever, by giving `period2`, `period3`… a value of 0 or 1; `None` when it
    /// gives none of these, so that time runs over the pieces.
    ///
    /// # Errors
    /// `outside-range` for a value other than 0 or 1.
    pub(crate) fn held_piece(&self, pieces: usize) -> Result<Option<usize>, Error> {
        let mut held = None;
        for piece in 1..pieces {
            let name = format!("period{}", piece + 1);
            let Some((_, value)) = self.covariates.iter().find(|(given, _)| *given == name) else {
                continue;
            };
            if value.abs() < f64::EPSILON {
                held = held.or(Some(0));
            } else if (value - 1.0).abs() < f64::EPSILON {
                held = Some(piece);
            } else {
                let mistake = Mistake::OutsideRange { value: math::shown(*value), min: 0.0, max: 1.0 };
                return Err(Error::of(vec![Problem::new(mistake.clone(), Place::default().at(&name))])
                    .unwrap_or_else(|| mistake.into()));
            }
        }
        Ok(held)
    }
}
