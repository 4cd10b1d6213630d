//! Closed lists of words: one way to define them, so that each behaves the same.

use crate::error::Mistake;
use crate::{Error, Label, Source};

/// A closed, ordered list of words of the domain.
///
/// Every vocabulary has a kebab-case code for documents, a label in two languages, a source, `FromStr` and
/// `Display` that round-trip, and an order in which `succ` and `pred` step.
///
/// ```
/// use meedoen::{ladder::Rung, Vocabulary};
/// let rung: Rung = "unpaid-work".parse()?;
/// assert_eq!(rung.label().nl, "onbetaald werk");
/// assert_eq!(rung.succ(), Some(Rung::SupportedPaidWork));
/// assert_eq!(Rung::ALL.len(), 6);
/// # Ok::<(), meedoen::Error>(())
/// ```
pub trait Vocabulary: Copy + Ord + Sized + 'static {
    /// What one member of this list is called, as in “unknown determinant”.
    const NAME: Label;
    /// Every member, in order.
    const ALL: &'static [Self];
    /// The word in documents.
    fn code(self) -> &'static str;
    /// The word for people.
    fn label(self) -> Label;
    /// Where the member comes from.
    fn source(self) -> Source;

    /// The next member in order, `None` after the last.
    fn succ(self) -> Option<Self> {
        Self::ALL.iter().copied().find(|&other| other > self)
    }

    /// The member before, `None` before the first.
    fn pred(self) -> Option<Self> {
        Self::ALL.iter().rev().copied().find(|&other| other < self)
    }

    /// The member with this code.
    ///
    /// # Errors
    /// `unknown-code` when the list has no such member; the message gives the list.
    fn from_code(code: &str) -> Result<Self, Error> {
        let member = Self::ALL.iter().copied().find(|member| member.code() == code);
        let known = |place: usize| Self::ALL.get(place).map(|member| member.code());
        member.ok_or_else(|| unknown(code, Self::NAME, known))
    }
}

/// That a list of codes has no such code; once for all lists, of which a web page has dozens.
#[cold]
#[inline(never)]
fn unknown(value: &str, what: Label, known: fn(usize) -> Option<&'static str>) -> Error {
    let expected = (0..).map_while(known).map(str::to_owned).collect();
    Mistake::UnknownCode { what, value: value.to_owned(), expected }.into()
}

/// Defines a [`Vocabulary`]: `pub enum Name: "english", "dutch", [facts] { Member = "code": "nl", "en", [facts], }`.
#[macro_export]
#[doc(hidden)]
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        pub enum $name:ident: $en_name:literal, $nl_name:literal, [$($all_fact:literal),*] {
            $( $(#[$member_meta:meta])* $member:ident = $code:literal: $nl:literal, $en:literal, [$($fact:literal),*], )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $( $(#[$member_meta])* #[serde(rename = $code)] $member, )+
        }

        impl $crate::Vocabulary for $name {
            const NAME: $crate::Label = $crate::Label::of($nl_name, $en_name);
            const ALL: &'static [Self] = &[$(Self::$member),+];

            fn code(self) -> &'static str {
                match self { $(Self::$member => $code),+ }
            }

            fn label(self) -> $crate::Label {
                match self { $(Self::$member => $crate::Label::of($nl, $en)),+ }
            }

            fn source(self) -> $crate::Source {
                const ALL: &[&str] = &[$($all_fact),*];
                let own: &'static [&'static str] = match self { $(Self::$member => &[$($fact),*]),+ };
                $crate::Source::facts(if own.is_empty() { ALL } else { own })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::Vocabulary::code(*self))
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Error;
            fn from_str(text: &str) -> Result<Self, $crate::Error> {
                $crate::Vocabulary::from_code(text)
            }
        }
    };
}

/// A member of a vocabulary as a document: what a form, a legend or a glossary shows.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// The word in documents.
    pub code: &'static str,
    /// The word for people.
    pub label: Label,
    /// Where it comes from.
    pub source: Source,
}

impl Term {
    /// One member.
    pub fn of<V: Vocabulary>(member: V) -> Self {
        Self { code: member.code(), label: member.label(), source: member.source() }
    }

    /// Every member, in order.
    pub fn all<V: Vocabulary>() -> Vec<Self> {
        V::ALL.iter().map(|&member| Self::of(member)).collect()
    }
}
