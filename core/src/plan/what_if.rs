//! What a rise of one factor would do to the chance of a behaviour, on average.

use super::task::{Factor, Person};
use crate::document::Problems;
use crate::error::{Error, Mistake, Place};
use crate::math::sqrt;
use crate::response::Model;

/// What a rise would do on average over the people of whom enough is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Rise {
    /// The mean change of the chance.
    pub change: f64,
    /// Its standard error by what is known of the coefficients; `None` when nothing is.
    pub standard_error: Option<f64>,
    /// Of how many people enough is known.
    pub people: usize,
    /// How many of them have less room than the rise: they rise to the end of the scale.
    pub short: usize,
}

/// What it would do if each factor rose by so many points (fell, below zero) for everyone, the others staying as they are.
///
/// # Formula
/// The mean over people of `link⁻¹(s + Δ) − link⁻¹(s)`, where `s` is the sum of the model and `Δ` what the rise adds to it,
/// within the scale. The standard error is that of the delta method: `√(g′ V g)` with `g` the derivative of that mean by
/// the coefficients and `V` their covariance. It says nothing of how people were chosen or measured.
///
/// # Assumptions
/// Those of the [`Model`]: that what holds between people holds for one who changes.
///
/// # Source
/// Oehlert 1992, *A note on the delta method*.
///
/// # Errors
/// `undefined` for a term on an unknown factor, `outside-range` for a level or a chance outside its range, `wrong-length`.
pub fn what_if(
    factors: &[Factor],
    people: &[Person],
    model: &Model,
    points: f64,
) -> Result<Vec<Rise>, Error> {
    let problems = Problems::default();
    let position = |id: &str| factors.iter().position(|factor| factor.id == id);
    let mut terms: Vec<Vec<usize>> = Vec::new();
    for (number, one) in model.coefficients.iter().enumerate() {
        let mut term = Vec::new();
        for id in one.factors() {
            match position(id) {
                Some(factor) => term.push(factor),
                None => problems.add(
                    Mistake::Undefined { what: super::task::factor_name(), id: id.to_owned() },
                    Place::default().at("model").at("coefficients").element(number + 1).at("term"),
                ),
            }
        }
        terms.push(term);
    }
    for (number, person) in people.iter().enumerate() {
        super::task::check_person(
            factors,
            person,
            &|| Place::default().at("people").element(number + 1),
            &problems,
        );
    }
    problems.finish(Some(()))?;
    let rise = |factor: usize| {
        let mut sums = Sums::new(model);
        for person in people {
            sums.add(model, &terms, factors, person, factor, points);
        }
        sums.rise(model)
    };
    Ok((0..factors.len()).map(rise).collect())
}

/// What is summed over people.
struct Sums {
    change: f64,
    slope: Vec<f64>,
    people: usize,
    short: usize,
}

impl Sums {
    fn new(model: &Model) -> Self {
        Self { change: 0.0, slope: vec![0.0; model.coefficients.len()], people: 0, short: 0 }
    }

    fn add(
        &mut self,
        model: &Model,
        terms: &[Vec<usize>],
        factors: &[Factor],
        person: &Person,
        factor: usize,
        points: f64,
    ) {
        let level = |index: usize| person.levels.get(index).copied().flatten();
        let (Some(now), Some(range)) = (level(factor), factors.get(factor)) else { return };
        let then = (now + points).max(range.low).min(range.high);
        let product = |term: &[usize], moved: bool| {
            term.iter().try_fold(1.0, |product, &index| {
                Some(product * if moved && index == factor { then } else { level(index)? })
            })
        };
        let (mut before, mut added) = (Some(0.0), 0.0);
        let mut values: Vec<(Option<f64>, f64)> = Vec::new();
        for (term, one) in terms.iter().zip(&model.coefficients) {
            let value = product(term, false);
            let step = if term.contains(&factor) {
                let Some((then, now)) = product(term, true).zip(value) else { return };
                then - now
            } else {
                0.0
            };
            before = before.zip(value).map(|(sum, value)| sum + one.value * value);
            added += one.value * step;
            values.push((value, step));
        }
        let constant = terms.iter().any(Vec::is_empty);
        let own = person.chance.map(|chance| model.link.sum(chance));
        let Some(sum) = own.or(before.filter(|_| constant)) else { return };
        self.people += 1;
        self.short += usize::from((then - now - points).abs() > 1e-12);
        self.change += model.link.chance(sum + added) - model.link.chance(sum);
        let (slope_now, slope_then) = (model.link.slope(sum), model.link.slope(sum + added));
        for (slope, (value, step)) in self.slope.iter_mut().zip(values) {
            // A chance of one's own does not depend on the coefficients.
            let value = if own.is_some() { 0.0 } else { value.unwrap_or(0.0) };
            *slope += slope_then * (value + step) - slope_now * value;
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a number of people")]
    fn rise(&self, model: &Model) -> Rise {
        let people = self.people.max(1) as f64;
        let root = model.root();
        let mut variance = 0.0;
        for column in 0..root.len() {
            let along = root.iter().zip(&self.slope).fold(0.0, |sum, (row, slope)| {
                sum + slope / people * row.get(column).copied().unwrap_or(0.0)
            });
            variance += along * along;
        }
        Rise {
            change: self.change / people,
            standard_error: model.is_uncertain().then(|| sqrt(variance)),
            people: self.people,
            short: self.short,
        }
    }
}
