//! What holds of every agreement.

use meedoen::agreement::{Coder, Codings, Resampling, estimate};
use proptest::prelude::*;

fn values(codes: &str, rows: &[&str]) -> Vec<Option<f64>> {
    let coder = |(index, row): (usize, &&str)| {
        Coder::new(index.to_string(), row.chars().map(|code| (code != '.').then(|| code.to_string())))
    };
    let coders = rows.iter().enumerate().map(coder).collect();
    let book: Vec<String> = codes.chars().map(String::from).collect();
    let codings = Codings::nominal(&book.iter().map(String::as_str).collect::<Vec<_>>(), coders);
    let none = Resampling::new(0, 0.95, 1);
    let (Ok(codings), Ok(none)) = (codings, none) else { return Vec::new() };
    estimate(&codings, &none).coefficients.into_iter().map(|one| one.value).collect()
}

fn rows() -> impl Strategy<Value = Vec<String>> {
    (2..5_usize, 1..15_usize).prop_flat_map(|(coders, units)| {
        let code = prop::sample::select(vec!['a', 'b', 'c', '.']);
        let row = prop::collection::vec(code, units).prop_map(String::from_iter);
        prop::collection::vec(row, coders)
    })
}

proptest! {
    #![proptest_config(super::tries(300))]

    #[test]
    fn the_order_of_coders_units_and_codes_changes_nothing(rows in rows()) {
        let of = |rows: &[String], codes: &str| {
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            values(codes, &rows)
        };
        let reversed = |row: &String| row.chars().rev().collect::<String>();
        let same = |one: Option<f64>, other: Option<f64>| match (one, other) {
            (Some(one), Some(other)) => (one - other).abs() < 1e-12,
            (one, other) => one.is_none() && other.is_none(),
        };
        let found = of(&rows, "abc");
        let turned: Vec<String> = rows.iter().map(reversed).collect();
        let swapped: Vec<String> = rows.iter().rev().cloned().collect();
        for other in [of(&turned, "abc"), of(&rows, "cab")] {
            prop_assert!(found.iter().zip(&other).all(|(one, other)| same(*one, *other)), "{found:?} {other:?}");
        }
        prop_assert!(found.iter().zip(&of(&swapped, "abc")).take(2).all(|(one, other)| same(*one, *other)));
    }

    #[test]
    fn nothing_is_above_one_and_all_the_same_is_one(rows in rows()) {
        let of: Vec<&str> = rows.iter().map(String::as_str).collect();
        let found = values("abc", &of);
        // Of every two coders, of all, and alpha.
        prop_assert_eq!(found.len(), 2 + of.len() * (of.len() - 1) / 2);
        prop_assert!(found.into_iter().flatten().all(|value| value <= 1.0));
        let same = values("abc", &of.iter().take(1).copied().cycle().take(3).collect::<Vec<_>>());
        prop_assert!(same.into_iter().flatten().all(|value| (value - 1.0).abs() < 1e-12));
    }
}
