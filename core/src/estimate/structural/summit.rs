//! The search for the largest likelihood.

use super::likelihood::Problem;
use super::relation::Operator;
use super::start::{first_guess, plain_guess};
use super::table::{Row, Slot, State, Table};
use crate::error::{Error, Mistake};
use crate::estimate::moments::impossible;
use crate::maximum::{Summit, climb};
use nalgebra::DVector;

/// How many steps a climb may take.
const STEPS: usize = 1000;

/// The highest point found from several starts: a likelihood of latent variables can have more than one top.
///
/// In the unit of its first item a climb can creep: while that loading is far off, all that the latent variable touches
/// has to move with it. So each latent variable first has a variance of one, and the summit is carried to the units of
/// the model. Where that is no summit of the model itself (a shared name, a fixed value, a variance below zero), the climb
/// starts in the units of the model as well.
pub(super) fn highest(problem: &Problem<'_>) -> Result<Summit, Error> {
    let table = problem.table;
    let carried = table.with_variances_of_one().and_then(|own| carry(problem, &own));
    let best = match carried {
        Some((summit, true)) => Some(summit),
        Some((summit, false)) => higher(Some(summit), from_guesses(problem)),
        None => from_guesses(problem),
    };
    let Some(mut best) = best else { return Err(no_start(problem)) };
    if !best.converged {
        return Err(unsettled(table, &best));
    }
    point_up(table, &mut best);
    // The slope and the information of the point as it is reported.
    best.height = problem.look(&best.at).ok_or_else(|| unsettled(table, &best))?;
    Ok(best)
}

/// A model that did not settle, with the parameters that would still move most.
pub(super) fn unsettled(table: &Table, summit: &Summit) -> Error {
    let title = |number: usize| {
        let row = table.rows.iter().find(|row| row.state == State::Free(number));
        row.map(|row| table.title(row)).unwrap_or_default()
    };
    let what = summit.restless().into_iter().map(title).collect();
    Mistake::NotConverged { steps: summit.steps, what }.into()
}

/// A model that is impossible where it starts, with the variables that it lets vary together more than they can.
fn no_start(problem: &Problem<'_>) -> Error {
    let table = problem.table;
    let start = first_guess(table, &problem.sample);
    let total = problem.implied(&start).map(|implied| implied.total);
    let total = total.map(|total| total.view((0, 0), (table.observed, table.observed)).clone_owned());
    let what = match total.as_ref().and_then(impossible) {
        Some((first, second)) if first == second => vec![table.name(first).to_owned()],
        Some((first, second)) => vec![table.name(first).to_owned(), table.name(second).to_owned()],
        None => Vec::new(),
    };
    Mistake::NotConverged { steps: 0, what }.into()
}

fn climb_from(problem: &Problem<'_>, start: DVector<f64>) -> Option<Summit> {
    climb(start, STEPS, |at| problem.look(at))
}

/// The better of two: one where the climb ended on a top, then the higher.
fn higher(best: Option<Summit>, other: Option<Summit>) -> Option<Summit> {
    match (best, other) {
        (Some(best), Some(other)) => {
            let rises = other.height.value > best.height.value + 1e-9;
            let better = if best.converged == other.converged { rises } else { other.converged };
            Some(if better { other } else { best })
        }
        (best, other) => best.or(other),
    }
}

fn from_guesses(problem: &Problem<'_>) -> Option<Summit> {
    let table = problem.table;
    let best = climb_from(problem, first_guess(table, &problem.sample));
    // Without latent variables and circles the first guess is the summit.
    let has_latent = table.names.len() > table.observed;
    if has_latent || best.as_ref().is_none_or(|best| !best.converged) {
        return higher(best, climb_from(problem, plain_guess(table, &problem.sample)));
    }
    best
}

/// The summit of a model by way of its twin, whose latent variables have a variance of one, and whether the two are
/// equally high.
fn carry(problem: &Problem<'_>, own: &Table) -> Option<(Summit, bool)> {
    let twin = Problem::new(own, problem.patterns.clone(), problem.sample.clone());
    let from = from_guesses(&twin).filter(|from| from.converged)?;
    let values = own.values(&from.at, &problem.sample);
    let summit = climb_from(problem, in_units(problem.table, own, &values)?)?;
    let apart = (summit.height.value - from.height.value).abs();
    let equal = summit.converged && apart <= 1e-9 * (1.0 + from.height.value.abs());
    Some((summit, equal))
}

