use super::{Coder, Codings, CodingsToCompare, CoefficientKind, Resampling, estimate};
use crate::document::{Document, parse};
use crate::error::Problem;

fn coder(id: &str, codes: &str) -> Coder<String> {
    Coder::new(id, codes.chars().map(|code| (code != '.').then(|| code.to_string())))
}

fn nominal(codes: &str, rows: &[&str]) -> Codings {
    let coders = rows.iter().enumerate().map(|(index, row)| coder(&index.to_string(), row));
    Codings::nominal(&codes.split("").filter(|code| !code.is_empty()).collect::<Vec<_>>(), coders.collect())
        .unwrap()
}

fn values(codings: &Codings) -> Vec<Option<f64>> {
    let none = Resampling::new(0, 0.95, 1).unwrap();
    estimate(codings, &none).coefficients.into_iter().map(|one| one.value).collect()
}

fn near(found: Option<f64>, expected: f64) {
    assert!((found.unwrap() - expected).abs() < 1e-14, "{found:?} {expected}");
}

#[test]
fn two_coders_are_worked_by_hand() {
    // They differ on 2 of 10. Coder 0 gave a 6 times, coder 1 a 4 times: chance 1 − (6·4 + 4·6)/100 = 0.52.
    let codings = nominal("ab", &["aaaaaabbbb", "aaaabbbbbb"]);
    let found = values(&codings);
    near(found[2], 1.0 - 0.2 / 0.52);
    // Fleiss draws both from the ten a and ten b of the two together: 1 − 2·(1/2)² = 1/2.
    near(found[1], 1.0 - 0.2 / 0.5);
    // Alpha draws two different ones of the 20: 2·10·10/(20·19).
    near(found[0], 1.0 - 0.2 / (200.0 / 380.0));
}

#[test]
fn weights_count_steps() {
    let coders = vec![coder("0", "abc"), coder("1", "acc")];
    let codings = Codings::ordinal(&["a", "b", "c"], coders).unwrap();
    let found = values(&codings);
    // One step on one of three. Each pair of a{1}b{1}c{1} and a{1}c{2}: steps 0+2·2, 1+1·2, 2+0 → 9/9; squares 8+3+4 → 15/9.
    near(found[3], 1.0 - (1.0 / 3.0) / (9.0 / 9.0));
    near(found[4], 1.0 - (1.0 / 3.0) / (15.0 / 9.0));
}

