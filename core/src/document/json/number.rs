//! Numbers as JSON writes them.

use super::cursor::Cursor;
use super::decimal::Decimal;
use serde_json::Number;

/// The number at the cursor, as it is written.
pub(super) fn written<'a>(cursor: &mut Cursor<'a>) -> Option<&'a str> {
    let start = cursor.mark();
    cursor.pass_one(|byte| byte == b'-');
    // A zero in front is the whole of it.
    if !cursor.pass_one(|byte| byte == b'0') {
        digits(cursor)?;
    }
    if cursor.pass_one(|byte| byte == b'.') {
        digits(cursor)?;
    }
    if cursor.pass_one(|byte| matches!(byte, b'e' | b'E')) {
        cursor.pass_one(|byte| matches!(byte, b'+' | b'-'));
        digits(cursor)?;
    }
    Some(cursor.since(start))
}

fn digits(cursor: &mut Cursor<'_>) -> Option<()> {
    if cursor.pass(|byte| byte.is_ascii_digit()).is_empty() { cursor.stop() } else { Some(()) }
}

/// The number in a cell or a formula: as JSON writes it, and also with a plus or zeros in front, or no digit on one side
/// of the point. `None` when it is something else, or too large.
pub(crate) fn written_number(text: &str) -> Option<f64> {
    let unsigned = |text| str::strip_prefix(text, ['+', '-']).unwrap_or(text);
    let (size, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (size, power) = (unsigned(size), unsigned(power));
    let (before, after) = size.split_once('.').unwrap_or((size, ""));
    let all_digits = [before, after, power].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let none = power.is_empty() || (before.is_empty() && after.is_empty());
    let written = text.strip_prefix('+').unwrap_or(text);
    (all_digits && !none).then(|| Decimal::of(written).nearest()).filter(|number| number.is_finite())
}

/// The number that is written: a whole one if it is written as one and fits into 64 bits, and the nearest floating
/// point number otherwise. `None` when it is too large for that.
pub(super) fn read(written: &str) -> Option<Number> {
    let decimal = Decimal::of(written);
    if let Some(whole) = decimal.whole() {
        if !decimal.is_negative() {
            return Some(whole.into());
        }
        // Zero has a sign only as a floating point number.
        if let Some(whole) = 0_i64.checked_sub_unsigned(whole).filter(|&whole| whole != 0) {
            return Some(whole.into());
        }
    }
    Number::from_f64(decimal.nearest())
}
