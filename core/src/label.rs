//! Text in the two languages of the library, Dutch and English.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt::{Arguments, format};

/// A text in Dutch and in English; both are always present.
///
/// Which of the two is shown is the caller's choice, never the machine's locale.
///
/// ```
/// use meedoen::{Label, Language};
/// let label = Label::of("trede", "rung");
/// assert_eq!(label.in_language(Language::Nl), "trede");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Label {
    /// The Dutch text.
    pub nl: Cow<'static, str>,
    /// The English text.
    pub en: Cow<'static, str>,
}

impl Label {
    /// A label of two fixed texts.
    pub const fn of(nl: &'static str, en: &'static str) -> Self {
        Self { nl: Cow::Borrowed(nl), en: Cow::Borrowed(en) }
    }

    /// A label of two composed texts.
    pub fn new(nl: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Self { nl: nl.into(), en: en.into() }
    }

    /// A label of two sentences with values in them. Where a sentence stands only its values are put together: a page
    /// that carries a thousand of them carries the writing of a text once.
    #[inline(never)]
    pub(crate) fn said(nl: Arguments<'_>, en: Arguments<'_>) -> Self {
        Self { nl: Cow::Owned(format(nl)), en: Cow::Owned(format(en)) }
    }

    /// The text in one language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }

    /// Several labels as one, in each language separated by `between`.
    ///
    /// ```
    /// use meedoen::Label;
    /// let both = Label::join([&Label::of("een", "one"), &Label::of("twee", "two")], ", ");
    /// assert_eq!(both, Label::of("een, twee", "one, two"));
    /// ```
    pub fn join<'a>(labels: impl IntoIterator<Item = &'a Self>, between: &str) -> Self {
        let (nl, en): (Vec<&str>, Vec<&str>) =
            labels.into_iter().map(|label| (&*label.nl, &*label.en)).unzip();
        Self::new(nl.join(between), en.join(between))
    }
}

/// A count with what is counted, in the singular and the plural.
pub(crate) fn many(count: &impl ToString, nl: [&str; 2], en: [&str; 2]) -> Label {
    let count = count.to_string();
    let of = |[one, more]: [&str; 2]| [count.as_str(), if count == "1" { one } else { more }].join(" ");
    Label::new(of(nl), of(en))
}

/// Labels of which one holds, as one: “a, of b”.
pub(crate) fn either(labels: &[Label]) -> Label {
    let one = |language| labels.iter().map(|label| label.in_language(language)).collect::<Vec<_>>();
    Label::new(one(Language::Nl).join(", of: "), one(Language::En).join(", or: "))
}

/// Texts with commas between.
pub(crate) fn list(texts: &[String]) -> String {
    texts.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// A text with a capital in front, as a sentence begins; with an accent those letters that Latin-1 has.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| match first {
        'à'..='ö' | 'ø'..='þ' => char::from_u32(u32::from(first) - 32).unwrap_or(first),
        _ => first.to_ascii_uppercase(),
    });
    first.into_iter().chain(letters).collect()
}

crate::vocabulary! {
    /// The language of a text, a chart or a page.
    pub enum Language: "language", "taal", [] {
        /// Dutch.
        Nl = "nl": "Nederlands", "Dutch", [],
        /// English.
        En = "en": "Engels", "English", [],
    }
}
