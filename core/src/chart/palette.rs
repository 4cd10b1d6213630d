//! The colours of all charts.

use serde_json::{Value, json};

/// The colour of texts and lines.
pub(crate) const INK: &str = "#262b33";
/// The colour of what is said beside the matter.
pub(crate) const MUTED: &str = "#5b6470";
/// The colour of an outline that is not looked at first.
pub(crate) const QUIET: &str = "#b8bfc8";
/// The colour of a line that separates.
pub(crate) const LINE: &str = "#dfe3e8";
/// The colour of the background.
pub(crate) const PAPER: &str = "#ffffff";

/// A colour that black text is legible on; blue and orange keep their distance under every colour-blindness.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Colour {
    /// The strong end against.
    StrongOrange,
    /// Against.
    Orange,
    /// Neither.
    Neutral,
    /// For; also what is marked when there are no sides.
    Blue,
    /// The strong end for; also what is known for certain.
    StrongBlue,
    /// What is not marked.
    Paper,
}

impl Colour {
    pub(crate) const fn hex(self) -> &'static str {
        match self {
            Self::StrongOrange => "#e08a3c",
            Self::Orange => "#f6cb98",
            Self::Neutral => "#dcd7cc",
            Self::Blue => "#b3d5ee",
            Self::StrongBlue => "#5aa5d9",
            Self::Paper => PAPER,
        }
    }
}

/// The colour of a field: each code its own.
pub(crate) fn colours(field: &str, of: &[(&'static str, Colour)]) -> Value {
    let (domain, range): (Vec<&str>, Vec<&str>) =
        of.iter().map(|(code, colour)| (*code, colour.hex())).unzip();
    json!({"field": field, "type": "nominal", "scale": {"domain": domain, "range": range}, "legend": null})
}
