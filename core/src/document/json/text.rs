//! Texts between quotes, with their escapes.

use super::cursor::Cursor;

/// The text between quotes at the cursor.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<String> {
    cursor.byte(b'"')?;
    let mut text = String::new();
    loop {
        text.push_str(cursor.pass(|byte| byte >= b' ' && byte != b'"' && byte != b'\\'));
        if cursor.pass_one(|byte| byte == b'"') {
            return Some(text);
        }
        let start = cursor.mark();
        // Control characters have to be written as escapes.
        cursor.byte(b'\\')?;
        text.push(escaped(cursor, start)?);
    }
}

/// The character that an escape stands for.
fn escaped(cursor: &mut Cursor<'_>, start: usize) -> Option<char> {
    let plain = match cursor.peek() {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return numbered(cursor, start),
        _ => return cursor.stop(),
    };
    cursor.pass_one(|_| true);
    Some(plain)
}

/// The character of a number, or of two of them that stand for one character together.
fn numbered(cursor: &mut Cursor<'_>, start: usize) -> Option<char> {
    cursor.byte(b'u')?;
    let mut code = four_digits(cursor)?;
    if (0xD800..0xDC00).contains(&code) {
        cursor.word("\\u")?;
        let second = four_digits(cursor)?;
        if !(0xDC00..0xE000).contains(&second) {
            return cursor.stop_at(start);
        }
        code = 0x1_0000 + ((code - 0xD800) << 10) + (second - 0xDC00);
    }
    char::from_u32(code).or_else(|| cursor.stop_at(start))
}

fn four_digits(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut number = 0;
    for _ in 0..4 {
        let Some(digit) = cursor.peek().and_then(|byte| char::from(byte).to_digit(16)) else {
            return cursor.stop();
        };
        cursor.pass_one(|_| true);
        number = number * 16 + digit;
    }
    Some(number)
}
