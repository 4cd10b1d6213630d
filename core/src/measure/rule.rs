//! How many answers a scale needs.

use crate::Label;
use crate::document::Reader;
use crate::error::{Kind, Mistake};
use crate::math::shown;
use serde::Serialize;

/// How many of its parts a scale needs before it has a score.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum MissingRule {
    /// Every part.
    Complete,
    /// At least half of the parts, rounded up.
    Half,
    /// At least one part.
    Any,
    /// At least this share of the parts, above 0 and at most 1, rounded up.
    #[serde(untagged)]
    Share(#[cfg_attr(feature = "schema", schemars(range(max = 1), extend("exclusiveMinimum" = 0)))] f64),
}

impl MissingRule {
    /// The number of valid parts a scale of `parts` parts needs.
    ///
    /// ```
    /// use meedoen::measure::MissingRule;
    /// assert_eq!(MissingRule::Half.needed(5), 3);
    /// assert_eq!(MissingRule::Share(0.75).needed(4), 3);
    /// ```
    pub fn needed(self, parts: usize) -> usize {
        match self {
            Self::Complete => parts,
            Self::Half => parts.div_ceil(2),
            Self::Any => 1,
            Self::Share(share) => (1..=parts).find(|&valid| reaches(valid, parts, share)).unwrap_or(parts),
        }
        .max(1)
    }

    pub(super) fn read(reader: &Reader<'_>) -> Option<Self> {
        if reader.value().is_number() {
            let share = reader.number()?;
            if share > 0.0 && share <= 1.0 {
                return Some(Self::Share(share));
            }
            reader.refuse(Mistake::OutsideRange { value: shown(share), min: 0.0, max: 1.0 });
            return None;
        }
        match reader.value().as_str() {
            Some("complete") => Some(Self::Complete),
            Some("half") => Some(Self::Half),
            Some("any") => Some(Self::Any),
            Some(other) => {
                reader.refuse(Mistake::UnknownCode {
                    what: Label::of("de regel voor ontbrekende antwoorden", "rule for missing answers"),
                    value: other.to_owned(),
                    expected: ["complete", "half", "any", "a share such as 0.75"].map(str::to_owned).to_vec(),
                });
                None
            }
            None => {
                reader.refuse(Mistake::WrongKind { found: Kind::of(reader.value()), expected: Kind::Text });
                None
            }
        }
    }
}

/// Whether `valid` of `parts` is at least `share`, with room for a share that is not exact in binary.
#[expect(clippy::cast_precision_loss, reason = "a scale has few parts")]
fn reaches(valid: usize, parts: usize, share: f64) -> bool {
    valid as f64 >= share * parts as f64 - 1e-9
}
