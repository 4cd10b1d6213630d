#![allow(clippy::float_cmp, reason = "these numbers are exact")]

use super::interval::{jeffreys, wilson};
use super::{Counting, Counts, Dependence, Grid, GridRule, Replicates, Share, ShareMethod, Spacing};
use crate::multistate::panel::tests::{panel_of, seen};
use crate::multistate::{Clock, Panel, Pieces};
use crate::random::Seed;

fn close(share: Share, low: f64, high: f64) {
    assert!((share.low - low).abs() < 1e-12 && (share.high - high).abs() < 1e-12, "{share:?}");
}

#[test]
fn intervals_are_those_of_r() {
    // qbeta(c(.025, .975), 3.5, 7.5); qbeta(.975, .5, 10.5); prop.test(3, 10, correct = FALSE), prop.test(0, 10, …)
    close(jeffreys(0.3, 10.0, 0.95), 0.092_694_593_938_153_2, 0.605_818_318_148_671);
    close(jeffreys(0.0, 10.0, 0.95), 0.0, 0.217_196_267_509_211);
    close(jeffreys(1.0, 10.0, 0.9), 0.829_226_891_755_152, 1.0);
    close(wilson(0.3, 10.0, 0.95), 0.107_791_267_406_301, 0.603_221_852_538_855);
    close(wilson(0.0, 10.0, 0.95), 0.0, 0.277_532_799_862_889);
}

#[test]
fn visits_that_follow_each_other_are_counted() {
    let counts = Counts::of(&seen(&["112", "1121", "3"]), &Counting::default()).unwrap();
    assert_eq!((counts.transitions(), counts.people()), (5, 3));
    let tables = counts.tables(ShareMethod::Wilson, 0.95).unwrap();
    let [table] = tables.tables.as_slice() else { panic!() };
    assert_eq!(table.counts, [[2, 2, 0], [1, 0, 0], [0, 0, 0]]);
    assert_eq!(table.people, [[2, 2, 0], [1, 0, 0], [0, 0, 0]]);
    assert_eq!(table.at_risk, [4.0, 1.0, 0.0]);
    assert!(table.shares[2].is_none());
    let values = [table.outcome.higher.value, table.outcome.same.value, table.outcome.lower.value];
    assert_eq!(values, [0.4, 0.4, 0.2]);
    assert_eq!(table.shares[0].as_ref().unwrap()[1].value, 0.5);
}

#[test]
fn codes_that_are_no_states_are_left_out_and_counted() {
    let counting = Counting { states: Some(vec!["2".into(), "1".into()]), ..Counting::default() };
    let counts = Counts::of(&seen(&["1912", "21"]), &counting).unwrap();
    assert_eq!((counts.left_out(), counts.transitions()), (2, 2));
    assert_eq!(counts.tables(ShareMethod::Jeffreys, 0.9).unwrap().tables[0].counts, [[0, 1], [1, 0]]);
}

#[test]
fn counts_are_divided_by_group_period_and_gap() {
    let person = [1.0, 1.0, 1.0, 2.0, 2.0];
    let time = [0.0, 0.5, 2.0, 0.0, 3.0];
    let state = [1.0, 2.0, 2.0, 1.0, 1.0];
    let groups: &[f64] = &[0.0, 0.0, 0.0, f64::NAN, f64::NAN];
    let panel = panel_of(&person, &time, &state, &[("programme", groups)]);
    let counting = Counting {
        spacing: Spacing::Gaps(vec![1.5]),
        group: Some("programme".into()),
        periods: Some(Pieces { clock: Clock::Duration, cuts: vec![0.5] }),
        ..Counting::default()
    };
    let tables = Counts::of(&panel, &counting).unwrap().tables(ShareMethod::Jeffreys, 0.95).unwrap();
    let keys: Vec<_> =
        tables.tables.iter().map(|table| (table.group.as_deref(), table.period, table.gap)).collect();
    assert_eq!(keys, [(Some("0"), 1, 1), (Some("0"), 2, 2), (None, 1, 2)]);
    let error =
        Counts::of(&panel, &Counting { group: Some("age".into()), ..Counting::default() }).unwrap_err();
    assert_eq!(error.code(), "missing-column");
}

fn on_grid(time: &[f64], states: &[f64], grid: Grid) -> Vec<Vec<u64>> {
    let panel = panel_of(&vec![1.0; time.len()], time, states, &[]);
    let counting = Counting { spacing: Spacing::Grid(grid), ..Counting::default() };
    Counts::of(&panel, &counting).unwrap().tables(ShareMethod::Jeffreys, 0.95).unwrap().tables[0]
        .counts
        .clone()
}

