//! A place in a text that moves on while it is read.

use crate::document::Problems;
use crate::error::{Mistake, Place};

/// A place in a text, and the problems met on the way there.
pub(super) struct Cursor<'a> {
    text: &'a str,
    // INVARIANT: the start of a character of the text, or its end.
    at: usize,
    problems: Problems,
}

impl<'a> Cursor<'a> {
    /// At the start of a text.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, problems: Problems::default() }
    }

    pub(super) fn problems(&self) -> &Problems {
        &self.problems
    }

    pub(super) fn into_problems(self) -> Problems {
        self.problems
    }

    /// The next byte, which stays the next one.
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at == self.text.len()
    }

    /// Passes bytes as long as they are wanted, and gives what was passed. Of a character that is not ASCII, all bytes
    /// or none are wanted.
    pub(super) fn pass(&mut self, wanted: impl Fn(u8) -> bool) -> &'a str {
        let start = self.at;
        while self.peek().is_some_and(&wanted) {
            self.at += 1;
        }
        self.since(start)
    }

    /// Passes one byte if it is wanted.
    pub(super) fn pass_one(&mut self, wanted: impl Fn(u8) -> bool) -> bool {
        let passes = self.peek().is_some_and(wanted);
        self.at += usize::from(passes);
        passes
    }

    pub(super) fn space(&mut self) {
        self.pass(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
    }

    /// Where the cursor is, for [`since`](Self::since).
    pub(super) fn mark(&self) -> usize {
        self.at
    }

    /// What was read since the cursor was there.
    pub(super) fn since(&self, mark: usize) -> &'a str {
        self.text.get(mark..self.at).unwrap_or_default()
    }

    /// Passes this byte and no other.
    pub(super) fn byte(&mut self, wanted: u8) -> Option<()> {
        if self.pass_one(|byte| byte == wanted) { Some(()) } else { self.stop() }
    }

    /// Passes this word of ASCII and no other.
    pub(super) fn word(&mut self, word: &str) -> Option<()> {
        word.bytes().try_for_each(|byte| self.byte(byte).ok_or(())).ok()
    }

    /// Passes an opening bracket, and the closing one if nothing stands between them.
    pub(super) fn opens_empty(&mut self, close: u8) -> bool {
        self.at += 1;
        self.space();
        self.pass_one(|byte| byte == close)
    }

    /// Passes the comma after which more follows, or the closing bracket after which nothing does.
    pub(super) fn continues(&mut self, close: u8) -> Option<bool> {
        self.space();
        if self.pass_one(|byte| byte == b',') {
            return Some(true);
        }
        self.byte(close).map(|()| false)
    }

    /// Notes that the text cannot be read on from here.
    pub(super) fn stop<T>(&self) -> Option<T> {
        let before = self.text.as_bytes().get(..self.at).unwrap_or_default();
        // The first byte of every character; the others start with the bits 10.
        let (mut line, mut column) = (1, 0);
        for byte in before.iter().filter(|&byte| byte & 0b1100_0000 != 0b1000_0000) {
            (line, column) = if *byte == b'\n' { (line + 1, 0) } else { (line, column + 1) };
        }
        let mistake = if self.is_at_end() {
            Mistake::Truncated { line, column }
        } else {
            Mistake::Malformed { line, column: column + 1 }
        };
        self.problems.add(mistake, Place::default());
        None
    }

    /// Notes that what was read since a mark cannot be.
    pub(super) fn stop_at<T>(&mut self, mark: usize) -> Option<T> {
        self.at = mark;
        self.stop()
    }
}
