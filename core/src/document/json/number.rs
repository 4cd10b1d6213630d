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