#[test]
fn a_grid_is_read_off_the_last_or_the_closest_visit_within_reach() {
    let (time, states) = ([1.0, 1.9, 4.2, 5.0], [1.0, 2.0, 3.0, 4.0]);
    let grid = |rule, reach| Grid { step: 1.0, clock: Clock::Duration, rule, reach };
    // Points 1, 2, 3, 4, 5: the last visits are 1 at 1, 2 at 2 and (within 3) at 3 and 4, and 4 at 5.
    assert_eq!(
        on_grid(&time, &states, grid(GridRule::Last, 3.0)),
        [[0, 1, 0, 0], [0, 2, 0, 1], [0; 4], [0; 4]]
    );
    // Within 1 nothing is known of points 3 and 4: only from 1 to 2 is left.
    assert_eq!(on_grid(&time, &states, grid(GridRule::Last, 1.0)), [[0, 1, 0, 0], [0; 4], [0; 4], [0; 4]]);
    // The closest: 1 at 1, 2 at 2, at 3 both are too far, 3 at 4, 4 at 5.
    assert_eq!(
        on_grid(&time, &states, grid(GridRule::Nearest, 0.5)),
        [[0, 1, 0, 0], [0; 4], [0, 0, 0, 1], [0; 4]]
    );
    let counting = Counting { spacing: Spacing::Grid(grid(GridRule::Last, 1.0)), ..Counting::default() };
    let panel = panel_of(&[1.0, 1.0], &[0.0, 1e9], &[1.0, 1.0], &[]);
    assert_eq!(Counts::of(&panel, &counting).unwrap_err().code(), "outside-range");
}

/// Two groups with, from state 1, 20 and 10 against 15 and 25, and from state 2, 5 and 7 against 9 and 3.
fn two_groups() -> Panel {
    let (mut person, mut time, mut state, mut group) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let cells = [(0.0, 1.0, [20, 10]), (1.0, 1.0, [15, 25]), (0.0, 2.0, [5, 7]), (1.0, 2.0, [9, 3])];
    for (programme, from, counts) in cells {
        for (to, count) in [1.0, 2.0].into_iter().zip(counts) {
            for _ in 0..count {
                let number = f64::from(u32::try_from(person.len()).unwrap());
                person.extend([number, number]);
                time.extend([0.0, 1.0]);
                state.extend([from, to]);
                group.extend([programme, programme]);
            }
        }
    }
    panel_of(&person, &time, &state, &[("programme", &group)])
}

#[test]
fn homogeneity_is_tested_as_in_r() {
    let counting = Counting { group: Some("programme".into()), ..Counting::default() };
    let counts = Counts::of(&two_groups(), &counting).unwrap();
    let test = counts.homogeneity_test(Dependence::Group);
    // chisq.test(…, correct = FALSE) of each state, added; likewise 2·sum(m·log(m/e)).
    assert!((test.chi_square - 8.576_190_476_190_48).abs() < 1e-12);
    assert!((test.g - 8.729_291_041_010_22).abs() < 1e-12);
    assert!((test.p.unwrap() - 0.013_731_054_794_314_1).abs() < 1e-13);
    assert!((test.p_g.unwrap() - 0.012_719_163_058_722_9).abs() < 1e-13);
    assert_eq!((test.df, test.cells, test.smallest_expected, test.large_enough), (2, 8, Some(5.0), true));
    let period = counts.homogeneity_test(Dependence::Period);
    assert_eq!((period.df, period.p), (0, None));
    assert!(period.label.nl.starts_with("er is niets te vergelijken"));
}

#[test]
fn order_is_tested_by_what_came_before_the_present_state() {
    // After 1, 1 comes 1; after 2, 1 comes 2: the present state alone does not tell.
    let people: Vec<&str> = std::iter::repeat_n("1111", 20).chain(std::iter::repeat_n("2121", 20)).collect();
    let test = Counts::of(&seen(&people), &Counting::default()).unwrap().order_test();
    assert_eq!(test.df, 1);
    // From 1: before 1, 40 times 1; before 2, 20 times 2. Chi-square of a table without errors is its size.
    assert!((test.chi_square - 60.0).abs() < 1e-12, "{test:?}");
    assert!(test.label.en.contains("the Markov assumption then fails here"), "{}", test.label.en);
    // With few expected it says so, and concludes nothing.
    let few = Counts::of(&seen(people.get(15..25).unwrap()), &Counting::default()).unwrap().order_test();
    assert!(few.label.en.starts_with("the next state seems to go with"), "{}", few.label.en);
    assert!(!few.label.en.contains("Markov"));
    let none = Counts::of(&seen(&["12", "21"]), &Counting::default()).unwrap().order_test();
    assert_eq!(none.df, 0);
}

