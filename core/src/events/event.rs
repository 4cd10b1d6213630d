//! The kinds of event of one domain as a table, and the rules that depend on what came before.

use super::EventKind;
use crate::document::{Fields, Reader};
use crate::error::Mistake;
use chrono::NaiveDate;
use serde::ser::SerializeMap;

/// What can happen in a log of one domain; the macro `event_kinds!` makes it from a table.
pub trait Event: Clone + Sized {
    /// The name of the type.
    const NAME: &'static str;

    /// The code of every kind, in order.
    const CODES: &'static [&'static str];

    /// Every kind with its fields.
    fn kinds() -> Vec<EventKind>;

    /// The names of the fields of the kind with this code, `None` when there is no such kind.
    fn fields(code: &str) -> Option<&'static [&'static str]>;

    /// The code of its kind.
    fn code(&self) -> &'static str;

    /// Reads the fields of the kind with this code, adding the names they mention even when another field
    /// cannot be read.
    fn read<'a>(code: &str, fields: &Fields<'a>, mentions: &mut Vec<Mention<'a>>) -> Option<Self>;

    /// Writes the fields of its kind.
    ///
    /// # Errors
    /// Those of the serialiser.
    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;
}

/// A name that an event mentions: of a party, or of something recorded before.
#[derive(Clone, Debug)]
pub struct Mention<'a> {
    /// What the name stands for and what must hold of it, as in `party-taking-part`.
    pub to: &'static str,
    /// The name.
    pub name: String,
    /// Where it stands.
    pub at: Reader<'a>,
}

/// What the events so far have established; a domain says here what may follow.
pub trait State {
    /// The events it is made of.
    type Event: Event;

    /// What is wrong with a name the next event mentions. A name that is new is known from here on.
    fn mention(&mut self, mention: &Mention<'_>, date: NaiveDate) -> Option<Mistake>;

    /// What is wrong with the next event after the earlier ones, and with which of its fields; the field `kind`
    /// stands for the event as a whole.
    fn check(&self, event: &Self::Event, date: NaiveDate) -> Option<(&'static str, Mistake)>;

    /// Takes in that an event could not be read, or mentions what does not exist, so that the events after it are
    /// not called mistaken because of it. `kind` is `None` when no such kind exists; `written` gives the text in
    /// a field of the event.
    fn misread<'a>(&mut self, kind: Option<&str>, written: impl Fn(&str) -> Option<&'a str>);

    /// Takes in the next event, the `number`-th, counted from 1.
    fn take(&mut self, number: usize, event: &Self::Event);
}

/// Defines an [`Event`]: `pub enum Name { Kind = "code": "nl", "en", [facts] { field: Type = "nl", "en", } }`.
///
/// Every field type is a [`super::Field`].
#[macro_export]
#[doc(hidden)]
macro_rules! event_kinds {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $(
                $(#[$kind_meta:meta])*
                $kind:ident = $code:literal: $nl:literal, $en:literal, [$($fact:literal),*] {
                    $( $field:ident: $type:ty = $field_nl:literal, $field_en:literal, )*
                }
            )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name {
            $( $(#[$kind_meta])* $kind { $( #[doc = concat!("*", $field_en, "*")] $field: $type, )* }, )+
        }

        impl $crate::events::Event for $name {
            const NAME: &'static str = stringify!($name);
            const CODES: &'static [&'static str] = &[$($code),+];

            fn kinds() -> Vec<$crate::events::EventKind> {
                vec![$( $crate::events::EventKind {
                    code: $code,
                    label: $crate::Label::of($nl, $en),
                    fields: vec![$( $crate::events::FieldDescription::of::<$type>(
                        stringify!($field),
                        $crate::Label::of($field_nl, $field_en),
                    ) ),*],
                    source: $crate::Source::facts(&[$($fact),*]),
                } ),+]
            }

            fn fields(code: &str) -> Option<&'static [&'static str]> {
                match code {
                    $( $code => Some(&[$(stringify!($field)),*]), )+
                    _ => None,
                }
            }

            fn code(&self) -> &'static str {
                match self { $( Self::$kind { .. } => $code, )+ }
            }

            #[allow(unused_variables, reason = "a kind may have no fields")]
            fn read<'a>(
                code: &str,
                fields: &$crate::document::Fields<'a>,
                mentions: &mut Vec<$crate::events::Mention<'a>>,
            ) -> Option<Self> {
                match code {
                    $( $code => {
                        // Every field is read before the event is judged, so that each problem is noted.
                        $( let $field = <$type as $crate::events::Field>::of(fields, stringify!($field), mentions); )*
                        Some(Self::$kind { $( $field: $field?, )* })
                    } )+
                    _ => None,
                }
            }

            fn write<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                match self {
                    $( Self::$kind { $($field,)* } => {
                        $( $crate::events::Field::write($field, stringify!($field), map)?; )*
                    } )+
                }
                Ok(())
            }
        }
    };
}
