//! Counts of panels in discrete time.
#![expect(clippy::unwrap_used, reason = "what is made here can be read")]

use meedoen::column::{Cells, Column, Named, Values};
use meedoen::multistate::discrete::{Counting, Counts, Replicates, ShareMethod, Spacing};
use meedoen::multistate::{Panel, PanelColumns, PanelOptions};
use meedoen::random::Seed;
use proptest::prelude::*;

/// Some people, each with an own name, visits in some of four states, a group and whole years between.
fn people() -> impl Strategy<Value = Vec<(Vec<u8>, u8)>> {
    prop::collection::vec((prop::collection::vec(1_u8..5, 1..7), 0_u8..3), 1..12)
}

fn panel(first: usize, people: &[(Vec<u8>, u8)]) -> Panel {
    let (mut person, mut time, mut state, mut group) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (number, (states, programme)) in (first..).zip(people) {
        for (moment, code) in (0_u32..).zip(states) {
            person.push(f64::from(u32::try_from(number).unwrap()));
            time.push(f64::from(moment * moment));
            state.push(f64::from(*code));
            group.push(if *programme == 2 { f64::NAN } else { f64::from(*programme) });
        }
    }
    let named = |name, values| Named {
        name,
        cells: Cells::Numbers(Column { values: Values::F64(values), present: None }),
    };
    let columns = PanelColumns {
        person: named("client", &person),
        time: named("years", &time),
        state: named("rung", &state),
        covariates: vec![named("programme", &group)],
        weight: None,
    };
    Panel::from_columns(&columns, &PanelOptions::default()).unwrap()
}

proptest! {
    #![proptest_config(super::tries(40))]

    #[test]
    fn parts_add_up_to_the_whole_in_any_order(people in people(), cut in 0_usize..12) {
        let cut = cut.min(people.len());
        let counting = Counting { group: Some("programme".into()), spacing: Spacing::Gaps(vec![2.0, 4.0]), ..Counting::default() };
        let (one, other) = people.split_at(cut);
        if one.is_empty() || other.is_empty() {
            return Ok(());
        }
        let count = |first, people| Counts::of(&panel(first, people), &counting).unwrap();
        let whole = count(0, &people);
        let (left, right) = (count(0, one), count(cut, other));
        let merged = left.clone().merge(right.clone()).unwrap();
        prop_assert_eq!(&merged, &right.merge(left).unwrap());
        // The whole may list its states otherwise only when a part lacks some; the tables are the same.
        prop_assert_eq!(merged.tables(ShareMethod::Jeffreys, 0.9).unwrap(), whole.tables(ShareMethod::Jeffreys, 0.9).unwrap());
        let draw = |first, people| Replicates::of(&panel(first, people), &counting, Seed::new(7), 20).unwrap();
        let drawn = draw(0, one).merge(draw(cut, other)).unwrap();
        prop_assert_eq!(drawn.tables(0.9).unwrap(), draw(0, &people).tables(0.9).unwrap());
    }

    #[test]
    fn rows_of_shares_are_one_and_lie_in_their_intervals(people in people()) {
        let tables = Counts::of(&panel(0, &people), &Counting::default()).unwrap().tables(ShareMethod::Wilson, 0.95).unwrap();
        for table in &tables.tables {
            for shares in table.shares.iter().flatten() {
                prop_assert!((shares.iter().map(|share| share.value).sum::<f64>() - 1.0).abs() < 1e-12);
                prop_assert!(shares.iter().all(|share| share.low <= share.value && share.value <= share.high));
            }
        }
    }
}
