//! T15: people who drop out, what is taken over and what is let go; and whether the source group is there.

use super::*;
use crate::cocreation::RemarkCode;

#[test]
fn t15_dropping_out_asks_to_stop_and_follow_the_energy() {
    let mut events = vec![
        initiative("2019-02-01", json!({})),
        session("2019-02-02", 8, Some("bin")),
        session("2019-02-09", 3, Some("bin")),
        session("2019-02-16", 0, Some("bin")),
    ];
    let finding = only(&on(&log(&events), "2019-02-17"), FindingCode::SourceGroupDroppedOut);
    assert_eq!(finding.evidence, [6, 7, 8]);
    assert!(
        finding.text.en.contains("2 times, and from 2019-02-16 no more")
            && finding.text.en.contains("grappige vuilnisbak")
    );
    assert!(finding.advice.en.contains("go where people's energy is"));
    assert!(finding.advice.en.contains("Do not have a coordinator"));
    assert!(!has(&on(&log(&events), "2019-02-17"), FindingCode::SourceGroupAbsent));

    let back = [events.as_slice(), &[session("2019-02-23", 4, Some("bin"))]].concat();
    assert!(!has(&on(&log(&back), "2019-02-24"), FindingCode::SourceGroupDroppedOut));

    // What the advice asks for was done.
    events.push(event("2019-02-17", "initiative-stopped", json!({"id": "bin"})));
    let review = on(&log(&events), "2019-02-18");
    assert_eq!(review.findings, []);
    assert_eq!(review.remarks[0].code, RemarkCode::LetGo);
    assert_eq!(review.remarks[0].evidence, [9]);
}

#[test]
fn t15_an_unknown_turnout_is_no_drop_out() {
    let uncounted =
        event("2019-02-09", "session", json!({"attendance": [{"party": "residents"}, {"party": "town"}]}));
    assert_eq!(on(&log(&[session("2019-02-02", 8, None), uncounted]), "2019-02-10").findings, []);
    let silent = event("2019-02-09", "session", json!({"attendance": [{"party": "town", "count": 2}]}));
    let review = on(&log(&[session("2019-02-02", 8, None), silent]), "2019-02-10");
    assert!(!has(&review, FindingCode::SourceGroupDroppedOut));
    let finding = only(&review, FindingCode::SourceGroupAbsent);
    assert!(finding.text.en.contains("not recorded"));
    assert_eq!(finding.evidence, [6]);
}

#[test]
fn t15_leaving_is_dropping_out_of_the_whole() {
    let left = event("2019-02-09", "party-left", json!({"party": "residents"}));
    let review = on(&log(&[session("2019-02-02", 8, None), left.clone()]), "2019-02-10");
    let finding = only(&review, FindingCode::SourceGroupDroppedOut);
    assert_eq!(finding.evidence, [5, 6]);
    assert!(finding.text.nl.contains("gestopt"));
    let ended = event("2019-02-10", "ended", json!({"outcome": "stopped"}));
    assert!(!has(&on(&log(&[left, ended]), "2019-02-10"), FindingCode::SourceGroupDroppedOut));
    let town = event("2019-02-09", "party-left", json!({"party": "corporation"}));
    assert_eq!(on(&log(&[town]), "2019-02-10").findings, []);
}

#[test]
fn t15_a_professional_supports_and_does_not_carry() {
    let carried =
        |party: &str| event("2019-02-20", "initiative-carried-by", json!({"id": "bin", "party": party}));
    let dropped = [
        initiative("2019-02-01", json!({})),
        session("2019-02-02", 8, Some("bin")),
        session("2019-02-09", 0, Some("bin")),
    ];
    let events = [dropped.as_slice(), &[carried("corporation")]].concat();
    let finding = only(&on(&log(&events), "2019-02-21"), FindingCode::TakenOverByProfessional);
    assert_eq!(finding.evidence, [7, 8]);
    assert!(finding.text.en.contains("housing corporation"));
    // Others of the source group go on with it.
    let events = [dropped.as_slice(), &[carried("youth")]].concat();
    assert!(!has(&on(&log(&events), "2019-02-21"), FindingCode::TakenOverByProfessional));
    // A change of hands without drop-out.
    let events = [&dropped[..2], &[carried("corporation")]].concat();
    assert!(!has(&on(&log(&events), "2019-02-21"), FindingCode::TakenOverByProfessional));
    // It stood still, and was theirs.
    let stalled = event("2019-02-19", "initiative-stalled", json!({"id": "bin"}));
    let events = [initiative("2019-02-01", json!({})), stalled, carried("corporation")];
    assert!(has(&on(&log(&events), "2019-02-21"), FindingCode::TakenOverByProfessional));
}

#[test]
fn t15_what_stands_still_is_stopped_or_resumed() {
    let stalled = [
        initiative("2019-02-01", json!({})),
        event("2019-02-02", "initiative-stalled", json!({"id": "bin"})),
    ];
    let finding = only(&on(&log(&stalled), "2019-02-02"), FindingCode::InitiativeNotStopped);
    assert_eq!(finding.evidence, [5, 6]);
    for next in ["initiative-stopped", "initiative-resumed", "initiative-completed"] {
        let events = [stalled.as_slice(), &[event("2019-02-03", next, json!({"id": "bin"}))]].concat();
        assert_eq!(on(&log(&events), "2019-02-03").findings, [], "{next}");
    }
}

