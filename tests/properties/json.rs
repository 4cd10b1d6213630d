//! The reader of documents beside another one, and numbers beside those of the standard library.

use super::tries;
use meedoen::document::parse;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Number, Value};

/// Any number that is not written as a whole one, by its bits: every size is as likely.
fn any_float() -> impl Strategy<Value = f64> {
    any::<u64>().prop_map(f64::from_bits).prop_filter("finite", |number| number.is_finite())
}

fn any_number() -> impl Strategy<Value = Number> {
    prop_oneof![
        any::<i64>().prop_map(Number::from),
        any::<u64>().prop_map(Number::from),
        any_float().prop_filter_map("finite", Number::from_f64),
    ]
}

fn any_document() -> impl Strategy<Value = Value> {
    let text = prop_oneof![any::<String>(), "[\"\\\\/\u{0}-\u{20}a\u{7f}é€😀]{0,8}"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any_number().prop_map(Value::from),
        text.clone().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            btree_map(text.clone(), inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Digits, with or without a point, a sign and an exponent.
fn any_digits() -> impl Strategy<Value = String> {
    let exponent = prop_oneof![3 => -345_i32..330, 1 => -20_i32..20, 1 => any::<i32>()];
    let digits =
        |most| vec(0_u8..10, 1..most).prop_map(|digits| digits.iter().map(ToString::to_string).collect());
    let before = prop_oneof![Just("0".to_owned()), "[1-9][0-9]{0,24}"];
    let after = prop_oneof![4 => digits(25), 1 => digits(1200), 1 => "0{0,400}[0-9]{1,20}"];
    (any::<bool>(), before, proptest::option::of(after), proptest::option::of(exponent)).prop_map(
        |(negative, before, after, exponent): (bool, String, Option<String>, Option<i32>)| {
            let sign = if negative { "-" } else { "" };
            let after = after.map_or_else(String::new, |after| format!(".{after}"));
            let exponent = exponent.map_or_else(String::new, |exponent| format!("e{exponent}"));
            format!("{sign}{before}{after}{exponent}")
        },
    )
}

/// The decimal digits of a number that lies just between two floating point numbers, and what follows them.
fn halfway(number: f64) -> Option<(String, String)> {
    let (low, high) = (number.abs(), f64::from_bits(number.abs().to_bits() + 1));
    // With one bit more than a number has, the middle is exact; the digits of both are printed in full.
    let (low, high) = (format!("{low:.1074}"), format!("{high:.1074}"));
    if high.contains("inf") {
        return None;
    }
    let sum = add(&low, &high);
    Some(halve(&sum))
}

/// The sum of two decimal numbers with as many digits after the point.
fn add(one: &str, other: &str) -> Vec<u8> {
    let digits = |text: &str| -> Vec<u8> {
        text.bytes().rev().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect()
    };
    let (one, other) = (digits(one), digits(other));
    let (mut sum, mut carry) = (Vec::new(), 0);
    for place in 0..=one.len().max(other.len()) {
        let digit = one.get(place).unwrap_or(&0) + other.get(place).unwrap_or(&0) + carry;
        sum.push(digit % 10);
        carry = digit / 10;
    }
    sum.reverse();
    sum
}

/// Half of digits of which the last 1074 stand after the point: what stands before and after it.
fn halve(digits: &[u8]) -> (String, String) {
    let (mut half, mut rest) = (String::new(), 0);
    for digit in digits.iter().chain([&0]) {
        let now = rest * 10 + digit;
        half.push(char::from(b'0' + now / 2));
        rest = now % 2;
    }
    let after = half.split_off(half.len() - 1075);
    let before = half.trim_start_matches('0');
    (if before.is_empty() { "0".to_owned() } else { before.to_owned() }, after)
}

/// The bits of what a number is read as, as a floating point number.
fn bits(text: &str) -> Option<u64> {
    parse(text).ok()?.as_f64().map(f64::to_bits)
}

/// The same number as the standard library reads.
fn is_nearest(text: &str) -> Result<(), TestCaseError> {
    let nearest = text.parse::<f64>().ok().filter(|number| number.is_finite());
    prop_assert_eq!(bits(text), nearest.map(f64::to_bits), "{}", text);
    Ok(())
}

proptest! {
    #![proptest_config(tries(2000))]

    #[test]
    fn a_number_that_is_written_is_read_with_every_bit(number in any_float()) {
        let text = serde_json::to_string(&number).unwrap_or_default();
        prop_assert_eq!(bits(&text), Some(number.to_bits()), "{}", text);
        is_nearest(&format!("{number:e}"))?;
        is_nearest(&format!("{number:.17e}"))?;
    }

    #[test]
    fn any_digits_are_read_as_the_nearest_number(text in any_digits()) {
        is_nearest(&text)?;
    }

}

proptest! {
    #![proptest_config(tries(400))]

    #[test]
    fn a_document_that_is_written_is_read_as_it_was(document in any_document()) {
        for text in [serde_json::to_string(&document), serde_json::to_string_pretty(&document)] {
            let text = text.unwrap_or_default();
            let other = serde_json::from_str::<Value>(&text);
            prop_assert_eq!(parse(&text).ok(), Some(document.clone()));
            prop_assert_eq!(other.ok(), Some(document.clone()));
        }
    }

    #[test]
    fn what_is_no_document_is_refused_as_another_reader_does(
        document in any_document(),
        at in any::<proptest::sample::Index>(),
        put in "[\\[\\]{}:,\"\\\\0-9a-fu+.eE \n\t-]{0,3}",
        skip in 0_usize..3,
    ) {
        let mut text: Vec<char> = serde_json::to_string(&document).unwrap_or_default().chars().collect();
        let start = at.index(text.len() + 1);
        text.splice(start..(start + skip).min(text.len()), put.chars());
        let text = text.into_iter().collect::<String>();
        match (parse(&text), serde_json::from_str::<Value>(&text)) {
            (Ok(ours), Ok(other)) => prop_assert_eq!(ours, other),
            (Err(ours), Err(other)) => {
                let codes: Vec<_> = ours.problems().iter().map(meedoen::error::Problem::code).collect();
                let stopped = if other.is_eof() { "truncated" } else { "malformed" };
                // Another reader stops at a number that is too large, and counts the four digits after
                // `\u` before it looks at any.
                let cut = text.rfind("\\u").is_some_and(|at| text.len() < at + 6);
                let agree =
                    codes.contains(&"not-finite") || codes.last() == Some(&stopped) || (cut && codes == ["malformed"]);
                prop_assert!(agree, "{}: {} {}", text, ours, other);
            }
            // Only here is a field that is given twice refused.
            (Err(ours), Ok(_)) => {
                let refused = ours.problems().iter().all(|problem| problem.code() == "duplicate");
                prop_assert!(refused, "{}: {}", text, ours);
            }
            (Ok(ours), Err(other)) => prop_assert!(false, "{}: {} {}", text, ours, other),
        }
    }
}

proptest! {
    #![proptest_config(tries(100))]

    #[test]
    fn just_between_two_numbers_the_even_one_is_read(number in any_float(), small in any::<u16>()) {
        for number in [number, f64::from_bits(u64::from(small)), f64::from(small)] {
            let Some((before, after)) = halfway(number) else { continue };
            let shown = format!("{before}.{after}");
            let low = number.abs().to_bits();
            prop_assert_eq!(bits(&shown), Some(low + low % 2), "{}", shown);
            prop_assert_eq!(bits(&format!("{shown}1")), Some(low + 1), "{}", shown);
            is_nearest(&shown)?;
        }
    }
}
