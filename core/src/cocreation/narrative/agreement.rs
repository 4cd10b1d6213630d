//! How far those who coded the stories agree, code by code.

use super::stories::CodedStories;
use crate::agreement::{Codings, Coefficient, Resampling, alpha};
use crate::cocreation::PartyKind;
use crate::{Label, Reason, Source, Vocabulary};
use serde::Serialize;

/// Fewer stories than this say little; no source gives a number, and this one is illustrative.
const FEW: usize = 20;

/// How far coders agree on stories. It names stories: it is for those who do the analysis.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StoryAgreement {
    /// The name of the stories.
    pub id: String,
    /// What people call them.
    pub title: Label,
    /// How many stories there are.
    pub stories: usize,
    /// How many of them somebody coded.
    pub coded: usize,
    /// How many two or more people coded.
    pub coded_by_several: usize,
    /// How many stories each coder coded.
    pub coders: Vec<StoryCoderCount>,
    /// Whether people of the source group coded along; `None` when nobody coded anything.
    pub with_source_group: Option<bool>,
    /// Each code, in the order of the code book.
    pub codes: Vec<CodeAgreement>,
    /// What stands behind it.
    pub reasons: Vec<Reason>,
    /// What to keep in mind.
    pub cautions: Vec<Label>,
    /// How the intervals came to be.
    pub resampling: Resampling,
    /// Where it comes from.
    pub source: Source,
}

/// How many stories one coder coded.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StoryCoderCount {
    /// The coder.
    pub id: String,
    /// What people call them.
    pub label: Label,
    /// The kind of party they are of.
    pub kind: PartyKind,
    /// How many stories they coded.
    pub coded: usize,
}

/// How far coders agree on one code.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CodeAgreement {
    /// The code.
    pub code: String,
    /// What people call it.
    pub label: Label,
    /// Krippendorff's alpha of whether a story has the code.
    pub alpha: Coefficient,
    /// The stories on which coders differ, to talk about: some gave it the code and some did not.
    pub to_discuss: Vec<String>,
}

/// How far those who coded the stories agree: of each code, whether they see it in the same stories.
///
/// ```
/// use meedoen::agreement::Resampling;
/// use meedoen::cocreation::{CodedStories, Coding, PartyKind, Story, StoryCode, StoryCoder, story_agreement};
/// use meedoen::Label;
/// let coder = |id: &'static str, kind| StoryCoder { id: id.into(), label: Label::new(id, id), kind };
/// let coding = |story: &str, coder: &str, codes: &[&str]| Coding {
///     story: story.into(),
///     coder: coder.into(),
///     codes: codes.iter().map(|&code| code.into()).collect(),
/// };
/// let stories = CodedStories::new(
///     "work",
///     Label::of("Verhalen over werk", "Stories about work"),
///     vec![StoryCode { id: "rest".into(), label: Label::of("rust", "rest"), meaning: None }],
///     vec![coder("ana", PartyKind::SourceGroup), coder("bo", PartyKind::Municipality)],
///     vec![Story { id: "1".into(), group: None }, Story { id: "2".into(), group: None }],
///     vec![coding("1", "ana", &["rest"]), coding("1", "bo", &["rest"]), coding("2", "ana", &["rest"]), coding("2", "bo", &[])],
/// )?;
/// let agreement = story_agreement(&stories, &Resampling::default());
/// assert_eq!(agreement.with_source_group, Some(true));
/// assert_eq!(agreement.codes[0].to_discuss, ["2"]);
/// # Ok::<(), meedoen::Error>(())
/// ```
///
/// # Source
/// COC-63, COC-105, COC-107
pub fn story_agreement(stories: &CodedStories, resampling: &Resampling) -> StoryAgreement {
    let given = stories.given();
    let by = |row: &Vec<Option<&[String]>>| row.iter().flatten().count();
    let coded = |place: usize| given.iter().filter(|row| row.get(place).copied().flatten().is_some()).count();
    let coders: Vec<StoryCoderCount> = stories
        .coders
        .iter()
        .enumerate()
        .map(|(place, coder)| StoryCoderCount {
            id: coder.id.clone(),
            label: coder.label.clone(),
            kind: coder.kind,
            coded: coded(place),
        })
        .collect();
    let mut who = coders.iter().filter(|coder| coder.coded > 0).map(|coder| coder.kind).peekable();
    let with_source_group = who.peek().is_some().then(|| who.any(|kind| kind == PartyKind::SourceGroup));
    let several = given.iter().filter(|row| by(row) > 1).count();
    StoryAgreement {
        id: stories.id.clone(),
        title: stories.title.clone(),
        stories: given.len(),
        coded: given.iter().filter(|row| by(row) > 0).count(),
        coded_by_several: several,
        codes: codes(stories, &given, resampling),
        reasons: vec![coded_by(with_source_group)],
        cautions: cautions(several),
        coders,
        with_source_group,
        resampling: *resampling,
        source: Source::facts(&["COC-63", "COC-105", "COC-107"]),
    }
}

