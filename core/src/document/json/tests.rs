//! What is read and what is refused, worked by hand. Every input is tried in the properties of `tests`.

use super::{MAX_DEPTH, parse};
use serde_json::{Value, json};

fn number(text: &str) -> f64 {
    parse(text).unwrap().as_f64().unwrap()
}

/// The codes of the problems with the line and character, or the field, of each.
fn refusal(text: &str) -> String {
    let error = parse(text).unwrap_err();
    let one = |problem: &crate::error::Problem| match problem.mistake() {
        crate::error::Mistake::Malformed { line, column } => format!("malformed {line}:{column}"),
        crate::error::Mistake::Truncated { line, column } => format!("truncated {line}:{column}"),
        _ => format!("{} {}", problem.code(), problem.place().field().unwrap_or("-")),
    };
    error.problems().iter().map(one).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_number_in_a_cell_is_read_as_the_standard_library_does() {
    let read =
        ["0", "-0", "+1.5", "007", ".5", "5.", "-.25e2", "1E-3", "0.1", "1e23", "9007199254740993", "1e-400"];
    for text in read {
        let standard = text.parse::<f64>().unwrap();
        assert_eq!(super::written_number(text).map(f64::to_bits), Some(standard.to_bits()), "{text}");
    }
    let refused =
        ["", "+", ".", "-.", "e5", "1e", "1e+", "+-1", "1.2.3", "1 ", "x", "0x1", "1e4e4", "1,5", "é"];
    for text in refused.into_iter().chain(["inf", "nan", "1e999"]) {
        assert_eq!(super::written_number(text), None, "{text}");
    }
}

#[test]
fn every_kind_of_value_is_read() {
    let text = " {\"a\" : [ ] ,\r\n\t\"\": [null, true, false, {}, -0, 7, -7, 0.5, 1E+2, \"é\"]} \n";
    let read = parse(text).unwrap();
    assert_eq!(read, json!({"a": [], "": [null, true, false, {}, -0.0, 7, -7, 0.5, 100.0, "é"]}));
    assert_eq!(parse("18446744073709551615").unwrap(), json!(u64::MAX));
    assert_eq!(parse("-9223372036854775808").unwrap(), json!(i64::MIN));
    assert_eq!(parse("18446744073709551616").unwrap(), json!(18_446_744_073_709_551_616.0));
    assert_eq!(parse("-9223372036854775809").unwrap(), json!(-9_223_372_036_854_775_808.0));
}

#[test]
fn escapes_stand_for_characters() {
    let read = parse(r#""\" \\ \/ \b \f \n \r \t \u00e9 \u20AC \ud83d\ude00""#).unwrap();
    assert_eq!(read, Value::from("\" \\ / \u{8} \u{c} \n \r \t é € 😀"));
}

#[test]
fn a_number_is_the_nearest_there_is() {
    for (text, bits) in [
        ("0.1", 0x3FB9_9999_9999_999A_u64),
        ("33.333333333333336", 0x4040_AAAA_AAAA_AAAB),
        // Just between two numbers: to the even one, down and up; and a last digit that decides.
        ("9007199254740993", 0x4340_0000_0000_0000),
        ("9007199254740993.0", 0x4340_0000_0000_0000),
        ("9007199254740995.0", 0x4340_0000_0000_0002),
        ("9007199254740993.00000000000000000001", 0x4340_0000_0000_0001),
        // The largest, the smallest that has all its digits, the largest without, and the smallest of all.
        ("1.7976931348623157e308", 0x7FEF_FFFF_FFFF_FFFF),
        ("2.2250738585072014e-308", 0x0010_0000_0000_0000),
        ("2.225073858507201e-308", 0x000F_FFFF_FFFF_FFFF),
        ("5e-324", 1),
        ("2.4703282292062328e-324", 1),
        ("2.4703282292062327e-324", 0),
        ("-1e-400", 0x8000_0000_0000_0000),
        ("0e99999999999999999999", 0),
        ("1e-99999999999999999999", 0),
        ("100000000000000000000000e-23", 0x3FF0_0000_0000_0000),
    ] {
        assert_eq!(number(text).to_bits(), bits, "{text}");
    }
    let zeros = "0".repeat(1000);
    assert_eq!(number(&format!("0.{zeros}1e1001")).to_bits(), 1.0_f64.to_bits());
    assert_eq!(number(&format!("1{zeros}e-1000")).to_bits(), 1.0_f64.to_bits());
    // The last digit of very many still decides.
    let (half, more) = (format!("9007199254740993.{zeros}"), format!("9007199254740993.{zeros}1"));
    assert_eq!((number(&half), number(&more)), (9_007_199_254_740_992.0, 9_007_199_254_740_994.0));
}

#[test]
fn a_number_that_is_too_large_is_refused_at_its_place() {
    assert_eq!(refusal(r#"{"a": [1, 1e309, {"b": -1e999}]}"#), "not-finite a[2], not-finite a[3].b");
    assert_eq!(refusal("1.7976931348623159e308"), "not-finite -");
    assert_eq!(refusal("1e99999999999999999999"), "not-finite -");
    assert_eq!(refusal(&"9".repeat(400)), "not-finite -");
}

#[test]
fn a_field_given_twice_is_refused_at_its_place_with_what_else_is_wrong() {
    assert_eq!(refusal(r#"{"a": 1, "\u0061": 2}"#), "duplicate a");
    assert_eq!(
        refusal(r#"{"a": [{}, {"b": 1, "c": 2, "b": {"d": 3, "d": 3}}], "a": x"#),
        "duplicate a[2].b, duplicate a[2].b.d, duplicate a, malformed 1:59"
    );
    assert!(parse(r#"[{"a": 1}, {"a": {"a": 2}}]"#).is_ok());
}

#[test]
fn a_refusal_says_where_reading_stopped() {
    for (text, refused) in [
        ("", "truncated 1:0"),
        (" \n ", "truncated 2:1"),
        ("{\n", "truncated 2:0"),
        ("[1,", "truncated 1:3"),
        ("tru", "truncated 1:3"),
        ("\"é", "truncated 1:2"),
        (r#""\"#, "truncated 1:2"),
        (r#""\ud83d"#, "truncated 1:7"),
        ("-", "truncated 1:1"),
        ("1.", "truncated 1:2"),
        ("1e+", "truncated 1:3"),
        ("{\"é\": é}", "malformed 1:7"),
        ("[\n1,]", "malformed 2:3"),
        ("{,}", "malformed 1:2"),
        ("{\"a\": 1,}", "malformed 1:9"),
        ("{\"a\" 1}", "malformed 1:6"),
        ("{1: 2}", "malformed 1:2"),
        ("[1 2]", "malformed 1:4"),
        ("[1}", "malformed 1:3"),
        ("nil", "malformed 1:2"),
        ("True", "malformed 1:1"),
        ("01", "malformed 1:2"),
        ("+1", "malformed 1:1"),
        (".5", "malformed 1:1"),
        ("1.e1", "malformed 1:3"),
        ("-x", "malformed 1:2"),
        ("0x1", "malformed 1:2"),
        ("NaN", "malformed 1:1"),
        ("'a'", "malformed 1:1"),
        ("\"a\nb\"", "malformed 1:3"),
        ("\"a\u{1}\"", "malformed 1:3"),
        (r#""\x""#, "malformed 1:3"),
        (r#""\u12g4""#, "malformed 1:6"),
        (r#"["\u"]"#, "malformed 1:5"),
        (r#""a\ud83dx""#, "malformed 1:9"),
        (r#""a\ud83d\u0041""#, "malformed 1:3"),
        (r#""a\ude00""#, "malformed 1:3"),
        ("\u{feff}{}", "malformed 1:1"),
        ("{} {}", "malformed 1:4"),
        ("{}\u{a0}", "malformed 1:3"),
    ] {
        assert_eq!(refusal(text), refused, "{text}");
    }
}

#[test]
fn reading_stops_at_the_first_level_that_is_too_deep() {
    assert_eq!(refusal(&"[".repeat(MAX_DEPTH)), format!("truncated 1:{MAX_DEPTH}"));
    assert_eq!(refusal(&"[".repeat(MAX_DEPTH + 1)), "too-deep -");
    assert_eq!(refusal(&"{\"a\":[".repeat(500_000)), "too-deep -");
    // What stands side by side is no deeper, nor is a bracket in a text.
    assert!(parse(&format!("[{}\"{}\"]", "[{}],".repeat(100), "[{".repeat(100))).is_ok());
}
