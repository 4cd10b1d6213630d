//! Every vocabulary of the library: one test for what they have in common.
#![forbid(unsafe_code)]

use meedoen::{
    Error, Vocabulary, agreement, behaviour, cocreation, conformance, decide, estimate, events, ladder,
    measure, multistate, neighbourhood, response, sources, tegenprestatie,
};
use meedoen_tests::{Problem, read, sources};
use std::collections::BTreeSet;
use std::fmt::{Debug, Display};
use std::str::FromStr;

/// A vocabulary as its users see it.
trait Word: Vocabulary + Debug + Display + FromStr<Err = Error> + serde::Serialize {}
impl<V: Vocabulary + Debug + Display + FromStr<Err = Error> + serde::Serialize> Word for V {}

/// The name of a vocabulary with what is wrong with it.
type Checked = (&'static str, Vec<Problem>);

macro_rules! vocabularies {
    ($($($segment:ident)::+),+ $(,)?) => {
        /// Every vocabulary, by the last part of its path.
        fn checked(glossary: &str) -> Vec<Checked> {
            vec![$( (last(stringify!($($segment)::+)), check::<$($segment)::+>(glossary)) ),+]
        }
    };
}

vocabularies![
    agreement::Level,
    agreement::CoefficientKind,
    meedoen::Language,
    meedoen::Perspective,
    meedoen::ProvenanceKind,
    sources::Area,
    sources::Established,
    decide::Truth,
    events::Precision,
    estimate::Baseline,
    estimate::IntervalKind,
    estimate::Likelihood,
    estimate::LinearErrors,
    estimate::MissingRows,
    estimate::Operator,
    estimate::ParameterKind,
    estimate::Scaling,
    estimate::StructuralErrors,
    measure::Missing,
    measure::Output,
    measure::Polarity,
    measure::ReliableChange,
    behaviour::CoreBehaviour,
    behaviour::Determinant,
    behaviour::Domain,
    behaviour::Extent,
    behaviour::Facet,
    behaviour::ForceField,
    behaviour::Intervention,
    behaviour::MeasuredAs,
    behaviour::Role,
    behaviour::SanctionWarning,
    behaviour::Standing,
    ladder::Change,
    ladder::InformalCare,
    ladder::Rung,
    ladder::over_time::Moves,
    multistate::answer::QuestionKind,
    multistate::IntervalOf,
    multistate::answer::IntervalMethod,
    multistate::discrete::Dependence,
    multistate::discrete::GridRule,
    multistate::discrete::ShareMethod,
    multistate::FindingKind,
    multistate::End,
    multistate::SightKind,
    multistate::StartKind,
    multistate::goodness::Verdict,
    multistate::QuantityKind,
    multistate::HeldKind,
    multistate::SameDay,
    multistate::Unsorted,
    multistate::Incomplete,
    multistate::TimeUnit,
    multistate::simulate::PowerMethod,
    multistate::Scheme,
    multistate::Clock,
    conformance::DeviationKind,
    response::Link,
    cocreation::CoSteering,
    cocreation::AdviceForce,
    cocreation::PolicyStep,
    cocreation::Movement,
    cocreation::Emphasis,
    cocreation::StoryCounting,
    cocreation::PromiseState,
    cocreation::ArnsteinRung,
    cocreation::ArnsteinGroup,
    cocreation::InfluenceLevel,
    cocreation::GovernmentStep,
    cocreation::GovernmentRole,
    cocreation::Manner,
    cocreation::VoiceMeasure,
    cocreation::StepKind,
    cocreation::Verb,
    cocreation::Momentum,
    cocreation::SetBackKind,
    cocreation::Ending,
    cocreation::EvaluationSubject,
    cocreation::FindingCode,
    cocreation::ListeningMethod,
    cocreation::PartyKind,
    cocreation::Phase,
    cocreation::RemarkCode,
    cocreation::SupportLevel,
    cocreation::Task,
    neighbourhood::Actor,
    neighbourhood::Breakthrough,
    neighbourhood::BudgetkringRelation,
    neighbourhood::Employment,
    neighbourhood::Ingredient,
    neighbourhood::InitiativeHolder,
    neighbourhood::LabourMarketDimension,
    neighbourhood::LeaderRole,
    neighbourhood::LevelOfSupport,
    neighbourhood::NextStep,
    neighbourhood::RecruitmentStage,
    neighbourhood::Sphere,
    neighbourhood::Wall,
    cocreation::LabPart,
    neighbourhood::network::NetworkTheme,
    neighbourhood::network::HardlyNetworkGroup,
    tegenprestatie::ActivityStatus,
    tegenprestatie::Audience,
    tegenprestatie::Benefit,
    tegenprestatie::CallUp,
    tegenprestatie::District,
    tegenprestatie::Duty,
    tegenprestatie::DutyStatus,
    tegenprestatie::Footing,
    tegenprestatie::Form,
    tegenprestatie::LanguageStatus,
    tegenprestatie::LocalGround,
    tegenprestatie::Norbs,
    tegenprestatie::PartOfWeek,
    tegenprestatie::PlaceFit,
    tegenprestatie::Regime,
    tegenprestatie::SelfSteeringCondition,
    tegenprestatie::Topic,
];

fn last(path: &'static str) -> &'static str {
    path.rsplit(':').next().unwrap_or(path).trim()
}

/// The page that explains words.
fn glossary() -> Result<String, Problem> {
    Ok(read("../GLOSSARY.md")?.to_lowercase())
}

fn check<V: Word>(glossary: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut must = |holds: bool, what: String| {
        if !holds {
            problems.push(what);
        }
    };
    must(!V::NAME.nl.trim().is_empty() && !V::NAME.en.trim().is_empty(), "it has no name".to_owned());
    must(
        V::ALL.windows(2).all(|pair| pair.first() < pair.last()),
        "its order is not that of the list".to_owned(),
    );
    let codes: BTreeSet<&str> = V::ALL.iter().map(|word| word.code()).collect();
    must(codes.len() == V::ALL.len(), "two members have one code".to_owned());
    for (index, &word) in V::ALL.iter().enumerate() {
        let (code, label) = (word.code(), word.label());
        let kebab = code.split('-').all(|part| {
            !part.is_empty()
                && part.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
        });
        // Relations have the signs in which analysts write them.
        let sign = code.chars().all(|letter| matches!(letter, '~' | '=' | '1'));
        must(kebab || sign, format!("`{code}` is not kebab-case"));
        must(
            word.to_string() == code && code.parse() == Ok(word),
            format!("`{code}` does not round-trip as text"),
        );
        let document = serde_json::to_value(word).ok();
        must(document == Some(code.into()), format!("`{code}` is written as {document:?}"));
        let before = index.checked_sub(1).and_then(|index| V::ALL.get(index));
        must(word.pred().as_ref() == before, format!("before `{code}` stands {:?}", word.pred()));
        must(
            word.succ().as_ref() == V::ALL.get(index + 1),
            format!("after `{code}` stands {:?}", word.succ()),
        );
        for text in [&label.nl, &label.en] {
            must(
                !text.is_empty() && text.trim() == text.as_ref(),
                format!("`{code}` has the label `{text}`"),
            );
        }
        for fact in word.source().fact_ids() {
            must(sources::fact(fact).is_ok(), format!("`{code}`: there is no fact {fact}"));
        }
        let named = [format!("`{code}`"), label.nl.to_lowercase(), label.en.to_lowercase()];
        let explained = named.iter().any(|name| glossary.contains(name.as_str()));
        must(explained, format!("`{code}` ({} / {}) is not in GLOSSARY.md", label.nl, label.en));
    }
    match "no such word".parse::<V>() {
        Ok(word) => must(false, format!("`no such word` was read as {word}")),
        Err(error) => {
            let message = error.message();
            let list = codes.iter().all(|code| message.nl.contains(code) && message.en.contains(code));
            must(
                error.code() == "unknown-code" && list,
                format!("an unknown word is refused with `{error}`"),
            );
        }
    }
    problems
}

#[test]
fn every_vocabulary_is_sound() -> Result<(), Problem> {
    let named = checked(&glossary()?).into_iter();
    let problems: Vec<Problem> = named
        .flat_map(|(name, problems)| problems.into_iter().map(move |one| format!("{name}: {one}")))
        .collect();
    if problems.is_empty() { Ok(()) } else { Err(format!("\n{}", problems.join("\n"))) }
}

#[test]
fn no_vocabulary_is_left_out() -> Result<(), Problem> {
    let mut defined = BTreeSet::new();
    for file in sources("../core/src")? {
        for part in file.text.split("crate::vocabulary! {").skip(1) {
            let name = part.split("pub enum ").nth(1).and_then(|rest| rest.split(':').next());
            defined.extend(name.map(str::to_owned));
        }
    }
    let known: BTreeSet<String> =
        checked(&glossary()?).into_iter().map(|(name, _)| name.to_owned()).collect();
    if defined == known { Ok(()) } else { Err(format!("\ndefined {defined:?}\nchecked {known:?}")) }
}
