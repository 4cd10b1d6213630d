//! How the parts of a Python file are laid out.

use crate::types::text::{WIDTH, wrap};

pub(super) const STUB: &str = r#""""The types of all documents: an answer is a class, a request a dict, a word of a vocabulary a literal.

What is both an answer and a request has `Input` after its name as a request.
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypeAlias, TypedDict

from .document import Document
"#;

pub(super) const MODULE: &str = r#""""The types of all documents, for annotations; what is in each stands in the stub beside this file."""

from .document import Document

_NAMES = {
"#;

pub(super) const LOOKUP: &str = r#"}

__all__ = sorted(" ".join(_NAMES.values()).split())


def __getattr__(name):
    for kind, names in _NAMES.items():
        if name in names.split():
            return kind
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return __all__
"#;

/// A name for a type.
pub(super) fn alias(name: &str, of: &str) -> String {
    let line = format!("{name}: TypeAlias = {of}\n");
    if line.chars().count() <= WIDTH {
        return line;
    }
    match of.strip_prefix("Literal[").and_then(|of| of.strip_suffix(']')) {
        Some(words) if !words.contains('[') => {
            format!("{name}: TypeAlias = Literal[\n    {},\n]\n", words.replace(", ", ",\n    "))
        }
        _ => format!("{name}: TypeAlias = (\n    {}\n)\n", of.replace(" | ", "\n    | ")),
    }
}

/// The line of a field, with each word of a long list on its own.
pub(super) fn fitting(line: String) -> String {
    let list = line.split_once("Literal[").and_then(|(head, rest)| Some((head, rest.split_once(']')?)));
    match list {
        Some((head, (words, tail))) if line.chars().count() > WIDTH => {
            format!("{head}Literal[\n        {},\n    ]{tail}", words.replace(", ", ",\n        "))
        }
        _ => line,
    }
}

/// A text as a docstring, with its line break; empty when there is none.
pub(super) fn docstring(text: &str, indent: usize) -> String {
    let margin = " ".repeat(indent);
    let text = text.replace('\\', "\\\\").replace("`null`", "`None`");
    // The quotes around a single line.
    let lines = wrap(&text, indent + 6);
    match lines.as_slice() {
        [only] if only.is_empty() => String::new(),
        [only] => format!("{margin}\"\"\"{only}\"\"\"\n"),
        lines => {
            let body: String =
                lines.iter().map(|line| format!("{margin}{line}").trim_end().to_owned() + "\n").collect();
            format!("{margin}\"\"\"{}{margin}\"\"\"\n", body.trim_start())
        }
    }
}
