//! The search as a whole: what the data say nothing about, what has no finite optimum, and the top of the rest.

use super::climb::{Care, Ending, Summit, climb};
use crate::multistate::generator::{axpy, dot};
use crate::multistate::likelihood::{Depth, Evaluation, Likelihood};
use crate::multistate::symmetric::{Rows, directions, factor, identity, times, within};

/// How far beyond the last step a parameter without finite optimum is taken, so that what it stands for is as good as nothing.
const BEYOND: f64 = 40.0;
/// Information about a direction so faint that its standard error is beyond a factor of e^100.
const FAINT: f64 = 1e-4;
/// How far along such a direction the likelihood must not fall.
const FURTHER: f64 = 3.0;
/// Parts of a direction smaller than this do not belong to it: the first, when the likelihood is level without them too, else the second.
const PARTS: [f64; 2] = [0.05, 1e-3];

/// A direction in which there is no top, in the standardised parameters and in those of the model.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Course {
    pub(super) standard: Vec<f64>,
    pub(super) model: Vec<f64>,
    /// Whether the data say nothing about it, rather than more and more.
    pub(super) silent: bool,
    /// The point at which it was seen, before it was taken further.
    pub(super) edge: Vec<f64>,
}

/// What a search came to.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) summit: Summit,
    /// The directions that are estimated.
    pub(super) along: Rows,
    pub(super) courses: Vec<Course>,
}

/// A likelihood with the way to and from the parameters of the model.
pub(super) struct Search<'a> {
    pub(super) likelihood: &'a Likelihood,
    /// From standardised parameters to those of the model, and back.
    pub(super) outward: Rows,
    pub(super) inward: Rows,
}

