//! What a fact says: one sentence in each language, with its publication.

use super::{Area, Established};
use crate::error::{Mistake, Place, Problem};
use crate::{Error, Label, Vocabulary};
use serde::Serialize;

/// A fact: a sentence that rules, words and numbers rest on.
///
/// The sentence is in our own words and says no more than its publication does; it holds for the place and the time
/// that the publication is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fact {
    /// The stable id, such as `COC-36`.
    pub id: &'static str,
    /// What it is about.
    pub area: Area,
    /// What it says.
    pub text: Label,
    /// The publication it was read in.
    pub publication: &'static str,
    /// How well it is established.
    pub established: Established,
    /// How well it is established, in words.
    pub note: Label,
}

/// The fact with this id. Capitals, spaces around it and leading zeros do not matter.
///
/// ```
/// let fact = meedoen::sources::fact("COC-36")?;
/// assert!(fact.text.en.contains("agree"));
/// assert!(fact.publication.starts_with("Hijmans"));
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Errors
/// `unknown-code` when there is no such fact; the message gives the ids of its area, or of all areas.
pub fn fact(id: &str) -> Result<Fact, Error> {
    find(id).map_err(Error::from)
}

/// The facts with these ids, in the order of the ids.
///
/// ```
/// let facts = meedoen::sources::facts(&["IBM-45", "IBM-46"])?;
/// assert_eq!(facts.len(), 2);
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Errors
/// `unknown-code` for each id that is no fact, at its place in the list.
pub fn facts(ids: &[impl AsRef<str>]) -> Result<Vec<Fact>, Error> {
    let (mut facts, mut problems) = (Vec::new(), Vec::new());
    for (index, id) in ids.iter().enumerate() {
        match find(id.as_ref()) {
            Ok(fact) => facts.push(fact),
            Err(mistake) => problems.push(Problem::new(mistake, Place::default().element(index + 1))),
        }
    }
    Error::of(problems).map_or(Ok(facts), Err)
}

/// The facts of an area, in the order of its page.
pub(super) fn of_area(area: Area) -> impl Iterator<Item = Fact> {
    let mut publication = "";
    area.page().lines().filter_map(move |line| {
        if let Some(heading) = line.strip_prefix("## ") {
            publication = heading;
            return None;
        }
        row(area, publication, line)
    })
}

/// A row of a page: the id, the sentence in Dutch and in English and, where it differs by fact, how it is established.
fn row(area: Area, publication: &'static str, line: &'static str) -> Option<Fact> {
    let mut cells = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ");
    let (id, nl, en) = (cells.next()?, cells.next()?, cells.next()?);
    number(id)?;
    let established = cells.next().map_or(Ok(Established::SourceDocument), Established::from_code).ok()?;
    Some(Fact { id, area, text: Label::of(nl, en), publication, established, note: established.label() })
}

/// The number in an id; `None` where it is no id.
fn number(id: &str) -> Option<u16> {
    let (_, number) = id.split_once('-')?;
    number.parse().ok().filter(|_| number.bytes().all(|digit| digit.is_ascii_digit()))
}

/// The fact with this id, or what was expected.
pub(crate) fn find(id: &str) -> Result<Fact, Mistake> {
    let given = id.trim();
    let of_id = |area: &&Area| {
        given.split_once('-').is_some_and(|(letters, _)| letters.eq_ignore_ascii_case(area.code()))
    };
    let area = Area::ALL.iter().find(of_id).copied();
    let found = area.and_then(|area| {
        let wanted = number(given)?;
        of_area(area).find(|fact| number(fact.id) == Some(wanted))
    });
    found.ok_or_else(|| {
        let all = Area::ALL.iter().copied().filter(|&one| area.is_none_or(|area| area == one));
        Mistake::UnknownCode {
            what: Label::of("een feit", "fact"),
            value: id.to_owned(),
            expected: all.flat_map(ranges).collect(),
        }
    })
}

/// The ids of an area, those that follow each other as a range: `COC-01…124`.
fn ranges(area: Area) -> Vec<String> {
    let mut ranges: Vec<(&str, &str)> = Vec::new();
    for fact in of_area(area) {
        match ranges.last_mut() {
            Some((_, last)) if number(last).map(|last| last + 1) == number(fact.id) => *last = fact.id,
            _ => ranges.push((fact.id, fact.id)),
        }
    }
    let shown = |(first, last): (&str, &str)| match last.split_once('-') {
        Some((_, number)) if first != last => format!("{first}…{number}"),
        _ => first.to_owned(),
    };
    ranges.into_iter().map(shown).collect()
}
