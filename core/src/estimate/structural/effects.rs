//! Effects that run over several paths, with their uncertainty by the delta method.

use super::expression::{Graded, evaluate};
use super::fit::Estimated;
use super::relation::Operator;
use super::table::{Slot, State, Table};
use crate::Label;
use crate::distribution::product::{self, Correlated};
use crate::document::Problems;
use crate::error::{Error, Mistake, Place};
use crate::estimate::coefficient::{Estimate, Reference, combine, known};
use crate::math::sqrt;
use nalgebra::{DMatrix, DVector};
use serde::Serialize;

crate::vocabulary! {
    /// How an interval was computed.
    pub enum IntervalKind: "kind of interval", "soort interval", [] {
        /// From the exact distribution of a product of two normal estimates.
        Product = "product": "verdeling van een product", "distribution of a product", [],
        /// 1.96 standard errors to both sides.
        Delta = "delta": "1,96 standaardfouten", "1.96 standard errors", [],
    }
}

/// What a variable does to another through others.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IndirectEffect {
    /// The variables on the way, the first and the last included.
    pub path: Vec<String>,
    /// The product of the paths.
    pub estimate: Estimate,
    /// How its interval was computed.
    pub interval: IntervalKind,
}

/// What a variable does to another in all, directly and through others.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TotalEffect {
    /// The variable that explains.
    pub of: String,
    /// The variable that is explained.
    pub on: String,
    /// The sum over all ways from one to the other.
    pub estimate: Estimate,
}

/// A figure that the model defines.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Defined {
    /// Its name.
    pub name: String,
    /// How it is computed.
    pub expression: String,
    /// Its value.
    pub estimate: Estimate,
}

/// All effects of a model.
#[derive(Clone, Debug, Default)]
pub(super) struct Effects {
    pub(super) indirect: Vec<IndirectEffect>,
    pub(super) total: Vec<TotalEffect>,
    pub(super) defined: Vec<Defined>,
}

/// The most ways that are followed: a model with more is too tangled to read.
const WAYS: usize = 1000;

/// All effects of a model; the interval of a product is computed where it is `wanted`.
pub(super) fn of(estimated: &Estimated<'_>, wanted: bool) -> Result<Effects, Error> {
    let table = estimated.problem.table;
    let indirect = ways(table).into_iter().map(|way| indirect(estimated, &way, wanted)).collect();
    Ok(Effects { indirect, total: totals(estimated), defined: defined(estimated)? })
}

/// A row of the table with its slope.
fn graded(estimated: &Estimated<'_>, index: usize) -> Graded {
    let mut graded = Graded::constant(estimated.implied.values[index], estimated.problem.table.free);
    if let Some(State::Free(number)) = estimated.problem.table.rows.get(index).map(|row| row.state) {
        graded.slope[number] = 1.0;
    }
    graded
}

/// All ways of two or more paths that pass no variable twice, as rows of the table.
fn ways(table: &Table) -> Vec<Vec<usize>> {
    let paths: Vec<(usize, usize, usize)> = table
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.operator == Operator::ExplainedBy)
        .filter_map(|(index, row)| match row.slot {
            Slot::Path(to, from) => Some((index, to, from)),
            _ => None,
        })
        .collect();
    let mut open: Vec<(Vec<usize>, Vec<usize>)> =
        paths.iter().map(|&(index, to, from)| (vec![index], vec![from, to])).collect();
    let mut found = Vec::new();
    while !open.is_empty() && found.len() < WAYS {
        let mut longer = Vec::new();
        for (way, passed) in &open {
            let here = passed.last().copied().unwrap_or_default();
            for &(index, to, from) in &paths {
                if from == here && !passed.contains(&to) && longer.len() < WAYS {
                    let way: Vec<usize> = way.iter().copied().chain([index]).collect();
                    found.push(way.clone());
                    longer.push((way, passed.iter().copied().chain([to]).collect()));
                }
            }
        }
        open = longer;
    }
    found
}

