//! The instruments that come with the library.

use crate::document::Document;
use crate::error::Mistake;
use crate::measure::Instrument;
use crate::{Error, Label};

const INSTRUMENTS: [(&str, &str); 1] = [("job-search", include_str!("instruments/job_search.json"))];

/// The names of the instruments that come with the library.
///
/// ```
/// assert!(meedoen::behaviour::instruments().contains(&"job-search"));
/// ```
pub fn instruments() -> Vec<&'static str> {
    INSTRUMENTS.iter().map(|(id, _)| *id).collect()
}

/// An instrument that comes with the library. Each is illustrative: its wording is our own and it has not been
/// validated (PUB-27: no published instrument for the seven determinants was found).
///
/// # Errors
/// `unknown-code` for any other name.
///
/// ```
/// let instrument = meedoen::behaviour::instrument("job-search")?;
/// assert!(instrument.items.len() >= 28);
/// # Ok::<(), meedoen::Error>(())
/// ```
pub fn instrument(id: &str) -> Result<Instrument, Error> {
    let Some((_, text)) = INSTRUMENTS.iter().find(|(known, _)| *known == id) else {
        return Err(Mistake::UnknownCode {
            what: Label::of("de naam van een vragenlijst", "instrument"),
            value: id.to_owned(),
            expected: INSTRUMENTS.iter().map(|(known, _)| (*known).to_owned()).collect(),
        }
        .into());
    };
    Instrument::from_json(text)
}
