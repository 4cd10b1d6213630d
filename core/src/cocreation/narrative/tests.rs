use super::{CodedStories, StoryCounting, story_agreement, story_frequencies};
use crate::agreement::Resampling;
use crate::document::{Document, parse};
use serde_json::{Value, json};

/// Stories with their group, and codings as story, coder and codes.
fn stories(groups: &[Option<&str>], codings: &[(usize, &str, &str)]) -> CodedStories {
    let code = |id: &str| json!({"id": id, "label": {"nl": id, "en": id}});
    let coder = |(id, kind): &(&str, &str)| json!({"id": id, "label": {"nl": id, "en": id}, "kind": kind});
    let story =
        |(place, group): (usize, Option<&str>)| json!({"id": (place + 1).to_string(), "group": group});
    let coding = |(story, coder, codes): &(usize, &str, &str)| json!({"story": story.to_string(), "coder": coder, "codes": codes.split_whitespace().collect::<Vec<_>>()});
    let coders = [("ana", "source-group"), ("bo", "municipality"), ("cas", "education")];
    let coders: Value = coders.iter().map(coder).collect();
    let stories: Value = groups.iter().copied().enumerate().map(story).collect();
    let codings: Value = codings.iter().map(coding).collect();
    let document = json!({
        "schema_version": 1, "id": "work", "title": {"nl": "Verhalen", "en": "Stories"},
        "code_book": [code("rest"), code("money")],
        "coders": coders, "stories": stories, "codings": codings,
    });
    CodedStories::from_value(&parse(&document.to_string()).unwrap()).unwrap()
}

#[test]
fn agreement_is_of_each_code_by_itself() {
    let coded = stories(
        &[None; 4],
        &[
            (1, "ana", "rest"),
            (1, "bo", "rest"),
            (2, "ana", ""),
            (2, "bo", ""),
            (3, "ana", "rest money"),
            (3, "bo", ""),
        ],
    );
    let found = story_agreement(&coded, &Resampling::default());
    assert_eq!((found.stories, found.coded, found.coded_by_several), (4, 3, 3));
    assert_eq!(found.coders.iter().map(|coder| coder.coded).collect::<Vec<_>>(), [3, 3, 0]);
    let [rest, money] = &found.codes[..] else { panic!() };
    // Rest: seen 1/3; of six answers 3 yes and 3 no: chance 2·3·3/(6·5) = 3/5.
    assert!((rest.alpha.value.unwrap() - (1.0 - (1.0 / 3.0) / 0.6)).abs() < 1e-14);
    // Money: seen 1/3; 1 yes and 5 no: chance 2·5/30 = 1/3.
    assert!(money.alpha.value.unwrap().abs() < 1e-14);
    assert_eq!(
        (rest.to_discuss.as_slice(), money.to_discuss.as_slice()),
        (&["3".to_owned()][..], &["3".to_owned()][..])
    );
}

#[test]
fn who_coded_along_is_told_and_nobody_is_not_a_no() {
    let with = |codings: &[(usize, &str, &str)]| {
        let found = story_agreement(&stories(&[None; 2], codings), &Resampling::default());
        (found.with_source_group, found.reasons[0].code.clone().into_owned())
    };
    assert_eq!(
        with(&[(1, "ana", "rest"), (1, "bo", "")]),
        (Some(true), "coded-with-source-group".to_owned())
    );
    assert_eq!(with(&[(1, "bo", "rest")]), (Some(false), "coded-without-source-group".to_owned()));
    assert_eq!(with(&[]), (None, "nothing-coded".to_owned()));
}

