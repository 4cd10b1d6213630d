//! Intervals by drawing the rows again.

use super::effects::{self, Effects};
use super::fit::{Estimated, Observed};
use super::likelihood::Pattern;
use super::missing::whole;
use super::model::{Likelihood, MissingRows};
use crate::error::{Error, Mistake};
use crate::estimate::coefficient::known;
use crate::estimate::moments::{Moments, count};
use crate::ordered::sort;
use crate::random::Seed;
use serde::Serialize;
use std::borrow::Cow;

/// What drawing the rows again gives.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bootstrap {
    /// How many times rows were drawn.
    pub draws: u32,
    /// How many of these gave no estimate, and count in no interval.
    pub failed: u32,
    /// The interval of every parameter that is estimated, named in the notation of the model.
    pub parameters: Vec<DrawnInterval>,
    /// The interval of every indirect effect, its variables with `>` between them.
    pub indirect: Vec<DrawnInterval>,
    /// The interval of every total effect.
    pub total: Vec<DrawnInterval>,
    /// The interval of every figure that the model defines.
    pub defined: Vec<DrawnInterval>,
}

/// The middle 95 % of what the draws gave; `null` with fewer than 40 of them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DrawnInterval {
    /// What it is the interval of.
    pub of: String,
    /// The lower end.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
}

pub(super) fn of(
    estimated: &Estimated<'_>,
    observed: &Observed<'_>,
    effects: &Effects,
) -> Result<Option<Bootstrap>, Error> {
    let model = estimated.model;
    if model.bootstrap == 0 {
        return Ok(None);
    }
    if model.missing == MissingRows::Fiml {
        let text = "fiml".to_owned();
        let expected = crate::Label::of("`listwise` bij herhaald trekken", "`listwise` with a bootstrap");
        return Err(Mistake::NotUnderstood { text, expected }.into());
    }
    let mut plain = model.clone();
    plain.standard_errors = super::model::StructuralErrors::Standard;
    let table = estimated.problem.table;
    let mut failed = 0;
    let mut found: Vec<Vec<f64>> = Vec::new();
    for draw in 0..model.bootstrap {
        let figures = draw_again(observed, model.seed, draw, model.likelihood).and_then(|again| {
            let one = plain.estimate(table, &again)?;
            Ok(figures(one.at.as_slice(), &effects::of(&one, false)?))
        });
        match figures {
            Ok(figures) => found.push(figures),
            Err(_) => failed += 1,
        }
    }
    let mut names: Vec<String> = vec![String::new(); table.free];
    for row in table.rows.iter().rev() {
        if let super::table::State::Free(number) = row.state
            && let Some(name) = names.get_mut(number)
        {
            *name = table.title(row);
        }
    }
    let mut intervals = (0..found.first().map_or(0, Vec::len)).map(|figure| interval(&found, figure));
    let mut next = |of: String| {
        let (low, high) = intervals.next().unwrap_or((None, None));
        DrawnInterval { of, low, high }
    };
    Ok(Some(Bootstrap {
        draws: model.bootstrap,
        failed,
        parameters: names.into_iter().map(&mut next).collect(),
        indirect: effects.indirect.iter().map(|one| next(one.path.join(">"))).collect(),
        total: effects.total.iter().map(|one| next(format!("{}>{}", one.of, one.on))).collect(),
        defined: effects.defined.iter().map(|one| next(one.name.clone())).collect(),
    }))
}

fn figures(parameters: &[f64], effects: &Effects) -> Vec<f64> {
    let indirect = effects.indirect.iter().map(|one| one.estimate.value);
    let total = effects.total.iter().map(|one| one.estimate.value);
    let defined = effects.defined.iter().map(|one| one.estimate.value);
    let effects = indirect.chain(total).chain(defined).map(|value| value.unwrap_or(f64::NAN));
    parameters.iter().copied().chain(effects).collect()
}

/// As many rows, each drawn from all.
fn draw_again<'a>(
    observed: &Observed<'_>,
    seed: u32,
    draw: u32,
    likelihood: Likelihood,
) -> Result<Observed<'a>, Error> {
    let rows = observed.columns.first().map_or(0, |values| values.len());
    let mut stream = Seed::new(u64::from(seed)).stream(draw, 0);
    let places: Vec<usize> = (0..rows).map(|_| whole(stream.uniform() * count(rows))).collect();
    let again = |values: &Cow<'_, [f64]>| {
        Cow::Owned(places.iter().filter_map(|&place| values.get(place).copied()).collect())
    };
    let columns: Vec<Cow<'a, [f64]>> = observed.columns.iter().map(again).collect();
    let names: Vec<&str> = observed.moments.names.iter().map(String::as_str).collect();
    let moments = Moments::of_complete(&columns, &names, names.len() + 1)?;
    moments.refuse_collinear()?;
    let n = if likelihood == Likelihood::Normal { moments.n } else { moments.n - 1.0 };
    let pattern = Pattern {
        n,
        present: (0..names.len()).collect(),
        mean: moments.mean.clone(),
        covariance: &moments.covariance * ((moments.n - 1.0) / n),
    };
    Ok(Observed { moments, columns: Vec::new(), patterns: vec![pattern], left_out: 0 })
}

/// The 2.5th and the 97.5th percentile of a figure over the draws (between two values in proportion).
fn interval(found: &[Vec<f64>], figure: usize) -> (Option<f64>, Option<f64>) {
    let mut values: Vec<f64> =
        found.iter().filter_map(|draw| draw.get(figure).copied()).filter(|value| value.is_finite()).collect();
    if values.len() < 40 {
        return (None, None);
    }
    sort(&mut values, f64::total_cmp);
    let at = |share: f64| {
        let place = share * (count(values.len()) - 1.0);
        let below = whole(place.floor());
        let (low, high) = (values.get(below).copied()?, values.get(below + 1).copied()?);
        known(low + (place - place.floor()) * (high - low))
    };
    (at(0.025), at(0.975))
}
