//! What the three regressions share: their scale, their slopes at a point, and what they say of themselves.

use super::coefficient::{Coefficient, Estimate, Reference, Slope, SlopeAt, ValueAt, combine};
use super::formula::{Formula, INTERCEPT};
use crate::error::{Error, Mistake, Place};
use crate::label::many;
use crate::math::shown;
use crate::number::plain;
use crate::{Given, Label, Provenance, ProvenanceKind, Reason, Source, document::Problems};
use nalgebra::{DMatrix, DVector};

/// Terms as they are estimated: less their mean and over their standard deviation, so that no unit is too large or
/// too small to compute with.
#[derive(Clone, Debug)]
pub(super) struct Scaling {
    pub(super) mean: DVector<f64>,
    pub(super) deviation: DVector<f64>,
}

impl Scaling {
    /// What turns `[constant, slopes]` of scaled terms into those of the terms themselves.
    pub(super) fn unscale(&self) -> DMatrix<f64> {
        let k = self.mean.len();
        let mut turn = DMatrix::zeros(k + 1, k + 1);
        turn[(0, 0)] = 1.0;
        for index in 0..k {
            turn[(0, index + 1)] = -self.mean[index] / self.deviation[index];
            turn[(index + 1, index + 1)] = 1.0 / self.deviation[index];
        }
        turn
    }
}

/// A regression that has been estimated: coefficients in the order intercept, terms.
#[derive(Clone, Debug)]
pub(super) struct Fitted<'a> {
    pub(super) formula: &'a Formula,
    pub(super) estimate: DVector<f64>,
    pub(super) covariance: DMatrix<f64>,
    pub(super) reference: Reference,
}

impl Fitted<'_> {
    /// The coefficients by name.
    pub(super) fn coefficients(&self) -> Vec<Coefficient> {
        let names = std::iter::once(INTERCEPT.to_owned()).chain(self.formula.names());
        let estimate = |(index, term): (usize, String)| Coefficient {
            term,
            estimate: Estimate::of(self.estimate[index], self.covariance[(index, index)], self.reference),
        };
        names.enumerate().map(estimate).collect()
    }

    /// The slopes that were asked for: the derivative of the linear predictor by a variable.
    ///
    /// # Errors
    /// `undefined` for a variable of no term, and for one that is multiplied with it but has no value.
    pub(super) fn slopes(&self, wishes: &[SlopeAt]) -> Result<Vec<Slope>, Error> {
        let problems = Problems::default();
        let slopes = wishes.iter().enumerate().map(|(number, wish)| {
            let place = Place::default().at("slopes").element(number + 1);
            let weights = self.derivative(&wish.of, &wish.at, &place, &problems);
            Slope { of: wish.of.clone(), at: wish.at.clone(), estimate: self.combination(&weights) }
        });
        let slopes = slopes.collect();
        problems.finish(Some(slopes))
    }

    fn derivative(&self, of: &str, at: &[ValueAt], place: &Place, problems: &Problems) -> DVector<f64> {
        let mut weights = DVector::zeros(self.estimate.len());
        let undefined =
            |id: &str| Mistake::Undefined { what: Label::of("de variabele", "variable"), id: id.to_owned() };
        let mut found = false;
        for (index, term) in self.formula.terms.iter().enumerate().filter(|(_, term)| term.has(of)) {
            found = true;
            let times = term.0.iter().filter(|name| *name != of).try_fold(1.0, |product, name| {
                let value = ValueAt::find(at, name);
                if value.is_none() {
                    problems.add(undefined(name), place.at("at"));
                }
                Some(product * value?)
            });
            weights[index + 1] = times.unwrap_or(0.0);
        }
        if !found {
            problems.add(undefined(of), place.at("of"));
        }
        weights
    }

    /// The linear predictor where the variables have these values, as weights of the coefficients.
    pub(super) fn predictor(&self, at: &[ValueAt], place: &Place, problems: &Problems) -> DVector<f64> {
        let mut weights = DVector::zeros(self.estimate.len());
        weights[0] = 1.0;
        for (index, term) in self.formula.terms.iter().enumerate() {
            let value = term.at(|name| {
                let value = ValueAt::find(at, name);
                if value.is_none() {
                    let what = Label::of("de variabele", "variable");
                    problems.add(Mistake::Undefined { what, id: name.to_owned() }, place.clone());
                }
                value
            });
            weights[index + 1] = value.unwrap_or(0.0);
        }
        weights
    }

    /// A linear combination of the coefficients.
    pub(super) fn combination(&self, weights: &DVector<f64>) -> Estimate {
        Estimate::of(weights.dot(&self.estimate), combine(weights, &self.covariance), self.reference)
    }
}

/// What goes along with every estimate: that it comes from data, and from how much.
pub(crate) fn fitted(rows: f64, left_out: usize) -> Provenance {
    let rows = many(&shown(rows), ["volledige rij", "volledige rijen"], ["complete row", "complete rows"]);
    let left_out = many(
        &left_out,
        ["onvolledige rij telt niet mee", "onvolledige rijen tellen niet mee"],
        ["incomplete row is left out", "incomplete rows are left out"],
    );
    Provenance {
        kind: ProvenanceKind::Fitted,
        note: Label::said(
            format_args!("geschat op {}; {}", rows.nl, left_out.nl),
            format_args!("estimated on {}; {}", rows.en, left_out.en),
        ),
    }
}

/// The finding that an outcome has only two values, of which a straight line is a poor description.
pub(super) fn two_valued(name: &str, values: &[f64]) -> Option<Reason> {
    let differ = |one: f64, other: f64| (one - other).abs() > 0.0;
    let mut known = values.iter().copied().filter(|value| !value.is_nan());
    let first = known.next()?;
    let other = known.find(|value| differ(*value, first))?;
    if known.any(|value| differ(value, first) && differ(value, other)) {
        return None;
    }
    let (low, high) = (first.min(other), first.max(other));
    let [least, most] = [low, high].map(plain);
    let text = Label::said(
        format_args!(
            "`{name}` heeft maar twee waarden, {} en {}: een rechte lijn kan kansen onder 0 of boven 1 geven, en de marges kloppen maar ongeveer. Bij zo’n uitkomst past een logistische regressie (`estimate.logistic`, met 0 voor nee en 1 voor ja)",
            least.nl, most.nl
        ),
        format_args!(
            "`{name}` has only two values, {} and {}: a straight line can give chances below 0 or above 1, and the margins are only about right. A logistic regression fits such an outcome (`estimate.logistic`, with 0 for no and 1 for yes)",
            least.en, most.en
        ),
    );
    let given = vec![Given::named(name.to_owned(), low), Given::named(name.to_owned(), high)];
    let source = "Long 1997, Regression models for categorical and limited dependent variables";
    Some(Reason::new("two-valued-outcome", text, given, Source::reference(source)))
}