/// The free parameters of a model, from the values of its twin; none where an item that gives a unit has no loading.
fn in_units(table: &Table, own: &Table, values: &DVector<f64>) -> Option<DVector<f64>> {
    let mut unit = DVector::from_element(table.names.len(), 1.0);
    for ((row, twin), value) in table.rows.iter().zip(&own.rows).zip(values.iter()) {
        if let (State::Fixed(fixed), State::Free(_), Slot::Path(_, latent)) =
            (row.state, twin.state, row.slot)
        {
            unit[latent] = value / fixed;
        }
    }
    if unit.iter().any(|unit| unit.abs() < 1e-9) {
        return None;
    }
    let mut free = DVector::zeros(table.free);
    for (row, value) in table.rows.iter().zip(values.iter()) {
        let State::Free(number) = row.state else { continue };
        free[number] = match row.slot {
            Slot::Path(to, from) => value * unit[to] / unit[from],
            Slot::Together(i, j) => value * unit[i] * unit[j],
            Slot::Mean(i) => value * unit[i],
        };
    }
    Some(free)
}

/// Turns latent variables whose direction is free so that their first loading is above zero.
fn point_up(table: &Table, summit: &mut Summit) {
    for latent in table.observed..table.names.len() {
        let is_loading = |row: &&Row| row.operator == Operator::MeasuredBy && row.left == latent;
        let loadings = || table.rows.iter().filter(is_loading);
        let free = loadings().all(|row| matches!(row.state, State::Free(_)));
        let first = loadings().next().map(|row| row.state);
        let Some(State::Free(number)) = first.filter(|_| free) else { continue };
        if summit.at[number] >= 0.0 {
            continue;
        }
        let touches = |slot: Slot| match slot {
            Slot::Path(i, j) | Slot::Together(i, j) => (i == latent) != (j == latent),
            Slot::Mean(i) => i == latent,
        };
        let moved: Vec<&Row> = table.rows.iter().filter(|row| touches(row.slot)).collect();
        // A fixed value or a shared name that would change with it holds the direction.
        let held = |row: &&&Row| match row.state {
            State::Fixed(value) => value != 0.0,
            State::Sample => true,
            State::Free(_) => row.label.is_some(),
        };
        if moved.iter().any(|row| held(&row)) {
            continue;
        }
        for row in moved {
            if let State::Free(number) = row.state {
                summit.at[number] = -summit.at[number];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Columns;
    use crate::estimate::structural::model::{Scaling, Structural};
    use crate::estimate::{Data, StructuralFit};
    use crate::random::Seed;

    /// Two variables of six items each, that go together; of both every second item is worded the other way round, and
    /// the item that gives the first its unit measures it weakly.
    fn turned() -> Data<'static> {
        let mut columns: Vec<Vec<f64>> = vec![Vec::new(); 13];
        for person in 0..400 {
            let mut draw = Seed::new(7).stream(person, 0);
            let shared = draw.normal();
            let latent = [0.5, 0.5].map(|loading| loading * shared + 0.87 * draw.normal());
            let mut values: Vec<f64> = Vec::new();
            for item in 0..12 {
                let loading = if item == 0 { 0.2 } else { 0.8 };
                let way = if item % 2 == 0 { 1.0 } else { -1.0 };
                values.push(way * loading * latent[item / 6] + 0.7 * draw.normal());
            }
            values.push(0.4 * latent[0] + 0.3 * latent[1] + 0.7 * draw.normal());
            columns.iter_mut().zip(values).for_each(|(column, value)| column.push(value));
        }
        let name = |item: usize| if item == 12 { "y".to_owned() } else { format!("i{item}") };
        let named = columns.into_iter().enumerate().map(|(item, values)| (name(item), values.into()));
        Data::Rows(Columns::new(named.collect()).unwrap())
    }

    const MODEL: &str = "f =~ i0 + i1 + i2 + i3 + i4 + i5\n g =~ i6 + i7 + i8 + i9 + i10 + i11\n y ~ f + g";

    fn fit(syntax: &str, scaling: Scaling, data: &Data<'_>) -> StructuralFit {
        let mut model = Structural::new(syntax).unwrap();
        model.scaling = scaling;
        model.fit(data).unwrap()
    }

    #[test]
    fn the_unit_of_a_latent_variable_does_not_change_what_the_model_says() {
        let data = turned();
        let marker = fit(MODEL, Scaling::Marker, &data);
        let variance = fit(MODEL, Scaling::Variance, &data);
        let close = |one: Option<f64>, other: Option<f64>| {
            // What is one by definition has no standard error.
            assert_eq!(one.is_some(), other.is_some());
            let apart = one.zip(other).map_or(0.0, |(one, other)| (one - other).abs());
            assert!(apart < 1e-7 * (1.0 + one.unwrap_or(0.0).abs()), "{one:?} {other:?}");
        };
        assert!(marker.fit.chi_square.is_some());
        close(marker.fit.chi_square, variance.fit.chi_square);
        for (one, other) in marker.parameters.iter().zip(&variance.parameters) {
            assert_eq!((&one.left, &one.right), (&other.left, &other.right));
            close(one.standardised.value, other.standardised.value);
            close(one.standardised.standard_error, other.standardised.standard_error);
        }
        // The unit is that of the first item, whatever was climbed on the way.
        assert_eq!(marker.parameters[0].estimate.value, Some(1.0));
    }

    #[test]
    fn a_weak_and_turned_marker_takes_few_steps() {
        let (model, data) = (Structural::new(MODEL).unwrap(), turned());
        let table = Table::new(&model).unwrap();
        let problem = model.problem(&table, &model.observe(&table, &data).unwrap());
        let found = highest(&problem).unwrap();
        assert!(found.steps < 10, "{} steps after the climb of the twin", found.steps);
        let twin = table.with_variances_of_one().unwrap();
        let climbed = from_guesses(&Problem::new(&twin, problem.patterns.clone(), problem.sample.clone()));
        assert!(climbed.unwrap().steps < 60);
    }

    #[test]
    fn fixed_values_and_shared_names_are_kept() {
        let data = turned();
        for syntax in [
            "f =~ i2 + i1 + l*i3 + l*i5",
            "f =~ i6 + l*i7 + l*i9 + l*i11 + 0.5*i8 + i10",
            "f =~ i6 + i7 + i8 + i9; f ~~ 0.3*f",
            "f =~ i1 + i2 + i3; g =~ i7 + i8 + i9; h =~ 1*f + 1*g",
            "f =~ 1*i6 + 1*i8 + 1*i10",
        ] {
            let found = fit(syntax, Scaling::Marker, &data);
            let model = Structural::new(syntax).unwrap();
            let table = Table::new(&model).unwrap();
            let problem = model.problem(&table, &model.observe(&table, &data).unwrap());
            let usual = from_guesses(&problem).unwrap();
            let chosen = highest(&problem).unwrap();
            assert!(!usual.converged || chosen.height.value >= usual.height.value - 1e-7, "{syntax}");
            let named = found.parameters.iter().filter(|one| one.label.as_deref() == Some("l"));
            let values: Vec<_> = named.map(|one| one.estimate.value).collect();
            assert!(values.windows(2).all(|pair| pair[0] == pair[1]), "{syntax}: {values:?}");
        }
    }

    #[test]
    fn a_variable_whose_unit_comes_from_an_item_that_shares_nothing_is_named() {
        let text = r#"{"variables": ["a", "b", "c", "d"], "n": 200, "correlations":
            [[1, 0, 0, 0], [0, 1, 0.5, 0.4], [0, 0.5, 1, 0.3], [0, 0.4, 0.3, 1]]}"#;
        let data = crate::document::Document::from_json(text).unwrap();
        let error = Structural::new("f =~ a + b + c + d").unwrap().fit(&data).unwrap_err();
        let sentence = error.problems()[0].mistake().message().en;
        assert!(sentence.contains("`f~~f`"), "{sentence}");
    }
}