fn indirect(estimated: &Estimated<'_>, way: &[usize], wanted: bool) -> IndirectEffect {
    let table = estimated.problem.table;
    let covariance = &estimated.covariance;
    let parts: Vec<Graded> = way.iter().map(|&index| graded(estimated, index)).collect();
    let start = Graded::constant(1.0, table.free);
    let whole = parts.iter().fold(start, |product, part| product.times(part));
    let mut estimate = Estimate::of(whole.value, combine(&whole.slope, covariance), Reference::Normal);
    let mut interval = IntervalKind::Delta;
    if let [first, second] = parts.as_slice()
        && wanted
    {
        let deviation = |part: &Graded| sqrt(combine(&part.slope, covariance));
        let (a, b) = ((first.value, deviation(first)), (second.value, deviation(second)));
        let shared = (first.slope.transpose() * covariance * &second.slope)[(0, 0)];
        let both = Correlated { a, b, rho: shared / (a.1 * b.1) };
        if a.1 > 0.0 && b.1 > 0.0 {
            estimate.low = known(product::quantile_of(0.025, both));
            estimate.high = known(product::quantile_of(0.975, both));
            interval = IntervalKind::Product;
        }
    }
    let end = |index: &usize| match table.rows.get(*index).map(|row| row.slot) {
        Some(Slot::Path(to, from)) => (from, to),
        _ => (0, 0),
    };
    let first = way.first().map(|index| end(index).0);
    let path = first.into_iter().chain(way.iter().map(|index| end(index).1));
    IndirectEffect { path: path.map(|one| table.name(one).to_owned()).collect(), estimate, interval }
}

/// What each variable does to each other in all, over the paths that explain.
fn totals(estimated: &Estimated<'_>) -> Vec<TotalEffect> {
    let table = estimated.problem.table;
    let m = table.names.len();
    let mut paths = DMatrix::identity(m, m);
    let explaining: Vec<(usize, usize, usize)> = table
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.operator == Operator::ExplainedBy)
        .filter_map(|(index, row)| match row.slot {
            Slot::Path(to, from) => Some((index, to, from)),
            _ => None,
        })
        .collect();
    for &(index, to, from) in &explaining {
        paths[(to, from)] -= estimated.implied.values[index];
    }
    let Some(reach) = paths.try_inverse() else { return Vec::new() };
    let mut totals = Vec::new();
    for from in 0..m {
        for to in (0..m).filter(|&to| to != from && leads(&explaining, from, to)) {
            let mut slope = DVector::zeros(table.free);
            for &(index, end, start) in &explaining {
                if let Some(State::Free(number)) = table.rows.get(index).map(|row| row.state) {
                    slope[number] += reach[(to, end)] * reach[(start, from)];
                }
            }
            let variance = combine(&slope, &estimated.covariance);
            totals.push(TotalEffect {
                of: table.name(from).to_owned(),
                on: table.name(to).to_owned(),
                estimate: Estimate::of(reach[(to, from)], variance, Reference::Normal),
            });
        }
    }
    totals
}

/// Whether paths lead from one variable to another.
fn leads(paths: &[(usize, usize, usize)], from: usize, to: usize) -> bool {
    let mut reached = vec![from];
    let mut next = 0;
    while let Some(&here) = reached.get(next) {
        next += 1;
        for &(_, end, start) in paths {
            if start == here && !reached.contains(&end) {
                reached.push(end);
            }
        }
    }
    reached.iter().skip(1).any(|one| *one == to)
}

/// The figures that the model defines, in its order; one may use those before it.
pub(super) fn defined(estimated: &Estimated<'_>) -> Result<Vec<Defined>, Error> {
    let table = estimated.problem.table;
    let problems = Problems::default();
    let mut known: Vec<(String, Graded)> = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        if let Some(label) = &row.label {
            known.push((label.clone(), graded(estimated, index)));
        }
    }
    let mut defined = Vec::new();
    for (number, definition) in estimated.model.definitions.iter().enumerate() {
        let place = Place::default().at("definitions").element(number + 1);
        if known.iter().any(|(name, _)| *name == definition.name) {
            let what = Label::of("de naam", "name");
            problems.add(Mistake::Duplicate { what, id: definition.name.clone() }, place);
            continue;
        }
        let find = |name: &str| known.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone());
        match evaluate(&definition.expression, table.free, &find) {
            Err(error) => problems.extend(error, &place),
            Ok(value) => {
                let variance = combine(&value.slope, &estimated.covariance);
                defined.push(Defined {
                    name: definition.name.clone(),
                    expression: definition.expression.clone(),
                    estimate: Estimate::of(value.value, variance, Reference::Normal),
                });
                known.push((definition.name.clone(), value));
            }
        }
    }
    problems.finish(Some(defined))
}
