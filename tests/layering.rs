//! The layers of the library: arrows point down, no domain knows another, and every fact cited is explained.
#![forbid(unsafe_code)]

mod layering {
    mod code;
    mod rules;

    pub(crate) use code::{bare, literals, paths};
    pub(crate) use rules::violations;
}

use layering::{bare, literals, violations};
use meedoen::Vocabulary;
use meedoen::sources::{Area, fact};
use meedoen_tests::{Problem, SourceFile, facts, read, sources, vector_files};
use std::collections::BTreeSet;

const CORE: &str = "../core/src";

fn none(problems: &[Problem]) -> Result<(), Problem> {
    if problems.is_empty() { Ok(()) } else { Err(format!("\n{}", problems.join("\n"))) }
}

#[test]
fn no_module_uses_one_it_may_not_know() -> Result<(), Problem> {
    let files = sources(CORE)?;
    assert!(files.len() > 50, "only {} files were read", files.len());
    none(&violations(&files))
}

fn made_up(name: &str, text: &str) -> Vec<Problem> {
    let root = "pub mod ladder;\npub mod behaviour;\nmod label;\npub use label::{Label, Language};\n";
    let root = SourceFile { name: "lib.rs".to_owned(), text: root.to_owned() };
    violations(&[root, SourceFile { name: name.to_owned(), text: text.to_owned() }])
}

#[test]
fn a_violation_is_seen_however_it_is_written() {
    for (name, text) in [
        ("ladder/mod.rs", "use crate::behaviour::Role;"),
        ("ladder/mod.rs", "use crate::{Label, behaviour};"),
        ("ladder/mod.rs", "use crate::{\n    Label,\n    // a remark\n    behaviour::{self, Role},\n};"),
        ("ladder/mod.rs", "fn f() -> crate::behaviour::Role { todo!() }"),
        ("ladder/mod.rs", "use super::behaviour;"),
        ("ladder/rung.rs", "pub(super) use super::super::behaviour::Role;"),
        ("ladder/rung.rs", "use super::super::{Label, behaviour as b};"),
        ("ladder/rung.rs", "mod tests { fn f() { super::super::super::behaviour::levers(); } }"),
        ("decide/mod.rs", "use crate::ladder::Rung;"),
        ("decide/mod.rs", "use crate::measure::Instrument;"),
        ("label.rs", "use crate::decide::Facts;"),
        ("document/reader.rs", "use crate::ladder;"),
        ("behaviour/mod.rs", "use crate::operation;"),
        ("ladder/mod.rs", "crate::event_kinds! {}\nuse crate::nowhere::Thing;"),
        ("novel/mod.rs", ""),
        ("novel.rs", "use crate::Label;"),
    ] {
        assert_eq!(made_up(name, text).len(), 1, "{name}: {text}: {:?}", made_up(name, text));
    }
}

#[test]
fn what_is_allowed_is_not_refused() {
    for (name, text) in [
        ("ladder/rung.rs", "use crate::{Label, decide::Facts};\nuse super::flow;\nuse crate::ladder::Rung;"),
        ("ladder/rung.rs", "mod tests { use super::behaviour; }"),
        (
            "ladder/rung.rs",
            "/// See `crate::behaviour`.\n// use crate::behaviour;\nconst A: &str = \"crate::behaviour\";",
        ),
        (
            "ladder/rung.rs",
            "const B: &str = r#\"use crate::behaviour \" crate::operation\"#; const C: char = '\"';",
        ),
        (
            "ladder/mod.rs",
            "crate::vocabulary! { pub enum A: \"a\", \"b\", [] { B = \"b\": \"b\", \"b\", [], } }",
        ),
        ("operation/mod.rs", "use crate::{behaviour, ladder, measure};"),
        ("label.rs", "use crate::error::Error;"),
        ("events/event.rs", "macro_rules! x { () => { $crate::events::Field } }"),
    ] {
        assert_eq!(made_up(name, text), Vec::<Problem>::new(), "{name}: {text}");
    }
}

