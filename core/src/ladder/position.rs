//! Where someone stands, as far as is known.

use super::Rung;
use crate::document::Reader;
use crate::label::list;
use crate::ordered::Ordered;
use crate::{Label, Vocabulary};
use serde::Serialize;

/// The rungs someone may stand on: one when it is known, all six when nothing is.
///
/// In documents a list of rungs; never empty, in order, each once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Position(Vec<Rung>);

impl Position {
    /// One of these rungs; of none given, nothing is known.
    pub fn among(rungs: impl IntoIterator<Item = Rung>) -> Self {
        let rungs = rungs.into_iter().collect::<Ordered<Rung>>().into_vec();
        if rungs.is_empty() { Self::unknown() } else { Self(rungs) }
    }

    /// Nothing is known.
    pub fn unknown() -> Self {
        Self(Rung::ALL.to_vec())
    }

    /// The rungs that are possible, in order.
    pub fn rungs(&self) -> &[Rung] {
        &self.0
    }

    /// The rung, if only one is possible.
    pub fn rung(&self) -> Option<Rung> {
        if let [only] = self.0.as_slice() { Some(*only) } else { None }
    }

    /// The position in words.
    pub fn label(&self) -> Label {
        match self.0.as_slice() {
            [only] => only.title(),
            rungs if rungs.len() == Rung::ALL.len() => {
                Label::of("onbekend: elke trede is mogelijk", "unknown: every rung is possible")
            }
            rungs => {
                let numbers = |and: &str| {
                    let texts: Vec<String> = rungs.iter().map(|rung| rung.number().to_string()).collect();
                    match texts.split_last() {
                        Some((last, rest)) => format!("{} {and} {last}", list(rest)),
                        None => String::new(),
                    }
                };
                Label::said(
                    format_args!("onbekend: trede {}", numbers("of")),
                    format_args!("unknown: rung {}", numbers("or")),
                )
            }
        }
    }

    /// Reads a position: a list of rungs, one rung, or nothing for unknown.
    pub fn read(reader: &Reader<'_>) -> Option<Self> {
        if reader.value().is_string() {
            return reader.code().map(|rung: Rung| Self(vec![rung]));
        }
        reader.list_of(Reader::code).map(Self::among)
    }
}

impl From<Rung> for Position {
    fn from(rung: Rung) -> Self {
        Self(vec![rung])
    }
}