#[test]
fn other_packages_give_the_same() {
    let reference = parse(include_str!("reference.json")).unwrap();
    let cases = reference["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 21);
    let mut compared = 0;
    for case in cases {
        let codings = CodingsToCompare::from_value(&case["request"]).unwrap().codings;
        let expected = case["expected"].as_array().unwrap();
        let found = values(&codings);
        assert_eq!(found.len(), expected.len(), "{}", case["name"]);
        for (found, expected) in found.iter().zip(expected) {
            match (found, expected["value"].as_f64()) {
                (Some(found), Some(value)) => {
                    assert!((found - value).abs() < 1e-12, "{}: {found}, {expected}", case["name"]);
                    compared += 1;
                }
                (found, value) => {
                    assert_eq!(found.is_none(), value.is_none(), "{}: {expected}", case["name"]);
                }
            }
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn without_pairs_or_variation_there_is_no_coefficient() {
    let reason = |codings: &Codings| {
        let agreement = estimate(codings, &Resampling::default());
        assert!(agreement.coefficients.iter().all(|one| one.value.is_none() && one.interval.is_none()));
        agreement.coefficients[0].reasons[0].code.clone()
    };
    assert_eq!(reason(&nominal("ab", &["ab..", "..ab"])), "no-pairs");
    assert_eq!(reason(&nominal("ab", &["ab"])), "no-pairs");
    assert_eq!(reason(&nominal("ab", &["", ""])), "no-pairs");
    assert_eq!(reason(&nominal("ab", &["aaa", "aaa"])), "no-variation");
    // Each always gives the same code, but not the same one: chance gives as much.
    near(values(&nominal("ab", &["aaa", "bbb"]))[2], 0.0);
}

#[test]
fn an_interval_is_that_of_its_resamples() {
    let codings = nominal("ab", &["aaaaaabbbbababababbb", "aaaabbbbbbabbbababab"]);
    let with = |replications, confidence, seed| {
        let resampling = Resampling::new(replications, confidence, seed).unwrap();
        estimate(&codings, &resampling).coefficients[0].clone()
    };
    let bounds = |one: &super::Coefficient| one.interval.unwrap();
    let (wide, narrow) = (with(2_000, 0.95, 1), with(2_000, 0.5, 1));
    let value = wide.value.unwrap();
    assert!(bounds(&wide).low < bounds(&narrow).low && bounds(&narrow).high < bounds(&wide).high);
    assert!(bounds(&wide).low < value && value < bounds(&wide).high);
    assert_eq!(bounds(&wide).resamples, 2_000);
    assert_eq!(wide, with(2_000, 0.95, 1));
    assert_ne!(bounds(&wide), bounds(&with(2_000, 0.95, 2)));
    assert_eq!(with(0, 0.95, 1).interval, None);
    // Half the width is about two standard errors: that of kappa for these shares, √(p(1−p)/20)/(1−pₑ).
    let half = (bounds(&wide).high - bounds(&wide).low) / 2.0;
    let error = crate::math::sqrt(0.2 * 0.8 / 20.0) / 0.5;
    assert!((half / error - 2.0).abs() < 0.5, "{half} {error}");
}

#[test]
fn resamples_without_a_coefficient_are_counted_out() {
    let codings = nominal("ab", &["aaaaab", "aaaaab"]);
    let found = &estimate(&codings, &Resampling::default()).coefficients[0];
    let resamples = found.interval.unwrap().resamples;
    // In (5/6)⁶ of them the sixth is not drawn, a third.
    assert!((600..730).contains(&resamples), "{resamples}");
}

#[test]
fn every_problem_is_named_with_its_place() {
    let request = r#"{"level": "nominal", "code_book": ["a", "b", "a"], "coders": [
        {"id": "one", "values": ["a", "z", 5, null]},
        {"id": "one", "values": ["c", "b"]}
    ]}"#;
    let error = CodingsToCompare::from_json(request).unwrap_err();
    let found: Vec<_> =
        error.problems().iter().map(|one| (one.code(), one.place().field().unwrap_or_default())).collect();
    let expected = [
        ("wrong-kind", "coders[1].values[3]"),
        ("duplicate", "code_book[3]"),
        ("unknown-code", "coders[1].values[2]"),
        ("duplicate", "coders[2].id"),
        ("wrong-length", "coders[2].values"),
        ("unknown-code", "coders[2].values[1]"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn numbers_are_refused_where_they_cannot_be() {
    let coders = |values: [f64; 3]| vec![Coder::new("one", values.map(Some))];
    let codes = |error: crate::Error| error.problems().iter().map(Problem::code).collect::<Vec<_>>();
    assert_eq!(codes(Codings::ratio(coders([1.0, -2.0, 0.0])).unwrap_err()), ["outside-range"]);
    assert_eq!(
        codes(Codings::interval(coders([1.0, f64::NAN, f64::INFINITY])).unwrap_err()),
        ["not-finite"; 2]
    );
    assert!(Codings::interval(coders([-1.0, -0.0, 0.0])).is_ok());
    let many = Coder::new("one", (0..=1_000).map(|number| Some(f64::from(number))));
    assert_eq!(Codings::ratio(vec![many]).unwrap_err().code(), "too-many");
    let crowd = (0..=50).map(|id| coder(&id.to_string(), "a")).collect();
    assert_eq!(Codings::nominal(&["a"], crowd).unwrap_err().code(), "too-many");
}

#[test]
fn kinds_come_in_a_fixed_order() {
    let codings =
        Codings::ordinal(&["a", "b"], vec![coder("0", "ab"), coder("1", "aa"), coder("2", "bb")]).unwrap();
    let kinds = estimate(&codings, &Resampling::default()).coefficients.into_iter().map(|one| one.kind);
    let pair = [
        CoefficientKind::CohenKappa,
        CoefficientKind::CohenKappaLinear,
        CoefficientKind::CohenKappaQuadratic,
    ];
    let first = [CoefficientKind::Alpha, CoefficientKind::FleissKappa];
    assert_eq!(kinds.collect::<Vec<_>>(), first.into_iter().chain(pair.repeat(3)).collect::<Vec<_>>());
}
