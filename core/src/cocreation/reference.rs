//! Names in events: of parties, and of ideas, promises and initiatives. The type says what must hold of the name.

use crate::Label;
use crate::document::Reader;
use crate::error::Mistake;
use crate::events::{Element, Field, FieldDescription, FieldKind, Mention};
use serde::Serialize;

/// Defines names: `Name = "what must hold" as FieldKind { its field }: "nl", "en";`.
macro_rules! names {
    ($( $(#[$meta:meta])* $name:ident = $to:literal as $kind:ident { $key:ident }: $nl:literal, $en:literal; )+) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
            #[serde(transparent)]
            pub struct $name(String);

            impl $name {
                /// What must hold of the name, as forms and schemas say it.
                pub const TO: &'static str = $to;

                /// The name itself.
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }

            impl From<&str> for $name {
                fn from(name: &str) -> Self {
                    Self(name.to_owned())
                }
            }

            impl Field for $name {
                fn kind() -> FieldKind {
                    FieldKind::$kind { $key: $to }
                }

                fn read<'a>(reader: &Reader<'a>, mentions: &mut Vec<Mention<'a>>) -> Option<Self> {
                    let name = reader.text()?;
                    mentions.push(Mention { to: $to, name: name.to_owned(), at: *reader });
                    Some(Self(name.to_owned()))
                }
            }

            impl Element for $name {
                const NAME: Label = Label::of($nl, $en);

                fn key(&self) -> &str {
                    &self.0
                }
            }
        )+
    };
}

names! {
    /// A party of the log, whether or not it takes part.
    PartyName = "party" as Reference { to }: "de partij", "party";
    /// A party that acts, so that takes part on the day.
    Actor = "party-taking-part" as Reference { to }: "de partij", "party";
    /// A party that joins, so that does not take part yet.
    Newcomer = "party-not-taking-part" as Reference { to }: "de partij", "party";
    /// The name an idea gets.
    NewIdea = "idea" as NewName { of }: "het idee", "idea";
    /// The name of an idea.
    IdeaName = "idea-recorded" as Reference { to }: "het idee", "idea";
    /// The name a promise gets.
    NewPromise = "promise" as NewName { of }: "de belofte", "promise";
    /// The name of a promise that is still open.
    OpenPromise = "open-promise" as Reference { to }: "de belofte", "promise";
    /// The name an initiative gets.
    NewInitiative = "initiative" as NewName { of }: "het initiatief", "initiative";
    /// The name of an initiative.
    InitiativeName = "initiative-started" as Reference { to }: "het initiatief", "initiative";
    /// The name of an initiative that has not been completed or stopped.
    OpenInitiative = "open-initiative" as Reference { to }: "het initiatief", "initiative";
}

/// A party at a session, and with how many people.
///
/// A party in the list was there, unless its count is 0: that is a recorded absence. Without a count it is not
/// known how many people came. Of a party that is not in the list nothing is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attendance {
    /// The party.
    pub party: PartyName,
    /// How many people came, when that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// How many of those had come before, when that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returning: Option<u32>,
    /// For how many minutes the party spoke, when that was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// How many turns to speak the party took, when that was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turns: Option<u32>,
}

impl Attendance {
    /// A party that came with this many people; 0 records that it was absent.
    pub fn counted(party: impl Into<PartyName>, count: u32) -> Self {
        Self { count: Some(count), ..Self::uncounted(party) }
    }

    /// A party that came, it is not known with how many people.
    pub fn uncounted(party: impl Into<PartyName>) -> Self {
        Self { party: party.into(), count: None, returning: None, minutes: None, turns: None }
    }

    /// Whether the party was there.
    pub fn present(&self) -> bool {
        self.count != Some(0)
    }
}

impl Field for Attendance {
    fn kind() -> FieldKind {
        FieldKind::Group {
            fields: vec![
                FieldDescription::of::<Actor>("party", Label::of("partij", "party")),
                FieldDescription::of::<Option<u32>>(
                    "count",
                    Label::of(
                        "met hoeveel mensen (leeg: onbekend, 0: afwezig)",
                        "with how many people (empty: unknown, 0: absent)",
                    ),
                ),
                FieldDescription::of::<Option<u32>>(
                    "returning",
                    Label::of("hoeveel van hen er eerder waren", "how many of them had come before"),
                ),
                FieldDescription::of::<Option<u32>>(
                    "minutes",
                    Label::of("hoeveel minuten de partij sprak", "for how many minutes the party spoke"),
                ),
                FieldDescription::of::<Option<u32>>(
                    "turns",
                    Label::of("hoe vaak de partij het woord had", "how often the party had the floor"),
                ),
            ],
        }
    }

    fn read<'a>(reader: &Reader<'a>, mentions: &mut Vec<Mention<'a>>) -> Option<Self> {
        let fields = reader.fields(&["party", "count", "returning", "minutes", "turns"])?;
        let mut number = |name| <Option<u32> as Field>::of(&fields, name, mentions);
        let (count, returning) = (number("count"), number("returning"));
        let (minutes, turns) = (number("minutes"), number("turns"));
        if let (Some(Some(count)), Some(Some(more))) = (count, returning)
            && more > count
            && let Some(field) = fields.optional("returning")
        {
            field.refuse(Mistake::OutsideRange { value: more.to_string(), min: 0.0, max: count.into() });
        }
        let at = fields.required("party")?;
        let name = at.text()?;
        // Being absent is no act: a party that never joined can have been absent.
        let to = if count == Some(Some(0)) { PartyName::TO } else { Actor::TO };
        mentions.push(Mention { to, name: name.to_owned(), at });
        Some(Self {
            party: name.into(),
            count: count?,
            returning: returning?,
            minutes: minutes?,
            turns: turns?,
        })
    }
}

impl Element for Attendance {
    const NAME: Label = <PartyName as Element>::NAME;

    fn key(&self) -> &str {
        self.party.as_str()
    }
}