#[test]
fn sessions_without_the_source_group() {
    let review = on(&log(&[session("2019-02-02", 0, None), session("2019-02-09", 4, None)]), "2019-02-10");
    let finding = only(&review, FindingCode::SourceGroupAbsent);
    assert_eq!(finding.evidence, [5]);
    assert!(finding.text.en.contains("was not at a session (2019-02-02"));
    // One part of the source group stands for it.
    let youth = json!({"attendance": [{"party": "residents", "count": 0}, {"party": "youth", "count": 6}]});
    assert!(!has(
        &on(&log(&[event("2019-02-02", "session", youth)]), "2019-02-10"),
        FindingCode::SourceGroupAbsent
    ));
}

#[test]
fn the_source_group_says_whether_it_is_heard() {
    let said = |date: &str, by: &str, heard: bool| {
        by_client(event(date, "voice-recorded", json!({"by": by, "heard": heard})))
    };
    let events = [said("2019-02-01", "residents", false), said("2019-02-02", "youth", true)];
    let finding = only(&on(&log(&events), "2019-02-02"), FindingCode::SourceGroupNotHeard);
    assert_eq!(finding.evidence, [5]);
    let later = [events.as_slice(), &[said("2019-02-03", "residents", true)]].concat();
    let review = on(&log(&later), "2019-02-03");
    assert_eq!(review.findings, []);
    assert_eq!(review.remarks[0].code, RemarkCode::RelationalOutcome);
    // Another party's voice is not theirs.
    assert_eq!(on(&log(&[said("2019-02-01", "town", false)]), "2019-02-02").findings, []);
}

#[test]
fn stories_are_fed_back() {
    let listened = event(
        "2019-02-01",
        "listening",
        json!({"method": "community-reporting", "parties": ["residents"], "count": 31}),
    );
    let rest = [agree("2019-02-03", &["residents", "town"]), enter("2019-02-04", "co-design")];
    let with = |between: &[Value]| {
        let events = [std::slice::from_ref(&listened), between, rest.as_slice()].concat();
        on(&log(&events), "2019-02-05")
    };
    let fed_back = |to: &str| event("2019-02-02", "analysis-fed-back", json!({"to": [to]}));
    let finding = only(&with(&[]), FindingCode::AnalysisNotFedBack);
    assert_eq!(finding.evidence, [5, 7]);
    assert!(finding.text.en.contains("not recorded"));
    assert!(
        only(&with(&[fed_back("town")]), FindingCode::AnalysisNotFedBack)
            .text
            .en
            .contains("not to the source group")
    );
    assert_eq!(with(&[fed_back("residents")]).findings, []);
    // Nobody was listened to, or no later phase was entered.
    assert!(!has(&on(&log(&rest), "2019-02-05"), FindingCode::AnalysisNotFedBack));
    let start = [listened.clone(), enter("2019-02-02", "start")];
    assert!(!has(&on(&log(&start), "2019-02-05"), FindingCode::AnalysisNotFedBack));
}

#[test]
fn expectations_are_made_explicit() {
    let entered = enter("2019-02-04", "co-production");
    let discussed =
        |parties: Value| event("2019-02-01", "expectations-discussed", json!({"parties": parties}));
    let finding =
        only(&on(&log(std::slice::from_ref(&entered)), "2019-02-05"), FindingCode::ExpectationsNotExplicit);
    assert!(finding.text.en.contains("not recorded"));
    let others = [discussed(json!(["town", "corporation"])), entered.clone()];
    let finding = only(&on(&log(&others), "2019-02-05"), FindingCode::ExpectationsNotExplicit);
    assert!(finding.text.en.contains("not by the source group and another party together"));
    let together = [discussed(json!(["residents", "town"])), entered];
    assert_eq!(on(&log(&together), "2019-02-05").findings, []);
    assert_eq!(on(&log(&[]), "2019-02-05").findings, []);
}

#[test]
fn one_perspective_is_told() {
    let mut events = joined();
    assert_eq!(on(&read(&events).unwrap(), "2019-02-01").perspectives.len(), 2);
    events[0]["perspective"] = json!("policy");
    let review = on(&read(&events).unwrap(), "2019-02-01");
    assert_eq!(only(&review, FindingCode::OnePerspective).evidence, [1, 2, 3, 4]);
    assert_eq!(on(&read(&[]).unwrap(), "2019-02-01").findings, []);
}

#[test]
fn findings_stand_in_order() {
    let events = [
        enter("2019-02-01", "co-production"),
        session("2019-02-02", 0, None),
        event(
            "2019-02-03",
            "promise-made",
            json!({"id": "b", "by": "town", "to": "residents", "text": "b", "due": "2019-02-04"}),
        ),
        event(
            "2019-02-03",
            "promise-made",
            json!({"id": "a", "by": "town", "to": "residents", "text": "a", "due": "2019-02-03"}),
        ),
    ];
    let changed = event("2019-02-04", "frames-changed", json!({"text": "anders"}));
    let review = on(&log(&[events.as_slice(), &[changed]].concat()), "2019-02-05");
    let order: Vec<_> = review.findings.iter().map(|one| (one.code, one.evidence[0])).collect();
    assert_eq!(
        order,
        [
            (FindingCode::FramesChanged, 9),
            (FindingCode::PromiseOpen, 7),
            (FindingCode::PromiseOpen, 8),
            (FindingCode::SourceGroupAbsent, 6),
            (FindingCode::ExpectationsNotExplicit, 5),
        ]
    );
}
