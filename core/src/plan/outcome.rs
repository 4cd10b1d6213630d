//! The plan as it comes out of the kernel, by places in the task.
#![expect(
    clippy::indexing_slicing,
    reason = "people, sets and interventions are numbered when the task is read"
)]

use super::columns::Drawn;
use super::draw::{Draws, draws};
use super::market::{Choice, Column, Market};
use super::sets::{Sets, members};
use super::sight::{Bounds, Sight};
use super::task::Task;
use crate::error::Error;

/// Who gets what, how good that is, and why. Places are those of people, interventions and roles in the task.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What each person gets, in the order of the task.
    pub people: Vec<PersonOutcome>,
    /// How many people of whom the chance is known are expected to show the behaviour as things are.
    pub before: f64,
    /// How many more are expected to with this plan.
    pub rise: f64,
    /// No plan within the hours and the rules has a higher rise.
    pub bound: f64,
    /// Between these lie 95 % of the rises of this plan when coefficients and effects are drawn; `None` when nothing is
    /// known of their uncertainty, or nothing was drawn.
    pub interval: Option<(f64, f64)>,
    /// For each role of the task the hours used, and how many more people one more hour would add, about.
    pub roles: Vec<(f64, f64)>,
    /// What the changes of professionals cost in expected people; `None` without changes.
    pub cost: Option<f64>,
}

/// What one person gets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PersonOutcome {
    /// The place of the person in the task.
    pub person: usize,
    /// The chance as it is, `None` where it is not known.
    pub before: Option<f64>,
    /// The chance with what the person gets.
    pub after: Option<f64>,
    /// What the person gets.
    pub gets: Vec<Given>,
    /// Why nothing, when that is so.
    pub nothing: Option<Nothing>,
    /// The interventions whose conditions this person does not meet.
    pub unfit: Vec<usize>,
    /// The interventions whose conditions depend on a level that is not known.
    pub unsure: Vec<usize>,
    /// The rules by which an intervention may not be left alone with this person, where they bear on the plan: the
    /// intervention, which of its rules, and whether that is certain.
    pub company: Vec<(usize, usize, bool)>,
    /// The factors that are not known and without which the chance is not known.
    pub unknown: Vec<usize>,
    /// What the changes of professionals cost for this person, about, in expected people.
    pub cost: Option<f64>,
    /// The share of the plans made anew in which this person gets anything.
    pub anything: Option<f64>,
}

/// One intervention a person gets.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// Its place in the catalogue.
    pub offer: usize,
    /// What it adds to the chance beside the others.
    pub adds: f64,
    /// Whether a professional fixed it.
    pub fixed: bool,
    /// The share of the plans made anew in which it is kept.
    pub kept: Option<f64>,
    /// The factors it changes whose level is not known, so that their change does not count.
    pub uncounted: Vec<usize>,
}

/// Why someone gets nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Nothing {
    /// The chance of this person is not known.
    Unknown,
    /// No intervention may be offered to this person as far as is known.
    NotAllowed,
    /// Nothing that may be offered is expected to raise the chance.
    NoGain,
    /// There are too few hours for anything that helps: the best this person could get otherwise, and what it adds.
    NoHours {
        /// The interventions.
        best: Vec<usize>,
        /// What they add to the chance of this person.
        adds: f64,
    },
    /// The hours do more elsewhere: the best this person could get, what it adds, and what its hours add elsewhere.
    Hours {
        /// The interventions.
        best: Vec<usize>,
        /// What they add to the chance of this person.
        adds: f64,
        /// What the hours add elsewhere, about.
        elsewhere: f64,
    },
}

/// Chooses who gets what so that the expected number of people showing the behaviour rises most.
///
/// # Errors
/// Everything that is wrong with the task, each with its place.
pub fn plan(task: &Task) -> Result<Outcome, Error> {
    task.check()?;
    let sight = Sight::of(task);
    let mut extra: Vec<u64> =
        sight.people.iter().map(|bounds| bounds.must).filter(|must| *must != 0).collect();
    extra.sort_unstable();
    extra.dedup();
    let sets = Sets::of(task, &extra)?;
    let capacity: Vec<f64> = task.hours.iter().map(|role| role.hours).collect();
    let numbers = sight.expected();
    let drawn = Drawn::of(&sight, &sets, &numbers);
    let market = |bounds: &[Bounds]| {
        let people = bounds.iter().enumerate();
        let columns = people.map(|(person, bounds)| drawn.columns(person, bounds, &capacity)).collect();
        Market { columns, capacity: &capacity, sets: &sets }
    };
    let chosen = market(&sight.people);
    let choice = chosen.choose();
    let changed = task.fixed.len() + task.forbidden.len() > 0;
    let free = changed.then(|| {
        let free = market(&sight.unchanged());
        let choice = free.choose();
        (free, choice)
    });
    let got: Vec<Column> =
        choice.columns.iter().enumerate().map(|(person, &column)| chosen.columns[person][column]).collect();
    let draws = draws(&sight, &sets, &got, &capacity);
    let people: Vec<PersonOutcome> = (0..task.people.len())
        .map(|person| view(&drawn, person, got[person], &chosen, &choice, &draws, free.as_ref()))
        .collect();
    let used = chosen.used(&choice.columns);
    Ok(Outcome {
        before: people.iter().filter_map(|one| one.before).fold(0.0, |sum, chance| sum + chance),
        rise: choice.value,
        bound: choice.bound,
        interval: draws.interval,
        roles: used.into_iter().zip(choice.prices.iter().copied()).collect(),
        cost: free.map(|(_, free)| (free.value - choice.value).max(0.0)),
        people,
    })
}