fn codes(
    stories: &CodedStories,
    given: &[Vec<Option<&[String]>>],
    resampling: &Resampling,
) -> Vec<CodeAgreement> {
    let of = |code: &super::StoryCode| {
        let has = |codes: &&[String]| usize::from(codes.contains(&code.id));
        let unit = |row: &Vec<Option<&[String]>>| row.iter().map(|codes| codes.as_ref().map(has)).collect();
        let coders = stories.coders.iter().map(|coder| coder.id.clone()).collect();
        let codings = Codings::yes_or_no(coders, given.iter().map(unit).collect());
        let differ = |row: &Vec<Option<&[String]>>| {
            let mut found = row.iter().flatten().map(|codes| codes.contains(&code.id));
            found.next().is_some_and(|first| found.any(|other| other != first))
        };
        let to_discuss = stories.stories.iter().zip(given).filter(|(_, row)| differ(row));
        let to_discuss = to_discuss.map(|(story, _)| story.id.clone()).collect();
        let alpha = alpha(&codings, resampling);
        CodeAgreement { code: code.id.clone(), label: code.label.clone(), alpha, to_discuss }
    };
    stories.code_book.iter().map(of).collect()
}

fn coded_by(with_source_group: Option<bool>) -> Reason {
    let (code, text) = match with_source_group {
        Some(true) => (
            "coded-with-source-group",
            Label::of("mensen van de brongroep codeerden mee", "people of the source group coded along"),
        ),
        Some(false) => (
            "coded-without-source-group",
            Label::of(
                "er codeerde niemand van de brongroep mee; de bron doet de analyse bij voorkeur samen met hen",
                "nobody of the source group coded along; the source prefers the analysis to be done with them",
            ),
        ),
        None => ("nothing-coded", Label::of("er is nog niets gecodeerd", "nothing has been coded yet")),
    };
    let given = match with_source_group {
        Some(value) => vec![crate::Given::new("with_source_group", PartyKind::SourceGroup.label(), value)],
        None => Vec::new(),
    };
    Reason::new(code, text, given, Source::facts(&["COC-105", "COC-107"]))
}

fn cautions(several: usize) -> Vec<Label> {
    let mut cautions = vec![Label::of(
        "Een verhaal waarover de codeurs verschillen is geen fout van iemand: bespreek wat ieder erin hoorde.",
        "A story on which the coders differ is nobody's mistake: talk about what each heard in it.",
    )];
    if several < FEW {
        cautions.push(Label::said(
            format_args!("Verhalen die door twee of meer mensen zijn gecodeerd: {several}. Dat is te weinig om veel op te bouwen."),
            format_args!("Stories that two or more people coded: {several}. That is too few to build much on."),
        ));
    }
    cautions
}
