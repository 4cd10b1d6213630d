//! Numbers in a sentence: with a comma in Dutch and a point in English.
//!
//! A message that names what was given shows it as a document writes it, by [`shown`] alone.

use crate::Label;
use crate::math::shown;

/// Above this the digits of a number say nothing but that it is very large.
const VERY_LARGE: f64 = 1e9;
/// Below this every whole number is a floating point number.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// A number with three digits that count; never more than six behind the point, and none beyond a billion.
pub(crate) fn number(value: f64) -> Label {
    if value >= VERY_LARGE {
        return Label::of("meer dan een miljard", "more than a billion");
    }
    let size = value.abs();
    let mut decimals = 2;
    let mut bound = 10.0;
    while size >= bound && decimals > 0 {
        (decimals, bound) = (decimals - 1, bound * 10.0);
    }
    let mut low = 1.0;
    while size > 0.0 && size < low && decimals < 6 {
        (decimals, low) = (decimals + 1, low / 10.0);
    }
    let text = digits(value, decimals);
    // What is smaller than the last digit shown is not nothing.
    if size > 0.0 && text == "0" {
        return Label::of("minder dan 0,000001", "less than 0.000001");
    }
    in_both(text)
}

/// A number with all its digits; one that has more than six behind the point was computed, and gets the three that count.
pub(crate) fn plain(value: f64) -> Label {
    let text = shown(value);
    let behind = text.split_once('.').map_or(0, |(_, behind)| behind.len());
    if behind > 6 { number(value) } else { in_both(text) }
}

/// A number rounded to at most so many digits behind the point.
pub(crate) fn rounded(value: f64, decimals: u32) -> Label {
    in_both(digits(value, decimals))
}

fn in_both(text: String) -> Label {
    Label::new(text.replace('.', ","), text)
}

fn digits(value: f64, decimals: u32) -> String {
    let one = 10_u64.pow(decimals);
    #[expect(clippy::cast_precision_loss, reason = "at most six zeros")]
    let parts = (value.abs() * one as f64).round();
    if parts.is_nan() || parts >= WHOLE {
        return shown(value);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, and below 2 to the power 53"
    )]
    let parts = parts as u64;
    let sign = if value < 0.0 && parts > 0 { "-" } else { "" };
    let (mut rest, mut text) = (parts % one, format!("{sign}{}", parts / one));
    let mut tenth = one / 10;
    if rest > 0 {
        text.push('.');
    }
    while rest > 0 {
        text.push(char::from(b'0' + u8::try_from(rest / tenth).unwrap_or(0)));
        (rest, tenth) = (rest % tenth, (tenth / 10).max(1));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{number, plain, rounded};

    #[test]
    fn numbers_have_three_digits_that_count() {
        let texts = [0.0, 1.0, 12.34, 123.4, 1234.6, 0.1234, 0.001_234, 1e-9, -0.5, 3e15, 0.999_6, 1.05];
        let texts: Vec<String> = texts.iter().map(|value| number(*value).nl.into_owned()).collect();
        assert_eq!(
            texts,
            [
                "0",
                "1",
                "12,3",
                "123",
                "1235",
                "0,123",
                "0,00123",
                "minder dan 0,000001",
                "-0,5",
                "meer dan een miljard",
                "1",
                "1,05"
            ]
        );
    }

    #[test]
    fn a_number_is_rounded_away_from_zero_and_minus_nothing_is_nothing() {
        let text = |value, decimals| rounded(value, decimals).en.into_owned();
        assert_eq!([text(0.125, 2), text(-0.125, 2), text(-0.004, 2)], ["0.13", "-0.13", "0"]);
        assert_eq!([text(2.5, 0), text(19.999, 2), text(1e18, 2)], ["3", "20", "1e+18"]);
        assert_eq!([text(f64::NAN, 1), text(-f64::INFINITY, 1)], ["NaN", "-inf"]);
        let plain = [17.25, 12e9, 100.0 / 3.0, 0.000_25].map(|value| plain(value).nl.into_owned());
        assert_eq!(plain, ["17,25", "12000000000", "33,3", "0,00025"]);
    }
}
