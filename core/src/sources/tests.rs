//! What must hold of every page of facts.

use super::fact::of_area;
use super::{Area, Established, Fact, Source, fact, facts};
use crate::Vocabulary;
use crate::work::Work;

fn all() -> Vec<Fact> {
    Area::ALL.iter().copied().flat_map(of_area).collect()
}

#[test]
fn every_row_of_every_page_is_a_fact() {
    for area in Area::ALL {
        let letters = format!("| {}-", area.code().to_uppercase());
        let rows = area.page().lines().filter(|line| line.starts_with(&letters)).count();
        assert_eq!(rows, of_area(*area).count(), "{area}");
        let tables = area.page().lines().filter(|line| line.starts_with('|'));
        let other = tables.filter(|line| !line.starts_with(&letters));
        assert!(other.clone().all(|line| line.starts_with("| id |") || line.starts_with("|---")), "{area}");
    }
}

#[test]
fn the_source_documents_have_656_facts_without_gaps() {
    let counts = [
        (Area::Ibm, 69),
        (Area::Lad, 36),
        (Area::Coc, 124),
        (Area::Teg, 215),
        (Area::Buu, 78),
        (Area::Bud, 40),
        (Area::Abc, 38),
        (Area::Bkr, 35),
        (Area::Gen, 21),
    ];
    assert_eq!(counts.iter().map(|(_, count)| count).sum::<usize>(), 656);
    for (area, count) in counts {
        let ids: Vec<&str> = of_area(area).map(|fact| fact.id).collect();
        let expected = (1..=count).map(|number| format!("{}-{number:02}", area.code().to_uppercase()));
        assert_eq!(ids, expected.collect::<Vec<_>>());
    }
    assert_eq!(of_area(Area::Pub).count(), 70);
}

#[test]
fn every_fact_is_one_sentence_in_two_languages() {
    for fact in all() {
        for text in [&fact.text.nl, &fact.text.en] {
            assert!(text.trim() == text.as_ref() && !text.contains("  "), "{}: {text}", fact.id);
            assert!(text.ends_with('.') || text.ends_with('?'), "{}: {text}", fact.id);
            let first = text.chars().next();
            assert!(first.is_some_and(|letter| letter.is_uppercase() || letter.is_ascii_digit()), "{text}");
        }
        assert_ne!(fact.text.nl, fact.text.en, "{}", fact.id);
    }
}

/// A decimal point is a comma in Dutch and thousands are a point, so only the digits are compared.
#[test]
fn both_languages_have_the_same_figures() {
    let figures = |text: &str| -> Vec<String> {
        let words = text.split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ','));
        let digits = words.map(|word| word.chars().filter(char::is_ascii_digit).collect::<String>());
        let mut digits: Vec<String> = digits.filter(|digits| !digits.is_empty()).collect();
        digits.sort_unstable();
        digits
    };
    for fact in all() {
        assert_eq!(figures(&fact.text.nl), figures(&fact.text.en), "{}", fact.id);
    }
}

#[test]
fn the_publication_of_a_page_is_the_one_that_answers_cite() {
    for fact in all() {
        let cited = Work::of_fact(fact.id).map(Work::citation);
        if fact.area == Area::Pub {
            assert!(cited.is_none_or(|cited| cited == fact.publication), "{}", fact.id);
        } else {
            assert_eq!(cited, Some(fact.publication), "{}", fact.id);
        }
        assert!(!fact.publication.is_empty(), "{}", fact.id);
    }
}

#[test]
fn every_fact_that_a_fact_names_exists() {
    for of in all() {
        let words = of.text.en.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
        for id in words.filter(|word| Area::ALL.iter().any(|area| named(word, *area))) {
            assert!(fact(id).is_ok(), "{}: {id}", of.id);
        }
    }
}

fn named(word: &str, area: Area) -> bool {
    word.split_once('-').is_some_and(|(letters, _)| letters == area.code().to_uppercase())
}

#[test]
fn a_fact_is_found_however_its_id_is_written() {
    for id in ["IBM-05", "ibm-05", " IBM-5 ", "IBM-005"] {
        assert_eq!(fact(id).map(|fact| fact.id), Ok("IBM-05"), "{id}");
    }
}

#[test]
fn a_guard_of_co_design_reads_as_its_source_says() {
    let guard = fact("COC-36");
    assert!(guard.as_ref().is_ok_and(|guard| guard.text.nl.contains("overeenstemming")), "{guard:?}");
    let established = guard.map(|guard| guard.established);
    assert_eq!(established, Ok(Established::SourceDocument));
}

#[test]
fn how_well_public_knowledge_is_established_is_said() {
    for (id, established) in [
        ("PUB-17", Established::Background),
        ("PUB-27", Established::NotFound),
        ("PUB-34", Established::Secondary),
        ("PUB-64", Established::LegalText),
        ("PUB-11", Established::Verified),
        ("PUB-72", Established::Partly),
    ] {
        assert_eq!(
            fact(id).map(|fact| (fact.established, fact.note)),
            Ok((established, established.label()))
        );
    }
}

#[test]
fn an_unknown_id_is_refused_with_the_ids_there_are() {
    for (id, expected) in [
        ("COC-125", "expected one of COC-01…124"),
        ("PUB-08", "expected one of PUB-01…07, PUB-10…18, PUB-20…27, PUB-30…34"),
        ("XYZ-01", "expected one of IBM-01…69, LAD-01…36, COC-01…124"),
        ("COC36", "expected one of IBM-01…69"),
        ("COC-+36", "expected one of COC-01…124"),
        ("", "`` is not a known fact"),
    ] {
        let error = fact(id).err();
        let message = error.map(|error| (error.code(), error.message().en.into_owned()));
        assert!(
            message.as_ref().is_some_and(|(code, text)| *code == "unknown-code" && text.contains(expected)),
            "{id}: {message:?}"
        );
    }
}

#[test]
fn every_unknown_id_of_a_list_is_named_at_its_place() {
    let error = facts(&["IBM-45", "IBM-70", "LAD-03", "nothing"]).err();
    let fields: Vec<Option<String>> = error
        .iter()
        .flat_map(crate::Error::problems)
        .map(|problem| problem.place().field().map(str::to_owned))
        .collect();
    assert_eq!(fields, [Some("[2]".to_owned()), Some("[4]".to_owned())]);
}

#[test]
fn a_source_is_explained_in_its_own_order() {
    let explained = Source::facts(&["LAD-03", "IBM-45"]).explained();
    assert_eq!(explained.iter().map(|fact| fact.id).collect::<Vec<_>>(), ["LAD-03", "IBM-45"]);
}
