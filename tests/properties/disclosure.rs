//! What small-cell protection must hold for every table.
#![expect(clippy::indexing_slicing, reason = "the tables of these tests have the size they are made with")]

use meedoen::disclosure::{Answered, Cell, Counts, ShownAnswers, divided};
use proptest::prelude::*;

/// Two rows and columns of counts with their totals; the cells row by row, totals last.
fn two_way(inner: &[Vec<u64>]) -> (Counts, Vec<Vec<Cell>>) {
    let mut counts = Counts::default();
    let width = inner.first().map_or(0, Vec::len);
    let mut rows: Vec<Vec<u64>> = inner
        .iter()
        .map(|row| {
            let mut row = row.clone();
            row.push(row.iter().sum());
            row
        })
        .collect();
    rows.push((0..=width).map(|column| rows.iter().map(|row| row[column]).sum()).collect());
    let cells: Vec<Vec<Cell>> =
        rows.iter().map(|row| row.iter().map(|&people| counts.cell(people)).collect()).collect();
    for row in &cells {
        counts.sum(row[width], row[..width].to_vec());
    }
    for column in 0..=width {
        counts.sum(cells[inner.len()][column], cells[..inner.len()].iter().map(|row| row[column]));
    }
    (counts, cells)
}

proptest! {
    /// Whoever knows the sums finds another table that looks the same, in which the small count is another.
    #[test]
    fn a_small_count_cannot_be_computed_back(inner in prop::collection::vec(prop::collection::vec(0_u64..12, 3), 2..4)) {
        let (counts, cells) = two_way(&inner);
        let shown = counts.shown(4);
        for (r, row) in inner.iter().enumerate() {
            for (c, _) in row.iter().enumerate().filter(|(_, people)| (1..4).contains(*people)) {
                prop_assert_eq!(shown.get(cells[r][c]), None);
                prop_assert!(another(&inner, &|r, c| shown.get(cells[r][c]).is_some(), (r, c)), "{:?}", inner);
            }
        }
    }
}

fn answered() -> impl Strategy<Value = Answered> {
    (0_u64..9, 0_u64..9, 0_u64..3).prop_map(|(yes, no, unknown)| Answered {
        people: yes + no + unknown,
        known: yes + no,
        yes,
    })
}

proptest! {
    /// In a question with yes or no, no small count is shown, and none is left alone in its row or column.
    #[test]
    fn a_small_answer_cannot_be_computed_back(groups in prop::collection::vec(answered(), 1..5), smallest in 1_u32..7) {
        let sum = |of: fn(&Answered) -> u64| groups.iter().map(of).sum();
        let all = Answered { people: sum(|one| one.people), known: sum(|one| one.known), yes: sum(|one| one.yes) };
        let question: Vec<Answered> = std::iter::once(all).chain(groups).collect();
        let (shown, _) = divided(std::slice::from_ref(&question), smallest);
        let small = |count: u64| (1..u64::from(smallest)).contains(&count);
        for (row, given) in shown[0].iter().zip(&question) {
            let no = given.known - given.yes;
            prop_assert!(!small(given.people) || row.people.is_none());
            prop_assert!(!small(given.yes) || row.yes.is_none());
            prop_assert!(!small(no) || row.no.is_none());
            let hidden = [row.known, row.yes, row.no].into_iter().filter(Option::is_none).count();
            prop_assert!(hidden != 1 || !(small(given.yes) || small(no)), "{given:?} {row:?}");
        }
        let columns: [fn(&ShownAnswers) -> Option<u64>; 3] = [|row| row.yes, |row| row.no, |row| row.known];
        for of in columns {
            let alone = shown[0].iter().filter(|row| of(row).is_none()).count() == 1;
            let small_one = shown[0].iter().zip(&question).any(|(row, given)| {
                of(row).is_none() && (small(given.yes) || small(given.known - given.yes) || small(given.people))
            });
            prop_assert!(!(alone && small_one), "{question:?} {shown:?}");
        }
    }
}

/// Whether moving people around a cycle of withheld inner cells, or into withheld totals, changes a count without
/// changing what is shown: looked for among changes of −1, 0 and 1 a cell, counts below zero allowed.
fn another(inner: &[Vec<u64>], shown: &dyn Fn(usize, usize) -> bool, at: (usize, usize)) -> bool {
    let (height, width) = (inner.len(), 3);
    let free: Vec<(usize, usize)> =
        (0..height).flat_map(|r| (0..width).map(move |c| (r, c))).filter(|&(r, c)| !shown(r, c)).collect();
    let choices = free.iter().fold(1, |choices, _| choices * 3);
    (0..choices).any(|choice| {
        let mut change = vec![vec![0_i64; width]; height];
        let mut rest = choice;
        for &(r, c) in &free {
            change[r][c] = rest % 3 - 1;
            rest /= 3;
        }
        let row = |r: usize| change[r].iter().sum::<i64>();
        let column = |c: usize| change.iter().map(|row| row[c]).sum::<i64>();
        change[at.0][at.1] != 0
            && (0..height).all(|r| row(r) == 0 || !shown(r, width))
            && (0..width).all(|c| column(c) == 0 || !shown(height, c))
            && ((0..height).map(row).sum::<i64>() == 0 || !shown(height, width))
    })
}