fn view(
    drawn: &Drawn<'_>,
    person: usize,
    got: Column,
    market: &Market<'_>,
    choice: &Choice,
    draws: &Draws,
    free: Option<&(Market<'_>, Choice)>,
) -> PersonOutcome {
    let (sight, sets) = (drawn.sight, drawn.sets);
    let (bounds, before) = (&sight.people[person], drawn.chance(person));
    let mask = sets.masks[got.set as usize];
    let given = |(number, offer): (usize, usize)| {
        let without = sight.changes(mask & !(1 << offer), drawn.numbers);
        let levels = sight.levels(person);
        let less = before.and_then(|before| {
            let shift = sight.shift(levels, &without, drawn.numbers, &mut Vec::new());
            Some(sight.task.model.link.chance(sight.sum(person, drawn.numbers)? + shift) - before)
        });
        Given {
            offer,
            adds: got.gain - less.unwrap_or(0.0),
            fixed: bounds.must >> offer & 1 == 1,
            kept: draws.kept.get(person).and_then(|kept| kept.get(number)).copied(),
            uncounted: sight.uncounted(person, offer),
        }
    };
    // A rule bears on the plan where its intervention is in it, or where it might have been the only one.
    let bears = |one: &&super::sight::Company| {
        let alone = sets.position(1 << one.offer).is_some_and(|set| {
            sets.hours(set).iter().zip(market.capacity).all(|(hours, given)| hours <= given)
        });
        let open = (bounds.unfit | bounds.never) >> one.offer & 1 == 0;
        mask >> one.offer & 1 == 1 || (mask == 0 && open && alone)
    };
    let company = bounds.company.iter().filter(bears);
    PersonOutcome {
        person,
        before,
        after: before.map(|before| before + got.gain),
        gets: members(mask).enumerate().map(given).collect(),
        nothing: (mask == 0).then(|| nothing(drawn, person, market, choice)),
        unfit: members(bounds.unfit).collect(),
        unsure: members(bounds.unsure).collect(),
        company: company.map(|one| (one.offer, one.rule, one.certain)).collect(),
        unknown: if before.is_none() { sight.unknown(person) } else { Vec::new() },
        cost: free.filter(|_| bounds.must | bounds.never != 0).map(|(free, priced)| {
            let costs = free.costs(&priced.prices);
            let top = |market: &Market<'_>| {
                let worths = market.columns[person].iter().map(|&column| Market::worth(column, &costs));
                worths.fold(f64::NEG_INFINITY, f64::max)
            };
            (top(free) - top(market)).max(0.0)
        }),
        anything: draws.anything.get(person).copied(),
    }
}

fn nothing(drawn: &Drawn<'_>, person: usize, market: &Market<'_>, choice: &Choice) -> Nothing {
    let (sight, sets) = (drawn.sight, drawn.sets);
    if drawn.chance(person).is_none() {
        return Nothing::Unknown;
    }
    let bounds = &sight.people[person];
    if !sets.masks.iter().any(|&mask| mask != 0 && bounds.allows(mask)) {
        return Nothing::NotAllowed;
    }
    // The one that comes nearest to being worth its hours.
    let mut best: Option<(f64, Column, f64)> = None;
    for &column in &market.columns[person] {
        let elsewhere = super::market::dot(market.hours(column), &choice.prices);
        let worth = column.gain - elsewhere;
        if column.gain > 0.0 && best.is_none_or(|(most, ..)| worth > most) {
            best = Some((worth, column, elsewhere));
        }
    }
    match best {
        None => beyond(drawn, person, bounds),
        Some((_, column, elsewhere)) => Nothing::Hours {
            best: members(sets.masks[column.set as usize]).collect(),
            adds: column.gain,
            elsewhere,
        },
    }
}

/// What would help if there were hours without end.
fn beyond(drawn: &Drawn<'_>, person: usize, bounds: &Bounds) -> Nothing {
    let endless = vec![f64::INFINITY; drawn.sight.task.hours.len()];
    let mut best: Option<Column> = None;
    for column in drawn.columns(person, bounds, &endless) {
        if column.gain > best.map_or(0.0, |best| best.gain) {
            best = Some(column);
        }
    }
    best.map_or(Nothing::NoGain, |column| Nothing::NoHours {
        best: members(drawn.sets.masks[column.set as usize]).collect(),
        adds: column.gain,
    })
}
