//! The ordinances that come with the library, as examples.

use super::Ordinance;
use crate::document::Document;
use crate::error::Mistake;
use crate::{Error, Label};

const EXAMPLES: [(&str, &str); 3] = [
    ("rotterdam-fe", include_str!("../ordinances/rotterdam_fe.json")),
    ("rotterdam-mi", include_str!("../ordinances/rotterdam_mi.json")),
    ("diemen-2015", include_str!("../ordinances/diemen_2015.json")),
];

/// The names of the ordinances that come with the library. They are examples with their sources: what was found of them,
/// never the law of a municipality today.
///
/// ```
/// assert_eq!(meedoen::tegenprestatie::ordinances(), ["rotterdam-fe", "rotterdam-mi", "diemen-2015"]);
/// ```
pub fn ordinances() -> Vec<&'static str> {
    EXAMPLES.iter().map(|(id, _)| *id).collect()
}

/// An ordinance that comes with the library.
///
/// # Errors
/// `unknown-code` for any other name.
///
/// ```
/// let diemen = meedoen::tegenprestatie::ordinance("diemen-2015")?;
/// assert_eq!(diemen.municipality, "Diemen");
/// # Ok::<(), meedoen::Error>(())
/// ```
pub fn ordinance(id: &str) -> Result<Ordinance, Error> {
    let Some((_, text)) = EXAMPLES.iter().find(|(known, _)| *known == id) else {
        return Err(Mistake::UnknownCode {
            what: Label::of("de naam van een verordening", "ordinance"),
            value: id.to_owned(),
            expected: EXAMPLES.iter().map(|(known, _)| (*known).to_owned()).collect(),
        }
        .into());
    };
    Ordinance::from_json(text)
}
