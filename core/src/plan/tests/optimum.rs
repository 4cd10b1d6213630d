//! How good plans are: beside every other plan where they can be counted, beside the bound where not.

use super::made::drawn;
use crate::plan::sight::Sight;
use crate::plan::{Task, plan};

/// The best rise over all ways to give everyone a set, by trying them all.
fn by_trying(task: &Task) -> f64 {
    let sight = Sight::of(task);
    let numbers = sight.expected();
    let sets = super::super::sets::Sets::of(task, &[]).unwrap();
    let drawn = super::super::columns::Drawn::of(&sight, &sets, &numbers);
    let mut states: Vec<(f64, Vec<f64>)> = vec![(0.0, vec![0.0; task.hours.len()])];
    for person in 0..task.people.len() {
        let mut next: Vec<(f64, Vec<f64>)> = Vec::new();
        for (gain, used) in &states {
            for (set, &mask) in sets.masks.iter().enumerate() {
                let total: Vec<f64> = used.iter().zip(sets.hours(set)).map(|(a, b)| a + b).collect();
                let fits = total.iter().zip(&task.hours).all(|(used, role)| *used <= role.hours + 1e-9);
                if fits && sight.people[person].allows(mask) {
                    next.push((gain + drawn.gain(person, set), total));
                }
            }
        }
        // The same hours for less gain cannot become the best.
        next.sort_by(|a, b| a.1.partial_cmp(&b.1).unwrap().then(b.0.total_cmp(&a.0)));
        next.dedup_by(|later, first| later.1 == first.1);
        states = next;
    }
    states.iter().map(|(gain, _)| *gain).fold(0.0, f64::max)
}

#[test]
fn small_plans_are_the_best_there_is() {
    for seed in 0..40 {
        let task = drawn(seed, 4, 6, 1 + u32::try_from(seed % 3).unwrap());
        let found = plan(&task).unwrap();
        let best = by_trying(&task);
        assert!((found.rise - best).abs() < 1e-9, "seed {seed}: {} where {best} is possible", found.rise);
        assert!((found.bound - found.rise).abs() < 1e-9, "seed {seed}: not proven");
    }
}

#[test]
fn a_plan_keeps_to_the_hours_and_lies_near_the_bound() {
    for seed in 0..4 {
        let task = drawn(seed, 300, 10, 3);
        let found = plan(&task).unwrap();
        assert!(
            found.rise <= found.bound && found.bound < found.rise * 1.01,
            "{} {}",
            found.rise,
            found.bound
        );
        let of = |role: &str| {
            let gets = found
                .people
                .iter()
                .flat_map(|one| &one.gets)
                .map(|given| &task.catalogue.offers()[given.offer]);
            gets.filter(|offer| offer.role == role).map(|offer| offer.hours).sum::<f64>()
        };
        for (role, (used, _)) in task.hours.iter().zip(&found.roles) {
            assert!(*used <= role.hours && (of(&role.role) - used).abs() < 1e-6);
        }
    }
}

#[test]
fn with_hours_for_everything_everyone_gets_what_helps_most() {
    let mut task = drawn(3, 50, 8, 2);
    for role in &mut task.hours {
        role.hours = 1e6;
    }
    let found = plan(&task).unwrap();
    assert!((found.bound - found.rise).abs() < 1e-9);
    assert!(found.people.iter().all(|one| one.gets.len() == 3));
    assert!(found.roles.iter().all(|(_, price)| *price == 0.0));
}

#[test]
fn without_hours_nobody_gets_anything() {
    let mut task = drawn(3, 20, 8, 2);
    for role in &mut task.hours {
        role.hours = 0.0;
    }
    let found = plan(&task).unwrap();
    assert!(found.people.iter().all(|one| one.gets.is_empty()));
    assert!(found.rise == 0.0 && found.bound < 1e-6, "{}", found.bound);
}