#[test]
fn what_counts_is_a_choice_and_uncoded_is_unknown() {
    let coded = stories(
        &[None; 3],
        &[(1, "ana", "rest"), (1, "bo", ""), (2, "ana", "rest"), (2, "bo", "rest"), (2, "cas", "")],
    );
    let count = |counting| {
        let found = story_frequencies(&coded, counting, 1).unwrap();
        let all = &found.codes[0].all;
        assert_eq!((all.stories, all.coded, all.uncoded), (Some(3), Some(2), Some(1)));
        assert!(found.codes[0].groups.is_empty());
        (all.with_code.unwrap(), all.without_code.unwrap())
    };
    assert_eq!(count(StoryCounting::Any), (2, 0));
    assert_eq!(count(StoryCounting::Majority), (1, 1));
    assert_eq!(count(StoryCounting::All), (0, 2));
}

#[test]
fn small_counts_are_withheld_with_what_gives_them_away() {
    // North: 6 of 10 have rest; south: 2 of 10; one story of nobody's group known would be told by the total.
    let groups: Vec<Option<&str>> = [Some("north"); 10].into_iter().chain([Some("south"); 10]).collect();
    let codings: Vec<(usize, &str, &str)> = (1..=20)
        .map(|story| (story, "ana", if story <= 6 || (11..=12).contains(&story) { "rest" } else { "" }))
        .collect();
    let found = story_frequencies(&stories(&groups, &codings), StoryCounting::Majority, 5).unwrap();
    let rest = &found.codes[0];
    assert_eq!((rest.all.with_code, rest.all.share), (Some(8), Some(0.4)));
    let [north, south] = &rest.groups[..] else { panic!() };
    assert_eq!((north.stories, south.stories), (Some(10), Some(10)));
    assert_eq!([north.with_code, south.with_code, north.without_code, south.without_code], [None; 4]);
    assert_eq!([north.share, south.share], [None; 2]);
    // Nobody said anything of money: that can be shown.
    assert_eq!(found.codes[1].groups[0].with_code, Some(0));
    assert!(found.protection.withheld >= 4);
    let error = story_frequencies(&stories(&groups, &codings), StoryCounting::Any, 0).unwrap_err();
    assert_eq!((error.code(), error.problems()[0].place().field()), ("outside-range", Some("smallest")));
}

#[test]
fn an_uncoded_story_of_a_small_group_does_not_hide_the_whole() {
    let groups: Vec<Option<&str>> =
        [Some("north"); 12].into_iter().chain([Some("south"); 9]).chain([None; 2]).collect();
    let codings: Vec<(usize, &str, &str)> =
        (1..=22).map(|story| (story, "ana", if story % 2 == 0 { "rest" } else { "" })).collect();
    let found = story_frequencies(&stories(&groups, &codings), StoryCounting::Majority, 5).unwrap();
    let all = &found.codes[0].all;
    assert_eq!((all.stories, all.coded, all.uncoded, all.with_code), (Some(23), Some(22), Some(1), Some(11)));
    assert_eq!(found.codes[0].groups[2].stories, None);
}

#[test]
fn every_problem_of_a_document_is_named() {
    let text = r#"{"schema_version": 2, "id": "x", "title": {"nl": "x", "en": "x"},
        "code_book": [{"id": "rest", "label": {"nl": "rust", "en": "rest"}}, {"id": "rest", "label": {"nl": "r", "en": "r"}}],
        "coders": [{"id": "ana", "label": {"nl": "A", "en": "A"}, "kind": "source-group"}],
        "stories": [{"id": "1"}],
        "codings": [
            {"story": "1", "coder": "ana", "codes": ["rest", "rest", "sleep"]},
            {"story": "1", "coder": "ana", "codes": []},
            {"story": "9", "coder": "bo", "codes": []}
        ]}"#;
    let error = CodedStories::from_json(text).unwrap_err();
    let found: Vec<_> =
        error.problems().iter().map(|one| (one.code(), one.place().field().unwrap_or_default())).collect();
    let expected = [
        ("unsupported-version", "schema_version"),
        ("duplicate", "code_book[2]"),
        ("duplicate", "codings[1].codes[2]"),
        ("unknown-code", "codings[1].codes[3]"),
        ("duplicate", "codings[2]"),
        ("undefined", "codings[3].story"),
        ("undefined", "codings[3].coder"),
    ];
    assert_eq!(found, expected);
}
