//! The likelihood of a panel as a function of the parameters, with its score and information.

mod curvature;
mod design;
mod direct;
mod evaluation;

pub(super) use design::{Design, Driver, Terms};
pub(super) use evaluation::{Depth, Evaluation};

use super::generator::Generator;
use super::transitions::{Circumstance, End, Transitions};
use super::{Move, Specification};
use crate::math;
use direct::{Interval, direct};

/// What one set of circumstances contributes.
#[derive(Clone, Debug)]
struct Part {
    circumstance: Circumstance,
    terms: Terms,
    // Sorted by time.
    intervals: Vec<Interval>,
    /// Per move, how often it was seen on its own date.
    moved: Vec<f64>,
    /// Per move, the time at which it could have been seen.
    exposed: Vec<f64>,
}

/// The likelihood of a panel under a specification.
#[derive(Clone, Debug)]
pub(super) struct Likelihood {
    states: usize,
    moves: Vec<Move>,
    pub(super) design: Design,
    parts: Vec<Part>,
}

impl Likelihood {
    /// Ready to compute with; `design` says in which parameters.
    pub(super) fn new(transitions: &Transitions, specification: &Specification, design: Design) -> Self {
        let space = &specification.space;
        let mut parts: Vec<Part> = transitions
            .circumstances
            .iter()
            .map(|circumstance| Part {
                circumstance: circumstance.clone(),
                terms: design.terms(circumstance),
                intervals: Vec::new(),
                moved: vec![0.0; space.moves().len()],
                exposed: vec![0.0; space.moves().len()],
            })
            .collect();
        for row in &transitions.rows {
            let Some(part) = parts.get_mut(row.circumstance as usize) else { continue };
            let (from, to) = (usize::from(row.from), usize::from(row.to));
            let count = row.mass();
            let time = row.gap * transitions.tick;
            if row.end == End::Moved {
                for ((one, exposed), moved) in
                    space.moves().iter().zip(&mut part.exposed).zip(&mut part.moved)
                {
                    *exposed += if one.from == from { count * time } else { 0.0 };
                    *moved += if *one == (Move { from, to }) { count } else { 0.0 };
                }
                continue;
            }
            let entered = row.end == End::Entered;
            match part.intervals.last_mut() {
                Some(last)
                    if last.time.to_bits() == time.to_bits()
                        && (last.from, last.to, last.entered) == (from, to, entered) =>
                {
                    last.count += count;
                }
                _ => part.intervals.push(Interval { time, from, to, entered, count }),
            }
        }
        Self { states: space.states().len(), moves: space.moves().to_vec(), design, parts }
    }

    /// The intensities under some circumstances.
    fn generator(&self, part: &Part, parameters: &[f64]) -> Generator {
        let rate = |terms: &Vec<(usize, f64)>| {
            let log: f64 = terms
                .iter()
                .map(|(at, factor)| factor * parameters.get(*at).copied().unwrap_or(f64::NAN))
                .sum();
            math::exp(log)
        };
        let rates: Vec<f64> = part.terms.iter().map(rate).collect();
        Generator::over(self.states, &self.moves, &rates)
    }

    /// The log-likelihood and, as far as asked, its derivatives.
    pub(super) fn evaluate(&self, parameters: &[f64], asked: Depth) -> Evaluation {
        let mut evaluation = Evaluation::new(self.design.parameters());
        for part in &self.parts {
            let generator = self.generator(part, parameters);
            let mut local = direct(&generator, &part.intervals, asked);
            part.add_moved(&generator, asked, &mut local);
            evaluation.add(&local, &part.terms);
        }
        evaluation
    }
}

impl Part {
    /// Moves seen on their own dates: `Σ moved log q − exposed q`.
    fn add_moved(&self, generator: &Generator, asked: Depth, local: &mut evaluation::Local) {
        let (_, _) = (&self.circumstance, asked);
        let size = local.score.len();
        for (place, ((_, rate), (moved, exposed))) in
            generator.moves().zip(self.moved.iter().zip(&self.exposed)).enumerate()
        {
            if *moved > 0.0 {
                local.value += moved * math::ln(rate);
            }
            local.value -= exposed * rate;
            if let Some(score) = local.score.get_mut(place) {
                *score += moved - exposed * rate;
            }
            if let (Some(outer), Some(_)) =
                (local.outer.get_mut(place * (size + 1)), local.curvature.get_mut(0))
            {
                *outer += exposed * rate;
            }
        }
    }
}
