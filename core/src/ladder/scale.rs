//! Reading rungs as they are written in files, and refusing other scales under the same name.

use super::Rung;
use crate::document::Problems;
use crate::error::{Mistake, Place};
use crate::{Error, Label, Vocabulary};

/// Another scale that is also called a ladder, with words that occur in it and not in the six-rung ladder.
struct OtherScale {
    name: Label,
    explanation: Label,
    words: &'static [&'static str],
}

/// PUB-10, PUB-12, PUB-18, PUB-50, PUB-51, PUB-54.
const OTHER_SCALES: [OtherScale; 4] = [
    OtherScale {
        name: Label::of("de ladder van Almere (PUB-10)", "the ladder of Almere (PUB-10)"),
        explanation: Label::of(
            "die schat de afstand tot werk en de behoefte aan dienstverlening in, niet wat iemand doet",
            "it estimates the distance to work and the need for services, not what someone does",
        ),
        words: &[
            "0",
            "zorgmijdend",
            "zorg en hulpverlening",
            "sociale activering",
            "arbeidsactivering",
            "arbeidstoeleiding",
            "regulier werk met ondersteuning",
            "regulier werk zonder ondersteuning",
        ],
    },
    OtherScale {
        name: Label::of(
            "de ladder van burgerinvloed (PUB-18, PUB-51)",
            "the ladder of citizen influence (PUB-18, PUB-51)",
        ),
        explanation: Label::of(
            "die gaat over de invloed van inwoners op beleid, niet over wat iemand doet",
            "it is about the influence of residents on policy, not about what someone does",
        ),
        words: &[
            "informeren",
            "raadplegen",
            "adviseren",
            "coproduceren",
            "meebeslissen",
            "7",
            "8",
            "manipulation",
            "therapy",
            "informing",
            "consultation",
            "placation",
            "partnership",
            "delegated power",
            "citizen control",
        ],
    },
    OtherScale {
        name: Label::of(
            "de trap van overheidsparticipatie (PUB-54)",
            "the steps of government participation (PUB-54)",
        ),
        explanation: Label::of(
            "die gaat over de rol van de overheid, niet over wat iemand doet",
            "it is about the role of government, not about what someone does",
        ),
        words: &["reguleren", "regisseren", "stimuleren", "faciliteren", "loslaten"],
    },
    OtherScale {
        name: Label::of(
            "de Meetstandaard met vijf niveaus (PUB-12)",
            "the Meetstandaard with five levels (PUB-12)",
        ),
        explanation: Label::of(
            "die voegt trede 3 en 4 samen en rekent in euro's",
            "it merges rungs 3 and 4 and counts in euros",
        ),
        words: &["participatie/onbetaald werk", "participatie / onbetaald werk"],
    },
];

/// The other spellings in use for each rung (PUB-04, PUB-83).
const SPELLINGS: [(Rung, &[&str]); 6] = [
    (Rung::Isolated, &["1", "trede 1", "geïsoleerd leven", "sociaal geïsoleerd", "geisoleerd"]),
    (
        Rung::SocialContacts,
        &["2", "trede 2", "informele sociale contacten", "buiten de deur", "socialcontactsoutside"],
    ),
    (
        Rung::OrganisedActivities,
        &["3", "trede 3", "deelname georganiseerde activiteiten", "organizedactivityparticipation"],
    ),
    (Rung::UnpaidWork, &["4", "trede 4", "volunteerwork"]),
    (Rung::SupportedPaidWork, &["5", "trede 5", "paidwithsupport"]),
    (Rung::PaidWork, &["6", "trede 6", "betaald werk zonder ondersteuning", "paid"]),
];

/// Reads rungs as they stand in a column: numbers 1 to 6, codes, or names in Dutch or English.
///
/// # Errors
/// `other-scale` for a value of another scale under the same name, with what that scale measures; `unknown-code`
/// for any other; every value that cannot be read is named with its row.
///
/// ```
/// use meedoen::ladder::{recognise, Rung};
/// assert_eq!(recognise(["4", "Betaald werk"])?, [Rung::UnpaidWork, Rung::PaidWork]);
/// assert_eq!(recognise(["zorgmijdend"]).unwrap_err().code(), "other-scale");
/// assert_eq!(recognise(["1 zorg en hulpverlening"]).unwrap_err().code(), "other-scale");
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// PUB-04, PUB-10, PUB-12, PUB-18, PUB-83
pub fn recognise<T: AsRef<str>>(values: impl IntoIterator<Item = T>) -> Result<Vec<Rung>, Error> {
    let problems = Problems::default();
    let mut rungs = Vec::new();
    for (index, value) in values.into_iter().enumerate() {
        match rung(value.as_ref()) {
            Ok(rung) => rungs.push(rung),
            Err(mistake) => problems.add(mistake, Place::row(index + 1)),
        }
    }
    problems.finish(Some(rungs))
}

fn rung(value: &str) -> Result<Rung, Mistake> {
    let word = lower(value.trim());
    let named = |rung: &&Rung| {
        let label = rung.label();
        word == rung.code() || word == label.nl || word == label.en
    };
    if let Some(rung) = Rung::ALL.iter().find(named) {
        return Ok(*rung);
    }
    if let Some((rung, _)) = SPELLINGS.iter().find(|(_, spellings)| spellings.contains(&word.as_str())) {
        return Ok(*rung);
    }
    // Another scale may be written with the number of the rung before its name.
    let name = word.trim_start_matches(|letter: char| {
        letter.is_ascii_digit() || matches!(letter, ' ' | '.' | ':' | '-')
    });
    let is_of = |scale: &&OtherScale| scale.words.contains(&word.as_str()) || scale.words.contains(&name);
    if let Some(other) = OTHER_SCALES.iter().find(is_of) {
        return Err(Mistake::OtherScale {
            value: value.to_owned(),
            scale: other.name.clone(),
            explanation: other.explanation.clone(),
        });
    }
    let expected = Rung::ALL.iter().map(|rung| rung.code().to_owned()).collect();
    Err(Mistake::UnknownCode { what: Rung::NAME, value: value.to_owned(), expected })
}

/// In small letters, as far as the names of the rungs have letters: the tables for every script would cost a web
/// page more than the whole ladder.
fn lower(word: &str) -> String {
    word.to_ascii_lowercase().replace('Ï', "ï")
}
