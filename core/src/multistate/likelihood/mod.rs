//! The likelihood of a panel as a function of the parameters, with its score and information.

mod at;
mod curvature;
mod design;
mod direct;
mod divided;
mod evaluation;
mod expected;
mod far;
mod leg;
mod modes;
mod number;
mod sequence;
mod sight;
mod spectrum;
mod triangle;
mod walk;

pub use at::{LikelihoodAt, likelihood_at};
pub(super) use design::{Design, Influence, Terms};
pub(super) use evaluation::{Depth, Evaluation};

use super::generator::Generator;
use super::transitions::{End, Transitions};
use super::{Move, Specification};
use crate::math;
use direct::{Interval, direct};
use far::slow;
use leg::Flow;
use sequence::Sequences;
use sight::Registration;

/// What one set of circumstances contributes.
#[derive(Clone, Debug)]
struct Part {
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
    sequences: Sequences,
}

impl Likelihood {
    /// Ready to compute with; `design` says in which parameters.
    pub(super) fn new(transitions: &Transitions, specification: &Specification, design: Design) -> Self {
        let space = &specification.space;
        let mut parts: Vec<Part> = transitions
            .circumstances
            .iter()
            .map(|circumstance| Part {
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
        let states = space.states().len();
        let registration = Registration::of(specification.errors.as_ref(), states, &design);
        let sequences = Sequences::of(transitions, registration);
        Self { states, moves: space.moves().to_vec(), design, parts, sequences }
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

    /// Whether some intervals are so long that an evaluation goes by doubling, one by one: too slow for many of them.
    pub(super) fn is_slow(&self, parameters: &[f64]) -> bool {
        self.parts.iter().any(|part| slow(&self.generator(part, parameters), &part.intervals))
    }

    /// The log-likelihood and, as far as asked, its derivatives.
    pub(super) fn evaluate(&self, parameters: &[f64], asked: Depth) -> Evaluation {
        let mut evaluation = Evaluation::new(parameters.len());
        let generators: Vec<Generator> =
            self.parts.iter().map(|part| self.generator(part, parameters)).collect();
        for (part, generator) in self.parts.iter().zip(&generators) {
            let mut local = direct(generator, &part.intervals, asked);
            part.add_moved(generator, &mut local);
            evaluation.add(&local, &part.terms);
        }
        if !self.sequences.is_empty() {
            let sequences = self.sequences(generators, parameters, asked);
            let information = (asked == Depth::Observed).then(|| self.differences(parameters));
            evaluation.join(&sequences, information.as_deref());
        }
        evaluation
    }

    fn sequences(&self, generators: Vec<Generator>, parameters: &[f64], asked: Depth) -> Evaluation {
        let terms: Vec<&Terms> = self.parts.iter().map(|part| &part.terms).collect();
        let flows = generators.into_iter().map(Flow::of).collect();
        let mut evaluation = Evaluation::new(parameters.len());
        self.sequences.evaluate(flows, &terms, parameters, asked, &mut evaluation);
        evaluation
    }

    /// The observed information of the sequences: differences of their score.
    fn differences(&self, parameters: &[f64]) -> Vec<Vec<f64>> {
        const STEP: f64 = 1e-4;
        let score = |at: usize, step: f64| {
            let mut moved = parameters.to_vec();
            moved.get_mut(at).into_iter().for_each(|one| *one += step);
            let generators = self.parts.iter().map(|part| self.generator(part, &moved)).collect();
            self.sequences(generators, &moved, Depth::Score).score
        };
        let slope = |at: usize| -> Vec<f64> {
            let (up, down) = (score(at, STEP), score(at, -STEP));
            up.iter().zip(down).map(|(up, down)| (down - up) / (2.0 * STEP)).collect()
        };
        let slopes: Vec<Vec<f64>> = (0..parameters.len()).map(slope).collect();
        let cell = |row: usize, column: usize| slopes.get(row).and_then(|row| row.get(column)).copied();
        let mean = |row: usize, column: usize| {
            cell(row, column).zip(cell(column, row)).map_or(f64::NAN, |(a, b)| f64::midpoint(a, b))
        };
        (0..slopes.len()).map(|row| (0..slopes.len()).map(|column| mean(row, column)).collect()).collect()
    }

    /// The logarithm of every intensity under every set of circumstances, which is linear in the parameters.
    pub(super) fn log_rates(&self, parameters: &[f64]) -> Vec<f64> {
        let log = |terms: &Vec<(usize, f64)>| {
            terms.iter().map(|(at, factor)| factor * parameters.get(*at).copied().unwrap_or(f64::NAN)).sum()
        };
        self.parts.iter().flat_map(|part| part.terms.iter().map(log)).collect()
    }

    /// Whether the observed information is only found by asking for it.
    pub(super) fn has_sequences(&self) -> bool {
        !self.sequences.is_empty()
    }
}

impl Part {
    /// Moves seen on their own dates: `Σ moved log q − exposed q`.
    fn add_moved(&self, generator: &Generator, local: &mut evaluation::Local) {
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