#[test]
fn every_fact_that_is_cited_exists() -> Result<(), Problem> {
    let areas: Vec<String> = Area::ALL.iter().map(|area| area.code().to_uppercase()).collect();
    let mut missing = BTreeSet::new();
    let mut cited = BTreeSet::new();
    for file in sources(CORE)?.into_iter().filter(|file| !file.name.ends_with("tests.rs")) {
        let said: BTreeSet<String> = literals(&file.text).iter().flat_map(|text| facts(text)).collect();
        // A comment may also name a standard, such as ISO-8601.
        let remarked = facts(&file.text);
        let remarked =
            remarked.into_iter().filter(|id| areas.iter().any(|area| id.starts_with(area.as_str())));
        for id in said.into_iter().chain(remarked) {
            if fact(&id).is_err() {
                missing.insert(format!("{}: there is no fact {id}", file.name));
            }
            cited.insert(id);
        }
    }
    assert!(cited.len() > 100, "only {} facts were found", cited.len());
    none(&missing.into_iter().collect::<Vec<_>>())
}

#[test]
fn facts_are_found_in_literals_only() {
    let text = "// IBM-01\nconst A: &[&str] = &[\"IBM-45\", \"a (PUB-10…18, LAD-3)\"]; const B: &str = r\"COC-124\";";
    let found: BTreeSet<String> = literals(text).iter().flat_map(|text| facts(text)).collect();
    assert_eq!(found, BTreeSet::from(["COC-124", "IBM-45", "LAD-3", "PUB-10", "PUB-18"].map(str::to_owned)));
    assert!(!bare(text).contains("IBM"));
}

/// An article as rules cite it, such as `9.1.c`, in the words of its reference.
fn article(literal: &str) -> Option<String> {
    let mut parts = literal.split('.');
    let number = parts.next().filter(|number| number.starts_with(|first: char| first.is_ascii_digit()))?;
    let (paragraph, letter) = (parts.next()?, parts.next());
    let plain = |part: &str| {
        !part.is_empty() && part.len() < 4 && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let letter = letter.map(|letter| format!(" onder {letter}")).unwrap_or_default();
    [number, paragraph].into_iter().all(plain).then(|| format!("art. {number} lid {paragraph}{letter},"))
}

#[test]
fn every_fact_and_article_of_the_tegenprestatie_is_in_the_answer_to_a_case_worked_by_hand()
-> Result<(), Problem> {
    let articles = all_are_in_a_case("tegenprestatie")?;
    assert!(articles > 40, "only {articles} articles were found");
    Ok(())
}

#[test]
fn every_fact_of_the_neighbourhood_is_in_the_answer_to_a_case_worked_by_hand() -> Result<(), Problem> {
    all_are_in_a_case("neighbourhood").map(drop)
}

/// Whether every fact and article that a domain cites is in the answer to one of its published cases; how many articles.
fn all_are_in_a_case(domain: &str) -> Result<usize, Problem> {
    let (prefix, mut answers) = (format!("{domain}."), String::new());
    for file in vector_files("published")? {
        let cases: serde_json::Value =
            serde_json::from_str(&read(&format!("vectors/{file}"))?).map_err(|error| error.to_string())?;
        for group in cases.get("groups").and_then(serde_json::Value::as_array).into_iter().flatten() {
            let name = group["operation"].as_str().unwrap_or_default();
            let own = group["cases"].as_array().filter(|_| name.starts_with(&prefix));
            for case in own.into_iter().flatten().filter(|case| case["error"].is_null()) {
                let answer = meedoen::operation::call(name, &case["request"].to_string());
                answers.push_str(&answer.map_err(|error| format!("{name}: {error}"))?);
            }
        }
    }
    let (mut missing, mut articles) = (Vec::new(), 0);
    for file in sources(&format!("{CORE}/{domain}"))? {
        for literal in literals(&file.text) {
            missing
                .extend(facts(literal).into_iter().filter(|fact| !answers.contains(&format!("\"{fact}\""))));
            let cited = article(literal.trim_matches('"'));
            articles += usize::from(cited.is_some());
            missing.extend(cited.filter(|article| !answers.contains(article)));
        }
    }
    none(&missing).map(|()| articles)
}
