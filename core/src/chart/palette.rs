//! The colours of all charts.

use super::spec;
use serde_json::Value;

/// The colour of texts and lines.
pub(crate) const INK: &str = "#262b33";

/// The colours that have a name in specifications, where an `@` stands before it.
pub(super) const NAMED: [(&str, &str); 8] = [
    ("ink", INK),
    // Of what is said beside the matter.
    ("muted", "#5b6470"),
    // Of an outline that is not looked at first.
    ("quiet", "#b8bfc8"),
    // Of a line that separates.
    ("line", "#dfe3e8"),
    // Of the background.
    ("paper", Colour::Paper.hex()),
    ("strong-orange", Colour::StrongOrange.hex()),
    ("blue", Colour::Blue.hex()),
    ("strong-blue", Colour::StrongBlue.hex()),
];

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
            Self::Paper => "#ffffff",
        }
    }
}

/// The colour of a field: each code its own.
pub(crate) fn colours(field: &str, of: &[(&'static str, Colour)]) -> Value {
    let domain = of.iter().map(|(code, _)| *code).collect();
    let range = of.iter().map(|(_, colour)| colour.hex()).collect();
    let text = r#"{"field": "@field", "type": "nominal", "scale": {"domain": "@domain", "range": "@range"}, "legend": null}"#;
    spec(text, [("@field", field.into()), ("@domain", domain), ("@range", range)])
}
