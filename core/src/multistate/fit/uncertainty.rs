//! Intervals of the parameters of a fit, each by a named method.

use super::profile::SHARP;
use super::search::{Course, Search};
use super::{Fit, fit};
use crate::distribution::normal;
use crate::multistate::likelihood::{Design, Likelihood};
use crate::multistate::simulate::simulate_like;
use crate::multistate::symmetric::{times, transposed, within};
use crate::multistate::{Panel, Transitions};
use crate::ordered::sort;
use crate::random::Seed;
use crate::{Error, Label};
use serde::Serialize;

/// What is known of one parameter.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Range {
    /// The estimate.
    pub estimate: f64,
    /// The lower limit; `None` where there is none.
    pub low: Option<f64>,
    /// The upper limit; `None` where there is none.
    pub high: Option<f64>,
    /// By what method, in words.
    pub method: Label,
}

/// Intervals by drawing panels from the fitted model.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bootstrap {
    /// One for each parameter.
    pub ranges: Vec<Range>,
    /// The standard deviation of each parameter over the draws.
    pub standard_errors: Vec<f64>,
    /// How many draws had no sound fit: those with a finding are not counted in the intervals.
    pub left_out: usize,
}

impl Fit {
    /// Intervals of estimate and standard error: good where the likelihood is like a parabola. `level` lies between 0 and 1, such as
    /// 0.95.
    pub fn wald(&self, level: f64) -> Vec<Range> {
        let far = normal::quantile(f64::midpoint(1.0, level));
        let own = |(place, parameter): (usize, &crate::multistate::Parameter)| {
            let variance =
                self.model.covariance.as_ref().and_then(|rows| rows.get(place)?.get(place).copied());
            let off = variance.filter(|_| !parameter.is_held()).map(|variance| far * variance.sqrt());
            Range {
                estimate: parameter.value,
                low: off.map(|off| parameter.value - off),
                high: off.map(|off| parameter.value + off),
                method: Label::of("schatting en standaardfout (Wald)", "estimate and standard error (Wald)"),
            }
        };
        self.model.parameters.iter().enumerate().map(own).collect()
    }

    /// The interval of one parameter by the profile likelihood: every value with which the model, fitted anew, is not much worse. It needs
    /// no parabola, and has no end where there is none. `None` for a place without a parameter. The transitions are those of the fit.
    pub fn profile(&self, transitions: &Transitions, place: usize, level: f64) -> Option<Range> {
        let parameter = self.model.parameters.get(place)?;
        let (likelihood, outward, inward) = self.standard(transitions);
        let search = Search { likelihood: &likelihood, outward, inward };
        let values: Vec<f64> = self.model.parameters.iter().map(|parameter| parameter.value).collect();
        let begin = times(&search.inward, &values);
        let courses: Vec<Course> =
            self.findings.iter().filter_map(|finding| course(finding, &search, &begin)).collect();
        let (mut low, mut high) = (None, None);
        if let Some(own) =
            courses.iter().find(|course| course.model.get(place).is_some_and(|part| *part != 0.0))
        {
            // One side was found with the fit, the other has no end.
            let up = own.model.get(place).is_some_and(|part| *part > 0.0);
            (if up { &mut low } else { &mut high }).clone_from(&parameter.limit());
        } else {
            let row = self.model.covariance.as_ref()?.get(place)?;
            let error = row.get(place)?.sqrt();
            // The way the others go along with it, were the likelihood a parabola.
            let along = times(&search.inward, row);
            let top = -self.minus2ll / 2.0;
            let side = |step: f64| search.limit(place, &begin, &along, step, &courses, (top, level, SHARP));
            (low, high) = (side(-1.5 * error), side(1.5 * error));
        }
        let method = Label::of("profiel van de aannemelijkheid", "profile likelihood");
        Some(Range { estimate: parameter.value, low, high, method })
    }

    fn standard(&self, transitions: &Transitions) -> (Likelihood, Vec<Vec<f64>>, Vec<Vec<f64>>) {
        let specification = &self.model.specification;
        let mut design = Design::of(specification);
        transitions.adapt(&mut design, specification);
        let centres: Vec<f64> = self.model.centres.iter().map(|(_, centre)| *centre).collect();
        let (outward, inward) = design.outward(&centres);
        (Likelihood::new(transitions, specification, design), outward, inward)
    }

    /// The expected information at the estimates, row by row; `None` unless every visit was a snapshot of a certain state. The transitions are
    /// those of the fit.
    pub fn expected(&self, transitions: &Transitions) -> Option<Vec<Vec<f64>>> {
        let (likelihood, _, inward) = self.standard(transitions);
        let values: Vec<f64> = self.model.parameters.iter().map(|parameter| parameter.value).collect();
        let information = likelihood.expected(&times(&inward, &values))?;
        Some(within(&transposed(&inward), &information))
    }

    /// Intervals by drawing panels like this one from the fitted model and fitting each: the middle `level` of the values found.
    ///
    /// # Errors
    /// What stands in the way of drawing from the model.
    pub fn bootstrap(&self, panel: &Panel, level: f64, draws: u32, seed: Seed) -> Result<Bootstrap, Error> {
        let mut values: Vec<Vec<f64>> = vec![Vec::new(); self.model.parameters.len()];
        let mut left_out = 0;
        for draw in 0..draws {
            let again = simulate_like(&self.model, panel, seed.branch(u64::from(draw)))?;
            match fit(&again, &self.model.specification) {
                Ok(other) if other.findings.is_empty() => {
                    for (list, parameter) in values.iter_mut().zip(&other.model.parameters) {
                        list.push(parameter.value);
                    }
                }
                _ => left_out += 1,
            }
        }
        let tail = (1.0 - level) / 2.0;
        let range = |(list, parameter): (&mut Vec<f64>, &crate::multistate::Parameter)| {
            sort(list, f64::total_cmp);
            Range {
                estimate: parameter.value,
                low: quantile(list, tail),
                high: quantile(list, 1.0 - tail),
                method: Label::of("trekkingen uit het model (bootstrap)", "draws from the model (bootstrap)"),
            }
        };
        let ranges = values.iter_mut().zip(&self.model.parameters).map(range).collect();
        Ok(Bootstrap {
            ranges,
            standard_errors: values.iter().map(|values| spread(values)).collect(),
            left_out,
        })
    }
}

/// The direction of a finding.
fn course(finding: &super::Finding, search: &Search<'_>, at: &[f64]) -> Option<Course> {
    if finding.parameters.is_empty() {
        return None;
    }
    let mut model = vec![0.0; at.len()];
    for (place, part) in finding.parameters.iter().zip(&finding.parts) {
        model.get_mut(*place).into_iter().for_each(|one| *one = *part);
    }
    Some(Course { standard: times(&search.inward, &model), model, silent: true, edge: at.to_vec() })
}

/// A quantile of sorted values, between two of them in proportion; `None` without values.
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "a number of draws")]
    let place = share * (sorted.len().checked_sub(1)?) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the list")]
    let before = place.floor() as usize;
    let (low, high) = (sorted.get(before)?, sorted.get(before + 1).or(sorted.get(before))?);
    Some(low + (place - place.floor()) * (high - low))
}

fn spread(values: &[f64]) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a number of draws")]
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    (values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0)).sqrt()
}
