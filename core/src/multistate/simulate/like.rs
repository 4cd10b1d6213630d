//! The people of a panel again, with states drawn anew.

use super::Drawn;
use super::record::{Recorder, Seeds, Visit};
use crate::error::{Error, Kind, Mistake, Place, Problem};
use crate::multistate::setting::Layout;
use crate::multistate::{Model, Panel};
use crate::random::Seed;
use std::borrow::Cow;

/// No more rows with an unknown value are named for one covariate.
const MOST_PROBLEMS: usize = 20;

pub(super) fn simulate(model: &Model, panel: &Panel, seed: Seed) -> Result<Panel, Error> {
    let layout = Layout::of(model);
    // Names of groups come along as one column of 0 and 1 each, which is how models know them.
    let columns = panel.covariate_names();
    let values: Vec<Cow<'_, [f64]>> = columns.iter().filter_map(|name| panel.covariate(name)).collect();
    let missing = layout.names().iter().filter(|name| !columns.contains(name));
    let problem =
        |name: &String| Problem::new(Mistake::MissingColumn { column: name.clone() }, Place::default());
    if let Some(error) = Error::of(missing.map(problem).collect()) {
        return Err(error);
    }
    known(&layout, panel, (&columns, &values))?;
    let whole = panel.origin.is_some();
    let mut recorder = Recorder::new((model, &layout), &columns, (panel.tick, whole), seed);
    let mut drawn = Drawn::new(model, columns);
    let seeds = Seeds::of(seed);
    for (person, bounds) in (0_u32..).zip(panel.first.windows(2)) {
        let &[begin, end] = bounds else { break };
        let visits = visits(model, panel, &values, begin as usize..end as usize);
        let start = start(model, panel, begin as usize, seeds.start, person);
        drawn.add(recorder.rows(person, start, &visits)?);
    }
    Ok(drawn.panel(panel.unit, panel.tick, panel.origin, panel.weight.clone(), Some(panel.people.clone())))
}

/// Checks that the covariates of the model are known on every row that opens an interval.
fn known(
    layout: &Layout,
    panel: &Panel,
    (columns, values): (&[String], &[Cow<'_, [f64]>]),
) -> Result<(), Error> {
    let mut problems = Vec::new();
    for (name, column) in columns.iter().zip(values).filter(|(name, _)| layout.names().contains(name)) {
        let people = panel.first.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?)));
        // The last visit of a person opens no interval.
        let opening = people.flat_map(|(begin, end)| begin as usize..end.saturating_sub(1) as usize);
        let unknown = opening.filter(|visit| column.get(*visit).is_none_or(|value| value.is_nan()));
        for visit in unknown.take(MOST_PROBLEMS) {
            let row = panel.row.get(visit).map_or(visit, |row| *row as usize) + 1;
            let mistake = Mistake::WrongKind { found: Kind::Nothing, expected: Kind::Number };
            problems.push(Problem::new(mistake, Place::row(row).at(name)));
        }
    }
    Error::of(problems).map_or(Ok(()), Err)
}

/// The states a code of the panel stands for.
fn states(model: &Model, panel: &Panel, visit: usize) -> Vec<usize> {
    let specification = &model.specification;
    let code = panel.state.get(visit).and_then(|place| panel.codes.get(usize::from(*place)));
    let own = specification.space.states().iter().position(|state| Some(&state.code) == code);
    let group = specification.censored.iter().find(|one| Some(&one.code) == code);
    own.map_or_else(|| group.map_or_else(Vec::new, |one| one.states.clone()), |state| vec![state])
}

fn start(model: &Model, panel: &Panel, visit: usize, seed: Seed, person: u32) -> usize {
    let mut draws = seed.stream(person, 0);
    let shares = model.initial_shares().unwrap_or_else(|| {
        let possible = states(model, panel, visit);
        let all = model.specification.space.states().len();
        (0..all).map(|state| f64::from(u8::from(possible.contains(&state)))).collect()
    });
    draws.pick(&shares).unwrap_or_default()
}

fn visits(
    model: &Model,
    panel: &Panel,
    values: &[Cow<'_, [f64]>],
    range: std::ops::Range<usize>,
) -> Vec<Visit> {
    let certain = model.specification.errors.as_ref().and_then(|errors| errors.certain.as_ref());
    let certain = certain.and_then(|name| panel.covariate(name));
    let one = |visit: usize| {
        let value = |column: &[f64]| column.get(visit).copied().unwrap_or(f64::NAN);
        let code = panel.state.get(visit).and_then(|place| panel.codes.get(usize::from(*place)));
        Visit {
            time: panel.time.get(visit).copied().unwrap_or_default(),
            covariates: values.iter().map(|column| value(column)).collect(),
            censored: model.specification.censored.iter().position(|one| Some(&one.code) == code),
            certain: certain.as_ref().is_some_and(|column| value(column) > 0.5),
        }
    };
    range.map(one).collect()
}
