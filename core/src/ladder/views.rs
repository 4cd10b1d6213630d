//! The view of the person concerned beside the professional's.

use super::Position;
use crate::decide::Truth;
use crate::document::{Document, Reader};
use crate::{Label, Reason, Source};
use serde::Serialize;

/// Two views of where someone stands.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TwoViews {
    /// Where the professional places the person.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Position>"))]
    pub professional: Position,
    /// Where the person places themselves.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Position>"))]
    pub own: Position,
    /// What the person says about their progress, in their own words.
    pub words: Option<String>,
}

/// Two views side by side; neither is corrected by the other.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SideBySide {
    /// Where the professional places the person.
    pub professional: Position,
    /// Where the person places themselves.
    pub own: Position,
    /// What the person says, in their own words.
    pub words: Option<String>,
    /// Whether the two views are the same.
    pub agree: Truth,
    /// The two views in words.
    pub label: Label,
    /// What to do with a difference.
    pub reasons: Vec<Reason>,
}

impl Document for TwoViews {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields = reader.fields(&["professional", "own", "words"])?;
        let position =
            |name| fields.maybe(name, Position::read).map(|read| read.unwrap_or_else(Position::unknown));
        let (professional, own) = (position("professional"), position("own"));
        let words = fields.maybe("words", Reader::string);
        Some(Self { professional: professional?, own: own?, words: words? })
    }
}

/// Puts the person's own view beside the professional's.
///
/// ```
/// use meedoen::ladder::{side_by_side, Rung, TwoViews};
/// use meedoen::decide::Truth;
/// let views = TwoViews {
///     professional: Rung::SocialContacts.into(),
///     own: Rung::UnpaidWork.into(),
///     words: Some("I look after my neighbour every day".to_owned()),
/// };
/// assert_eq!(side_by_side(&views).agree, Truth::Unmet);
/// ```
///
/// # Source
/// LAD-27, GEN-12
pub fn side_by_side(views: &TwoViews) -> SideBySide {
    let (professional, own) = (&views.professional, &views.own);
    let agree = match (professional.rung(), own.rung()) {
        (Some(one), Some(other)) if one == other => Truth::Met,
        _ if professional.rungs().iter().all(|rung| !own.rungs().contains(rung)) => Truth::Unmet,
        _ => Truth::Unknown,
    };
    let text = match agree {
        Truth::Met => Label::of("beide zien dezelfde trede", "both see the same rung"),
        Truth::Unmet => Label::of(
            "de twee zien een andere trede: bespreek het verschil; geen van beide wordt aangepast",
            "the two see different rungs: talk about the difference; neither is adjusted",
        ),
        Truth::Unknown => Label::of(
            "of beide dezelfde trede zien is nog niet te zeggen",
            "whether both see the same rung cannot be said yet",
        ),
    };
    SideBySide {
        professional: professional.clone(),
        own: own.clone(),
        words: views.words.clone(),
        agree,
        label: Label::said(
            format_args!("professional: {}; de persoon zelf: {}", professional.label().nl, own.label().nl),
            format_args!(
                "professional: {}; the person concerned: {}",
                professional.label().en,
                own.label().en
            ),
        ),
        reasons: vec![Reason::new("two-views", text, Vec::new(), Source::facts(&["LAD-27", "GEN-12"]))],
    }
}