impl Search<'_> {
    pub(super) fn evaluate(&self, at: &[f64], asked: Depth) -> Evaluation {
        self.likelihood.evaluate(at, asked)
    }

    pub(super) fn climb(&self, start: &[f64], along: &[Vec<f64>], care: Care) -> Summit {
        climb(&|at, asked| self.evaluate(at, asked), start, along, self.likelihood.has_sequences(), care)
    }

    /// Climbs from a point until a top is found in all directions that have one.
    pub(super) fn run(&self, start: &[f64]) -> Found {
        let mut courses = self.silent(start, &identity(start.len()));
        let mut at = start.to_vec();
        let mut iterations = 0;
        loop {
            let along = complement(&courses, start.len());
            let mut summit = self.climb(&at, &along, Care::Exact);
            iterations += summit.iterations;
            summit.iterations = iterations;
            let fresh = match &summit.ending {
                Ending::Slope(step) => self.apart(self.course(step, &summit), summit.evaluation.value),
                // Without a way to tell where up is, there may be something the data say nothing about here.
                Ending::Lost => self.silent(&summit.at, &along),
                Ending::Top => self.tails(&summit, &along),
            };
            if fresh.is_empty() || courses.len() + fresh.len() >= start.len() {
                return Found { summit, along, courses };
            }
            at.clone_from(&summit.at);
            for course in fresh {
                if !course.silent {
                    at = self.beyond(&at, &course, summit.evaluation.value);
                }
                courses.push(course);
            }
        }
    }

    /// Directions in which what looked like a top is the end of a slope that levels out too fast to be seen in steps: moves so
    /// much faster than people are seen that only their proportions matter.
    fn tails(&self, summit: &Summit, along: &[Vec<f64>]) -> Vec<Course> {
        let evaluation = &summit.evaluation;
        let mut courses = Vec::new();
        for (_, axis) in directions(&within(along, &evaluation.observed))
            .iter()
            .filter(|(information, _)| *information < FAINT)
        {
            let mut direction = vec![0.0; summit.at.len()];
            for (part, axis) in axis.iter().zip(along) {
                axpy(*part, axis, &mut direction);
            }
            let length = direction.iter().fold(0.0_f64, |longest, one| longest.max(one.abs()));
            let level = |sign: &f64| {
                let mut further = summit.at.clone();
                axpy(sign * FURTHER / length, &direction, &mut further);
                let lost = evaluation.value - self.evaluate(&further, Depth::Value).value;
                lost < 1e-9 * (1.0 + evaluation.value.abs())
            };
            if let Some(sign) = [1.0, -1.0].iter().find(|sign| level(sign)) {
                let step: Vec<f64> = direction.iter().map(|part| sign * part / length).collect();
                courses.push(self.course(&step, summit));
            }
        }
        courses
    }

    /// The direction of a step along which there is no top.
    fn course(&self, step: &[f64], summit: &Summit) -> Course {
        let far = |share: f64| {
            let mut other = summit.at.clone();
            axpy(share, step, &mut other);
            self.evaluate(&other, Depth::Value).value
        };
        // Where it is silent it is so on the way back too.
        let length = step.iter().fold(0.0_f64, |longest, one| longest.max(one.abs()));
        let silent = (far(-8.0 / length) - summit.evaluation.value).abs()
            < 1e-9 * (1.0 + summit.evaluation.value.abs());
        self.tidy(step, silent, &summit.at)
    }

    /// A course that takes several intensities or errors to nothing together, as one for each, where each can go there by
    /// itself: their limits are then found one by one, instead of going down the same slope again for each.
    fn apart(&self, course: Course, value: f64) -> Vec<Course> {
        let design = &self.likelihood.design;
        let parts: Vec<usize> =
            course.model.iter().enumerate().filter(|(_, part)| **part != 0.0).map(|(at, _)| at).collect();
        let to_nothing = |place: &usize| {
            let is_share =
                *place < design.moves || (design.rates()..design.rates() + design.errors).contains(place);
            is_share && course.model.get(*place).is_some_and(|part| *part < 0.0)
        };
        if course.silent || parts.len() < 2 || !parts.iter().all(to_nothing) {
            return vec![course];
        }
        let alone = |place: &usize| {
            let mut direction = vec![0.0; course.model.len()];
            direction.get_mut(*place).into_iter().for_each(|part| *part = -1.0);
            let one = self.tidy(&times(&self.inward, &direction), false, &course.edge);
            (self.beyond(&course.edge, &one, value) != course.edge).then_some(one)
        };
        parts.iter().map(alone).collect::<Option<Vec<Course>>>().unwrap_or_else(|| vec![course.clone()])
    }

    /// Leaves the parts out that are there because the point is not at infinity yet, or by rounding.
    fn tidy(&self, direction: &[f64], silent: bool, edge: &[f64]) -> Course {
        let value = self.evaluate(edge, Depth::Value).value;
        let tidied = PARTS.map(|least| self.without(direction, least, silent, edge));
        let level = |course: &&Course| {
            let mut further = edge.to_vec();
            axpy(FURTHER, &course.standard, &mut further);
            self.evaluate(&further, Depth::Value).value >= value - 1e-9 * (1.0 + value.abs())
        };
        let [_, most] = &tidied;
        tidied.iter().find(level).unwrap_or(most).clone()
    }

    /// A direction without the parts that are smaller than this.
    fn without(&self, direction: &[f64], least: f64, silent: bool, edge: &[f64]) -> Course {
        let mut model = times(&self.outward, direction);
        // In units of the standardised parameters, of which the largest counts.
        let size: Vec<f64> = model
            .iter()
            .zip(&self.inward)
            .enumerate()
            .map(|(at, (one, row))| one.abs() * row.get(at).copied().unwrap_or(1.0))
            .collect();
        let largest = size.iter().fold(0.0_f64, |a, b| a.max(*b));
        for (one, size) in model.iter_mut().zip(&size) {
            if *size < least * largest {
                *one = 0.0;
            }
        }
        let mut standard = times(&self.inward, &model);
        let length = dot(&standard, &standard).sqrt();
        for one in &mut standard {
            *one /= length;
        }
        for one in &mut model {
            *one /= length;
        }
        Course { standard, model, silent, edge: edge.to_vec() }
    }

    /// A point so far along a direction that what runs to nothing is as good as nothing; the same point when something runs to
    /// infinity.
    fn beyond(&self, at: &[f64], course: &Course, value: f64) -> Vec<f64> {
        let changes = self.likelihood.log_rates(&course.standard);
        let fastest = changes.iter().copied().fold(0.0, f64::min);
        let shares = course.standard.get(self.likelihood.design.rates()..).unwrap_or_default();
        let steepest = shares.iter().fold(-fastest, |steepest, one| steepest.max(one.abs()));
        if steepest <= 0.0 || changes.iter().any(|change| *change > 1e-6 * steepest) {
            return at.to_vec();
        }
        let mut beyond = at.to_vec();
        axpy(BEYOND / steepest, &course.standard, &mut beyond);
        if self.evaluate(&beyond, Depth::Value).value >= value - 1e-9 { beyond } else { at.to_vec() }
    }

    /// The directions among the given ones about which the data say nothing.
    fn silent(&self, at: &[f64], along: &[Vec<f64>]) -> Vec<Course> {
        let evaluation = self.evaluate(at, Depth::Information);
        let outer = within(along, &evaluation.outer);
        if factor(&outer).is_some() {
            return Vec::new();
        }
        let scale: Vec<f64> = outer
            .iter()
            .enumerate()
            .map(|(at, row)| row.get(at).filter(|one| **one > 0.0).map_or(1.0, |one| 1.0 / one.sqrt()))
            .collect();
        let scaled: Rows = outer
            .iter()
            .zip(&scale)
            .map(|(row, one)| row.iter().zip(&scale).map(|(cell, other)| cell * one * other).collect())
            .collect();
        let mut courses = Vec::new();
        for (_, axis) in directions(&scaled).iter().filter(|(value, _)| *value < 1e-10) {
            let mut direction = vec![0.0; at.len()];
            for ((part, scale), axis) in axis.iter().zip(&scale).zip(along) {
                axpy(part * scale, axis, &mut direction);
            }
            let length = direction.iter().fold(0.0_f64, |longest, one| longest.max(one.abs()));
            for one in &mut direction {
                *one /= length;
            }
            let flat = [-0.7, 0.9].iter().all(|share| {
                let mut other = at.to_vec();
                axpy(*share, &direction, &mut other);
                let value = self.evaluate(&other, Depth::Value).value;
                (value - evaluation.value).abs() < 1e-10 * (1.0 + evaluation.value.abs())
            });
            if flat {
                courses.push(self.tidy(&direction, true, at));
            }
        }
        courses
    }
}

/// Directions of length one, square to each other and to all courses, that together with those span everything.
pub(super) fn complement(courses: &[Course], size: usize) -> Rows {
    if courses.is_empty() {
        return identity(size);
    }
    let mut basis: Rows = Vec::new();
    for course in courses {
        add(&mut basis, course.standard.clone(), 1e-6);
    }
    let spanned = basis.len();
    for unit in identity(size) {
        add(&mut basis, unit, 1e-4);
    }
    basis.split_off(spanned)
}

/// Adds what a direction has beside those already there.
fn add(basis: &mut Rows, mut direction: Vec<f64>, least: f64) {
    // Twice, so that rounding leaves them square to each other.
    for _ in 0..2 {
        for known in basis.iter() {
            axpy(-dot(known, &direction), known, &mut direction);
        }
    }
    let length = dot(&direction, &direction).sqrt();
    if length > least {
        for one in &mut direction {
            *one /= length;
        }
        basis.push(direction);
    }
}
