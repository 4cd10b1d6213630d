//! Average marginal effects of a proportional-odds regression: what one more of a variable does to each class.

use super::coefficient::{Estimate, Reference, combine};
use super::formula::{Design, Formula};
use super::moments::{count, dot};
use super::rows::{predict, sum};
use crate::distribution::logistic::cdf;
use nalgebra::{DMatrix, DVector};
use serde::Serialize;

/// What one more of a variable does to the chance of a class, on average over the rows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClassEffect {
    /// The variable.
    pub of: String,
    /// The class.
    pub level: f64,
    /// The change in the chance of the class, in percentage points.
    pub percentage_points: Estimate,
}

/// A regression that has been estimated, in the order boundaries, slopes.
pub(super) struct Effects<'a> {
    pub(super) design: &'a Design<'a>,
    pub(super) formula: &'a Formula,
    pub(super) levels: &'a [f64],
    pub(super) estimate: &'a DVector<f64>,
    pub(super) covariance: &'a DMatrix<f64>,
}

/// What a boundary adds, row by row: the weighted density there and its derivative.
struct Boundary {
    density: Vec<f64>,
    turn: Vec<f64>,
}

/// The mean effect on the chance of being below a boundary, with its slope by every figure that is estimated.
type Below = (f64, DVector<f64>);

impl Effects<'_> {
    /// The effects of every variable on every class.
    pub(super) fn all(&self) -> Vec<ClassEffect> {
        let boundaries = self.boundaries();
        let of_variable = |of: &&str| {
            let below = self.below(of, &boundaries);
            self.levels
                .iter()
                .enumerate()
                .map(|(class, level)| self.of_class(of, *level, class, &below))
                .collect()
        };
        let effects: Vec<Vec<ClassEffect>> =
            self.formula.variables().iter().skip(1).map(of_variable).collect();
        effects.concat()
    }

    fn boundaries(&self) -> Vec<Boundary> {
        let cuts = self.levels.len() - 1;
        let columns: Vec<&[f64]> = self.design.terms.iter().map(AsRef::as_ref).collect();
        let mut predictor = vec![0.0; self.design.rows];
        predict(&columns, 0.0, self.estimate.as_slice().get(cuts..).unwrap_or_default(), &mut predictor);
        let weights = self.design.weights.as_deref();
        let total = weights.map_or_else(|| count(self.design.rows), sum);
        let at = |cut: usize| {
            let row = |(row, eta): (usize, &f64)| {
                let weight = weights.and_then(|weights| weights.get(row)).copied().unwrap_or(1.0) / total;
                let (below, above) = (cdf(self.estimate[cut] - eta), cdf(eta - self.estimate[cut]));
                (weight * below * above, weight * below * above * (above - below))
            };
            let (density, turn) = predictor.iter().enumerate().map(row).unzip();
            Boundary { density, turn }
        };
        (0..cuts).map(at).collect()
    }

    /// What a variable does to the chance of being below each boundary.
    fn below(&self, variable: &str, boundaries: &[Boundary]) -> Vec<Below> {
        let cuts = boundaries.len();
        let derivatives = self.design.derivatives(self.formula, variable);
        let mut along = vec![0.0; self.design.rows];
        for (index, values) in &derivatives {
            let own = self.estimate[cuts + index];
            along.iter_mut().zip(values).for_each(|(sum, value)| *sum += own * value);
        }
        let one = |(cut, boundary): (usize, &Boundary)| {
            let turned: Vec<f64> = along.iter().zip(&boundary.turn).map(|(a, t)| a * t).collect();
            let mut slope = DVector::zeros(self.estimate.len());
            slope[cut] = -sum(&turned);
            for (index, values) in self.design.terms.iter().enumerate() {
                slope[cuts + index] = dot(&turned, values);
            }
            for (index, values) in &derivatives {
                slope[cuts + index] -= dot(values, &boundary.density);
            }
            (-dot(&along, &boundary.density), slope)
        };
        boundaries.iter().enumerate().map(one).collect()
    }

    /// The chance of a class is that of being below its upper boundary and not below its lower one.
    fn of_class(&self, of: &str, level: f64, class: usize, below: &[Below]) -> ClassEffect {
        let (mut value, mut slope) = (0.0, DVector::zeros(self.estimate.len()));
        if let Some((upper, by)) = below.get(class) {
            value += upper;
            slope += by;
        }
        if let Some((lower, by)) = class.checked_sub(1).and_then(|under| below.get(under)) {
            value -= lower;
            slope -= by;
        }
        let variance = combine(&slope, self.covariance);
        let percentage_points = Estimate::of(value, variance, Reference::Normal).times(100.0);
        ClassEffect { of: of.to_owned(), level, percentage_points }
    }
}

#[cfg(test)]
mod tests {
    use crate::Columns;
    use crate::estimate::{Data, Ordinal};

    /// Chances worked out from the reported figures, against which the effects are held.
    #[test]
    fn effects_are_what_a_small_step_does_to_the_chances() -> Result<(), crate::Error> {
        let a: Vec<f64> = (0..60).map(|row| f64::from(row % 7) - 2.5).collect();
        let m: Vec<f64> = (0..60).map(|row| f64::from(row % 4) * 0.5).collect();
        let noise = |row: usize| f64::from(u32::try_from(row * 37 % 19).unwrap()) / 9.5 - 1.0;
        let y: Vec<f64> = (0..60)
            .map(|row| {
                (0.4 * a[row] + 0.3 * a[row] * m[row] + 1.6 * noise(row) + 2.0).round().clamp(1.0, 3.0)
            })
            .collect();
        let columns = Columns::new(vec![
            ("a".into(), a.clone().into()),
            ("m".into(), m.clone().into()),
            ("y".into(), y.into()),
        ])?;
        let fit = Ordinal::new("y ~ a*m")?.fit(&Data::Rows(columns))?;
        let slope = |index: usize| fit.coefficients[index].estimate.value.unwrap();
        let chance = |class: usize, by: f64| -> f64 {
            let row = |(a, m): (&f64, &f64)| {
                let a = a + by;
                let eta = slope(0) * a + slope(1) * m + slope(2) * a * m;
                let below = |cut: usize| {
                    let at = fit.thresholds.get(cut).and_then(|one| one.estimate.value);
                    at.map_or(1.0, |at| crate::distribution::logistic::cdf(at - eta))
                };
                below(class) - if class > 0 { below(class - 1) } else { 0.0 }
            };
            a.iter().zip(&m).map(row).sum::<f64>() / 60.0
        };
        for (class, effect) in fit.effects.iter().filter(|one| one.of == "a").enumerate() {
            let step = (chance(class, 1e-5) - chance(class, -1e-5)) / 2e-5 * 100.0;
            assert!((effect.percentage_points.value.unwrap() - step).abs() < 1e-6, "{class} {step}");
            assert!(effect.percentage_points.standard_error.is_some_and(|error| error > 0.0));
        }
        let all: f64 = fit
            .effects
            .iter()
            .filter(|one| one.of == "m")
            .filter_map(|one| one.percentage_points.value)
            .sum();
        assert!(all.abs() < 1e-9, "what one class gains the others lose: {all}");
        Ok(())
    }
}
