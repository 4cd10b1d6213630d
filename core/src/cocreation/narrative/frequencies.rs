//! How often each code is in the stories, by group, fit to be published.

use super::stories::{CodedStories, StoryCounting};
use crate::disclosure::{Answered, Protection, ShownAnswers, divided};
use crate::document::Problems;
use crate::error::{Error, Mistake, Place};
use crate::ordered::Ordered;
use crate::{Label, Provenance, ProvenanceKind, Reason, Source, Vocabulary};
use serde::Serialize;

/// How often each code is in the stories. A number that is `None` is withheld.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StoryFrequencies {
    /// The name of the stories.
    pub id: String,
    /// What people call them.
    pub title: Label,
    /// When a story counts as one with a code, if those who coded it differ.
    pub counting: StoryCounting,
    /// The same in words.
    pub counting_label: Label,
    /// Where that choice comes from.
    pub provenance: Provenance,
    /// Each code, in the order of the code book.
    pub codes: Vec<CodeFrequency>,
    /// What the numbers say, and what they do not.
    pub reasons: Vec<Reason>,
    /// Below which count numbers are withheld.
    pub protection: Protection,
    /// Where it comes from.
    pub source: Source,
}

/// How often one code is in the stories.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CodeFrequency {
    /// The code.
    pub code: String,
    /// What people call it.
    pub label: Label,
    /// In all stories together.
    pub all: GroupFrequency,
    /// In the stories of each group, by name, last those of whom no group is known; none when there is no division.
    pub groups: Vec<GroupFrequency>,
}

/// How often one code is in the stories of one group.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GroupFrequency {
    /// The group; `None` for all together, and for those of whom it is not known.
    pub group: Option<String>,
    /// How many stories.
    pub stories: Option<u64>,
    /// How many of them somebody coded.
    pub coded: Option<u64>,
    /// How many nobody coded; whether these have the code is not known.
    pub uncoded: Option<u64>,
    /// How many have the code.
    pub with_code: Option<u64>,
    /// How many do not.
    pub without_code: Option<u64>,
    /// Which part of the coded stories has the code, 0 to 1; `None` too when none is coded.
    pub share: Option<f64>,
}

/// How often each code is in the stories, by group; counts below `smallest` are withheld, and so many others that none
/// can be computed back.
///
/// # Errors
/// `outside-range` for a smallest count of 0.
///
/// # Source
/// COC-63, COC-105, COC-107; the protection is our choice, see [`crate::disclosure`].
pub fn story_frequencies(
    stories: &CodedStories,
    counting: StoryCounting,
    smallest: u32,
) -> Result<StoryFrequencies, Error> {
    if smallest == 0 {
        let problems = Problems::default();
        let (value, min, max) = ("0".to_owned(), 1.0, f64::from(u32::MAX));
        problems.add(Mistake::OutsideRange { value, min, max }, Place::default().at("smallest"));
        return problems.finish(None);
    }
    // Those without a group come last; when nobody has one there is no division.
    let order = |group: &Option<String>| (group.is_none(), group.clone());
    let mut names =
        stories.stories.iter().map(|story| order(&story.group)).collect::<Ordered<_>>().into_vec();
    if names.iter().all(|(without, _)| *without) {
        names.clear();
    }
    let given = stories.given();
    let tally = |code: &super::StoryCode| {
        let mut tallies = vec![Answered::default(); names.len() + 1];
        for (story, row) in stories.stories.iter().zip(&given) {
            let gave = row.iter().flatten().filter(|codes| codes.contains(&code.id)).count();
            let counts = counting.counts(gave, row.iter().flatten().count());
            let group = names.binary_search(&order(&story.group)).ok().map(|place| place + 1);
            for place in [Some(0), group].into_iter().flatten() {
                if let Some(tally) = tallies.get_mut(place) {
                    tally.people += 1;
                    tally.known += u64::from(counts.is_some());
                    tally.yes += u64::from(counts == Some(true));
                }
            }
        }
        tallies
    };
    let tallies: Vec<Vec<Answered>> = stories.code_book.iter().map(tally).collect();
    let (shown, withheld) = divided(&tallies, smallest);
    let code = |(code, shown): (&super::StoryCode, Vec<ShownAnswers>)| {
        let group = |name: Option<&(bool, Option<String>)>, shown| {
            frequency(name.and_then(|(_, name)| name.clone()), shown)
        };
        let mut shown = shown.into_iter();
        CodeFrequency {
            code: code.id.clone(),
            label: code.label.clone(),
            all: frequency(None, shown.next().unwrap_or_default()),
            groups: names.iter().zip(shown).map(|(name, shown)| group(Some(name), shown)).collect(),
        }
    };
    Ok(StoryFrequencies {
        id: stories.id.clone(),
        title: stories.title.clone(),
        counting,
        counting_label: counting.label(),
        provenance: Provenance {
            kind: ProvenanceKind::Illustrative,
            note: Label::of(
                "een instelling: de bronnen zeggen niet wanneer een code telt als codeurs verschillen",
                "a setting: the sources do not say when a code counts if coders differ",
            ),
        },
        codes: stories.code_book.iter().zip(shown).map(code).collect(),
        reasons: reasons(),
        protection: Protection::new(smallest, withheld),
        source: Source::facts(&["COC-63", "COC-105", "COC-107"]),
    })
}

fn frequency(group: Option<String>, shown: ShownAnswers) -> GroupFrequency {
    #[expect(clippy::cast_precision_loss, reason = "far fewer stories than a number can count")]
    let share = |(yes, known): (u64, u64)| (known > 0).then(|| yes as f64 / known as f64);
    GroupFrequency {
        group,
        stories: shown.people,
        coded: shown.known,
        uncoded: shown.unknown,
        with_code: shown.yes,
        without_code: shown.no,
        share: shown.yes.zip(shown.known).and_then(share),
    }
}

fn reasons() -> Vec<Reason> {
    vec![
        Reason::new(
            "counts-stories",
            Label::of(
                "geteld zijn verhalen waarin codeurs iets hoorden; wat niet is gezegd kan er wel zijn",
                "counted are stories in which coders heard something; what was not said may still be there",
            ),
            Vec::new(),
            Source::facts(&["COC-105", "COC-107"]),
        ),
        Reason::new(
            "uncoded-is-unknown",
            Label::of(
                "verhalen die niemand codeerde tellen apart: onbekend is geen nee",
                "stories that nobody coded are counted apart: unknown is not no",
            ),
            Vec::new(),
            Source::facts(&["COC-107"]),
        ),
    ]
}
