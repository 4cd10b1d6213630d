//! The intervals of a panel, in groups that are alike.

use crate::error::Error;
use crate::multistate::answer::{Histories, Memory, Range, Span, quantile};
use crate::multistate::{Model, Panel, Profile};
use crate::ordered::sort;
use std::collections::BTreeMap;

/// Into how many groups intervals are put, by quantiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grouping {
    /// By the time at which they end.
    pub times: usize,
    /// Within each of these, by how long they are.
    pub lengths: usize,
    /// By how fast the model lets people move, which follows from their covariates.
    pub covariates: usize,
}

impl Default for Grouping {
    fn default() -> Self {
        Self { times: 2, lengths: 2, covariates: 2 }
    }
}

/// One interval between two visits.
#[derive(Clone, Debug)]
struct Stretch {
    from: usize,
    to: usize,
    end: f64,
    length: f64,
    span: Span,
    circumstance: usize,
    weight: f64,
    /// The shares of the states expected to be registered at its end; `None` where they follow from the state at its begin.
    foreseen: Option<Vec<f64>>,
}

/// The people who started in one state in one group: where they went, and where the model expects them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cohort {
    pub(super) from: usize,
    /// From when to when the intervals end.
    pub(super) times: Range,
    /// How long the intervals are.
    pub(super) lengths: Range,
    /// Which group of covariates, counted from 0.
    pub(super) covariates: usize,
    pub(super) observed: Vec<f64>,
    pub(super) expected: Vec<f64>,
}

/// The number of the group a value falls in: groups contain their lower bound, and the last its upper bound as well.
fn group(bounds: &[f64], value: f64) -> usize {
    bounds.iter().filter(|bound| **bound <= value).count()
}

/// The bounds between so many groups of values, by quantiles.
fn bounds(mut values: Vec<f64>, groups: usize) -> Vec<f64> {
    sort(&mut values, f64::total_cmp);
    let count = f64::from(u32::try_from(groups).unwrap_or(u32::MAX));
    (1..groups)
        .filter_map(|number| quantile(&values, f64::from(u32::try_from(number).ok()?) / count))
        .collect()
}

/// The groups of a panel under a model, and how many intervals could not be used.
pub(super) fn cohorts(model: &Model, panel: &Panel, grouping: Grouping) -> Result<(Vec<Cohort>, f64), Error> {
    let histories = Histories::of(model, panel)?;
    let mut memory = Memory::new(model, false);
    let (stretches, profiles, left_out) = stretches(model, &histories, &mut memory)?;
    let pace = paces(model, &profiles, &stretches)?;
    let of = |values: &dyn Fn(&Stretch) -> f64, kept: &dyn Fn(&Stretch) -> bool| -> Vec<f64> {
        stretches.iter().filter(|one| kept(one)).map(values).collect()
    };
    let times = bounds(of(&|one| one.end, &|_| true), grouping.times);
    let lengths: Vec<Vec<f64>> = (0..grouping.times)
        .map(|time| bounds(of(&|one| one.length, &|one| group(&times, one.end) == time), grouping.lengths))
        .collect();
    let fast = bounds(pace.clone(), grouping.covariates);
    let states = model.specification.space.states().len();
    let mut cohorts: BTreeMap<(usize, usize, usize, usize), Cohort> = BTreeMap::new();
    for (one, pace) in stretches.iter().zip(&pace) {
        let time = group(&times, one.end);
        let length = lengths.get(time).map_or(0, |bounds| group(bounds, one.length));
        let covariates = group(&fast, *pace);
        let Some(profile) = profiles.get(one.circumstance) else { continue };
        let cohort = cohorts.entry((time, length, covariates, one.from)).or_insert_with(|| Cohort {
            from: one.from,
            times: Range::NOTHING,
            lengths: Range::NOTHING,
            covariates,
            observed: vec![0.0; states],
            expected: vec![0.0; states],
        });
        cohort.times = cohort.times.with(one.end);
        cohort.lengths = cohort.lengths.with(one.length);
        if let Some(cell) = cohort.observed.get_mut(one.to) {
            *cell += one.weight;
        }
        let shares = match &one.foreseen {
            Some(shares) => shares.clone(),
            None => memory.probabilities(profile, one.span)?.value.row(one.from).collect(),
        };
        for (cell, share) in cohort.expected.iter_mut().zip(shares) {
            *cell += one.weight * share;
        }
    }
    Ok((cohorts.into_values().collect(), left_out))
}

/// The intervals between two visits with known states and covariates, the different covariates, and how many intervals
/// are left out.
fn stretches(
    model: &Model,
    histories: &Histories<'_>,
    memory: &mut Memory<'_>,
) -> Result<(Vec<Stretch>, Vec<Profile>, f64), Error> {
    let hidden = model.specification.errors.is_some();
    let mut circumstances: BTreeMap<Vec<u64>, usize> = BTreeMap::new();
    let (mut stretches, mut profiles, mut left_out) = (Vec::new(), Vec::new(), 0.0);
    for (visits, weight) in histories.people() {
        let mut foreseen = if hidden { histories.foreseen(model, &visits, memory)? } else { Vec::new() };
        for visit in visits.start..visits.end.saturating_sub(1) {
            let (from, to) = (histories.state(visit), histories.state(visit + 1));
            let (Some(from), Some(to), Some(profile)) = (from, to, histories.profile(visit)) else {
                left_out += weight;
                continue;
            };
            let foreseen = foreseen.get_mut(visit - visits.start).and_then(Option::take);
            if hidden && foreseen.is_none() {
                left_out += weight;
                continue;
            }
            let key = profile.covariates.iter().map(|(_, value)| value.to_bits()).collect();
            let circumstance = *circumstances.entry(key).or_insert_with(|| {
                profiles.push(profile);
                profiles.len() - 1
            });
            let (end, length) = (histories.time(visit + 1), histories.gap(visit, visit + 1));
            let span = histories.span(visits.start, visit);
            stretches.push(Stretch { from, to, end, length, span, circumstance, weight, foreseen });
        }
    }
    Ok((stretches, profiles, left_out))
}

/// The sum of the diagonal of the generator of each interval.
fn paces(model: &Model, profiles: &[Profile], stretches: &[Stretch]) -> Result<Vec<f64>, Error> {
    use crate::multistate::answer::Course;
    let courses: Vec<Course<'_>> =
        profiles.iter().map(|profile| Course::of(model, profile, false)).collect::<Result<_, _>>()?;
    let moves = model.specification.space.moves().len();
    let sums: Vec<Vec<f64>> = courses
        .iter()
        .map(|course| {
            let sum = |piece| -(0..moves).map(|place| course.rate(place, piece).value).sum::<f64>();
            (0..model.pieces()).map(sum).collect()
        })
        .collect();
    let pace = |one: &Stretch| {
        let piece = courses.get(one.circumstance).map_or(0, |course| course.piece(one.span.begin));
        sums.get(one.circumstance).and_then(|sums| sums.get(piece)).copied().unwrap_or(0.0)
    };
    Ok(stretches.iter().map(pace).collect())
}