#[test]
fn the_bootstrap_varies_people_and_not_rows() {
    let panel = two_groups();
    let counting = Counting::default();
    Counts::of(&panel, &counting).unwrap();
    let replicates = Replicates::of(&panel, &counting, Seed::new(1), 2_000).unwrap();
    let tables = replicates.tables(0.95).unwrap();
    let share = tables.tables[0].shares[0].as_ref().unwrap()[0];
    // 35 of 70, each of another person: about ± 1.96 · √(0.25 / 70).
    assert!((share.value - 0.5).abs() < 1e-15);
    assert!((share.low - 0.383).abs() < 0.02 && (share.high - 0.617).abs() < 0.02, "{share:?}");
    // Ten people of whom everything is alike say no more than ten transitions do.
    let people: Vec<&str> =
        std::iter::repeat_n("11111111", 5).chain(std::iter::repeat_n("12121212", 5)).collect();
    let panel = seen(&people);
    let counts = Counts::of(&panel, &counting).unwrap();
    let replicates = Replicates::of(&panel, &counting, Seed::new(1), 500).unwrap();
    let wide = replicates.tables(0.95).unwrap().tables[0].outcome.same;
    let narrow = counts.tables(ShareMethod::Wilson, 0.95).unwrap().tables[0].outcome.same;
    assert!(wide.high - wide.low > 2.0 * (narrow.high - narrow.low), "{wide:?} {narrow:?}");
}

#[test]
fn weights_count_and_say_how_many_there_really_are() {
    use crate::column::Named;
    use crate::multistate::panel::tests::{columns, numbers};
    use crate::multistate::{PanelColumns, PanelOptions};
    let (person, time) = ([1.0, 1.0, 2.0, 2.0, 3.0, 3.0], [0.0, 1.0, 0.0, 1.0, 0.0, 1.0]);
    let (state, weights) = ([1.0, 2.0, 1.0, 1.0, 1.0, 1.0], [3.0, 3.0, 1.0, 1.0, 2.0, 2.0]);
    let weight = Some(Named { name: "weight", cells: numbers(&weights) });
    let table = PanelColumns { weight, ..columns(numbers(&person), numbers(&time), numbers(&state)) };
    let panel = Panel::from_columns(&table, &PanelOptions::default()).unwrap();
    let tables = Counts::of(&panel, &Counting::default()).unwrap().tables(ShareMethod::Wilson, 0.95).unwrap();
    let share = tables.tables[0].shares[0].as_ref().unwrap()[1];
    assert_eq!((share.value, tables.tables[0].at_risk[0]), (0.5, 6.0));
    // (3 + 1 + 2)² / (9 + 1 + 4)
    assert_eq!(share, wilson(0.5, 36.0 / 14.0, 0.95));
    assert_eq!(tables.tables[0].counts[0], [2, 1]);
}

#[test]
fn what_cannot_be_counted_is_refused() {
    let counting = Counting { spacing: Spacing::Gaps(vec![2.0, 1.0]), ..Counting::default() };
    assert_eq!(Counts::of(&seen(&["12"]), &counting).unwrap_err().code(), "not-ascending");
    let counts = Counts::of(&seen(&["12"]), &Counting::default()).unwrap();
    assert_eq!(counts.tables(ShareMethod::Wilson, 95.0).unwrap_err().code(), "outside-range");
    let other =
        Counts::of(&seen(&["12"]), &Counting { states: Some(vec!["1".into()]), ..Counting::default() })
            .unwrap();
    assert!(counts.merge(other).is_none());
}

#[test]
fn counts_of_few_people_and_what_would_give_them_away_are_withheld() {
    // Ten people from 1 to 2, eight who stay in 1, eight who stay in 2, and one who goes to and fro ten times.
    let mut people = vec!["12"; 10];
    people.extend(vec!["11"; 8]);
    people.extend(vec!["22"; 8]);
    people.push("23232323232323232323");
    let counts = Counts::of(&seen(&people), &Counting::default()).unwrap();
    let tables = counts.tables(ShareMethod::Jeffreys, 0.95).unwrap();
    let protected = tables.protected(5);
    let [table] = protected.tables.as_slice() else { panic!() };
    // Ten times from 2 to 3 and nine back are of one person.
    assert_eq!((table.counts[1][2], table.counts[2][1]), (None, None));
    assert_eq!((table.shares[1][2], table.shares[2][1]), (None, None));
    // The rest of row 2 would give the first away with its total.
    assert!(table.from[1].is_none() || table.counts[1][1].is_none());
    // What nobody needs to withhold is shown.
    assert_eq!(table.transitions, Some(45), "{table:?}");
    assert!(protected.protection.withheld > 2);
    let open = tables.protected(1);
    assert_eq!(open.tables[0].counts[1], [Some(0), Some(8), Some(10)]);
    assert_eq!((open.tables[0].transitions, open.protection.withheld), (Some(45), 0));
}
