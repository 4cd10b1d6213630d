use super::{Cell, Counts};

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

#[test]
fn two_small_counts_that_are_together_small_take_a_third_along() {
    // 1 and 2 are known to be 3 together, and both at least 1: then they are known.
    let mut counts = Counts::default();
    let cells = [1, 2, 8, 30].map(|people| counts.cell(people));
    let total = counts.cell(41);
    counts.sum(total, cells);
    let shown = counts.shown(5);
    assert_eq!(cells.map(|cell| shown.get(cell)), [None, None, None, Some(30)]);
    assert_eq!(shown.withheld(), 3);
}

#[test]
fn nothing_small_is_nothing_withheld_and_a_zero_is_shown() {
    let (counts, cells) = two_way(&[vec![0, 7], vec![6, 9]]);
    let shown = counts.shown(5);
    assert_eq!(shown.withheld(), 0);
    assert_eq!(shown.get(cells[0][0]), Some(0));
}

#[test]
fn a_public_count_is_never_withheld_and_with_1_everything_is_shown() {
    let mut counts = Counts::default();
    let (all, few, rest) = (counts.public(22), counts.cell(2), counts.cell(20));
    counts.sum(all, [few, rest]);
    let shown = counts.clone().shown(5);
    assert_eq!([all, few, rest].map(|cell| shown.get(cell)), [Some(22), None, None]);
    assert_eq!(counts.shown(1).withheld(), 0);
}

#[test]
fn a_harmless_count_is_withheld_only_for_another() {
    let mut counts = Counts::default();
    let (all, unknown, known) = (counts.public(12), counts.harmless(2), counts.cell(10));
    counts.sum(all, [unknown, known]);
    assert_eq!(counts.clone().shown(5).withheld(), 0);
    // With 3 known of 5, the 2 would give them away.
    let mut counts = Counts::default();
    let (all, unknown, known) = (counts.public(5), counts.harmless(2), counts.cell(3));
    counts.sum(all, [unknown, known]);
    let shown = counts.shown(5);
    assert_eq!([unknown, known].map(|cell| shown.get(cell)), [None, None]);
}
